# Generated from glbr/resources/volume.py by `python -m glbr.views.generate_l1`: do not edit.
# ruff: noqa: A002 - arguments have HPE's names, and HPE says id and type.
"""Volume: the same arguments and attributes as in Terraform."""

from collections.abc import Mapping
from typing import ClassVar

from constructs import Construct

from glbr_constructs.cdk import cdk
from glbr_constructs.synthesis import kinds
from glbr_constructs.synthesis.attributes import Attribute, Reference, References, each, flag, number, one, text
from glbr_constructs.synthesis.meta import Count, DependsOn, ForEach, Lifecycle, ProviderBlock
from glbr_constructs.synthesis.resource import DataSource


class DataVolumeCloudReportReference(Reference):
    """How the cloud last heard of it."""

    cloud_state: Attribute[str] = text()
    """State of the report."""

    err_code: Attribute[str] = text()
    """Code of what went wrong, if anything did."""

    err_message: Attribute[str] = text()
    """What went wrong, in words."""


class DataVolume(DataSource):
    """A volume of a storage array."""

    terraform_type: ClassVar[str] = "glbr_volume"

    shape: ClassVar[Mapping[str, kinds.Convert]] = {"id": kinds.text, "name": kinds.text}

    id: Attribute[str] = text()
    name: Attribute[str] = text()
    system_id: Attribute[str] = text()
    """Identifier of the array that holds it."""

    volume_set_id: Attribute[str] = text()
    """Identifier of the volume set that it belongs to."""

    wwn: Attribute[str] = text()
    """World-wide name, by which hosts know it."""

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
    """Size, MiB."""

    provisioned_size_mib: Attribute[float] = number()
    """Size promised to hosts, MiB."""

    used_size_mib: Attribute[float] = number()
    """Space taken up, MiB."""

    host_written_capacity_mib: Attribute[float] = number()
    """What hosts have written, MiB."""

    used_capacity_percent: Attribute[float] = number()
    """Share of its size that is taken up, percent."""

    space_warning: Attribute[float] = number()
    """Share of its size at which the array warns, percent."""

    thin_savings: Attribute[str] = text()
    """What thin provisioning saves, as the array tells it."""

    common_resource_attributes: Attribute[DataVolumeCloudReportReference] = one(DataVolumeCloudReportReference)
    """How the cloud last heard of it."""

    resource_uri: Attribute[str] = text()
    """API path of the volume."""

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
            name: Name of the volume.
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


class DataVolumeReference(Reference):
    """A volume of a storage array."""

    id: Attribute[str] = text()
    """Identifier made by HPE."""

    name: Attribute[str] = text()
    """Name of the volume."""

    system_id: Attribute[str] = text()
    """Identifier of the array that holds it."""

    volume_set_id: Attribute[str] = text()
    """Identifier of the volume set that it belongs to."""

    wwn: Attribute[str] = text()
    """World-wide name, by which hosts know it."""

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
    """Size, MiB."""

    provisioned_size_mib: Attribute[float] = number()
    """Size promised to hosts, MiB."""

    used_size_mib: Attribute[float] = number()
    """Space taken up, MiB."""

    host_written_capacity_mib: Attribute[float] = number()
    """What hosts have written, MiB."""

    used_capacity_percent: Attribute[float] = number()
    """Share of its size that is taken up, percent."""

    space_warning: Attribute[float] = number()
    """Share of its size at which the array warns, percent."""

    thin_savings: Attribute[str] = text()
    """What thin provisioning saves, as the array tells it."""

    common_resource_attributes: Attribute[DataVolumeCloudReportReference] = one(DataVolumeCloudReportReference)
    """How the cloud last heard of it."""

    resource_uri: Attribute[str] = text()
    """API path of the volume."""


class DataVolumes(DataSource):
    """Every volume that the API client may see, or those that meet all `filters`."""

    terraform_type: ClassVar[str] = "glbr_volumes"

    shape: ClassVar[Mapping[str, kinds.Convert]] = {"sort": kinds.text, "limit": kinds.whole}

    sort: Attribute[str] = text()
    limit: Attribute[float] = number()
    items: Attribute[References[DataVolumeReference]] = each(DataVolumeReference)
    """What was found, by name, or as `sort` says. Each has the attributes of `glbr_volume`."""

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
