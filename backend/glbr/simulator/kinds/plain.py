"""Objects that are only listed and read here: no behaviour of their own."""

from glbr.simulator.call import Behaviour, Call, Page, Reply

# Collection to the operations that list it and read one of it.
_READ = {
    "application-hosts": ("ApplicationHostList", "ApplicationHost"),
    "data-orchestrators": ("DataOrchestratorList", "DataOrchestratorListById"),
    "datastores": ("DatastoresList", "Datastore"),
    "hypervisor-clusters": ("HypervisorClusterList", "HypervisorCluster"),
    "hypervisor-hosts": ("HypervisorHostList", "HypervisorHost"),
    "hypervisor-managers": ("HypervisorManagerList", "HypervisorManager"),
    "issues": ("ListIssues", "GetIssue"),
    "mssql-database-protection-groups": ("MSSQLDatabaseProtectionGroupList", "MSSQLDatabaseProtectionGroup"),
    "mssql-databases": ("MSSQLDatabaseList", "MSSQLDatabase"),
    "mssql-instances": ("MSSQLInstanceList", "MSSQLInstance"),
    "protection-jobs": ("DataManagementJobsList", "DataManagementJobDetail"),
    "protection-policies": ("DataManagementTemplatesList", "DataManagementTemplateDetail"),
    "protection-store-gateways": ("ProtectionStoreGatewaysList", "ProtectionStoreGatewayGetById"),
    "protection-stores": ("ProtectionStoreList", "ProtectionStoreById"),
    "settings": ("SettingsList", "SettingGet"),
    "storage-systems": ("SystemsList", "SystemGetById"),
    "storeonces": ("StoreOncesList", "StoreOnceGetById"),
    "virtual-machine-protection-groups": ("VmProtectionGroupList", "VmProtectionGroup"),
    "virtual-machines": ("VirtualMachinesList", "VirtualMachine"),
    "volume-protection-groups": ("VolumeProtectionGroupList", "VolumeProtectionGroup"),
    "volume-sets": ("VolumesetList", "VolumesetGetById"),
    "volumes": ("VolumesList", "VolumeGetById"),
}
# The same for what hangs below a vCenter.
_READ_BELOW_MANAGER = {
    "folders": ("HypervisorFolderList", "HypervisorFolder"),
    "networks": ("HypervisorNetworkList", "HypervisorNetwork"),
    "resource-pools": ("HypervisorResourcePoolList", "HypervisorResourcePool"),
    "tags": ("HypervisorTagList", "HypervisorTag"),
}


def _lister(collection: str) -> Behaviour:
    def list_objects(call: Call) -> Reply:
        return Reply(200, _page(call, collection, None), collection)

    return list_objects


def _lister_below(collection: str) -> Behaviour:
    def list_objects(call: Call) -> Reply:
        manager = call.subject("hypervisor-managers")
        return Reply(200, _page(call, collection, manager["id"]), collection)

    return list_objects


def _page(call: Call, collection: str, parent: str | None) -> Page:
    objects = call.world.objects
    return Page(
        objects.count(collection, parent),
        lambda offset, limit: objects.stretch(collection, parent, offset, limit),
    )


def _reader(collection: str) -> Behaviour:
    def read_object(call: Call) -> Reply:
        return Reply(200, call.subject(collection), collection)

    return read_object


BEHAVIOURS: dict[str, Behaviour] = {
    "ListLocations": _lister("storage-locations"),
    **{pair[0]: _lister(collection) for collection, pair in _READ.items()},
    **{pair[0]: _lister_below(collection) for collection, pair in _READ_BELOW_MANAGER.items()},
    **{pair[1]: _reader(collection) for collection, pair in (_READ | _READ_BELOW_MANAGER).items()},
}
