"""Async operation: work that HPE has begun, and how far it is."""

from glbr.definition import Block, Observed, Timestamp, result
from glbr.resources.parts.data_services import ResourceGroup, TouchedObject


class RelatedOperation(Block):
    """Another operation, whose part this one is."""

    id: str | None = result("Identifier of the operation.")
    name: str | None = result("Name of the operation.")
    resource_uri: str | None = result("API path of the operation.")


class OperationFailure(Block):
    """Why the work failed."""

    error: str | None = result("What went wrong, in words.")
    error_code: str | None = result("Code of the error.")
    trace_id: str | None = result("What HPE's support finds the failure by.")


class ProgressLine(Block):
    """A line of the work's log."""

    message: str | None = result("What was done.")
    timestamp: Timestamp | None = result("When.")


class Advice(Block):
    """What to do about a failure."""

    message: str | None = result("The advice.")


class WaitingPage(Block):
    """Where a person can act."""

    console_uri: str | None = result("Path of the page in the console.")


class AsyncOperation(Observed):
    """Work that HPE does in the background: a backup that runs, a store that is made, a restore."""

    collection = "/data-services/v1beta1/async-operations"
    named_by = "displayName"
    filterable = ("parent/id",)

    display_name: str | None = result("What is done to what, in words.")
    name: str | None = result("Name of the operation.")
    state: str | None = result("Progress, such as `RUNNING`, `PAUSED` (a person must act), `SUCCEEDED` or `FAILED`.")
    health_status: str | None = result("`OK`, `WARNING`, `ERROR`, `UNKNOWN` or `UNSPECIFIED`.")
    progress_percent: int | None = result("How much is done, percent.")
    estimated_running_duration_minutes: int | None = result("How long HPE expects it to take, minutes.")
    suggested_polling_interval_seconds: int | None = result("How long to wait before asking again, seconds.")
    started_at: Timestamp | None = result("When the work began.")
    ended_at: Timestamp | None = result("When it was over.")
    source_resource_uri: str | None = result("API path of the object that the work was asked of.")
    associated_resources: list[TouchedObject] | None = result("Objects that it makes or touches.")
    services: list[str] | None = result("Services that do the work, such as `backup-and-recovery`.")
    user_id: str | None = result("Who asked for it.")
    error: OperationFailure | None = result("Why it failed.")
    recommendations: list[Advice] | None = result("What to do about a failure.")
    log_messages: list[ProgressLine] | None = result("Newest lines of its log.")
    additional_details: WaitingPage | None = result("Where a person can act, while it waits for one.")
    parent: RelatedOperation | None = result("Operation whose part it is.")
    root_operation: RelatedOperation | None = result("Operation at the top of its tree.")
    has_child_operations: bool | None = result("Whether it has parts; filter by `parent/id` to list them.")
    subtree_operation_count: int | None = result("Number of all operations below.")
    groups: list[ResourceGroup] | None = result("Resource groups whose people see it.")
    created_at: Timestamp | None = result("When it was asked for.")
    resource_uri: str | None = result("API path of the operation.")
