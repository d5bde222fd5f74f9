"""Building blocks of a site: appliances, and the inventory one vCenter reports."""

from collections.abc import Callable, Iterable

from glbr.simulator.contract.document import JsonObject
from glbr.simulator.references import VM_TYPE, named, uri

MADE_AT = "2025-11-03T08:15:30.125000Z"
_GIB = 2**30
_DATACENTER = {"id": "dc-1", "moref": "datacenter-2", "name": "Main site"}

# The number that opens each id tells the kind, so that an id in an example can be read.
_KINDS = {
    "hypervisor-managers": 0x10,
    "hypervisor-clusters": 0x11,
    "hypervisor-hosts": 0x12,
    "datastores": 0x13,
    "folders": 0x14,
    "tags": 0x15,
    "resource-pools": 0x16,
    "networks": 0x17,
    "virtual-machines": 0x20,
    "application-hosts": 0x30,
    "mssql-instances": 0x31,
    "mssql-databases": 0x32,
    "availability-groups": 0x33,
    "storeonces": 0x40,
    "protection-store-gateways": 0x41,
    "data-orchestrators": 0x42,
    "virtual-disks": 0xD0,
}
Identify = Callable[[str, int], str]


def site_id(collection: str, number: int) -> str:
    """The id of the n-th object of a kind: the same in every run."""
    return f"{_KINDS[collection]:08x}-0000-4000-8000-{number:012x}"


def orchestrator_info(identifier: str) -> JsonObject:
    """The reference to the Data Orchestrator that reaches a vCenter or a host."""
    return {
        "id": identifier,
        "type": "backup-recovery/data-orchestrator",
        "resourceUri": uri("data-orchestrators", identifier),
    }


class Site:
    """One vCenter with its hosts, datastores, folders, tags and machines, as HPE's inventory shows them."""

    def __init__(
        self,
        workspace: str,
        vcenter_address: str,
        *,
        identify: Identify = site_id,
        made_at: str = MADE_AT,
        orchestrator: str | None = None,
        username: str = "backup@vsphere.local",
        subnet: str = "10.20",
    ) -> None:
        """Prepare a site.

        Args:
            workspace: the account's id.
            vcenter_address: network address of the vCenter, also its name.
            identify: the id of the n-th object of a collection.
            made_at: `createdAt` of everything.
            orchestrator: id of the Data Orchestrator it is registered through; the site's own when None.
            username: the account of the vCenter that HPE signs in with.
            subnet: first two parts of the addresses of machines.
        """
        self.workspace = workspace
        self.orchestrator = orchestrator or site_id("data-orchestrators", 1)
        self._identify = identify
        self._made_at = made_at
        self._subnet = subnet
        self.manager = self._object("hypervisor-managers", 1, "virtualization/hypervisor-manager", vcenter_address)
        self.manager |= {
            "networkAddress": vcenter_address,
            "hypervisorManagerType": "VMWARE_VCENTER",
            "releaseVersion": "8.0.3",
            "buildVersion": "24022515",
            "username": username,
            "state": "OK",
            "status": "OK",
            "dataOrchestratorInfo": orchestrator_info(self.orchestrator),
            "appInfo": {"vmware": {"datacenters": [_DATACENTER]}},
        }
        self._within = {"hypervisorManagerInfo": named(self.manager)}

    def _object(self, collection: str, number: int, kind: str, name: str, *, below: bool = False) -> JsonObject:
        """What every inventory object shows; the path of some leads over their vCenter (`below`)."""
        identifier = self._identify(collection, number)
        path = f"{self.manager['resourceUri']}/{collection}/{identifier}" if below else uri(collection, identifier)
        return {
            "id": identifier,
            "type": kind,
            "name": name,
            "displayName": name,
            "resourceUri": path,
            "customerId": self.workspace,
            "generation": 1,
            "createdAt": self._made_at,
            "updatedAt": self._made_at,
            "services": ["backup-and-recovery"],
        }

    def cluster(self, name: str) -> JsonObject:
        """The only cluster of the site."""
        return {
            **self._object("hypervisor-clusters", 1, "virtualization/hypervisor-cluster", name),
            **self._within,
            "clusterType": "ESX_CLUSTER",
            "state": "OK",
            "status": "OK",
            "appInfo": {"vmware": {"datacenterInfo": _DATACENTER, "moref": "domain-c8"}},
        }

    def host(self, number: int, name: str, cluster: JsonObject) -> JsonObject:
        """An ESXi host of the cluster."""
        parent = {key: named(cluster)[key] for key in ("id", "name", "displayName", "resourceUri")}
        return {
            **self._object("hypervisor-hosts", number, "virtualization/hypervisor-host", name),
            **self._within,
            "hostType": "ESXI",
            "networkAddress": name,
            "version": "8.0.3",
            "state": "OK",
            "status": "OK",
            "parentInfo": {**parent, "type": "CLUSTER"},
            "appInfo": {"vmware": {"datacenterInfo": _DATACENTER, "moref": f"host-{10 + number}"}},
        }

    def datastore(
        self, number: int, name: str, terabytes: int, cluster: JsonObject, *, free: float = 0.4
    ) -> JsonObject:
        """A VMFS datastore with a share of it free."""
        size = terabytes * 1024 * _GIB
        return {
            **self._object("datastores", number, "virtualization/datastore", name),
            **self._within,
            "appType": "VMWARE",
            "datastoreType": "VMFS",
            "capacityInBytes": size,
            "capacityFree": int(size * free),
            "clusterInfo": named(cluster),
            "moref": f"datastore-{20 + number}",
            "state": "OK",
            "status": "OK",
        }

    def folder(self, number: int, name: str, parent: JsonObject | None = None) -> JsonObject:
        """A folder of machines."""
        made = {
            **self._object("folders", number, "virtualization/hypervisor-folder", name, below=True),
            **self._within,
            "folderType": "VM",
            "appInfo": {"vmware": {"datacenterInfo": _DATACENTER, "moref": f"group-v{30 + number}"}},
        }
        return made if parent is None else {**made, "parentFolderInfo": named(parent)}

    def tag(self, number: int, category: str, name: str, machines: Iterable[JsonObject]) -> JsonObject:
        """A vSphere tag and the machines that carry it."""
        carriers = [{"id": vm["id"], "type": vm["type"], "resourceUri": vm["resourceUri"]} for vm in machines]
        return {
            **self._object("tags", number, "virtualization/hypervisor-tag", name, below=True),
            **self._within,
            "categoryName": category,
            "state": "OK",
            "associatedResources": carriers,
        }

    def pool(self, number: int, name: str, cluster: JsonObject) -> JsonObject:
        """A resource pool of the cluster."""
        made = self._object("resource-pools", number, "virtualization/resource-pool", name, below=True)
        return {**made, **self._within, "clusterInfo": named(cluster), "state": "OK", "status": "OK"}

    def network(self, number: int, name: str, hosts: Iterable[JsonObject]) -> JsonObject:
        """A port group."""
        made = self._object("networks", number, "virtualization/hypervisor-network", name, below=True)
        return {**made, **self._within, "hostsInfo": [named(host) for host in hosts], "state": "OK", "status": "OK"}

    def machine(
        self,
        number: int,
        name: str,
        *,
        size_gib: int,
        guest: str,
        folder: JsonObject,
        host: JsonObject,
        store: JsonObject,
    ) -> JsonObject:
        """A virtual machine with one disk."""
        windows = guest.startswith("Windows")
        cluster = {**host["parentInfo"], "type": "virtualization/hypervisor-cluster"}
        return {
            **self._object("virtual-machines", number, VM_TYPE, name),
            **self._within,
            "appType": "VMWARE",
            "appInfo": {
                "vmware": {
                    "type": "VMFS",
                    "moref": f"vm-{100 + number}",
                    "datacenterInfo": _DATACENTER,
                    "datastoresInfo": [named(store)],
                    "toolsInfo": {"status": "OK", "type": "OPEN_VM_TOOLS", "version": "12.4.0"},
                }
            },
            "capacityInBytes": size_gib * _GIB,
            "clusterInfo": cluster,
            "hostInfo": named(host),
            "folderInfo": named(folder),
            "computeInfo": {"memorySizeInMib": str(8192 + 4096 * (number % 4)), "numCpuCores": 2 + 2 * (number % 3)},
            "guestInfo": {"name": guest, "type": "WINDOWS" if windows else "LINUX"},
            "networkAddress": f"{self._subnet}.{number // 240}.{10 + number % 240}",
            "powerState": "POWERED_ON",
            "state": "OK",
            "status": "OK",
            "vclsVm": False,
            "virtualDisks": [
                {
                    "id": self._identify("virtual-disks", number),
                    "name": "Hard disk 1",
                    "capacityInBytes": size_gib * _GIB,
                    "filePath": f"[{store['name']}] {name}/{name}.vmdk",
                    "appInfo": {"vmware": {"type": "VMFS", "datastoreInfo": named(store)}},
                }
            ],
        }


def storage_locations() -> list[JsonObject]:
    """The cloud places the account may use: two of AWS, two of Azure."""
    places = (
        ("aws:us-east-1", "AWS", "US East (N. Virginia)", "Ashburn", "North America", "America/New_York"),
        ("aws:eu-central-1", "AWS", "Europe (Frankfurt)", "Frankfurt", "Europe", "Europe/Berlin"),
        ("azure:eastus2", "AZURE", "East US 2", "Boydton", "North America", "America/New_York"),
        ("azure:westeurope", "AZURE", "West Europe", "Amsterdam", "Europe", "Europe/Amsterdam"),
    )
    return [
        {
            "id": identifier,
            "type": "data-services/storage-location",
            "name": name,
            "city": city,
            "geography": geography,
            "timezone": zone,
            # Live replies held both spellings (NOTES, section 9).
            "capabilities": ["backup-and-recovery", "backup-recovery"],
            "cloudServiceProvider": provider,
            "cloudServiceProviderId": identifier.split(":")[1],
            "resourceUri": uri("storage-locations", identifier),
            "generation": 1,
            "createdAt": MADE_AT,
            "updatedAt": MADE_AT,
        }
        for identifier, provider, name, city, geography, zone in places
    ]
