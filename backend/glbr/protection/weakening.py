"""What a planned change of one object takes away from protection; light enough for the provider's way to the schema."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from glbr.protection.period import InvalidPeriod, Period
from glbr.protection.problem import Path, written

Tree = Mapping[str, object]
Sort = Literal["weaker", "irreversible", "undecided", "unjudged"]

_NAMED: Final = 5
"""So many members that leave a group are named; the rest are counted."""


@dataclass(frozen=True, slots=True)
class Weakening:
    """One thing that gets weaker, or that nobody can take back.

    Attributes:
        what: Before and after, in words: `CLOUD_BACKUP, schedule 3: locked 1 month → locked 1 week`.
        detail: What follows from it, and what to do.
        path: Where it stands in the configuration; empty for the object as a whole.
        sort: `weaker`; `irreversible` for a longer lock; `undecided` while only the apply will tell; `unjudged` when the apply
            will not tell either, since it makes a new object and has nothing to compare it with.
    """

    what: str
    detail: str
    path: Path = ()
    sort: Sort = "weaker"


def destroyed(what: str, detail: str) -> Weakening:
    """An object that protection hangs on goes away."""
    return Weakening(f"{what} → nothing", detail)


def replaced(prior: Tree, planned: Tree, paths: Sequence[Path], detail: str) -> Weakening:
    """An object that holds recovery points is destroyed, to make another one."""
    steps = [f"{written(path)}: {_told(prior, path)} → {_told(planned, path)}" for path in paths]
    return Weakening(f"replaced, since it changes {'; '.join(steps)}", detail, paths[0] if paths else ())


def replaced_on_request(detail: str) -> Weakening:
    """An object that holds recovery points is made anew although nothing of it changes."""
    return Weakening("replaced, as somebody asked for (-replace, or replace_triggered_by)", detail)


def narrowed(prior: object, planned: object, path: Path, key: str, detail: str) -> Iterator[Weakening]:
    """Members that leave a group.

    Args:
        prior: The members before, each an object that `key` tells apart.
        planned: The members after; unknown as a whole when it is no list. One that is unknown may be any of those before.
        path: Where the members stand.
        key: Name of what tells them apart.
        detail: What follows for those who leave.
    """
    before = _keys(prior, key)
    if not before or planned == prior:
        return
    after = _keys(planned, key) if isinstance(planned, list) or planned is None else {"": None}
    leaving = [name for name in before if name not in after]
    if leaving and None in after.values():
        cure = "Make what the members depend on first, or look at the plan of a later run."
        yield Weakening(f"{len(before)} members → known only after the apply", cure, path, "undecided")
    elif leaving:
        named = ", ".join(leaving[:_NAMED]) + (f" and {len(leaving) - _NAMED} more" if len(leaving) > _NAMED else "")
        what = f"{len(before)} members → {len(after)}; leaving: {len(leaving)}"
        yield Weakening(what, f"Leaving: {named}. {detail}", path)


def group_weakenings(
    prior: Tree, planned: Tree | None, replacing: Sequence[Path], members: Mapping[Path, str]
) -> Iterator[Weakening]:
    """What a group loses: members that leave, or the object that it follows. That it is destroyed is said by its job.

    Args:
        prior: The group before.
        planned: The group after; None when it is destroyed.
        replacing: Attributes that need a new group.
        members: Where members are named, and what tells them apart there.
    """
    if planned is None:
        return
    for path, key in members.items():
        if replacing and value_at(planned, path) is None:
            continue  # the new group names its members in another way
        detail = "Jobs of this group make no more recovery points of them."
        yield from narrowed(value_at(prior, path), value_at(planned, path), path, key, detail)
    if replacing:
        detail = (
            "What only the old group held is not protected by the new one. Copies made so far stay until they expire."
        )
        yield replaced(prior, planned, replacing, detail)


def period_weakenings(prior: Tree, planned: Tree) -> Iterator[Weakening]:
    """A retention or lock of one copy that gets shorter, or a lock that gets longer."""
    for name, word in (("expire_after", "kept"), ("lock_for", "locked")):
        before, after = _period(prior.get(name)), _period(planned.get(name))
        if before is not None and planned.get(name) is not None and not isinstance(planned.get(name), str):
            detail = "It depends on a value that only the apply will tell. If that is weaker, the apply says so."
            yield Weakening(f"{word} {before} → known only after the apply", detail, (name,), "undecided")
        if before is None or after is None or before.lasts_as_long_as(after):
            continue
        what = f"{word} {before} → {after}"
        if before.can_outlast(after):
            yield Weakening(what, "The copy goes, or can be deleted, earlier.", (name,))
        elif name == "lock_for":
            yield Weakening(what, "HPE shortens no lock: this cannot be taken back.", (name,), "irreversible")


def value_at(tree: object, path: Path) -> object:
    """What stands at a path; None where nothing does, and whatever is not known yet where the way ends before."""
    for step in path:
        if isinstance(tree, Mapping):
            tree = tree.get(str(step))
        elif isinstance(tree, list) and isinstance(step, int):
            tree = tree[step] if step < len(tree) else None
    return tree


def _period(written: object) -> Period | None:
    try:
        return Period.parse(written) if isinstance(written, str) and written else None
    except InvalidPeriod:
        return None  # refused where it stands, by its own type


def _keys(members: object, key: str) -> dict[str, object]:
    """Members by what tells them apart; None stands for one that is not known yet."""
    found: dict[str, object] = {}
    for position, member in enumerate(members if isinstance(members, list) else []):
        name = member.get(key) if isinstance(member, Mapping) else None
        found[name if isinstance(name, str) else f"member {position}"] = member if isinstance(name, str) else None
    return found


def _told(tree: object, path: Path) -> str:
    value = value_at(tree, path)
    if value is None:
        return "nothing"
    return str(value) if isinstance(value, (str, int)) else "another one"
