"""What a vCenter turns out to hold when somebody registers it: a small site of its own."""

import re
import zlib

from glbr.simulator.contract.document import JsonObject
from glbr.simulator.identities import identity
from glbr.simulator.objects import Objects
from glbr.simulator.worlds.site import Site

# Name, disk in GiB, guest, folder, tag.
_MACHINES = (
    ("web-01", 60, "Red Hat Enterprise Linux 9", "Production", "silver"),
    ("web-02", 60, "Red Hat Enterprise Linux 9", "Production", "silver"),
    ("app-01", 120, "Red Hat Enterprise Linux 9", "Production", "gold"),
    ("app-02", 120, "Red Hat Enterprise Linux 9", "Production", "gold"),
    ("sql-01", 600, "Windows Server 2022", "Databases", "gold"),
    ("sql-02", 600, "Windows Server 2022", "Databases", "gold"),
    ("postgres-01", 400, "Red Hat Enterprise Linux 9", "Databases", "gold"),
    ("files-01", 1500, "Windows Server 2022", "Production", "silver"),
    ("dc-01", 80, "Windows Server 2022", "Infrastructure", "gold"),
    ("monitor-01", 200, "Red Hat Enterprise Linux 9", "Infrastructure", "bronze"),
    ("test-01", 80, "Red Hat Enterprise Linux 9", "Test", "bronze"),
    ("test-02", 80, "Red Hat Enterprise Linux 9", "Test", "bronze"),
)
# Size in TiB and the free share: two have room for a gateway, one has none.
_DATASTORES = ((8, 0.6), (16, 0.7), (2, 0.02))
_TAGS = ("gold", "silver", "bronze")
_SQL_FOLDER = "Databases"
# Subnets 10.21 to 10.220: clear of the worlds' own 10.20.
_SUBNETS = 200

MANAGER_INFO = "hypervisorManagerInfo"
INVENTORY = (
    "virtual-machines",
    "datastores",
    "hypervisor-hosts",
    "hypervisor-clusters",
    "folders",
    "tags",
    "resource-pools",
    "networks",
)


def discover_vcenter(
    objects: Objects,
    *,
    identifier: str,
    address: str,
    workspace: str,
    orchestrator: str,
    username: str,
    found_at: str,
) -> JsonObject:
    """Store the inventory of a new vCenter and give the vCenter, which is not stored yet.

    Ids come from the vCenter's id and names from its address, so that every run finds the same
    and two vCenters have nothing in common.
    """
    site = Site(
        workspace,
        address,
        identify=lambda collection, number: (
            identifier if collection == "hypervisor-managers" else identity(identifier, collection, number)
        ),
        made_at=found_at,
        orchestrator=orchestrator,
        username=username,
        subnet=f"10.{21 + zlib.crc32(address.encode()) % _SUBNETS}",
    )
    stem = re.sub(r"[^a-z0-9]+", "-", address.lower()).strip("-")
    cluster = site.cluster(f"{stem}-cluster-1")
    hosts = [site.host(number, f"esx{number:02}.{stem}", cluster) for number in (1, 2, 3)]
    stores = [
        site.datastore(number, f"{stem}-vmfs-{number:02}", size, cluster, free=free)
        for number, (size, free) in enumerate(_DATASTORES, start=1)
    ]
    production = site.folder(1, "Production")
    folders = {"Production": production}
    for number, name in enumerate(dict.fromkeys(row[3] for row in _MACHINES if row[3] != "Production"), start=2):
        folders[name] = site.folder(number, name, production if name == _SQL_FOLDER else None)
    machines = [
        site.machine(
            n,
            f"{stem}-{name}",
            size_gib=size,
            guest=guest,
            folder=folders[place],
            host=hosts[n % 3],
            store=stores[n % 2],
        )
        for n, (name, size, guest, place, _) in enumerate(_MACHINES, start=1)
    ]
    tags = [
        site.tag(number, "backup", tier, [vm for vm, row in zip(machines, _MACHINES, strict=True) if row[4] == tier])
        for number, tier in enumerate(_TAGS, start=1)
    ]
    for store in stores:
        store["vmCount"] = sum(vm["appInfo"]["vmware"]["datastoresInfo"][0]["id"] == store["id"] for vm in machines)
    found = {
        "hypervisor-clusters": [cluster],
        "hypervisor-hosts": hosts,
        "datastores": stores,
        "virtual-machines": machines,
    }
    below = {
        "folders": list(folders.values()),
        "tags": tags,
        "resource-pools": [site.pool(1, f"{stem}-resources", cluster)],
        "networks": [site.network(1, f"{stem}-servers", hosts), site.network(2, f"{stem}-backup", hosts)],
    }
    for collection, items in found.items():
        objects.load(collection, items)
    for collection, items in below.items():
        objects.load(collection, items, identifier)
    return site.manager


def inventory_of(objects: Objects, manager: str) -> dict[str, list[JsonObject]]:
    """Everything one vCenter has reported, by collection."""
    return {
        collection: [item for item in objects.all(collection) if item.get(MANAGER_INFO, {}).get("id") == manager]
        for collection in INVENTORY
    }
