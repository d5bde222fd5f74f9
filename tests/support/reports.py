"""Finished reviews for tests of views: made by hand, so that a view is judged apart from rules, analysis and gate.

`EVERY` has all of the small ones by name. `enormous` makes large ones, `any_report` draws random hostile ones.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
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
from glbr.review.model.model import Change, Check, Location, Model, Origin, Provenance, Waiver
from glbr.review.model.objects import Asset, Group, Job, Policy, Side, Store
from glbr.review.report import EXIT_CODES, Judged, Outcome, Report, Result
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


def clean() -> Report:
    units = (unit("clinic"),)
    return report(model(units), units, (), "clean", "Nothing changes for whoever has to restore")


def strengthening() -> Report:
    """Nothing but good news: one rhythm kept for longer, another tier, a group that is new."""
    units = (
        unit(
            "clinic", shift("retention lengthened", Direction.STRENGTHENING, "kept 3 days", "kept 7 days", "SNAPSHOT")
        ),
        unit("ward", shift("tier gained", Direction.STRENGTHENING, "nothing", "kept 6 months"), count=3),
        unit("archive", before=False, count=1),
    )
    changes = (change("glbr_protection_policy.gold", changed=("protections[0].schedules[0].expire_after",)),)
    return report(model(units, changes), units, (), "clean", "Protection gets stronger for 16 VMs")


def waiver() -> Waiver:
    return Waiver(
        "DP-RET-002",
        "glbr_protection_policy.gold",
        "the old array is switched off",
        "storage-team",
        "2027-01-31",
        "kept 2 weeks",
        "CHG-123",
        written_in="gate.yaml",
    )


def blocked() -> Report:
    """Findings of every severity, result and enforcement; with places, and one by a rule of the user's."""
    cloud = "glbr_protection_store.cloud"
    units = (
        unit(
            "clinic",
            shift("tier lost", Direction.DESTRUCTIVE, "daily, kept 6 months, locked 1 month", "nothing"),
            shift("retention lengthened", Direction.STRENGTHENING, "kept 3 days", "kept 7 days", "SNAPSHOT"),
        ),
        unit("ward", shift("lock lengthened", Direction.ONE_WAY, "locked 1 week", "locked 2 years"), count=3),
        unit("morgue", after=False, count=1),
    )
    changes = (
        change("glbr_protection_policy.gold"),
        change(cloud, "delete"),
        change("glbr_protection_store.local", "delete", "create", replace_paths=("storage_system_id",)),
        change("glbr_virtual_machine_protection_group.ward", "create"),
        change("glbr_protection_store.same", "no-op"),
        change("glbr_protection_job.gold_morgue", "forget"),
    )
    place = Location("stacks/prod/main.py", 42, "Clinic/Gold")
    lost = finding(
        "DP-COPY-002",
        Severity.CRITICAL,
        direction=Direction.DESTRUCTIVE,
        subject="group clinic",
        key="glbr_virtual_machine_protection_group.clinic",
        message="12 VMs of group clinic lose their off-site copy: the cloud backup of policy gold is dropped.",
        before="daily, kept 6 months, locked 1 month",
        after="nothing",
        schedule=None,
    )
    destroyed = finding(
        "DP-LOSS-001",
        Severity.CRITICAL,
        direction=Direction.DESTRUCTIVE,
        key=cloud,
        address=cloud,
        subject="store cloud",
        message="Store cloud is destroyed with 142 recovery points in it.",
        before="142 recovery points",
        after="destroyed",
        tier="",
        schedule=None,
        path="",
    )
    undecided = finding(
        "DP-COPY-003",
        verdict="unknown",
        message="Whether policy gold goes to two stores cannot be told before the apply.",
        before="2 stores",
        after="known only after the apply",
        tier="BACKUP",
        resolve="Apply the store first, then plan again.",
    )
    one_way = finding("DP-LOCK-006", direction=Direction.ONE_WAY, before="locked 1 week", after="locked 2 years")
    rarer = finding(
        "DP-RPO-001", Severity.MEDIUM, before="worst RPO 4 hours", after="worst RPO 20 hours", tier="BACKUP"
    )
    remark = finding("DP-PLAN-011", Severity.LOW, direction=Direction.NEUTRAL, before="", after="3 tiers", tier="")
    information = replace(remark, rule="DP-PLAN-012", severity=Severity.INFO, message="A store is imported.", assets=0)
    users = finding(
        "ACME-1", message="The name of policy gold does not say who answers for it.", before="", after="gold"
    )
    broken = finding(
        "DP-COV-003", verdict="unknown", message="The rule broke: no such zone.", before="", after="", tier=""
    )
    accepted = finding("DP-RET-002", message="Backups are kept for 2 weeks instead of 5.", after="kept 2 weeks")
    findings = (
        judged(lost, "Off-site copy lost", location=place),
        judged(destroyed, "Store destroyed", location=replace(place, line=17)),
        judged(undecided, "Too few stores", enforcement="hard"),
        judged(finding("DP-LOCK-002"), location=place),
        judged(one_way, "Longer lock", location=place),
        judged(rarer, "Rarer", location=Location("stacks/prod/main.tf")),
        judged(remark, "Many tiers"),
        judged(information, "Imported"),
        judged(users, "Owner missing", rule=None, explain="Somebody has to be asked.", fix="Write `owner-` in front."),
        judged(broken, "Site lost", result="error", enforcement="hard"),
        judged(accepted, "Retention cut", result="waived", waiver=waiver()),
    )
    about = model(units, changes, locations={"glbr_protection_policy.gold": place})
    return report(about, units, findings, "blocked", "12 VMs lose their off-site copy")


def needs_approval() -> Report:
    units = (unit("clinic", shift("lock shortened", Direction.WEAKENING, "locked 1 month", "locked 1 week")),)
    about = model(units, (change("glbr_protection_policy.gold"),))
    return report(about, units, (judged(finding("DP-LOCK-002")),), "needs approval", "Locks of 12 VMs get shorter")


def undecidable() -> Report:
    one = finding(
        "DP-LOCK-001",
        Severity.CRITICAL,
        verdict="unknown",
        message="Whether the lock stays is known only after the apply.",
        after="known only after the apply",
        resolve="Write lock_for as a value that the plan knows.",
    )
    units = (unit("clinic", shift("undecidable", Direction.WEAKENING, "locked 1 month", "known only after the apply")),)
    return report(model(units), units, (judged(one, "Lock removed"),), "undecidable", "1 lock cannot be judged")


def incomplete() -> Report:
    """A plan that was targeted, ended with an error, put something off and failed a check: banners that nobody may fold."""
    about = model(
        complete=False,
        errored=True,
        checks=(Check("check.certificate", "fail", ("expires in 3 days",)),),
        deferred=(("glbr_protection_job.later", "provider_config_unknown"),),
    )
    one = finding("DP-PLAN-001", Severity.CRITICAL, message="The plan is incomplete.", before="", after="", tier="")
    return report(about, (), (judged(one, "Incomplete plan"),), "undecidable", "The plan does not show everything")


def configuration() -> Report:
    """One configuration alone: a state of things, no change and no plan."""
    return replace(clean(), analysis=Told(model(origin="configuration", complete=None)))


def hostile(names: Sequence[str] = HOSTILE) -> Report:
    """Every text that a name or value can reach is one of the hostile ones."""
    findings, units, changes, places = [], [], [], {}
    results: tuple[Result, ...] = ("fail", "unknown", "waived", "error")
    for number, name in enumerate(names):
        severity = tuple(Severity)[number % 5]
        direction = tuple(Direction)[number % 5]
        result = results[number % 4]
        whole = name.replace("\ud800", "")  # half a character has no hash; what reads the plan takes care of it
        bad = Waiver(f"DP-X-{number}", name, name, name, "2027-01-31", name, name, written_in=name)
        places[name] = Location(name, number, name)
        found = Finding(
            f"DP-X-{number:03}" if number % 3 else whole,
            "unknown" if result in {"unknown", "error"} else "fail",
            severity,
            direction,
            key=f"{whole}{number}",
            address=name,
            subject=name,
            message=name,
            before=name,
            after=name,
            tier=whole,
            schedule=number,
            path=name,
            assets=number,
            resolve=name,
        )
        told: dict[str, object] = {"result": result, "location": places[name]}
        if result == "waived":
            told["waiver"] = bad
        if number % 2:
            told |= {"rule": None, "explain": name, "fix": name}
        findings.append(judged(found, name, **told))
        moved = Shift("retention lengthened", direction, name, name, number, name, name, (name, number), name)
        units.append(replace(unit(f"u{number}", moved), name=name, key=f"{name}{number}", target=name, assets=(name,)))
        changes.append(change(name, "delete", noun=name, previous_address=name, reason=name, replace_paths=(name,)))
    about = model(
        units,
        changes,
        stack=names[number % len(names)] + "-->",
        complete=False,
        locations=places,
        checks=[Check(name, "fail", (name,)) for name in names],
        deferred=[(name, name) for name in names],
    )
    made = report(about, units, findings, "blocked", " ".join(names), passed=names)
    return replace(made, pack=names[0], gate=names[1 % len(names)])


def enormous(findings: int = 5_000, units: int = 10_000) -> Report:
    """More than anybody reads: what a wrong workspace looks like."""
    words = shift("lock shortened", Direction.WEAKENING, "locked 1 month", "locked 1 week")
    good = shift("retention lengthened", Direction.STRENGTHENING, "kept 3 days", "kept 7 days", "SNAPSHOT")
    many = [unit(f"group_{number:05}", good if number % 2 else words, count=2) for number in range(units)]
    severities = tuple(Severity)
    made = []
    for number in range(findings):
        address = f'glbr_protection_policy.all["policy {number:05}"]'
        found = finding(
            f"DP-LOCK-{number % 40:03}",
            severities[number % 5],
            key=address,
            address=address,
            subject=f"policy {number:05}",
        )
        made.append(judged(found, location=Location("stacks/prod/main.py", number + 1)))
    changes = [change(one.finding.address) for one in made]
    return report(model(many, changes), many, made, "blocked", f"{findings} policies get shorter locks")


EVERY: Final[Mapping[str, Callable[[], Report]]] = {
    "clean": clean,
    "strengthening": strengthening,
    "blocked": blocked,
    "needs approval": needs_approval,
    "undecidable": undecidable,
    "incomplete": incomplete,
    "configuration": configuration,
    "hostile": hostile,
}
