"""Finished reviews for tests of views: made by hand, so that a view is judged apart from rules, analysis and gate.

`EVERY` has all of the small ones by name. `enormous` makes large ones, `any_report` draws random hostile ones.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from glbr.protection.comparison import Shift
from glbr.protection.direction import Direction
from glbr.review.model.model import Check, Location, Waiver
from glbr.review.report import Report, Result
from glbr.review.rules.finding import Finding, Severity
from report_parts import (
    HOSTILE,
    Told,
    change,
    finding,
    judged,
    model,
    report,
    shift,
    unit,
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
