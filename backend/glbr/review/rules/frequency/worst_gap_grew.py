"""DP-RPO-001: more work is lost at worst than before."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from glbr.protection.comparison import Shift
from glbr.protection.direction import Direction
from glbr.review.analysis.analysis import Analysis
from glbr.review.rules.estate import POLICY, SNAPSHOT
from glbr.review.rules.example import Example, Set
from glbr.review.rules.finding import Finding, Severity
from glbr.review.rules.frequency.gaps import worst_gap
from glbr.review.rules.from_shifts import each_regime, from_shifts, incomparable, told, undecidable
from glbr.review.rules.regimes import GONE, Applied, Regime, by_kind, place
from glbr.review.rules.rule import Parameter, Parameters, Rule
from glbr.review.rules.thresholds import number


def judge(rule: Rule, analysis: Analysis, parameters: Parameters) -> Iterator[Finding]:
    """Compare the worst gaps of every tier, and of all tiers together; then schedules that only hide behind others."""
    return each_regime(analysis, partial(_look, rule, analysis, 1 + number(parameters, "more_percent") / 100))


def _look(rule: Rule, analysis: Analysis, factor: float, regime: Regime) -> Iterator[Finding]:
    if not regime.has_two_sides:
        return
    if (blind := incomparable(rule, analysis, regime)) is not None:
        yield blind
        return
    after = by_kind(regime.after)
    explained: set[str] = set()
    settled: set[str] = set()
    for kind, before in by_kind(regime.before).items():
        if kind in after:
            for finding in _compared(rule, analysis, factor, regime, before, after[kind], kind):
                explained.add(finding.before)
                settled.add(kind)
                yield finding
    # All tiers together: told unless the tier that had the short gaps explains it; that one may be gone.
    for finding in _compared(rule, analysis, factor, regime, regime.before, regime.after, ""):
        if finding.verdict == "fail" and finding.before not in explained:
            yield finding
    for was, will in _rarer(analysis, factor, regime):
        if will.kind not in settled:
            yield _hidden(rule, analysis, regime, was, will)
    yield from (
        replace(finding, severity=Severity.LOW)
        for finding in from_shifts(rule, analysis, _fewer_only(analysis, regime), ("rarer",), _say_fewer, "schedule")
    )


def _fewer_only(analysis: Analysis, regime: Regime) -> Regime:
    """The same without the shifts of schedules whose worst gap grew: what is left has fewer copies, evenly spread."""
    same = {
        (will.kind, will.schedule.number.value)
        for was, will in regime.pairs
        if worst_gap(analysis, (was,)) == worst_gap(analysis, (will,))
    }
    return replace(regime, shifts=tuple(shift for shift in regime.shifts if (shift.kind, shift.schedule) in same))


def _say_fewer(regime: Regime, shift: Shift, was: Applied | None, will: Applied | None) -> str:
    del regime, was, will
    return f"There are fewer copies, though the worst gap stays: {shift.after} instead of {shift.before}."


def _rarer(analysis: Analysis, factor: float, regime: Regime) -> Iterator[tuple[Applied, Applied]]:
    """Schedules whose own gap grew, whatever the others do."""
    for was, will in regime.pairs:
        if was.schedule.cadence != will.schedule.cadence:
            old, new = worst_gap(analysis, (was,)), worst_gap(analysis, (will,))
            if old is not None and new is not None and old.length is not None and new.exceeds(old.length * factor):
                yield was, will


def _hidden(rule: Rule, analysis: Analysis, regime: Regime, was: Applied, will: Applied) -> Finding:
    """A schedule that is rarer behind the back of a more frequent one: its own copies, often the long-lived, get fewer."""
    old, new = worst_gap(analysis, (was,)), worst_gap(analysis, (will,))
    return told(
        rule,
        regime,
        place(analysis, regime, will, "schedule"),
        f"{will.label} leaves {new} without a copy of its own at worst, instead of {old}. Others of its tier fill the gap, "
        "but their copies may not live as long.",
        before=f"worst gap {old}",
        after=f"worst gap {new}",
        direction=Direction.WEAKENING,
        severity=Severity.MEDIUM,
        tier=will.kind,
        schedule=will.schedule.number.value,
    )


def _compared(
    rule: Rule,
    analysis: Analysis,
    factor: float,
    regime: Regime,
    before: Sequence[Applied],
    after: Sequence[Applied],
    kind: str,
) -> Iterator[Finding]:
    was, will = worst_gap(analysis, before), worst_gap(analysis, after)
    if was is None or will is None:
        if [one.schedule.cadence for one in before] != [one.schedule.cadence for one in after] or was != will:
            unknown = next((one for one in after if one.schedule.cadence.is_unknown), after[0])
            message = "Whether recovery points are made as often as before is not known."
            yield undecidable(rule, analysis, regime, message, unknown, "schedule")
    elif was.length is not None and will.exceeds(was.length * factor):
        grown = [now for _, now in _rarer(analysis, factor, regime) if kind in ("", now.kind)]
        rarer = grown[0] if len(grown) == 1 else None
        what = "the tier's recovery points" if kind else "recovery points of all tiers together"
        yield told(
            rule,
            regime,
            place(analysis, regime, rarer or next(iter(after), None), "schedule" if rarer else GONE),
            f"At worst the work of {will} is lost instead of that of {was}: the longest gap between {what}."
            if will.length is not None
            else f"No recovery point is made any more, where there was one every {was} at worst.",
            before=f"worst gap {was}",
            after=f"worst gap {will}" if will.length is not None else "no recovery points",
            direction=Direction.WEAKENING,
            tier=kind,
            schedule=rarer.schedule.number.value if rarer else None,
        )


RULE = Rule(
    id="DP-RPO-001",
    title="Worst gap between recovery points grew",
    severity=Severity.HIGH,
    mode="change",
    applies_to=("policy", "job"),
    explain=(
        "What is lost in an incident is the work since the last recovery point. How much that can be is not what the policy "
        "says on top, every four hours, but the longest gap in the calendar, with nights, weekends and short months. Here "
        "that gap gets longer."
    ),
    fix="Keep the rhythm, widen the active window, or add a schedule that fills the gap.",
    sources=("NIST SP 800-53 CP-9", "AWS Audit Manager BACKUP_PLAN_MIN_FREQUENCY_AND_MIN_RETENTION_CHECK"),
    judge=judge,
    parameters={"more_percent": Parameter(10, "Growth of the worst gap that is let pass, in per cent.", "Our choice")},
    fires=Example(after=(Set(POLICY, f"{SNAPSHOT}.schedules[0].schedule.repeat_interval.every", 6),)),
    quiet=Example(after=(Set(POLICY, f"{SNAPSHOT}.schedules[0].schedule.repeat_interval.every", 3),)),
)
