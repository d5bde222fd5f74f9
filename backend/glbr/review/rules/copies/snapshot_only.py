"""DP-COPY-003: every copy is on an array."""

from collections.abc import Iterator
from functools import partial
from typing import Final

from glbr.protection.direction import Direction
from glbr.review.analysis.analysis import Analysis
from glbr.review.rules.copies.whereabouts import RESTORABLE, tier_word
from glbr.review.rules.estate import CLOUD_BACKUP, POLICY
from glbr.review.rules.example import Example, Set
from glbr.review.rules.finding import Finding, Severity
from glbr.review.rules.from_shifts import each_regime, told, undecidable
from glbr.review.rules.regimes import Regime, place
from glbr.review.rules.rule import Parameters, Rule
from glbr.review.rules.wording import listed

_ALSO: Final = ("DP-COPY-002", "DP-COPY-004")
"""What the same cause makes true too."""

_UNSEEN: Final = ("DP-COPY-004", "DP-COPY-005", "DP-COPY-007", "DP-COPY-008")
"""What cannot be judged either, for the same reason, when the tiers cannot be seen."""


def judge(rule: Rule, analysis: Analysis, parameters: Parameters) -> Iterator[Finding]:
    """Find what is protected without one backup."""
    del parameters
    return each_regime(analysis, partial(_look, rule, analysis))


def _look(rule: Rule, analysis: Analysis, regime: Regime) -> Iterator[Finding]:
    kinds = {one.kind for one in regime.after}
    if not regime.is_protected or not kinds.isdisjoint(RESTORABLE):
        return
    if regime.opaque(regime.tiers_after):
        message = "Whether there is any backup cannot be seen: tiers of the policy are not known."
        yield undecidable(rule, analysis, regime, message, covers=_UNSEEN)
        return
    made = listed(f"{tier_word(kind)}s" for kind in kinds)
    yield told(
        rule,
        regime,
        place(analysis, regime, None),
        f"Only {made or 'no copies at all'} are made: whatever takes the array takes the data and every copy of it.",
        after=made or "no copies",
        direction=Direction.NEUTRAL,
        covers=_ALSO,
    )


RULE = Rule(
    id="DP-COPY-003",
    title="Snapshots only",
    severity=Severity.HIGH,
    mode="state",
    applies_to=("policy", "job"),
    explain=(
        "A snapshot is a view of the volumes it was made of. It is quick and brings back a file that somebody deleted; it is "
        "gone with the array, with the volume, and with whoever has the array's password. Log backups do not help: without a "
        "backup below them there is nothing to roll forward."
    ),
    fix="Add a BACKUP tier with a store, made from the snapshots by `source_protection_schedule_id`, and a CLOUD_BACKUP tier.",
    sources=("3-2-1 rule", "CIS Controls v8 11.4"),
    judge=judge,
    fires=Example(after=(Set(POLICY, CLOUD_BACKUP, None), Set(POLICY, "protections[1]", None))),
    quiet=Example(after=(Set(POLICY, CLOUD_BACKUP, None),)),
)
