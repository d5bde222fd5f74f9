"""Words that several rules say: what a finding is about, how many of it there are, and what makes it decidable."""

from collections.abc import Iterable
from typing import Final

from glbr.review.analysis.unit import Unit
from glbr.review.model.objects import Group, Job, Managed, Policy, Side, Store, Thing

WHOLE_PLAN: Final = "plan"
"""Key and subject of a finding that is about the plan as a whole."""

GIVE_INVENTORY: Final = "Give an inventory: `glbr inventory` writes one, `--inventory` reads it."


def objects(side: Side) -> dict[str, Managed]:
    """Every managed object of a side, by key."""
    return {item.key: item for item in side.all()}


def kind_word(item: Managed) -> str:
    """What kind of object it is: `store`, `protection store gateway`."""
    match item:
        case Store():
            return "store"
        case Policy():
            return "policy"
        case Group():
            return "group"
        case Job():
            return "job"
        case Thing(noun="storeonce"):
            return "appliance"
        case Thing():
            return item.noun.replace("_", " ")
    return "object"


def subject(item: Managed) -> str:
    """What people call it: `policy gold`."""
    return f"{kind_word(item)} {item.name}"


def unit_subject(unit: Unit) -> str:
    """What people call assets that share their fate: `group clinic`, `asset vm-0042`, `2 assets that leave clinic`."""
    if unit.key != unit.target:
        return unit.name
    return f"{'group' if _is_group(unit) else 'asset'} {unit.name}"


def who(unit: Unit) -> str:
    """The same with their number: `6 assets of clinic`, `vm-0042`, `2 assets that leave clinic`."""
    if _is_group(unit) and unit.key == unit.target:
        return f"{in_assets((unit,))} of {unit.name}"
    number = in_assets((unit,))
    return unit.name if unit.count == 1 or unit.name.startswith(number) else f"{number} ({unit.name})"


def _is_group(unit: Unit) -> bool:
    return "_protection_group." in unit.target


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its word: `1 asset`, `12 assets`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def assets_of(units: Iterable[Unit]) -> int:
    """How many assets units have together, as far as can be told."""
    return sum(unit.count for unit in units)


def in_assets(units: Iterable[Unit]) -> str:
    """The same in words: `at least 7 assets` where a group stands for members that nobody can list."""
    listed = tuple(units)
    least = "" if all(unit.countable for unit in listed) else "at least "
    return f"{least}{counted(assets_of(listed), 'asset')}"


def listed(names: Iterable[str], most: int = 3) -> str:
    """A few names, and how many more there are: `a, b, c and 4 more`."""
    found = sorted(set(names))
    rest = len(found) - most
    return ", ".join(found) if rest <= 0 else f"{', '.join(found[:most])} and {rest:,} more"
