"""Volume: a disk of an array; groups of volumes can be protected."""

from glbr.definition import Observed, result
from glbr.resources.storage_system import CloudReport


class Volume(Observed):
    """A volume of a storage array."""

    collection = "/block-storage/v1alpha1/volumes"

    name: str | None = result("Name of the volume.")
    system_id: str | None = result("Identifier of the array that holds it.")
    volume_set_id: str | None = result("Identifier of the volume set that it belongs to.")
    wwn: str | None = result("World-wide name, by which hosts know it.")
    product_family: str | None = result("Family of the array.")
    volume_type: str | None = result("Kind of volume, in the array's words.")
    sub_type: str | None = result("How it takes up space, in the array's words.")
    intrinsic_resource: str | None = result("What the array itself uses it for, in the array's words.")
    is_internal: bool | None = result("Whether the array keeps it for itself.")
    health_state: str | None = result("Health, in the array's words.")
    size_mib: float | None = result("Size, MiB.", api="sizeMiB")
    provisioned_size_mib: float | None = result("Size promised to hosts, MiB.", api="provisionedSizeMiB")
    used_size_mib: float | None = result("Space taken up, MiB.", api="usedSizeMiB")
    host_written_capacity_mib: float | None = result("What hosts have written, MiB.", api="hostWrittenCapacityMiB")
    used_capacity_percent: float | None = result("Share of its size that is taken up, percent.")
    space_warning: float | None = result("Share of its size at which the array warns, percent.")
    thin_savings: str | None = result("What thin provisioning saves, as the array tells it.")
    common_resource_attributes: CloudReport | None = result("How the cloud last heard of it.")
    resource_uri: str | None = result("API path of the volume.")
