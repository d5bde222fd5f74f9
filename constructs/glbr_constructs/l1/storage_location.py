# Generated from glbr/resources/storage_location.py by `python -m glbr.views.generate_l1`: do not edit.
# ruff: noqa: A002 - arguments have HPE's names, and HPE says id and type.
"""Storage location: the same arguments and attributes as in Terraform."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from constructs import Construct

from glbr_constructs.synthesis import kinds
from glbr_constructs.synthesis.arguments import Many, Nested
from glbr_constructs.synthesis.attributes import Attribute, Reference, References, each, number, text, texts
from glbr_constructs.synthesis.meta import Count, DependsOn, ForEach, Lifecycle, ProviderBlock
from glbr_constructs.synthesis.resource import DataSource


class DataStorageLocation(DataSource):
    """A place in a cloud where HPE GreenLake can keep backups. Its id looks like `azure:eastus2`."""

    terraform_type: ClassVar[str] = "glbr_storage_location"

    shape: ClassVar[Mapping[str, kinds.Convert]] = {"id": kinds.text, "name": kinds.text}

    id: Attribute[str] = text()
    name: Attribute[str] = text()
    cloud_service_provider: Attribute[str] = text()
    """`AWS`, `AZURE` or `GCP`."""

    cloud_service_provider_id: Attribute[str] = text()
    """The provider's own name of the location."""

    city: Attribute[str] = text()
    """City."""

    geography: Attribute[str] = text()
    """`North America`, `Europe` or `Asia Pacific`."""

    timezone: Attribute[str] = text()
    """Time zone."""

    capabilities: Attribute[list[str]] = texts()
    """What the location can be used for, such as `backup-and-recovery`."""

    created_at: Attribute[str] = text()
    """When HPE began to offer it."""

    resource_uri: Attribute[str] = text()
    """API path of the location."""

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
            name: Name of the location.
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


class DataStorageLocationFilterReference(Reference):
    """One condition of a list."""

    property_: Attribute[str] = text("property")
    values: Attribute[list[str]] = texts()
    comparison: Attribute[str] = text()


class DataStorageLocationReference(Reference):
    """A place in a cloud where HPE GreenLake can keep backups. Its id looks like `azure:eastus2`."""

    id: Attribute[str] = text()
    """Identifier made by HPE."""

    name: Attribute[str] = text()
    """Name of the location."""

    cloud_service_provider: Attribute[str] = text()
    """`AWS`, `AZURE` or `GCP`."""

    cloud_service_provider_id: Attribute[str] = text()
    """The provider's own name of the location."""

    city: Attribute[str] = text()
    """City."""

    geography: Attribute[str] = text()
    """`North America`, `Europe` or `Asia Pacific`."""

    timezone: Attribute[str] = text()
    """Time zone."""

    capabilities: Attribute[list[str]] = texts()
    """What the location can be used for, such as `backup-and-recovery`."""

    created_at: Attribute[str] = text()
    """When HPE began to offer it."""

    resource_uri: Attribute[str] = text()
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

    shape: ClassVar[Mapping[str, kinds.Convert]] = {
        "property_": kinds.text,
        "values": kinds.each(kinds.text),
        "comparison": kinds.choice("eq", "ne", "gt", "lt"),
    }

    property_: str
    values: Sequence[str]
    comparison: str | None = None


class DataStorageLocations(DataSource):
    """Every storage location that the API client may see, or those that meet all `filters`."""

    terraform_type: ClassVar[str] = "glbr_storage_locations"

    filterable: ClassVar[tuple[str, ...]] = ("capabilities",)

    shape: ClassVar[Mapping[str, kinds.Convert]] = {
        "filters": kinds.each(StorageLocationFilter.of),
        "limit": kinds.whole,
    }

    filters: Attribute[References[DataStorageLocationFilterReference]] = each(DataStorageLocationFilterReference)
    limit: Attribute[float] = number()
    items: Attribute[References[DataStorageLocationReference]] = each(DataStorageLocationReference)
    """What was found, by name. Each has the attributes of `glbr_storage_location`."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        filters: Many[StorageLocationFilter] | None = None,
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
            filters: Conditions that all must hold. Properties: `capabilities`.
            limit: Take at most so many: those that HPE lists first.
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
                "filters": filters,
                "limit": limit,
            },
            count=count,
            depends_on=depends_on,
            for_each=for_each,
            lifecycle=lifecycle,
            provider=provider,
        )
