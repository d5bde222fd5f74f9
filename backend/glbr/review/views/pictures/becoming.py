"""What becomes of each object of the lanes, in two or three words with a sign."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from glbr.protection.direction import Direction
from glbr.review.views.pictures.fate import Fate
from glbr.review.views.pictures.graph import LANES, Graph, Key, Node, State

Look = Literal["small", "missed", "met", "untold"]

SIGNS: Final[Mapping[State, str]] = {"kept": "", "lost": "✕ lost", "new": "+ new", "unknown": "? open"}
LOOKS: Final[Mapping[State, Look]] = {"kept": "small", "lost": "missed", "new": "met", "unknown": "untold"}

_DIRECTIONS: Final[Mapping[Direction, tuple[str, Look]]] = {
    Direction.DESTRUCTIVE: ("▼ points are lost", "missed"),
    Direction.WEAKENING: ("▼ weaker", "missed"),
    Direction.ONE_WAY: ("▲ stronger, for good", "untold"),
    Direction.STRENGTHENING: ("▲ stronger", "met"),
}


@dataclass(frozen=True, slots=True)
class Becoming:
    """What becomes of one object.

    Attributes:
        words: With their sign; empty for nothing worth a word.
        look: Class of the words.
        state: How its box is drawn.
    """

    words: str
    look: Look
    state: State


def becomings(made: Graph, found: Sequence[Fate]) -> dict[Key, Becoming]:
    """What becomes of every object of a graph."""
    worst = _worst(found)
    return {key: _of(made, node, made.node_states[key], worst) for key, node in made.nodes.items()}


def _of(made: Graph, node: Node, state: State, worst: Mapping[str, Direction]) -> Becoming:
    change, lane = made.changes.get(node.key), LANES[node.lane]
    if change is not None and change.replaces:
        # An empty store is a loss; a job or a group that is made anew does what it did.
        return (
            Becoming("✕ made anew, empty", "missed", "lost")
            if lane == "Stores"
            else Becoming("made anew", "small", state)
        )
    if change is not None and change.deletes:
        return Becoming("✕ destroyed", "missed", "lost")
    if state == "lost" and lane == "Stores":
        return Becoming("✕ no new copies", "missed", state)  # those that are in it stay as long as they were meant to
    if state == "kept" and lane == "Tiers":
        words, look = _DIRECTIONS.get(worst.get(f"{node.about} {node.kind}", Direction.NEUTRAL), ("", "small"))
        return Becoming(words, look, state)
    return Becoming(SIGNS[state], LOOKS[state], state)


def _worst(found: Sequence[Fate]) -> dict[str, Direction]:
    """The worst that happens to the tiers of each policy, by the words of the policy and the kind of the tier."""
    worst: dict[str, Direction] = {}
    for fate in found:
        for shift in fate.units[0].shifts:
            key = f"policy {fate.policies} {shift.kind}"
            worst[key] = max(worst.get(key, Direction.STRENGTHENING), shift.direction)
    return worst
