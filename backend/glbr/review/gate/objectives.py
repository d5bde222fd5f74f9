"""Runs a rule with the thresholds that are in force, where some classes of data have thresholds of their own."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from glbr.review.analysis.analysis import Analysis
from glbr.review.analysis.unit import Unit
from glbr.review.gate.gate import Gate
from glbr.review.gate.parameters import in_force
from glbr.review.rules.finding import Finding
from glbr.review.rules.rule import Rule


class Objectives:
    """The classes of the data behind each key that a finding may have.

    A rule is run once with the general thresholds, and once with those of each class that has its own. Of each run those
    findings are kept that concern data of that class. A policy or store, or a group that holds data of several classes, is
    so held to the thresholds of all of them.
    """

    def __init__(self, gate: Gate, analysis: Analysis) -> None:
        self._gate = gate
        self._analysis = analysis
        self._classes: Mapping[str, set[str]] | None = None

    def findings(self, rule: Rule) -> Iterator[Finding]:
        """What a rule finds, with the thresholds that are in force for the data that each finding is about."""
        general = (self._gate.pack.parameters, self._gate.settings.parameters)
        own = {name: given for name, given in self._gate.settings.objectives.items() if given.get(rule.id)}
        if not own:
            yield from rule.judge(rule, self._analysis, in_force(rule, *general))
            return
        said: set[Finding] = set()
        for name, layer in (("", {}), *own.items()):
            for finding in rule.judge(rule, self._analysis, in_force(rule, *general, layer)):
                classes = self.classes_behind(finding)
                # Data of unknown class, and of a class without thresholds of its own, is held to the general ones.
                concerned = name in classes if name else not classes or bool(classes - own.keys())
                if concerned and finding not in said:
                    said.add(finding)
                    yield finding

    def classes_behind(self, finding: Finding) -> set[str]:
        """Classes of the data that a finding is about; empty for none that is known, `""` for data without a class."""
        if self._classes is None:
            self._classes = self._all()
        return self._classes.get(finding.key) or self._classes.get(finding.address) or set()

    def _all(self) -> Mapping[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for unit in self._analysis.units:
            known = [asset.data_class for asset in self._analysis.assets_of(unit)]
            classes = set(known) if len(known) == unit.count else {*known, ""}
            for key in keys_behind(unit):
                found[key] |= classes
        return found


def keys_behind(unit: Unit) -> set[str]:
    """Keys of everything that a unit's protection is made of: findings about these concern it."""
    keys = {unit.key, unit.target, *unit.assets}
    for job in (*unit.before, *unit.after):
        keys |= {job.key, job.policy.value or "", job.asset.value or ""}
    for tiers in (unit.tiers_before, unit.tiers_after):
        keys |= {tier.store.value or "" for tier in tiers.value or ()}
    return keys - {""}
