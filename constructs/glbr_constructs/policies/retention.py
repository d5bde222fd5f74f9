"""How long: a copy lives, and nobody may delete it. `Retention.keep(weeks=2).lock(weeks=1)`."""

from abc import ABC, abstractmethod
from dataclasses import dataclass, replace
from typing import Self

from glbr.protection.period import InvalidPeriod, Period
from glbr.protection.policy import lock_problems
from glbr_constructs.refusal import UNRESOLVED, Refused, refuse


@dataclass(frozen=True, slots=True, kw_only=True)
class Retention:
    """How long copies live, and for how long of that nobody can delete them. Each method returns a new one.

    The named ones are what backup practice uses most; write `Retention.keep(...)` for any other.

    Example:
        local = ProtectionStore.from_protection_store_name(self, "local", "Local_clinic")

        policy = ProtectionPolicy(self, "books", name="books")
        policy.add_backup(Daily.at("01:30").retain(Retention.two_weeks().lock(weeks=1)), to=local)
        policy.add_backup(Monthly.on_last_day().retain(Retention.seven_years()), to=local)

    Attributes:
        kept_for: HPE deletes a copy after this long; without it copies live for ever.
        locked_for: Nobody can delete a copy before this long, not even an administrator; without it anybody with the
            right to can.
    """

    kept_for: Period | None = None
    locked_for: Period | None = None

    def __post_init__(self) -> None:
        for argument in ("kept_for", "locked_for"):
            if not isinstance(given := getattr(self, argument), Period | None):
                raise Refused(
                    f"making a retention: {argument}={given!r} is no period. Allowed: a Period, or nothing. Easier to "
                    "write: Retention.keep(weeks=2).lock(weeks=1)."
                )
        lengths = {"expire_after": self.kept_for, "lock_for": self.locked_for}
        texts = {name: str(period) for name, period in lengths.items() if period is not None}
        refuse(f"retention {str(self)!r}", lock_problems(texts, ()))

    def __str__(self) -> str:
        kept = f"kept {self.kept_for}" if self.kept_for else "kept for ever"
        return f"{kept}, locked {self.locked_for}" if self.locked_for else kept

    @classmethod
    def keep(
        cls,
        *,
        hours: int | None = None,
        days: int | None = None,
        weeks: int | None = None,
        months: int | None = None,
        years: int | None = None,
    ) -> Self:
        """Delete each copy after this long: exactly one unit.

        Raises:
            Refused: no unit or several were given, or the number is no length.
        """
        return cls(kept_for=length("keep", hours=hours, days=days, weeks=weeks, months=months, years=years))

    def lock(
        self,
        *,
        hours: int | None = None,
        days: int | None = None,
        weeks: int | None = None,
        months: int | None = None,
        years: int | None = None,
    ) -> Self:
        """Let nobody delete a copy for this long, not even an administrator: exactly one unit, not longer than it lives.

        Raises:
            Refused: no unit or several were given, the number is no length, or the copy does not live that long.
        """
        locked = length("lock", hours=hours, days=days, weeks=weeks, months=months, years=years)
        return replace(self, locked_for=locked)

    @classmethod
    def two_days(cls) -> Self:
        """For snapshots made several times a day: to take back a slip of today or yesterday."""
        return cls.keep(days=2)

    @classmethod
    def two_weeks(cls) -> Self:
        """For daily backups: longer than most mistakes, and most holidays, stay unnoticed."""
        return cls.keep(weeks=2)

    @classmethod
    def five_weeks(cls) -> Self:
        """For daily backups that must reach over the end of every month."""
        return cls.keep(weeks=5)

    @classmethod
    def six_months(cls) -> Self:
        """For weekly backups off site: intruders are often found only after months."""
        return cls.keep(months=6)

    @classmethod
    def thirteen_months(cls) -> Self:
        """For monthly backups: the same month of last year is still there when this one ends."""
        return cls.keep(months=13)

    @classmethod
    def seven_years(cls) -> Self:
        """For yearly or monthly archives: as long as many countries want books to be kept."""
        return cls.keep(years=7)

    @classmethod
    def for_ever(cls) -> Self:
        """HPE deletes nothing by itself. Somebody must, or the store fills up."""
        return cls()


class Retained(ABC):
    """Something that says how long copies live: a schedule of a policy, or what differs from one for an asset."""

    __slots__ = ()

    @property
    @abstractmethod
    def lifetime(self) -> Retention:
        """How long copies live, and for how long nobody can delete them."""

    @abstractmethod
    def retain(self, retention: Retention) -> Self:
        """Let copies live, and be locked, as long as this says, in place of what was said before."""

    @property
    def kept_for(self) -> Period | None:
        """How long a copy lives; `None` without an end."""
        return self.lifetime.kept_for

    @property
    def locked_for(self) -> Period | None:
        """How long nobody can delete a copy; `None` when anybody with the right to can at once."""
        return self.lifetime.locked_for

    def keep(
        self,
        *,
        hours: int | None = None,
        days: int | None = None,
        weeks: int | None = None,
        months: int | None = None,
        years: int | None = None,
    ) -> Self:
        """Delete each copy after this long: exactly one unit.

        Raises:
            Refused: no unit or several were given, the number is no length, or copies are locked for longer.
        """
        kept = Retention.keep(hours=hours, days=days, weeks=weeks, months=months, years=years)
        return self.retain(replace(self.lifetime, kept_for=kept.kept_for))

    def lock(
        self,
        *,
        hours: int | None = None,
        days: int | None = None,
        weeks: int | None = None,
        months: int | None = None,
        years: int | None = None,
    ) -> Self:
        """Let nobody delete a copy for this long, not even an administrator: exactly one unit, not longer than it lives.

        Raises:
            Refused: no unit or several were given, the number is no length, or copies do not live that long.
        """
        return self.retain(self.lifetime.lock(hours=hours, days=days, weeks=weeks, months=months, years=years))


def retention_given(doing: str, retention: object) -> None:
    """Refuse what is no retention."""
    if not isinstance(retention, Retention):
        raise Refused(
            f"{doing}: retention={retention!r} is no retention. Allowed: such as Retention.keep(weeks=2).lock(weeks=1) or "
            "Retention.six_months()."
        )


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
