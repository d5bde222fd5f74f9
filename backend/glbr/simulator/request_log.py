"""What was asked of the simulator: counts, and the last requests without their secrets."""

from collections import Counter, deque
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True)
class LoggedRequest:
    """One answered request. Bodies, headers and tokens are never kept.

    Attributes:
        operation: operationId, or empty where the contract knows none.
        status: 0 when the connection was cut.
    """

    number: int
    method: str
    path: str
    query: str
    operation: str
    status: int
    client: str


class RequestLog:
    """Counters for ever, details for the last requests."""

    def __init__(self, size: int) -> None:
        self._last: deque[LoggedRequest] = deque(maxlen=size)
        self._counts: Counter[str] = Counter()
        self._number = 0

    def add(self, *, method: str, path: str, query: str, operation: str, status: int, client: str) -> None:
        """Remember one request."""
        self._number += 1
        self._counts[operation or "unknown"] += 1
        self._last.append(LoggedRequest(self._number, method, path, query, operation, status, client))

    def clear(self) -> None:
        """Start counting anew."""
        self._last.clear()
        self._counts.clear()
        self._number = 0

    @property
    def total(self) -> int:
        """How many requests there were."""
        return self._number

    @property
    def counts(self) -> dict[str, int]:
        """Requests per operationId."""
        return dict(self._counts)

    @property
    def last(self) -> list[LoggedRequest]:
        """The last requests, oldest first."""
        return list(self._last)

    def as_json(self) -> dict[str, Any]:
        """Counts and last requests."""
        return {"total": self.total, "counts": self.counts, "last": [asdict(one) for one in self._last]}
