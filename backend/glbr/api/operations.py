"""The work that HPE accepted and does in its own time: how it stands, and waiting for its end."""

from collections.abc import Callable, Mapping
from typing import Annotated, Any
from urllib.parse import quote, unquote, urlsplit

from pydantic import (
    AliasChoices,
    AliasGenerator,
    AliasPath,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    ValidationInfo,
    ValidatorFunctionWrapHandler,
    field_validator,
)
from pydantic.alias_generators import to_camel

from glbr.api.client import Client
from glbr.api.error_body import NO_ERROR_BODY, ErrorBody, read_error_body
from glbr.api.errors import (
    Forbidden,
    Interrupted,
    NotFound,
    OperationFailed,
    OperationPaused,
    OperationTimedOut,
    sentence_start,
    support_lines,
)

OPERATIONS = "/data-services/v1beta1/async-operations"

SUCCEEDED = "SUCCEEDED"
PAUSED = "PAUSED"
FAILED_STATES = frozenset({"FAILED", "CANCELLED", "TIMEDOUT"})

# Google's figures for polling: soon at first, then every 20 s. HPE suggested 5 s and 30 s where it was watched.
FIRST_INTERVAL_SECONDS = 1.0
INTERVAL_GROWTH = 1.5
LONGEST_INTERVAL_SECONDS = 20.0

# An operation just accepted need not be readable at once.
PATIENCE_WITH_404 = 5

_LAST_LINES = 5


class _Lenient(BaseModel):
    """HPE's own objects: a field we cannot read is as good as absent, and what is new is left alone."""

    # Built when the first operation is read: most commands never wait for one.
    model_config = ConfigDict(
        frozen=True,
        extra="ignore",
        populate_by_name=True,
        alias_generator=AliasGenerator(validation_alias=to_camel),
        defer_build=True,
    )

    @field_validator("*", mode="wrap")
    @classmethod
    def _or_default(cls, value: Any, read: ValidatorFunctionWrapHandler, field: ValidationInfo) -> Any:
        name = field.field_name
        assert name is not None
        default = cls.model_fields[name].get_default(call_default_factory=True)
        try:
            return default if value is None else read(value)
        except ValidationError:
            return default


def _objects(value: Any) -> Any:
    """The objects of a list: a null among them, or a plain value, says nothing, and must not hide the others."""
    return [element for element in value if isinstance(element, Mapping)] if isinstance(value, list) else value


class Resource(_Lenient):
    """An object an operation made or touched."""

    id: str = ""
    name: str = ""
    resource_uri: str = ""
    type: str = ""


class LogLine(_Lenient):
    """What HPE noted while it worked; the moment is text, in whatever precision it came."""

    message: str = ""
    timestamp: str = Field("", validation_alias=AliasChoices("timestamp", "timestampAt"))


class Operation(_Lenient):
    """One piece of work at HPE, in the names of today's API and of 2024's.

    `state` is text: INITIALIZED, RUNNING, PAUSED, SUCCEEDED, FAILED, CANCELLED, TIMEDOUT, UNSPECIFIED are known.
    """

    id: str = ""
    name: str = ""
    display_name: str = ""
    state: str = "UNSPECIFIED"
    health_status: str = "UNKNOWN"
    progress_percent: int | None = None
    created_at: str = ""
    started_at: str = ""
    ended_at: str = ""
    suggested_polling_interval_seconds: float | None = None
    associated_resources: Annotated[tuple[Resource, ...], BeforeValidator(_objects)] = ()
    source_resource_uri: str = Field(
        "", validation_alias=AliasChoices("sourceResourceUri", AliasPath("sourceResource", "resourceUri"))
    )
    # Today a boolean, in 2024 a list of the children.
    has_child_operations: Annotated[bool, BeforeValidator(bool)] = Field(
        False, validation_alias=AliasChoices("hasChildOperations", "childTasks")
    )
    subtree_operation_count: int = Field(0, validation_alias=AliasChoices("subtreeOperationCount", "subtreeTaskCount"))
    error: Annotated[ErrorBody, BeforeValidator(read_error_body)] | None = None
    log_messages: Annotated[tuple[LogLine, ...], BeforeValidator(_objects)] = ()
    recommendations: Annotated[tuple[LogLine, ...], BeforeValidator(_objects)] = ()
    console_link: str = Field("", validation_alias=AliasPath("additionalDetails", "consoleUri"))

    @property
    def has_failed(self) -> bool:
        """Whether HPE ended the work without success."""
        return self.state in FAILED_STATES

    def resource_id(self, kind: str) -> str | None:
        """Find the id of the object of this kind, such as `backup-recovery/protection-store`; None if HPE names none.

        Kinds are compared by their last part, singular or plural alike, since HPE writes the same one in several ways.
        """
        wanted = _singular(kind)
        for resource in self.associated_resources:
            if _singular(resource.type or _collection(resource.resource_uri)) == wanted:
                found = resource.id or _last_segment(resource.resource_uri)
                if found:
                    return found
        if _singular(_collection(self.source_resource_uri)) == wanted:
            return _last_segment(self.source_resource_uri) or None
        return None


async def read_operation(client: Client, operation_id: str, *, doing: str) -> Operation:
    """Ask HPE how an operation stands."""
    path = f"{OPERATIONS}/{quote(operation_id, safe='')}"
    try:
        body = await client.get(path, doing=doing)
    except Forbidden as refusal:
        raise refusal.advise(
            f"HPE accepted the request as operation {operation_id}, but this API client may not read operations, so its "
            "end stays unknown. Give the user who made the API client a role with the permission data-services.task.read, "
            "then apply again."
        ) from refusal
    operation = Operation.model_validate(body)
    return operation if operation.id else operation.model_copy(update={"id": operation_id})


async def wait(
    client: Client,
    operation_id: str,
    *,
    doing: str,
    timeout_seconds: float,
    on_progress: Callable[[Operation], None] | None = None,
) -> Operation:
    """Follow an operation to its success, at the pace that HPE suggests.

    Args:
        client: Where to ask.
        operation_id: As in `Reply.operation_id`.
        doing: What the operation is for, such as "creating protection store Cloud_eastus2".
        timeout_seconds: How long to wait in all.
        on_progress: Told after each look, the last one too.

    Raises:
        OperationFailed: It ended otherwise: FAILED, CANCELLED or TIMEDOUT.
        OperationPaused: A person must act first.
        OperationTimedOut: It is still at work after the time.
        Interrupted: Stopping was asked for; carries the operation id.
        ApiError, Unreachable, UnexpectedReply: HPE could not be asked.
    """
    deadline = client.clock.monotonic() + timeout_seconds
    looks = 0
    last: Operation | None = None
    while True:
        left = deadline - client.clock.monotonic()
        operation = await _look(client, operation_id, doing=doing, patient=last is None and looks < PATIENCE_WITH_404)
        looks += 1
        if operation is not None:
            last = operation
            if on_progress:
                on_progress(operation)
            _raise_unless_going_on(operation, doing)
            if operation.state == SUCCEEDED:
                return operation
        if left <= 0:
            raise OperationTimedOut(
                operation_id, doing=doing, timeout_seconds=timeout_seconds, progress=_progress(last)
            )
        pause = min(_interval(looks, operation), max(0.0, deadline - client.clock.monotonic()))
        await client.pauses.pause(pause, doing=doing, operation_id=operation_id)


async def _look(client: Client, operation_id: str, *, doing: str, patient: bool) -> Operation | None:
    try:
        return await read_operation(client, operation_id, doing=doing)
    except NotFound:
        if patient:
            return None
        raise
    except Interrupted:
        # The wait that was cut short knew nothing of the operation.
        raise Interrupted(doing=doing, operation_id=operation_id) from None


def _raise_unless_going_on(operation: Operation, doing: str) -> None:
    if operation.state == PAUSED:
        raise OperationPaused(operation, doing=doing)
    if operation.has_failed:
        raise OperationFailed(operation, doing=doing, sentences=_account(operation, doing))


def _interval(looks: int, operation: Operation | None) -> float:
    """Choose the pause after so many looks: one quick look again, then HPE's own pace, or a growing one."""
    suggested = operation.suggested_polling_interval_seconds if operation else None
    if suggested and suggested > 0:
        return min(FIRST_INTERVAL_SECONDS, suggested) if looks == 1 else suggested
    # 8 steps reach the longest; more would only make the power large.
    return min(LONGEST_INTERVAL_SECONDS, FIRST_INTERVAL_SECONDS * INTERVAL_GROWTH ** min(looks - 1, 8))


def _progress(operation: Operation | None) -> str:
    if operation is None:
        return " (it could not be read yet)"
    percent = "" if operation.progress_percent is None else f" at {operation.progress_percent} percent"
    return f" (state {operation.state}{percent})"


def _account(operation: Operation, doing: str) -> list[str]:
    """Tell how an operation ended, with all that HPE says about the cause."""
    error = operation.error or NO_ERROR_BODY
    name = f' ("{operation.display_name}")' if operation.display_name else ""
    said = error.text or "HPE gave no reason."
    lines = [f"  {line.timestamp}  {line.message}".rstrip() for line in operation.log_messages[-_LAST_LINES:]]
    hints = [f"  {hint.message}" for hint in operation.recommendations if hint.message]
    opening = (
        f"{sentence_start(doing)}: HPE accepted the request, but its operation {operation.id}{name} ended "
        f"{operation.state}: {said}"
    )
    return [
        opening,
        "\n".join(["The last lines of its log:", *lines]) if lines else "",
        "\n".join(["HPE recommends:", *hints]) if hints else "",
        "Something may be left of it at HPE; plan again to see what is there.",
        support_lines(error.error_code, error.debug_id),
    ]


def _singular(kind: str) -> str:
    word = _last_segment(kind).lower()
    return f"{word[:-3]}y" if word.endswith("ies") else word.removesuffix("s")


def _last_segment(path: str) -> str:
    return unquote(urlsplit(path).path.rstrip("/").rpartition("/")[2])


def _collection(uri: str) -> str:
    return urlsplit(uri).path.rstrip("/").rpartition("/")[0]
