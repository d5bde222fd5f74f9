"""What protects what, as a graph in five lanes: assets, groups, jobs, tiers and stores, with what is lost and new in it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final, Literal

from glbr.protection.effective import Tier
from glbr.review.analysis.analysis import Analysis
from glbr.review.analysis.unit import Unit
from glbr.review.model.model import Change
from glbr.review.model.objects import Job, Side
from glbr.review.rules.wording import counted
from glbr.review.views.pictures.fate import Fate, store_name
from glbr.review.views.words import tier_in_words

State = Literal["kept", "lost", "new", "unknown"]

Key = tuple[int, str]
"""Position of the lane, and key of the object."""

LANES: Final = ("Assets", "Groups", "Jobs", "Tiers", "Stores")

_PER_FATE: Final = 3
_MOST_UNITS: Final = 9
_ARRAY: Final = "the array"
_STORES: Final = {"ON_PREMISES": "on premises", "CLOUD": "cloud"}


@dataclass(frozen=True, slots=True)
class Node:
    """One object in its lane, with a few words about it; a tier has HPE's kind, too.

    A veiled one stands for what only the apply will tell.
    """

    lane: int
    key: str
    name: str
    about: str
    kind: str = ""
    veiled: bool = False


@dataclass(slots=True)
class Graph:
    """Objects and what leads to what, each with its state; in the order in which they were found.

    Attributes:
        nodes: Objects by lane and key.
        node_states: What becomes of each.
        edges: What becomes of each way from one object to the next.
        drawn: How many units are in it.
        changes: What Terraform does to objects, by key.
    """

    nodes: dict[Key, Node] = field(default_factory=dict)
    node_states: dict[Key, State] = field(default_factory=dict)
    edges: dict[tuple[Key, Key], State] = field(default_factory=dict)
    drawn: int = 0
    changes: Mapping[str, Change] = field(default_factory=dict)


def graph(analysis: Analysis, found: Sequence[Fate]) -> Graph:
    """The graph of what changes; of what there is, when nothing does. A few units stand for each fate."""
    changing = [fate for fate in found if fate.changes] or found[:_PER_FATE]
    chosen = [unit for fate in changing for unit in fate.units[:_PER_FATE]][:_MOST_UNITS]
    # The array is in no plan: its key is empty, whatever addresses a plan has.
    made = Graph(drawn=len(chosen), changes={key: change for key, change in analysis.changes.items() if key})
    before = _paths(analysis.model.before, chosen, after=False) if analysis.is_change else []
    after = _paths(analysis.model.after, chosen, after=True)
    was, will = _edges(before), _edges(after)
    for path in [*after, *before]:
        for node in path:
            made.nodes.setdefault((node.lane, node.key), node)
    for edge in [*was, *(edge for edge in will if edge not in was)]:
        made.edges[edge] = _state(edge in was or not analysis.is_change, edge in will)
    stood, stands = _keys(before), _keys(after)
    for key in made.nodes:
        made.node_states[key] = _state(key in stood or not analysis.is_change, key in stands)
    _veil(made)
    return made


def _veil(made: Graph) -> None:
    """Say `unknown` of what may still lead where it led: only the apply will tell what takes its place, if anything does."""
    for key, node in made.nodes.items():
        if node.veiled:
            made.node_states[key] = "unknown"
    # From lane to lane, as what hangs on something unknown is unknown itself.
    ordered = sorted(made.edges, key=lambda edge: edge[0][0])
    forks = {start for start, end in ordered if made.nodes[end].veiled}
    for edge in ordered:
        start, end = edge
        if made.nodes[end].veiled:
            made.edges[edge] = "unknown"
        elif made.edges[edge] == "lost" and (start in forks or made.node_states[start] == "unknown"):
            made.edges[edge] = "unknown"
            if made.node_states[end] == "lost":
                made.node_states[end] = "unknown"


def _state(was: bool, will: bool) -> State:
    if was and will:
        return "kept"
    return "lost" if was else "new"


def _edges(paths: Iterable[Sequence[Node]]) -> dict[tuple[Key, Key], None]:
    return {((one.lane, one.key), (other.lane, other.key)): None for path in paths for one, other in pairwise(path)}


def _keys(paths: Iterable[Sequence[Node]]) -> set[Key]:
    return {(node.lane, node.key) for path in paths for node in path}


def _paths(side: Side, units: Sequence[Unit], *, after: bool) -> list[list[Node]]:
    """Every way from a unit to a store on one side; a unit without a job is still there, and perhaps in its group."""
    paths: list[list[Node]] = []
    for unit in units:
        jobs = unit.after if after else unit.before
        asset = _asset(unit)
        if not jobs and (after or not unit.is_new):
            group = side.groups.get(unit.target)
            stays = group is not None and set(unit.assets) <= {*(group.members.value or ()), unit.target}
            paths.append([asset, Node(1, unit.target, group.name, "")] if group is not None and stays else [asset])
        for job in jobs:
            target = job.asset.value or unit.target
            group = side.groups.get(target)
            begin = [asset] if unit.assets else []
            if group is not None:
                begin.append(Node(1, target, group.name, _group_kind(group.kind.value)))
            job_node = Node(
                2,
                job.key,
                job.name.removeprefix("glbr_protection_job."),
                "suspended" if job.suspended.value else _policy(side, job),
            )
            tiers = [[*begin, job_node, *rest] for rest in _tiers(side, job)]
            paths.extend(tiers or [[*begin, job_node]])
    return paths


def _asset(unit: Unit) -> Node:
    count = counted(unit.count, "asset") if unit.countable else "decided elsewhere"
    return Node(0, unit.key, unit.name, count)


def _group_kind(kind: str | None) -> str:
    return f"{kind.lower()} group" if kind else "group"


def _policy(side: Side, job: Job) -> str:
    policy = side.policies.get(job.policy.value or "")
    return f"policy {policy.name}" if policy is not None else "policy managed elsewhere"


def _tiers(side: Side, job: Job) -> Iterator[list[Node]]:
    """The tiers of a job and their stores. Jobs that apply one policy as it is share its tiers."""
    owner = job.key if job.overridden else job.policy.value or job.key
    if job.tiers.is_unknown:
        yield [Node(3, f"{owner} ?", "tiers", "known after the apply", veiled=True)]
    seen: dict[str, int] = {}
    for tier in job.tiers.value or ():
        kind = tier.kind.value or "a tier"
        seen[kind] = seen.get(kind, 0) + 1
        policy = _policy(side, job) + (" + overrides" if job.overridden else "")
        yield [Node(3, f"{owner} {kind} {seen[kind]}", tier_in_words(kind), policy, kind), _store(side, tier)]


def _store(side: Side, tier: Tier) -> Node:
    if tier.store.is_unknown:
        return Node(4, "?", "a store", "known after the apply", veiled=True)
    name = store_name(side, tier.store)
    store = side.stores.get(tier.store.value or "")
    if name == _ARRAY:
        return Node(4, "", name, "next to the data")
    kind = (
        (store.location.value or _STORES.get(store.kind.value or "", "store"))
        if store is not None
        else "managed elsewhere"
    )
    return Node(4, tier.store.value or "", name, kind)
