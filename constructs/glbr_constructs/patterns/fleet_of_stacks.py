"""A fleet that is too large for one state: its jobs in several stacks, which are planned side by side."""

from collections.abc import Callable, Mapping
from datetime import datetime
from hashlib import blake2b
from typing import Final, cast

from glbr_constructs import roles
from glbr_constructs.cdk import TerraformStack, cdk
from glbr_constructs.given import Given
from glbr_constructs.l1.provider import GlbrProvider
from glbr_constructs.patterns.assets_by_name import Written, asset_type_of, check_written
from glbr_constructs.patterns.fleet import POLICY, Fleet

_FLEET: Final = "fleet"

Prepare = Callable[[TerraformStack], object]
"""Puts into a stack what each of them needs: the provider block, and the place of its state."""


def provider_alone(stack: TerraformStack) -> None:
    """Give a stack the provider block, which finds HPE by the environment; its state stays on this machine."""
    GlbrProvider(stack, "glbr")


class FleetOfStacks:
    """A fleet whose jobs are spread over several stacks, each with a state of its own.

    The policy and its stores stay in a stack of their own, which is applied first: the others read its identifiers from its
    state. They know nothing of each other, so that they can be planned and applied side by side.

    The name of an asset alone decides on its stack, so that adding or removing an asset concerns one stack. With another
    number of stacks some assets move: of those, the jobs are made anew in the new stack and deleted in the old one. With
    one stack more, that is one asset in as many as there are stacks then, and all go to the new one.

    Attributes:
        stacks: The stacks, called `fleet-1`, `fleet-2` and so on. A stack may have no assets; it is there all the same, so
            that Terraform deletes the job of the last asset that leaves it.
        fleets: The fleets in them, by name of the stack.

    Example:
        appliance = StoreOnce.from_storeonce_name(self, "appliance", "fleet-storeonce-1")
        gold = ThreeTwoOneOneZero(self, "gold", name="gold", on=appliance, location="aws:eu-central-1")

        machines = [f"vm-{number:05}" for number in range(1, 5001)]
        FleetOfStacks(app, "fleet", policy=gold, assets=machines, stacks=5)
    """

    def __init__(
        self,
        app: cdk.App,
        id_: str,
        *,
        policy: roles.Policy,
        assets: Written,
        stacks: int,
        prepare: Prepare = provider_alone,
        asset_type: str | None = None,
        effective_from: str | datetime | None = None,
    ) -> None:
        """Describe it.

        Args:
            app: The app.
            id_: Start of the names of the stacks.
            policy: How to protect them all: one of another stack, or one that is looked up there.
            assets: Identifiers by name, `{"erp-db-01": "…"}`; or names of virtual machines, which each stack looks up.
            stacks: How many stacks. A thousand jobs in each is a good size.
            prepare: Puts the provider block into a stack, and the backend with the state where it is not to stay on this
                machine: `lambda stack: (GlbrProvider(stack, "glbr"), PgBackend(stack, schema_name=stack.node.id))`.
            asset_type: HPE's kind of the assets where identifiers are given; virtual machines without it.
            effective_from: Moment from which the schedules count, RFC 3339 or a datetime with a zone; at once without it.

        Raises:
            Refused: there is no asset, the same one stands there twice, or an argument is wrong.
        """
        given = Given(f"protecting fleet {id_}")
        given.instance("app", app, (cdk.App,), "an app", "the App of the program: the stacks are made in it")
        given.text("id_", id_, "the start of the names of the stacks, such as 'fleet'")
        given.part("policy", policy, ("protection_policy_id",), "a policy", POLICY)
        given.instance("stacks", stacks, (int,), "a number of stacks", "a whole number from 1, written out")
        given.number("stacks", stacks, "stacks", least=1, whole=True)
        given.instance("prepare", prepare, (Callable,), "a function", "a function that takes a stack")  # type: ignore[arg-type]  # a form, not a class, to the type checker
        asset_type_of(given, assets, asset_type)
        shares = _shares(check_written(given, assets), stacks)
        self.stacks: tuple[TerraformStack, ...] = tuple(TerraformStack(app, f"{id_}-{n + 1}") for n in range(stacks))
        self.fleets: dict[str, Fleet] = {}
        for n, (stack, share) in enumerate(zip(self.stacks, shares, strict=True)):
            prepare(stack)
            if share:
                self.fleets[f"{id_}-{n + 1}"] = Fleet(
                    stack, _FLEET, policy=policy, assets=share, asset_type=asset_type, effective_from=effective_from
                )

    def stack_of(self, name: str) -> TerraformStack:
        """The stack that the asset with this name belongs to, now or once it is added.

        Raises:
            Refused: it is no name.
        """
        Given("telling the stack of an asset").text("name", name, "the name of an asset, such as 'erp-db-01'")
        return self.stacks[_stack_of(name, len(self.stacks))]


def _shares(assets: Written, stacks: int) -> list[Written]:
    """The assets of each stack."""
    if isinstance(assets, Mapping):
        by_stack: list[dict[str, str]] = [{} for _ in range(stacks)]
        for name, identifier in assets.items():
            by_stack[_stack_of(name, stacks)][name] = identifier
        return cast("list[Written]", by_stack)
    names: list[list[str]] = [[] for _ in range(stacks)]
    for name in assets:
        names[_stack_of(name, stacks)].append(name)
    return cast("list[Written]", names)


def _stack_of(name: str, stacks: int) -> int:
    """The stack in whose draw the name gets the highest number: another stack takes names from all, and leaves the rest."""
    return max(range(stacks), key=lambda stack: blake2b(f"{stack} {name}".encode(), digest_size=8).digest())
