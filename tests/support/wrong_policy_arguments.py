"""Wrong values for the arguments of policies: every argument has one, and each is refused where it is written."""

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

import pytest
from constructs import Construct

from glbr_constructs import ApplicationHost, Copies, Daily, ProtectionPolicy, ProtectionStore, Refused, VirtualMachine
from glbr_constructs.cdk import cdk
from glbr_constructs.policies.protection_policy import ExistingProtectionPolicy

FOR_OTHER_ROOMS: Final = ("Schedule.entry",)
"""What policies ask of a schedule, and nobody who writes one."""

A_RETENTION: Final = "Allowed: such as Retention.keep(weeks=2)"
UNITS: Final = ("hours", "days", "weeks", "months", "years")


class World:
    """What the calls are made with when all but one argument is right. Each part is made when a call needs it."""

    def __init__(self, scope: Construct) -> None:
        self.stack = scope

    @cached_property
    def local(self) -> Any:
        return ProtectionStore.from_protection_store_id(self.stack, "local", "store-1")

    @cached_property
    def host(self) -> Any:
        return ApplicationHost.from_application_host_id(self.stack, "host", "host-1")

    @cached_property
    def erp(self) -> VirtualMachine:
        return VirtualMachine.from_virtual_machine_id(self.stack, "erp", "vm-1")

    @cached_property
    def gold(self) -> ProtectionPolicy:
        policy = ProtectionPolicy(self.stack, "gold", name="gold")
        policy.add_backup(Daily.at(), to=self.local, schedule_id=99)
        return policy

    @property
    def backups(self) -> Copies:
        return self.gold.copies[0]

    @cached_property
    def found(self) -> ExistingProtectionPolicy:
        return ProtectionPolicy.from_protection_policy_id(self.stack, "found", "policy-1")

    @cached_property
    def number(self) -> Any:
        return cdk.Token.as_number("${var.number}")


@dataclass(frozen=True)
class Wrong:
    """One call with one argument that is wrong.

    Attributes:
        of: The call and the argument: `Every.hours(step)`.
        call: Makes it. The mistakes are the test, so that types say nothing here.
        given: What the message says of what was given: the argument, the value or both.
        allowed: What it says of what to write.
    """

    of: str
    call: Callable[[Any], object]
    given: str
    allowed: str


def parameters(call: Callable[..., object]) -> list[str]:
    """Names of what a call takes. A construct hides what its constructor takes behind its metaclass."""
    named = call.__init__ if inspect.isclass(call) else call
    return [name for name in inspect.signature(named).parameters if name not in ("self", "cls")]


def arguments(owner: type) -> Iterator[str]:
    """Every argument of a class and its methods, as far as this room writes them."""
    rooms = [room for room in owner.__mro__ if room.__module__.startswith("glbr_constructs.policies.")]
    names = {name for room in rooms for name, member in vars(room).items() if inspect.isroutine(member)}
    for name in sorted(names):
        of = owner.__name__ if name == "__init__" else f"{owner.__name__}.{name}"
        if (name == "__init__" or not name.startswith("_")) and of not in FOR_OTHER_ROOMS:
            yield from (f"{of}({argument})" for argument in parameters(getattr(owner, name)))


def check_refusals(scope: Construct, table: Iterator[Wrong]) -> int:
    """Make each call, in a world of its own, and look at what it is refused with. Returns how many there were."""
    number = 0
    for number, wrong in enumerate(table, 1):
        world = World(Construct(scope, f"w{number}"))
        with pytest.raises(Refused) as refused:
            pytest.fail(f"{wrong.of} took {wrong.call(world)}")
        told = str(refused.value)
        assert wrong.given in told, wrong.of
        assert wrong.allowed in told, wrong.of
    return number


def lengths(owner: str, make: Callable[[World], Any]) -> Iterator[Wrong]:
    """Wrong lengths for `keep` and `lock`."""
    for verb in ("keep", "lock"):
        for unit in UNITS:
            of = f"{owner}.{verb}({unit})"
            yield Wrong(
                of,
                lambda w, verb=verb, unit=unit: getattr(make(w), verb)(**{unit: 0}),
                f"{verb}: a period of 0 {unit} is empty",
                "Give a number from 1",
            )
            yield Wrong(
                of,
                lambda w, verb=verb, unit=unit: getattr(make(w), verb)(**{unit: w.number}),
                f"{unit}=-8.1",
                "A value that only Terraform knows cannot be used here. Give a number from 1",
            )
