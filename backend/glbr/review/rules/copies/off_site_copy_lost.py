"""DP-COPY-002: no copy survives the loss of the site, either any more or at all."""

from collections.abc import Iterator
from functools import partial

from glbr.protection.direction import Direction
from glbr.review.analysis.analysis import Analysis
from glbr.review.analysis.score import score
from glbr.review.rules.estate import CLOUD_BACKUP, LOCAL, POLICY
from glbr.review.rules.example import Example, Set
from glbr.review.rules.finding import Finding, Severity
from glbr.review.rules.from_shifts import each_regime, told
from glbr.review.rules.regimes import GONE, Applied, Regime, place
from glbr.review.rules.rule import Parameters, Rule
from glbr.review.rules.wording import listed


def judge(rule: Rule, analysis: Analysis, parameters: Parameters) -> Iterator[Finding]:
    """Find what had a copy in a cloud before and has none after, and what has none."""
    del parameters
    return each_regime(analysis, partial(_look, rule, analysis))


def _look(rule: Rule, analysis: Analysis, regime: Regime) -> Iterator[Finding]:
    if not regime.is_protected:
        return  # what nothing protects any more is told by DP-COV-001
    now = score(regime.tiers_after, analysis.model.after.stores).off_site
    if now.is_met:
        return
    was = score(regime.tiers_before, analysis.model.before.stores).off_site
    had = was.is_met is True
    severity = Severity.CRITICAL if had else Severity.HIGH
    before = f"off-site copy in {listed(was.of)}" if had else ""
    if now.is_met is None:
        yield told(
            rule,
            regime,
            place(analysis, regime, None),
            "Whether any copy is off-site cannot be told: a tier or its store is not known, or copies go to another array "
            "and HPE's API does not tell where that stands.",
            before=before,
            severity=severity,
            verdict="unknown",
            resolve=(
                "Let this configuration manage the policy and its stores, or plan again once what they refer to exists. For "
                "an array at another site, file a waiver that says where it is."
            ),
        )
    elif had:
        lost = next((one for one in regime.before if _was_off_site(analysis, one)), None)
        yield told(
            rule,
            regime,
            place(analysis, regime, lost, GONE),
            f"No copy is made off-site any more: {listed(was.of)} gets no new ones. A fire or a flood at the site would take "
            "the data together with all newer copies.",
            before=before,
            after="no off-site copy",
            direction=_direction(regime),
            severity=severity,
            tier=lost.kind if lost else "",
            covers=("DP-COPY-001",),
        )
    else:
        yield told(
            rule,
            regime,
            place(analysis, regime, None),
            "No copy is off-site: a fire or a flood at the site would take the data together with all its copies.",
            after="no off-site copy",
            severity=severity,
        )


def _was_off_site(analysis: Analysis, one: Applied) -> bool:
    store = analysis.store(analysis.model.before, one.tier.store)
    return store.kind.value == "CLOUD" if store is not None and store.kind.is_known else one.kind == "CLOUD_BACKUP"


def _direction(regime: Regime) -> Direction:
    whats = ("tier lost", "store changed")
    return max((shift.direction for shift in regime.shifts if shift.what in whats), default=Direction.WEAKENING)


RULE = Rule(
    id="DP-COPY-002",
    title="No off-site copy",
    severity=Severity.HIGH,
    mode="both",
    applies_to=("policy", "job", "store"),
    explain=(
        "Array, appliance and everything between them stand in one building. Fire, water, a theft or a fault of the power "
        "takes them together, and only a copy somewhere else is left. A copy counts as off-site when it goes to a cloud "
        "store. To lose the last one is critical; never to have had one is high."
    ),
    fix=(
        "Keep a CLOUD_BACKUP tier with a store of the type CLOUD, made from the on-premises backup by "
        "`source_protection_schedule_id`."
    ),
    sources=(
        "NIST SP 800-53 CP-6",
        "CIS Controls v8 11.4",
        "AWS Audit Manager BACKUP_RESOURCES_PROTECTED_BY_CROSS_REGION",
        "3-2-1 rule",
    ),
    judge=judge,
    fires=Example(after=(Set(POLICY, CLOUD_BACKUP, None),)),
    quiet=Example(after=(Set(LOCAL, "display_name", "Local_first"),)),
)
