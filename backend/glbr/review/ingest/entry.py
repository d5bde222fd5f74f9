"""One object of ours on one side of a change, before it becomes a part of the model."""

from dataclasses import dataclass
from typing import Protocol

from glbr.protection.setting import Setting
from glbr.review.ingest.values import Place, Tree


@dataclass(frozen=True, slots=True)
class Entry:
    """An object as a document has it.

    Attributes:
        key: Its address after the change.
        address: Its address on this side.
        noun: Noun of its type.
        tree: Its attributes; what is unknown or sensitive is `HIDDEN`.
        prevent_destroy: Whether Terraform refuses to destroy it; None when the document does not tell.
        ignore_changes: What Terraform ignores; None when the document does not tell.
    """

    key: str
    address: str
    noun: str
    tree: Tree
    prevent_destroy: bool | None = None
    ignore_changes: tuple[str, ...] | None = None

    @property
    def identifier(self) -> Setting[str]:
        """HPE's id. What has none as yet gets one."""
        found = self.tree.get("id")
        return Setting("known", found) if isinstance(found, str) and found else Setting("unknown")


class Resolver(Protocol):
    """Finds the object behind an id, on one side."""

    def one(self, entry: Entry, place: Place) -> object:
        """The key of the object whose id stands at a place, or the id of what is not managed here.

        Returns:
            A text; `None` where there is nothing; `HIDDEN` where nobody can tell.
        """
        ...

    def stores(self, entry: Entry, places: list[Place]) -> list[object]:
        """The same for the stores of several tiers of one policy or job at once, in the order of the places."""
        ...

    def tier(self, entry: Entry, place: Place) -> object:
        """The id of a tier that an override names; a made-up one where it is known which tier but not its id."""
        ...


def stand_in(policy: str, position: int) -> str:
    """What stands for the id of a tier while HPE has not made one."""
    return f"{policy}.protections[{position}]"
