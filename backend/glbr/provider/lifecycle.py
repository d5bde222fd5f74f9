"""The life of one managed object: plan, create, read, change, remove, import. The same for every definition."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from glbr.api.client import Client
from glbr.api.errors import GlbrError, Interrupted, OperationFailed
from glbr.definition.resource import Resource
from glbr.definition.tree import Tree
from glbr.definition.types import seconds
from glbr.definition.update import Update
from glbr.protection.problem import Path
from glbr.protection.weakening import Weakening
from glbr.provider.change import Change
from glbr.provider.creation import Creation
from glbr.provider.import_ids import parts_of
from glbr.provider.journal import Journal
from glbr.provider.outcome import Outcome, as_far_as_known, as_planned, differences, is_told
from glbr.provider.planner import planned, without_results
from glbr.provider.private import Private
from glbr.provider.reading import Reading, at
from glbr.provider.removal import Removal
from glbr.provider.standing import Standing
from glbr.resources import definitions
from glbr.views.state import imported, observed, state_from
from glbr.views.terraform_schema import resource_schema

USUAL_TIMEOUT_SECONDS: Final = 3600
"""A live cloud store took 4 minutes and a restore 9 (NOTES section 7); an hour leaves room for a slow site."""


class Lifecycle:
    """The life of objects of one definition."""

    def __init__(
        self, definition: type[Resource], client: Client, reading: Reading, journal: Journal, standing: Standing
    ) -> None:
        self._definition = definition
        self._schema = resource_schema(definition)
        self._client = client
        self._reading = reading
        self._journal = journal
        self._standing = standing

    async def plan(self, prior: Tree, config: Tree) -> Outcome:
        """Plan a change. The object as HPE holds it is asked for only where the definition needs it."""
        plan = planned(self._schema, prior, config)
        outcome = Outcome(plan.state, replace=plan.replace)
        outcome.warnings += [self._counted(name) for name in plan.kept]
        if not plan.changed:
            return outcome
        reason = ""
        if not plan.replace:
            update = self._definition.update(prior, plan.state, await self._live(prior))
            outcome.replace, reason = update.replace, update.reason
            if reason and not update.replace:
                summary = f"HPE may not take over every change of {self._definition.words()}"
                outcome.warnings.append((summary, reason))
            if update.method == "PUT":
                outcome.state = without_results(self._schema, plan.state) | {"id": plan.state["id"]}
        if outcome.replace and (told := " ".join(filter(None, (reason, self._definition.lost_when_replaced)))):
            outcome.warnings.append((f"A new {self._definition.words()} is needed", told))
        return outcome

    async def weakenings(
        self, prior: Tree, planned: Tree | None, replacing: Sequence[Path]
    ) -> tuple[str, list[Weakening]]:
        """What a planned change takes away from protection, and what people call the object.

        HPE is asked for the object, since it tells more than the state keeps, and for what the definition wants to see
        beside it. An object that is gone already loses nothing.
        """
        name = self._name(prior)
        try:
            reply = None
            if isinstance(identifier := prior.get("id"), str):
                reply = await self._reading.refreshed(self._definition.within(prior), identifier)
            if reply is None:
                return name, []
            name = str(at(reply, self._definition.named_by) or name)
            beside = await self._referred(prior), await self._referred(planned or {})
        except GlbrError as failure:
            what = "what the change takes away could not be looked up"
            return name, [Weakening(what, f"{failure.summary}. {failure.detail}", (), "unjudged")]
        told = _completed(prior, observed(self._definition, reply))
        return name, list(self._definition.weakenings(told, planned, replacing, beside))

    async def create(self, plan: Tree, config: Tree) -> Outcome:
        """Make the object, once; one that stands is found and set."""
        if self._definition.stands:
            return await self._take(plan, config)
        creation = self._creation(plan, config)
        try:
            made = await creation.make(self._timeout(plan, "create"))
        except Interrupted as stopped:
            if stopped.operation_id is None:
                raise
            # No error, which would mark the object as tainted. The note of the creation stays until a later call shows that
            # Terraform has kept this: a second Ctrl-C drops the answer.
            private = Private(operation_id=stopped.operation_id, unsent=self._sent_later(plan))
            return Outcome(as_far_as_known(plan), private, warnings=[(stopped.summary, stopped.detail)])
        outcome = await self._complete(str(made.get("id")), made, plan, config)
        creation.forget()
        outcome.warnings = creation.warnings + outcome.warnings
        return outcome

    async def read(self, prior: Tree, private: Private) -> Outcome:
        """What has become of the object; no state when it is gone."""
        identifier = await self._identifier(prior, private)
        if identifier is not None and private.change_id is not None:
            await self._change(identifier, prior).follow(private.change_id)
        reply = await self._reading.refreshed(self._definition.within(prior), identifier) if identifier else None
        if reply is None:
            return Outcome(None)
        if private.imported:
            state = state_from(self._definition, reply, None, await self._beside(reply))
            return Outcome(imported(self._schema, state) | {name: prior[name] for name in self._definition.above()})
        reached = state_from(self._definition, reply, _surely_sent(prior, private))
        return Outcome(reached, Private(deletion_id=private.deletion_id))

    async def update(self, prior: Tree, plan: Tree, config: Tree, private: Private) -> Outcome:
        """Change the object; after a failure the state tells what was reached."""
        identifier = await self._identifier(prior, private)
        if identifier is None:
            raise GlbrError(
                f"There is no {self._definition.words()} {self._name(prior)} to change",
                "Its creation was interrupted, and HPE did not complete it. Plan again, with a refresh, to make it.",
            )
        prior, change = _surely_sent(prior, private), self._change(identifier, plan)
        try:
            prior = await self._after_change(change, prior, private)
            update = self._possible(prior, plan, await self._live(prior))
            told = await change.carry_out(update, config) if update.sends else None
        except GlbrError as failure:
            outcome = await self._after_failure(failure, identifier, prior, plan)
            outcome.private = Private(change_id=change.operation_id)
            return outcome
        return await self._reached(identifier, plan, told, created=False)

    async def delete(self, prior: Tree, private: Private) -> Outcome:
        """Remove the object. One that is gone already is removed; one that stands stays."""
        if self._definition.stands:
            return Outcome(None, warnings=[self._left(prior)])
        identifier = await self._identifier(prior, private)
        if identifier is None:
            return Outcome(None)
        collection = self._definition.within(prior)
        removal = Removal(
            self._client,
            self._reading,
            collection,
            identifier,
            name=self._name(prior),
            advice=self._definition.kept_while,
        )
        failure = await removal.carry_out(
            self._timeout(prior, "delete"), self._definition.delete_query(prior), private.deletion_id
        )
        self._reading.forget(collection)
        if failure is None:
            return Outcome(None)
        return Outcome(dict(prior), replace(private, deletion_id=removal.operation_id), failures=[failure])

    async def found(self, given: str) -> Tree:
        """The state to start an import from: of the object with this id, else of the one with this name."""
        *places, own = parts_of(self._definition, given)
        tree: dict[str, object] = dict(zip(self._definition.above(), places, strict=True))
        collection = self._definition.within(tree)
        reply = None if " " in own or "/" in own else await self._reading.by_id(collection, own)
        if reply is None:
            reply = await self._reading.named(collection, own)
        return {**tree, "id": reply.get("id")}

    async def _take(self, plan: Tree, config: Tree) -> Outcome:
        """Set the arguments of an object that is there without Terraform."""
        collection = self._definition.within(plan)
        identifier = self._definition.standing_id(plan)
        if identifier is None:
            identifier = str((await self._reading.named(collection, self._name(plan))).get("id"))
        elif await self._reading.by_id(collection, identifier) is None:
            raise GlbrError(
                f"There is no {self._definition.words()} {identifier}",
                f"HPE knows none of that id in this workspace and region. {self._definition.words().capitalize()} cannot be "
                "made by Terraform: give the id of one that is there.",
            )
        update = self._possible({}, plan, await self._live({**plan, "id": identifier}))
        told = await self._change(identifier, plan).carry_out(update, config) if update.sends else None
        outcome = await self._reached(identifier, plan, told, created=True)
        outcome.warnings += self._standing.taken(self._definition, identifier)
        return outcome

    def _left(self, prior: Tree) -> tuple[str, str]:
        words, name = self._definition.words(), self._name(prior)
        detail = (
            "It is a part of HPE's service that can be set and not removed. Terraform has only stopped to manage it."
        )
        return f"The {words} {name} stays as it is", detail

    async def _complete(self, identifier: str, made: Mapping[str, object], plan: Tree, config: Tree) -> Outcome:
        """Send what a creation cannot take.

        A failure is no error: that would mark the new object as tainted, and the next apply would destroy it.
        """
        update = self._definition.completion(observed(self._definition, made), plan)
        if not update.sends:
            return await self._reached(identifier, plan, made, created=True)
        change = self._change(identifier, plan)
        try:
            told = await change.carry_out(update, config)
        except GlbrError as failure:
            detail = (
                f"{failure.detail}\n\nThe object itself is made and in the state. The next plan shows what is missing, and the "
                "next apply sends it again."
            )
            outcome = await self._reached(identifier, plan, None, created=True)
            outcome.warnings.append((failure.summary, detail))
            outcome.private = Private(change_id=change.operation_id, unsent=self._sent_later(plan))
            return outcome
        return await self._reached(identifier, plan, told, created=True)

    def _sent_later(self, plan: Tree) -> tuple[str, ...]:
        fields = self._definition.fields()
        return tuple(name for name, entry in fields.items() if entry.later and plan.get(name) is not None)

    async def _after_change(self, change: Change, prior: Tree, private: Private) -> Tree:
        """The state before a change, after one that an earlier run began and did not see the end of."""
        if private.change_id is None:
            return prior
        await change.follow(private.change_id)
        reply = await self._reading.by_id(self._definition.within(prior), str(prior["id"]))
        return prior if reply is None else state_from(self._definition, reply, prior)

    def _counted(self, name: str) -> tuple[str, str]:
        words = self._definition.words()
        detail = (
            f"{name} counts when {words} is made. It stays as it is, and so does the object. If another one is wanted: "
            "terraform apply -replace=… makes it, and destroys this one."
        )
        return f"A change of {name} does nothing", detail

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
        return await self._named_by(self._definition.imported_beside, observed(self._definition, reply))

    async def _referred(self, tree: Tree) -> Tree:
        """The object that tells what this one does to protection, if the definition names one and its id is known."""
        return await self._named_by(self._definition.guarded_with, tree)

    async def _named_by(self, reference: str | None, tree: Tree) -> Tree:
        noun = self._definition.fields()[reference].to if reference else None
        identifier = tree.get(reference) if reference else None
        if noun is None or not isinstance(identifier, str) or not identifier:
            return {}
        other = definitions()[noun]
        found = await self._reading.refreshed(other.within({}), identifier)
        return observed(other, found) if found is not None else {}

    async def _live(self, prior: Tree) -> Tree:
        """The object as HPE holds it now, where the definition asks for it; else nothing."""
        if not self._definition.needs_live:
            return {}
        reply = await self._reading.by_id(self._definition.within(prior), str(prior.get("id") or ""))
        return observed(self._definition, reply) if reply is not None else {}

    def _possible(self, prior: Tree, plan: Tree, live: Tree) -> Update:
        """How a planned change reaches HPE.

        Raises:
            GlbrError: it does not, since the object changed after the plan was made.
        """
        update = self._definition.update(prior, plan, live)
        if update.replace:
            raise GlbrError(
                f"Changing {self._definition.words()} {self._name(prior)}: not possible any more",
                f"Since the plan was made the object has changed at HPE: {update.reason} Nothing was changed. Plan again.",
            )
        return update

    def _change(self, identifier: str, plan: Tree) -> Change:
        return Change(
            self._client,
            self._definition,
            self._definition.within(plan),
            identifier,
            doing=f"changing {self._definition.words()} {self._name(plan)}",
            timeout_seconds=self._timeout(plan, "update"),
        )

    async def _after_failure(self, failure: GlbrError, identifier: str, prior: Tree, plan: Tree) -> Outcome:
        """What a failed change has reached, as far as HPE still tells."""
        try:
            reply = await self._reading.by_id(self._definition.within(plan), identifier)
        except GlbrError:
            reply = None  # the first failure says more
        if reply is None:
            return Outcome(dict(prior), failures=[failure])
        reached, before = (state_from(self._definition, reply, written) for written in (plan, prior))
        answer_was_lost = failure.may_have_acted and not list(differences(self._schema, plan, reached))
        # What HPE does not tell, such as a password, nobody can say to have arrived: it is sent again.
        if answer_was_lost and is_told(self._schema, reached, before):
            return Outcome(reached)
        return Outcome(before, failures=[failure])

    async def _reached(
        self, identifier: str, plan: Tree, told: Mapping[str, object] | None, *, created: bool
    ) -> Outcome:
        """The state after a write: as HPE told it, else read back, and held against what was planned."""
        collection = self._definition.within(plan)
        self._reading.forget(collection)
        try:
            reply = told or await self._reading.by_id(collection, identifier)
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


def _surely_sent(prior: Tree, private: Private) -> Tree:
    """A state without what should have been sent after the creation, and perhaps was not."""
    return {**prior, **dict.fromkeys(private.unsent)}


def _completed(state: Tree, told: Tree) -> Tree:
    """A state with what it does not keep, as HPE tells it; what it keeps stays, also where it keeps nothing."""
    nested = {
        name: _completed(value, other)
        for name, value in state.items()
        if isinstance(value, Mapping) and isinstance(other := told.get(name), Mapping)
    }
    return {**told, **state, **nested}
