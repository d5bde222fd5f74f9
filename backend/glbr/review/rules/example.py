"""Small changes of one well-known estate: what a rule fires on, and what it leaves alone.

Examples are shown on the rule's page, judged in unit tests, and applied and planned by the real Terraform for the corpus.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

Json = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Set:
    """Write a value at a place of the estate: `Set("glbr_protection_policy.gold", "protections[1].schedules[0].lock_for", …)`.

    Values are Terraform's JSON: `${glbr_protection_store.local.id}` is a reference, None takes the argument away.
    """

    address: str
    path: str
    value: object


@dataclass(frozen=True, slots=True)
class Add:
    """Write another resource: its type, name and arguments; `lifecycle`, `for_each` and `count` too."""

    address: str
    arguments: Json


@dataclass(frozen=True, slots=True)
class Remove:
    """Take a resource away. With `forget`, by a `removed` block that leaves the object where it is."""

    address: str
    forget: bool = False


@dataclass(frozen=True, slots=True)
class Move:
    """Rename a resource; with a `moved` block unless told otherwise."""

    address: str
    to: str
    block: bool = True


Edit = Set | Add | Remove | Move


@dataclass(frozen=True, slots=True)
class Example:
    """A change of the estate of `estate.py`.

    Attributes:
        after: What the change is.
        before: How the estate differs before it, already applied.
        outside: What somebody changes at HPE, without Terraform, after the apply: shows as drift.
        inventory: Parts of an inventory, as its file has them.
        plan: Keys to put into the plan's JSON where no simulator can bring Terraform to say them: `complete`, `checks`.
        settings: The gate's settings, as its file has them.
        parameters: The rule's own parameters.
        only_state: Judge the configuration after alone, as without a plan.
        two_configurations: Compare the configuration after with the one before, as without a plan.
    """

    after: tuple[Edit, ...] = ()
    before: tuple[Edit, ...] = ()
    outside: tuple[Edit, ...] = ()
    inventory: Json = field(default_factory=dict)
    plan: Json = field(default_factory=dict)
    settings: Json = field(default_factory=dict)
    parameters: Json = field(default_factory=dict)
    only_state: bool = False
    two_configurations: bool = False
