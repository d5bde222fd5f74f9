"""Where objects are written, and what Terraform leaves out of a plan: guards and acknowledgements."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from glbr.review.ingest.addresses import without_keys
from glbr.review.model.model import Location, Waiver


@dataclass(frozen=True, slots=True)
class Guard:
    """The lifecycle of a resource; None where nothing tells it."""

    prevent_destroy: bool | None = None
    ignore_changes: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Sources:
    """A configuration that belongs to a plan, by address without keys."""

    guards: Mapping[str, Guard] = field(default_factory=dict)
    places: Mapping[str, Location] = field(default_factory=dict)
    waivers: tuple[Waiver, ...] = ()

    def guard(self, address: str) -> Guard:
        """The lifecycle of an object."""
        return self.guards.get(without_keys(address), UNGUARDED) if self.guards else UNGUARDED

    def locations(self, addresses: Iterable[str]) -> dict[str, Location]:
        """Where objects are written, as far as that is known."""
        if not self.places:
            return {}
        found = ((address, self.places.get(without_keys(address))) for address in sorted(addresses))
        return {address: place for address, place in found if place is not None}


UNGUARDED: Final = Guard()
NOWHERE: Final = Sources()
