"""Where a gateway stands: the checks of `vmConfig` against the inventory, and the machine made of it."""

from collections.abc import Iterable

from glbr.simulator.clock import text_of
from glbr.simulator.contract.document import JsonObject
from glbr.simulator.errors import ApiError
from glbr.simulator.kinds.protection_store_gateway.nics import check_adapter
from glbr.simulator.references import VM_TYPE, named, uri
from glbr.simulator.rules.gateway_sizing import FIGURES, in_force, override_refusals, refusals
from glbr.simulator.world import World
from glbr.simulator.worlds.appliances import NO_OVERRIDE, TIB, gateway_datastore

_PLACES = {"hostId": "hypervisor-hosts", "clusterId": "hypervisor-clusters", "resourcePoolId": "resource-pools"}
_BESIDE = {"folderId": "folders", "contentLibraryId": "datastores"}
_MARK = "PROTECTION_STORE_GATEWAY"


def check_placement(world: World, manager: str, config: JsonObject, what: str) -> None:
    """400 when `vmConfig` names what its hypervisor manager does not have, or cannot be sized."""
    chosen = [name for name in _PLACES if config.get(name)]
    if len(chosen) != 1:
        given = " and ".join(chosen) or "none"
        raise ApiError(400, f"{what}: give exactly one of vmConfig.{', '.join(_PLACES)}; given is {given}")
    for name, collection in (_PLACES | _BESIDE).items():
        if config.get(name):
            _of_manager(world, manager, collection, config[name], what)
    datastores_of(world, manager, config.get("datastoreIds") or (), what)
    check_adapter(world, manager, first_adapter(config), what)
    check_size(config, config.get("override") or {}, what)


def first_adapter(config: JsonObject) -> JsonObject:
    """The adapter that `vmConfig.network` asks for, in the words of the other adapters."""
    network = dict(config.get("network") or {})
    network["networkName"] = network.pop("name", None)
    return network


def check_size(figures: JsonObject, override: JsonObject, what: str) -> None:
    """400 for figures no gateway is made for."""
    reasons = refusals(size_of(figures)) + override_refusals(override)
    if reasons:
        raise ApiError(400, f"{what}: {'; '.join(reasons)}")


def size_of(figures: JsonObject) -> JsonObject:
    """The workload figures among other fields, all four of them."""
    return {name: figures.get(name, 0) for name in FIGURES}


def _of_manager(world: World, manager: str, collection: str, identifier: str, what: str) -> JsonObject:
    found = world.objects.find(collection, identifier)
    if found is None or found.get("hypervisorManagerInfo", {}).get("id") != manager:
        raise ApiError(
            400, f"{what}: hypervisor manager {manager} has no object of {collection} with id {identifier!r}"
        )
    return found


def datastores_of(world: World, manager: str, identifiers: Iterable[str], what: str) -> list[JsonObject]:
    """The datastores a gateway is to use: at least one, each of its hypervisor manager."""
    wanted = list(dict.fromkeys(identifiers))
    if not wanted:
        raise ApiError(400, f"{what}: datastoreIds must be given: the disks of a gateway need a place")
    return [_of_manager(world, manager, "datastores", identifier, what) for identifier in wanted]


def spread(
    datastores: list[JsonObject], tebibytes: float, what: str, *, held: Iterable[JsonObject] = ()
) -> list[JsonObject]:
    """The gateway's `datastoresInfo`: its disk, shared out by the room there is; 412 for too little.

    `held` is the `datastoresInfo` in force, whose room counts as free.
    """
    own = {info["id"]: info["totalProvisionedDiskInTiB"] for info in held}
    rooms = [store.get("capacityFree", 0) / TIB + own.get(store["id"], 0) for store in datastores]
    if sum(rooms) < tebibytes:
        names = ", ".join(store["name"] for store in datastores)
        raise ApiError(
            412, f"{what}: the gateway needs {tebibytes} TiB, and {names} have {sum(rooms):.2f} TiB free together"
        )
    return [
        gateway_datastore(store["id"], round(tebibytes * room / sum(rooms), 3))
        for store, room in zip(datastores, rooms, strict=True)
    ]


def occupy(world: World, gateway: JsonObject) -> None:
    """Take the gateway's room on its datastores, and mark them: HPE protects no such datastore."""
    for info in gateway["datastoresInfo"]:
        store = world.objects.find("datastores", info["id"])
        if store is not None:
            left = store.get("capacityFree", 0) - int(info["totalProvisionedDiskInTiB"] * TIB)
            world.store_change("datastores", {**store, "capacityFree": max(0, left), "datastoreClassification": _MARK})


def release(world: World, gateway: JsonObject) -> None:
    """Give back the gateway's room; the mark goes with the last gateway."""
    others = [one for one in world.objects.all("protection-store-gateways") if one["id"] != gateway["id"]]
    marked = {info["id"] for other in others for info in other.get("datastoresInfo", ())}
    for info in gateway.get("datastoresInfo", ()):
        store = world.objects.find("datastores", info["id"])
        if store is None:
            continue
        free = store.get("capacityFree", 0) + int(info["totalProvisionedDiskInTiB"] * TIB)
        store["capacityFree"] = min(free, store.get("capacityInBytes", free))
        if store["id"] not in marked:
            store.pop("datastoreClassification", None)
        world.store_change("datastores", store)


def put_machine(world: World, gateway: JsonObject) -> None:
    """Show the gateway's machine in the inventory, as large as the gateway is."""
    manager = world.objects.find("hypervisor-managers", gateway["hypervisorManagerId"])
    if manager is None or "vmId" not in gateway:
        return
    host = _host(world, gateway["placement"])
    size = in_force(gateway["size"], gateway.get("override") or NO_OVERRIDE)
    datastores = [
        (store, info["totalProvisionedDiskInTiB"])
        for info in gateway["datastoresInfo"]
        if (store := world.objects.find("datastores", info["id"])) is not None
    ]
    folder = world.objects.find("folders", gateway["placement"].get("folderId") or "")
    before = world.objects.find("virtual-machines", gateway["vmId"])
    machine = {
        "id": gateway["vmId"],
        "type": VM_TYPE,
        "name": gateway["name"],
        "displayName": gateway["name"],
        "resourceUri": uri("virtual-machines", gateway["vmId"]),
        "customerId": gateway["customerId"],
        "generation": 1 if before is None else before["generation"] + 1,
        "createdAt": text_of(world.now) if before is None else before["createdAt"],
        "updatedAt": text_of(world.now),
        "services": ["backup-and-recovery"],
        "hypervisorManagerInfo": named(manager),
        "appType": "VMWARE",
        "appInfo": {"vmware": _vmware(host, [named(store) for store, _ in datastores])},
        "capacityInBytes": int(size["storageInTiB"] * TIB),
        "computeInfo": {"memorySizeInMib": str(size["ramInGiB"] * 1024), "numCpuCores": size["vCpu"]},
        "guestInfo": {"name": "Debian GNU/Linux 12", "type": "LINUX"},
        "networkAddress": gateway["network"]["nics"][0]["networkAddress"],
        "powerState": "POWERED_OFF" if gateway["state"].endswith("_OFF") else "POWERED_ON",
        "state": "OK",
        "status": "OK",
        "vclsVm": False,
        "vmClassification": _MARK,
        "virtualDisks": [_disk(world, gateway, number, *place) for number, place in enumerate(datastores, start=1)],
    }
    if host is not None:
        machine["hostInfo"] = named(host)
        parent = {name: host["parentInfo"][name] for name in ("id", "name", "displayName", "resourceUri")}
        machine["clusterInfo"] = {**parent, "type": "virtualization/hypervisor-cluster"}
    if folder is not None:
        machine["folderInfo"] = named(folder)
    world.objects.put("virtual-machines", machine)


def _host(world: World, placement: JsonObject) -> JsonObject | None:
    """The host that runs the machine: the chosen one, else the first of the cluster or pool."""
    if placement.get("hostId"):
        return world.objects.find("hypervisor-hosts", placement["hostId"])
    cluster = placement.get("clusterId")
    pool = world.objects.find("resource-pools", placement.get("resourcePoolId") or "")
    if pool is not None:
        cluster = pool.get("clusterInfo", {}).get("id")
    hosts = world.objects.all("hypervisor-hosts")
    return next((host for host in hosts if host.get("parentInfo", {}).get("id") == cluster), None)


def _vmware(host: JsonObject | None, datastores: list[JsonObject]) -> JsonObject:
    place = {} if host is None else {"datacenterInfo": host["appInfo"]["vmware"]["datacenterInfo"]}
    tools = {"status": "OK", "type": "OPEN_VM_TOOLS", "version": "12.4.0"}
    return {"type": "VMFS", "datastoresInfo": datastores, "toolsInfo": tools, **place}


def _disk(world: World, gateway: JsonObject, number: int, store: JsonObject, tebibytes: float) -> JsonObject:
    return {
        "id": world.identities.fresh("virtual-disk"),
        "name": f"Hard disk {number}",
        "capacityInBytes": int(tebibytes * TIB),
        "filePath": f"[{store['name']}] {gateway['name']}/{gateway['name']}_{number}.vmdk",
        "appInfo": {"vmware": {"type": "VMFS", "datastoreInfo": named(store)}},
    }
