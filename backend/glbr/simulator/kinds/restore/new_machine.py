"""The new virtual machine that an ALTERNATE restore makes."""

from glbr.simulator.contract.document import JsonObject
from glbr.simulator.errors import ApiError
from glbr.simulator.references import VM_TYPE, named, uri, without_none
from glbr.simulator.world import World

_COLLECTION = "virtual-machines"
# What follows from the place or from the restore itself, and is never taken over.
_OWN = ("vmClassification", "stateReason", "networkAddress", "volumesInfo", "uid", "vmPerfMetricInfo")


def refuse_taken_machine_name(world: World, name: str, what: str, *, status: int) -> None:
    """Refuse the name of a machine that is in the inventory."""
    for machine in world.objects.where(_COLLECTION, "name", [name]):
        raise ApiError(status, f"{what}: the name {name!r} is taken by virtual machine {machine['id']}; choose another")


def add_machine(
    world: World, parent: JsonObject | None, name: str, target: JsonObject, *, power_on: bool, status: int = 409
) -> JsonObject:
    """Put a restored machine into the inventory.

    Args:
        world: where it is put.
        parent: the machine the copy is of; None when it has left the inventory.
        name: of the new machine.
        target: `targetVmInfo` or what stands for it, checked by `placement_exists`.
        power_on: whether it runs once it exists.
        status: of the refusal when the name was taken meanwhile.
    """
    refuse_taken_machine_name(world, name, "restoring a virtual machine", status=status)
    identifier = world.identities.fresh("virtual-machine")
    source = {key: value for key, value in (parent or {}).items() if key not in _OWN}
    vmware = (target.get("appInfo") or {}).get("vmware") or {}
    host, cluster = _host_and_cluster(world, target, source)
    store = world.objects.find("datastores", vmware.get("datastoreId", ""))
    machine = world.stamp_new(
        without_none(
            {
                "appType": "VMWARE",
                "customerId": world.options.workspace_id,
                "vclsVm": False,
                **source,
                "id": identifier,
                "type": VM_TYPE,
                "name": name,
                "displayName": name,
                "resourceUri": uri(_COLLECTION, identifier),
                "hostInfo": host,
                "clusterInfo": cluster,
                "folderInfo": _named(world, "folders", target.get("folderId")) or source.get("folderInfo"),
                "hypervisorManagerInfo": _named(world, "hypervisor-managers", target.get("hypervisorManagerId"))
                or source.get("hypervisorManagerInfo"),
                "appInfo": {"vmware": _vmware_info(world, identifier, source, vmware, store)},
                "virtualDisks": _disks(world, name, source, store),
                "networkAdapters": _adapters(world, source, target),
                "powerState": "POWERED_ON" if power_on else "POWERED_OFF",
                "state": "OK",
                "status": "OK",
            }
        )
    )
    world.objects.put(_COLLECTION, machine)
    for info in machine["appInfo"]["vmware"].get("datastoresInfo", ()):
        _count_in(world, info["id"])
    return machine


def _named(world: World, collection: str, identifier: str | None) -> JsonObject | None:
    found = world.objects.find(collection, identifier) if identifier else None
    return None if found is None else named(found)


def _host_and_cluster(
    world: World, target: JsonObject, source: JsonObject
) -> tuple[JsonObject | None, JsonObject | None]:
    """A given cluster chooses one of its hosts, a given host says its cluster."""
    if target.get("clusterId"):
        hosts = world.objects.all("hypervisor-hosts")
        inside = [host for host in hosts if host.get("parentInfo", {}).get("id") == target["clusterId"]]
        host = named(inside[0]) if inside else None
        return host, _named(world, "hypervisor-clusters", target["clusterId"])
    host_found = world.objects.find("hypervisor-hosts", target.get("hostId", ""))
    if host_found is None:
        return source.get("hostInfo"), source.get("clusterInfo")
    return named(host_found), _named(world, "hypervisor-clusters", host_found.get("parentInfo", {}).get("id"))


def _vmware_info(
    world: World, identifier: str, source: JsonObject, wanted: JsonObject, store: JsonObject | None
) -> JsonObject:
    known = source.get("appInfo", {}).get("vmware", {})
    pool = world.objects.find("resource-pools", wanted.get("resourcePoolId", ""))
    return without_none(
        {
            "type": "VMFS",
            **known,
            "moref": f"vm-{identifier[:8]}",
            "datastoresInfo": [named(store)] if store else known.get("datastoresInfo"),
            "resourcePoolInfo": named(pool) if pool else known.get("resourcePoolInfo"),
        }
    )


def _disks(world: World, name: str, source: JsonObject, store: JsonObject | None) -> list[JsonObject]:
    disks = []
    for number, disk in enumerate(source.get("virtualDisks", ()), start=1):
        place = named(store) if store else disk["appInfo"]["vmware"]["datastoreInfo"]
        path = f"[{place['name']}] {name}/{name}{f'_{number - 1}' if number > 1 else ''}.vmdk"
        info = {"vmware": {**disk["appInfo"]["vmware"], "datastoreInfo": place}}
        disks.append({**disk, "id": world.identities.fresh("virtual-disk"), "filePath": path, "appInfo": info})
    return disks


def _adapters(world: World, source: JsonObject, target: JsonObject) -> list[JsonObject] | None:
    """The parent's network adapters, those named in the request on the networks it gives."""
    wanted = (target.get("vmHardwareCustomization") or {}).get("networkAdapters") or ()
    adapters = {adapter.get("name", ""): adapter for adapter in source.get("networkAdapters", ())}
    for given in wanted:
        details = given.get("networkDetails") or {}
        known = adapters.get(given.get("name", ""), {})
        network = _named(world, "networks", details.get("id")) or {}
        shown = {**known.get("networkDetails", {}), **network, "state": "AVAILABLE"}
        if "connectAtPowerOn" in details:
            shown["connectAtPowerOn"] = details["connectAtPowerOn"]
        adapters[given.get("name", "")] = {**known, "name": given.get("name", ""), "networkDetails": shown}
    return list(adapters.values()) or None


def _count_in(world: World, datastore: str) -> None:
    store = world.objects.find("datastores", datastore)
    if store is not None and "vmCount" in store:
        world.store_change("datastores", {**store, "vmCount": store["vmCount"] + 1})
