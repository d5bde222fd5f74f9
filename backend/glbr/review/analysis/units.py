"""Finds the units of a model: which assets are reached by which jobs, before and after."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from zoneinfo import ZoneInfo

from glbr.protection.comparison import Shift, compare
from glbr.protection.effective import Tiers
from glbr.protection.setting import Setting
from glbr.review.analysis.unit import Unit
from glbr.review.model.model import Model
from glbr.review.model.objects import Job, Side

Targets = tuple[str, ...]


def units_of(model: Model, zone: ZoneInfo) -> tuple[Unit, ...]:
    """Everything that a job reaches on either side, in order of key."""
    finder = _Finder(model, zone)
    return tuple(sorted(finder.units(), key=lambda unit: unit.key))


class _Finder:
    def __init__(self, model: Model, zone: ZoneInfo) -> None:
        self._model = model
        self._zone = zone
        self._before = _by_target(model.before, {})
        self._after = _by_target(model.after, model.before.jobs)
        self._uncountable = {
            target
            for target in {*self._before, *self._after}
            if not all(_countable(side, target) for side in self._sides)
        }
        self._changed = {change.key for change in model.changes if not change.is_none}
        self._together: dict[tuple[int, ...], Tiers] = {}
        self._shifts: dict[tuple[int, int], tuple[Shift, ...]] = {}

    @property
    def _sides(self) -> tuple[Side, Side]:
        return self._model.before, self._model.after

    def units(self) -> Iterator[Unit]:
        """One unit for each way that assets go: from these targets to those."""
        assets: dict[tuple[Targets, Targets], list[str]] = defaultdict(list)
        before, after = self._reached(self._model.before, self._before), self._reached(self._model.after, self._after)
        for asset in {**before, **after}:
            assets[tuple(before.get(asset, ())), tuple(after.get(asset, ()))].append(asset)
        ways: dict[str, int] = defaultdict(int)
        for was, will in assets:
            for target in {*was, *will}:
                ways[target] += 1
        for (was, will), found in assets.items():
            yield self._unit(was, will, tuple(sorted(found)), whole=all(ways[target] == 1 for target in {*was, *will}))
        # What a job loses is told also when its group is emptied in the same change, or holds nothing at the moment.
        staying = {target for was, will in assets for target in {*was} & {*will}}
        for target in sorted((self._before.keys() & self._after.keys()) - staying):
            yield self._unit((target,), (target,), (), whole=not ways[target])

    def _unit(self, was: Targets, will: Targets, assets: tuple[str, ...], *, whole: bool) -> Unit:
        jobs_before = tuple(job for target in was for job in self._before[target])
        jobs_after = tuple(job for target in will for job in self._after[target])
        before, after = self._tiers(jobs_before), self._tiers(jobs_after)
        target = (will or was)[0]
        key = target if whole and len({*was, *will}) == 1 else f"{'+'.join(was)}>{'+'.join(will)}"
        return Unit(
            key,
            self._name(was, will, assets, whole=whole),
            target,
            assets,
            not self._uncountable & {*was, *will},
            jobs_before,
            jobs_after,
            before,
            after,
            ()
            if not (jobs_before and jobs_after) or self._untouched(jobs_before, jobs_after)
            else self._compared(before, after),
        )

    def _untouched(self, before: tuple[Job, ...], after: tuple[Job, ...]) -> bool:
        """Whether the same jobs apply the same policies of elsewhere, and Terraform changes none of the jobs.

        Nobody knows the tiers of such a policy on either side, and still nothing happens to them.
        """
        applied = [sorted((job.key, job.policy.value or "") for job in jobs) for jobs in (before, after)]
        elsewhere = all(policy and policy not in self._model.after.policies for _, policy in applied[0])
        return applied[0] == applied[1] and elsewhere and not any(key in self._changed for key, _ in applied[0])

    def _reached(self, side: Side, by_target: Mapping[str, object]) -> dict[str, list[str]]:
        """The targets that reach each asset of one side. A group that nobody can list is its own asset."""
        reached: dict[str, list[str]] = {}
        for target in sorted(by_target):
            members: Iterable[str] = (target,)
            if target not in self._uncountable and (group := side.groups.get(target)) is not None:
                members = group.members.value or ()
            for asset in members:
                reached.setdefault(asset, []).append(target)
        return reached

    def _tiers(self, jobs: tuple[Job, ...]) -> Tiers:
        """The tiers of several jobs together. One list object for the same jobs' lists, so that it is compared once."""
        if len(jobs) == 1:
            return jobs[0].tiers
        if not jobs:
            return Setting("absent")
        key = tuple(id(job.tiers) for job in jobs)
        if key not in self._together:
            whole = all(job.tiers.is_known for job in jobs)
            tiers = tuple(tier for job in jobs for tier in job.tiers.value or ())
            self._together[key] = Setting("known", tiers) if whole else Setting("unknown")
        return self._together[key]

    def _compared(self, before: Tiers, after: Tiers) -> tuple[Shift, ...]:
        # By identity: thousands of jobs share the tiers of one policy, which the ingest reads once. The jobs keep them alive.
        key = (id(before), id(after))
        if key not in self._shifts:
            self._shifts[key] = tuple(compare(before, after, self._zone))
        return self._shifts[key]

    def _name(self, was: Targets, will: Targets, assets: tuple[str, ...], *, whole: bool) -> str:
        if len(assets) == 1 and not {*was, *will} & self._uncountable and not whole:
            return self._model.called(assets[0])
        names = [", ".join(self._model.called(target) for target in targets) for targets in (was, will)]
        if names[0] == names[1] or not was:
            return names[1]
        if not will:
            return names[0] if whole else f"{len(assets)} assets that leave {names[0]}"
        return f"{names[0]}, moving to {names[1]}"


def _by_target(side: Side, before: Mapping[str, Job]) -> dict[str, list[Job]]:
    """The jobs of one side by what they protect.

    A job whose asset is not known yet is taken to stay with the one it has: that it cannot be told is said by a rule, and a
    false alarm about a lost asset would only hide it.
    """
    found: dict[str, list[Job]] = defaultdict(list)
    for job in side.jobs.values():
        target = job.asset.value
        if target is None and job.key in before:
            target = before[job.key].asset.value
        found[target if target is not None else f"unknown asset of {job.key}"].append(job)
    return dict(found)


def _countable(side: Side, target: str) -> bool:
    """Whether the members behind a target can be listed, as far as this side knows it."""
    group = side.groups.get(target)
    return group is None or group.members.is_known
