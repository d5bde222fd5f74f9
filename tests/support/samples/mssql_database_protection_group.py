"""A group of the clinic's SQL Server databases."""

from samples import Sample, Together, within

INSTANCES = [f"${{data.glbr_mssql_instances.all.items[{position}].id}}" for position in (0, 1)]
AVAILABILITY_GROUP = "${data.glbr_mssql_instances.all.items[0].availability_groups_info[0].uid}"


def databases(*positions: int) -> list[dict[str, object]]:
    """Members, by their place in the inventory."""
    paths = [f"${{data.glbr_mssql_databases.all.items[{position}].resource_uri}}" for position in positions]
    return [{"resource_uri": path} for path in paths]


def native(**source: object) -> Together:
    """A group that follows an instance or an availability group."""
    return Together(protection_group_type="NATIVE", members=None, native_app_info=source)


def instance(position: int = 0, **more: object) -> Together:
    """A group that follows an instance."""
    return native(type="MSSQL_INSTANCE", id=INSTANCES[position], **more)


FOLLOWING = native(type="AVAILABILITY_GROUP", uid=AVAILABILITY_GROUP)

SAMPLE = Sample(
    around={"data": {"glbr_mssql_databases": {"all": {}}, "glbr_mssql_instances": {"all": {}}}},
    minimal={"name": "erp", "protection_group_type": "CUSTOM", "members": databases(0, 1)},
    arguments={
        "name": ("crm", "hrm"),
        "description": ("first", "second"),
        "protection_group_type": (instance(), "CUSTOM"),
        "members.0.resource_uri": within("members", databases(2, 3), databases(3, 2, 5)),
        "native_app_info.type": (instance(), FOLLOWING),
        "native_app_info.id": (instance(0), instance(1)),
        # The clinic has one availability group.
        "native_app_info.uid": (FOLLOWING, FOLLOWING),
        "native_app_info.exclude_system_databases": (
            instance(exclude_system_databases=True),
            instance(exclude_system_databases=False),
        ),
        "timeouts.create": ("20m", "30m"),
        "timeouts.update": ("20m", "30m"),
        "timeouts.delete": ("20m", "30m"),
    },
    drift={"description": "written by somebody"},
)
