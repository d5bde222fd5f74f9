"""An HPE object: where it lives in the API, what people call it, how it is changed."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar, Literal, Self
from urllib.parse import quote

from glbr.definition.block import Block
from glbr.definition.fields import argument, result
from glbr.definition.tree import Tree
from glbr.definition.types import Wait
from glbr.protection.problem import Path


class Observed(Block):
    """An HPE object that can be read: it becomes a data source by id or name, and one that lists."""

    collection: ClassVar[str]
    """Path of the collection; one object is at `<collection>/<id>`."""
    readable_alone: ClassVar[bool] = True
    """Whether one object can be read by its id; otherwise it is found in the list."""
    paging: ClassVar[Literal["offset", "page", "none"]] = "offset"
    """How HPE names the paging parameters of the list; `none` when it has no pages."""
    named_by: ClassVar[str] = "name"
    """HPE's property that people know the object by, such as `assetInfo/name`."""
    filterable: ClassVar[tuple[str, ...]] = ()
    """Properties that HPE's list can be filtered by."""

    id: str = result("Identifier made by HPE.", stable=True)

    @classmethod
    def noun(cls) -> str:
        """The name of the definition everywhere: `protection_policy`."""
        return re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower()

    @classmethod
    def words(cls) -> str:
        """The noun as it stands in a sentence: `protection policy`."""
        return cls.noun().replace("_", " ")

    @classmethod
    def plural(cls) -> str:
        """The name of the collection: `protection_policies`."""
        return cls.collection.rpartition("/")[2].replace("-", "_")

    @classmethod
    def plural_words(cls) -> str:
        """The collection as it stands in a sentence: `protection policies`."""
        return cls.plural().replace("_", " ")

    @classmethod
    def type_name(cls) -> str:
        """Terraform's name of one: `glbr_protection_policy`."""
        return f"glbr_{cls.noun()}"

    @classmethod
    def kind(cls) -> str:
        """The last part of HPE's kind, as operations name their objects: `protection-policy`."""
        return cls.noun().replace("_", "-")

    @classmethod
    def path_of(cls, identifier: str) -> str:
        """Where one object lives."""
        return f"{cls.collection}/{quote(identifier, safe='')}"


class Timeouts(Block):
    """How long Terraform waits for HPE to finish. What HPE has begun goes on all the same."""

    create: Wait | None = argument(
        "Wait this long for it to be made, such as `30m`; `60m` when left out.", sent=False, returned=False
    )
    update: Wait | None = argument("Wait this long for a change; `60m` when left out.", sent=False, returned=False)
    delete: Wait | None = argument("Wait this long for its removal; `60m` when left out.", sent=False, returned=False)


class Resource(Observed):
    """An HPE object that Terraform makes, changes and removes."""

    kept_while: ClassVar[str] = ""
    """What to do when HPE refuses to remove the object in its present state (412)."""
    imported_beside: ClassVar[str | None] = None
    """The reference whose object must be read along, to tell at an import what a person wrote."""
    needs_live: ClassVar[bool] = False
    """Whether `update` can only decide with the object as HPE holds it now."""

    timeouts: Timeouts | None = argument("How long to wait for HPE.", sent=False, returned=False)

    @classmethod
    def twin(cls, planned: Tree) -> Mapping[str, object]:
        """What would make an existing object the same as a planned one: HPE's properties and their values."""
        path = tuple(cls.named_by.split("/"))
        name = next(name for name, entry in cls.fields().items() if entry.read_from == path)
        return {cls.named_by: planned.get(name)}

    @classmethod
    def managed(cls, tree: Tree, prior: Tree | None, beside: Tree) -> Tree:
        """What a person could have written, out of what HPE tells.

        Args:
            tree: All that HPE tells.
            prior: The last state; `None` at an import.
            beside: At an import, the object that `imported_beside` refers to; else nothing.
        """
        del prior, beside
        return tree

    @classmethod
    def update(cls, prior: Tree, planned: Tree, live: Tree) -> "Update":
        """How a change reaches HPE; by default a merge patch of the arguments that differ."""
        del live
        fields = cls.fields()
        changed = {
            name: planned.get(name)
            for name, entry in fields.items()
            if entry.write_to and not entry.replace and not entry.write_only
            if not entry.same(prior.get(name), planned.get(name))
        }
        # A write-only secret has no prior value: the number beside it says when to send it again.
        secrets = {name: None for name, entry in fields.items() if entry.write_only}
        changed |= {name: None for name in secrets if prior.get(f"{name}_version") != planned.get(f"{name}_version")}
        return Update("PATCH", changed) if changed else Update.nothing()

    @classmethod
    def delete_query(cls, prior: Tree) -> Mapping[str, str]:
        """Query of the request that removes the object."""
        del prior
        return {}


@dataclass(frozen=True, slots=True)
class Update:
    """How a change reaches HPE.

    Attributes:
        method: PATCH a part, PUT the whole, or `None`: nothing to send, or not possible.
        tree: What is sent, in our names; for PUT all that a person may set.
        replace: Why not: paths whose change HPE cannot take, so that a new object is needed.
        reason: The same in words, for the plan.
    """

    method: Literal["PATCH", "PUT"] | None
    tree: Tree = field(default_factory=dict)
    replace: tuple[Path, ...] = ()
    reason: str = ""

    @classmethod
    def nothing(cls) -> Self:
        """The change concerns only Terraform."""
        return cls(None)

    @classmethod
    def impossible(cls, replace: tuple[Path, ...], reason: str) -> Self:
        """HPE cannot make the change on the object."""
        return cls(None, replace=replace, reason=reason)
