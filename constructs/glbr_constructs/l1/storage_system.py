# Generated from glbr/resources/storage_system.py by `python -m glbr.views.generate_l1`: do not edit.
# ruff: noqa: A002 - arguments have HPE's names, and HPE says id and type.
"""Storage system: the same arguments and attributes as in Terraform."""

from collections.abc import Mapping
from typing import ClassVar

from constructs import Construct

from glbr_constructs.synthesis import kinds
from glbr_constructs.synthesis.attributes import Attribute, Reference, References, each, number, one, text
from glbr_constructs.synthesis.meta import Count, DependsOn, ForEach, Lifecycle, ProviderBlock
from glbr_constructs.synthesis.resource import DataSource


class DataStorageSystemCloudReportReference(Reference):
    """How the cloud last heard of it."""

    cloud_state: Attribute[str] = text()
    """State of the report."""

    err_code: Attribute[str] = text()
    """Code of what went wrong, if anything did."""

    err_message: Attribute[str] = text()
    """What went wrong, in words."""


class DataStorageSystem(DataSource):
    """A storage array of HPE's. Protection groups of volumes name it."""

    terraform_type: ClassVar[str] = "glbr_storage_system"

    shape: ClassVar[Mapping[str, kinds.Convert]] = {"id": kinds.text, "name": kinds.text}

    id: Attribute[str] = text()
    name: Attribute[str] = text()
    description: Attribute[str] = text()
    """Free-text note."""

    product_family: Attribute[str] = text()
    """Family of the array."""

    model: Attribute[str] = text()
    """Model of the array."""

    serial_number: Attribute[str] = text()
    """Serial number."""

    software_version: Attribute[str] = text()
    """Release that is installed."""

    fqdn: Attribute[str] = text()
    """Host name with its domain."""

    mgmt_ip: Attribute[str] = text()
    """IP address of its management."""

    state: Attribute[str] = text()
    """`NORMAL` or `DEGRADED`."""

    callhome_status: Attribute[str] = text()
    """Whether it reports to HPE: `ENABLED_NORMAL`, `ENABLED_DEGRADED`, `DISABLED` or `UNKNOWN`."""

    tier_name: Attribute[str] = text()
    """Tier of the array, as the console shows it."""

    tier_type: Attribute[str] = text()
    """Tier of the array, such as `STORAGE_TIER_9000_NVME`."""

    last_connected_time: Attribute[float] = number()
    """When it was last heard of: a number as HPE tells it, without a unit."""

    up_since: Attribute[float] = number()
    """Since when it is up: a number as HPE tells it, without a unit."""

    common_resource_attributes: Attribute[DataStorageSystemCloudReportReference] = one(
        DataStorageSystemCloudReportReference
    )
    """How the cloud last heard of it."""

    resource_uri: Attribute[str] = text()
    """API path of the array."""

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
            name: Name of the array.
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


class DataStorageSystemReference(Reference):
    """A storage array of HPE's. Protection groups of volumes name it."""

    id: Attribute[str] = text()
    """Identifier made by HPE."""

    name: Attribute[str] = text()
    """Name of the array."""

    description: Attribute[str] = text()
    """Free-text note."""

    product_family: Attribute[str] = text()
    """Family of the array."""

    model: Attribute[str] = text()
    """Model of the array."""

    serial_number: Attribute[str] = text()
    """Serial number."""

    software_version: Attribute[str] = text()
    """Release that is installed."""

    fqdn: Attribute[str] = text()
    """Host name with its domain."""

    mgmt_ip: Attribute[str] = text()
    """IP address of its management."""

    state: Attribute[str] = text()
    """`NORMAL` or `DEGRADED`."""

    callhome_status: Attribute[str] = text()
    """Whether it reports to HPE: `ENABLED_NORMAL`, `ENABLED_DEGRADED`, `DISABLED` or `UNKNOWN`."""

    tier_name: Attribute[str] = text()
    """Tier of the array, as the console shows it."""

    tier_type: Attribute[str] = text()
    """Tier of the array, such as `STORAGE_TIER_9000_NVME`."""

    last_connected_time: Attribute[float] = number()
    """When it was last heard of: a number as HPE tells it, without a unit."""

    up_since: Attribute[float] = number()
    """Since when it is up: a number as HPE tells it, without a unit."""

    common_resource_attributes: Attribute[DataStorageSystemCloudReportReference] = one(
        DataStorageSystemCloudReportReference
    )
    """How the cloud last heard of it."""

    resource_uri: Attribute[str] = text()
    """API path of the array."""


class DataStorageSystems(DataSource):
    """Every storage system that the API client may see, or those that meet all `filters`."""

    terraform_type: ClassVar[str] = "glbr_storage_systems"

    shape: ClassVar[Mapping[str, kinds.Convert]] = {"sort": kinds.text, "limit": kinds.whole}

    sort: Attribute[str] = text()
    limit: Attribute[float] = number()
    items: Attribute[References[DataStorageSystemReference]] = each(DataStorageSystemReference)
    """What was found, by name, or as `sort` says. Each has the attributes of `glbr_storage_system`."""

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
