"""A snapshot of one of two groups of volumes."""

from samples import Sample
from samples.volume_protection_group import SAMPLE as GROUP
from samples.volume_protection_group import volumes

GROUPS = {
    name: {**GROUP.minimal, "name": name, "assets": volumes(position)} for position, name in enumerate(("erp", "crm"))
}
ERP, CRM = (f"${{glbr_volume_protection_group.{name}.id}}" for name in GROUPS)

SAMPLE = Sample(
    around={"data": GROUP.around["data"], "resource": {"glbr_volume_protection_group": GROUPS}},
    minimal={"volume_protection_group_id": ERP, "name": "before"},
    arguments={
        "volume_protection_group_id": (CRM, ERP),
        "name": ("earlier", "later"),
        "description": ("first", "second"),
        "expire_after": ("2 weeks", "1 month"),
        # HPE may refuse a shorter one, and takes none away.
        "lock_for": ("1 day", "36 hours"),
        "timeouts.create": ("20m", "30m"),
        "timeouts.update": ("20m", "30m"),
        "timeouts.delete": ("20m", "30m"),
    },
    drift={"description": "written by somebody"},
)
