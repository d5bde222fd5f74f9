"""What HPE can protect as one group of databases: one vCenter, and not too many on virtual hosts."""

from glbr.simulator.contract.document import JsonObject
from glbr.simulator.errors import ApiError
from glbr.simulator.worlds.sql_server import PLACE

# Second-hand from HPE's user guide (NOTES, section 9).
LARGEST_VIRTUAL_GROUP = 35


def refuse_unfit(databases: list[JsonObject], what: str) -> None:
    """400 when these databases cannot be one group."""
    virtual = [database for database in databases if PLACE in database]
    if len(virtual) > LARGEST_VIRTUAL_GROUP:
        raise ApiError(
            400,
            f"{what}: the group would hold {len(virtual)} databases on virtual hosts;"
            f" at most {LARGEST_VIRTUAL_GROUP} can be in one group",
        )
    places = {_vcenter(database) for database in databases}
    if len(places) > 1:
        raise ApiError(
            400,
            f"{what}: all databases of a group must be under one vCenter; these are under {', '.join(sorted(places))}",
        )


def _vcenter(database: JsonObject) -> str:
    place = database.get(PLACE)
    return str(place["hypervisorManagerInfo"]["name"]) if place else "none (physical hosts)"
