"""Everything that can go wrong between us and HPE, told so that a person can act on it.

GlbrError                   one line of summary, then full sentences: what a Terraform diagnostic shows
 ├─ InvalidConfiguration    the person can mend it before anything is sent
 ├─ ApiError                HPE answered no: status, error code, debug id
 │   ├─ BadRequest            400, 422
 │   ├─ Unauthorized          401
 │   │   └─ SignInRefused       no token for these credentials
 │   ├─ Forbidden             403
 │   ├─ NotFound              404
 │   ├─ NotAllowedNow         405
 │   ├─ Conflict              409
 │   ├─ PreconditionFailed    412
 │   ├─ Throttled             429
 │   └─ ServerFault           5xx; says whether HPE may have acted
 ├─ OperationFailed         HPE accepted, then failed
 ├─ OperationTimedOut       HPE accepted and is still at work
 ├─ OperationPaused         HPE accepted and waits for a person
 ├─ Interrupted             we were told to stop waiting
 ├─ Unreachable             no answer; says whether HPE may have acted
 └─ UnexpectedReply         an answer that nobody can read

Every message starts from `doing`: the words of what we were doing, such as "creating protection store Cloud_eastus2".
This module imports neither httpx nor pydantic, so that a caller can name the errors without paying for them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Self

if TYPE_CHECKING:
    from glbr.api.operations import Operation


def sentence_start(words: str) -> str:
    """Begin a sentence with these words, leaving names inside them as they are."""
    return words[:1].upper() + words[1:]


def paragraphs(*parts: str) -> str:
    """Join the parts that say something, a blank line between them."""
    return "\n\n".join(part for part in parts if part)


def support_lines(error_code: str, debug_id: str) -> str:
    """Give the two things HPE support asks for, each on its own line, when known."""
    code = f"HPE error code: {error_code}" if error_code else ""
    trace = f"HPE debug id: {debug_id}" if debug_id else ""
    return "\n".join(line for line in (code, trace) if line)


class GlbrError(Exception):
    """Something a person has to know, in one line and in full.

    `may_have_acted` is True when HPE may have carried out what was asked all the same.
    """

    may_have_acted = False

    def __init__(self, summary: str, detail: str) -> None:
        super().__init__(summary, detail)
        self.summary = summary
        self.detail = detail

    def __str__(self) -> str:
        return f"{self.summary}\n\n{self.detail}"


@dataclass(frozen=True, slots=True)
class ConfigurationProblem:
    """One thing to mend in the provider's configuration.

    `argument` is the provider argument at fault, None when it is about several.
    """

    argument: str | None
    summary: str
    detail: str


class InvalidConfiguration(GlbrError):
    """The provider cannot work with what it was given; all problems at once."""

    def __init__(self, problems: Sequence[ConfigurationProblem]) -> None:
        count = len(problems)
        summary = problems[0].summary if count == 1 else f"The glbr provider has {count} problems in its configuration"
        told = [f"{problem.summary}. {problem.detail}" if count > 1 else problem.detail for problem in problems]
        super().__init__(summary, paragraphs(*told))
        self.problems = tuple(problems)


class ApiError(GlbrError):
    """HPE answered, and the answer is no.

    `may_have_acted` is True when HPE may nevertheless have carried the request out, wholly or in part.
    """

    reason: ClassVar[str] = "refused"
    advice: ClassVar[str] = ""

    def __init__(  # a refusal has this many facts, and all of them are shown
        self,
        *,
        status: int,
        message: str,
        method: str,
        path: str,
        doing: str,
        error_code: str = "",
        debug_id: str = "",
        advice: str | None = None,
        retries: str = "",
        may_have_acted: bool = False,
    ) -> None:
        self.status = status
        self.error_code = error_code
        self.debug_id = debug_id
        self.message = message
        self.method = method
        self.path = path
        self.doing = doing
        self.may_have_acted = may_have_acted
        self._retries = retries
        start = sentence_start(doing)
        said = message.strip() or "HPE gave no reason."
        super().__init__(
            f"{start}: {self.reason} ({status})",
            paragraphs(
                f"{start}: HPE answered {method} {path} with status {status}: {said}",
                retries,
                MAY_HAVE_ACTED if may_have_acted else "",
                self.advice if advice is None else advice,
                support_lines(error_code, debug_id),
            ),
        )

    def advise(self, advice: str) -> Self:
        """Give the same refusal, with other advice than its kind gives in general."""
        return type(self)(
            status=self.status,
            message=self.message,
            method=self.method,
            path=self.path,
            doing=self.doing,
            error_code=self.error_code,
            debug_id=self.debug_id,
            advice=advice,
            retries=self._retries,
            may_have_acted=self.may_have_acted,
        )


MAY_HAVE_ACTED = (
    "HPE may or may not have carried the request out. Look in the console, or plan again, before repeating it."
)


class BadRequest(ApiError):
    """HPE does not accept what was sent (400, 422)."""

    reason = "HPE does not accept the request"
    advice = (
        "Change the value that the message names. If it names none, compare the arguments with their documentation."
    )


class Unauthorized(ApiError):
    """HPE does not accept the token, even a new one (401)."""

    reason = "HPE does not accept the sign-in"
    advice = (
        "A new token was tried and refused as well. Check that the API client belongs to this workspace and region, "
        "and that the user who made it still exists: deleting the user disables the client."
    )


class SignInRefused(Unauthorized):
    """HPE gives no token for these credentials."""

    reason = "HPE refused the credentials"


class Forbidden(ApiError):
    """The API client may not do this (403)."""

    reason = "not permitted"
    advice = (
        "The API client has the rights of the user who made it. Give that user a role with the permission for this, "
        "or use an API client of another user."
    )


class NotFound(ApiError):
    """There is no such object, or it is not ours to see (404)."""

    reason = "not found"
    advice = (
        "The object does not exist in this workspace and region, or the API client may not see it. If it was deleted "
        "outside Terraform, the next plan proposes to make it again."
    )


class NotAllowedNow(ApiError):
    """What was asked for is not allowed, as the removal of a Data Orchestrator that is needed (405)."""

    reason = "not allowed"
    advice = "The object may still be needed by others. Remove what depends on it first, then apply again."


class Conflict(ApiError):
    """Another action or the object's state stands in the way (409)."""

    reason = "conflict"
    advice = (
        "Another action on the object is still running, or its present state does not allow this. See the object and "
        "its running operations in the console, wait or clear what stands in the way, then apply again."
    )


class PreconditionFailed(ApiError):
    """Something that must come first has not been done (412)."""

    reason = "not possible in the object's present state"
    advice = (
        "Usually something still depends on the object: a protection policy with jobs, a store with copies, a copy "
        "that is locked or in use. Remove what depends on it first, then apply again."
    )


class Throttled(ApiError):
    """Too many calls with this API client (429)."""

    reason = "too many calls"
    advice = (
        "HPE counts the calls of each API client. Apply again later, lower Terraform's -parallelism, or give this run "
        "an API client that nothing else uses."
    )


class ServerFault(ApiError):
    """HPE's service failed (5xx)."""

    reason = "HPE's service failed"
    advice = "Apply again in a few minutes. If it stays, give HPE support the lines below."


_BY_STATUS: dict[int, type[ApiError]] = {
    400: BadRequest,
    401: Unauthorized,
    403: Forbidden,
    404: NotFound,
    405: NotAllowedNow,
    409: Conflict,
    412: PreconditionFailed,
    422: BadRequest,
    429: Throttled,
}


def api_error_kind(status: int) -> type[ApiError]:
    """Find the error class for a status."""
    return ServerFault if status >= 500 else _BY_STATUS.get(status, ApiError)  # 500 and up: faults of the server


class OperationFailed(GlbrError):
    """HPE accepted the request, and its operation ended without success."""

    def __init__(self, operation: "Operation", *, doing: str, sentences: Iterable[str]) -> None:
        start = sentence_start(doing)
        super().__init__(f"{start}: HPE's operation ended {operation.state}", paragraphs(*sentences))
        self.operation = operation
        self.operation_id = operation.id


class OperationPaused(GlbrError):
    """HPE accepted the request, and a person has to approve or decide before it goes on."""

    def __init__(self, operation: "Operation", *, doing: str) -> None:
        start = sentence_start(doing)
        where = f" See {operation.console_link}" if operation.console_link else " See the operation in HPE's console."
        super().__init__(
            f"{start}: waits for a person at HPE",
            paragraphs(
                f'{start}: HPE has paused operation {operation.id} ("{operation.display_name}") until a person acts.'
                f" With dual authorization that is a second person, who approves what the first one asked for.{where}",
                "Once it is approved the operation goes on by itself; then apply again, which picks it up.",
            ),
        )
        self.operation = operation
        self.operation_id = operation.id


class OperationTimedOut(GlbrError):
    """HPE accepted the request and is still at work; we no longer wait."""

    def __init__(self, operation_id: str, *, doing: str, timeout_seconds: float, progress: str) -> None:
        start = sentence_start(doing)
        super().__init__(
            f"{start}: not finished within {timeout_seconds:g} seconds",
            paragraphs(
                f"{start}: HPE's operation {operation_id} was not finished after {timeout_seconds:g} seconds{progress}.",
                "The operation goes on at HPE; nothing was cancelled. Apply again to go on waiting for it, and raise "
                "the resource's `timeouts` if such work usually takes this long.",
            ),
        )
        self.operation_id = operation_id


class Interrupted(GlbrError):
    """We were told to stop, and stopped waiting."""

    def __init__(self, *, doing: str, operation_id: str | None = None) -> None:
        start = sentence_start(doing)
        going_on = (
            f"HPE's operation {operation_id} goes on; nothing was cancelled. Apply again to go on waiting for it."
            if operation_id
            else "It was waiting before another call to HPE; apply again to go on."
        )
        super().__init__(f"{start}: interrupted", f"{start}: stopped because Terraform was asked to stop. {going_on}")
        self.doing = doing
        self.operation_id = operation_id


class Unreachable(GlbrError):
    """No answer from HPE.

    `may_have_acted` is True when a request that changes something was on its way, and only its answer was lost.
    """

    def __init__(self, *, doing: str, host: str, what: str, may_have_acted: bool, advice: str = "") -> None:
        start = sentence_start(doing)
        certainty = MAY_HAVE_ACTED if may_have_acted else "HPE has not carried out anything of this request."
        super().__init__(
            f"{start}: no answer from {host}",
            paragraphs(
                f"{start}: {what}",
                certainty,
                advice or f"Check that this machine can reach {host}, through a proxy if it needs one, then try again.",
            ),
        )
        self.may_have_acted = may_have_acted


class UnexpectedReply(GlbrError):
    """HPE answered, and not in a form it has published."""

    def __init__(self, *, doing: str, what: str) -> None:
        start = sentence_start(doing)
        super().__init__(
            f"{start}: unexpected answer",
            paragraphs(
                f"{start}: {what}",
                "Something between this machine and HPE may have answered instead, such as a proxy, or HPE has changed "
                "its API. Check the provider's endpoint; if it is right, please report this.",
            ),
        )
