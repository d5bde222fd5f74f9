"""Dual-authorization operation: a request that waits until a second person has decided about it."""

from glbr.definition import Block, Observed, Timestamp, result
from glbr.resources.parts.data_services import ResourceGroup, TouchedObject


class ConcernedObject(Block):
    """An object that the request would change."""

    resource: TouchedObject | None = result("The object.")
    groups: list[ResourceGroup] | None = result("Resource groups of the object.")


class DualAuthOperation(Observed):
    """A request, such as the deletion of a backup, that is carried out only when a second person approves it."""

    collection = "/data-services/v1beta1/dual-auth-operations"
    filterable = (
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

    name: str | None = result("Name of the request.")
    description: str | None = result("What is asked for, in words.")
    requested_operation: str | None = result("What is asked for, as HPE names it.")
    state: str | None = result("Whether it waits, or what was decided.")
    requested_at: Timestamp | None = result("When it was asked for.")
    requested_by_email: str | None = result("Mail address of the person who asked.")
    requested_by_uri: str | None = result("API path of the person who asked.")
    checked_at: Timestamp | None = result("When it was decided.")
    checked_by_email: str | None = result("Mail address of the person who decided.")
    checked_by_uri: str | None = result("API path of the person who decided.")
    source_service_external_name: str | None = result("Service that it comes from.")
    associated_resources: list[ConcernedObject] | None = result("Objects that it would change.")
    created_at: Timestamp | None = result("When it was made.")
    resource_uri: str | None = result("API path of the request.")
