"""Making an object exactly once, whatever is interrupted on the way.

HPE knows no key that makes a repeated creation harmless. So a creation is noted before it is sent, its outcome is looked
for before it is sent again, and what exists without such a note is never taken for ours.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from glbr.api.client import Client
from glbr.api.errors import ApiError, GlbrError, Interrupted, OperationFailed, Unreachable
from glbr.api.operations import SUCCEEDED, Operation, wait
from glbr.api.pages import pages
from glbr.api.request import Request
from glbr.definition.resource import Resource
from glbr.definition.tree import Tree
from glbr.provider.journal import Begun, Journal, digest_of
from glbr.provider.reading import Reading
from glbr.views.rest_body import create_body

OPERATIONS: Final = "/data-services/v1beta1/async-operations"
PATIENCE: Final = timedelta(seconds=60)
"""How long a creation whose answer was lost is looked for: a live POST took 21 s to answer (NOTES section 7)."""
RECENT: Final = 100
"""How many operations, newest first, are searched for ours: a page."""


class AlreadyExists(GlbrError):
    """What should be made is there, and we did not make it."""


@dataclass(frozen=True, slots=True)
class Made:
    """An object that HPE has made.

    Attributes:
        id: Its id.
        told: The object itself, where HPE answered with it at once.
    """

    id: str
    told: Mapping[str, object] | None = None


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
        self._twin = definition.twin(planned)
        self._body = create_body(definition, planned, config)
        self._digest = digest_of(f"{client.settings.endpoint} {client.settings.workspace_id}", self._body)
        self.name = str(planned.get(next(iter(self._twin))) or " ".join(str(value) for value in self._twin.values()))
        self.doing = f"creating {definition.words()} {self.name}"
        self.resumed = False
        """Whether this run found its own unfinished creation and went on with it."""

    async def make(self, timeout_seconds: float) -> Made:
        """Make the object, or go on making it.

        Raises:
            AlreadyExists: an object of that name is there, and we did not make it.
            Interrupted: we stopped waiting; `operation_id` says for what, if HPE has begun.
            GlbrError: HPE refused it, or could not be reached.
        """
        begun = self._journal.left_over(self._definition.type_name(), self._digest)
        if begun is not None:
            self.resumed = True
            if (identifier := await self._go_on(begun, timeout_seconds)) is not None:
                return self._done(Made(identifier))
            self.resumed = False
        elif twins := await self._reading.alike(self._definition, self._twin):
            raise self._taken(twins[0])
        return self._done(await self._send(timeout_seconds))

    def forget(self) -> None:
        """Drop the note: what it stands for is kept elsewhere."""
        self._journal.end(self._definition.type_name(), self._digest)

    def _done(self, made: Made) -> Made:
        self.forget()
        self._reading.forget(self._definition)
        return made

    async def _send(self, timeout_seconds: float) -> Made:
        begun = self._journal.begin(self._definition.type_name(), self._digest, self._client.clock.now())
        try:
            reply = await self._client.send(Request("POST", self._definition.collection, self.doing, body=self._body))
        except (ApiError, Unreachable, Interrupted) as failure:
            if not getattr(failure, "may_have_acted", False):
                self.forget()
                raise
            if (identifier := await self._look(begun, timeout_seconds)) is None:
                raise
            return Made(identifier)
        if reply.operation_id is not None:
            self._journal.note(replace(begun, operation_id=reply.operation_id))
            return Made(await self.follow(reply.operation_id, timeout_seconds))
        told = reply.body or {}
        return Made(str(told["id"]), told) if told.get("id") else Made(await self._found_by_name())

    async def _go_on(self, begun: Begun, timeout_seconds: float) -> str | None:
        """The object of a creation that an earlier process began; `None` when HPE never got it, or failed."""
        if begun.operation_id is None:
            return await self._look(begun, timeout_seconds)
        try:
            return await self.follow(begun.operation_id, timeout_seconds)
        except OperationFailed:
            return None

    async def follow(self, operation_id: str, timeout_seconds: float) -> str:
        """Wait for HPE to make the object; gives its id."""
        try:
            operation = await wait(self._client, operation_id, doing=self.doing, timeout_seconds=timeout_seconds)
        except OperationFailed:
            self.forget()
            raise
        return operation.resource_id(self._definition.kind()) or await self._found_by_name()

    async def _look(self, begun: Begun, timeout_seconds: float) -> str | None:
        """Find out what became of a creation whose answer was lost: its object, or the operation that makes it.

        The name was free when the creation was noted, so what bears it now is taken for ours. HPE's clock is not asked: it
        need not agree with this machine's.
        """
        pause = 1.0
        while True:
            if (operation := await self._running()) is not None:
                self._journal.note(replace(begun, operation_id=operation.id))
                return await self.follow(operation.id, timeout_seconds)
            if twins := await self._reading.alike(self._definition, self._twin):
                return str(twins[0].get("id"))
            if self._client.clock.now() - datetime.fromisoformat(begun.since) > PATIENCE:
                return None
            await self._client.pauses.pause(pause, doing=self.doing)
            pause *= 2

    async def _running(self) -> Operation | None:
        """The operation that makes our object: HPE names the object in brackets, or links what it is made of."""
        marks = [f"[{self.name}]", *(f"/{value}" for value in self._twin.values())]
        searched = 0
        async for item in pages(self._client, OPERATIONS, doing=self.doing, sort="createdAt desc", limit=RECENT):
            operation = Operation.model_validate(item)
            links = [resource.resource_uri for resource in operation.associated_resources]
            told = [operation.display_name, operation.source_resource_uri, *links]
            is_going_on = operation.state != SUCCEEDED and not operation.has_failed
            if is_going_on and any(mark in text for mark in marks for text in told):
                return operation
            searched += 1
            if searched == RECENT:
                break
        return None

    async def _found_by_name(self) -> str:
        twins = await self._reading.alike(self._definition, self._twin)
        if len(twins) == 1:
            return str(twins[0].get("id"))
        raise GlbrError(
            f"{self.doing[0].upper()}{self.doing[1:]}: done, but its id is not known",
            f"HPE reported success without naming the object, and {len(twins)} objects match it. Look for it in the console, "
            f"then import it:\n\n{self._import_block('<id>')}",
        )

    def _taken(self, twin: Mapping[str, object]) -> AlreadyExists:
        words = self._definition.words()
        return AlreadyExists(
            f"A {words} like this exists already",
            f"{self.doing[0].upper()}{self.doing[1:]}: HPE has one already, with the id {twin.get('id')}. Nothing was made "
            "or changed. To manage it with this resource, add this block (with the name of this resource), or choose "
            f"another name:\n\n{self._import_block(str(twin.get('id')))}",
        )

    def _import_block(self, identifier: str) -> str:
        return f'import {{\n  to = {self._definition.type_name()}.NAME\n  id = "{identifier}"\n}}'
