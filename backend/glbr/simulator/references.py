"""How objects name each other: paths, kinds and the small reference objects of HPE's replies."""

from glbr.simulator.contract.document import JsonObject

_BACKUP = "/backup-recovery/v1beta1"
_VIRTUAL = "/virtualization/v1beta1"
_SERVICES = "/data-services/v1beta1"
_BLOCK = "/block-storage/v1alpha1"

# Collection to path; the contract's own paths, without the last parameter.
PATHS = {
    "application-hosts": f"{_BACKUP}/application-hosts",
    "async-operations": f"{_SERVICES}/async-operations",
    "data-orchestrators": f"{_BACKUP}/data-orchestrators",
    "datastores": f"{_VIRTUAL}/datastores",
    "dual-auth-operations": f"{_SERVICES}/dual-auth-operations",
    "hypervisor-clusters": f"{_VIRTUAL}/hypervisor-clusters",
    "hypervisor-hosts": f"{_VIRTUAL}/hypervisor-hosts",
    "hypervisor-managers": f"{_VIRTUAL}/hypervisor-managers",
    "issues": f"{_SERVICES}/issues",
    "mssql-database-protection-groups": f"{_BACKUP}/mssql-database-protection-groups",
    "mssql-databases": f"{_BACKUP}/mssql-databases",
    "mssql-instances": f"{_BACKUP}/mssql-instances",
    "protection-jobs": f"{_BACKUP}/protection-jobs",
    "protection-policies": f"{_BACKUP}/protection-policies",
    "protection-store-gateways": f"{_BACKUP}/protection-store-gateways",
    "protection-stores": f"{_BACKUP}/protection-stores",
    "settings": f"{_SERVICES}/settings",
    "storage-locations": f"{_SERVICES}/storage-locations",
    "storage-systems": "/storage-fleet/v1alpha1/storage-systems",
    "storeonces": f"{_BACKUP}/storeonces",
    "virtual-machine-protection-groups": f"{_BACKUP}/virtual-machine-protection-groups",
    "virtual-machines": f"{_VIRTUAL}/virtual-machines",
    "volume-protection-groups": f"{_BACKUP}/volume-protection-groups",
    "volume-sets": f"{_BLOCK}/volume-sets",
    "volumes": f"{_BLOCK}/volumes",
}

VM_TYPE = "virtualization/virtual-machine"
DATASTORE_TYPE = "virtualization/datastore"
VM_GROUP_TYPE = "backup-recovery/virtual-machine-protection-group"
VOLUME_GROUP_TYPE = "backup-recovery/volume-protection-group"
SQL_GROUP_TYPE = "backup-recovery/mssql-database-protection-group"
GROUP_TYPES = (VM_GROUP_TYPE, VOLUME_GROUP_TYPE, SQL_GROUP_TYPE)

# Kinds an asset may be given as: today's, and the one recorded in 2024.
ASSET_COLLECTIONS = {
    VM_TYPE: "virtual-machines",
    "hybrid-cloud/virtual-machine": "virtual-machines",
    DATASTORE_TYPE: "datastores",
    "hybrid-cloud/datastore": "datastores",
    VM_GROUP_TYPE: "virtual-machine-protection-groups",
    VOLUME_GROUP_TYPE: "volume-protection-groups",
    SQL_GROUP_TYPE: "mssql-database-protection-groups",
}


def uri(collection: str, identifier: str) -> str:
    """An object's own path, as HPE's `resourceUri`."""
    return f"{PATHS[collection]}/{identifier}"


def last_segment(path: str) -> str:
    """The id at the end of a path."""
    return path.rstrip("/").rsplit("/", 1)[-1]


def named(item: JsonObject) -> JsonObject:
    """The reference other inventory objects hold: id, names, kind, path."""
    return {
        "id": item["id"],
        "name": item["name"],
        "displayName": item.get("displayName", item["name"]),
        "type": item["type"],
        "resourceUri": item["resourceUri"],
    }


def without_none(item: JsonObject) -> JsonObject:
    """The object without its unset fields, as HPE leaves them out."""
    return {key: value for key, value in item.items() if value is not None}
