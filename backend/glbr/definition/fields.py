"""The four words in which a definition speaks of a value: `argument`, `reference`, `result`, `secret`.

Each is written as the default of an annotated attribute. The annotation says what the value is (`str`, `int`, `bool`,
`Period`, `Literal[...]`, a `Block`, or `list`, `set`, `dict` of these) and, with `| None`, that it may be left out.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import UnionType
from typing import TYPE_CHECKING, Any, Final, Literal, Union, get_args, get_origin

from glbr.definition.types import PLAIN, Choice, Type

if TYPE_CHECKING:
    from glbr.definition.block import Block

Nesting = Literal["single", "list", "set", "map"]
Taken = Literal["once", "again"]
"""When HPE takes a secret: only when the object is made, or at any time."""
NESTINGS: Final[Mapping[object, Nesting]] = {list: "list", set: "set", dict: "map"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One attribute of a definition, with all that is known of it.

    Attributes:
        name: Name in Terraform.
        description: What people read about it.
        plain: What a plain value is; `None` for a nested block.
        block: What a nested object is; `None` for a plain value.
        nesting: How many: `None` for one plain value, else single, list, set or map.
        required: A person must set it.
        optional: A person may set it.
        computed: HPE sets it (when no person did).
        default: The value when a person sets none; `None` for no default.
        replace: A change needs a new object.
        sensitive: Never shown.
        write_only: Never kept in plan or state.
        secret: Name of the secret that this argument gives, in one of two ways; `None` for what is no secret.
        needed: The secret must be given, in one way or the other, when the object is made.
        secret_version: The number that says when to send a secret again.
        parent: The object above, in whose collection this one is: a part of the path, in no body.
        later: Not part of the creation: sent by a change right after it.
        counts_once: It counts when the object is made; a later change of it does nothing.
        looked_up: It names what is found and never made by Terraform: while it is unknown, it is taken for the same.
        stable: A result that stays when the object is changed.
        volatile: A result that changes by itself: for data sources, never part of a managed object's state.
        write_to: HPE's name in requests; `None` when it is not sent.
        read_from: HPE's path in replies; empty when it is not returned, and the state keeps what was written.
        to: The object whose id this is.
        at_least: Least number, or least length of a text or collection.
        at_most: Greatest number, or greatest length.
    """

    name: str
    description: str
    plain: Type | None = None
    block: "type[Block] | None" = None
    nesting: Nesting | None = None
    required: bool = False
    optional: bool = False
    computed: bool = False
    default: object = None
    replace: bool = False
    sensitive: bool = False
    write_only: bool = False
    secret: str | None = None
    needed: bool = False
    secret_version: bool = False
    parent: bool = False
    later: bool = False
    counts_once: bool = False
    looked_up: bool = False
    stable: bool = False
    volatile: bool = False
    write_to: str | None = None
    read_from: tuple[str, ...] = ()
    to: str | None = None
    at_least: int | None = None
    at_most: int | None = None

    def same(self, one: object, other: object) -> bool:
        """Whether two values of this field mean the same."""
        if one is None or other is None or self.plain is None:
            return one == other if self.plain is None else self.plain.same(one, other)
        if self.nesting in ("list", "set") and isinstance(one, list) and isinstance(other, list):
            return len(one) == len(other) and all(map(self.plain.same, self._in_order(one), self._in_order(other)))
        return self.plain.same(one, other)

    def _in_order(self, values: list[object]) -> list[object]:
        return sorted(values, key=str) if self.nesting == "set" else values


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """What stands behind `=` in a definition, before the annotation is known."""

    field: Field
    sent: bool
    returned: bool
    wire: str | None
    read_from: str | None
    taken: Taken | None = None


def argument(
    description: str,
    *,
    default: object = None,
    computed: bool = False,
    replace: bool = False,
    sensitive: bool = False,
    api: str | None = None,
    sent: bool = True,
    returned: bool = True,
    read_from: str | None = None,
    later: bool = False,
    counts_once: bool = False,
    looked_up: bool = False,
    at_least: int | None = None,
    at_most: int | None = None,
) -> Any:
    """Something a person sets.

    Args:
        description: Full sentences for the user manual: what it is for, and what HPE does without it.
        default: Value when left out. A default that HPE chooses is `computed` instead.
        computed: HPE fills it when a person leaves it out.
        replace: HPE cannot change it: a new object is needed.
        sensitive: Never show it.
        api: HPE's name, where it is not the same in camelCase.
        sent: Whether HPE is told; otherwise it steers the provider.
        returned: Whether HPE tells it back; otherwise the state keeps what was written.
        read_from: HPE's path in replies (`protectionStoreInfo.id`), where it is not the name it was sent by.
        later: HPE takes it in a change only, not in a creation: it is sent right after.
        counts_once: It counts when the object is made; a later change of it does nothing, and the plan says so.
        looked_up: It names what data sources find, never an object that Terraform makes. Terraform leaves such a look-up to
            the apply whenever something it hangs on changes: that is no reason to plan a new object.
        at_least: Least number or length.
        at_most: Greatest number or length.
    """
    field = Field(
        name="", description=description, default=default, computed=computed, replace=replace, sensitive=sensitive,
        later=later, counts_once=counts_once, looked_up=looked_up,
        at_least=at_least, at_most=at_most,
    )  # fmt: skip
    return Word(field=field, sent=sent, returned=returned, wire=api, read_from=read_from)


def reference(
    description: str,
    *,
    to: str,
    replace: bool = False,
    api: str | None = None,
    sent: bool = True,
    read_from: str | None = None,
    returned: bool = True,
) -> Any:
    """The id of another HPE object, named by its noun: `to="protection_store"`."""
    field = Field(name="", description=description, to=to, replace=replace)
    return Word(field=field, sent=sent, returned=returned, wire=api, read_from=read_from)


def parent(description: str, *, to: str) -> Any:
    """The id of the object above, named by its noun. It stands in braces in the path of the collection."""
    field = Field(name="", description=description, to=to, replace=True, parent=True)
    return Word(field=field, sent=False, returned=False, wire=None, read_from=None)


def result(
    description: str,
    *,
    stable: bool = False,
    volatile: bool = False,
    api: str | None = None,
    read_from: str | None = None,
    to: str | None = None,
) -> Any:
    """Something HPE tells.

    Args:
        description: Full sentences for the user manual.
        stable: It never changes in the life of the object.
        volatile: It changes without anybody changing the object: health, sizes, run times. Data sources tell it; a
            managed object's state does not, since it would look like drift.
        api: HPE's name, where it is not the same in camelCase.
        read_from: HPE's path in replies, where it is not the name.
        to: The noun of the object whose id it is.
    """
    field = Field(name="", description=description, computed=True, stable=stable, volatile=volatile, to=to)
    return Word(field=field, sent=False, returned=True, wire=api, read_from=read_from)


def secret(description: str, *, api: str | None = None, once: bool = False) -> Any:
    """Something a person sets that HPE never tells back.

    It becomes three arguments: `<name>_wo` (write-only: in no plan and no state), `<name>_wo_version` (change it to send
    the secret again) and, for Terraform before 1.11, the sensitive `<name>`.

    Args:
        description: Full sentences for the user manual.
        api: HPE's name, where it is not the same in camelCase.
        once: HPE takes it only when the object is made; then there is no `<name>_wo_version`.
    """
    field = Field(name="", description=description, sensitive=True)
    return Word(field=field, sent=True, returned=False, wire=api, read_from=None, taken="once" if once else "again")


def fields_from(name: str, annotation: object, word: Word) -> tuple[Field, ...]:
    """Join what a definition says of one attribute: its name, its annotation, its word."""
    inner, may_be_absent = _without_none(annotation)
    kind, block, nesting = _kind(name, inner)
    told = word.field.computed and not word.sent  # a result
    wire = word.wire or camel(name)
    field = replace(
        word.field,
        name=name,
        plain=kind,
        block=block,
        nesting=nesting,
        required=not told and not may_be_absent and word.field.default is None,
        optional=not told and (may_be_absent or word.field.default is not None),
        computed=word.field.computed or word.field.default is not None,
        write_to=wire if word.sent else None,
        read_from=tuple((word.read_from or wire).split(".")) if word.returned else (),
    )
    return (field,) if word.taken is None else _secret_fields(field, word.taken)


def _secret_fields(field: Field, taken: Taken) -> tuple[Field, ...]:
    shown = replace(field, required=False, optional=True, secret=field.name, needed=field.required)
    hidden = replace(
        shown,
        name=f"{field.name}_wo",
        write_only=True,
        description=f"{field.description} Write-only: kept in no plan and no state; needs Terraform 1.11.",
    )
    if taken == "once":
        return shown, hidden
    version = replace(
        shown,
        name=f"{field.name}_wo_version",
        plain=PLAIN[int],
        sensitive=False,
        secret=None,
        needed=False,
        secret_version=True,
        write_to=None,
        description=f"Change this number to send a new {field.name}_wo.",
    )
    return shown, hidden, version


def camel(name: str) -> str:
    """HPE's spelling of a name: `displayName` for `display_name`."""
    first, *rest = name.split("_")
    return first + "".join(part.capitalize() for part in rest)


def _without_none(annotation: object) -> tuple[object, bool]:
    if get_origin(annotation) in (UnionType, Union):
        kept = [part for part in get_args(annotation) if part is not type(None)]
        return kept[0], len(kept) < len(get_args(annotation))
    return annotation, False


def _kind(name: str, annotation: object) -> "tuple[Type | None, type[Block] | None, Nesting | None]":
    if (nesting := NESTINGS.get(get_origin(annotation))) is not None:
        kind, block, _ = _kind(name, get_args(annotation)[-1])
        return kind, block, nesting
    if get_origin(annotation) is Literal:
        return Choice(values=get_args(annotation)), None, None
    if (kind := PLAIN.get(annotation)) is not None:
        return kind, None, None
    if isinstance(annotation, type) and hasattr(annotation, "fields"):
        return None, annotation, "single"
    raise TypeError(f"{name}: {annotation!r} is not a type that a definition can hold")
