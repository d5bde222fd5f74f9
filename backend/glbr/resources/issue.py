"""Issue: something that HPE GreenLake wants a person to look at."""

from glbr.definition import AssetKind, Observed, Timestamp, result
from glbr.resources.parts.data_services import ResourceGroup, TouchedObject


class IssueObject(TouchedObject):
    """An object that the issue is about."""

    id: str | None = result("Identifier of the object.")


class Issue(Observed):
    """An issue that HPE GreenLake has raised, such as a store that fills up."""

    collection = "/data-services/v1beta1/issues"
    filterable = (
        "issueType",
        "severity",
        "category",
        "state",
        "createdAt",
        "services",
        "sourceResourceId",
        "sourceResourceType",
    )

    name: str | None = result("Name of the issue.")
    issue_type: str | None = result("Kind of issue.")
    severity: str | None = result("How bad it is; `glbr_issues_metadata` lists what there is.")
    category: str | None = result("What it concerns; `glbr_issues_metadata` lists what there is.")
    state: str | None = result("Whether it still holds.")
    body: str | None = result("What is wrong.")
    recommendation: str | None = result("What to do.")
    services: list[str] | None = result("Services that it concerns, such as `backup-and-recovery`.")
    source_resource_id: str | None = result("Identifier of the object that it was raised for.")
    source_resource_type: AssetKind | None = result("Kind of the object that it was raised for.")
    related_resources: list[IssueObject] | None = result("Objects that it is about.")
    groups: list[ResourceGroup] | None = result("Resource groups whose people see it.")
    occurrence_count: int | None = result("How often it happened.")
    last_occurred_at: Timestamp | None = result("When it last happened.")
    cleared_at: Timestamp | None = result("When it was over.")
    snoozed: bool | None = result("Whether somebody has put it off.")
    snoozed_by: str | None = result("Who has put it off.")
    snoozed_for: str | None = result("For how long: `NONE`, `DAY`, `WEEK`, `MONTH` or `INFINITE`.")
    snoozed_until: Timestamp | None = result("Until when.")
    created_at: Timestamp | None = result("When it was raised.")
    resource_uri: str | None = result("API path of the issue.")
