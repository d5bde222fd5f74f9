"""What the checks say: the error that stops synthesis, and the remarks that do not."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

from glbr.protection.words import counted
from glbr.review.report import Judged
from glbr_constructs.checks.judgement import Judgement

_MOST_IN_FULL: Final = 5
"""Places of one rule that are told with all there is to say; of more there is a line each."""
_MOST_PLACES: Final = 5
"""Places that a remark names."""
_USUAL_TIME: Final = dt.timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Remark:
    """What does not stop anything, in one line.

    Attributes:
        weight: `warning` for what nobody can decide as yet, and for what is acknowledged in vain; `info` for the rest.
        text: The line.
    """

    weight: Literal["warning", "info"]
    text: str


def refusal(judgement: Judgement) -> str:
    """The error: every finding that stops synthesis, by rule, with place, cure and how to accept it; empty for none."""
    stopping = judgement.stopping()
    if not stopping:
        return ""
    pack, number = judgement.report.pack, counted(len(stopping), "finding")
    lines = [f"Protection checks (pack {pack}): {number} must be mended or acknowledged."]
    for same in _by_rule(stopping):
        first = same[0]
        lines.append(f"  {first.finding.rule} {first.title} ({first.finding.severity.word})")
        for position, one in enumerate(same):
            lines += (f"    {line}" for line in _told(judgement, one, in_full=position < _MOST_IN_FULL))
        if first.result != "error":
            lines.append(f"    cure: {first.fix}")
    return "\n".join(lines)


def _told(judgement: Judgement, one: Judged, *, in_full: bool) -> Iterator[str]:
    finding, address = one.finding, judgement.address(one)
    place = judgement.path(one)
    if not in_full:
        yield f"at {place}: {finding.after or judgement.message(one)}"
        return
    where = ", ".join(filter(None, (address, finding.path)))
    yield f"at {place}{f' ({where})' if where else ''}"
    yield f"  found: {judgement.message(one)}"
    for why in judgement.lapsed(one):
        yield f"  acknowledged, but that does not count: {why}"
    if judgement.can_be_acknowledged(one):
        yield f"  accept it for a while: {_acknowledging(judgement, one)}"
    else:
        yield "  nobody can acknowledge it" if one.result != "error" else f"  {finding.resolve}"


def _acknowledging(judgement: Judgement, one: Judged) -> str:
    finding = one.finding
    words = [repr(finding.rule), "reason=...", f"until={(judgement.today + _USUAL_TIME).isoformat()!r}", "owner=..."]
    words += [f"{name}={given!r}" for name, given in (("tier", finding.tier), ("value", finding.after)) if given]
    if finding.schedule is not None:
        words.append(f"schedule={finding.schedule}")
    return f".acknowledge({', '.join(words)})".replace("'", '"')


def remarks(judgement: Judgement) -> Iterator[Remark]:
    """What does not stop synthesis, a line for each rule and each reason."""
    groups: dict[tuple[Literal["warning", "info"], str], list[Judged]] = defaultdict(list)
    for one in judgement.remarks():
        groups[_kind(one)].append(one)
    for (weight, kind), found in sorted(groups.items(), reverse=True):  # warnings first
        for same in _by_rule(found):
            first = same[0]
            yield Remark(weight, f"{kind}: {first.finding.rule} {first.title}, {_places(judgement, same)}")


def _kind(one: Judged) -> tuple[Literal["warning", "info"], str]:
    if one.waiver is not None:
        return "info", f"acknowledged by {one.waiver.owner} until {one.waiver.until}"
    if one.result == "unknown":
        return "warning", "not decided here, a review of the plan decides"
    if one.enforcement != "advisory":
        return "warning", "acknowledged in vain"
    return "info", "advice"


def _places(judgement: Judgement, same: list[Judged]) -> str:
    paths = list(dict.fromkeys(judgement.path(one) for one in same))
    if len(same) == 1:
        return f"at {paths[0]}: {judgement.message(same[0])}"
    more = f" and {len(paths) - _MOST_PLACES} more" if len(paths) > _MOST_PLACES else ""
    return f"at {', '.join(paths[:_MOST_PLACES])}{more}"


def _by_rule(found: Iterable[Judged]) -> list[list[Judged]]:
    groups: dict[str, list[Judged]] = defaultdict(list)
    for one in found:
        groups[one.finding.rule].append(one)
    return list(groups.values())
