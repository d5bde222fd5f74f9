"""The storage array with its volumes and volume sets: set up outside of this service."""

from collections.abc import Sequence

from glbr.simulator.contract.document import JsonObject
from glbr.simulator.objects import Objects
from glbr.simulator.references import uri

_MIB_PER_GIB = 1024
_BYTES_PER_MIB = 2**20
_FAMILY = "ALLETRA_9000"
_SERIAL = "CZ25110314"
# The number that opens each id tells the kind, as in `site.py`.
_KINDS = {"storage-systems": 0x70, "volumes": 0x71, "volume-sets": 0x72}
_SETS = (("erp-db", "Oracle"), ("shared-files", "Other"))
# Name, size in GiB, used share in percent, volume set. The order gives the ids, so new volumes go to the end.
_VOLUMES = (
    ("vmfs-01", 8192, 60, None),
    ("vmfs-02", 8192, 60, None),
    ("vmfs-03", 16384, 60, None),
    ("erp-db-data-01", 2048, 71, 1),
    ("erp-db-data-02", 2048, 68, 1),
    ("erp-db-log-01", 512, 34, 1),
    ("erp-db-archive-01", 1024, 82, 1),
    ("shared-files-01", 4096, 77, 2),
    ("shared-files-02", 4096, 45, 2),
    ("shared-files-index", 256, 22, 2),
    ("mail-archive-01", 3072, 90, None),
    ("test-scratch-01", 512, 8, None),
)


def _array_id(collection: str, number: int) -> str:
    return f"{_KINDS[collection]:08x}-0000-4000-8000-{number:012x}"


def _made(collection: str, number: int, kind: str, name: str, workspace: str) -> JsonObject:
    identifier = _array_id(collection, number)
    return {
        "id": identifier,
        "type": kind,
        "name": name,
        "resourceUri": uri(collection, identifier),
        "customerId": workspace,
        "generation": 1,
        "productFamily": _FAMILY,
        "commonResourceAttributes": {"cloudState": "CONNECTED", "errCode": None, "errMessage": None},
    }


def _link(kind: str, item: JsonObject) -> JsonObject:
    return {"type": kind, "resourceUri": item["resourceUri"]}


def _system(workspace: str) -> JsonObject:
    return {
        **_made("storage-systems", 1, "storage-fleet/storage-system", "array-1", workspace),
        "description": "Block storage of the site",
        "arrayList": None,
        "associatedLinks": [{"type": "volumes", "resourceUri": uri("volumes", "").rstrip("/")}],
        "callhomeStatus": "ENABLED_NORMAL",
        "fqdn": "array-1.site.example",
        "lastConnectedTime": 1762157730,
        "maxVolumeDecoSizeMib": "16777216",
        "minVolumeDecoSizeMib": "10240",
        "mgmtIp": "10.20.99.10",
        "model": "HPE Alletra 9060",
        "serialNumber": _SERIAL,
        "softwareVersion": "9.5.30",
        "state": "NORMAL",
        "tierName": "HPE Alletra 9000",
        "tierType": "STORAGE_TIER_9000_NVME",
        "upSince": 1748736000,
    }


def _size(gib: int, used_percent: int) -> JsonObject:
    size = gib * _MIB_PER_GIB
    return {
        "sizeMiB": size,
        "provisionedSizeMiB": size,
        "usedSizeMiB": size * used_percent // 100,
        "hostWrittenCapacityMiB": size * used_percent // 100,
        "usedCapacityPercent": used_percent,
        "spaceWarning": 85,
        "thinSavings": "2.1:1",
        "healthState": "NORMAL",
        "volumeType": "BASE",
        "subType": "TPVV",
        "intrinsicResource": "NONE",
        "isInternal": False,
    }


def _volume(number: int, workspace: str, system: JsonObject) -> JsonObject:
    name, gib, used_percent, set_number = _VOLUMES[number - 1]
    return {
        **_made("volumes", number, "block-storage/volume", name, workspace),
        **_size(gib, used_percent),
        "associatedLinks": [_link("systems", system)],
        "systemId": system["id"],
        "volumeSetId": None if set_number is None else _array_id("volume-sets", set_number),
        "wwn": f"60002ac000000000{number:08x}{_SERIAL[-8:]}",
    }


def _volume_set(number: int, workspace: str, system: JsonObject, volumes: Sequence[JsonObject]) -> JsonObject:
    name, application = _SETS[number - 1]
    identifier = _array_id("volume-sets", number)
    members = [volume for volume in volumes if volume["volumeSetId"] == identifier]
    size = sum(volume["sizeMiB"] for volume in members)
    used = sum(volume["usedSizeMiB"] for volume in members)
    return {
        **_made("volume-sets", number, "block-storage/volume-set", name, workspace),
        **_size(size // _MIB_PER_GIB, 0),
        "usedSizeMiB": used,
        "hostWrittenCapacityMiB": used,
        "usedCapacityPercent": used * 100 // size,
        "appType": application,
        "associatedLinks": [_link("systems", system), *(_link("volumes", member) for member in members)],
        "iops": 1800.0 * number,
        "latency": 0.4,
        "location": "Main site",
        "systemId": system["id"],
        "throughPut": 95.0 * number,
        "totalReservedMiB": used,
        "volumeSetId": identifier,
        "volumesCount": len(members),
    }


def populate(objects: Objects, workspace: str) -> None:
    """Give an account its array: one system, a dozen volumes, two volume sets."""
    system = _system(workspace)
    volumes = [_volume(number, workspace, system) for number in range(1, len(_VOLUMES) + 1)]
    objects.load("storage-systems", [system])
    objects.load("volumes", volumes)
    objects.load("volume-sets", [_volume_set(number + 1, workspace, system, volumes) for number in range(len(_SETS))])


def put_behind_datastores(objects: Objects) -> None:
    """Tell of the first datastores, in their order, which volumes of the array hold them."""
    system = objects.all("storage-systems")[0]
    plain = [volume for volume in objects.all("volumes") if volume["name"].startswith("vmfs-")]
    for datastore, volume in zip(objects.all("datastores"), plain, strict=False):
        objects.put("datastores", {**datastore, "volumesInfo": [_volume_info(volume, system)]})


def _volume_info(volume: JsonObject, system: JsonObject) -> JsonObject:
    return {
        "id": volume["id"],
        "name": volume["name"],
        "displayName": volume["name"],
        "type": volume["type"],
        "resourceUri": volume["resourceUri"],
        "scsiIdentifier": volume["wwn"],
        "sizeInBytes": volume["sizeMiB"] * _BYTES_PER_MIB,
        "storageSystemInfo": {
            "id": system["id"],
            "name": system["name"],
            "displayName": system["name"],
            "type": _FAMILY,
            "managed": True,
            "resourceUri": system["resourceUri"],
            "serialNumber": system["serialNumber"],
            "vendorName": "HPE",
        },
    }
