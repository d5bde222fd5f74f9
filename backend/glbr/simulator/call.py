"""One request on its way through the simulated service, and what is answered."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from glbr.simulator.contract.document import JsonObject, Operation
from glbr.simulator.errors import ApiError
from glbr.simulator.operations import Work
from glbr.simulator.references import PATHS
from glbr.simulator.world import World


@dataclass(frozen=True)
class Page:
    """A list of objects before paging: all of them, or a way to fetch a stretch.

    Attributes:
        total: how many there are.
        fetch: the objects from an offset on, at most `limit` (all when None).
    """

    total: int
    fetch: Callable[[int, int | None], Sequence[JsonObject]]

    @classmethod
    def of(cls, items: Sequence[JsonObject]) -> "Page":
        """A page source over objects at hand."""
        return cls(len(items), lambda offset, limit: items[offset : None if limit is None else offset + limit])


@dataclass(frozen=True)
class Reply:
    """What a behaviour answers.

    Attributes:
        body: an object, a list before paging, or nothing.
        collection: the body holds stored objects of this collection, to be shown the way HPE shows them.
        location: path of the operation that a 202 started.
    """

    status: int
    body: JsonObject | Page | None = None
    collection: str | None = None
    location: str | None = None


@dataclass(frozen=True)
class Call:
    """A request that has passed the contract's checks."""

    world: World
    operation: Operation
    path: Mapping[str, str]
    query: Mapping[str, Any]
    body: JsonObject = field(default_factory=dict)
    user: str = ""
    failure: str | None = None

    @property
    def id(self) -> str:
        """The last id in the path: the object the request is about."""
        return list(self.path.values())[-1]

    def subject(self, collection: str) -> JsonObject:
        """The object the request is about, or HPE's refusal when it does not exist."""
        return self.world.require(collection, self.id, self.operation.id, status=self.missing_status)

    @property
    def missing_status(self) -> int:
        """404 where the contract lists it; where not, what the settings say HPE does."""
        return 404 if 404 in self.operation.replies else self.world.settings.missing_status

    @property
    def conflict_status(self) -> int:
        """409 where the contract lists it, else 400."""
        return 409 if 409 in self.operation.replies else 400

    def accept(self, work: Work) -> Reply:
        """Answer 202 and do the work as an asynchronous operation."""
        identifier = self.world.operations.accept(
            work, operation=self.operation.id, user=self.user, failure=self.failure
        )
        tasks = self.world.settings.location_form == "tasks"
        base = "/api/v1/tasks" if tasks else PATHS["async-operations"]
        return Reply(202, {}, location=f"{base}/{identifier}")

    def refuse(self, status: int, message: str) -> ApiError:
        """A refusal that starts with what was asked."""
        return ApiError(status, f"{self.operation.id}: {message}")


Behaviour = Callable[[Call], Reply]
Guard = Callable[[Call], None]
Show = Callable[[World, list[JsonObject]], list[JsonObject]]
