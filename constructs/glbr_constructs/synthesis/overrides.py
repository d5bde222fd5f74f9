"""Overrides of a resource that take something away, which the CDK can do only where it wrote the value itself."""

from collections.abc import Mapping


class Removals:
    """What the overrides of a resource leave out: those whose value is `None`.

    An override replaces what an earlier one said about the same place, as in the CDK.
    """

    def __init__(self) -> None:
        self._overrides: dict[str, object] = {}

    def override(self, path: str, value: object) -> None:
        """Note an override: names with dots between them, and what is to be there."""
        *outer, last = path.split(".")
        place = self._overrides
        for name in outer:
            inside = place.get(name)
            if not isinstance(inside, dict):
                inside = place[name] = {}
            place = inside
        place[last] = value

    def applied_to(self, attributes: dict[str, object]) -> dict[str, object]:
        """The attributes without what was removed."""
        return _without(attributes, self._overrides)


def _without(attributes: dict[str, object], overrides: Mapping[str, object]) -> dict[str, object]:
    kept = dict(attributes)
    for name, override in overrides.items():
        if override is None:
            kept.pop(name, None)
        elif isinstance(override, Mapping) and name in kept:
            kept[name] = _inside(kept[name], override)
    return kept


def _inside(value: object, overrides: Mapping[str, object]) -> object:
    if isinstance(value, dict):
        return _without(value, overrides)
    if isinstance(value, list):
        return list(_without({str(position): item for position, item in enumerate(value)}, overrides).values())
    return value
