"""DP-LOCK-008: one job locks its copies for a shorter time than its policy says."""

from collections.abc import Iterator
from functools import partial

from glbr.protection.direction import Direction
from glbr.protection.effective import Schedule
from glbr.protection.period import Period
from glbr.protection.schedule_comparison import lock_in_words
from glbr.protection.setting import Setting
from glbr.review.analysis.analysis import Analysis
from glbr.review.model.objects import Side
from glbr.review.rules.days import outlasts
from glbr.review.rules.estate import JOB
from glbr.review.rules.example import Example, Set
from glbr.review.rules.finding import Finding, Severity
from glbr.review.rules.from_shifts import each_regime, told, undecidable, unseen
from glbr.review.rules.lock.job_override import job_override
from glbr.review.rules.regimes import Applied, Regime, place
from glbr.review.rules.rule import Parameters, Rule


def judge(rule: Rule, analysis: Analysis, parameters: Parameters) -> Iterator[Finding]:
    """Find overrides of a lock that are shorter than what the policy says; a new one weakens, an old one is a state."""
    del parameters
    return each_regime(analysis, partial(_look, rule, analysis))


def _look(rule: Rule, analysis: Analysis, regime: Regime) -> Iterator[Finding]:
    yield from unseen(rule, analysis, regime)
    earlier = {id(will): was for was, will in regime.pairs}
    weak = [one for one in regime.after if _is_weaker(one, _policy_lock(analysis.model.after, one))]
    shortened = {
        (shift.kind, shift.schedule) for shift in regime.shifts if shift.what in ("lock shortened", "lock removed")
    }
    for one in regime.after:
        lock, promised = one.schedule.lock, _policy_lock(analysis.model.after, one)
        if lock.origin != "job" or promised.is_absent:
            continue
        if lock.is_unknown or promised.is_unknown:
            message = f"Whether the job locks for as long as its policy is not known: job {lock}, policy {promised}."
            yield undecidable(rule, analysis, regime, message, one, "lock_for")
        elif one in weak:
            was = earlier.get(id(one))
            same = was is not None and was.schedule.lock.value == lock.value and not was.schedule.lock.is_unknown
            promised_more = was is None or not _is_weaker(was, _policy_lock(analysis.model.before, was))
            is_new = regime.has_two_sides and promised_more and not same
            told_here = {(other.kind, other.schedule.number.value) for other in weak}
            alone = {where for where in shortened if where[0] == one.kind} <= told_here
            yield told(
                rule,
                regime,
                place(analysis, regime, one, "lock_for", ("job",)),
                f"{one.label} is {lock_in_words(lock.value)} by the job's override, where the policy says {promised}.",
                before=lock_in_words(was.schedule.lock.value) if was is not None and is_new else "",
                after=lock_in_words(lock.value),
                direction=Direction.WEAKENING if is_new else Direction.NEUTRAL,
                # The policy promises more than before, and the job locks for as long as it did: nobody loses anything.
                severity=Severity.INFO if same and promised_more else None,
                tier=one.kind,
                schedule=one.schedule.number.value,
                covers=("DP-LOCK-002",) if is_new and alone else (),
            )


def _is_weaker(one: Applied, promised: Setting[Period]) -> bool:
    lock = one.schedule.lock
    if lock.origin != "job" or promised.value is None or lock.is_unknown:
        return False
    return lock.value is None or outlasts(promised.value, lock.value)


def _policy_lock(side: Side, one: Applied) -> Setting[Period]:
    """What the policy itself says for the same schedule; unknown when the policy is not managed here."""
    policy = side.policies.get(one.policy)
    schedules: list[Schedule] = [
        schedule for tier in (policy.tiers.value or () if policy else ()) for schedule in tier.known_schedules()
    ]
    found = (schedule.lock for schedule in schedules if schedule.number.value == one.schedule.number.value)
    return next(found, Setting("unknown"))


RULE = Rule(
    id="DP-LOCK-008",
    title="Lock weakened by a job's override",
    severity=Severity.HIGH,
    mode="both",
    applies_to=("job",),
    explain=(
        "People review policies and trust them: gold means locked for two weeks. A job that overrides the lock keeps the "
        "name of the policy and not its promise, for the very assets that somebody had a reason to treat differently."
    ),
    fix="Take `lock_for` out of the job's `overrides`, or make a policy of its own for these assets, with a name that says so.",
    sources=("HPE GreenLake Backup and Recovery API: protection jobs", "NIST SP 800-209"),
    judge=judge,
    fires=Example(after=(Set(JOB, "overrides", job_override(lock_for="3 days")),)),
    quiet=Example(after=(Set(JOB, "overrides", job_override(lock_for="3 weeks")),)),
)
