"""Tells what a change brings about from what was so before it.

A rule about the state of things fires on every change of an estate that has the fault, also on one that has nothing to do
with it, and on the one that makes it better. Only what a change brings about, or makes worse, is held against it.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property

from glbr.protection.comparison import compare
from glbr.protection.direction import Direction
from glbr.review.analysis.analysis import Analysis
from glbr.review.gate.gate import Gate
from glbr.review.gate.objectives import Objectives, keys_behind
from glbr.review.gate.outcome import UNDECIDED
from glbr.review.gate.untouched import Untouched
from glbr.review.model.model import Model
from glbr.review.model.objects import Side
from glbr.review.rules.finding import Finding
from glbr.review.rules.rule import Rule

Place = tuple[str, str, int | None]


def before_alone(model: Model) -> Model:
    """What there was before a change, as if nothing else were known; with what the plan says of objects it leaves alone."""
    return replace(
        model,
        provenance=replace(model.provenance, origin="configuration"),
        before=Side(),
        after=model.before,
        changes=tuple(change for change in model.changes if change.is_none),
        drift_before=Side(),
        drift_after=Side(),
        drift_changes=(),
        checks=(),
        invocations=(),
        deferred=(),
        waivers=(),
    )


class Existing:
    """The state of things before a change, judged by the same rules when it is first asked for."""

    def __init__(self, gate: Gate, analysis: Analysis) -> None:
        self._gate = gate
        self._analysis = analysis
        self._earlier: Analysis | None = None
        self._found: dict[str, Mapping[Place, Finding]] = {}
        self._directions: Mapping[str, Direction] | None = None
        self._targets: Mapping[str, str] | None = None

    def was_so(self, rule: Rule, finding: Finding) -> bool:
        """Whether a finding about the state of things held before the change, and the change does not make it worse.

        What cannot be judged was as unknown before only where the change leaves alone all that decides it.
        """
        if not self.counts_less or finding.direction is not Direction.NEUTRAL:
            return False
        if finding.verdict == "unknown":
            return rule.id not in UNDECIDED and self.is_left_alone(finding)
        if rule.mode == "change":
            return False
        earlier = self._before(rule)
        was = earlier.get((finding.key, finding.tier, finding.schedule))
        if was is not None and was.after and was.after == finding.after:
            return True
        # Assets that join a group find what was so for the others; it is nothing new only if they lose nothing by it.
        joined = earlier.get((self._target(finding.key), finding.tier, finding.schedule))
        return (was or joined) is not None and not self._gets_worse(finding)

    @property
    def counts_less(self) -> bool:
        """Whether what was so before is held less against this change than what it brings."""
        return self._analysis.is_change and self._gate.existing != "enforce"

    def is_left_alone(self, finding: Finding) -> bool:
        """Whether the change leaves alone what a finding is about; what cannot be judged, all that decides it, too."""
        if finding.verdict == "unknown":
            return self._untouched.stays_unknown(finding)
        return self._untouched.is_alike(finding.key)

    @cached_property
    def _untouched(self) -> Untouched:
        return Untouched(self._analysis)

    def _before(self, rule: Rule) -> Mapping[Place, Finding]:
        if rule.id not in self._found:
            self._found[rule.id] = dict(self._judged(rule))
        return self._found[rule.id]

    def _judged(self, rule: Rule) -> Iterator[tuple[Place, Finding]]:
        if self._earlier is None:
            self._earlier = Analysis(before_alone(self._analysis.model), self._analysis.zone, self._analysis.today)
        for finding in Objectives(self._gate, self._earlier).findings(rule):
            if finding.verdict == "fail":
                yield (finding.key, finding.tier, finding.schedule), finding

    def _target(self, key: str) -> str:
        if self._targets is None:
            self._targets = {unit.key: unit.target for unit in self._analysis.units}
        return self._targets.get(key, key)

    def _gets_worse(self, finding: Finding) -> bool:
        """Whether anything that a finding is about weakens; what nobody can compare may."""
        if self._directions is None:
            self._directions = self._worst()
        found = [self._directions[key] for key in (finding.key, finding.address) if key in self._directions]
        return not found or max(found) >= Direction.WEAKENING

    def _worst(self) -> Mapping[str, Direction]:
        worst: dict[str, Direction] = defaultdict(lambda: Direction.STRENGTHENING)
        for unit in self._analysis.units:
            direction = self._analysis.direction(unit)
            for key in keys_behind(unit):
                worst[key] = max(worst[key], direction)
        before, after = self._analysis.model.before.policies, self._analysis.model.after.policies
        for key in before.keys() & after.keys() - worst.keys():
            shifts = compare(before[key].tiers, after[key].tiers, self._analysis.zone)
            worst[key] = max((shift.direction for shift in shifts), default=Direction.NEUTRAL)
        return dict(worst)
