"""The backup appliances of a site: Data Orchestrator, StoreOnce, protection store gateway."""

from glbr.simulator.contract.document import JsonObject
from glbr.simulator.references import uri
from glbr.simulator.worlds.site import MADE_AT, site_id


def _appliance(collection: str, kind: str, name: str, workspace: str) -> JsonObject:
    identifier = site_id(collection, 1)
    return {
        "id": identifier,
        "type": kind,
        "name": name,
        "resourceUri": uri(collection, identifier),
        "customerId": workspace,
        "generation": 1,
        "createdAt": MADE_AT,
        "updatedAt": MADE_AT,
    }


def data_orchestrator(name: str, workspace: str, time_zone: str) -> JsonObject:
    """The appliance that runs the schedules."""
    return {
        **_appliance("data-orchestrators", "backup-recovery/data-orchestrator", name, workspace),
        "displayName": name,
        "connectionState": "CONNECTED",
        "serialNumber": "DO25110001",
        "softwareVersion": "8.2.1",
        "state": "OK",
        "status": "OK",
        "platform": "VMWARE_ESXI",
        "vCpu": 8,
        "totalMemoryInGiB": 32,
        "infosightEnabled": True,
        "remoteAccessEnabled": False,
        "dateTime": {"methodDateTimeSet": "NTP", "timezone": time_zone},
    }


def storeonce(name: str, workspace: str, orchestrator: JsonObject) -> JsonObject:
    """A physical store appliance; its generation changes at each read, as a live one's did."""
    return {
        **_appliance("storeonces", "backup-recovery/storeonce", name, workspace),
        "description": "Deduplicating backup appliance",
        "serialNumber": "SO25110042",
        "softwareVersion": "4.3.9",
        "generation": 10400,
        "dataOrchestrators": [
            {
                "id": orchestrator["id"],
                "name": orchestrator["name"],
                "serialNumber": orchestrator["serialNumber"],
                "type": orchestrator["type"],
                "resourceUri": orchestrator["resourceUri"],
            }
        ],
    }


def gateway(name: str, workspace: str, orchestrator: JsonObject) -> JsonObject:
    """A virtual store appliance."""
    return {
        **_appliance("protection-store-gateways", "backup-recovery/protection-store-gateway", name, workspace),
        "displayName": name,
        "serialNumber": "PSG25110007",
        "softwareVersion": "4.3.9",
        "state": "PSG_STATE_OK",
        "dataOrchestratorId": orchestrator["id"],
        "remoteAccessEnabled": False,
    }
