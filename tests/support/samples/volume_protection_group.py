"""A group of volumes on the clinic's array."""

from samples import Sample, Together, within

ARRAY = "${data.glbr_storage_systems.all.items[0].id}"
SETS = [{"id": f"${{data.glbr_volume_sets.all.items[{position}].id}}"} for position in (0, 1)]
NAMED_SETS = [{"name": f"${{data.glbr_volume_sets.all.items[{position}].name}}"} for position in (0, 1)]


def volumes(*positions: int) -> list[dict[str, object]]:
    """Members, by their place in the inventory."""
    return [{"id": f"${{data.glbr_volumes.all.items[{position}].id}}"} for position in positions]


def native(group: dict[str, object]) -> Together:
    """A group that follows a volume set of the array."""
    return Together(volume_protection_group_type="NATIVE", assets=None, native_group_info=group)


SAMPLE = Sample(
    around={
        "data": {"glbr_storage_systems": {"all": {}}, "glbr_volumes": {"all": {}}, "glbr_volume_sets": {"all": {}}}
    },
    minimal={"name": "erp", "volume_protection_group_type": "CUSTOM", "assets": volumes(0, 1)},
    arguments={
        "name": ("crm", "hrm"),
        "description": ("first", "second"),
        "volume_protection_group_type": (native(SETS[0]), "CUSTOM"),
        "assets.0.id": within("assets", volumes(2, 3), volumes(3, 2, 5)),
        "native_group_info.id": (native(SETS[0]), native(SETS[1])),
        "native_group_info.name": (native(NAMED_SETS[0]), native(NAMED_SETS[1])),
        # The clinic has one array.
        "storage_system_info.id": within("storage_system_info", {"id": ARRAY}, {"id": ARRAY}),
        "cascade_delete": (True, False),
        "timeouts.create": ("20m", "30m"),
        "timeouts.update": ("20m", "30m"),
        "timeouts.delete": ("20m", "30m"),
    },
    drift={"description": "written by somebody"},
)
