"""Trouble on order: what goes wrong with which operation, how often."""

import random
from dataclasses import asdict, dataclass, fields
from typing import Any, Literal, get_args

Kind = Literal["status", "drop", "lost_reply", "slow", "fail_operation", "expired_token"]


@dataclass
class Fault:
    """One kind of trouble.

    Attributes:
        kind: `status` answers an error; `drop` cuts the connection before anything is done;
            `lost_reply` does the work, then cuts it; `slow` waits first; `fail_operation` lets the
            asynchronous operation end FAILED; `expired_token` answers 401.
        operation: operationId, or `*` for all.
        count: how many requests it strikes; None for no end.
        probability: how likely it strikes one request, drawn from the seed.
        status: what `status` answers.
        message: text of the error.
        seconds: how long `slow` waits.
        retry_after: value of a `Retry-After` header, for `status`.
    """

    kind: Kind
    operation: str = "*"
    count: int | None = None
    probability: float = 1.0
    status: int = 503
    message: str = "fault on order"
    seconds: float = 0.0
    retry_after: int | None = None
    id: int = 0

    def as_json(self) -> dict[str, Any]:
        """The fault by field name."""
        return asdict(self)


class Faults:
    """All faults that are set; several may strike one request."""

    def __init__(self, seed: int, operations: frozenset[str] | set[str]) -> None:
        self._chance = random.Random(seed)  # noqa: S311 (repeatable chance is the purpose)
        self._operations = operations
        self._set: list[Fault] = []
        self._next_id = 1

    def add(self, described: dict[str, Any]) -> Fault:
        """Set a fault; ValueError names what is wrong and what is allowed."""
        known = [field.name for field in fields(Fault) if field.name != "id"]
        unknown = sorted(described.keys() - set(known))
        if unknown:
            raise ValueError(f"setting a fault: {unknown} is not known; a fault has {', '.join(known)}")
        fault = Fault(**{"kind": "", **described})
        if fault.kind not in get_args(Kind):
            raise ValueError(f"setting a fault: kind is {fault.kind!r}; give one of {', '.join(get_args(Kind))}")
        if fault.operation != "*" and fault.operation not in self._operations:
            raise ValueError(f"setting a fault: no operation is called {fault.operation!r}; give an operationId or *")
        if not 0 <= fault.probability <= 1:
            raise ValueError(f"setting a fault: probability is {fault.probability}; give 0 to 1")
        fault.id = self._next_id
        self._next_id += 1
        self._set.append(fault)
        return fault

    def all(self) -> list[Fault]:
        """Faults still in force."""
        return list(self._set)

    def clear(self) -> None:
        """No more trouble."""
        self._set.clear()

    def striking(self, operation: str) -> dict[Kind, Fault]:
        """The faults that strike this request, each counted down; the first of a kind wins."""
        struck: dict[Kind, Fault] = {}
        for fault in list(self._set):
            if fault.operation not in ("*", operation) or fault.kind in struck:
                continue
            if fault.probability < 1 and self._chance.random() >= fault.probability:
                continue
            struck[fault.kind] = fault
            if fault.count is not None:
                fault.count -= 1
                if fault.count <= 0:
                    self._set.remove(fault)
        return struck
