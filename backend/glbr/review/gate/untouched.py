"""Tells what a change leaves alone: the object itself, and everything that its protection is made of."""

from collections import defaultdict

from glbr.review.analysis.analysis import Analysis
from glbr.review.analysis.unit import Unit
from glbr.review.gate.objectives import keys_behind
from glbr.review.rules.finding import Finding


class Untouched:
    """The objects of a model, and which of them are the same on both sides."""

    def __init__(self, analysis: Analysis) -> None:
        model = analysis.model
        self._analysis = analysis
        self._before = {item.key: item for item in model.before.all()}
        self._after = {item.key: item for item in model.after.all()}
        drifted = {change.key for change in model.drift_changes}
        acted = {change.key for change in model.changes if not change.is_none or change.importing}
        self._changing = acted | drifted | {address for address, _ in model.deferred}
        self._units: dict[str, list[Unit]] = defaultdict(list)
        for unit in analysis.units:
            for key in keys_behind(unit):
                self._units[key].append(unit)
        self._alike: dict[str, bool] = {}
        self._held: dict[tuple[str, str], bool] = {}

    def holds_for(self, finding: Finding) -> bool:
        """Whether nothing changes of what a finding is about, nor of what decides it."""
        place = (finding.key, finding.address)
        if place not in self._held:
            self._held[place] = self._holds(*place, self._behind(finding))
        return self._held[place]

    def _holds(self, key: str, address: str, units: list[Unit]) -> bool:
        if not any(key in known for known in (self._before, self._analysis.changes, self._units)):
            return False
        keys = ({key, address} - {""}).union(*map(keys_behind, units))
        return all(map(self.is_alike, keys)) and all(map(_is_same, units))

    def stays_unknown(self, finding: Finding) -> bool:
        """Whether what cannot be judged was as unknown before: something that no side of the change decides.

        Two configurations may leave the same open and mean different values; of them only a job whose policy is not theirs
        is sure to be as unknown as it was.
        """
        if not self.holds_for(finding):
            return False
        units = self._behind(finding)
        if any(not (job.policy.is_known and job.asset.is_known) for unit in units for job in unit.after):
            return False
        if self._analysis.model.provenance.origin == "plan":
            return True
        return bool(units) and all(job.policy.value not in self._after for unit in units for job in unit.after)

    def _behind(self, finding: Finding) -> list[Unit]:
        found = [unit for key in (finding.key, finding.address) for unit in self._units.get(key, ())]
        return list({unit.key: unit for unit in found}.values())

    def is_alike(self, key: str) -> bool:
        """Whether an object is the same on both sides; what Terraform does not manage is an object of neither."""
        if key not in self._alike:
            self._alike[key] = key not in self._changing and self._before.get(key) == self._after.get(key)
        return self._alike[key]


def _is_same(unit: Unit) -> bool:
    """Whether the same jobs reach a unit, and do the same for it."""
    return not unit.shifts and unit.before == unit.after and unit.tiers_before == unit.tiers_after
