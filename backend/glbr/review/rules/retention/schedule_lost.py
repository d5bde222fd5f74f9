"""Schedules that a tier loses while others of it go on: what none of the others makes up for."""

from collections.abc import Iterator

from glbr.protection.effective import Schedule
from glbr.protection.schedule_comparison import is_served_by, lock_in_words
from glbr.review.analysis.analysis import Analysis
from glbr.review.rules.frequency.gaps import never_runs
from glbr.review.rules.regimes import Applied, Regime, by_kind
from glbr.review.rules.retention.longest import kept_words


def lost_schedules(analysis: Analysis, regime: Regime) -> Iterator[Applied]:
    """Every schedule that is gone, or never runs any more, from a kind of copy that is still made, and has no heir."""
    partners = {id(was): will for was, will in regime.pairs}
    after = {
        kind: [one for one in schedules if not never_runs(analysis, (one,))]
        for kind, schedules in by_kind(regime.after).items()
    }
    for was in regime.before:
        heirs, partner = after.get(was.kind, []), partners.get(id(was))
        stays = partner is not None and (not never_runs(analysis, (partner,)) or never_runs(analysis, (was,)))
        if not stays and heirs and not any(is_served_by(was.schedule, one.schedule, analysis.zone) for one in heirs):
            yield was


def is_archive(schedule: Schedule) -> bool:
    """Whether its loss is that of an archive: copies are made once a month or more rarely."""
    return schedule.cadence.value is not None and schedule.cadence.value.recurrence == "MONTHLY"


def is_open(applied: Applied) -> bool:
    """Whether only the apply tells what a schedule does, so that it may be an heir."""
    schedule = applied.schedule
    return any(one.is_unknown for one in (schedule.cadence, schedule.keep, schedule.lock, schedule.consistency))


def in_brackets(applied: Applied) -> str:
    """What a schedule did for its copies: `kept 8 weeks, locked 4 weeks`."""
    lock = applied.schedule.lock
    return kept_words(applied.schedule.keep) + (f", {lock_in_words(lock.value)}" if lock.is_known else "")
