"""A team's own rules: YAML with conditions in CEL over the model document that `glbr review --model` prints.

The conditions are compiled and run in a process of their own, with limits: a rule may come out of a pull request, and no
rule may hang a review or bring it down.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator

from glbr.review.gate.documents import checked, mistakes, read_document
from glbr.review.gate.settings import RULE_ID
from glbr.review.problem import ReviewProblem
from glbr.review.rules.finding import Severity

Kind = Literal["stores", "policies", "groups", "jobs", "changes", "model"]

_MOST_RULES: Final = 200

Text = Annotated[str, Field(min_length=1, max_length=2_000)]
Expression = Annotated[str, Field(min_length=1, max_length=4_000)]


class UserRule(BaseModel):
    """One rule of the team's own.

    Attributes:
        id: Its id, with a prefix of the team's: `ACME-1`.
        title: What happened, in a few words.
        severity: How bad it is.
        kind: What it looks at, one by one: `for` in the file.
        when: CEL that must be true for the rule to apply.
        claim: CEL that must be true: `assert` in the file.
        message: One sentence about an object for which it is not.
        explain: Why it matters.
        fix: What to write instead.
    """

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)

    id: str
    title: Text
    severity: Literal["critical", "high", "medium", "low", "info"]
    kind: Kind = Field(alias="for")
    when: Expression = "true"
    claim: Expression = Field(alias="assert")
    message: Text
    explain: Text
    fix: Text

    @field_validator("id")
    @classmethod
    def _own_prefix(cls, given: str) -> str:
        if not RULE_ID.fullmatch(given) or given.startswith("DP-"):
            raise ValueError("an id is a prefix of your own and a number, such as ACME-1; DP- is GLBR's")
        return given

    @property
    def how_bad(self) -> Severity:
        """Its severity, as findings have it."""
        return Severity[self.severity.upper()]


class _File(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)

    rules: Annotated[tuple[UserRule, ...], Field(max_length=_MOST_RULES)]


def read_user_rules(paths: Iterable[Path]) -> tuple[UserRule, ...]:
    """Read the rules of some files.

    Raises:
        ReviewProblem: A file is missing or wrong, or an id is given twice.
    """
    found: dict[str, UserRule] = {}
    for path in paths:
        doing = f"Reading rules of your own in {path}"
        rules = checked(read_document(path, "rules of your own"), _File, doing).rules
        ids = [rule.id for rule in rules]
        twice = {name for name in ids if ids.count(name) > 1 or name in found}
        mistakes(
            doing, [("rules", f"the id {name} is given twice", "Each rule has its own.") for name in sorted(twice)]
        )
        found.update({rule.id: rule for rule in rules})
    if len(found) > _MOST_RULES:
        raise ReviewProblem(f"There are {len(found)} rules of your own", f"{_MOST_RULES} are the most.")
    return tuple(found.values())
