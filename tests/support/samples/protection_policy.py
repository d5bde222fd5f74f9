"""A policy with the three tiers, chained."""

from samples import Sample, Together, within
from samples.protection_store import IN_CLOUD
from samples.protection_store import SAMPLE as STORE

FIRST, SECOND = "protections.0.schedules.0", "protections.1.schedules.0"
# A job's first run puts a copy into its stores at once, and a store with copies is destroyed only when told to.
ANY_STORE = {**STORE.minimal, "force": True}
STORES = {
    "local": {**ANY_STORE, "display_name": "Local"},
    "other": {**ANY_STORE, "display_name": "Other"},
    "cloud": {**ANY_STORE, **IN_CLOUD[0], "display_name": "Cloud"},
}
LOCAL, OTHER, CLOUD = (f"${{glbr_protection_store.{name}.id}}" for name in STORES)


def cadence(recurrence: str, **more: object) -> dict[str, object]:
    """A cadence, once in each period unless told otherwise."""
    every, on = more.pop("every", 1), more.pop("on", None)
    return {"recurrence": recurrence, "repeat_interval": {"every": every} | ({"on": on} if on else {}), **more}


SCRIPT = {"host_id": "host-1", "path": "/opt/quiesce"}

SAMPLE = Sample(
    around={**STORE.around, "resource": {"glbr_protection_store": STORES}},
    minimal={
        "name": "gold",
        "application_type": "VMWARE",
        "protections": [
            {"type": "SNAPSHOT", "schedules": [{"schedule_id": 1, "schedule": cadence("HOURLY", every=4)}]},
            {
                "type": "BACKUP",
                "protection_store_id": LOCAL,
                "schedules": [{"schedule_id": 2, "expire_after": "6 weeks", "schedule": cadence("DAILY")}],
            },
        ],
    },
    arguments={
        "name": ("silver", "bronze"),
        "description": ("first", "second"),
        "application_type": ("MSSQL", "VMWARE"),
        "protections.1.type": (
            Together({"protections.1.type": "CLOUD_BACKUP", "protections.1.protection_store_id": CLOUD}),
            "BACKUP",
        ),
        "protections.1.protection_store_id": (OTHER, LOCAL),
        f"{FIRST}.schedule_id": (7, 8),
        f"{FIRST}.name": ("four-hourly", "every four hours"),
        f"{FIRST}.expire_after": ("2 days", "3 weeks"),
        f"{SECOND}.lock_for": ("1 week", "36 hours"),
        f"{SECOND}.source_protection_schedule_id": (1, 1),
        f"{FIRST}.name_pattern.format": ("{SourceAssetName}_{DateFormat}", "snap_{DateFormat}"),
        f"{FIRST}.schedule.recurrence": within(
            f"{FIRST}.schedule", cadence("BY_MINUTES", every=30), cadence("HOURLY", every=2)
        ),
        f"{FIRST}.schedule.repeat_interval.every": (6, 8),
        f"{FIRST}.schedule.repeat_interval.on": ([30], [0, 15]),
        f"{SECOND}.schedule.start_time": ("01:30", "23:59"),
        f"{FIRST}.schedule.active_time.active_from_time": within(
            f"{FIRST}.schedule.active_time",
            {"active_from_time": "06:00", "active_until_time": "22:00"},
            {"active_from_time": "07:00", "active_until_time": "22:00"},
        ),
        f"{FIRST}.schedule.active_time.active_until_time": within(
            f"{FIRST}.schedule.active_time",
            {"active_from_time": "06:00", "active_until_time": "22:00"},
            {"active_from_time": "06:00", "active_until_time": "23:00"},
        ),
        **{
            f"{FIRST}.{script}.{argument}": within(
                f"{FIRST}.{script}", {**SCRIPT, argument: first}, {**SCRIPT, argument: second}
            )
            for script in ("pre_script_info", "post_script_info")
            for argument, first, second in (
                ("host_id", "host-2", "host-3"),
                ("path", "/opt/a", "/opt/b"),
                ("params", "--one", "--two"),
                ("timeout_in_seconds", 60, 90),
            )
        },
        "timeouts.create": ("20m", "30m"),
        "timeouts.update": ("20m", "30m"),
        "timeouts.delete": ("20m", "30m"),
    },
    drift={"description": "written by somebody"},
)
