"""One sentence for whoever reads nothing else of a review."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from glbr.protection.direction import Direction
from glbr.review.analysis.analysis import Analysis
from glbr.review.gate.outcome import Unsaid
from glbr.review.report import Judged, Outcome
from glbr.review.rules.finding import Finding
from glbr.review.rules.wording import counted

_LONGEST: Final = 200

_LONGEST_NAME: Final = 60

_END: Final = re.compile(r"\.\s+(?=[A-Z0-9])")

_STILL_SAID: Final = "and this gate lets that pass"


def headline(judged: Sequence[Judged], analysis: Analysis, outcome: Outcome, pack: str) -> str:
    """Say the worst in a sentence; for a change that harms nobody, what it does.

    What a gate lets pass is said all the same: a clean verdict is no reason to read that nothing happens.

    Args:
        judged: All findings, worst first.
        analysis: What was looked at.
        outcome: What the gate says.
        pack: Name of the pack.
    """
    worst = [one for one in judged if one.counts]
    if worst:
        return _short(_of_findings(worst))
    brought = [one for one in judged if not one.existing and one.result != "waived"]
    weaker = [one for one in brought if one.result == "fail" and one.finding.direction >= Direction.WEAKENING]
    open_ = [one for one in brought if one.result == "unknown"]
    remarks = len(brought) - len(weaker) - len(open_)
    passing = f", {_STILL_SAID}" if outcome == "clean" else ""
    if weaker:
        return _short(_of_findings(weaker), passing)
    unsaid = _worst_unsaid(judged, analysis)
    if unsaid is not None:
        return _short(_of_direction(unsaid, analysis), passing)
    if open_:
        more = f" and {len(open_) - 1:,} more" if len(open_) > 1 else ""
        return _short(f"It cannot be told: {_of_finding(open_[0].finding)}", f"{more}{passing}")
    waived = [one for one in judged if one.waiver is not None]
    if waived:
        return _of_waived(waived)
    if not analysis.is_change:
        if remarks:
            return f"{counted(remarks, 'remark')}, and nothing that the pack {pack} asks anybody about"
        return f"Nothing that the pack {pack} asks for is missing"
    return _of_the_harmless(analysis, remarks)


def _worst_unsaid(judged: Sequence[Judged], analysis: Analysis) -> Direction | None:
    """The worst that happens to assets without a finding about it, or a waiver that covers it."""
    unsaid = Unsaid(judged, analysis)
    return next((one for one in (Direction.DESTRUCTIVE, Direction.WEAKENING) if unsaid.goes(one)), None)


def _of_findings(worst: Sequence[Judged]) -> str:
    first = worst[0].finding
    said = _of_finding(first)
    second = next((one.finding for one in worst[1:] if one.finding.rule != first.rule), None)
    if second is None:
        return said
    more = _sentence(second.message)
    if second.before and second.after:
        whose = "" if second.subject == first.subject else f"{second.subject}: "
        more = whose + from_to(second.before, second.after)
    elif more in said:
        return said
    both = f"{said}; {more}"
    return both if len(both) <= _LONGEST else said


def _of_finding(finding: Finding) -> str:
    """The first sentence of a finding, led by what it is about as far as the sentence does not say it."""
    said = _sentence(finding.message)
    plain = said.casefold()
    has_subject = _names(said, finding.subject) or finding.subject[:1].isdigit()
    tiers = {finding.tier.casefold(), finding.tier.casefold().replace("_", " ")}
    led = [
        "" if has_subject and not plain.startswith("at least") else _cut(finding.subject, _LONGEST_NAME),
        "" if any(tier in plain for tier in tiers) else finding.tier,
        "" if not finding.assets or _tells(said, finding.assets) else counted(finding.assets, "asset"),
    ]
    about = ", ".join(filter(None, led))
    return f"{about}: {said}" if about else said


def _names(sentence: str, subject: str) -> bool:
    """Whether a sentence names a subject such as `policy gold`; a name of one or two letters may be any word."""
    name = subject.partition(" ")[2]
    sought = name if len(name) > 2 else subject
    return re.search(rf"(?<!\w){re.escape(sought)}(?!\w)", sentence, re.IGNORECASE) is not None


def _tells(sentence: str, count: int) -> bool:
    return re.search(rf"\b{count:,} (?:\w+ )?(?:asset|VM|volume|database|machine)s?\b", sentence) is not None


def _of_waived(waived: Sequence[Judged]) -> str:
    first = waived[0]
    assert first.waiver is not None
    more = f", and {len(waived) - 1:,} more waived" if len(waived) > 1 else ""
    end = f"; waived by {first.waiver.owner[:60]} until {first.waiver.until}{more}"
    return _short(_of_finding(first.finding), end)


def _of_the_harmless(analysis: Analysis, remarks: int) -> str:
    """What a change does that weakens nothing."""
    directions = {analysis.direction(unit) for unit in analysis.units}
    acting = [change for change in analysis.model.changes if not change.is_none]
    anew = sum(change.replaces for change in acting)
    gone = sum(change.deletes and not change.replaces for change in acting)
    objects = [f"{counted(count, 'object')} {end}" for count, end in _ends(anew, gone) if count]
    told = next((one for one in (Direction.ONE_WAY, Direction.STRENGTHENING) if one in directions), None)
    if told is not None:
        said = [_of_direction(told, analysis), *objects]
    elif objects:
        said = [*objects, "protection stays as it was"]
    elif remarks:
        said = ["Nothing weakens"]
    else:
        said = ["Nothing about protection changes" if acting else "Nothing changes for whoever has to restore"]
    return _short("; ".join([*said, *([counted(remarks, "remark")] if remarks else [])]))


def _ends(anew: int, gone: int) -> tuple[tuple[int, str], ...]:
    return (
        (anew, "is made anew" if anew == 1 else "are made anew"),
        (gone, "is destroyed" if gone == 1 else "are destroyed"),
    )


def _of_direction(direction: Direction, analysis: Analysis) -> str:
    units = [unit for unit in analysis.units if analysis.direction(unit) is direction]
    count = sum(unit.count for unit in units)
    # Never "at least" first: a reader takes the number for the news.
    assets = counted(count, "asset") if all(unit.countable for unit in units) else f"{count:,} or more assets"
    if direction is Direction.STRENGTHENING:
        said = f"Protection gets stronger for {assets}"
    elif direction is Direction.ONE_WAY:
        said = f"A longer lock for {assets}, which nobody can take back"
    elif direction is Direction.WEAKENING:
        said = f"Less protection than before for {assets}"
    else:
        said = f"Copies, or all protection, are lost for {assets}"
    words = Counter(
        from_to(shift.before, shift.after)
        for unit in units
        for shift in unit.shifts
        if shift.direction is direction and shift.before and shift.after
    )
    return f"{said}: {words.most_common(1)[0][0]}" if words else said


def from_to(before: str, after: str) -> str:
    """A change in few words, saying once what both sides say: `worst RPO 4 hours → 1 day`."""
    mine, others = before.split(" "), after.split(" ")
    same = 0
    while same < min(len(mine), len(others)) - 1 and mine[same] == others[same] and not mine[same].isdigit():
        same += 1
    return f"{before} → {' '.join(others[same:])}"


def _sentence(message: str) -> str:
    """The first sentence of a message; what follows it is for whoever reads on."""
    return _END.split(message, maxsplit=1)[0].rstrip(" .")


def _short(text: str, end: str = "") -> str:
    """A text with its end, which is never cut."""
    return f"{_cut(text, _LONGEST - len(end))}{end}"


def _cut(text: str, most: int) -> str:
    """At most so many letters, of whole words where these are no longer than words are."""
    if len(text) <= most:
        return text
    start, _, broken = text[: most - 1].rpartition(" ")
    return f"{start if len(broken) < _LONGEST_NAME // 2 else text[: most - 1]}…"
