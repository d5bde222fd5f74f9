"""How copies flow: which asset is protected by which job, in which tier, to which store, before and after a change."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from glbr.protection.setting import Setting
from glbr.review.analysis.unit import Unit
from glbr.review.model.objects import Job, Side
from glbr.review.report import Report
from glbr.review.rules.wording import counted
from glbr.review.views.escaped import escaped
from glbr.review.views.words import plain, shortened, tier_in_words

MOST_WAYS: Final = 24
"""A picture with more is one that nobody reads."""

Fate = Literal["kept", "lost", "new", "not known"]

_ARROWS: Final[dict[Fate, str]] = {
    "kept": "-->",
    "lost": '-. "lost" .->',
    "new": '== "new" ==>',
    "not known": '-. "not known" .->',
}


@dataclass(frozen=True, slots=True)
class Way:
    """One way of copies.

    Attributes:
        unit: What is protected.
        job: The job that makes the copies.
        tier: Their kind, in words.
        store: Where they go, in words.
        fate: Whether it is there before and after.
    """

    unit: str
    job: str
    tier: str
    store: str
    fate: Fate


def ways(report: Report) -> list[Way]:
    """The ways of everything that changes; nothing when there are too many for a picture."""
    found: list[Way] = []
    for unit in report.analysis.units:
        if unit.shifts or unit.is_lost or unit.is_new:
            found.extend(_of(report, unit))
        if len(found) > MOST_WAYS:
            return []
    return found


def _of(report: Report, unit: Unit) -> Iterator[Way]:
    model = report.analysis.model
    before = dict.fromkeys(_places(model.before, unit.before))
    after = dict.fromkeys(_places(model.after, unit.after))
    # Where the apply decides on the store, nobody knows whether a way of today goes on.
    hidden = {(job, tier) for job, tier, store in after if store is None}
    for job, tier, store in {**before, **after}:
        fate: Fate = "kept" if (job, tier, store) in after else "lost"
        if (job, tier, store) not in before:
            fate = "new"
        if store is None or (fate == "lost" and (job, tier) in hidden):
            fate = "not known"
        yield Way(unit.name, job, tier, store or "known only after the apply", fate)


def _places(side: Side, jobs: tuple[Job, ...]) -> Iterator[tuple[str, str, str | None]]:
    for job in jobs:
        for tier in job.tiers.value or ():
            yield job.name, tier_in_words(plain(str(tier.kind))), _store(side, tier.store)
        if job.tiers.is_unknown:
            yield job.name, "tiers known only after the apply", None


def _store(side: Side, reference: Setting[str]) -> str | None:
    if reference.is_unknown:
        return None
    if reference.value is None:
        return "the array itself"
    store = side.stores.get(reference.value)
    return store.name if store is not None else reference.value


def mermaid(found: list[Way]) -> str:
    """The ways as a flowchart that GitHub and GitLab draw."""
    nodes: dict[tuple[str, str], str] = {}
    edges: dict[str, None] = {}

    def node(kind: str, words: str) -> str:
        return nodes.setdefault((kind, words), f"n{len(nodes)}")

    for way in found:
        ends = (node("unit", way.unit), node("job", way.job), node("tier", f"{way.job}\0{way.tier}"))
        arrow = _ARROWS[way.fate]
        edges[f"  {ends[0]} --- {ends[1]}"] = None
        edges[f"  {ends[1]} --- {ends[2]}"] = None
        edges[f"  {ends[2]} {arrow} {node('store', way.store)}"] = None
    labels = [f'  {name}["{kind}: {_label(words.rpartition(chr(0))[2])}"]' for (kind, words), name in nodes.items()]
    return "\n".join(["```mermaid", "flowchart LR", *labels, *edges, "```"])


def in_words(found: list[Way]) -> str:
    """The same as a list, for whoever cannot see the picture."""
    lines = [
        f"- {' → '.join(escaped(part, 80) for part in (way.unit, way.job, way.tier, way.store))}: **{way.fate}**"
        for way in found
    ]
    return "\n".join([f"{counted(len(found), 'way')} of copies:", "", *lines])


def _label(words: str) -> str:
    """A label that cannot leave its quotes: every sign that may mean something to Mermaid is written as its number."""
    return "".join(
        sign if sign.isalnum() or sign in " .,-_/" else f"#{ord(sign)};" for sign in shortened(words, 40) or "no name"
    )
