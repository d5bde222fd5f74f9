"""Bodies that are accepted, for operations of which HPE gives no example (or one of another world).

Ids in them stand for ones that are there (see `identifiers`): an empty text is replaced.
"""

from typing import Any

from glbr.simulator.options import CLIENT_SECRET

# Who fuzzes: somebody else than who furnished, so that a delete can be approved.
SECOND_CLIENT = "second-client"

_LATER = "2027-01-05T00:00:00Z"
_COPY = {"description": "kept for the audit", "expiresAt": _LATER}
_SCHEDULE = {"scheduleId": 1, "schedule": {"recurrence": "HOURLY", "repeatInterval": {"every": 1}}}
_TOKEN = {"grant_type": "client_credentials", "client_id": SECOND_CLIENT, "client_secret": CLIENT_SECRET}
_NETWORK = "clinic-servers"
GATEWAY = {
    "name": "gateway-4",
    "hypervisorManagerId": "",
    "vmConfig": {
        "hostId": "",
        "datastoreIds": [""],
        "maxOnPremDailyProtectedDataInTiB": 0.01,
        "maxOnPremRetentionDays": 1,
        "maxInCloudDailyProtectedDataInTiB": 0.01,
        "maxInCloudRetentionDays": 1,
        "network": {"name": _NETWORK, "networkType": "DHCP"},
    },
}

BODIES: dict[str, dict[str, Any]] = {
    "GetWorkspaceToken": _TOKEN,
    "GetSsoToken": _TOKEN,
    **dict.fromkeys(
        (
            "DatastoreBackupUpdate",
            "DatastoreSnapshotUpdate",
            "MSSQLDatabaseBackupUpdate",
            "MSSQLDatabaseSnapshotUpdate",
            "VmpgBackupUpdate",
            "VmpgSnapshotUpdate",
            "VirtualMachineBackupUpdate",
            "VirtualMachineSnapshotUpdate",
            "VpgBackupUpdate",
            "VpgSnapshotUpdate",
        ),
        _COPY,
    ),
    "DataManagementTemplateReplace": {
        "name": "replaced",
        "applicationType": "VMWARE",
        "protections": [{"type": "SNAPSHOT", "schedules": [_SCHEDULE]}],
    },
    "DataManagementTemplateUpdate": {"description": "longer local retention"},
    "DualAuthOperationUpdate": {"state": "APPROVED"},
    "MSSQLDatabaseProtectionGroupCreate": {
        "name": "one-database",
        "protectionGroupType": "CUSTOM",
        "members": [{"resourceUri": "/backup-recovery/v1beta1/mssql-databases/00000032-0000-4000-8000-000000000004"}],
    },
    "MSSQLDatabaseProtectionGroupUpdate": {"description": "changed"},
    "PatchIssue": {"generation": "1", "snoozedFor": "DAY"},
    "ProtectionStoreGatewayCreate": GATEWAY,
    "ProtectionStoreGatewayNicCreate": {"nic": {"networkName": _NETWORK, "networkType": "DHCP"}},
    "ProtectionStoreGatewayNicDelete": {"nic": {"id": ""}},
    "ProtectionStoreGatewayNicUpdate": {
        "nic": {"id": "00000043-0000-4000-8000-000000000001", "networkType": "DHCP"},
        "force": True,
    },
    "ProtectionStoreGatewayPing": {"address": "storeonce.clinic.example"},
    "ProtectionStoreGatewayRecover": {**GATEWAY, "name": "gateway-5"},
    "ProtectionStoreGatewaySetRemoteSupport": {"enabled": True},
    "ProtectionStoreGatewayStorage": {"override": {"cpu": 16}},
    "ProtectionStoreGatewayTraceroute": {"address": "storeonce.clinic.example"},
    "ProtectionStoreGatewayUpdate": {"ntp": [{"networkAddress": "192.0.2.123"}]},
    "VirtualMachineDisksRestore": {
        "restoreType": "PARENT",
        "snapshotId": "",
        "restoreDiskDetails": [{"recoveryPointDiskDetails": {"diskLabel": "Hard disk 1"}}],
    },
    "VirtualMachineFileRestore": {
        "snapshotId": "",
        "fileRestoreMethod": "SKIP",
        "filePathInfo": [{"absoluteSourcePath": "/etc/hosts"}],
        "targetInfo": {"virtualMachineId": "", "credentialsInfo": {"username": "root", "password": "not-a-real-one"}},
    },
    "VmpgRestore": {
        "restoreType": "PARENT",
        "restoreAllResources": True,
        "recoveryInfo": [{"recoveryPointId": "", "recoveryPointType": "SNAPSHOT"}],
    },
    "VolumeProtectionGroupRestore": {"restoreType": "PARENT", "vpgSnapshotId": ""},
    "VpgBackupAttach": {"hostIqn": "iqn.1998-01.com.vmware:esx01"},
    "VpgBackupCreate": {
        "name": "by-hand",
        "backupType": "BACKUP",
        "protectionStoreId": "",
        "sourceCopyInfo": {"id": "", "type": "SNAPSHOT"},
    },
    "VpgBackupDetach": {"hostIqn": "iqn.1998-01.com.vmware:esx01"},
}
