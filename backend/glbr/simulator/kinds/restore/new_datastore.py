"""The new datastore that an ALTERNATE restore makes, with copies of the machines on it."""

from glbr.simulator.contract.document import JsonObject
from glbr.simulator.errors import ApiError
from glbr.simulator.kinds.restore.new_machine import add_machine, refuse_taken_machine_name
from glbr.simulator.references import DATASTORE_TYPE, named, uri, without_none
from glbr.simulator.world import World

_COLLECTION = "datastores"
_OWN = ("datastoreClassification", "stateReason", "volumesInfo", "uid", "replicationInfo", "vmCount")


def machines_on(world: World, datastore: str) -> list[JsonObject]:
    """The machines that have a disk on a datastore."""
    return [
        machine
        for machine in world.objects.all("virtual-machines")
        if any(
            info["id"] == datastore for info in machine.get("appInfo", {}).get("vmware", {}).get("datastoresInfo", ())
        )
    ]


def refuse_taken_datastore_names(world: World, parent: JsonObject | None, name: str, what: str, *, status: int) -> None:
    """Refuse a name that another datastore has, or that would give its machines names that are taken."""
    for store in world.objects.where(_COLLECTION, "name", [name]):
        raise ApiError(status, f"{what}: the name {name!r} is taken by datastore {store['id']}; choose another name")
    for machine in machines_on(world, parent["id"]) if parent else ():
        refuse_taken_machine_name(world, _machine_name(machine, name), what, status=status)


def add_datastore(
    world: World, parent: JsonObject | None, name: str, target: JsonObject, *, power_on: bool
) -> list[JsonObject]:
    """Put a restored datastore into the inventory, and its machines; gives the datastore first.

    What the target leaves out is as at the parent.
    """
    what = "restoring a datastore"
    refuse_taken_datastore_names(world, parent, name, what, status=409)
    machines = machines_on(world, parent["id"]) if parent else []
    source = {key: value for key, value in (parent or {}).items() if key not in _OWN}
    identifier = world.identities.fresh("datastore")
    cluster, hosts = _cluster_and_hosts(world, target, source)
    folder = world.objects.find("folders", target.get("folderId", ""))
    manager = world.objects.find("hypervisor-managers", target.get("hypervisorManagerId", ""))
    store = world.stamp_new(
        without_none(
            {
                "appType": "VMWARE",
                "customerId": world.options.workspace_id,
                "datastoreType": "VMFS",
                **source,
                "id": identifier,
                "type": DATASTORE_TYPE,
                "name": name,
                "displayName": name,
                "resourceUri": uri(_COLLECTION, identifier),
                "clusterInfo": cluster,
                "hostsInfo": hosts,
                "folderInfo": named(folder) if folder else source.get("folderInfo"),
                "hypervisorManagerInfo": named(manager) if manager else source.get("hypervisorManagerInfo"),
                "moref": f"datastore-{identifier[:8]}",
                "vmCount": 0,
                "state": "OK",
                "status": "OK",
            }
        )
    )
    world.objects.put(_COLLECTION, store)
    place = {**target, "appInfo": {"vmware": {"datastoreId": identifier}}}
    copies = [
        add_machine(world, machine, _machine_name(machine, name), place, power_on=power_on) for machine in machines
    ]
    return [world.require(_COLLECTION, identifier, what), *copies]


def _machine_name(machine: JsonObject, datastore: str) -> str:
    """HPE does not say how the machines of a restored datastore are called; a vCenter wants new names."""
    return f"{machine['name']}_{datastore}"


def _cluster_and_hosts(
    world: World, target: JsonObject, source: JsonObject
) -> tuple[JsonObject | None, list[JsonObject] | None]:
    cluster = world.objects.find("hypervisor-clusters", target.get("clusterId", ""))
    if cluster is not None:
        return named(cluster), source.get("hostsInfo")
    host = world.objects.find("hypervisor-hosts", target.get("hostId", ""))
    if host is not None:
        return None, [named(host)]
    return source.get("clusterInfo"), source.get("hostsInfo")
