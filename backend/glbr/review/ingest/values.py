"""Plain trees of values, as `glbr.protection` reads them: what is not known or not to be shown is of no type it expects.

`None` is absent. `HIDDEN` stands for both a value that only the apply will tell and one that is marked as sensitive: nobody
downstream can see either, and nobody may take it for absent.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from glbr.protection.setting import Setting
from glbr.review.ingest.kinds import is_named_like_a_secret

Tree = Mapping[str, object]
Place = tuple[str | int, ...]


class Hidden:
    """A value that nobody can see here. There is one, `HIDDEN`."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "HIDDEN"


HIDDEN: Final = Hidden()


def covered(value: object, *marks: object) -> object:
    """A value with `HIDDEN` wherever one of the marks (`after_unknown`, `after_sensitive`) says true."""
    for mark in marks:
        if _says_true(mark):
            value = _cover(value, mark)
    return value


def _says_true(mark: object) -> bool:
    if isinstance(mark, dict):
        return any(_says_true(part) for part in mark.values() if part)
    if isinstance(mark, list):
        return any(_says_true(part) for part in mark if part)
    return mark is True


def _cover(value: object, mark: object) -> object:
    if mark is True:
        return HIDDEN
    if isinstance(mark, dict) and mark and value is not HIDDEN:
        # Terraform leaves unknown values out of the tree: there is nothing at their place.
        covered_tree = dict(value) if isinstance(value, dict) else {}
        for name, part in mark.items():
            if _says_true(part):
                covered_tree[name] = _cover(covered_tree.get(name), part)
        return covered_tree or value
    if isinstance(mark, list) and mark and value is not HIDDEN:
        entries = list(value) if isinstance(value, list) else []
        entries += [None] * (len(mark) - len(entries))
        return [_cover(entry, part) for entry, part in zip(entries, mark, strict=False)] + entries[len(mark) :]
    return value


def at(tree: object, place: Place) -> object:
    """The value at a place; `None` where there is none, `HIDDEN` below a hidden one."""
    for step in place:
        if tree is HIDDEN:
            return HIDDEN
        if isinstance(tree, dict) and isinstance(step, str):
            tree = tree.get(step)
        elif isinstance(tree, list) and isinstance(step, int):
            tree = tree[step] if step < len(tree) else None
        else:
            return None
    return tree


def entries(tree: object, name: str) -> list[Tree]:
    """The objects of a list by its name; none where there is no such list."""
    found = tree.get(name) if isinstance(tree, dict) else None
    return [entry for entry in found if isinstance(entry, dict)] if isinstance(found, list) else []


def text(value: object) -> Setting[str]:
    """A plain value as text, as people write it: `true`, `4`."""
    if value is None:
        return Setting("absent")
    if isinstance(value, bool):
        return Setting("known", "true" if value else "false")
    return Setting("known", str(value)) if isinstance(value, (str, int, float)) else Setting("unknown")


def written(place: Place) -> str:
    """A place as people write it: `protections[1].schedules[0].lock_for`."""
    words = ""
    for step in place:
        words += f"[{step}]" if isinstance(step, int) else (f".{step}" if words else step)
    return words


def leaves(value: object, place: Place = ()) -> Iterator[tuple[Place, object]]:
    """Every value that is no object and no list, with its place. An empty list counts."""
    if isinstance(value, dict):
        for name, part in value.items():
            yield from leaves(part, (*place, str(name)))
    elif isinstance(value, list) and value:
        for position, part in enumerate(value):
            yield from leaves(part, (*place, position))
    else:
        yield place, value


def found_at(value: object, path: str) -> Iterator[tuple[Place, object]]:
    """Every value at a path without positions: `nics.network_address` of each of the list."""
    return _found(value, tuple(path.split(".")), ())


def _found(value: object, steps: tuple[str, ...], place: Place) -> Iterator[tuple[Place, object]]:
    if isinstance(value, list):
        for position, part in enumerate(value):
            yield from _found(part, steps, (*place, position))
    elif not steps or value is HIDDEN:
        yield (*place, *steps), value
    elif isinstance(value, dict) and steps[0] in value:
        yield from _found(value[steps[0]], steps[1:], (*place, steps[0]))


def differences(before: object, after: object, place: Place = ()) -> Iterator[Place]:
    """Places at which two trees differ; lists are matched by position. What cannot be seen may differ."""
    if before is after and before is not HIDDEN:
        return
    if isinstance(before, dict) and isinstance(after, dict):
        for name in sorted(before.keys() | after.keys()):
            yield from differences(before.get(name), after.get(name), (*place, name))
    elif isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        for position, (one, other) in enumerate(zip(before, after, strict=True)):
            yield from differences(one, other, (*place, position))
    elif isinstance(before, list) and isinstance(after, list):
        # An entry came or went: the list itself is what changed; entries that have a place on both sides are told too.
        yield place
    elif before != after or before is HIDDEN:
        yield place


def secrets_in_clear(value: object, *marks: object) -> Iterator[str]:
    """Paths of values that are named like a secret, are there to read, and are not marked as sensitive."""
    for place, leaf in leaves(covered(value, *marks)):
        names = [step for step in place if isinstance(step, str)]
        if names and isinstance(leaf, str) and leaf and "${" not in leaf and is_named_like_a_secret(names[-1]):
            yield written(place)
