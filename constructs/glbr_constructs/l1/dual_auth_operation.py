# Generated from glbr/resources/dual_auth_operation.py by `python -m glbr.views.generate_l1`: do not edit.
# ruff: noqa: A002 - arguments have HPE's names, and HPE says id and type.
"""Dual auth operation: the same arguments and attributes as in Terraform."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from constructs import Construct

from glbr_constructs.synthesis import kinds
from glbr_constructs.synthesis.arguments import Many, Nested
from glbr_constructs.synthesis.attributes import Attribute, Reference, References, each, number, one, text, texts
from glbr_constructs.synthesis.meta import Count, DependsOn, ForEach, Lifecycle, ProviderBlock
from glbr_constructs.synthesis.resource import DataSource


class DataDualAuthOperationTouchedObjectReference(Reference):
    """An object that the work concerns."""

    name: Attribute[str] = text()
    """Name of the object."""

    type: Attribute[str] = text()
    """Kind of the object."""

    resource_uri: Attribute[str] = text()
    """API path of the object; its last part is the identifier."""


class DataDualAuthOperationResourceGroupReference(Reference):
    """A resource group, for rights of access."""

    id: Attribute[str] = text()
    """Identifier of the group."""

    name: Attribute[str] = text()
    """Name of the group."""


class DataDualAuthOperationConcernedObjectReference(Reference):
    """An object that the request would change."""

    resource: Attribute[DataDualAuthOperationTouchedObjectReference] = one(DataDualAuthOperationTouchedObjectReference)
    """The object."""

    groups: Attribute[References[DataDualAuthOperationResourceGroupReference]] = each(
        DataDualAuthOperationResourceGroupReference
    )
    """Resource groups of the object."""


class DataDualAuthOperation(DataSource):
    """A request, such as the deletion of a backup, that is carried out only when a second person approves it."""

    terraform_type: ClassVar[str] = "glbr_dual_auth_operation"

    shape: ClassVar[Mapping[str, kinds.Convert]] = {"id": kinds.text, "name": kinds.text}

    id: Attribute[str] = text()
    name: Attribute[str] = text()
    description: Attribute[str] = text()
    """What is asked for, in words."""

    requested_operation: Attribute[str] = text()
    """What is asked for, as HPE names it."""

    state: Attribute[str] = text()
    """Whether it waits, or what was decided."""

    requested_at: Attribute[str] = text()
    """When it was asked for."""

    requested_by_email: Attribute[str] = text()
    """Mail address of the person who asked."""

    requested_by_uri: Attribute[str] = text()
    """API path of the person who asked."""

    checked_at: Attribute[str] = text()
    """When it was decided."""

    checked_by_email: Attribute[str] = text()
    """Mail address of the person who decided."""

    checked_by_uri: Attribute[str] = text()
    """API path of the person who decided."""

    source_service_external_name: Attribute[str] = text()
    """Service that it comes from."""

    associated_resources: Attribute[References[DataDualAuthOperationConcernedObjectReference]] = each(
        DataDualAuthOperationConcernedObjectReference
    )
    """Objects that it would change."""

    created_at: Attribute[str] = text()
    """When it was made."""

    resource_uri: Attribute[str] = text()
    """API path of the request."""

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
            name: Name of the request.
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


class DataDualAuthOperationFilterReference(Reference):
    """One condition of a list."""

    property_: Attribute[str] = text("property")
    values: Attribute[list[str]] = texts()
    comparison: Attribute[str] = text()


class DataDualAuthOperationReference(Reference):
    """A request, such as the deletion of a backup, that is carried out only when a second person approves it."""

    id: Attribute[str] = text()
    """Identifier made by HPE."""

    name: Attribute[str] = text()
    """Name of the request."""

    description: Attribute[str] = text()
    """What is asked for, in words."""

    requested_operation: Attribute[str] = text()
    """What is asked for, as HPE names it."""

    state: Attribute[str] = text()
    """Whether it waits, or what was decided."""

    requested_at: Attribute[str] = text()
    """When it was asked for."""

    requested_by_email: Attribute[str] = text()
    """Mail address of the person who asked."""

    requested_by_uri: Attribute[str] = text()
    """API path of the person who asked."""

    checked_at: Attribute[str] = text()
    """When it was decided."""

    checked_by_email: Attribute[str] = text()
    """Mail address of the person who decided."""

    checked_by_uri: Attribute[str] = text()
    """API path of the person who decided."""

    source_service_external_name: Attribute[str] = text()
    """Service that it comes from."""

    associated_resources: Attribute[References[DataDualAuthOperationConcernedObjectReference]] = each(
        DataDualAuthOperationConcernedObjectReference
    )
    """Objects that it would change."""

    created_at: Attribute[str] = text()
    """When it was made."""

    resource_uri: Attribute[str] = text()
    """API path of the request."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DualAuthOperationFilter(Nested):
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


class DataDualAuthOperations(DataSource):
    """Every dual auth operation that the API client may see, or those that meet all `filters`."""

    terraform_type: ClassVar[str] = "glbr_dual_auth_operations"

    filterable: ClassVar[tuple[str, ...]] = (
        "resourceUri",
        "resourceName",
        "resourceType",
        "requestedOperation",
        "operationDescription",
        "requestedByUri",
        "requestedByEmail",
        "requestedAt",
        "customerId",
        "checkedByUri",
        "checkedByEmail",
        "checkedAt",
        "sourceServiceExternalName",
        "state",
    )

    shape: ClassVar[Mapping[str, kinds.Convert]] = {
        "filters": kinds.each(DualAuthOperationFilter.of),
        "sort": kinds.text,
        "limit": kinds.whole,
    }

    filters: Attribute[References[DataDualAuthOperationFilterReference]] = each(DataDualAuthOperationFilterReference)
    sort: Attribute[str] = text()
    limit: Attribute[float] = number()
    items: Attribute[References[DataDualAuthOperationReference]] = each(DataDualAuthOperationReference)
    """What was found, by name, or as `sort` says. Each has the attributes of `glbr_dual_auth_operation`."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        filters: Many[DualAuthOperationFilter] | None = None,
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
            filters: Conditions that all must hold. Properties: `resourceUri`, `resourceName`, `resourceType`,
                `requestedOperation`, `operationDescription`, `requestedByUri`, `requestedByEmail`, `requestedAt`,
                `customerId`, `checkedByUri`, `checkedByEmail`, `checkedAt`, `sourceServiceExternalName`, `state`.
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
                "filters": filters,
                "sort": sort,
                "limit": limit,
            },
            count=count,
            depends_on=depends_on,
            for_each=for_each,
            lifecycle=lifecycle,
            provider=provider,
        )
