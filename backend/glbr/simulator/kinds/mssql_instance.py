"""SQL Server instances: found on their hosts; people set how HPE signs in."""

from glbr.simulator.call import Behaviour, Call, Reply, Show
from glbr.simulator.contract.document import JsonObject
from glbr.simulator.operations import Effect, Work, resource
from glbr.simulator.passing import passing
from glbr.simulator.references import without_none
from glbr.simulator.world import World

_COLLECTION = "mssql-instances"


def _patch(call: Call) -> Reply:
    instance = call.subject(_COLLECTION)
    given = call.body.get("credentials") or {}
    # The password ends here: nothing of it is needed again, so nothing of it is kept.
    changes = {name: given[name] for name in ("mode", "username") if name in given}
    wanted = without_none({**instance["credentials"], **changes})
    if "credentials" in call.body and not {"mode", "username"} <= wanted.keys():
        raise call.refuse(400, "credentials.mode and credentials.username must be known: they cannot be cleared")
    arguments = {"id": instance["id"], "changes": changes}
    title = f"Update SQL Server instance [{instance['name']}]"
    return call.accept(Work(title, "mssql_instance.update", arguments, instance["resourceUri"]))


def _change(world: World, arguments: JsonObject) -> list[JsonObject]:
    instance = world.require(_COLLECTION, arguments["id"], "changing a SQL Server instance")
    credentials = {**instance["credentials"], **arguments["changes"]}
    return [resource(_COLLECTION, world.store_change(_COLLECTION, {**instance, "credentials": credentials}))]


def _refresh(call: Call) -> Reply:
    instance = call.subject(_COLLECTION)
    title = f"Refresh SQL Server instance [{instance['name']}]"
    return call.accept(Work(title, "mssql_instance.refresh", {"id": instance["id"]}, instance["resourceUri"]))


def _refreshed(world: World, arguments: JsonObject) -> list[JsonObject]:
    """What an instance holds is always as it is, so a refresh shows in the generation only."""
    instance = world.require(_COLLECTION, arguments["id"], "refreshing a SQL Server instance")
    return [resource(_COLLECTION, world.store_change(_COLLECTION, instance))]


BEHAVIOURS: dict[str, Behaviour] = {"MSSQLInstanceUpdate": _patch, "RefreshMSSQLInstance": _refresh}
EFFECTS: dict[str, Effect] = {"mssql_instance.update": _change, "mssql_instance.refresh": _refreshed}
SHOWN: dict[str, Show] = {
    _COLLECTION: passing({"mssql_instance.update": "UPDATING", "mssql_instance.refresh": "REFRESHING"})
}
