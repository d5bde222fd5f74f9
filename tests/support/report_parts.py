"""Findings, units and models made by hand: what reports for tests of views are put together from."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from typing import Final

from glbr.protection.comparison import Shift, What
from glbr.protection.direction import Direction
from glbr.protection.effective import Tier
from glbr.protection.setting import Setting, known
from glbr.review.analysis.analysis import Analysis
from glbr.review.analysis.unit import Unit
from glbr.review.model.model import Change, Check, Location, Model, Origin, Provenance
from glbr.review.model.objects import Asset, Group, Job, Policy, Side, Store
from glbr.review.report import EXIT_CODES, Judged, Outcome, Report
from glbr.review.rules.example import Example
from glbr.review.rules.finding import Finding, Severity
from glbr.review.rules.rule import Rule

AT: Final = datetime(2026, 11, 23, 11, 45, 41, tzinfo=UTC)
DOCUMENTATION: Final = "https://docs.example/rules/"

HOSTILE: Final = (
    "a | b || c",
    "`rm -rf` ``two`` ```three",
    "<script>alert(1)</script></details><!-- -->",
    "--> </td></tr></table>",
    "\"double\" 'single' &amp; &lt;",
    "first\nsecond\r\nthird\n/merge\n# heading\n::error::planted",
    "@everyone and @octo/team, #1, !2, https://evil.example, www.evil.example",
    "\x1b[31mred\x1b[0m \x1b]8;;https://evil.example\x07link\x1b]8;;\x07",
    "nul \x00 bell \x07 surrogate \ud800 bidi \u202e zero \u200b nel \x85 line \u2028",
    "[bold red]rich[/] [link](javascript:alert(1)) ![image](https://evil.example/x.png)",
    "%25 %0A 100% {{ 7 * 7 }} ${evil} $x^2$",
    "]]> <![CDATA[ &entity; \ufffe \uffff",
    "| --- | --- |\n~~~\n    indented",
    '"];  click A "javascript:alert(1)" %%{init: {}}%% end',
    "🗄️ 日本語 𝔘𝔫𝔦𝔠𝔬𝔡𝔢 " + "x" * 300,  # noqa: RUF001 - letters of two UTF-16 units
    "",
    "   ",
)
"""Names that somebody may give to a machine, to break what shows them."""

NOTHING: Final[Setting[str]] = Setting("absent")


class Told(Analysis):
    """An analysis whose units are given."""

    def __init__(self, model: Model, units: Sequence[Unit] = ()) -> None:
        super().__init__(model)
        self.units = tuple(units)


def _never(_rule: Rule, _analysis: Analysis, _parameters: object) -> Iterator[Finding]:
    return iter(())


@cache
def rule(identifier: str, title: str, severity: Severity = Severity.HIGH) -> Rule:
    return Rule(
        identifier,
        title,
        severity,
        "change",
        ("policy",),
        f"{title}: fewer points are left to restore from when `expire_after` is over.",
        "Restore the value of before, or file a waiver.",
        ("NIST SP 800-209", "https://standards.example/3-2-1-1-0"),
        _never,
        Example(),
        Example(),
    )


def finding(identifier: str, severity: Severity = Severity.HIGH, **values: object) -> Finding:
    start = Finding(
        identifier,
        "fail",
        severity,
        Direction.WEAKENING,
        "glbr_protection_policy.gold",
        "glbr_protection_policy.gold",
        "policy gold",
        "The lock of cloud backups of policy gold goes from 1 month to 1 week; 12 assets.",
        "locked 1 month",
        "locked 1 week",
        "CLOUD_BACKUP",
        3,
        "protections[2].schedules[0].lock_for",
        12,
    )
    return replace(start, **values)  # type: ignore[arg-type]


def judged(found: Finding, title: str = "Lock shortened", **values: object) -> Judged:
    """What the gate makes of it by its severity, unless told otherwise; with a rule of ours."""
    enforcement = {Severity.CRITICAL: "hard", Severity.HIGH: "soft"}.get(found.severity, "advisory")
    ours = rule(found.rule, title, found.severity)
    start = Judged(found, found.verdict, enforcement, title, ours.explain, ours.fix, ours)  # type: ignore[arg-type]
    return replace(start, **values)  # type: ignore[arg-type]


def shift(what: What, direction: Direction, before: str, after: str, kind: str = "CLOUD_BACKUP") -> Shift:
    store = "" if kind == "SNAPSHOT" else "glbr_protection_store.cloud"
    return Shift(what, direction, kind, store, 3, before, after, ("protections", 2, "schedules", 0))


@cache
def tiers(*kinds: str) -> Setting[tuple[Tier, ...]]:
    stores = {"BACKUP": "glbr_protection_store.local", "CLOUD_BACKUP": "glbr_protection_store.cloud"}
    return known(
        tuple(Tier(known(kind), known(stores[kind]) if kind in stores else NOTHING, known(())) for kind in kinds)
    )


def job(name: str, group: str, policy: str = "glbr_protection_policy.gold") -> Job:
    address = f"glbr_protection_job.{name}"
    return Job(
        address,
        address,
        name,
        known(f"id-{name}"),
        known(group),
        known("backup-recovery/virtual-machine-protection-group"),
        known(policy),
        Setting("absent"),
        Setting("absent"),
        {},
        tiers("SNAPSHOT", "BACKUP", "CLOUD_BACKUP"),
    )


def unit(name: str, *shifts: Shift, count: int = 12, before: bool = True, after: bool = True) -> Unit:
    key = f"glbr_virtual_machine_protection_group.{name}"
    all_tiers = ("SNAPSHOT", "BACKUP", "CLOUD_BACKUP")
    lost = any(one.what == "tier lost" for one in shifts)
    tiers_after = tiers(*(all_tiers[:2] if lost else all_tiers))
    made = job(f"gold_{name}", key)
    return Unit(
        key,
        name,
        key,
        tuple(f"vm-{number:04}" for number in range(count)),
        True,
        (made,) if before else (),
        (replace(made, tiers=tiers_after),) if after else (),
        tiers(*all_tiers) if before else Setting("absent"),
        tiers_after if after else Setting("absent"),
        shifts,
    )


def side(units: Sequence[Unit], *, after: bool) -> Side:
    """The clinic's stores and policy, with the groups and jobs of some units."""

    def store(name: str, kind: str) -> Store:
        address = f"glbr_protection_store.{name}"
        return Store(
            address, address, name, known(f"id-{name}"), known(kind), known("so-1"), NOTHING, Setting("absent")
        )

    policy = "glbr_protection_policy.gold"
    jobs = [one for item in units for one in (item.after if after else item.before)]
    return Side(
        {one.key: one for one in (store("local", "ON_PREMISES"), store("cloud", "CLOUD"))},
        {
            policy: Policy(
                policy, policy, "gold", known("id-gold"), known("VMWARE"), tiers("SNAPSHOT", "BACKUP", "CLOUD_BACKUP")
            )
        },
        {
            item.key: Group(
                item.key,
                item.key,
                item.name,
                known(f"id-{item.name}"),
                "virtual_machine_protection_group",
                known("CUSTOM"),
                known("VMFS_VMS"),
                known(item.assets),
                NOTHING,
                Setting("absent"),
            )
            for item in units
        },
        {one.key: one for one in jobs},
    )


def change(address: str, *actions: str, **values: object) -> Change:
    noun = address.partition(".")[0].removeprefix("glbr_")
    return replace(Change(address, address, noun, actions or ("update",)), **values)  # type: ignore[arg-type]


def model(
    units: Sequence[Unit] = (),
    changes: Sequence[Change] = (),
    *,
    origin: Origin = "plan",
    stack: str = "clinic/prod",
    complete: bool | None = True,
    errored: bool = False,
    locations: Mapping[str, Location] | None = None,
    checks: Sequence[Check] = (),
    deferred: Sequence[tuple[str, str]] = (),
) -> Model:
    provenance = Provenance(origin, AT, stack, "Terraform 1.15.5", complete, errored, "", "plan.json")
    machines = {
        name: Asset(name, name, "virtualization/virtual-machine") for item in units[:10] for name in item.assets
    }
    return Model(
        provenance,
        side(units, after=False),
        side(units, after=True),
        tuple(changes),
        assets=machines,
        checks=tuple(checks),
        deferred=tuple(deferred),
        locations=locations or {},
    )


def report(
    about: Model,
    units: Sequence[Unit],
    findings: Sequence[Judged],
    outcome: Outcome,
    headline: str,
    passed: Sequence[str] = ("DP-LOSS-002", "DP-RET-001"),
) -> Report:
    """Puts findings in order as the gate does: worst first, waived ones last."""
    ordered = sorted(findings, key=lambda one: (one.result == "waived", -one.finding.severity))
    return Report(
        Told(about, units),
        tuple(ordered),
        tuple(passed),
        ("DP-PLAN-006",),
        outcome,
        EXIT_CODES[outcome],
        headline,
        "baseline",
        "base branch (gate.yaml)",
        DOCUMENTATION,
    )
