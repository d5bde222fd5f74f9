"""How long: a copy lives, or nobody may delete it."""

from glbr.protection.period import InvalidPeriod, Period
from glbr_constructs.refusal import UNRESOLVED, Refused


def length(
    doing: str,
    *,
    hours: int | None = None,
    days: int | None = None,
    weeks: int | None = None,
    months: int | None = None,
    years: int | None = None,
) -> Period:
    """A length of time from the one unit that was given.

    Args:
        doing: What it is for, to start a refusal with.
        hours: Number of hours.
        days: Number of days.
        weeks: Number of weeks.
        months: Number of calendar months.
        years: Number of calendar years.

    Raises:
        Refused: no unit or several were given, or the number is no length.
    """
    units = {"HOURS": hours, "DAYS": days, "WEEKS": weeks, "MONTHS": months, "YEARS": years}
    given = {unit: amount for unit, amount in units.items() if amount is not None}
    if len(given) != 1:
        listed = ", ".join(f"{unit.lower()}={amount}" for unit, amount in given.items()) or "nothing"
        raise Refused(
            f"{doing}: one length is needed. Given: {listed}. Allowed: one of hours, days, weeks, months and years, "
            "such as days=14. HPE counts in one unit at a time."
        )
    ((unit, amount),) = given.items()
    if not isinstance(amount, int):
        raise Refused(f"{doing}: {unit.lower()}={amount!r} is no whole number. {UNRESOLVED} Give a number from 1.")
    try:
        return Period(amount, unit)
    except InvalidPeriod as invalid:
        raise Refused(f"{doing}: {invalid}. Given: {unit.lower()}={amount}. Give a number from 1.") from None
