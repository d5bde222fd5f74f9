"""A made-up Protection Store Gateway: as a person wrote it, and as HPE tells it."""

from glbr.definition import UNKNOWN
from glbr.resources.protection_store_gateway import ProtectionStoreGateway
from glbr.views.terraform_schema import resource_schema

EMPTY = dict.fromkeys(resource_schema(ProtectionStoreGateway))
NETWORK = {
    "name": "servers",
    "network_type": "STATIC",
    "network_address": "10.0.0.5",
    "subnet_mask": "255.255.255.0",
    "gateway": "10.0.0.1",
    "dns": [{"network_address": "10.0.0.53"}],
}
MACHINE = {
    "cluster_id": "cluster-1",
    "host_id": None,
    "resource_pool_id": None,
    "folder_id": None,
    "content_library_id": None,
    "datastore_ids": ["ds-1", "ds-2"],
    "max_in_cloud_daily_protected_data_in_tib": 0.5,
    "max_in_cloud_retention_days": 30,
    "max_on_prem_daily_protected_data_in_tib": 1,
    "max_on_prem_retention_days": None,
    "override": None,
    "network": NETWORK,
}
BACKUP_NIC = {
    "id": "nic-2",
    "network_index": 1,
    "network_name": "backup",
    "network_type": "STATIC",
    "network_address": "10.1.0.5",
    "subnet_mask": "255.255.255.0",
    "gateway": None,
}
WRITTEN = EMPTY | {
    "id": "psg-1",
    "name": "psg",
    "hypervisor_manager_id": "vc-1",
    "vm_config": MACHINE,
    "remote_access_enabled": False,
    "force": False,
}
TOLD = {
    "id": "psg-1",
    "name": "psg",
    "vmId": "vm-1",
    "remoteAccessEnabled": False,
    "size": {
        "maxInCloudDailyProtectedDataInTiB": 0.5,
        "maxInCloudRetentionDays": 30,
        "maxOnPremDailyProtectedDataInTiB": 1.0,
        "maxOnPremRetentionDays": 0,
    },
    "override": {"cpu": 0, "ramInGiB": 0, "storageInTiB": 0},
    "datastoresInfo": [{"id": "ds-2"}, {"id": "ds-1"}],
    "network": {
        "hostname": "psg",
        "dns": [{"networkAddress": "10.0.0.53"}],
        "ntp": [],
        "nics": [
            {
                "id": "nic-1",
                "networkIndex": 0,
                "networkName": "servers",
                "networkType": "STATIC",
                "networkAddress": "10.0.0.5",
                "subnetMask": "255.255.255.0",
                "gateway": "10.0.0.1",
            }
        ],
    },
}
MACHINE_BESIDE = {
    "hypervisor_manager_info": {"id": "vc-1"},
    "cluster_info": {"id": "cluster-1"},
    "host_info": {"id": "h-1"},
}


def adapter(**values: object) -> dict[str, object]:
    """The adapter beside the first, other settings given."""
    return {**BACKUP_NIC, **values}


def new_adapter(**values: object) -> dict[str, object]:
    """The same before HPE has made it."""
    return {**BACKUP_NIC, "id": UNKNOWN, "network_index": UNKNOWN, **values}


def with_machine(**values: object) -> dict[str, object]:
    """The gateway with another machine."""
    return WRITTEN | {"vm_config": {**MACHINE, **values}}


def with_network(**values: object) -> dict[str, object]:
    """The gateway with another first adapter."""
    return with_machine(network={**NETWORK, **values})
