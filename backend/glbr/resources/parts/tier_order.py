"""The order in which the tiers of a policy are told to a person who has not written them: HPE promises none."""

from collections.abc import Iterable

from glbr.definition import Tree


def in_order(tiers: Iterable[Tree]) -> list[Tree]:
    """Tiers by their first schedule, schedules by their number; those without a number come last, as HPE lists them."""
    ordered = [{**tier, "schedules": _by_number(tier.get("schedules"))} for tier in tiers]
    return sorted(ordered, key=lambda tier: min(map(_number, _schedules(tier.get("schedules"))), default=_LAST))


_LAST = (1, 0)


def _by_number(schedules: object) -> object:
    return sorted(_schedules(schedules), key=_number) if isinstance(schedules, list) else schedules


def _schedules(schedules: object) -> list[Tree]:
    return [entry for entry in schedules if isinstance(entry, dict)] if isinstance(schedules, list) else []


def _number(schedule: Tree) -> tuple[int, int]:
    number = schedule.get("schedule_id")
    return (0, number) if isinstance(number, int) else _LAST
