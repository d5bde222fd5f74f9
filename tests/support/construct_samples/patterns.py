"""Whole answers, each with all that can be said of it."""

from dataclasses import replace
from datetime import UTC, datetime

from glbr_constructs import (
    BRONZE,
    GOLD,
    Daily,
    Every,
    Fleet,
    Override,
    PolicyClass,
    ProtectedSite,
    ProtectionPolicy,
    ProtectionStore,
    StoreOnce,
    TerraformStack,
    ThreeTwoOneOneZero,
    VirtualMachine,
    VirtualMachineProtectionGroup,
    VirtualMachines,
    Weekly,
)


def three_two_one_one_zero(stack: TerraformStack) -> None:
    """The rule with designed rhythms and stores, and with everything brought along."""
    appliance = StoreOnce.from_storeonce_name(stack, "rule-appliance", "clinic-storeonce-1")
    ThreeTwoOneOneZero(stack, "rule", name="designed", on=appliance, location="azure:eastus2")
    machine = VirtualMachine.from_virtual_machine_name(stack, "rule-machine", "erp-db-01")
    group = VirtualMachineProtectionGroup(stack, "rule-group", name="erp", tags=["erp"])
    own = ThreeTwoOneOneZero(
        stack,
        "rule-own",
        name="erp",
        local_store=ProtectionStore.from_protection_store_name(stack, "rule-local", "Local_clinic"),
        cloud_store=ProtectionStore.from_protection_store_id(stack, "rule-cloud", "store-1"),
        assets=[group],
        snapshots=Every.hours(1).keep(days=3),
        backups=Daily.at("02:00").keep(weeks=6),
        cloud_backups=Weekly.on("sunday", at="05:00").keep(years=1).lock(months=3),
        description="of the ERP system",
    )
    nightly = own.policy.copies[1]
    own.protect(machine, effective_from="2027-01-31T00:00:00Z", overrides=[Override(nightly).lock(weeks=2)])


def protected_site(stack: TerraformStack) -> None:
    """A site with the classes it offers, and one with classes of its own."""
    appliance = StoreOnce.from_storeonce_name(stack, "site-appliance", "clinic-storeonce-1")
    ProtectedSite(stack, "site", name="clinic", on=appliance, location="azure:westeurope")
    classes = {
        "dear": replace(GOLD, backups=Daily.at("23:00").keep(weeks=8).lock(weeks=2), tag="erp"),
        "bronze": BRONZE,
        "scratch": PolicyClass(snapshots=Every.hours(6).keep(days=1), exempt="made anew from images each night"),
    }
    store = ProtectionStore.from_protection_store_name(stack, "site-cloud", "Cloud_eastus2")
    own = ProtectedSite(
        stack,
        "site-own",
        name="branch",
        on=appliance,
        cloud_store=store,
        classes=classes,
        assets_category="VVOL_VMS",
    )
    own.protect(VirtualMachine.from_virtual_machine_name(stack, "site-machine", "erp-db-01"), as_="dear")


def fleet(stack: TerraformStack) -> None:
    """Fleets by identifiers, by names, and of what is looked up together."""
    policy = ProtectionPolicy.from_protection_policy_name(stack, "fleet-policy", "gold")
    start = datetime(2027, 1, 31, tzinfo=UTC)
    groups = {"erp": "group-1", "crm": "group-2"}
    kind = "backup-recovery/virtual-machine-protection-group"
    Fleet(stack, "fleet", policy=policy, assets=groups, asset_type=kind, effective_from=start)
    Fleet(stack, "fleet-named", policy=policy, assets=["vm-00002", "vm-00001"])
    machines = VirtualMachines(stack, "fleet-machines", where={"hypervisorManagerInfo/name": "vcenter.fleet.example"})
    Fleet(stack, "fleet-found", policy=policy, assets=machines)
