"""One rule as one record: what it looks for, why, what to do, and two examples."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from glbr.review.analysis.analysis import Analysis
from glbr.review.rules.example import Example
from glbr.review.rules.finding import Finding, Severity

Mode = Literal["change", "state", "both"]
"""What a rule needs: two sides to compare, the result alone, or whichever there is."""

Value = bool | int | float | str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Parameter:
    """A threshold that a pack or a gate may set. Its default tells the type.

    Attributes:
        default: Used unless a pack says otherwise. A period is written as text: `7 days`.
        says: What it means, with its unit.
        source: Where the default comes from.
        kind: `period` for a text that is a period, `moment` and so on; empty where the default tells all.
        allowed: The values it may have; empty for any of the type.
    """

    default: Value
    says: str
    source: str
    kind: Literal["", "period"] = ""
    allowed: tuple[Value, ...] = ()


Parameters = Mapping[str, Value]
"""The parameters in force for one rule."""

Judge = Callable[["Rule", Analysis, Parameters], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule. A module below `rules/` that has a `RULE` is in the catalogue: there is no list to edit.

    Attributes:
        id: `DP-LOCK-001`; never given to another rule.
        title: What happened, in a few words: "Lock removed".
        severity: How bad it is unless a finding says otherwise.
        mode: What it needs.
        applies_to: Kinds of objects it looks at: `store`, `policy`, `group`, `job`, `plan`.
        explain: Why it matters, in backup words.
        fix: What to write instead.
        sources: Where it comes from.
        judge: Looks at an analysis.
        fires: An example with a finding of this rule.
        quiet: An example close to it, without one.
        parameters: Thresholds.
        since: Version of GLBR that had it first.
    """

    id: str
    title: str
    severity: Severity
    mode: Mode
    applies_to: tuple[str, ...]
    explain: str
    fix: str
    sources: tuple[str, ...]
    judge: Judge
    fires: Example
    quiet: Example
    parameters: Mapping[str, Parameter] = field(default_factory=dict)
    since: str = "0.1.0"
