"""Restores of a SQL Server database: over the parent, or to a new database of an instance."""

from glbr.simulator.call import Behaviour, Call, Reply
from glbr.simulator.clock import moment_of, text_of_seconds
from glbr.simulator.contract.document import JsonObject
from glbr.simulator.copies import Copy
from glbr.simulator.errors import ApiError
from glbr.simulator.kinds.recovery_point.sql import LOGS
from glbr.simulator.kinds.restore.source import (
    chosen_copy,
    copy_still_there,
    moment_text,
    name_of,
    parent_of,
    refuse_target_of_parent,
    restored_over,
)
from glbr.simulator.operations import Effect, Work, resource
from glbr.simulator.references import uri, without_none
from glbr.simulator.rules.copies_in_use_stay import accept_reading
from glbr.simulator.world import World

_COLLECTION = "mssql-databases"
_WHAT = "restoring a SQL Server database"
# A new database is no member of the parent's availability group.
_OWN = ("availabilityGroupInfo", "stateReason", "instanceInfo", "applicationHostInfo", "virtualizationInfo")
_INHERITED = ("applicationHostInfo", "virtualizationInfo")


def _restore(call: Call) -> Reply:
    body = call.body
    copy = chosen_copy(call, _COLLECTION, body.get("snapshotId"), body.get("backupId"))
    refuse_target_of_parent(call, "targetDatabaseInfo")
    _check_roll_forward(call, copy)
    name = name_of(call.world, _COLLECTION, call.id, copy)
    title = f"Restore SQL Server database [{name}] from recovery point {moment_text(copy)}"
    arguments: JsonObject = {
        "id": call.id,
        "copy": copy.id,
        "copies": [copy.row],
        # SQL Server's own default is to recover.
        "recovered": body.get("recoveryMode", "WITH_RECOVERY") == "WITH_RECOVERY",
    }
    if body["restoreType"] == "PARENT":
        parent_of(call, _COLLECTION)
        effect = "restore.sql_database.parent"
    else:
        arguments |= {"target": _target(call)}
        title, effect = f"{title} to a new database", "restore.sql_database.new"
    return accept_reading(call, Work(title, effect, arguments, uri(_COLLECTION, call.id)))


def _check_roll_forward(call: Call, copy: Copy) -> None:
    """Logs reach from the copy to the newest log backup after it."""
    wanted = call.body.get("restoreUntil")
    if wanted is None:
        return
    newest = call.world.copies.newest_of_tier(call.world.copies.track(copy.track).job, LOGS, copy.at)
    if newest is None:
        raise call.refuse(400, f"restoreUntil is {wanted!r}, and no log backup was made after this copy; leave it out")
    if not copy.at <= moment_of(wanted).timestamp() <= newest[0]:
        raise call.refuse(
            400, f"restoreUntil is {wanted!r}; logs reach from {moment_text(copy)} to {text_of_seconds(newest[0])}"
        )


def _target(call: Call) -> JsonObject:
    """Name and instance of the new database; the instance is the parent's when it is left out."""
    given = call.body.get("targetDatabaseInfo") or {}
    name = (given.get("name") or "").strip()
    if not name:
        raise call.refuse(400, "an ALTERNATE restore makes a new database; give targetDatabaseInfo.name")
    parent = call.world.objects.find(_COLLECTION, call.id) or {}
    instance = given.get("instanceId") or parent.get("instanceInfo", {}).get("id")
    if not instance:
        raise call.refuse(400, "the database has left the inventory; give targetDatabaseInfo.instanceId")
    call.world.require("mssql-instances", instance, call.operation.id, status=400)
    for path in given.get("databaseFilePaths") or ():
        if not (path.get("originalPath") and path.get("newPath")):
            raise call.refuse(400, "each of databaseFilePaths needs originalPath and newPath")
    _refuse_taken_name(call.world, name, instance, call.operation.id, status=call.conflict_status)
    return {"name": name, "instance": instance}


def _refuse_taken_name(world: World, name: str, instance: str, what: str, *, status: int) -> None:
    """SQL Server tells database names apart without regard to case."""
    for database in world.objects.all(_COLLECTION):
        if database["instanceInfo"]["id"] == instance and database["name"].casefold() == name.casefold():
            raise ApiError(
                status, f"{what}: instance {instance} has a database {database['name']!r} already; choose another name"
            )


def _restored(world: World, arguments: JsonObject) -> list[JsonObject]:
    copy_still_there(world, arguments["copy"], _WHAT)
    database = restored_over(world, _COLLECTION, arguments["id"], _WHAT)
    if not arguments["recovered"]:
        world.objects.put(_COLLECTION, {**database, **_state(recovered=False)})
    return [resource(_COLLECTION, database)]


def _state(*, recovered: bool) -> JsonObject:
    """Without recovery SQL Server keeps a database RESTORING, open for more logs."""
    return {"state": "OK" if recovered else "RESTORING", "status": "OK"}


def _new(world: World, arguments: JsonObject) -> list[JsonObject]:
    copy_still_there(world, arguments["copy"], _WHAT)
    target = arguments["target"]
    instance = world.require("mssql-instances", target["instance"], _WHAT)
    _refuse_taken_name(world, target["name"], instance["id"], _WHAT, status=409)
    parent = world.objects.find(_COLLECTION, arguments["id"]) or {}
    identifier = world.identities.fresh("mssql-database")
    database = world.stamp_new(
        without_none(
            {
                **{name: value for name, value in parent.items() if name not in _OWN},
                "id": identifier,
                "type": "backup-recovery/mssql-database",
                "name": target["name"],
                "resourceUri": uri(_COLLECTION, identifier),
                "customerId": world.options.workspace_id,
                "instanceInfo": {name: instance[name] for name in ("id", "name", "type", "resourceUri")},
                **{name: instance.get(name) for name in _INHERITED},
                **_state(recovered=arguments["recovered"]),
            }
        )
    )
    world.objects.put(_COLLECTION, database)
    return [resource(_COLLECTION, database)]


BEHAVIOURS: dict[str, Behaviour] = {"MSSQLDatabaseRestore": _restore}
EFFECTS: dict[str, Effect] = {"restore.sql_database.parent": _restored, "restore.sql_database.new": _new}
