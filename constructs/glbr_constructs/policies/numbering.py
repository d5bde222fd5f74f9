"""The number that each schedule of a policy gets: by what it is, never by when it was added, nor by how often it runs.

    1, 2, 3, 4, 5             snapshots, backups, cloud backups, backups of database logs, replicated snapshots
    + 10, + 20, …             for the second, third, … of the same kind: 12 is the second schedule of backups

A policy with at most one schedule of each kind has the numbers of HPE's own examples, and any other rhythm, time or
retention leaves them as they are: HPE changes those in a policy in use, but takes another number for another schedule, and
then wants a new policy.

Schedules of one kind are in order of what they say: store (by the place of its construct), family of the rhythm, step, days,
times, and then the rest. The store is first since no schedule of a policy in use can go to another. One added or removed
can move the others of its kind, but HPE wants a new policy for that anyway. So only one edit renumbers a policy that could
have stayed: a rhythm or time that overtakes another one of the same kind in the same store, such as backups daily and
weekly, of which the daily ones become monthly. The two change places within their tier, which HPE can do in a policy
in use, unless a chain or a script moves with them. `schedule_id=` pins a number where that matters.

Numbers hold no digit 0, since HPE's own description of them has none.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from itertools import count
from typing import Final, Literal, TypeAlias, TypeVar

Kind = Literal["SNAPSHOT", "BACKUP", "CLOUD_BACKUP", "DATABASE_LOG_BACKUP", "REPLICATED_SNAPSHOT"]
"""HPE's kinds of copies."""

KINDS: Final[tuple[Kind, ...]] = (
    "SNAPSHOT",
    "BACKUP",
    "CLOUD_BACKUP",
    "DATABASE_LOG_BACKUP",
    "REPLICATED_SNAPSHOT",
)
"""All of them, in the order of their numbers, from 1."""

Content: TypeAlias = tuple[str, int, int, tuple[int, ...], str]
"""What a schedule says, in the order that counts: store, family, step, days or minutes, and all the rest."""

C = TypeVar("C", bound=Hashable)


def numbers(
    copies: Sequence[C],
    chosen: Callable[[C], int | None],
    kind_of: Callable[[C], Kind],
    content: Callable[[C], Content],
) -> dict[C, int]:
    """Number all schedules of a policy.

    Args:
        copies: The schedules, in whatever order.
        chosen: The number that a person chose, if any.
        kind_of: The kind of copies that a schedule makes.
        content: What the schedule says, to put those of one kind in order. Asked only where there are several.

    Raises:
        Alike: two of one kind say the same, so that nothing puts them in order.
    """
    found = {one: number for one in copies if (number := chosen(one)) is not None}
    taken = set(found.values())
    kinds: dict[Kind, list[C]] = {}
    for one in copies:
        if one not in found:
            kinds.setdefault(kind_of(one), []).append(one)
    for kind, members in kinds.items():
        free = (number for number in _of_kind(kind) if number not in taken)
        found |= dict(zip(_in_order(members, content), free, strict=False))
    return found


class Alike(Exception):
    """Two schedules that nothing tells apart."""


def _in_order(members: list[C], content: Callable[[C], Content]) -> Iterable[C]:
    if len(members) == 1:
        return members
    contents = {one: content(one) for one in members}
    if len(set(contents.values())) < len(members):
        raise Alike
    return sorted(members, key=contents.__getitem__)


def _of_kind(kind: Kind) -> Iterator[int]:
    """The numbers of a kind, such as 2, 12, 22, … 92, 112, …; none holds the digit 0."""
    first = KINDS.index(kind) + 1
    return (number for step in count() if "0" not in str(number := first + 10 * step))
