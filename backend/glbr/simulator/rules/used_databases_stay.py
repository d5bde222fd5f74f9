"""A SQL Server host stays while its databases are protected, a group of databases while it has a job."""

from collections.abc import Iterator
from itertools import islice

from glbr.simulator.call import Call, Guard
from glbr.simulator.errors import ApiError
from glbr.simulator.inventory import members
from glbr.simulator.world import World
from glbr.simulator.worlds.sql_server import HOST_INFO


def refuse_used_host(world: World, host: str, what: str) -> None:
    """412 that names the jobs and groups that hold databases of the host."""
    # A few reasons tell enough; a fleet would have thousands.
    reasons = list(islice(_reasons(world, host), 5))
    if reasons:
        raise ApiError(412, f"{what}: {'; '.join(reasons)}; remove them first, or give force=true to leave them behind")


def _reasons(world: World, host: str) -> Iterator[str]:
    databases = {
        item["id"]: item["name"] for item in world.objects.all("mssql-databases") if item[HOST_INFO]["id"] == host
    }
    for job in world.objects.where("protection-jobs", "assetInfo.id", databases):
        yield f"database {databases[job['assetInfo']['id']]} is protected by job {job['id']}"
    for group in world.objects.all("mssql-database-protection-groups"):
        held = next((item["name"] for item in members(world.objects, group) if item["id"] in databases), None)
        if held is not None:
            yield f"database {held} is in protection group {group['name']} ({group['id']})"


def refuse_protected_group(world: World, group: str, what: str) -> None:
    """412 while a job protects a group of databases."""
    for job in world.objects.where("protection-jobs", "assetInfo.id", [group]):
        raise ApiError(412, f"{what}: the group is protected by job {job['id']}; delete the job first")


def _guard_host(call: Call) -> None:
    if not call.query.get("force"):
        refuse_used_host(call.world, call.id, call.operation.id)


def _guard_group(call: Call) -> None:
    refuse_protected_group(call.world, call.id, call.operation.id)


GUARDS: dict[str, Guard] = {
    "UnregisterApplicationHost": _guard_host,
    "RemoveMSSQLDatabaseProtectionGroup": _guard_group,
}
