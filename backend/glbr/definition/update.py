"""How a change reaches HPE."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, Self

from glbr.definition.fields import Field
from glbr.definition.tree import CLEARED, Tree
from glbr.protection.problem import Path


@dataclass(frozen=True, slots=True)
class Step:
    """One call of its own that changes one side of an object.

    Attributes:
        action: Last part of its path: `resize`. The definition's `actions` say what it takes.
        tree: What it is sent, in our names.
    """

    action: str
    tree: Tree


@dataclass(frozen=True, slots=True)
class Update:
    """How a change reaches HPE.

    Attributes:
        method: PATCH a part, PUT the whole, or `None`: nothing to send that way, or not possible.
        tree: What is sent, in our names; for PUT all that a person may set.
        steps: Calls of their own, made one after the other when the first is through.
        replace: Why not: paths whose change HPE cannot take, so that a new object is needed.
        reason: The same in words, for the plan.
    """

    method: Literal["PATCH", "PUT"] | None
    tree: Tree = field(default_factory=dict)
    steps: tuple[Step, ...] = ()
    replace: tuple[Path, ...] = ()
    reason: str = ""

    @classmethod
    def patch(cls, changed: Tree, *steps: Step) -> Self:
        """Send what differs, if anything does, and make these calls."""
        return cls("PATCH" if changed else None, changed, steps)

    @classmethod
    def nothing(cls) -> Self:
        """The change concerns only Terraform."""
        return cls(None)

    @classmethod
    def impossible(cls, replace: tuple[Path, ...], reason: str) -> Self:
        """HPE cannot make the change on the object."""
        return cls(None, replace=replace, reason=reason)

    @property
    def sends(self) -> bool:
        """Whether HPE hears of it."""
        return self.method is not None or bool(self.steps)


def changes(fields: Mapping[str, Field], prior: Tree, planned: Tree) -> dict[str, object]:
    """The arguments that differ, as a merge patch wants them: `None` for one that is to be taken away."""
    changed = {
        name: _merged(entry, prior.get(name), planned.get(name))
        for name, entry in fields.items()
        if entry.write_to and not (entry.replace or entry.write_only or entry.counts_once or _taken_once(entry, fields))
        if not entry.same(prior.get(name), planned.get(name))
    }
    # A write-only secret has no prior value: the number beside it says when to send it again.
    secrets = [name for name, entry in fields.items() if entry.write_only and f"{name}_version" in fields]
    return changed | {name: None for name in secrets if prior.get(f"{name}_version") != planned.get(f"{name}_version")}


def _taken_once(entry: Field, fields: Mapping[str, Field]) -> bool:
    """Whether it is a secret that HPE takes only when the object is made."""
    return entry.secret is not None and f"{entry.secret}_wo_version" not in fields


def _merged(entry: Field, before: object, wanted: object) -> object:
    """A nested object with what it had and shall have no more: a merge patch keeps what it does not name."""
    if entry.nesting != "single" or not isinstance(before, Mapping) or not isinstance(wanted, Mapping):
        return wanted
    assert entry.block is not None
    merged: dict[str, object] = {}
    for name, inner in entry.block.fields().items():
        old, new = before.get(name), wanted.get(name)
        merged[name] = CLEARED if new is None and old is not None and inner.write_to else _merged(inner, old, new)
    return merged
