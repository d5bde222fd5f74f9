"""DP-COPY-002: no copy survives the loss of the site, either any more or at all."""

from collections.abc import Iterator
from functools import partial

from glbr.protection.direction import Direction
from glbr.protection.effective import Tiers
from glbr.review.analysis.analysis import Analysis
from glbr.review.analysis.score import score
from glbr.review.rules.copies.whereabouts import at_store
from glbr.review.rules.estate import CLOUD_BACKUP, LOCAL, POLICY
from glbr.review.rules.example import Example, Set
from glbr.review.rules.finding import Finding, Severity
from glbr.review.rules.frequency.gaps import never_runs
from glbr.review.rules.from_shifts import each_regime, origins, told
from glbr.review.rules.regimes import GONE, STORE, Applied, Regime, place
from glbr.review.rules.rule import Parameters, Rule
from glbr.review.rules.wording import listed


def judge(rule: Rule, analysis: Analysis, parameters: Parameters) -> Iterator[Finding]:
    """Find what had a copy in a cloud before and has none after, and what has none."""
    del parameters
    return each_regime(analysis, partial(_look, rule, analysis))


def _look(rule: Rule, analysis: Analysis, regime: Regime) -> Iterator[Finding]:
    if not regime.is_protected:
        return  # what nothing protects any more is told by DP-COV-001
    running, strange = _running(analysis, regime), _strange(analysis, regime)
    now = score(running, analysis.model.after.stores).off_site
    if now.is_met and (strange is None or _without(running, strange, analysis)):
        return
    was = score(regime.tiers_before, analysis.model.before.stores).off_site
    had = was.is_met is True
    severity = Severity.CRITICAL if had else Severity.HIGH
    before = f"off-site copy in {listed(was.of)}" if had else ""
    if strange is not None and now.is_met:
        yield _unheard_of(rule, analysis, regime, strange, before, severity)
    elif now.is_met is None:
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
            covers=("DP-COPY-001", "DP-RPO-001"),
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


def _running(analysis: Analysis, regime: Regime) -> Tiers:
    """The tiers after the change without those whose schedules never make a copy."""
    idle = {id(one.tier) for one in regime.after}
    idle -= {id(one.tier) for one in regime.after if not never_runs(analysis, (one,))}
    return (
        regime.tiers_after.map(lambda tiers: tuple(tier for tier in tiers if id(tier) not in idle))
        if idle
        else regime.tiers_after
    )


def _strange(analysis: Analysis, regime: Regime) -> Applied | None:
    """A cloud tier that the change brings to a store of which nothing is known here; what was there before stays as it is."""
    if not regime.has_two_sides:
        return None
    usual = {one.tier.store.value for one in regime.before}
    for one in regime.after:
        store = one.tier.store
        is_new = one.kind == "CLOUD_BACKUP" and store.is_known and store.value not in usual
        if is_new and analysis.store(analysis.model.after, store) is None:
            return one
    return None


def _without(tiers: Tiers, strange: Applied, analysis: Analysis) -> bool:
    """Whether there is an off-site copy besides those in a store of which nothing is known."""
    others = tiers.map(
        lambda all_of_them: tuple(one for one in all_of_them if one.store.value != strange.tier.store.value)
    )
    return score(others, analysis.model.after.stores).off_site.is_met is True


def _unheard_of(
    rule: Rule, analysis: Analysis, regime: Regime, strange: Applied, before: str, severity: Severity
) -> Finding:
    found = told(
        rule,
        regime,
        place(analysis, regime, strange, STORE, origins(STORE, strange)),
        f"Whether any copy is off-site cannot be told: the cloud backup goes to store {strange.tier.store.value}, which is not "
        "managed here, and nothing tells where it stands.",
        before=before,
        after=f"in {strange.tier.store.value}",
        severity=severity,
        tier=strange.kind,
        verdict="unknown",
        resolve="Let this configuration manage the store, or refer to one that it manages.",
    )
    return at_store(found, strange)


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
