"""Assets of which nobody can say before the apply whether a job still reaches them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from glbr.protection.direction import Direction
from glbr.review.analysis.analysis import Analysis
from glbr.review.analysis.unit import Unit
from glbr.review.model.objects import Group, Job, Managed
from glbr.review.rules.about import about_unit, undecided
from glbr.review.rules.finding import Finding
from glbr.review.rules.rule import Rule
from glbr.review.rules.wording import GIVE_INVENTORY, counted, subject

MEMBERS_IN: Final[Mapping[str, str]] = {
    "virtual_machine_protection_group": "assets",
    "volume_protection_group": "assets",
    "mssql_database_protection_group": "members",
}
"""The argument that lists the members of a `CUSTOM` group, by noun."""


@dataclass(frozen=True, slots=True)
class BlindSpot:
    """Assets that were protected before, and what hides whether they are after.

    Attributes:
        unit: The assets.
        written: The job or group that decides.
        message: What hides it.
        path: The attribute to write differently.
        assets: How many were protected before.
        resolve: What makes it decidable.
    """

    unit: Unit
    written: Managed
    message: str
    path: str
    assets: int
    resolve: str

    def finding(self, rule: Rule) -> Finding:
        """The verdict "unknown" of a rule about these assets."""
        found = about_unit(rule, self.unit, self.written, Direction.DESTRUCTIVE, self.message)
        found = replace(
            found, before="protected", after="known only after the apply", path=self.path, assets=self.assets
        )
        return undecided(found, self.resolve)


def blind_spots(analysis: Analysis) -> Iterator[BlindSpot]:
    """Every unit with a job whose asset is unknown, or with a group whose members cannot be told on one side.

    A group that follows another object than before is not among them: nothing but a look at that object can decide it.
    """
    for unit in analysis.units:
        if not unit.before or not unit.after:
            continue
        for job in unit.after:
            if job.asset.is_unknown:
                yield _of_job(unit, job)
        group = analysis.model.after.groups.get(unit.target)
        was = analysis.model.before.groups.get(unit.target)
        if group is None or was is None:
            continue
        if was.members.is_known and group.members.is_unknown:
            yield _of_group(unit, was, group)
        elif was.members.is_unknown and group.kind.value == "CUSTOM" != was.kind.value:
            yield _of_list(unit, was, group)


def _of_job(unit: Unit, job: Job) -> BlindSpot:
    message = f"{subject(job)} may protect something else than {unit.name}: what, is known only after the apply."
    resolve = "Name the asset by something that is known by now, or make it in a change of its own first."
    return BlindSpot(unit, job, message, "asset_info.id", unit.count, resolve)


def _of_list(unit: Unit, was: Group, group: Group) -> BlindSpot:
    message = (
        f"{subject(group)} becomes a list of {counted(len(group.members.value or ()), 'member')}: who was in it by "
        f"{was.follows} is not known, nor who of them is left out."
    )
    return BlindSpot(unit, group, message, MEMBERS_IN.get(group.noun, ""), unit.count, GIVE_INVENTORY)


def _of_group(unit: Unit, was: Group, group: Group) -> BlindSpot:
    members = len(was.members.value or ())
    decided = f"by {group.follows}" if group.follows.is_known else "by values that are known only after the apply"
    message = f"Who is in {subject(group)} is decided {decided}: nobody can say which of its {members:,} members stay protected."
    resolve = f"List the members by values that are known by now. {GIVE_INVENTORY}"
    return BlindSpot(unit, group, message, MEMBERS_IN.get(group.noun, ""), members, resolve)
