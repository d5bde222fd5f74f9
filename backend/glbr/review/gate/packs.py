"""Packs: named choices of what each rule's finding leads to. Enforcement lives here and never in a rule."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from glbr.review.gate.documents import checked, mistakes, read_document, suggestion
from glbr.review.gate.settings import STRICT, Approval, Given, Level, OnExisting, OnUnknown
from glbr.review.problem import ReviewProblem
from glbr.review.rules.finding import Severity

FOLDER: Final = Path(__file__).parent.parent / "packs"
DEFAULT: Final = "baseline"

SEVERITIES: Final = tuple(severity.word for severity in reversed(Severity))


@dataclass(frozen=True)
class Pack:
    """A pack, as its file has it.

    Attributes:
        name: What people call it.
        description: Whom it is for, in a sentence or two.
        enforcement: By severity, and by id of a rule, which wins: `{"critical": "hard", "DP-COV-006": "off"}`. A severity
            that is left out is advisory.
        parameters: Thresholds, by rule.
        never_waived: Rules whose findings nobody can waive.
        require_approval: From which direction on somebody has to approve.
        unknown: What becomes of a rule that cannot decide.
        existing: What becomes of what was so before the change.
    """

    name: str
    description: str
    enforcement: dict[str, Level] = field(default_factory=dict)
    parameters: dict[str, dict[str, Given]] = field(default_factory=dict)
    never_waived: tuple[str, ...] = ()
    require_approval: Approval = "weakening"
    unknown: OnUnknown = "fail"
    existing: OnExisting = "report"

    __pydantic_config__ = STRICT

    def level(self, rule: str, severity: Severity, overrides: Mapping[str, Level]) -> Level:
        """What a finding leads to: what is said of its rule comes before what is said of its severity.

        Args:
            rule: Its rule.
            severity: How bad it is.
            overrides: What a gate says, which comes before the pack.
        """
        for name in (rule, severity.word):
            for said in (overrides, self.enforcement):
                if name in said:
                    return said[name]
        return "advisory"


def shipped_names() -> list[str]:
    """Names of the packs that come with GLBR."""
    return sorted(path.stem for path in FOLDER.glob("*.yaml"))


def shipped(name: str) -> Pack:
    """A pack that comes with GLBR. A test holds every one of them to the check that a team's own goes through."""
    tree = read_document(FOLDER / f"{name}.yaml", "a pack of GLBR's own")
    fields: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in tree.items()}
    return Pack(**fields)


def read_pack(given: str, beside: Path) -> Pack:
    """Find a pack by its name, or by the path of its file.

    Args:
        given: Name or path, as somebody wrote it.
        beside: Folder that a path is relative to.

    Raises:
        ReviewProblem: There is none, or its file is wrong.
    """
    if given in shipped_names():
        return shipped(given)
    path = beside / given
    if not path.is_file():
        raise ReviewProblem(
            f"There is no pack {given}",
            f"{suggestion(given, shipped_names())}Give the name of one of GLBR's own ({', '.join(shipped_names())}), or "
            f"the path of a pack's file; {path} is none.",
        )
    return pack_in(path)


def pack_in(path: Path) -> Pack:
    """Read a pack's file.

    Raises:
        ReviewProblem: It is wrong.
    """
    return checked(read_document(path, "a pack"), Pack, f"Reading the pack in {path}")


def check_names(given: Mapping[str, object], known: Mapping[str, object], doing: str, place: str) -> None:
    """See that each key is a severity, or the id of a rule.

    Raises:
        ReviewProblem: One is neither.
    """
    allowed = [*SEVERITIES, *known]
    mistakes(
        doing,
        [
            (
                f"{place}.{name}",
                "there is no such rule or severity",
                f"{suggestion(name, allowed)}Severities: {', '.join(SEVERITIES)}; `--list-rules` shows the rules.",
            )
            for name in given
            if name not in allowed
        ],
    )
