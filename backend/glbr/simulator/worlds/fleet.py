"""A site with as many machines as wanted: for trying things at size."""

from glbr.simulator.objects import Objects
from glbr.simulator.worlds.appliances import data_orchestrator, gateway, storeonce
from glbr.simulator.worlds.site import Site

_MACHINES_PER_HOST = 40
_MACHINES_PER_DATASTORE = 50
_MACHINES_PER_FOLDER = 100
# Every how many machines carry a tag; gold and bronze meet on some of them.
_TAGGED = {"gold": 10, "silver": 4, "bronze": 2}


def populate(objects: Objects, workspace: str, vms: int) -> None:
    """Fill an account with a fleet of `vms` machines."""
    site = Site(workspace, "vcenter.fleet.example")
    manager = site.manager["id"]
    cluster = site.cluster("fleet-cluster-1")
    hosts = [site.host(n + 1, f"esx{n + 1:03}.fleet.example", cluster) for n in range(vms // _MACHINES_PER_HOST + 1)]
    stores = [site.datastore(n + 1, f"vmfs-{n + 1:03}", 32, cluster) for n in range(vms // _MACHINES_PER_DATASTORE + 1)]
    folders = [site.folder(n + 1, f"block-{n + 1:03}") for n in range(vms // _MACHINES_PER_FOLDER + 1)]
    machines = [
        site.machine(
            n + 1,
            f"vm-{n + 1:05}",
            size_gib=40 + n % 200,
            guest="Red Hat Enterprise Linux 9",
            folder=folders[n // _MACHINES_PER_FOLDER],
            host=hosts[n // _MACHINES_PER_HOST],
            store=stores[n // _MACHINES_PER_DATASTORE],
        )
        for n in range(vms)
    ]
    tags = [
        site.tag(number, "backup", name, machines[number - 1 :: step])
        for number, (name, step) in enumerate(_TAGGED.items(), start=1)
    ]
    orchestrator = data_orchestrator("fleet-do-1", workspace, "UTC")
    objects.load("data-orchestrators", [orchestrator])
    objects.load("storeonces", [storeonce("fleet-storeonce-1", workspace, orchestrator)])
    objects.load("protection-store-gateways", [gateway("fleet-gateway-1", workspace, orchestrator)])
    objects.load("hypervisor-managers", [site.manager])
    objects.load("hypervisor-clusters", [cluster])
    objects.load("hypervisor-hosts", hosts)
    objects.load("datastores", stores)
    objects.load("folders", folders, manager)
    objects.load("tags", tags, manager)
    objects.load("resource-pools", [site.pool(1, "Resources", cluster)], manager)
    objects.load("networks", [site.network(1, "fleet-servers", hosts)], manager)
    objects.load("virtual-machines", machines)
