"""What a SQL Server host holds: the host itself, its instances and their databases."""

import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from glbr.simulator.contract.document import JsonObject
from glbr.simulator.identities import identity
from glbr.simulator.objects import Objects
from glbr.simulator.references import named, uri
from glbr.simulator.worlds.site import Identify, orchestrator_info

# tempdb is made anew at each start of an instance, so nobody copies it.
_SYSTEM_DATABASES = ("master", "model", "msdb")
_SYSTEM_SIZE = 32 * 2**20
_GIB = 2**30
_LARGEST_GIB = 200
# A host that is no machine of the inventory is taken for a physical one.
_PHYSICAL: JsonObject = {"memorySizeInMib": "131072", "numCpuCores": 16}

HOST_INFO = "applicationHostInfo"
PLACE = "virtualizationInfo"


@dataclass(frozen=True)
class Holding:
    """The databases of one host.

    Attributes:
        instances: name of each instance to its own databases, beside the system's.
        group: name of the availability group of the first instance.
        grouped: the databases in that group.
    """

    instances: Mapping[str, Sequence[str]]
    group: str
    grouped: Sequence[str]


DISCOVERED = Holding(
    instances={
        "MSSQLSERVER": ("Orders", "Customers", "Inventory", "Billing", "Audit"),
        "REPORTS": ("Warehouse", "Dashboards", "ReportServer"),
    },
    group="orders-ag",
    grouped=("Orders", "Customers"),
)


def identities_below(host: str) -> Identify:
    """Ids that follow from a host's id, so that two hosts have nothing in common."""
    return lambda collection, number: identity(host, collection, number)


def place_of(machine: JsonObject | None) -> JsonObject:
    """`virtual`, and where the machine runs that a host turned out to be."""
    if machine is None:
        return {"virtual": False}
    manager, shown = machine["hypervisorManagerInfo"], ("name", "type", "resourceUri")
    info = {
        "hypervisorManagerInfo": {"id": manager["id"], **{name: manager[name] for name in shown}},
        "virtualMachineInfo": {name: machine[name] for name in shown},
    }
    return {"virtual": True, PLACE: info}


def application_host(
    identifier: str,
    name: str,
    address: str,
    *,
    workspace: str,
    username: str,
    orchestrator: str,
    machine: JsonObject | None,
    made_at: str,
) -> JsonObject:
    """A SQL Server host; `machine` is the one of the inventory that it runs on, if any."""
    compute = machine["computeInfo"] if machine else _PHYSICAL
    cores = int(compute["numCpuCores"])
    where = machine["networkAddress"] if machine else address
    return {
        "id": identifier,
        "type": "backup-recovery/application-host",
        "name": name,
        "displayName": name,
        "resourceUri": uri("application-hosts", identifier),
        "customerId": workspace,
        "generation": 1,
        "createdAt": made_at,
        "updatedAt": made_at,
        "networkAddress": address,
        "username": username,
        "state": "OK",
        "status": "OK",
        "manufacturer": "VMware, Inc." if machine else "HPE",
        "computeInfo": {
            "memorySizeInMiB": int(compute["memorySizeInMib"]),
            "numCpuCores": cores,
            "numCpuThreads": cores if machine else 2 * cores,
        },
        "osInfo": {"name": "Windows Server 2022", "releaseVersion": "21H2", "buildVersion": "20348.2582"},
        "networkInterfaces": [{"name": "Ethernet0", "address": where}],
        "dataOrchestratorInfo": orchestrator_info(orchestrator),
        **place_of(machine),
    }


def store_holding(objects: Objects, host: JsonObject, holding: Holding, identify: Identify) -> None:
    """Store what a host holds; the host itself must be complete."""
    group = {"name": holding.group, "uid": identify("availability-groups", 1), "role": "PRIMARY"}
    numbers = count(1)
    for number, (name, own) in enumerate(holding.instances.items(), start=1):
        instance = _instance(host, identify("mssql-instances", number), name)
        grouped: dict[str, JsonObject] = {}
        if number == 1:
            replica = {**_reference(instance), "role": "PRIMARY"}
            instance["availabilityGroupsInfo"] = [{**group, "replicas": [replica]}]
            grouped = dict.fromkeys(holding.grouped, group)
        objects.put("mssql-instances", instance)
        objects.load("mssql-databases", _databases(host, instance, own, grouped, identify, numbers))


def _instance(host: JsonObject, identifier: str, name: str) -> JsonObject:
    return {
        **_made(host, "mssql-instances", "backup-recovery/mssql-instance", identifier, name),
        "productName": "Microsoft SQL Server 2022",
        "productVersion": "16.0.4135.4",
        "clustered": False,
        # Until somebody sets others, the host's own credentials serve.
        "credentials": {"mode": "WINDOWS", "username": host["username"]},
    }


def _databases(
    host: JsonObject,
    instance: JsonObject,
    own: Sequence[str],
    grouped: Mapping[str, JsonObject],
    identify: Identify,
    numbers: Iterator[int],
) -> Iterator[JsonObject]:
    for name in (*_SYSTEM_DATABASES, *own):
        identifier = identify("mssql-databases", next(numbers))
        spread = 1 + zlib.crc32(f"{instance['name']}/{name}".encode()) % _LARGEST_GIB
        group = {"availabilityGroupInfo": grouped[name]} if name in grouped else {}
        yield {
            **_made(host, "mssql-databases", "backup-recovery/mssql-database", identifier, name),
            "instanceInfo": _reference(instance),
            "sizeInBytes": _SYSTEM_SIZE if name in _SYSTEM_DATABASES else spread * _GIB,
            "clusterInfo": {"clustered": False},
            **group,
        }


def _made(host: JsonObject, collection: str, kind: str, identifier: str, name: str) -> JsonObject:
    place = {PLACE: host[PLACE]} if PLACE in host else {}
    return {
        "id": identifier,
        "type": kind,
        "name": name,
        "resourceUri": uri(collection, identifier),
        "customerId": host["customerId"],
        "generation": 1,
        "createdAt": host["updatedAt"],
        "updatedAt": host["updatedAt"],
        "state": "OK",
        "status": "OK",
        HOST_INFO: named(host),
        **place,
    }


def _reference(instance: JsonObject) -> JsonObject:
    return {name: instance[name] for name in ("id", "name", "type", "resourceUri")}
