"""A backup, made from a snapshot of one of two groups of volumes."""

from samples import Sample, Together, within
from samples.protection_policy import CLOUD, LOCAL, OTHER
from samples.protection_policy import SAMPLE as POLICY
from samples.volume_protection_group_snapshot import CRM, ERP
from samples.volume_protection_group_snapshot import SAMPLE as SNAPSHOT


def snapshot(name: str) -> dict[str, object]:
    """One of the snapshots, as what a backup is made from."""
    return {"id": f"${{glbr_volume_protection_group_snapshot.{name}.id}}", "type": "SNAPSHOT"}


FIRST = {
    "volume_protection_group_id": ERP,
    "name": "first",
    "backup_type": "BACKUP",
    "protection_store_id": LOCAL,
    "source_copy_info": snapshot("erp"),
}
SNAPSHOTS = {
    "erp": {**SNAPSHOT.minimal, "name": "erp"},
    "again": {**SNAPSHOT.minimal, "name": "again"},
    "crm": {**SNAPSHOT.minimal, "name": "crm", "volume_protection_group_id": CRM},
}
OF_CRM = Together(volume_protection_group_id=CRM, source_copy_info=snapshot("crm"))
OF_BACKUP = {"id": "${glbr_volume_protection_group_backup.first.id}", "type": "BACKUP"}
IN_CLOUD = Together(backup_type="CLOUD_BACKUP", protection_store_id=CLOUD)

SAMPLE = Sample(
    around={
        "data": SNAPSHOT.around["data"] | POLICY.around["data"],
        "resource": {
            **SNAPSHOT.around["resource"],
            **POLICY.around["resource"],
            "glbr_volume_protection_group_snapshot": SNAPSHOTS,
            "glbr_volume_protection_group_backup": {"first": FIRST},
        },
    },
    minimal={**FIRST, "name": "nightly"},
    arguments={
        "volume_protection_group_id": (OF_CRM, ERP),
        "name": ("earlier", "later"),
        "description": ("first", "second"),
        "backup_type": (IN_CLOUD, "BACKUP"),
        "protection_store_id": (OTHER, LOCAL),
        "source_copy_info.id": within("source_copy_info", snapshot("again"), snapshot("erp")),
        "source_copy_info.type": within("source_copy_info", OF_BACKUP, snapshot("erp")),
        "expire_after": ("2 weeks", "1 month"),
        # HPE may refuse a shorter one, and takes none away.
        "lock_for": ("1 day", "36 hours"),
        "timeouts.create": ("20m", "30m"),
        "timeouts.update": ("20m", "30m"),
        "timeouts.delete": ("20m", "30m"),
    },
    drift={"description": "written by somebody"},
)
