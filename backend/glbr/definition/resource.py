"""An HPE object: where it lives in the API, what people call it, how it is changed."""

from collections.abc import Iterator, Mapping, Sequence
from typing import ClassVar, Literal

from glbr.definition.block import Block
from glbr.definition.collection import Collection, filled, named_in
from glbr.definition.fields import argument, result
from glbr.definition.thing import Thing
from glbr.definition.tree import Tree
from glbr.definition.types import Wait
from glbr.definition.update import Update, changes
from glbr.protection.problem import Path
from glbr.protection.weakening import Weakening


class Observed(Thing):
    """An HPE object that can be read: it becomes a data source by id or name, and one that lists."""

    collection: ClassVar[str]
    """Path of the collection; one object is at `<collection>/<id>`. The one place where the version of its API stands.
    `{virtual_machine_id}` in it is the argument of that name: a `parent`."""
    sources: ClassVar[tuple[Literal["one", "many"], ...]] = ("one", "many")
    """Data sources it becomes."""
    readable_alone: ClassVar[bool] = True
    """Whether one object can be read by its id; otherwise it is found in the list."""
    paging: ClassVar[Literal["offset", "page", "none"]] = "offset"
    """How HPE names the paging parameters of the list; `none` when it has no pages."""
    sortable: ClassVar[bool] = True
    """Whether HPE sorts the list."""
    named_by: ClassVar[str] = "name"
    """HPE's property that people know the object by, such as `assetInfo/name`."""
    filterable: ClassVar[tuple[str, ...]] = ()
    """Properties that HPE's list can be filtered by."""

    id: str = result("Identifier made by HPE.", stable=True)

    @classmethod
    def plural(cls) -> str:
        """The name of the collection: `protection_policies`, or `virtual_machine_snapshots` below an object."""
        return f"{cls.noun()}s" if cls.above() else cls.collection.rpartition("/")[2].replace("-", "_")

    @classmethod
    def plural_words(cls) -> str:
        """The collection as it stands in a sentence: `protection policies`."""
        return cls.plural().replace("_", " ")

    @classmethod
    def kind(cls) -> str:
        """The last part of HPE's kind, as operations name their objects: `protection-policy`."""
        return cls.noun().replace("_", "-")

    @classmethod
    def above(cls) -> tuple[str, ...]:
        """The arguments that say in which collection: of an object below another one, the id of that one."""
        return named_in(cls.collection)

    @classmethod
    def within(cls, tree: Tree) -> Collection:
        """The collection of an object with these arguments."""
        path = filled(cls.collection, tree)
        return Collection(cls, path, path)


class Timeouts(Block):
    """How long Terraform waits for HPE to finish. What HPE has begun goes on all the same."""

    create: Wait | None = argument(
        "Wait this long for it to be made, such as `30m`; `60m` when left out.", sent=False, returned=False
    )
    update: Wait | None = argument("Wait this long for a change; `60m` when left out.", sent=False, returned=False)
    delete: Wait | None = argument("Wait this long for its removal; `60m` when left out.", sent=False, returned=False)


class Resource(Observed):
    """An HPE object that Terraform makes, changes and removes."""

    written_at: ClassVar[str] = ""
    """Path of the collection for what makes, changes and removes; empty when it is the one that is read."""
    stands: ClassVar[bool] = False
    """Whether the object is there without Terraform, which then only sets its arguments (`standing_id` says of which
    object, else its name does) and leaves it as it is in the end."""
    actions: ClassVar[Mapping[str, type[Block]]] = {}
    """Calls of their own that change one side of the object, by the last part of their path, and what each takes."""
    changed_as: ClassVar[type[Block] | None] = None
    """What a PATCH takes, where that is not the arguments themselves."""
    lost_when_replaced: ClassVar[str] = ""
    """What is lost when the object is destroyed to make a new one; told in the plan."""
    kept_while: ClassVar[str] = ""
    """What to do when HPE refuses to remove the object in its present state (412, or 409)."""
    imported_beside: ClassVar[str | None] = None
    """The reference whose object must be read along, to tell at an import what a person wrote."""
    guarded_with: ClassVar[str | None] = None
    """The reference whose object must be read along, to tell what a change does to protection."""
    needs_live: ClassVar[bool] = False
    """Whether `update` can only decide with the object as HPE holds it now."""

    timeouts: Timeouts | None = argument("How long to wait for HPE.", sent=False, returned=False)

    @classmethod
    def within(cls, tree: Tree) -> Collection:
        """The collection of an object with these arguments."""
        path = filled(cls.collection, tree)
        return Collection(cls, path, filled(cls.written_at, tree) or path)

    @classmethod
    def twin(cls, planned: Tree) -> Mapping[str, object]:
        """What would make an existing object the same as a planned one: HPE's properties and their values."""
        path = tuple(cls.named_by.split("/"))
        name = next(name for name, entry in cls.fields().items() if entry.read_from == path)
        return {cls.named_by: planned.get(name)}

    @classmethod
    def standing_id(cls, planned: Tree) -> str | None:
        """Of an object that stands: its id, if an argument tells it."""
        del planned
        return None

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
    def update(cls, prior: Tree, planned: Tree, live: Tree) -> Update:
        """How a change reaches HPE; by default a merge patch of the arguments that differ."""
        del live
        return Update.patch(changes(cls.fields(), prior, planned))

    @classmethod
    def weakenings(
        cls, prior: Tree, planned: Tree | None, replacing: Sequence[Path], beside: tuple[Tree, Tree]
    ) -> Iterator[Weakening]:
        """What a planned change takes away from protection, or does for ever; by default nothing.

        Args:
            prior: The object as it is; when it goes away, with all that HPE tells of it.
            planned: The object as it will be; None when it is destroyed.
            replacing: The attributes whose change needs a new object; empty when this one stays.
            beside: Before and after, the object that `guarded_with` refers to; empty while nobody knows it.
        """
        del prior, planned, replacing, beside
        return iter(())

    @classmethod
    def lost_if_replaced(cls, prior: Tree) -> str:
        """What is lost when somebody asks for a replacement of an object that changes nothing; by default nothing."""
        del prior
        return ""

    @classmethod
    def completion(cls, made: Tree, planned: Tree) -> Update:
        """What is still to be sent once the object is made: by default, the arguments that are sent later.

        Args:
            made: The object as HPE has made it, in our names.
            planned: What is wanted.
        """
        later = {name: entry for name, entry in cls.fields().items() if entry.later and planned.get(name) is not None}
        return Update.patch(changes(later, made, planned))

    @classmethod
    def delete_query(cls, prior: Tree) -> Mapping[str, str]:
        """Query of the request that removes the object: an argument `force` goes along."""
        return {"force": "true"} if prior.get("force") else {}
