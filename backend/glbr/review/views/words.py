"""What every view says in the same words: signs, counts, tiers, places, and what makes a review less than whole.

A sign never stands alone: the word is always beside it. Nothing here escapes for a format; `plain` only takes away what no
line of text should have.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import quote

from glbr.protection.direction import Direction
from glbr.review.model.model import Check, Location
from glbr.review.report import Enforcement, Judged, Outcome, Report, Result
from glbr.review.rules.copies.whereabouts import tier_word
from glbr.review.rules.wording import counted

PRODUCT: Final = "glbr"

OUTCOME_SIGNS: Final[Mapping[Outcome, str]] = {
    "clean": "✅",
    "blocked": "⛔",
    "needs approval": "✋",
    "undecidable": "❓",
}

RESULT_SIGNS: Final[Mapping[Result, str]] = {"fail": "❌", "unknown": "❓", "waived": "🔕", "error": "💥"}

RESULT_WORDS: Final[Mapping[Result, str]] = {
    "fail": "found",
    "unknown": "cannot be judged",
    "waived": "waived",
    "error": "the rule broke",
}

ENFORCEMENT_WORDS: Final[Mapping[Enforcement, str]] = {
    "hard": "blocks",
    "soft": "needs approval",
    "advisory": "advice",
}

DIRECTION_WORDS: Final[Mapping[Direction, str]] = {
    Direction.DESTRUCTIVE: "⛔ lost",
    Direction.WEAKENING: "⚠️ weaker",
    Direction.ONE_WAY: "🔒 stronger, for good",
    Direction.NEUTRAL: "different",
    Direction.STRENGTHENING: "✅ stronger",
}

LONGEST_NAME: Final = 200
"""Letters of a name that are shown."""

_BREAKS: Final = re.compile(r"[\s\x1c-\x1f\x85\u2028\u2029]+")
_UNSEEN: Final = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff\ud800-\udfff"
    "\U000e0000-\U000e007f]"
)


def plain(text: str) -> str:
    """One line of what can be seen: breaks become spaces; controls, ANSI escapes and marks of direction become numbers."""
    if text.isprintable():
        return text.strip()
    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", _BREAKS.sub(" ", text)).strip()


def shortened(text: str, most: int) -> str:
    """At most so many characters of a plain text; an ellipsis says that there is more."""
    seen = plain(text)
    return seen if len(seen) <= most else f"{seen[: most - 1].rstrip()}…"


def tier_in_words(kind: str) -> str:
    """A kind of tier as people write it; empty for none."""
    return tier_word(kind) if kind else ""


def title(report: Report) -> str:
    """What the review is about and what came out: `Data protection: blocked`."""
    return f"Data protection: {report.outcome}"


def opening(report: Report, most: int) -> str:
    """The sentence for whoever reads nothing else: `Data protection: blocked – 12 VMs lose their off-site copy`."""  # noqa: RUF002
    said = shortened(report.headline, most)
    return f"{title(report)} – {said}" if said else title(report)  # noqa: RUF001


def about(one: Judged) -> str:
    """What a finding is about, with its tier: `policy gold · cloud backup`."""
    subject = shortened(one.finding.subject, LONGEST_NAME) or shortened(one.finding.address, LONGEST_NAME) or "the plan"
    return " · ".join(part for part in (subject, tier_in_words(plain(one.finding.tier))) if part)


def standing_in_words(one: Judged) -> str:
    """What happens because of a finding: `blocks`, `cannot be judged, needs approval`, `waived until 2027-01-31`."""
    if one.result == "waived":
        return f"waived until {plain(one.waiver.until)}" if one.waiver is not None else "waived"
    does = ENFORCEMENT_WORDS[one.enforcement]
    return does if one.result == "fail" else f"{RESULT_WORDS[one.result]}, {does}"


def sign_of(one: Judged) -> str:
    """The sign of a finding: what it is, and for a plain failure what it does."""
    if one.result != "fail":
        return RESULT_SIGNS[one.result]
    return {"hard": "⛔", "soft": "✋", "advisory": "⚠️"}[one.enforcement]


def change_in_words(before: str, after: str) -> str:
    """`locked 1 month → locked 1 week`; only the later one for a state of things."""
    earlier, later = plain(before), plain(after)
    return f"{earlier} → {later or 'nothing'}" if earlier else later


def reasons(one: Judged) -> tuple[tuple[str, str], ...]:
    """What else there is to say of a finding, each with its word; of a rule that broke, its own advice says nothing."""
    advice = (("Why", one.explain), ("Fix", one.fix)) if one.result != "error" else ()
    told = (("To decide it", one.finding.resolve), *advice)
    return tuple((word, text) for word, text in told if plain(text))


def place(location: Location | None) -> str:
    """Where something is written: `stacks/prod/main.py:42 (Clinic/Gold)`; empty when nobody knows."""
    if location is None:
        return ""
    line = f":{location.line}" if location.file and location.line else ""
    construct = plain(location.construct)
    spot = f"{plain(location.file)}{line}"
    return f"{spot} ({construct})" if spot and construct else spot or construct


def where(one: Judged) -> str:
    """Everything that tells where to write something else: address, attribute, file."""
    parts = (plain(one.finding.address), plain(one.finding.path), place(one.location))
    return " · ".join(part for part in parts if part)


def rule_page(report: Report, one: Judged) -> str:
    """Address of the rule's page; empty for a rule of the user's, or without documentation."""
    if one.rule is None or not report.documentation:
        return ""
    return f"{report.documentation}{quote(plain(one.rule.id), safe='')}"


def entry_file(report: Report) -> str:
    """The file that stands for a stack when nobody knows where something is written; never the plan.

    It is the first file that an object of the stack is known to be written in, else the `main.tf` of the stack.
    """
    known = (inside_repository(one.file) for one in report.analysis.model.locations.values())
    first = min((file for file in known if file), default="")
    return first or inside_repository(f"{report.analysis.model.provenance.stack}/main.tf")


@lru_cache(maxsize=1024)  # thousands of findings stand in a handful of files
def inside_repository(file: str) -> str:
    """A path without a way out of the repository: no leading slash, no drive, no `..`."""
    parts = PurePosixPath(plain(file).replace("\\", "/")).parts
    return "/".join(part for part in parts if part not in {"/", "//", "..", "."} and not part.endswith(":"))


def banners(report: Report) -> tuple[str, ...]:
    """What makes this review less than the whole truth; never to be folded away."""
    model = report.analysis.model
    provenance = model.provenance
    said = []
    if provenance.errored:
        said.append("Planning ended with an error: what Terraform would do is not all in this review.")
    if provenance.complete is False:
        said.append(
            "The plan is incomplete (targeted, or parts are put off): more is to come that nobody has reviewed."
        )
    if provenance.origin == "configuration":
        said.append("From the configuration alone, not from a plan: what changes is not known.")
    if provenance.origin == "configurations":
        said.append("From two configurations, not from a plan: what is at HPE today was not looked at.")
    if model.deferred:
        said.append(f"Terraform puts off {_some([address for address, _ in model.deferred])}.")
    unmet = [_check_in_words(check) for check in model.checks if check.status != "pass"]
    if unmet:
        said.append(f"Checks of Terraform that did not pass: {_some(unmet)}.")
    return tuple(said)


def completeness(report: Report) -> str:
    """Whether the input showed everything, in two or three words."""
    provenance = report.analysis.model.provenance
    if provenance.origin != "plan":
        return "from configuration, not a plan"
    if provenance.errored:
        return "plan ended with an error"
    if provenance.complete is None:
        return "plan does not say whether it is complete"
    return "plan complete" if provenance.complete else "plan incomplete"


def tallies(report: Report) -> tuple[str, ...]:
    """The counts that a reader needs to trust the rest: `1 waived (until 2027-01-31)`, `0 undecidable`, `plan complete`."""
    waived = [one for one in report.judged if one.result == "waived"]
    ends = sorted({shortened(one.waiver.until, 20) for one in waived if one.waiver is not None})
    until = f" (until {ends[0]}{f' … {ends[-1]}' if len(ends) > 1 else ''})" if ends else ""
    undecided = sum(one.result in {"unknown", "error"} for one in report.judged)
    return (
        *(f"{count:,} {word}" for word, count in _by_enforcement(report) if count),
        f"{len(waived):,} waived{until}",
        f"{undecided:,} undecidable",
        f"{len(report.passed):,} rules passed",
        completeness(report),
    )


def _by_enforcement(report: Report) -> list[tuple[str, int]]:
    brought = report.brought()
    words: tuple[tuple[Enforcement, str], ...] = (
        ("hard", "blocking"),
        ("soft", "for approval"),
        ("advisory", "advice"),
    )
    counted = [(word, sum(one.enforcement == kind for one in brought)) for kind, word in words]
    return [*counted, ("so before", len(report.earlier()))]


def _check_in_words(check: Check) -> str:
    why = "; ".join(plain(problem) for problem in check.problems)
    return f"{plain(check.address)} ({check.status}{f': {why}' if why else ''})"


def _some(names: list[str]) -> str:
    """The first three of some names, and how many more there are."""
    shown = ", ".join(shortened(name, 120) for name in names[:3])
    return f"{shown} and {counted(len(names) - 3, 'other')}" if len(names) > 3 else shown
