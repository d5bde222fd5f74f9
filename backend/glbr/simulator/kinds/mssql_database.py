"""SQL Server databases: found on their hosts, with what protects each of them."""

from glbr.simulator.call import Behaviour, Call, Reply, Show
from glbr.simulator.contract.document import JsonObject
from glbr.simulator.coverage import Coverage, job_info
from glbr.simulator.inventory import members
from glbr.simulator.operations import Effect, Work, resource
from glbr.simulator.passing import passing
from glbr.simulator.world import World

_COLLECTION = "mssql-databases"
_GROUPS = "mssql-database-protection-groups"
_passing = passing({"mssql_database.refresh": "REFRESHING", "restore.sql_database.parent": "RESTORING"})


def _refresh(call: Call) -> Reply:
    database = call.subject(_COLLECTION)
    title = f"Refresh SQL Server database [{database['name']}]"
    return call.accept(Work(title, "mssql_database.refresh", {"id": database["id"]}, database["resourceUri"]))


def _refreshed(world: World, arguments: JsonObject) -> list[JsonObject]:
    """A database is always as it is, so a refresh shows in the generation only."""
    database = world.require(_COLLECTION, arguments["id"], "refreshing a SQL Server database")
    return [resource(_COLLECTION, world.store_change(_COLLECTION, database))]


def _show(world: World, items: list[JsonObject]) -> list[JsonObject]:
    coverage = Coverage(world)
    holders: dict[str, JsonObject] = {}
    for group in world.objects.all(_GROUPS):
        for member in members(world.objects, group):
            # HPE shows one group of a database; where several hold it, the first made.
            holders.setdefault(member["id"], group)
    assets = [item["id"] for item in items] + [group["id"] for group in holders.values()]
    jobs = {job["assetInfo"]["id"]: job for job in world.objects.where("protection-jobs", "assetInfo.id", assets)}
    return [_shown(world, coverage, item, holders.get(item["id"]), jobs) for item in _passing(world, items)]


def _shown(
    world: World, coverage: Coverage, database: JsonObject, group: JsonObject | None, jobs: dict[str, JsonObject]
) -> JsonObject:
    job = jobs.get(database["id"]) or jobs.get(group["id"] if group else "")
    has_copies = world.copies.has_copies(database["id"])
    status = coverage.status(job, has_copies=has_copies)
    shown = {**database, "protectionStatus": status, "recoveryPointsExist": has_copies}
    if group is not None:
        info = {name: group[name] for name in ("id", "name", "type", "resourceUri")}
        shown["mssqlDatabaseProtectionGroupInfo"] = info
    if job is not None:
        shown["protectionJobInfo"] = job_info(job)
    return shown


BEHAVIOURS: dict[str, Behaviour] = {"RefreshMSSQLDatabase": _refresh}
EFFECTS: dict[str, Effect] = {"mssql_database.refresh": _refreshed}
SHOWN: dict[str, Show] = {_COLLECTION: _show}
