"""Each argument of each call about policies and jobs has a wrong value that is refused where it is written."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from glbr_constructs import Daily, Every, Override, ProtectionJob, ProtectionPolicy, Script, Weekly
from glbr_constructs.cdk import cdk
from glbr_constructs.policies.protection_policy import ExistingProtectionPolicy
from wrong_policy_arguments import A_RETENTION, World, Wrong, arguments, check_refusals, lengths, parameters

A_PLACE = "Allowed: a text that no other construct beside it has"
A_STORE = "Allowed: ProtectionStore(...)"
A_SCHEDULE = "Allowed: such as Daily.at('01:30')"
A_SOURCE = "Allowed: what add_snapshot, add_backup or add_cloud_backup of this policy returned, or 'asset'"
AN_ASSET = "Allowed: a group, a virtual machine"
A_MOMENT = "Allowed: a moment with its zone, such as '2026-12-01T00:00:00Z'"
OVERRIDES = "Allowed: a list of Override(copies, ...)"
FAMILIES = "Allowed: VMWARE, AWS, HPE_ARRAY_VOLUME, MSSQL"


def policies() -> Iterator[Wrong]:
    makers: dict[str, Callable[..., object]] = {
        "ProtectionPolicy": ProtectionPolicy,
        "ProtectionPolicy.hourly_snapshots": ProtectionPolicy.hourly_snapshots,
        "ProtectionPolicy.daily_backups": ProtectionPolicy.daily_backups,
        "ProtectionPolicy.three_copies": ProtectionPolicy.three_copies,
    }
    for of, make in makers.items():

        def made(w: World, make: Callable[..., object] = make, **wrong: Any) -> object:
            names = parameters(make)
            right = {"scope": w.stack, "id_": "p", "name": "p", "to": w.local, "cloud": w.local} | wrong
            return make(**{name: value for name, value in right.items() if name in names})

        yield Wrong(f"{of}(scope)", lambda w, made=made: made(w, scope="clinic"), "scope='clinic'", "Allowed: a stack")
        yield Wrong(f"{of}(id_)", lambda w, made=made: made(w, id_=""), "id_=''", A_PLACE)
        yield Wrong(f"{of}(name)", lambda w, made=made: made(w, name=" "), "name is empty", "Allowed: the name that")
        kind = "application_type"
        yield Wrong(
            f"{of}({kind})", lambda w, made=made: made(w, application_type="VM"), "application_type='VM'", FAMILIES
        )
        if "to" in parameters(make):
            yield Wrong(f"{of}(to)", lambda w, made=made: made(w, to="store-1"), "to='store-1'", A_STORE)
        if "cloud" in parameters(make):
            yield Wrong(f"{of}(cloud)", lambda w, made=made: made(w, cloud=None), "to=None", A_STORE)
        if "description" in parameters(make):
            note = f"{of}(description)"
            yield Wrong(note, lambda w, made=made: made(w, description=7), "description=7", "Allowed: a note")


def additions() -> Iterator[Wrong]:
    for verb in ("snapshot", "backup", "cloud_backup", "database_log_backup", "replicated_snapshot"):
        of = f"ProtectionPolicy.add_{verb}"
        has_store = "snapshot" not in verb

        def added(w: World, verb: str = verb, has_store: bool = has_store, **wrong: Any) -> object:
            right = {"schedule": Weekly.on("sunday"), "source": "asset"} | ({"to": w.local} if has_store else {})
            return getattr(w.gold, f"add_{verb}")(**(right | wrong))

        yield Wrong(
            f"{of}(schedule)", lambda w, added=added: added(w, schedule="daily"), "schedule='daily'", A_SCHEDULE
        )
        yield Wrong(f"{of}(source)", lambda w, added=added: added(w, source=99), "source=99", A_SOURCE)
        number = f"{of}(schedule_id)"
        whole = "Allowed: a whole number from 1, written out"
        yield Wrong(number, lambda w, added=added: added(w, schedule_id=0), "schedule_id=0", whole)
        yield Wrong(number, lambda w, added=added: added(w, schedule_id=w.number), "schedule_id=-8.1", whole)
        yield Wrong(
            number, lambda w, added=added: added(w, schedule_id=99), "schedule_id=99 is taken", "no other schedule"
        )
        if has_store:
            yield Wrong(f"{of}(to)", lambda w, added=added: added(w, to="store-1"), "to='store-1'", A_STORE)


def jobs() -> Iterator[Wrong]:
    def made(w: World, **wrong: Any) -> object:
        return ProtectionJob(**({"scope": w.stack, "id_": "job", "policy": w.gold, "asset": w.erp} | wrong))

    callers: dict[str, Callable[..., object]] = {
        "ProtectionJob": made,
        "ProtectionPolicy.protect": lambda w, **wrong: w.gold.protect(**({"asset": w.erp} | wrong)),
        "ExistingProtectionPolicy.protect": lambda w, **wrong: w.found.protect(**({"asset": w.erp} | wrong)),
    }
    for of, call in callers.items():
        yield Wrong(f"{of}(asset)", lambda w, call=call: call(w, asset="vm-1"), "asset='vm-1'", AN_ASSET)
        for wrong in ("2026-12-01", "2026-13-01T00:00:00Z", 7):
            yield Wrong(
                f"{of}(effective_from)",
                lambda w, call=call, wrong=wrong: call(w, effective_from=wrong),
                f"effective_from={wrong!r}",
                A_MOMENT,
            )
        yield Wrong(f"{of}(overrides)", lambda w, call=call: call(w, overrides="none"), "overrides='none'", OVERRIDES)
        yield Wrong(f"{of}(overrides)", lambda w, call=call: call(w, overrides=[5]), "overrides=5", OVERRIDES)
    yield Wrong("ProtectionJob(scope)", lambda w: made(w, scope=None), "scope=None", "Allowed: a stack")
    yield Wrong(
        "ProtectionJob(id_)",
        lambda w: made(w, id_=w.erp.node.id),
        "id_='erp'",
        "Allowed: a name that no other construct",
    )
    yield Wrong(
        "ProtectionJob(policy)", lambda w: made(w, policy="p-1"), "policy='p-1'", "Allowed: ProtectionPolicy(...)"
    )


def overrides() -> Iterator[Wrong]:
    yield from lengths("Override", lambda w: Override(w.backups))

    def made(w: World, **wrong: Any) -> object:
        return Override(**({"copies": w.backups} | wrong))

    yield Wrong("Override(copies)", lambda w: made(w, copies=23), "copies=23", "Allowed: what policy.add_backup(...)")
    yield Wrong("Override(retention)", lambda w: made(w, retention="1 week"), "retention='1 week'", A_RETENTION)
    yield Wrong("Override.retain(retention)", lambda w: Override(w.backups).retain(1), "retention=1", A_RETENTION)
    yield Wrong("Override(store)", lambda w: made(w, store="store-1"), "store='store-1'", A_STORE)
    snapshot = "Its copies stay on the array"
    yield Wrong(
        "Override(store)",
        lambda w: made(w, store=w.local, copies=w.gold.add_snapshot(Every.hours(4))),
        "SNAPSHOT takes no store",
        snapshot,
    )
    yield Wrong("Override(consistency)", lambda w: made(w, consistency="FULL"), "consistency='FULL'", "Allowed: CRASH,")
    granularity = "Allowed: VOLUME, VMWARE_CBT"
    yield Wrong(
        "Override(backup_granularity)", lambda w: made(w, backup_granularity="X"), "backup_granularity='X'", granularity
    )
    for flag in ("create_snapshot_on_failure", "include_rdm_disks"):
        yield Wrong(f"Override({flag})", lambda w, flag=flag: made(w, **{flag: 1}), f"{flag}=1", "Allowed: True, False")
    yield Wrong(
        "Override(name_pattern)", lambda w: made(w, name_pattern=""), "name_pattern is empty", "Allowed: letters"
    )
    yield Wrong(
        "Override(params_before)",
        lambda w: made(w, params_before="-f"),
        "params_before",
        "Give it one: schedule.run_before(",
    )
    yield Wrong(
        "Override(params_after)", lambda w: made(w, params_after=""), "params_after is empty", "Allowed: arguments"
    )


def look_ups() -> Iterator[Wrong]:
    for call, argument, cure in (
        (ProtectionPolicy.from_protection_policy_id, "policy_id", "Allowed: the identifier that HPE made"),
        (ProtectionPolicy.from_protection_policy_name, "name", "Allowed: the name shown in the console"),
        (ProtectionJob.from_protection_job_id, "job_id", "Allowed: the identifier that HPE made"),
    ):
        of = call.__qualname__
        yield Wrong(f"{of}(scope)", lambda w, call=call: call("clinic", "x", "y"), "scope='clinic'", "Allowed: a stack")
        yield Wrong(f"{of}(id_)", lambda w, call=call: call(w.stack, "", "y"), "id_=''", A_PLACE)
        yield Wrong(f"{of}({argument})", lambda w, call=call: call(w.stack, "x", ""), "Given: ''", cure)


TABLES = [policies, additions, jobs, overrides, look_ups]


def test_no_argument_is_without_a_wrong_value() -> None:
    public = (ProtectionPolicy, ExistingProtectionPolicy, ProtectionJob, Override)

    everything = {argument for owner in public for argument in arguments(owner)}

    assert len(everything) > 50
    assert {wrong.of for table in TABLES for wrong in table()} == everything


@pytest.mark.parametrize("table", TABLES)
def test_a_wrong_value_is_refused_with_what_was_given_and_what_to_write(
    stack: cdk.TerraformStack, table: Callable[[], Iterator[Wrong]]
) -> None:
    assert check_refusals(stack, table()) >= 9


def test_texts_that_only_terraform_knows_pass(stack: cdk.TerraformStack) -> None:
    world = World(stack)
    known_later = cdk.TerraformVariable(world.stack, "later", type="string").string_value
    script = Script(host=world.host, path=known_later, params=known_later)
    schedule = Daily.at(known_later).named(known_later).name_copies(known_later).run_before(script)

    policy = ProtectionPolicy(world.stack, "p", name=known_later, description=known_later)
    copies = policy.add_backup(schedule, to=world.local)
    job = policy.protect(
        world.erp,
        effective_from=known_later,
        overrides=[Override(copies, name_pattern=known_later, params_before=known_later)],
    )

    window = Every.hours(4).between(known_later, "22:00")
    assert window.window == (known_later, "22:00")
    assert job.node.path == "clinic/p_erp"
