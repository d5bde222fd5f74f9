"""What is copied, how often, for how long, and of what."""

from datetime import UTC, datetime

from glbr_constructs import (
    ApplicationHost,
    Daily,
    Every,
    Monthly,
    Override,
    ProtectionJob,
    ProtectionPolicy,
    ProtectionStore,
    Retention,
    Script,
    StoreOnce,
    TerraformStack,
    VirtualMachine,
    Weekly,
)


def protection_policy(stack: TerraformStack) -> None:
    """A policy with every kind of copy and every rhythm, the ready-made ones, and two that are there already."""
    appliance = StoreOnce.from_storeonce_id(stack, "policy-appliance", "storeonce-1")
    local = ProtectionStore(stack, "policy-local", name="Local", on=appliance)
    cloud = ProtectionStore(stack, "policy-cloud", name="Cloud", on=appliance, location="azure:eastus2")
    host = ApplicationHost.from_application_host_id(stack, "policy-host", "host-1")
    quiet = Script(host=host, path="/opt/quiet.sh", params="--wait", timeout_in_seconds=60)
    rich = ProtectionPolicy(
        stack, "policy-rich", name="rich", description="everything at once", application_type="MSSQL"
    )
    often = rich.add_snapshot(Every.minutes(30).between("06:00", "22:00").keep(hours=12))
    rich.add_replicated_snapshot(Every.hours(6, minute=(15, 45)).keep(days=3), source=often)
    nightly = Daily.at("01:30", every=2).keep(weeks=2).lock(weeks=1).named("nightly")
    backups = rich.add_backup(
        nightly.name_copies("nightly_{SourceAssetName}_{DateFormat}").run_before(quiet).run_after(quiet), to=local
    )
    rich.add_cloud_backup(Weekly.on("saturday", "sunday").retain(Retention.six_months()), to=cloud, source=backups)
    rich.add_cloud_backup(Monthly.on_last_day().retain(Retention.seven_years().lock(years=1)), to=cloud)
    rich.add_cloud_backup(Monthly.on_day(1, 15, at="05:00"), to=cloud, source="asset", schedule_id=7)
    rich.add_database_log_backup(Every.minutes(15).keep(days=7), to=local)
    ProtectionPolicy.hourly_snapshots(stack, "policy-snapshots", name="snapshots", application_type="HPE_ARRAY_VOLUME")
    ProtectionPolicy.daily_backups(stack, "policy-daily", name="daily", to=local)
    ProtectionPolicy.three_copies(stack, "policy-three", name="three", to=local, cloud=cloud)
    ProtectionPolicy.from_protection_policy_id(stack, "policy-known", "policy-1")
    ProtectionPolicy.from_protection_policy_name(stack, "policy-named", "silver")


def protection_job(stack: TerraformStack) -> None:
    """Jobs of a policy made here with all that can differ, of one that is looked up, and one that is there already."""
    appliance = StoreOnce.from_storeonce_id(stack, "job-appliance", "storeonce-1")
    local = ProtectionStore(stack, "job-local", name="Local", on=appliance)
    other = ProtectionStore(stack, "job-other", name="Other", on=appliance)
    host = ApplicationHost.from_application_host_id(stack, "job-host", "host-1")
    script = Script(host=host, path="C:\\scripts\\quiet.ps1")
    erp = VirtualMachine.from_virtual_machine_name(stack, "job-erp", "erp-db-01")
    crm = VirtualMachine.from_virtual_machine_id(stack, "job-crm", "vm-2")
    policy = ProtectionPolicy(stack, "job-policy", name="gold")
    snapshots = policy.add_snapshot(Every.hours(4).keep(days=2))
    backups = policy.add_backup(Daily.at("01:30").keep(weeks=2).run_before(script).run_after(script), to=local)
    different = Override(
        backups,
        store=other,
        consistency="APPLICATION",
        backup_granularity="VMWARE_CBT",
        create_snapshot_on_failure=True,
        name_pattern="erp_{DateFormat}",
        params_before="--fast",
        params_after="--slow",
        include_rdm_disks=False,
    )
    policy.protect(
        erp,
        effective_from=datetime(2026, 12, 1, tzinfo=UTC),
        overrides=[different.keep(weeks=4).lock(weeks=2), Override(snapshots).retain(Retention.two_weeks())],
    )
    ProtectionPolicy.from_protection_policy_name(stack, "job-silver", "silver").protect(crm)
    by_hand = {"protections": [{"id": "tier-1", "schedules": [{"schedule_id": 2, "expire_after": "5 days"}]}]}
    known = ProtectionPolicy.from_protection_policy_id(stack, "job-bronze", "policy-1")
    ProtectionJob(stack, "job-by-hand", policy=known, asset=crm, overrides=by_hand)
    ProtectionJob.from_protection_job_id(stack, "job-known", "job-1")
