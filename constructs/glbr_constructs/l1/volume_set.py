# Generated from glbr/resources/volume_set.py by `python -m glbr.views.generate_l1`: do not edit.
# ruff: noqa: A002 - arguments have HPE's names, and HPE says id and type.
"""Volume set: the same arguments and attributes as in Terraform."""

from collections.abc import Mapping
from typing import ClassVar

from constructs import Construct

from glbr_constructs.cdk import cdk
from glbr_constructs.synthesis import kinds
from glbr_constructs.synthesis.attributes import Attribute, Reference, References, each, flag, number, one, text
from glbr_constructs.synthesis.meta import Count, DependsOn, ForEach, Lifecycle, ProviderBlock
from glbr_constructs.synthesis.resource import DataSource


class DataVolumeSetSetLinkReference(Reference):
    """Something that goes with the set: the array, a volume."""

    type: Attribute[str] = text()
    """Kind of it."""

    resource_uri: Attribute[str] = text()
    """API path."""


class DataVolumeSetCloudReportReference(Reference):
    """How the cloud last heard of it."""

    cloud_state: Attribute[str] = text()
    """State of the report."""

    err_code: Attribute[str] = text()
    """Code of what went wrong, if anything did."""

    err_message: Attribute[str] = text()
    """What went wrong, in words."""


class DataVolumeSet(DataSource):
    """A set of volumes of a storage array. A `NATIVE` protection group of volumes follows one."""

    terraform_type: ClassVar[str] = "glbr_volume_set"

    shape: ClassVar[Mapping[str, kinds.Convert]] = {"id": kinds.text, "name": kinds.text}

    id: Attribute[str] = text()
    name: Attribute[str] = text()
    app_type: Attribute[str] = text()
    """Application that uses it, in the array's words."""

    system_id: Attribute[str] = text()
    """Identifier of the array that holds it."""

    volume_set_id: Attribute[str] = text()
    """Identifier of the set on the array."""

    volumes_count: Attribute[float] = number()
    """Number of its volumes."""

    associated_links: Attribute[References[DataVolumeSetSetLinkReference]] = each(DataVolumeSetSetLinkReference)
    """The array and the volumes of the set."""

    location: Attribute[str] = text()
    """Where the array stands."""

    wwn: Attribute[str] = text()
    """World-wide name."""

    product_family: Attribute[str] = text()
    """Family of the array."""

    volume_type: Attribute[str] = text()
    """Kind of volume, in the array's words."""

    sub_type: Attribute[str] = text()
    """How it takes up space, in the array's words."""

    intrinsic_resource: Attribute[str] = text()
    """What the array itself uses it for, in the array's words."""

    is_internal: Attribute[cdk.IResolvable] = flag()
    """Whether the array keeps it for itself."""

    health_state: Attribute[str] = text()
    """Health, in the array's words."""

    size_mib: Attribute[float] = number()
    """Size of its volumes, MiB."""

    provisioned_size_mib: Attribute[float] = number()
    """Size promised to hosts, MiB."""

    used_size_mib: Attribute[float] = number()
    """Space taken up, MiB."""

    total_reserved_mib: Attribute[float] = number()
    """Space set aside for it, MiB."""

    host_written_capacity_mib: Attribute[float] = number()
    """What hosts have written, MiB."""

    used_capacity_percent: Attribute[float] = number()
    """Share of its size that is taken up, percent."""

    space_warning: Attribute[float] = number()
    """Share of its size at which the array warns, percent."""

    thin_savings: Attribute[str] = text()
    """What thin provisioning saves, as the array tells it."""

    iops: Attribute[float] = number()
    """Reads and writes a second, as the array last measured."""

    latency: Attribute[float] = number()
    """Time that one of them takes, as the array last measured; HPE names no unit."""

    throughput: Attribute[float] = number()
    """Data moved a second, as the array last measured; HPE names no unit."""

    common_resource_attributes: Attribute[DataVolumeSetCloudReportReference] = one(DataVolumeSetCloudReportReference)
    """How the cloud last heard of it."""

    resource_uri: Attribute[str] = text()
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

    id: Attribute[str] = text()
    """Identifier made by HPE."""

    name: Attribute[str] = text()
    """Name of the set."""

    app_type: Attribute[str] = text()
    """Application that uses it, in the array's words."""

    system_id: Attribute[str] = text()
    """Identifier of the array that holds it."""

    volume_set_id: Attribute[str] = text()
    """Identifier of the set on the array."""

    volumes_count: Attribute[float] = number()
    """Number of its volumes."""

    associated_links: Attribute[References[DataVolumeSetSetLinkReference]] = each(DataVolumeSetSetLinkReference)
    """The array and the volumes of the set."""

    location: Attribute[str] = text()
    """Where the array stands."""

    wwn: Attribute[str] = text()
    """World-wide name."""

    product_family: Attribute[str] = text()
    """Family of the array."""

    volume_type: Attribute[str] = text()
    """Kind of volume, in the array's words."""

    sub_type: Attribute[str] = text()
    """How it takes up space, in the array's words."""

    intrinsic_resource: Attribute[str] = text()
    """What the array itself uses it for, in the array's words."""

    is_internal: Attribute[cdk.IResolvable] = flag()
    """Whether the array keeps it for itself."""

    health_state: Attribute[str] = text()
    """Health, in the array's words."""

    size_mib: Attribute[float] = number()
    """Size of its volumes, MiB."""

    provisioned_size_mib: Attribute[float] = number()
    """Size promised to hosts, MiB."""

    used_size_mib: Attribute[float] = number()
    """Space taken up, MiB."""

    total_reserved_mib: Attribute[float] = number()
    """Space set aside for it, MiB."""

    host_written_capacity_mib: Attribute[float] = number()
    """What hosts have written, MiB."""

    used_capacity_percent: Attribute[float] = number()
    """Share of its size that is taken up, percent."""

    space_warning: Attribute[float] = number()
    """Share of its size at which the array warns, percent."""

    thin_savings: Attribute[str] = text()
    """What thin provisioning saves, as the array tells it."""

    iops: Attribute[float] = number()
    """Reads and writes a second, as the array last measured."""

    latency: Attribute[float] = number()
    """Time that one of them takes, as the array last measured; HPE names no unit."""

    throughput: Attribute[float] = number()
    """Data moved a second, as the array last measured; HPE names no unit."""

    common_resource_attributes: Attribute[DataVolumeSetCloudReportReference] = one(DataVolumeSetCloudReportReference)
    """How the cloud last heard of it."""

    resource_uri: Attribute[str] = text()
    """API path of the set."""


class DataVolumeSets(DataSource):
    """Every volume set that the API client may see, or those that meet all `filters`."""

    terraform_type: ClassVar[str] = "glbr_volume_sets"

    shape: ClassVar[Mapping[str, kinds.Convert]] = {"sort": kinds.text, "limit": kinds.whole}

    sort: Attribute[str] = text()
    limit: Attribute[float] = number()
    items: Attribute[References[DataVolumeSetReference]] = each(DataVolumeSetReference)
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
