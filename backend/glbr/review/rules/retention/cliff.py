"""DP-RET-006: there is nothing older than an intruder's stay."""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial

from glbr.protection.calendar import figures
from glbr.protection.period import Period
from glbr.review.analysis.analysis import Analysis
from glbr.review.rules.days import end
from glbr.review.rules.estate import BACKUP, CLOUD_BACKUP, POLICY
from glbr.review.rules.example import Example, Set
from glbr.review.rules.finding import Finding, Severity
from glbr.review.rules.from_shifts import each_regime, told, undecidable
from glbr.review.rules.regimes import Applied, Regime, place
from glbr.review.rules.rule import Parameter, Parameters, Rule
from glbr.review.rules.thresholds import period
from glbr.review.rules.wording import counted


def judge(rule: Rule, analysis: Analysis, parameters: Parameters) -> Iterator[Finding]:
    """Find what has no recovery point of a certain age, once its schedules have run for long."""
    return each_regime(analysis, partial(_look, rule, analysis, period(parameters, "at_least")))


def _look(rule: Rule, analysis: Analysis, least: Period | None, regime: Regime) -> Iterator[Finding]:
    if least is None or not regime.is_protected:
        return
    unknown = None
    oldest: tuple[timedelta, Applied] | None = None
    for one in regime.after:
        seen = figures((one.schedule,), analysis.now, analysis.zone)
        if seen is None:
            unknown = one
        elif seen.oldest is None or end(least, analysis.now - seen.oldest) <= analysis.now:
            return
        elif oldest is None or seen.oldest > oldest[0]:
            oldest = seen.oldest, one
    if regime.opaque(regime.tiers_after):
        message = "How old the oldest recovery point gets cannot be seen: tiers or schedules are not known."
        yield undecidable(rule, analysis, regime, message)
    elif unknown is not None:
        message = f"Whether there is a recovery point of {least} or more is not known."
        yield undecidable(rule, analysis, regime, message, unknown, "expire_after")
    elif oldest is not None:
        age, one = oldest
        days = counted(age.days, "day")
        yield told(
            rule,
            regime,
            place(analysis, regime, one, "expire_after", (one.schedule.keep.origin,)),
            f"The oldest recovery point is never older than {days}; an intruder may have been there for {least}.",
            after=f"oldest point {days}",
        )


RULE = Rule(
    id="DP-RET-006",
    title="Nothing older than an intrusion",
    severity=Severity.MEDIUM,
    mode="state",
    applies_to=("policy", "job"),
    explain=(
        "Intruders look around for weeks before they do harm. If every copy is younger than their stay, each of them may "
        "already carry what lets them in again, and a restore brings them back. What counts is the oldest copy that really "
        "exists, which a rare schedule makes younger than its retention suggests."
    ),
    fix="Add a schedule whose copies live for several months: a weekly or monthly one costs little.",
    sources=("NCSC principle 3",),
    judge=judge,
    parameters={
        "at_least": Parameter(
            "30 days",
            "Age that the oldest recovery point reaches, at least.",
            "Our guess of how long an intruder stays unseen",
            kind="period",
        )
    },
    fires=Example(
        after=(
            Set(POLICY, f"{BACKUP}.schedules[0].expire_after", "3 weeks"),
            Set(POLICY, f"{CLOUD_BACKUP}.schedules[0].expire_after", "4 weeks"),
            Set(POLICY, f"{CLOUD_BACKUP}.schedules[0].lock_for", "4 weeks"),
        )
    ),
    quiet=Example(
        after=(
            Set(POLICY, f"{BACKUP}.schedules[0].expire_after", "3 weeks"),
            Set(POLICY, f"{CLOUD_BACKUP}.schedules[0].expire_after", "6 weeks"),
        )
    ),
)
