"""The hidden first line of a comment: whose it is and how old, so that it is found again and no late run overwrites a newer."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Final, Self
from urllib.parse import quote, unquote

from glbr.review.report import Report

_WRITTEN: Final = re.compile(r"<!-- glbr-review stack=(\S*) valid-at=(\S+) fp=([0-9a-f]{16}) -->")
_LONGEST_STACK: Final = 150


@dataclass(frozen=True, slots=True)
class Marker:
    """What the hidden line says.

    Attributes:
        stack: Which of several stacks the comment is about.
        valid_at: Moment of the plan. A comment is only replaced by one that is as new or newer.
        fingerprint: The same as long as the findings, and what becomes of them, are the same.
    """

    stack: str
    valid_at: datetime
    fingerprint: str

    @classmethod
    def of(cls, report: Report) -> Self:
        """The marker of a review."""
        provenance = report.analysis.model.provenance
        said = [
            f"{one.finding.fingerprint} {one.result} {one.enforcement} {one.finding.after}" for one in report.judged
        ]
        whole = "\n".join((report.outcome, *sorted(said))).encode("utf-8", "backslashreplace")
        stack = provenance.stack
        if len(stack) > _LONGEST_STACK:
            stack = f"{stack[:100]}~{sha256(stack.encode('utf-8', 'backslashreplace')).hexdigest()[:16]}"
        return cls(stack, provenance.at.astimezone(UTC), sha256(whole).hexdigest()[:16])

    @classmethod
    def read(cls, comment: str) -> Self | None:
        """The marker of a comment; None for a comment that is not of ours."""
        found = _WRITTEN.match(comment.lstrip("\ufeff \r\n\t"))
        if found is None:
            return None
        try:
            return cls(unquote(found[1]), datetime.fromisoformat(found[2]).astimezone(UTC), found[3])
        except ValueError:
            return None

    def __str__(self) -> str:
        # Two hyphens end a comment for some readers, whatever follows them.
        stack = quote(self.stack, safe="", errors="replace").replace("--", "%2D%2D")
        moment = self.valid_at.strftime("%Y-%m-%dT%H:%M:%SZ")
        return f"<!-- glbr-review stack={stack} valid-at={moment} fp={self.fingerprint} -->"
