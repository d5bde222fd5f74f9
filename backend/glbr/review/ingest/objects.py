"""Objects of the model out of plain trees: one function for each class of object."""

from datetime import datetime
from typing import Final

from glbr.protection.effective import tiers_of
from glbr.protection.setting import Setting, setting
from glbr.review.ingest.entry import Entry, Resolver
from glbr.review.ingest.kinds import DATABASES, MACHINES, VOLUMES, kind_of
from glbr.review.ingest.known import Known
from glbr.review.ingest.values import HIDDEN, Tree, at, entries, found_at, text, written
from glbr.review.model.objects import Group, Policy, Side, Store, Thing

_GROUP_TYPE: Final = {
    MACHINES: "vm_protection_group_type",
    VOLUMES: "volume_protection_group_type",
    DATABASES: "protection_group_type",
}
_MEMBERS: Final = {MACHINES: "assets", VOLUMES: "assets", DATABASES: "members"}
_NATIVE: Final = {
    "VMWARE_FOLDER": "folder",
    "VMWARE_VVOL_CONTAINER": "vVol container",
    "STORAGE_REPLICATION_GROUP": "replication group",
    "VOLUME_COLLECTION": "volume collection",
    "APPLICATION_SET": "application set",
    "AVAILABILITY_GROUP": "availability group",
    "MSSQL_INSTANCE": "SQL Server instance",
}


def name_of(entry: Entry) -> str:
    """What people call an object: its name, else its address."""
    found = entry.tree.get(kind_of(entry.noun).named_by)
    return found if isinstance(found, str) and found else entry.address


def store_of(entry: Entry, resolver: Resolver, known: Known) -> Store:
    """A protection store."""
    tree, identifier = entry.tree, entry.identifier
    told = known.store(identifier)
    return Store(
        entry.key,
        entry.address,
        name_of(entry),
        identifier,
        setting(tree.get("protection_store_type"), str),
        setting(resolver.one(entry, ("storage_system_id",)), str),
        setting(tree.get("storage_location_id"), str),
        setting(tree.get("force"), bool),
        told.longest_lock if told else None,
        known.holdings(identifier),
        told.site if told else "",
        prevent_destroy=entry.prevent_destroy,
        ignore_changes=entry.ignore_changes,
    )


def policy_of(entry: Entry, resolved: Tree, elsewhere: int) -> Policy:
    """A protection policy, out of its tree with stores by key."""
    return Policy(
        entry.key,
        entry.address,
        name_of(entry),
        entry.identifier,
        setting(entry.tree.get("application_type"), str),
        tiers_of(resolved),
        elsewhere,
        prevent_destroy=entry.prevent_destroy,
        ignore_changes=entry.ignore_changes,
    )


def group_of(entry: Entry, known: Known, earlier: Side | None = None) -> Group:
    """A protection group of any kind; with the side before the change, when this is the one after it."""
    tree = entry.tree
    kind = setting(tree.get(_GROUP_TYPE[entry.noun]), str)
    custom = kind.value == "CUSTOM"
    follows: Setting[str] = Setting("absent") if custom else _follows(entry.noun, tree)
    if custom:
        was = earlier.groups.get(entry.key) if earlier is not None else None
        members = _members(tree.get(_MEMBERS[entry.noun]), was, entry.address)
    elif kind.is_known and (earlier is None or _follows_the_same(earlier.groups.get(entry.key), follows)):
        members = known.members(entry.identifier.value or "")
    else:
        members = Setting("unknown")
    return Group(
        entry.key,
        entry.address,
        name_of(entry),
        entry.identifier,
        entry.noun,
        kind,
        setting(tree.get("assets_category"), str),
        members,
        follows,
        setting(tree.get("cascade_delete"), bool),
        prevent_destroy=entry.prevent_destroy,
        ignore_changes=entry.ignore_changes,
    )


def _follows_the_same(before: Group | None, follows: Setting[str]) -> bool:
    return before is not None and follows.is_known and before.follows.value == follows.value


def _members(listed: object, was: Group | None, address: str) -> Setting[tuple[str, ...]]:
    """Ids of what a group lists; no list is an empty one.

    A member that is not known yet is a new one, called by its place, as long as all that were in the group before are still
    there. Otherwise it may be one of those, and nobody can tell who leaves: then the whole is unknown.
    """
    if listed is None:
        return Setting("known", ())
    if not isinstance(listed, list):
        return Setting("unknown")
    found = [member_id(entry) for entry in listed]
    known = {one for one in found if one}
    before = was.members.value if was is not None and was.members.is_known else None
    if not all(found) and (before is None or not known.issuperset(before)):
        return Setting("unknown")
    new = {f"{address}: new member {position}" for position, one in enumerate(found) if not one}
    return Setting("known", tuple(sorted(known | new)))


def listed_members(entry: Entry) -> list[Tree]:
    """What a group lists itself, each as it stands there."""
    return entries(entry.tree, _MEMBERS[entry.noun])


def member_id(entry: object) -> str | None:
    """The id of a member; None while it is not known."""
    if not isinstance(entry, dict):
        return None
    identifier, path = entry.get("id"), entry.get("resource_uri")
    if isinstance(path, str) and path:
        return path.rstrip("/").rpartition("/")[2]
    return identifier if isinstance(identifier, str) and identifier else None


def _follows(noun: str, tree: Tree) -> Setting[str]:
    """What decides who is a member, in words."""
    rule = tree.get("dynamic_member_filter")
    if rule is not None:
        names = [entry.get("name") for entry in entries(rule, "members")]
        if rule is HIDDEN or not names or not all(isinstance(name, str) for name in names):
            return Setting("unknown")
        return Setting("known", f"tag{'s' if len(names) > 1 else ''} {', '.join(sorted(map(str, names)))}")
    native = tree.get("native_group_info" if noun == VOLUMES else "native_app_info")
    if native is None:
        return Setting("absent")
    found = [at(native, (name,)) for name in ("name", "id", "uid")]
    kind = at(native, ("type",))
    word = _NATIVE.get(kind, "native group") if isinstance(kind, str) else "native group"
    told = next((one for one in found if isinstance(one, str) and one), None)
    if told is None:
        return Setting("unknown")
    system = at(native, ("exclude_system_databases",))
    return Setting("known", f"{word} {told}" + (" without system databases" if system is True else ""))


def thing_of(entry: Entry, resolver: Resolver) -> Thing:
    """Any other object of ours, with those of its values that may be shown."""
    kind = kind_of(entry.noun)
    shown: dict[str, Setting[str]] = {}
    for path in kind.shown:
        for place, value in found_at(entry.tree, path):
            shown[written(place)] = text(resolver.one(entry, place) if path in kind.references else value)
    return Thing(
        entry.key,
        entry.address,
        name_of(entry),
        entry.identifier,
        entry.noun,
        shown,
        prevent_destroy=entry.prevent_destroy,
        ignore_changes=entry.ignore_changes,
    )


def moment(value: object) -> Setting[datetime]:
    """A moment with its zone; unknown for what is none."""
    if value is None:
        return Setting("absent")
    try:
        found = datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        found = None
    return Setting("unknown") if found is None or found.tzinfo is None else Setting("known", found)
