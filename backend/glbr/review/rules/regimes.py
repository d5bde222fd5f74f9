"""Regimes: units whose jobs apply the same settings on both sides, so that a rule judges the same settings once.

A thousand jobs of one policy are one regime. A policy that no job of this configuration uses is one of its own, because jobs
of other configurations may use it.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Final
from weakref import WeakKeyDictionary

from glbr.protection.comparison import Shift, compare
from glbr.protection.effective import Schedule, Tier, Tiers
from glbr.protection.problem import written
from glbr.protection.setting import Setting
from glbr.protection.tier_matching import match_schedules
from glbr.review.analysis.analysis import Analysis
from glbr.review.analysis.unit import Unit
from glbr.review.model.objects import Job, Policy
from glbr.review.rules.wording import subject


@dataclass(frozen=True, slots=True)
class Applied:
    """One schedule as a job applies it; without a job, as a policy has it that no job here uses.

    Attributes:
        job: The job, if there is one.
        policy: Key or id of the policy.
        tier: The tier that the schedule is in.
        schedule: The schedule with the settings in force.
    """

    job: Job | None
    policy: str
    tier: Tier
    schedule: Schedule

    @property
    def kind(self) -> str:
        """Kind of the tier; empty while unknown."""
        return self.tier.kind.value or ""

    @property
    def label(self) -> str:
        """How people call the schedule, for the beginning of a sentence: `Schedule 2`, `Monthly (schedule 4)`."""
        words = self.schedule.label
        return f"{words[:1].upper()}{words[1:]}"


@dataclass(frozen=True, slots=True, eq=False)
class Regime:
    """Units whose jobs apply the same settings before, and the same after the change.

    Attributes:
        units: The units; none for a policy that no job here uses.
        jobs_before: Jobs of the first unit before the change; they stand for those of all.
        jobs_after: The same after.
        tiers_before: All their tiers together; absent when there is no job.
        tiers_after: The same after.
        before: Every schedule of these tiers, as far as the tiers are known.
        after: The same after.
        pairs: Each schedule that goes on in the same kind of tier, as it was and as it will be.
        shifts: What the change does to the tiers.
        policy: Key of the policy that no job here uses; empty otherwise.
        assets: How many assets it touches, as far as can be told.
    """

    units: tuple[Unit, ...]
    jobs_before: tuple[Job, ...]
    jobs_after: tuple[Job, ...]
    tiers_before: Tiers
    tiers_after: Tiers
    before: tuple[Applied, ...]
    after: tuple[Applied, ...]
    pairs: tuple[tuple[Applied, Applied], ...]
    shifts: tuple[Shift, ...]
    policy: str = ""
    assets: int = 0

    @property
    def has_two_sides(self) -> bool:
        """Whether it is protected before and after, so that the two can be compared."""
        return not (self.tiers_before.is_absent or self.tiers_after.is_absent)

    @property
    def is_protected(self) -> bool:
        """Whether anything protects it after the change."""
        return not self.tiers_after.is_absent

    def opaque(self, side: Tiers) -> bool:
        """Whether one side has a tier that cannot be looked into: its kind, or its list of schedules, is unknown."""
        return side.is_unknown or any(tier.kind.is_unknown or tier.schedules.is_unknown for tier in side.value or ())


def _pairs(before: Sequence[Applied], after: Sequence[Applied]) -> Iterator[tuple[Applied, Applied]]:
    """Put schedules side by side as the comparison does, within the same kind of tier, and the same job if it goes on."""
    shared = {one.job.key for one in before if one.job} & {one.job.key for one in after if one.job}
    sides = [_by_kind_and_job(side, shared) for side in (before, after)]
    for key, old in sides[0].items():
        new = sides[1].get(key, [])
        if [one.schedule for one in old] == [one.schedule for one in new]:
            yield from zip(old, new, strict=True)
        else:
            was, will = ({id(one.schedule): one for one in side} for side in (old, new))
            matching = match_schedules([one.schedule for one in old], [one.schedule for one in new])
            yield from ((was[id(left)], will[id(right)]) for left, right in matching.pairs)


def _by_kind_and_job(side: Sequence[Applied], shared: Collection[str]) -> dict[tuple[str, str], list[Applied]]:
    found: dict[tuple[str, str], list[Applied]] = defaultdict(list)
    for one in side:
        key = one.job.key if one.job is not None and one.job.key in shared else ""
        found[one.kind, key].append(one)
    return found


def by_kind(applied: Sequence[Applied]) -> dict[str, list[Applied]]:
    """Schedules by the kind of their tier."""
    kinds: dict[str, list[Applied]] = defaultdict(list)
    for one in applied:
        kinds[one.kind].append(one)
    return dict(kinds)


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody has to write something else.

    Attributes:
        key: Key of the object.
        address: Its address.
        subject: What people call it: `policy gold`.
        path: The attribute.
    """

    key: str
    address: str
    subject: str
    path: str = ""


GONE: Final = "protections"
"""The attribute to look at for what is not written any more."""

STORE: Final = "protection_store_id"
"""The one attribute that stands at the tier, above its schedules."""


def place(
    analysis: Analysis, regime: Regime, applied: Applied | None, attribute: str = "", settings: Collection[str] = ()
) -> Place:
    """Where the settings of a schedule are written: the policy, the job that overrides it, or what chose another policy.

    Args:
        analysis: The analysis.
        regime: The regime that the schedule is in.
        applied: The schedule; None for the regime as a whole.
        attribute: What to write: `lock_for`; `GONE` when the schedule is not there any more; empty for the schedule.
        settings: The `origin` of every value that matters: a job's own choice is the job's to mend.
    """
    jobs = regime.jobs_after or regime.jobs_before
    job = applied.job if applied else next(iter(jobs), None)
    reference = applied.policy if applied else (job.policy.value or "") if job else regime.policy
    if job is not None:
        job = analysis.model.after.jobs.get(job.key, job)
        if "job" in settings:
            return Place(job.key, job.address, subject(job), "overrides")
        if _chosen_anew(regime, reference):
            return _chooser(analysis, regime, job)
    policy = _policy(analysis, reference)
    if policy is None:
        key = reference or (job.key if job else "")
        return Place(key, job.address if job else "", f"policy {key}", "protection_policy_id")
    if applied is None or attribute == GONE:
        return Place(policy.key, policy.address, subject(policy), GONE)
    above = applied.tier.path if attribute == STORE else applied.schedule.path
    steps = (*above, attribute) if attribute else above
    return Place(policy.key, policy.address, subject(policy), written(steps))


def lost_job(regime: Regime) -> Job | None:
    """The job that a regime loses while others stay and none comes; None for any other change."""
    kept = {job.key for job in regime.jobs_after}
    lost = [job for job in regime.jobs_before if job.key not in kept]
    return lost[0] if lost and kept and kept < {job.key for job in regime.jobs_before} else None


def place_of_loss(analysis: Analysis, lost: Job) -> Place:
    """Where a job was taken away: at the group that assets leave while it goes on for others, else at the job."""
    after = analysis.model.after
    will = after.jobs.get(lost.key)
    group = after.groups.get(will.asset.value or "") if will is not None and will.asset == lost.asset else None
    where = group or will or lost
    return Place(where.key, where.address, subject(where))


def _chosen_anew(regime: Regime, reference: str) -> bool:
    """Whether the change brings these units to another policy, so that no policy has to be changed to mend it."""
    sides = [{job.policy.value for job in jobs} for jobs in (regime.jobs_before, regime.jobs_after)]
    return all(sides) and not all(reference in side for side in sides)


def _chooser(analysis: Analysis, regime: Regime, job: Job) -> Place:
    """What brings units to another policy: their job if it is the same as before, else the group that they are in now."""
    earlier = {one.key for one in regime.jobs_before} | {one.asset.value for one in regime.jobs_before}
    last = next(iter(regime.jobs_after), job)
    group = analysis.model.after.groups.get(last.asset.value or "")
    if group is None or last.key in earlier or last.asset.value in earlier:
        return Place(last.key, last.address, subject(last), "protection_policy_id")
    return Place(group.key, group.address, subject(group))


def _policy(analysis: Analysis, reference: str) -> Policy | None:
    sides = analysis.model.after, analysis.model.before
    return next((side.policies[reference] for side in sides if reference in side.policies), None)


_FOUND: WeakKeyDictionary[Analysis, tuple[Regime, ...]] = WeakKeyDictionary()


def regimes(analysis: Analysis) -> tuple[Regime, ...]:
    """Every regime of an analysis, worked out once for all rules."""
    if analysis not in _FOUND:
        _FOUND[analysis] = (*_of_units(analysis), *_of_policies(analysis))
    return _FOUND[analysis]


def _of_units(analysis: Analysis) -> Iterator[Regime]:
    alike: dict[tuple[object, ...], list[Unit]] = defaultdict(list)
    for unit in analysis.units:
        # By identity: jobs of one policy share their tiers, and the units keep them alive.
        before, after = _settings(unit.before), _settings(unit.after)
        policies = [{job.policy.value for job in jobs} for jobs in (unit.before, unit.after)]
        # Who goes to another policy is told where that is written: at its own job or group.
        alone = unit.key if all(policies) and policies[0] != policies[1] else ""
        alike[before, after, alone].append(unit)
    for units in alike.values():
        first = units[0]
        was, will = tuple(_applied_by(first.before)), tuple(_applied_by(first.after))
        yield Regime(
            tuple(units),
            first.before,
            first.after,
            first.tiers_before,
            first.tiers_after,
            was,
            will,
            tuple(_pairs(was, will)),
            first.shifts,
            assets=sum(unit.count for unit in units),
        )


def _settings(jobs: tuple[Job, ...]) -> tuple[object, ...]:
    return tuple(
        (
            job.policy.value or job.key,
            id(job.tiers.value) if job.tiers.is_known else job.tiers.state,
            job.key if job.overridden else "",
        )
        for job in jobs
    )


def _applied_by(jobs: tuple[Job, ...]) -> Iterator[Applied]:
    for job in jobs:
        for tier in job.tiers.value or ():
            for schedule in tier.known_schedules():
                yield Applied(job, job.policy.value or "", tier, schedule)


def _of_policies(analysis: Analysis) -> Iterator[Regime]:
    """Policies that only jobs of other configurations can use, or that such jobs use without the overrides of those here."""
    before, after = analysis.model.before, analysis.model.after
    users: dict[str, list[Job]] = defaultdict(list)
    for side in (before, after):
        for job in side.jobs.values():
            users[job.policy.value or ""].append(job)
    for key, policy in after.policies.items():
        if users[key] and not policy.in_use_elsewhere:
            continue
        if any(job.tiers is policy.tiers or job.tiers == policy.tiers for job in users[key]):
            continue
        earlier = before.policies.get(key)
        tiers_before: Tiers = earlier.tiers if earlier else Setting("absent")
        was, will = tuple(_written_in(key, tiers_before)), tuple(_written_in(key, policy.tiers))
        yield Regime(
            (),
            (),
            (),
            tiers_before,
            policy.tiers,
            was,
            will,
            tuple(_pairs(was, will)),
            tuple(compare(tiers_before, policy.tiers, analysis.zone)) if earlier else (),
            key,
            policy.in_use_elsewhere,
        )


def _written_in(policy: str, tiers: Tiers) -> Iterator[Applied]:
    for tier in tiers.value or ():
        for schedule in tier.known_schedules():
            yield Applied(None, policy, tier, schedule)
