"""How objects name each other: paths, kinds and the small reference objects of HPE's replies."""

from glbr.simulator.contract.document import JsonObject

_BACKUP = "/backup-recovery/v1beta1"
_VIRTUAL = "/virtualization/v1beta1"

# Collection to path; the contract's own paths, without the last parameter.
PATHS = {
    "async-operations": "/data-services/v1beta1/async-operations",
    "data-orchestrators": f"{_BACKUP}/data-orchestrators",
    "datastores": f"{_VIRTUAL}/datastores",
    "hypervisor-clusters": f"{_VIRTUAL}/hypervisor-clusters",
    "hypervisor-hosts": f"{_VIRTUAL}/hypervisor-hosts",
    "hypervisor-managers": f"{_VIRTUAL}/hypervisor-managers",
    "protection-jobs": f"{_BACKUP}/protection-jobs",
    "protection-policies": f"{_BACKUP}/protection-policies",
    "protection-store-gateways": f"{_BACKUP}/protection-store-gateways",
    "protection-stores": f"{_BACKUP}/protection-stores",
    "storage-locations": "/data-services/v1beta1/storage-locations",
    "storeonces": f"{_BACKUP}/storeonces",
    "virtual-machine-protection-groups": f"{_BACKUP}/virtual-machine-protection-groups",
    "virtual-machines": f"{_VIRTUAL}/virtual-machines",
}

VM_TYPE = "virtualization/virtual-machine"
DATASTORE_TYPE = "virtualization/datastore"
VM_GROUP_TYPE = "backup-recovery/virtual-machine-protection-group"

# Kinds an asset may be given as: today's, and the one recorded in 2024.
ASSET_COLLECTIONS = {
    VM_TYPE: "virtual-machines",
    "hybrid-cloud/virtual-machine": "virtual-machines",
    DATASTORE_TYPE: "datastores",
    "hybrid-cloud/datastore": "datastores",
    VM_GROUP_TYPE: "virtual-machine-protection-groups",
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
