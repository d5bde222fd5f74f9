# Generated from glbr/resources/issue.py by `python -m glbr.views.generate_l1`: do not edit.
# ruff: noqa: A002 - arguments have HPE's names, and HPE says id and type.
"""Issue: the same arguments and attributes as in Terraform."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from constructs import Construct

from glbr_constructs.cdk import cdk
from glbr_constructs.synthesis import kinds
from glbr_constructs.synthesis.arguments import Many, Nested
from glbr_constructs.synthesis.attributes import Attribute, Reference, References, each, flag, number, text, texts
from glbr_constructs.synthesis.meta import Count, DependsOn, ForEach, Lifecycle, ProviderBlock
from glbr_constructs.synthesis.resource import DataSource


class DataIssueIssueObjectReference(Reference):
    """An object that the issue is about."""

    name: Attribute[str] = text()
    """Name of the object."""

    type: Attribute[str] = text()
    """Kind of the object."""

    resource_uri: Attribute[str] = text()
    """API path of the object; its last part is the identifier."""

    id: Attribute[str] = text()
    """Identifier of the object."""


class DataIssueResourceGroupReference(Reference):
    """A resource group, for rights of access."""

    id: Attribute[str] = text()
    """Identifier of the group."""

    name: Attribute[str] = text()
    """Name of the group."""


class DataIssue(DataSource):
    """An issue that HPE GreenLake has raised, such as a store that fills up."""

    terraform_type: ClassVar[str] = "glbr_issue"

    shape: ClassVar[Mapping[str, kinds.Convert]] = {"id": kinds.text, "name": kinds.text}

    id: Attribute[str] = text()
    name: Attribute[str] = text()
    issue_type: Attribute[str] = text()
    """Kind of issue."""

    severity: Attribute[str] = text()
    """How bad it is; `glbr_issues_metadata` lists what there is."""

    category: Attribute[str] = text()
    """What it concerns; `glbr_issues_metadata` lists what there is."""

    state: Attribute[str] = text()
    """Whether it still holds."""

    body: Attribute[str] = text()
    """What is wrong."""

    recommendation: Attribute[str] = text()
    """What to do."""

    services: Attribute[list[str]] = texts()
    """Services that it concerns, such as `backup-and-recovery`."""

    source_resource_id: Attribute[str] = text()
    """Identifier of the object that it was raised for."""

    source_resource_type: Attribute[str] = text()
    """Kind of the object that it was raised for."""

    related_resources: Attribute[References[DataIssueIssueObjectReference]] = each(DataIssueIssueObjectReference)
    """Objects that it is about."""

    groups: Attribute[References[DataIssueResourceGroupReference]] = each(DataIssueResourceGroupReference)
    """Resource groups whose people see it."""

    occurrence_count: Attribute[float] = number()
    """How often it happened."""

    last_occurred_at: Attribute[str] = text()
    """When it last happened."""

    cleared_at: Attribute[str] = text()
    """When it was over."""

    snoozed: Attribute[cdk.IResolvable] = flag()
    """Whether somebody has put it off."""

    snoozed_by: Attribute[str] = text()
    """Who has put it off."""

    snoozed_for: Attribute[str] = text()
    """For how long: `NONE`, `DAY`, `WEEK`, `MONTH` or `INFINITE`."""

    snoozed_until: Attribute[str] = text()
    """Until when."""

    created_at: Attribute[str] = text()
    """When it was raised."""

    resource_uri: Attribute[str] = text()
    """API path of the issue."""

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
            name: Name of the issue.
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


class DataIssueFilterReference(Reference):
    """One condition of a list."""

    property_: Attribute[str] = text("property")
    values: Attribute[list[str]] = texts()
    comparison: Attribute[str] = text()


class DataIssueReference(Reference):
    """An issue that HPE GreenLake has raised, such as a store that fills up."""

    id: Attribute[str] = text()
    """Identifier made by HPE."""

    name: Attribute[str] = text()
    """Name of the issue."""

    issue_type: Attribute[str] = text()
    """Kind of issue."""

    severity: Attribute[str] = text()
    """How bad it is; `glbr_issues_metadata` lists what there is."""

    category: Attribute[str] = text()
    """What it concerns; `glbr_issues_metadata` lists what there is."""

    state: Attribute[str] = text()
    """Whether it still holds."""

    body: Attribute[str] = text()
    """What is wrong."""

    recommendation: Attribute[str] = text()
    """What to do."""

    services: Attribute[list[str]] = texts()
    """Services that it concerns, such as `backup-and-recovery`."""

    source_resource_id: Attribute[str] = text()
    """Identifier of the object that it was raised for."""

    source_resource_type: Attribute[str] = text()
    """Kind of the object that it was raised for."""

    related_resources: Attribute[References[DataIssueIssueObjectReference]] = each(DataIssueIssueObjectReference)
    """Objects that it is about."""

    groups: Attribute[References[DataIssueResourceGroupReference]] = each(DataIssueResourceGroupReference)
    """Resource groups whose people see it."""

    occurrence_count: Attribute[float] = number()
    """How often it happened."""

    last_occurred_at: Attribute[str] = text()
    """When it last happened."""

    cleared_at: Attribute[str] = text()
    """When it was over."""

    snoozed: Attribute[cdk.IResolvable] = flag()
    """Whether somebody has put it off."""

    snoozed_by: Attribute[str] = text()
    """Who has put it off."""

    snoozed_for: Attribute[str] = text()
    """For how long: `NONE`, `DAY`, `WEEK`, `MONTH` or `INFINITE`."""

    snoozed_until: Attribute[str] = text()
    """Until when."""

    created_at: Attribute[str] = text()
    """When it was raised."""

    resource_uri: Attribute[str] = text()
    """API path of the issue."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueFilter(Nested):
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


class DataIssues(DataSource):
    """Every issue that the API client may see, or those that meet all `filters`."""

    terraform_type: ClassVar[str] = "glbr_issues"

    filterable: ClassVar[tuple[str, ...]] = (
        "issueType",
        "severity",
        "category",
        "state",
        "createdAt",
        "services",
        "sourceResourceId",
        "sourceResourceType",
    )

    shape: ClassVar[Mapping[str, kinds.Convert]] = {
        "filters": kinds.each(IssueFilter.of),
        "sort": kinds.text,
        "limit": kinds.whole,
    }

    filters: Attribute[References[DataIssueFilterReference]] = each(DataIssueFilterReference)
    sort: Attribute[str] = text()
    limit: Attribute[float] = number()
    items: Attribute[References[DataIssueReference]] = each(DataIssueReference)
    """What was found, by name, or as `sort` says. Each has the attributes of `glbr_issue`."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        filters: Many[IssueFilter] | None = None,
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
            filters: Conditions that all must hold. Properties: `issueType`, `severity`, `category`, `state`,
                `createdAt`, `services`, `sourceResourceId`, `sourceResourceType`.
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
