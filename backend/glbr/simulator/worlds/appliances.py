"""The backup appliances of a site: Data Orchestrator, StoreOnce, protection store gateway."""

import ipaddress
import zlib

from glbr.simulator.contract.document import JsonObject
from glbr.simulator.references import uri
from glbr.simulator.rules.gateway_sizing import FIGURES
from glbr.simulator.worlds.site import MADE_AT, site_id

TIB = 2**40
MASK = "255.255.255.0"
_NAME_SERVERS = [{"networkAddress": "10.19.0.2"}]
_TIME_SERVERS = [{"networkAddress": "time.example.com"}]
ROUTER = "10.19.0.1"
NO_OVERRIDE = {"cpu": 0, "ramInGiB": 0, "storageInTiB": 0}


def address_of(*words: object) -> str:
    """A network address that these words always give; 10.19 is clear of all machines."""
    number = zlib.crc32("/".join(map(str, words)).encode())
    return f"10.19.{1 + number % 250}.{10 + number // 250 % 240}"


def _appliance(collection: str, name: str, workspace: str, identifier: str | None, made_at: str) -> JsonObject:
    identifier = identifier or site_id(collection, 1)
    return {
        "id": identifier,
        # HPE's kind is the collection's singular.
        "type": f"backup-recovery/{collection.removesuffix('s')}",
        "name": name,
        "resourceUri": uri(collection, identifier),
        "customerId": workspace,
        "generation": 1,
        "createdAt": made_at,
        "updatedAt": made_at,
    }


def data_orchestrator(
    name: str,
    workspace: str,
    time_zone: str,
    *,
    identifier: str | None = None,
    serial: str = "DO25110001",
    made_at: str = MADE_AT,
) -> JsonObject:
    """The appliance that runs the schedules; the site's own unless an id is given."""
    shared = _appliance("data-orchestrators", name, workspace, identifier, made_at)
    adapter = {
        "name": "Network adapter 1",
        "addressType": "STATIC",
        "enabled": True,
        "networkAddress": address_of(shared["id"]),
        "subnetMask": MASK,
        "state": "UP",
    }
    return {
        **shared,
        "displayName": name,
        "consoleUri": f"/backup-and-recovery/data-orchestrators/{shared['id']}",
        "connectionState": "CONNECTED",
        "serialNumber": serial,
        "softwareVersion": "8.2.1",
        "state": "OK",
        "status": "OK",
        "platform": "VMWARE_ESXI",
        "vCpu": 8,
        "totalMemoryInGiB": 32,
        "poweredOnAt": made_at,
        "lastUpdateCheckTime": made_at,
        "latestRecoveryPoint": made_at,
        "infosightEnabled": True,
        "remoteAccessEnabled": False,
        "dateTime": {"methodDateTimeSet": "NTP", "timezone": time_zone},
        "ntp": {"ntpServers": _TIME_SERVERS, "state": "OK", "status": "OK"},
        "interfaces": {
            "network": {
                "defaultGateway": ROUTER,
                "hostname": f"{serial.lower()}.example.com",
                "nameServers": _NAME_SERVERS,
                "nic": [adapter],
                "searchDomains": ["example.com"],
            }
        },
    }


def storeonce(
    name: str,
    workspace: str,
    orchestrator: JsonObject | None = None,
    *,
    identifier: str | None = None,
    serial: str = "SO25110042",
    address: str = "storeonce-1.example.com",
    made_at: str = MADE_AT,
) -> JsonObject:
    """A physical store appliance; which Data Orchestrators reach it shows when it is read."""
    shared = _appliance("storeonces", name, workspace, identifier, made_at)
    return {
        **shared,
        # A live one's generation was above 10000 (NOTES, section 9).
        "generation": 10400 if identifier is None else 1,
        **({"description": "Deduplicating backup appliance"} if identifier is None else {}),
        "serialNumber": serial,
        "softwareVersion": "4.3.9",
        "dataOrchestrators": [] if orchestrator is None else [orchestrator_reference(orchestrator)],
        "dateTime": {"methodDateTimeSet": "NTP", "timezone": "UTC"},
        "network": {**storeonce_network(shared["id"], address), "dns": _NAME_SERVERS, "ntp": _TIME_SERVERS},
        "iscsiInitiatorName": f"iqn.2015-11.com.hpe:storeonce.{serial.lower()}",
        "fibreChannel": {"initiators": []},
        "storage": {
            "state": "OK",
            "capacityLicensedBytes": 192 * TIB,
            "capacityUnlicensedBytes": 0,
            "configuredStorageBytes": 192 * TIB,
            "unconfiguredStorageBytes": 48 * TIB,
            "usedBytes": 61 * TIB,
            "freeBytes": 131 * TIB,
        },
    }


def orchestrator_reference(orchestrator: JsonObject) -> JsonObject:
    """A Data Orchestrator as a StoreOnce names it."""
    return {name: orchestrator[name] for name in ("id", "name", "serialNumber", "type", "resourceUri")}


def storeonce_network(identifier: str, address: str) -> JsonObject:
    """Where a StoreOnce is reached: HPE's reply has no field for the address given, but these."""
    try:
        shown, host = str(ipaddress.IPv4Address(address)), ""
    except ValueError:
        shown, host = address_of(identifier), address
    adapter = {
        "id": "1",
        "networkAddress": shown,
        "networkIndex": 0,
        "networkName": "Management",
        "networkType": "STATIC",
        "gateway": ROUTER,
    }
    return {"hostname": host or shown, "nics": [adapter]}


def gateway(
    name: str,
    workspace: str,
    orchestrator: JsonObject,
    *,
    identifier: str | None = None,
    serial: str = "PSG25110007",
    made_at: str = MADE_AT,
) -> JsonObject:
    """A virtual store appliance; with no id given, the site's own with its disks and its network."""
    shared = _appliance("protection-store-gateways", name, workspace, identifier, made_at)
    adapter = {
        "id": "00000043-0000-4000-8000-000000000001",
        "networkIndex": 0,
        "networkName": "clinic-servers",
        "networkType": "STATIC",
        "networkAddress": address_of(shared["id"]),
        "subnetMask": MASK,
        "gateway": ROUTER,
    }
    return {
        **shared,
        "displayName": name,
        "consoleUri": f"/backup-and-recovery/protection-store-gateways/{shared['id']}",
        "serialNumber": serial,
        "softwareVersion": "4.3.9",
        "state": "PSG_STATE_OK",
        "dataOrchestratorId": orchestrator["id"],
        "remoteAccessEnabled": False,
        "size": dict(zip(FIGURES, (1, 30, 1, 90), strict=True)),
        "override": NO_OVERRIDE,
        "network": {"hostname": name, "nics": [adapter], "dns": _NAME_SERVERS, "ntp": _TIME_SERVERS},
        "datastoresInfo": [gateway_datastore(site_id("datastores", 1), 2.0)],
        "hypervisorManagerId": site_id("hypervisor-managers", 1),
        "placement": {"clusterId": site_id("hypervisor-clusters", 1)},
    }


def gateway_datastore(identifier: str, tebibytes: float) -> JsonObject:
    """A datastore as a gateway names it, with what the gateway takes of it."""
    return {
        "id": identifier,
        "type": "virtualization/datastore",
        "resourceUri": uri("datastores", identifier),
        "totalProvisionedDiskInTiB": tebibytes,
    }
