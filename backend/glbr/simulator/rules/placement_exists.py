"""Where a restore puts a new machine or datastore must exist, and be said once."""

from glbr.simulator.contract.document import JsonObject
from glbr.simulator.errors import ApiError
from glbr.simulator.world import World

_PLACES = {
    "clusterId": "hypervisor-clusters",
    "hostId": "hypervisor-hosts",
    "hypervisorManagerId": "hypervisor-managers",
    "folderId": "folders",
}
_VMWARE_PLACES = {"datastoreId": "datastores", "resourcePoolId": "resource-pools"}


def refuse_unknown_place(world: World, target: JsonObject, what: str, *, both_optional: bool = False) -> None:
    """400 unless exactly one of `clusterId` and `hostId` is given, and all that is named exists.

    Args:
        world: where things must exist.
        target: `targetVmInfo`, `targetDatastoreInfo` or `targetInfo` of a request.
        what: what is asked, for the message.
        both_optional: the place may be left out, and is then the parent's.
    """
    given = [name for name in ("clusterId", "hostId") if target.get(name)]
    if len(given) > 1 or not (given or both_optional):
        raise ApiError(400, f"{what}: give exactly one of clusterId and hostId, given {' and '.join(given) or 'none'}")
    vmware = (target.get("appInfo") or {}).get("vmware") or {}
    wanted = [(collection, target.get(name)) for name, collection in _PLACES.items()]
    wanted += [(collection, vmware.get(name)) for name, collection in _VMWARE_PLACES.items()]
    wanted.append(("storage-systems", (target.get("storageInfo") or {}).get("storageSystemId")))
    adapters = (target.get("vmHardwareCustomization") or {}).get("networkAdapters") or ()
    wanted += [("networks", (adapter.get("networkDetails") or {}).get("id")) for adapter in adapters]
    for collection, identifier in wanted:
        if identifier:
            world.require(collection, identifier, what, status=400)
