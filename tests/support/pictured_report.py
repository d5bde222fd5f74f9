"""A review with everything that pictures can show: real schedules, a lost tier, a narrowed group, good news beside it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from glbr.protection.comparison import Shift
from glbr.protection.direction import Direction
from glbr.protection.effective import Tiers, tiers_of
from glbr.protection.setting import Setting, known
from glbr.review.analysis.analysis import Unit
from glbr.review.model.model import Location
from glbr.review.model.objects import Group, Job, Policy, Side, Store
from glbr.review.report import Report
from glbr.review.rules.finding import Severity
from report_parts import NOTHING, change, finding, job, judged, model, report

LOCAL, CLOUD = "glbr_protection_store.local", "glbr_protection_store.cloud"
GOLD, SILVER, BRONZE = (f"glbr_protection_policy.{name}" for name in ("gold", "silver", "bronze"))
CLINIC, LAB, ARCHIVE, WARD = (
    f"glbr_virtual_machine_protection_group.{name}" for name in ("clinic", "lab", "archive", "ward")
)


def schedule(
    number: int, keep: str, lock: str | None, recurrence: str, every: int = 1, **more: object
) -> dict[str, object]:
    """One schedule as a policy's tree has it; `start_time` and `source` may be given."""
    source = more.pop("source", None)
    return {
        "schedule_id": number,
        "expire_after": keep,
        "lock_for": lock,
        "source_protection_schedule_id": source,
        "schedule": {"recurrence": recurrence, "repeat_interval": {"every": every}, **more},
    }


def tier(kind: str, store: str | None, *schedules: Mapping[str, object]) -> dict[str, object]:
    return {"type": kind, "protection_store_id": store, "schedules": list(schedules)}


def policy(*tiers: Mapping[str, object]) -> Tiers:
    return tiers_of({"protections": list(tiers)})


def snapshot(keep: str = "2 days") -> dict[str, object]:
    return tier("SNAPSHOT", None, schedule(1, keep, None, "HOURLY", 4))


def backup(keep: str, lock: str | None) -> dict[str, object]:
    return tier("BACKUP", LOCAL, schedule(2, keep, lock, "DAILY", start_time="01:30", source=1))


def cloud(keep: str, lock: str | None) -> dict[str, object]:
    return tier(
        "CLOUD_BACKUP",
        CLOUD,
        schedule(3, keep, lock, "DAILY", start_time="03:00", source=2),
        schedule(4, "5 years", None, "MONTHLY", start_time="04:00", source=2),
    )


GOLD_BEFORE = policy(snapshot(), backup("5 weeks", "2 weeks"), cloud("6 months", "1 month"))
GOLD_AFTER = policy(snapshot(), backup("5 weeks", "3 days"))
SILVER_BEFORE = policy(snapshot(), backup("2 weeks", None))
SILVER_AFTER = policy(snapshot("3 days"), backup("4 weeks", "1 week"))
BRONZE_TIERS = policy(backup("2 weeks", None))


def side(
    policies: Mapping[str, Tiers], groups: Mapping[str, tuple[Sequence[str], str]], *, stores: Sequence[str]
) -> Side:
    """Stores, policies, and for each group its members and the policy that its job applies."""
    return Side(
        {key: _store(key) for key in stores},
        {
            key: Policy(key, key, _name(key), known(f"id-{key}"), known("VMWARE"), tiers)
            for key, tiers in policies.items()
        },
        {key: _group(key, members) for key, (members, _) in groups.items()},
        {one.key: one for one in (_job(key, applied, policies[applied]) for key, (_, applied) in groups.items())},
    )


def pictured() -> Report:
    """Gold loses its cloud tier and most of its lock, three machines leave the clinic; silver gets stronger."""
    machines = tuple(f"vm-{number:04}" for number in range(12))
    groups = {CLINIC: (machines, GOLD), LAB: (("lab-1", "lab-2"), SILVER), ARCHIVE: (("old-1",), BRONZE)}
    before = side({GOLD: GOLD_BEFORE, SILVER: SILVER_BEFORE, BRONZE: BRONZE_TIERS}, groups, stores=(LOCAL, CLOUD))
    after = side(
        {GOLD: GOLD_AFTER, SILVER: SILVER_AFTER, BRONZE: BRONZE_TIERS},
        {**groups, CLINIC: (machines[:9], GOLD), WARD: (("ward-1",), SILVER)},
        stores=(LOCAL, CLOUD),
    )
    units = (
        _unit(ARCHIVE, "archive", ("old-1",), before, after),
        _unit(CLINIC, "clinic", machines[:9], before, after, *GOLD_SHIFTS),
        replace(
            _unit(CLINIC, "3 assets that leave clinic", machines[9:], before, after),
            key=f"{CLINIC}>",
            after=(),
            tiers_after=Setting("absent"),
        ),
        _unit(LAB, "lab", ("lab-1", "lab-2"), before, after, *SILVER_SHIFTS),
        _unit(WARD, "ward", ("ward-1",), before, after),
    )
    place = Location("stacks/prod/main.py", 42, "Clinic/Gold")
    changes = (change(GOLD), change(SILVER), change(CLINIC), change(WARD, "create"))
    about = replace(model((), changes, locations={GOLD: place}), before=before, after=after)
    lost = finding(
        "DP-COPY-002",
        Severity.CRITICAL,
        direction=Direction.DESTRUCTIVE,
        key=CLINIC,
        subject="policy gold",
        message="9 assets of group clinic lose their only off-site copy: policy gold has no cloud backup any more.",
        before="daily at 03:00, kept 6 months, locked 1 month",
        after="nothing",
        schedule=None,
        path="protections[2]",
        assets=9,
    )
    left = finding(
        "DP-COV-001",
        Severity.CRITICAL,
        direction=Direction.DESTRUCTIVE,
        key=f"{CLINIC}>",
        address=CLINIC,
        subject="3 assets that leave clinic",
        message="vm-0009, vm-0010 and vm-0011 are in no group after this change: no job protects them any more.",
        before="protected by gold",
        after="not protected",
        tier="",
        schedule=None,
        path="assets",
        assets=3,
    )
    shorter = finding(
        "DP-LOCK-002",
        message="Local backups of policy gold are locked for 3 days instead of 2 weeks.",
        before="locked 2 weeks",
        after="locked 3 days",
        tier="BACKUP",
        schedule=2,
        path="protections[1].schedules[0].lock_for",
        assets=9,
    )
    rarely = finding(
        "DP-VER-002",
        Severity.INFO,
        direction=Direction.NEUTRAL,
        message="No restore from store local has been tried in the last 90 days.",
        before="",
        after="no restore test known",
        tier="",
        schedule=None,
        path="",
        assets=0,
    )
    found = (
        judged(left, "Asset loses all protection", location=place),
        judged(lost, "Off-site copy lost", location=place),
        judged(shorter, "Lock shortened", location=place),
        judged(rarely, "No restore evidence"),
    )
    return report(about, units, found, "blocked", "9 assets lose their off-site copy, 3 lose all protection")


GOLD_SHIFTS = (
    Shift(
        "tier lost",
        Direction.DESTRUCTIVE,
        "CLOUD_BACKUP",
        CLOUD,
        None,
        "daily at 03:00, kept 6 months, locked 1 month",
        "nothing",
        ("protections", 2),
    ),
    Shift(
        "lock shortened",
        Direction.WEAKENING,
        "BACKUP",
        LOCAL,
        2,
        "locked 2 weeks",
        "locked 3 days",
        ("protections", 1, "schedules", 0, "lock_for"),
    ),
)
SILVER_SHIFTS = (
    Shift(
        "retention lengthened",
        Direction.STRENGTHENING,
        "SNAPSHOT",
        "",
        1,
        "kept 2 days",
        "kept 3 days",
        ("protections", 0),
    ),
    Shift(
        "retention lengthened",
        Direction.STRENGTHENING,
        "BACKUP",
        LOCAL,
        2,
        "kept 2 weeks",
        "kept 4 weeks",
        ("protections", 1),
    ),
    Shift("lock lengthened", Direction.ONE_WAY, "BACKUP", LOCAL, 2, "not locked", "locked 1 week", ("protections", 1)),
)


def _unit(key: str, name: str, assets: tuple[str, ...], before: Side, after: Side, *shifts: Shift) -> Unit:
    was = tuple(one for one in before.jobs.values() if one.asset.value == key)
    will = tuple(one for one in after.jobs.values() if one.asset.value == key)
    absent: Tiers = Setting("absent")
    return Unit(
        key, name, key, assets, True, was, will,
        was[0].tiers if was else absent, will[0].tiers if will else absent, shifts,
    )  # fmt: skip


def _name(key: str) -> str:
    return key.rpartition(".")[2]


def _store(key: str) -> Store:
    name, kind, place = (
        ("Local_clinic", "ON_PREMISES", NOTHING) if key == LOCAL else ("Cloud_eastus2", "CLOUD", known("azure:eastus2"))
    )
    return Store(key, key, name, known(f"id-{key}"), known(kind), known("so-1"), place, Setting("absent"))


def _group(key: str, members: Sequence[str]) -> Group:
    noun = "virtual_machine_protection_group"
    absent: Setting[bool] = Setting("absent")
    identity = known(f"id-{key}")
    return Group(
        key, key, _name(key), identity, noun, known("CUSTOM"), known("VMFS_VMS"), known(tuple(members)), NOTHING, absent
    )


def _job(group: str, applied: str, tiers: Tiers) -> Job:
    return replace(job(f"{_name(applied)}_{_name(group)}", group, applied), tiers=tiers)
