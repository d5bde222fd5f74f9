"""Volume set: volumes of an array that an application uses together."""

from glbr.definition import AssetKind, Block, Observed, result
from glbr.resources.storage_system import CloudReport


class SetLink(Block):
    """Something that goes with the set: the array, a volume."""

    type: AssetKind | None = result("Kind of it.")
    resource_uri: str | None = result("API path.")


class VolumeSet(Observed):
    """A set of volumes of a storage array. A `NATIVE` protection group of volumes follows one."""

    collection = "/block-storage/v1alpha1/volume-sets"

    name: str | None = result("Name of the set.")
    app_type: str | None = result("Application that uses it, in the array's words.")
    system_id: str | None = result("Identifier of the array that holds it.")
    volume_set_id: str | None = result("Identifier of the set on the array.")
    volumes_count: int | None = result("Number of its volumes.")
    associated_links: list[SetLink] | None = result("The array and the volumes of the set.")
    location: str | None = result("Where the array stands.")
    wwn: str | None = result("World-wide name.")
    product_family: str | None = result("Family of the array.")
    volume_type: str | None = result("Kind of volume, in the array's words.")
    sub_type: str | None = result("How it takes up space, in the array's words.")
    intrinsic_resource: str | None = result("What the array itself uses it for, in the array's words.")
    is_internal: bool | None = result("Whether the array keeps it for itself.")
    health_state: str | None = result("Health, in the array's words.")
    size_mib: float | None = result("Size of its volumes, MiB.", api="sizeMiB")
    provisioned_size_mib: float | None = result("Size promised to hosts, MiB.", api="provisionedSizeMiB")
    used_size_mib: float | None = result("Space taken up, MiB.", api="usedSizeMiB")
    total_reserved_mib: float | None = result("Space set aside for it, MiB.", api="totalReservedMiB")
    host_written_capacity_mib: float | None = result("What hosts have written, MiB.", api="hostWrittenCapacityMiB")
    used_capacity_percent: float | None = result("Share of its size that is taken up, percent.")
    space_warning: float | None = result("Share of its size at which the array warns, percent.")
    thin_savings: str | None = result("What thin provisioning saves, as the array tells it.")
    iops: float | None = result("Reads and writes a second, as the array last measured.")
    latency: float | None = result("Time that one of them takes, as the array last measured; HPE names no unit.")
    throughput: float | None = result(
        "Data moved a second, as the array last measured; HPE names no unit.", api="throughPut"
    )
    common_resource_attributes: CloudReport | None = result("How the cloud last heard of it.")
    resource_uri: str | None = result("API path of the set.")
