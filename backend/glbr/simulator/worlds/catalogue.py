"""The worlds a simulator can start from, by name."""

from datetime import UTC, datetime

from glbr.simulator.objects import Objects
from glbr.simulator.worlds import account, array, clinic, fleet
from glbr.simulator.worlds.site import storage_locations

# Where a frozen clock starts: a Monday, so that weekly schedules are easy to follow.
START = datetime(2026, 1, 5, tzinfo=UTC)
NAMES = ("empty", "clinic", "fleet")


def populate(name: str, objects: Objects, workspace: str, vms: int) -> None:
    """Fill an empty account; ValueError for a world nobody knows."""
    if name not in NAMES:
        raise ValueError(f"starting the world {name!r}: no such world; the worlds are {', '.join(NAMES)}")
    # HPE offers these to every account, also to one that holds nothing yet; arrays are set up outside of this service.
    objects.load("storage-locations", storage_locations())
    array.populate(objects, workspace)
    account.populate(objects, workspace)
    if name == "clinic":
        clinic.populate(objects, workspace)
        array.put_behind_datastores(objects)
        account.report_issues(objects, workspace)
    elif name == "fleet":
        fleet.populate(objects, workspace, vms)
