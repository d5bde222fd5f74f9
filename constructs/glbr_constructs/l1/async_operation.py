# Generated from glbr/resources/async_operation.py by `python -m glbr.views.generate_l1`: do not edit.
# ruff: noqa: A002 - arguments have HPE's names, and HPE says id and type.
"""Async operation: the same arguments and attributes as in Terraform."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from constructs import Construct

from glbr_constructs.cdk import cdk
from glbr_constructs.synthesis import kinds
from glbr_constructs.synthesis.arguments import Many, Nested
from glbr_constructs.synthesis.attributes import Attribute, Reference, References, each, flag, number, one, text, texts
from glbr_constructs.synthesis.meta import Count, DependsOn, ForEach, Lifecycle, ProviderBlock
from glbr_constructs.synthesis.resource import DataSource


class DataAsyncOperationTouchedObjectReference(Reference):
    """An object that the work concerns."""

    name: Attribute[str] = text()
    """Name of the object."""

    type: Attribute[str] = text()
    """Kind of the object."""

    resource_uri: Attribute[str] = text()
    """API path of the object; its last part is the identifier."""


class DataAsyncOperationOperationFailureReference(Reference):
    """Why the work failed."""

    error: Attribute[str] = text()
    """What went wrong, in words."""

    error_code: Attribute[str] = text()
    """Code of the error."""

    trace_id: Attribute[str] = text()
    """What HPE's support finds the failure by."""


class DataAsyncOperationAdviceReference(Reference):
    """What to do about a failure."""

    message: Attribute[str] = text()
    """The advice."""


class DataAsyncOperationProgressLineReference(Reference):
    """A line of the work's log."""

    message: Attribute[str] = text()
    """What was done."""

    timestamp: Attribute[str] = text()
    """When."""


class DataAsyncOperationWaitingPageReference(Reference):
    """Where a person can act."""

    console_uri: Attribute[str] = text()
    """Path of the page in the console."""


class DataAsyncOperationRelatedOperationReference(Reference):
    """Another operation, whose part this one is."""

    id: Attribute[str] = text()
    """Identifier of the operation."""

    name: Attribute[str] = text()
    """Name of the operation."""

    resource_uri: Attribute[str] = text()
    """API path of the operation."""


class DataAsyncOperationResourceGroupReference(Reference):
    """A resource group, for rights of access."""

    id: Attribute[str] = text()
    """Identifier of the group."""

    name: Attribute[str] = text()
    """Name of the group."""


class DataAsyncOperation(DataSource):
    """Work that HPE does in the background: a backup that runs, a store that is made, a restore."""

    terraform_type: ClassVar[str] = "glbr_async_operation"

    shape: ClassVar[Mapping[str, kinds.Convert]] = {"id": kinds.text, "display_name": kinds.text}

    id: Attribute[str] = text()
    display_name: Attribute[str] = text()
    name: Attribute[str] = text()
    """Name of the operation."""

    state: Attribute[str] = text()
    """Progress, such as `RUNNING`, `PAUSED` (a person must act), `SUCCEEDED` or `FAILED`."""

    health_status: Attribute[str] = text()
    """`OK`, `WARNING`, `ERROR`, `UNKNOWN` or `UNSPECIFIED`."""

    progress_percent: Attribute[float] = number()
    """How much is done, percent."""

    estimated_running_duration_minutes: Attribute[float] = number()
    """How long HPE expects it to take, minutes."""

    suggested_polling_interval_seconds: Attribute[float] = number()
    """How long to wait before asking again, seconds."""

    started_at: Attribute[str] = text()
    """When the work began."""

    ended_at: Attribute[str] = text()
    """When it was over."""

    source_resource_uri: Attribute[str] = text()
    """API path of the object that the work was asked of."""

    associated_resources: Attribute[References[DataAsyncOperationTouchedObjectReference]] = each(
        DataAsyncOperationTouchedObjectReference
    )
    """Objects that it makes or touches."""

    services: Attribute[list[str]] = texts()
    """Services that do the work, such as `backup-and-recovery`."""

    user_id: Attribute[str] = text()
    """Who asked for it."""

    error: Attribute[DataAsyncOperationOperationFailureReference] = one(DataAsyncOperationOperationFailureReference)
    """Why it failed."""

    recommendations: Attribute[References[DataAsyncOperationAdviceReference]] = each(DataAsyncOperationAdviceReference)
    """What to do about a failure."""

    log_messages: Attribute[References[DataAsyncOperationProgressLineReference]] = each(
        DataAsyncOperationProgressLineReference
    )
    """Newest lines of its log."""

    additional_details: Attribute[DataAsyncOperationWaitingPageReference] = one(DataAsyncOperationWaitingPageReference)
    """Where a person can act, while it waits for one."""

    parent: Attribute[DataAsyncOperationRelatedOperationReference] = one(DataAsyncOperationRelatedOperationReference)
    """Operation whose part it is."""

    root_operation: Attribute[DataAsyncOperationRelatedOperationReference] = one(
        DataAsyncOperationRelatedOperationReference
    )
    """Operation at the top of its tree."""

    has_child_operations: Attribute[cdk.IResolvable] = flag()
    """Whether it has parts; filter by `parent/id` to list them."""

    subtree_operation_count: Attribute[float] = number()
    """Number of all operations below."""

    groups: Attribute[References[DataAsyncOperationResourceGroupReference]] = each(
        DataAsyncOperationResourceGroupReference
    )
    """Resource groups whose people see it."""

    created_at: Attribute[str] = text()
    """When it was asked for."""

    resource_uri: Attribute[str] = text()
    """API path of the operation."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        id: str | None = None,
        display_name: str | None = None,
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
            display_name: What is done to what, in words.
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
                "display_name": display_name,
            },
            count=count,
            depends_on=depends_on,
            for_each=for_each,
            lifecycle=lifecycle,
            provider=provider,
        )


class DataAsyncOperationFilterReference(Reference):
    """One condition of a list."""

    property_: Attribute[str] = text("property")
    values: Attribute[list[str]] = texts()
    comparison: Attribute[str] = text()


class DataAsyncOperationReference(Reference):
    """Work that HPE does in the background: a backup that runs, a store that is made, a restore."""

    id: Attribute[str] = text()
    """Identifier made by HPE."""

    display_name: Attribute[str] = text()
    """What is done to what, in words."""

    name: Attribute[str] = text()
    """Name of the operation."""

    state: Attribute[str] = text()
    """Progress, such as `RUNNING`, `PAUSED` (a person must act), `SUCCEEDED` or `FAILED`."""

    health_status: Attribute[str] = text()
    """`OK`, `WARNING`, `ERROR`, `UNKNOWN` or `UNSPECIFIED`."""

    progress_percent: Attribute[float] = number()
    """How much is done, percent."""

    estimated_running_duration_minutes: Attribute[float] = number()
    """How long HPE expects it to take, minutes."""

    suggested_polling_interval_seconds: Attribute[float] = number()
    """How long to wait before asking again, seconds."""

    started_at: Attribute[str] = text()
    """When the work began."""

    ended_at: Attribute[str] = text()
    """When it was over."""

    source_resource_uri: Attribute[str] = text()
    """API path of the object that the work was asked of."""

    associated_resources: Attribute[References[DataAsyncOperationTouchedObjectReference]] = each(
        DataAsyncOperationTouchedObjectReference
    )
    """Objects that it makes or touches."""

    services: Attribute[list[str]] = texts()
    """Services that do the work, such as `backup-and-recovery`."""

    user_id: Attribute[str] = text()
    """Who asked for it."""

    error: Attribute[DataAsyncOperationOperationFailureReference] = one(DataAsyncOperationOperationFailureReference)
    """Why it failed."""

    recommendations: Attribute[References[DataAsyncOperationAdviceReference]] = each(DataAsyncOperationAdviceReference)
    """What to do about a failure."""

    log_messages: Attribute[References[DataAsyncOperationProgressLineReference]] = each(
        DataAsyncOperationProgressLineReference
    )
    """Newest lines of its log."""

    additional_details: Attribute[DataAsyncOperationWaitingPageReference] = one(DataAsyncOperationWaitingPageReference)
    """Where a person can act, while it waits for one."""

    parent: Attribute[DataAsyncOperationRelatedOperationReference] = one(DataAsyncOperationRelatedOperationReference)
    """Operation whose part it is."""

    root_operation: Attribute[DataAsyncOperationRelatedOperationReference] = one(
        DataAsyncOperationRelatedOperationReference
    )
    """Operation at the top of its tree."""

    has_child_operations: Attribute[cdk.IResolvable] = flag()
    """Whether it has parts; filter by `parent/id` to list them."""

    subtree_operation_count: Attribute[float] = number()
    """Number of all operations below."""

    groups: Attribute[References[DataAsyncOperationResourceGroupReference]] = each(
        DataAsyncOperationResourceGroupReference
    )
    """Resource groups whose people see it."""

    created_at: Attribute[str] = text()
    """When it was asked for."""

    resource_uri: Attribute[str] = text()
    """API path of the operation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AsyncOperationFilter(Nested):
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


class DataAsyncOperations(DataSource):
    """Every async operation that the API client may see, or those that meet all `filters`."""

    terraform_type: ClassVar[str] = "glbr_async_operations"

    filterable: ClassVar[tuple[str, ...]] = ("parent/id",)

    shape: ClassVar[Mapping[str, kinds.Convert]] = {
        "filters": kinds.each(AsyncOperationFilter.of),
        "sort": kinds.text,
        "limit": kinds.whole,
    }

    filters: Attribute[References[DataAsyncOperationFilterReference]] = each(DataAsyncOperationFilterReference)
    sort: Attribute[str] = text()
    limit: Attribute[float] = number()
    items: Attribute[References[DataAsyncOperationReference]] = each(DataAsyncOperationReference)
    """What was found, by name, or as `sort` says. Each has the attributes of `glbr_async_operation`."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        filters: Many[AsyncOperationFilter] | None = None,
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
            filters: Conditions that all must hold. Properties: `parent/id`.
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
