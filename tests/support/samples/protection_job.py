"""A job that protects the clinic's group by the policy."""

from samples import Sample, within
from samples.protection_policy import SAMPLE as POLICY
from samples.virtual_machine_protection_group import SAMPLE as GROUP

POLICIES = {name: {**POLICY.minimal, "name": name} for name in ("gold", "silver")}
GROUPS = {
    name: {**GROUP.minimal, "name": name, "assets": [GROUP.minimal["assets"][position]]}
    for position, name in enumerate(("erp", "crm"))
}
OVERRIDES = "overrides.protections.0.schedules.0"


def asset(name: str) -> dict[str, object]:
    """One of the groups."""
    kind = "backup-recovery/virtual-machine-protection-group"
    return {"id": f"${{glbr_virtual_machine_protection_group.{name}.id}}", "type": kind}


def override(tier: int = 1, schedule_id: int = 2, **values: object) -> dict[str, object]:
    """Overrides of one schedule."""
    tier_id = f"${{glbr_protection_policy.gold.protections[{tier}].id}}"
    return {"protections": [{"id": tier_id, "schedules": [{"schedule_id": schedule_id, **values}]}]}


SAMPLE = Sample(
    around={
        "data": POLICY.around["data"] | GROUP.around["data"],
        "resource": {
            **POLICY.around["resource"],
            "glbr_protection_policy": POLICIES,
            "glbr_virtual_machine_protection_group": GROUPS,
        },
    },
    minimal={"asset_info": asset("erp"), "protection_policy_id": "${glbr_protection_policy.gold.id}"},
    arguments={
        "asset_info.id": within("asset_info", asset("crm"), asset("erp")),
        "asset_info.type": within("asset_info", asset("crm"), asset("erp")),
        "protection_policy_id": ("${glbr_protection_policy.silver.id}", "${glbr_protection_policy.gold.id}"),
        "effective_from_date_time": ("2026-02-01T00:00:00Z", "2026-03-01T00:00:00Z"),
        "overrides.protections.0.id": within(
            "overrides",
            override(consistency="APPLICATION"),
            override(tier=0, schedule_id=1, consistency="APPLICATION"),
        ),
        "overrides.protections.0.protection_store_id": within(
            "overrides",
            {
                "protections": [
                    {**override()["protections"][0], "protection_store_id": "${glbr_protection_store.other.id}"}
                ]
            },
            {
                "protections": [
                    {**override()["protections"][0], "protection_store_id": "${glbr_protection_store.local.id}"}
                ]
            },
        ),
        f"{OVERRIDES}.schedule_id": within(
            "overrides", override(consistency="APPLICATION"), override(tier=0, schedule_id=1, consistency="APPLICATION")
        ),
        **{
            f"{OVERRIDES}.{name}": within("overrides", override(**{name: first}), override(**{name: second}))
            for name, first, second in (
                ("consistency", "APPLICATION", "CRASH_CONSISTENT_ON_FAILURE"),
                ("backup_granularity", "VOLUME", "VMWARE_CBT"),
                ("create_snapshot_on_failure", True, False),
                ("expire_after", "3 weeks", "1 year"),
                ("lock_for", "2 days", "1 week"),
            )
        },
        f"{OVERRIDES}.name_pattern.format": within(
            "overrides",
            override(name_pattern={"format": "a_{DateFormat}"}),
            override(name_pattern={"format": "b_{DateFormat}"}),
        ),
        f"{OVERRIDES}.pre_script_info.params": within(
            "overrides",
            override(pre_script_info={"params": "--one"}),
            override(pre_script_info={"params": "--two"}),
        ),
        f"{OVERRIDES}.post_script_info.params": within(
            "overrides",
            override(post_script_info={"params": "--one"}),
            override(post_script_info={"params": "--two"}),
        ),
        f"{OVERRIDES}.vmware_options.include_rdm_disks": within(
            "overrides",
            override(vmware_options={"include_rdm_disks": True}),
            override(vmware_options={"include_rdm_disks": False}),
        ),
        "timeouts.create": ("20m", "30m"),
        "timeouts.update": ("20m", "30m"),
        "timeouts.delete": ("20m", "30m"),
    },
    drift={"effectiveFromDateTime": "2026-06-01T00:00:00Z"},
    called="erp",
)
