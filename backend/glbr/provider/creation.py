"""Making an object exactly once, whatever is interrupted on the way.

HPE knows no key that makes a repeated creation harmless. So a creation is noted before it is sent, its outcome is looked
for before it is sent again, and what exists without such a note is never taken for ours.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from glbr.api.client import Client
from glbr.api.errors import ApiError, GlbrError, Interrupted, OperationFailed, Unreachable, sentence_start
from glbr.api.operations import wait
from glbr.api.request import Reply as Answer
from glbr.api.request import Request
from glbr.definition.resource import Resource
from glbr.definition.tree import Tree
from glbr.provider.journal import Begun, Journal, digest_of
from glbr.provider.reading import Reading, Reply
from glbr.provider.search import PATIENCE, SHORT_PATIENCE, Search, names_of
from glbr.views.rest_body import create_body

TRIES: Final = 6
"""How often a creation is sent at most when HPE's service fails: as often as the client tries what it may repeat."""


class AlreadyExists(GlbrError):
    """What should be made is there, and we did not make it."""


class Creation:
    """Makes one object."""

    def __init__(
        self,
        client: Client,
        reading: Reading,
        journal: Journal,
        *,
        definition: type[Resource],
        planned: Tree,
        config: Tree,
    ) -> None:
        self._client = client
        self._reading = reading
        self._journal = journal
        self._definition = definition
        self._collection = definition.within(planned)
        self._above = [planned.get(name) for name in definition.above()]
        twin = definition.twin(planned)
        self._body = create_body(definition, planned, config)
        place = f"{client.settings.endpoint} {client.settings.workspace_id} {self._collection.written_at}"
        self._digest = digest_of(place, create_body(definition, planned, {}))
        self.name = " ".join(str(value) for value in twin.values())
        self.doing = f"creating {definition.words()} {self.name}"
        names = {self.name, *names_of(definition, planned)}
        self._search = Search(client, reading, self._collection, twin=twin, names=names, doing=self.doing)
        self.warnings: list[tuple[str, str]] = []
        """What a person should know of earlier runs: summary and detail."""

    async def make(self, timeout_seconds: float) -> Reply:
        """Make the object, or go on making it; gives it as HPE tells it.

        The note of the creation stays until `forget`: what is to be sent after it may be interrupted, too.

        Raises:
            AlreadyExists: an object of that name is there, and we did not make it.
            Interrupted: we stopped waiting; `operation_id` says for what, if HPE has begun.
            GlbrError: HPE refused it, or could not be reached.
        """
        type_name = self._definition.type_name()
        # Two of one name take turns: the second then finds the first.
        async with self._journal.turn(type_name, self.name):
            begun = self._journal.left_over(type_name, self._digest)
            if begun is not None and (found := await self._go_on(begun, timeout_seconds)) is not None:
                self.warnings.append(self._completed())
                return self._done(found)
            if twins := await self._search.twins():
                raise self._taken(twins[0])
            self.warnings += map(self._lost, self._journal.forgotten(type_name, self._digest))
            return self._done(await self._send(timeout_seconds))

    async def follow(self, operation_id: str, timeout_seconds: float) -> Reply:
        """Wait for HPE to make the object."""
        try:
            operation = await wait(self._client, operation_id, doing=self.doing, timeout_seconds=timeout_seconds)
        except OperationFailed:
            self.forget()
            raise
        made = await self._search.named_by(operation)
        if made is None:
            raise self._nameless()
        return made

    def forget(self) -> None:
        """Drop the note: the object is reported, or there is none."""
        self._journal.end(self._definition.type_name(), self._digest)

    def _done(self, made: Reply) -> Reply:
        self._reading.forget(self._collection)
        return made

    async def _send(self, timeout_seconds: float) -> Reply:
        """Send the request; again after a failure of HPE's service of which nothing has come."""
        tries = 0
        while True:
            tries += 1
            now = self._client.clock.now()
            begun = self._journal.begin(self._definition.type_name(), self._digest, self.name, now)
            try:
                answer = await self._client.send(
                    Request("POST", self._collection.written_at, self.doing, body=self._body)
                )
            except (ApiError, Unreachable, Interrupted) as failure:
                if not failure.may_have_acted:
                    self.forget()
                    raise
                answered = isinstance(failure, ApiError)
                made = await self._outcome(begun, SHORT_PATIENCE if answered else PATIENCE, timeout_seconds)
                if made is not None:
                    return made
                if tries == TRIES or not answered:
                    raise
            else:
                return await self._made(begun, answer, timeout_seconds)

    async def _made(self, begun: Begun, answer: Answer, timeout_seconds: float) -> Reply:
        """The object that HPE has promised or told."""
        if answer.operation_id is not None:
            self._journal.note(replace(begun, operation_id=answer.operation_id))
            return await self.follow(answer.operation_id, timeout_seconds)
        if answer.body and answer.body.get("id"):
            return answer.body
        twins = await self._search.twins()
        if len(twins) != 1:
            raise self._nameless()
        return twins[0]

    async def _go_on(self, begun: Begun, timeout_seconds: float) -> Reply | None:
        """The object of a creation that an earlier run began; `None` when HPE never got it, or failed."""
        if begun.operation_id is None:
            return await self._outcome(begun, PATIENCE, timeout_seconds)
        return await self._search.made_by(begun.operation_id, timeout_seconds)

    async def _outcome(self, begun: Begun, patience: timedelta, timeout_seconds: float) -> Reply | None:
        def note(operation_id: str) -> None:
            self._journal.note(replace(begun, operation_id=operation_id))

        # Patience counts from the answer that went wrong; that of an earlier run from when it began.
        since = datetime.fromisoformat(begun.since) if patience is PATIENCE else self._client.clock.now()
        return await self._search.outcome(since, patience, timeout_seconds, note)

    def _completed(self) -> tuple[str, str]:
        detail = "An earlier run was ended while HPE was making this object. It was found and taken over; no second one was made."
        return f"{self._start} had been interrupted, and is complete now", detail

    def _lost(self, begun: Begun) -> tuple[str, str]:
        operation = f" as HPE's operation {begun.operation_id}" if begun.operation_id else ""
        detail = (
            f"An earlier run began it at {begun.since}{operation}, and was ended before it could tell Terraform. With the same "
            "arguments the next apply goes on with it. If it is no longer wanted, look for it in HPE's console and remove it "
            f"there, then delete the note about it in {self._journal.folder}."
        )
        return f"The creation of {self._definition.words()} {begun.name} was begun and never reported", detail

    def _nameless(self) -> GlbrError:
        return GlbrError(
            f"{self._start}: done, but its id is not known",
            "HPE reported success without naming the object, and none that is there is surely it. Look for it in the console, "
            f"then import it:\n\n{self._import_block('<id>')}",
        )

    def _taken(self, twin: Mapping[str, object]) -> AlreadyExists:
        return AlreadyExists(
            f"A {self._definition.words()} like this exists already",
            f"{self._start}: HPE has one already, with the id {twin.get('id')}. Nothing was made or changed. To manage it with "
            "this resource, add this block (with the name of this resource); otherwise choose another name. A replacement "
            "that is made before the old one is destroyed needs another name, too."
            f"\n\n{self._import_block(self._import_id(twin))}",
        )

    @property
    def _start(self) -> str:
        return sentence_start(self.doing)

    def _import_id(self, twin: Mapping[str, object]) -> str:
        """As an import takes it: below another object, with the id of that one before it."""
        return "/".join([*map(str, self._above), str(twin.get("id"))])

    def _import_block(self, identifier: str) -> str:
        return f'import {{\n  to = {self._definition.type_name()}.NAME\n  id = "{identifier}"\n}}'
