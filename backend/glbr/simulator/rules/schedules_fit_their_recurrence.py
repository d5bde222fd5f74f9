"""A schedule's numbers lie in the ranges the contract describes in words for its recurrence."""

from glbr.simulator.call import Call, Guard
from glbr.simulator.contract.document import JsonObject

# Recurrence to: largest step (None: any), and the range of `on` (None: takes none).
_RANGES: dict[str, tuple[int | None, tuple[int, int] | None]] = {
    "BY_MINUTES": (60, None),
    "HOURLY": (24, (0, 59)),
    "DAILY": (None, None),
    "WEEKLY": (None, (0, 6)),
    "MONTHLY": (None, (0, 31)),
}
_WITHIN_DAYS = ("BY_MINUTES", "HOURLY")


def _check(call: Call) -> None:
    for tier in call.body.get("protections") or ():
        for schedule in tier.get("schedules") or ():
            problem = _problem(schedule["schedule"])
            if problem:
                raise call.refuse(400, f"schedule {schedule['scheduleId']}: {problem}")


def _problem(schedule: JsonObject) -> str | None:
    recurrence = schedule["recurrence"]
    largest, positions = _RANGES[recurrence]
    every = schedule["repeatInterval"]["every"]
    on = schedule["repeatInterval"].get("on")
    if largest and every > largest:
        return f"{recurrence} takes every up to {largest}, given {every}"
    if on and positions is None:
        return f"{recurrence} takes no repeatInterval.on, given {on}"
    if on and positions and not all(positions[0] <= number <= positions[1] for number in on):
        return f"{recurrence} takes repeatInterval.on from {positions[0]} to {positions[1]}, given {on}"
    if schedule.get("startTime") and recurrence in _WITHIN_DAYS:
        return f"{recurrence} takes no startTime; use activeTime for a daily window"
    if schedule.get("activeTime") and recurrence not in _WITHIN_DAYS:
        return f"{recurrence} takes no activeTime; use startTime"
    return None


GUARDS: dict[str, Guard] = {
    "DataManagementTemplateCreate": _check,
    "DataManagementTemplateReplace": _check,
    "DataManagementTemplateUpdate": _check,
}
