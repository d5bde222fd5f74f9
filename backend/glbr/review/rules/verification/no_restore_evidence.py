"""DP-VER-002: nobody has shown lately that a restore works."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial
from typing import Final

from glbr.review.analysis.analysis import Analysis
from glbr.review.rules.estate import LOCAL
from glbr.review.rules.example import Example, Json
from glbr.review.rules.finding import Finding, Severity
from glbr.review.rules.from_shifts import each_regime, told
from glbr.review.rules.regimes import Regime, place
from glbr.review.rules.rule import Parameter, Parameters, Rule
from glbr.review.rules.thresholds import number
from glbr.review.rules.wording import counted

_OUT_OF: Final[Json] = {"store": f"${{{LOCAL}.id}}", "at": "2025-12-20T09:00:00Z"}
_LONG_AGO: Final[Json] = {**_OUT_OF, "at": "2024-12-20T09:00:00Z"}


def judge(rule: Rule, analysis: Analysis, parameters: Parameters) -> Iterator[Finding]:
    """Find what is protected and neither itself nor a store of it has a recent restore in the inventory."""
    if analysis.model.provenance.inventory_at is None:
        return iter(())
    days = int(number(parameters, "days"))
    return each_regime(analysis, partial(_look, rule, analysis, days))


def _look(rule: Rule, analysis: Analysis, days: int, regime: Regime) -> Iterator[Finding]:
    if not regime.is_protected or not regime.units:
        return
    last = _last(analysis, regime)
    if last is not None and analysis.now - last <= timedelta(days=days):
        return
    yield told(
        rule,
        regime,
        place(analysis, regime, None),
        f"No restore of these assets, or out of a store of theirs, was tried in the last {counted(days, 'day')}: "
        f"{f'the last was on {last:%Y-%m-%d}' if last else 'the inventory knows of none'}.",
        after=f"last restore {last:%Y-%m-%d}" if last else "no restore known",
    )


def _last(analysis: Analysis, regime: Regime) -> datetime | None:
    """The latest restore of any asset of the regime, or out of any of its stores: one restore stands for its policy."""
    tested = analysis.model.restore_tests
    places = {asset for unit in regime.units for asset in (*unit.assets, unit.target)}
    places |= {one.tier.store.value for one in regime.after if one.tier.store.value is not None}
    return max((tested[place] for place in places if place in tested), default=None)


RULE = Rule(
    id="DP-VER-002",
    title="No restore evidence",
    severity=Severity.INFO,
    mode="state",
    applies_to=("policy", "job"),
    explain=(
        "A backup that was never restored is a hope. Copies are broken in ways that no schedule shows: a database that does "
        "not start, a disk that was left out, a password that nobody has. HPE's API keeps no record of restore tests, so the "
        "inventory tells them, under `restore_tests`; without an inventory this rule has nothing to judge. One restore "
        "stands for all assets of its policy, since they are copied alike."
    ),
    fix="Restore one asset of the policy to another place, see that it works, and write the day into `restore_tests`.",
    sources=("CIS Controls v8 11.5", "AWS Audit Manager RESTORE_TIME_FOR_RESOURCES_MEET_TARGET"),
    judge=judge,
    parameters={
        "days": Parameter(
            90, "How old the latest restore may be, days.", "CIS Controls v8 11.5: quarterly or more often"
        )
    },
    fires=Example(inventory={"restore_tests": [_LONG_AGO]}),
    quiet=Example(inventory={"restore_tests": [_OUT_OF]}),
)
