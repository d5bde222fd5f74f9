"""A group of the clinic's virtual machines."""

from samples import Sample, Together, within

KIND = "virtualization/virtual-machine"


def machines(*positions: int) -> list[dict[str, object]]:
    """Members, by their place in the inventory."""
    return [{"id": f"${{data.glbr_virtual_machines.all.items[{position}].id}}", "type": KIND} for position in positions]


FOLDER = {"id": "${data.glbr_virtual_machines.all.items[0].folder_info.id}", "type": "VMWARE_FOLDER"}
OTHER_FOLDER = {"id": "${data.glbr_virtual_machines.all.items[23].folder_info.id}", "type": "VMWARE_FOLDER"}


def native(folder: dict[str, object]) -> Together:
    """A group that follows a folder."""
    return Together(vm_protection_group_type="NATIVE", assets=None, native_app_info=folder)


def dynamic(**more: object) -> Together:
    """A group that follows a tag."""
    tag = {"name": "gold", **{name: value for name, value in more.items() if name != "kind"}}
    members = {"members": [tag]} | ({"type": more["kind"]} if "kind" in more else {})
    return Together(vm_protection_group_type="DYNAMIC", assets=None, dynamic_member_filter=members)


SAMPLE = Sample(
    around={"data": {"glbr_virtual_machines": {"all": {}}}},
    minimal={
        "name": "erp",
        "vm_protection_group_type": "CUSTOM",
        "assets_category": "VMFS_VMS",
        "assets": machines(0, 1),
    },
    arguments={
        "name": ("crm", "hrm"),
        "description": ("first", "second"),
        "vm_protection_group_type": (native(FOLDER), "CUSTOM"),
        "assets_category": ("VVOL_VMS", "VMFS_VMS"),
        "assets.0.id": within("assets", machines(2, 3), machines(3, 2, 5)),
        "assets.0.type": within("assets", machines(4), machines(4, 6)),
        "native_app_info.id": (native(FOLDER), native(OTHER_FOLDER)),
        "native_app_info.type": (native(FOLDER), native(FOLDER)),
        "dynamic_member_filter.type": (dynamic(kind="TAGS"), dynamic()),
        "dynamic_member_filter.members.0.name": (dynamic(), dynamic(name="silver")),
        "dynamic_member_filter.members.0.resource_uri": (dynamic(), dynamic()),
        "dynamic_member_filter.members.0.type": (dynamic(type="virtualization/hypervisor-tag"), dynamic()),
        "timeouts.create": ("20m", "30m"),
        "timeouts.update": ("20m", "30m"),
        "timeouts.delete": ("20m", "30m"),
    },
    drift={"description": "written by somebody"},
)
