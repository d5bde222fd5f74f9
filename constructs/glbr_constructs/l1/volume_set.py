# Generated from glbr/resources/volume_set.py by `python -m glbr.views.generate_l1`: do not edit.
# ruff: noqa: A002 - arguments have HPE's names, and HPE says id and type.
"""Volume set: the same arguments and attributes as in Terraform."""

from typing import ClassVar

from constructs import Construct

from glbr_constructs.synthesis import kinds
from glbr_constructs.synthesis.attributes import Reference, each, flag, number, one, text
from glbr_constructs.synthesis.meta import Count, DependsOn, ForEach, Lifecycle, ProviderBlock
from glbr_constructs.synthesis.resource import DataSource


class DataVolumeSetSetLinkReference(Reference):
    """Something that goes with the set: the array, a volume."""

    type = text()
    """Kind of it."""

    resource_uri = text()
    """API path."""


class DataVolumeSetCloudReportReference(Reference):
    """How the cloud last heard of it."""

    cloud_state = text()
    """State of the report."""

    err_code = text()
    """Code of what went wrong, if anything did."""

    err_message = text()
    """What went wrong, in words."""


class DataVolumeSet(DataSource):
    """A set of volumes of a storage array. A `NATIVE` protection group of volumes follows one."""

    terraform_type: ClassVar = "glbr_volume_set"

    shape: ClassVar = {"id": kinds.text, "name": kinds.text}

    id = text()
    name = text()
    app_type = text()
    """Application that uses it, in the array's words."""

    system_id = text()
    """Identifier of the array that holds it."""

    volume_set_id = text()
    """Identifier of the set on the array."""

    volumes_count = number()
    """Number of its volumes."""

    associated_links = each(DataVolumeSetSetLinkReference)
    """The array and the volumes of the set."""

    location = text()
    """Where the array stands."""

    wwn = text()
    """World-wide name."""

    product_family = text()
    """Family of the array."""

    volume_type = text()
    """Kind of volume, in the array's words."""

    sub_type = text()
    """How it takes up space, in the array's words."""

    intrinsic_resource = text()
    """What the array itself uses it for, in the array's words."""

    is_internal = flag()
    """Whether the array keeps it for itself."""

    health_state = text()
    """Health, in the array's words."""

    size_mib = number()
    """Size of its volumes, MiB."""

    provisioned_size_mib = number()
    """Size promised to hosts, MiB."""

    used_size_mib = number()
    """Space taken up, MiB."""

    total_reserved_mib = number()
    """Space set aside for it, MiB."""

    host_written_capacity_mib = number()
    """What hosts have written, MiB."""

    used_capacity_percent = number()
    """Share of its size that is taken up, percent."""

    space_warning = number()
    """Share of its size at which the array warns, percent."""

    thin_savings = text()
    """What thin provisioning saves, as the array tells it."""

    iops = number()
    """Reads and writes a second, as the array last measured."""

    latency = number()
    """Time that one of them takes, as the array last measured; HPE names no unit."""

    throughput = number()
    """Data moved a second, as the array last measured; HPE names no unit."""

    common_resource_attributes = one(DataVolumeSetCloudReportReference)
    """How the cloud last heard of it."""

    resource_uri = text()
    """API path of the set."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        id: str | None = None,
        name: str | None = None,
        count: Count | None = None,
        depends_on: DependsOn | None = None,
        for_each: ForEach | None = None,
        lifecycle: Lifecycle | None = None,
        provider: ProviderBlock | None = None,
    ) -> None:
        """Describe it.

        Args:
            scope: Where the construct belongs.
            id_: Name of the construct in that place.
            id: Identifier made by HPE.
            name: Name of the set.
            count: How many of it there are.
            depends_on: What must be there first, where no reference says so.
            for_each: One for each entry of a list or map.
            lifecycle: How Terraform replaces and destroys it: `{"prevent_destroy": True}`.
            provider: Provider block that manages it, where there are several.
        """
        super().__init__(
            scope,
            id_,
            {
                "id": id,
                "name": name,
            },
            count=count,
            depends_on=depends_on,
            for_each=for_each,
            lifecycle=lifecycle,
            provider=provider,
        )


class DataVolumeSetReference(Reference):
    """A set of volumes of a storage array. A `NATIVE` protection group of volumes follows one."""

    id = text()
    """Identifier made by HPE."""

    name = text()
    """Name of the set."""

    app_type = text()
    """Application that uses it, in the array's words."""

    system_id = text()
    """Identifier of the array that holds it."""

    volume_set_id = text()
    """Identifier of the set on the array."""

    volumes_count = number()
    """Number of its volumes."""

    associated_links = each(DataVolumeSetSetLinkReference)
    """The array and the volumes of the set."""

    location = text()
    """Where the array stands."""

    wwn = text()
    """World-wide name."""

    product_family = text()
    """Family of the array."""

    volume_type = text()
    """Kind of volume, in the array's words."""

    sub_type = text()
    """How it takes up space, in the array's words."""

    intrinsic_resource = text()
    """What the array itself uses it for, in the array's words."""

    is_internal = flag()
    """Whether the array keeps it for itself."""

    health_state = text()
    """Health, in the array's words."""

    size_mib = number()
    """Size of its volumes, MiB."""

    provisioned_size_mib = number()
    """Size promised to hosts, MiB."""

    used_size_mib = number()
    """Space taken up, MiB."""

    total_reserved_mib = number()
    """Space set aside for it, MiB."""

    host_written_capacity_mib = number()
    """What hosts have written, MiB."""

    used_capacity_percent = number()
    """Share of its size that is taken up, percent."""

    space_warning = number()
    """Share of its size at which the array warns, percent."""

    thin_savings = text()
    """What thin provisioning saves, as the array tells it."""

    iops = number()
    """Reads and writes a second, as the array last measured."""

    latency = number()
    """Time that one of them takes, as the array last measured; HPE names no unit."""

    throughput = number()
    """Data moved a second, as the array last measured; HPE names no unit."""

    common_resource_attributes = one(DataVolumeSetCloudReportReference)
    """How the cloud last heard of it."""

    resource_uri = text()
    """API path of the set."""


class DataVolumeSets(DataSource):
    """Every volume set that the API client may see, or those that meet all `filters`."""

    terraform_type: ClassVar = "glbr_volume_sets"

    shape: ClassVar = {"sort": kinds.text, "limit": kinds.whole}

    sort = text()
    limit = number()
    items = each(DataVolumeSetReference)
    """What was found, by name, or as `sort` says. Each has the attributes of `glbr_volume_set`."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        sort: str | None = None,
        limit: float | None = None,
        count: Count | None = None,
        depends_on: DependsOn | None = None,
        for_each: ForEach | None = None,
        lifecycle: Lifecycle | None = None,
        provider: ProviderBlock | None = None,
    ) -> None:
        """Describe it.

        Args:
            scope: Where the construct belongs.
            id_: Name of the construct in that place.
            sort: HPE's name of the property to sort by, with ` desc` behind it for the greatest first: `createdAt
                desc`.
            limit: Take at most so many: the first by `sort`, else those that HPE lists first.
            count: How many of it there are.
            depends_on: What must be there first, where no reference says so.
            for_each: One for each entry of a list or map.
            lifecycle: How Terraform replaces and destroys it: `{"prevent_destroy": True}`.
            provider: Provider block that manages it, where there are several.
        """
        super().__init__(
            scope,
            id_,
            {
                "sort": sort,
                "limit": limit,
            },
            count=count,
            depends_on=depends_on,
            for_each=for_each,
            lifecycle=lifecycle,
            provider=provider,
        )
