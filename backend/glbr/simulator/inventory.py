"""What a protection group or a datastore holds right now: membership follows the inventory."""

from collections.abc import Callable

from glbr.simulator.contract.document import JsonObject
from glbr.simulator.objects import Field, Objects
from glbr.simulator.references import SQL_GROUP_TYPE, VM_GROUP_TYPE, VOLUME_GROUP_TYPE, last_segment

_SYSTEM_DATABASES = {"master", "model", "msdb", "tempdb"}


def members(objects: Objects, group: JsonObject) -> list[JsonObject]:
    """What a protection group holds, in inventory order: machines or datastores, volumes, databases."""
    if group["type"] == VOLUME_GROUP_TYPE:
        return _volumes(objects, group)
    if group["type"] == SQL_GROUP_TYPE:
        return _databases(objects, group)
    collection = "datastores" if group["assetsCategory"] == "VMFS_DATASTORES" else "virtual-machines"
    field, values = _definition(objects, group)
    return objects.where(collection, field, values)


def _volumes(objects: Objects, group: JsonObject) -> list[JsonObject]:
    """CUSTOM is the hand-made list, NATIVE all volumes of a set on the array."""
    if group["volumeProtectionGroupType"] == "NATIVE":
        volume_set = group["nativeGroupInfo"]["id"]
        return [volume for volume in objects.all("volumes") if volume.get("volumeSetId") == volume_set]
    return objects.where("volumes", "id", {asset["id"] for asset in group["assets"]})


def _databases(objects: Objects, group: JsonObject) -> list[JsonObject]:
    """CUSTOM is the hand-made list, NATIVE whatever an instance or an availability group holds."""
    if group["protectionGroupType"] == "CUSTOM":
        return objects.where("mssql-databases", "id", {last_segment(one["resourceUri"]) for one in group["members"]})
    native = group["nativeAppInfo"]
    info, field = ("instanceInfo", "id") if native["type"] == "MSSQL_INSTANCE" else ("availabilityGroupInfo", "uid")
    left_out = _SYSTEM_DATABASES if native.get("excludeSystemDatabases") else set()
    return [
        database
        for database in objects.all("mssql-databases")
        if database.get(info, {}).get(field) == native[field] and database["name"] not in left_out
    ]


def membership(objects: Objects, group: JsonObject) -> Callable[[JsonObject], bool]:
    """Tells whether an inventory object belongs to a protection group.

    CUSTOM is the hand-made list, NATIVE a folder with all below it, DYNAMIC whatever carries
    one of the tags. What has left the inventory belongs to no group.
    """
    if group["type"] != VM_GROUP_TYPE:
        held = {member["id"] for member in members(objects, group)}
        return lambda item: item["id"] in held
    field, values = _definition(objects, group)
    if field == "id":
        return lambda item: item["id"] in values
    return lambda item: item.get("folderInfo", {}).get("id") in values


def _definition(objects: Objects, group: JsonObject) -> tuple[Field, set[str]]:
    """What makes a member: a field, and the values it may have."""
    kind = group["vmProtectionGroupType"]
    if kind == "NATIVE":
        return "folderInfo.id", _with_subfolders(objects, group["nativeAppInfo"]["id"])
    if kind == "DYNAMIC":
        return "id", _tagged(objects, group["dynamicMemberFilter"]["members"])
    return "id", {asset["id"] for asset in group["assets"]}


def find_tag(objects: Objects, member: JsonObject) -> JsonObject | None:
    """The tag a dynamic filter means, by its path or else by its name."""
    if member.get("resourceUri"):
        return objects.find("tags", last_segment(member["resourceUri"]))
    return next(iter(objects.where("tags", "name", [member.get("name", "")])), None)


def _with_subfolders(objects: Objects, folder: str) -> set[str]:
    parents = {item["id"]: item.get("parentFolderInfo", {}).get("id") for item in objects.all("folders")}
    inside = {folder}
    grown = True
    while grown:
        more = {child for child, parent in parents.items() if parent in inside} - inside
        inside |= more
        grown = bool(more)
    return inside


def _tagged(objects: Objects, filter_members: list[JsonObject]) -> set[str]:
    tags = (find_tag(objects, member) for member in filter_members)
    return {resource["id"] for tag in tags if tag for resource in tag.get("associatedResources", ())}
