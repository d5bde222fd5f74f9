"""DP-SEC-005: another script runs on a host around copies."""

from collections import defaultdict
from collections.abc import Iterator
from functools import partial
from typing import Final

from glbr.protection.direction import Direction
from glbr.protection.effective import Schedule
from glbr.protection.setting import Setting
from glbr.review.analysis.analysis import Analysis
from glbr.review.rules.estate import BACKUP, POLICY
from glbr.review.rules.example import Example, Set
from glbr.review.rules.finding import Finding, Severity
from glbr.review.rules.from_shifts import each_regime, incomparable, told, undecidable
from glbr.review.rules.regimes import Applied, Regime, place
from glbr.review.rules.rule import Parameters, Rule

_SCRIPTS: Final = (("pre_script_info", "before"), ("post_script_info", "after"))
_PRE: Final = f"{BACKUP}.schedules[0].pre_script_info"
_SCRIPT: Final = {"host_id": "host-1", "path": "/opt/quiesce.sh", "params": "--fast"}


def judge(rule: Rule, analysis: Analysis, parameters: Parameters) -> Iterator[Finding]:
    """Find scripts that run after the change and did not run before it, or not with these arguments."""
    del parameters
    return each_regime(analysis, partial(_look, rule, analysis)) if analysis.is_change else iter(())


def _look(rule: Rule, analysis: Analysis, regime: Regime) -> Iterator[Finding]:
    if (blind := incomparable(rule, analysis, regime)) is not None:
        yield blind
        return
    earlier: dict[int, list[Applied]] = defaultdict(list)
    for was, will in regime.pairs:
        earlier[id(will)].append(was)
    for will in regime.after:
        was_there = earlier.get(id(will), [])
        for attribute, when in _SCRIPTS:
            before = [_script(was.schedule, attribute) for was in was_there]
            now = _script(will.schedule, attribute)
            if now.is_absent or (now.is_known and now.value in {one.value for one in before}):
                continue
            if now.is_unknown and not _may_differ(analysis, will):
                continue
            if now.is_unknown:
                message = f"Which script runs {when} the copies of {will.schedule.label} is not known."
                yield undecidable(rule, analysis, regime, message, will, attribute)
            else:
                yield _told(rule, analysis, regime, will, (attribute, when), (before, now))


def _may_differ(analysis: Analysis, will: Applied) -> bool:
    """Whether Terraform touches the policy or the job, so that a script nobody can see may be another one."""
    keys = (will.policy, will.job.key if will.job else "")
    return any(key in analysis.changes and not analysis.changes[key].is_none for key in keys)


def _told(
    rule: Rule,
    analysis: Analysis,
    regime: Regime,
    will: Applied,
    words: tuple[str, str],
    scripts: tuple[list[Setting[str]], Setting[str]],
) -> Finding:
    attribute, when = words
    before, now = scripts
    first = next((one for one in before if not one.is_absent), None)
    change = "Another script, or the same with other arguments, runs" if first else "A new script runs"
    origin = () if now.origin != "job" else ("job",)
    return told(
        rule,
        regime,
        place(analysis, regime, will, attribute, origin),
        f"{change} {when} each copy of {will.schedule.label}, on a host and with the rights that backups have there.",
        before=_word(first) if first else "no script",
        after=_word(now),
        direction=Direction.NEUTRAL,
        tier=will.kind,
        schedule=will.schedule.number.value,
    )


def _script(schedule: Schedule, attribute: str) -> Setting[str]:
    return schedule.pre_script if attribute == "pre_script_info" else schedule.post_script


def _word(script: Setting[str]) -> str:
    """A script by its host, its path and a mark of its arguments."""
    return "a script that is not known" if script.value is None else f"script {script.value}"


RULE = Rule(
    id="DP-SEC-005",
    title="Script hook changed",
    severity=Severity.HIGH,
    mode="change",
    applies_to=("policy", "job"),
    explain=(
        "A script around a copy runs on a database host, as a user that may stop the database and read all of it, at each "
        "run of the schedule and with nobody watching. Whoever can change its path or its arguments can run anything there. "
        "The finding shows a mark instead of the script, since arguments often hold passwords. That a script goes is told by "
        "DP-COV-008."
    ),
    fix="Have the one who answers for the host look at the script and its arguments, at the place that the finding names.",
    sources=("NIST SP 800-209, restoration assurance and change management",),
    judge=judge,
    fires=Example(before=(Set(POLICY, _PRE, _SCRIPT),), after=(Set(POLICY, f"{_PRE}.path", "/tmp/quiesce.sh"),)),  # noqa: S108 - only shown
    quiet=Example(before=(Set(POLICY, _PRE, _SCRIPT),), after=(Set(POLICY, f"{_PRE}.timeout_in_seconds", 60),)),
)
