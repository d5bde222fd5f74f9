# Generated from glbr/resources/storage_location.py by `python -m glbr.views.generate_l1`: do not edit.
# ruff: noqa: A002 - arguments have HPE's names, and HPE says id and type.
"""Storage location: the same arguments and attributes as in Terraform."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Unpack

from constructs import Construct

from glbr_constructs.synthesis.arguments import Many, Nested
from glbr_constructs.synthesis.attributes import Reference, each, number, text, texts
from glbr_constructs.synthesis.resource import DataSource, DataSourceMeta


class DataStorageLocation(DataSource):
    """A place in a cloud where HPE GreenLake can keep backups. Its id looks like `azure:eastus2`."""

    terraform_type: ClassVar = "glbr_storage_location"

    id = text()
    name = text()
    cloud_service_provider = text()
    """`AWS`, `AZURE` or `GCP`."""

    cloud_service_provider_id = text()
    """The provider's own name of the location."""

    city = text()
    """City."""

    geography = text()
    """`North America`, `Europe` or `Asia Pacific`."""

    timezone = text()
    """Time zone."""

    capabilities = texts()
    """What the location can be used for, such as `backup-and-recovery`."""

    created_at = text()
    """When HPE began to offer it."""

    resource_uri = text()
    """API path of the location."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        id: str | None = None,
        name: str | None = None,
        **meta: Unpack[DataSourceMeta],
    ) -> None:
        """Describe it.

        Args:
            scope: Where the construct belongs.
            id_: Name of the construct in that place.
            id: Identifier made by HPE.
            name: Name of the location.
            **meta: What Terraform itself takes: `count`, `for_each`, `depends_on`, `lifecycle`, `provider`.
        """
        super().__init__(
            scope,
            id_,
            {
                "id": id,
                "name": name,
            },
            **meta,
        )


class DataStorageLocationFilterReference(Reference):
    """One condition of a list."""

    property_ = text("property")
    values = texts()
    comparison = text()


class DataStorageLocationReference(Reference):
    """A place in a cloud where HPE GreenLake can keep backups. Its id looks like `azure:eastus2`."""

    id = text()
    """Identifier made by HPE."""

    name = text()
    """Name of the location."""

    cloud_service_provider = text()
    """`AWS`, `AZURE` or `GCP`."""

    cloud_service_provider_id = text()
    """The provider's own name of the location."""

    city = text()
    """City."""

    geography = text()
    """`North America`, `Europe` or `Asia Pacific`."""

    timezone = text()
    """Time zone."""

    capabilities = texts()
    """What the location can be used for, such as `backup-and-recovery`."""

    created_at = text()
    """When HPE began to offer it."""

    resource_uri = text()
    """API path of the location."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StorageLocationFilter(Nested):
    """One condition of a list.

    Attributes:
        property_: HPE's name of the property, with `/` between the parts: `assetInfo/name`.
        values: Value, or several of which one must match.
        comparison: How the property compares with the value: `eq` (equal, also when left out), `gt` (greater, later),
            `lt` (less, earlier) or `ne` (not equal; HPE takes it for inventory and tags). All but `eq` take one value.
            Allowed: `eq`, `ne`, `gt`, `lt`.
    """

    property_: str
    values: Sequence[str]
    comparison: str | None = None


class DataStorageLocations(DataSource):
    """Every storage location that the API client may see, or those that meet all `filters`."""

    terraform_type: ClassVar = "glbr_storage_locations"

    shape: ClassVar = {"filters": StorageLocationFilter.of}

    filters = each(DataStorageLocationFilterReference)
    limit = number()
    items = each(DataStorageLocationReference)
    """What was found, by name. Each has the attributes of `glbr_storage_location`."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        filters: Many[StorageLocationFilter] | None = None,
        limit: float | None = None,
        **meta: Unpack[DataSourceMeta],
    ) -> None:
        """Describe it.

        Args:
            scope: Where the construct belongs.
            id_: Name of the construct in that place.
            filters: Conditions that all must hold. Properties: `capabilities`.
            limit: Take at most so many: those that HPE lists first.
            **meta: What Terraform itself takes: `count`, `for_each`, `depends_on`, `lifecycle`, `provider`.
        """
        super().__init__(
            scope,
            id_,
            {
                "filters": filters,
                "limit": limit,
            },
            **meta,
        )
