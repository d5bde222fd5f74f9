"""The result of one check."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from glbr.api.errors import GlbrError


class Status(StrEnum):
    """How a check ended. `skipped`: there was nothing to check yet."""

    OK = "ok"
    WARN = "warn"
    FAIL = "fail"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found, and what to do about it (empty if nothing)."""

    check: str
    status: Status
    found: str
    todo: str = ""

    @classmethod
    def of(cls, check: str, problem: GlbrError) -> "Finding":
        """Turn an error, which teaches already, into a finding."""
        return cls(check, Status.FAIL, problem.summary, problem.detail)


def worst(findings: Sequence[Finding], *, strict: bool) -> Status:
    """The verdict over all findings; strictly, what could not be checked counts as failed."""
    statuses = {finding.status for finding in findings}
    if Status.FAIL in statuses or (strict and Status.SKIPPED in statuses):
        return Status.FAIL
    return Status.WARN if Status.WARN in statuses else Status.OK
