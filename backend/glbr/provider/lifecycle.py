"""The life of one managed object: plan, create, read, change, remove, import. The same for every definition."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from glbr.api.client import Client
from glbr.api.errors import GlbrError, Interrupted, OperationFailed, sentence_start
from glbr.api.operations import wait
from glbr.api.request import Reply, Request
from glbr.definition.resource import Resource, Update
from glbr.definition.tree import Tree
from glbr.definition.types import seconds
from glbr.provider.creation import Creation
from glbr.provider.journal import Journal
from glbr.provider.outcome import Outcome, as_far_as_known, as_planned, differences
from glbr.provider.planner import planned, without_results
from glbr.provider.private import Private
from glbr.provider.reading import Reading
from glbr.provider.removal import Removal
from glbr.resources import definition
from glbr.views.rest_body import update_body
from glbr.views.state import observed, state_from
from glbr.views.terraform_schema import resource_schema

USUAL_TIMEOUT_SECONDS: Final = 3600
"""A live cloud store took 4 minutes and a restore 9 (NOTES section 7); an hour leaves room for a slow site."""


class Lifecycle:
    """The life of objects of one definition."""

    def __init__(self, definition: type[Resource], client: Client, reading: Reading, journal: Journal) -> None:
        self._definition = definition
        self._schema = resource_schema(definition)
        self._client = client
        self._reading = reading
        self._journal = journal

    async def plan(self, prior: Tree, config: Tree) -> Outcome:
        """Plan a change. The object as HPE holds it is asked for only where the definition needs it."""
        plan = planned(self._schema, prior, config)
        outcome = Outcome(plan.state, replace=plan.replace)
        if not plan.changed or plan.replace or not self._definition.needs_live:
            return outcome
        update = self._definition.update(prior, plan.state, await self._live(prior))
        if update.replace:
            outcome.replace = update.replace
            outcome.warnings.append((f"A new {self._definition.words()} is needed", update.reason))
        elif update.reason:
            outcome.warnings.append(
                (f"HPE may not take over every change of {self._definition.words()}", update.reason)
            )
        if update.method == "PUT":
            outcome.state = without_results(self._schema, plan.state) | {"id": plan.state["id"]}
        return outcome

    async def create(self, plan: Tree, config: Tree) -> Outcome:
        """Make the object, once."""
        creation = self._creation(plan, config)
        try:
            made = await creation.make(self._timeout(plan, "create"))
        except Interrupted as stopped:
            if stopped.operation_id is None:
                raise
            # No error, which would mark the object as tainted. The note of the creation stays until a later call shows that
            # Terraform has kept this: a second Ctrl-C drops the answer.
            private = Private(operation_id=stopped.operation_id)
            return Outcome(as_far_as_known(plan), private, warnings=[(stopped.summary, stopped.detail)])
        outcome = await self._reached(str(made.get("id")), plan, made, created=True)
        outcome.warnings += creation.warnings
        return outcome

    async def read(self, prior: Tree, private: Private) -> Outcome:
        """What has become of the object; no state when it is gone."""
        identifier = await self._identifier(prior, private)
        reply = await self._reading.refreshed(self._definition, identifier) if identifier else None
        if reply is None:
            return Outcome(None)
        if private.imported:
            return Outcome(state_from(self._definition, reply, None, await self._beside(reply)))
        return Outcome(state_from(self._definition, reply, prior), Private(deletion_id=private.deletion_id))

    async def update(self, prior: Tree, plan: Tree, config: Tree, private: Private) -> Outcome:
        """Change the object; after a failure the state tells what was reached."""
        identifier = await self._identifier(prior, private)
        if identifier is None:
            raise GlbrError(
                f"There is no {self._definition.words()} {self._name(prior)} to change",
                "Its creation was interrupted, and HPE did not complete it. Plan again, with a refresh, to make it.",
            )
        try:
            told = await self._send_update(identifier, prior, plan, config)
        except GlbrError as failure:
            return await self._after_failure(failure, identifier, prior, plan)
        return await self._reached(identifier, plan, told, created=False)

    async def delete(self, prior: Tree, private: Private) -> Outcome:
        """Remove the object. One that is gone already is removed."""
        identifier = await self._identifier(prior, private)
        if identifier is None:
            return Outcome(None)
        removal = Removal(self._client, self._reading, self._definition, identifier, name=self._name(prior))
        failure = await removal.carry_out(
            self._timeout(prior, "delete"), self._definition.delete_query(prior), private.deletion_id
        )
        self._reading.forget(self._definition)
        if failure is None:
            return Outcome(None)
        return Outcome(dict(prior), replace(private, deletion_id=removal.operation_id), failures=[failure])

    async def found(self, given: str) -> Tree:
        """The state to start an import from: of the object with this id, else of the one with this name."""
        reply = None if " " in given or "/" in given else await self._reading.by_id(self._definition, given)
        if reply is None:
            reply = await self._reading.named(self._definition, given)
        return {"id": reply.get("id")}

    def _creation(self, plan: Tree, config: Tree) -> Creation:
        return Creation(
            self._client, self._reading, self._journal, definition=self._definition, planned=plan, config=config
        )

    async def _identifier(self, prior: Tree, private: Private) -> str | None:
        """The object's id; of one whose creation was interrupted, after HPE has finished it."""
        if prior.get("id") is not None:
            return str(prior["id"])
        if private.operation_id is None:
            return None
        creation = self._creation(prior, {})
        try:
            made = await creation.follow(private.operation_id, self._timeout(prior, "create"))
        except OperationFailed:
            return None  # HPE made nothing: the next plan proposes to make it again
        creation.forget()
        return str(made.get("id"))

    async def _beside(self, reply: Mapping[str, object]) -> Tree:
        """The object that an import has to be read with, if the definition names one."""
        reference = self._definition.imported_beside
        noun = self._definition.fields()[reference].to if reference else None
        if reference is None or noun is None:
            return {}
        other = definition(noun)
        found = await self._reading.by_id(other, str(observed(self._definition, reply).get(reference) or ""))
        return observed(other, found) if found is not None else {}

    async def _live(self, prior: Tree) -> Tree:
        reply = await self._reading.by_id(self._definition, str(prior.get("id") or ""))
        return observed(self._definition, reply) if reply is not None else {}

    async def _send_update(self, identifier: str, prior: Tree, plan: Tree, config: Tree) -> Mapping[str, object] | None:
        """Send a change and wait for its end; gives the object where HPE answers with it at once."""
        doing = f"changing {self._definition.words()} {self._name(prior)}"
        live = await self._live(prior) if self._definition.needs_live else {}
        update: Update = self._definition.update(prior, plan, live)
        if update.replace:
            raise GlbrError(
                f"{sentence_start(doing)}: not possible any more",
                f"Since the plan was made the object has changed at HPE: {update.reason} Nothing was changed. Plan again.",
            )
        if update.method is None:
            return None
        body = update_body(self._definition, update, config)
        reply = await self._client.send(Request(update.method, self._definition.path_of(identifier), doing, body=body))
        await self._finished(reply, doing, self._timeout(plan, "update"))
        return reply.body if reply.body and reply.body.get("id") == identifier else None

    async def _after_failure(self, failure: GlbrError, identifier: str, prior: Tree, plan: Tree) -> Outcome:
        """What a failed change has reached, as far as HPE still tells."""
        try:
            reply = await self._reading.by_id(self._definition, identifier)
        except GlbrError:
            reply = None  # the first failure says more
        if reply is None:
            return Outcome(dict(prior), failures=[failure])
        if failure.may_have_acted:
            reached = state_from(self._definition, reply, plan)
            if not list(differences(self._schema, plan, reached)):
                return Outcome(reached)  # only the answer was lost
        return Outcome(state_from(self._definition, reply, prior), failures=[failure])

    async def _finished(self, reply: Reply, doing: str, timeout_seconds: float) -> None:
        if reply.operation_id is not None:
            await wait(self._client, reply.operation_id, doing=doing, timeout_seconds=timeout_seconds)

    async def _reached(
        self, identifier: str, plan: Tree, told: Mapping[str, object] | None, *, created: bool
    ) -> Outcome:
        """The state after a write: as HPE told it, else read back, and held against what was planned."""
        self._reading.forget(self._definition)
        try:
            reply = told or await self._reading.by_id(self._definition, identifier)
        except GlbrError as failure:
            state = as_far_as_known(plan) | {"id": identifier}
            detail = (
                f"{failure.detail}\n\nThe write itself succeeded, so nothing is lost: the next plan reads the object."
            )
            return Outcome(state, warnings=[(failure.summary, detail)])
        if reply is None:
            raise GlbrError(
                f"The {self._definition.words()} {identifier} vanished",
                "HPE reported success and then does not know the object. Plan again to see what is there.",
            )
        state = state_from(self._definition, reply, plan)
        missed = list(differences(self._schema, plan, state))
        return self._short_of_plan(plan, state, missed, created=created) if missed else Outcome(state)

    def _short_of_plan(self, plan: Tree, state: dict[str, object], missed: list[str], *, created: bool) -> Outcome:
        """HPE accepted a write and then tells something else."""
        summary = f"HPE did not take everything over for {self._definition.words()} {self._name(plan)}"
        detail = (
            "The write was accepted, but reads back differently. The next plan shows the difference. If HPE cannot change it "
            "in place, terraform apply -replace=… makes a new one.\n\n" + "\n".join(missed)
        )
        if not created:
            return Outcome(state, failures=[GlbrError(summary, detail)])
        # An error would mark the new object as tainted, and the next apply would destroy it: what was planned is kept in
        # the state instead, and the next refresh tells the truth.
        kept = {name: as_planned(plan.get(name), value) for name, value in state.items()}
        return Outcome(kept, warnings=[(summary, detail)])

    def _name(self, tree: Tree) -> str:
        return " ".join(str(value) for value in self._definition.twin(tree).values() if isinstance(value, str))

    def _timeout(self, tree: Tree, verb: str) -> float:
        timeouts = tree.get("timeouts")
        given = timeouts.get(verb) if isinstance(timeouts, Mapping) else None
        return seconds(given) if isinstance(given, str) else USUAL_TIMEOUT_SECONDS
