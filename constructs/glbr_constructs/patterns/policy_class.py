"""How dear something is: classes of protection, of which a site makes one policy each."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from glbr_constructs import roles
from glbr_constructs.given import Given
from glbr_constructs.patterns.site_stores import CLOUD, LOCAL
from glbr_constructs.policies.copies import Copies
from glbr_constructs.policies.protection_policy import ProtectionPolicy
from glbr_constructs.policies.rhythm import Daily, Every, Weekly
from glbr_constructs.policies.schedule import Schedule

_RHYTHM: Final = "what Every, Daily, Weekly and Monthly make, such as Daily.at('01:30').keep(weeks=2)"


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyClass:
    """What is done for everything of a class. Adjust one: `dataclasses.replace(GOLD, backups=Daily.at("23:00"))`.

    Copies are made one from the other, in this order: array, appliance, cloud. A kind that is left out is skipped.

    Attributes:
        snapshots: Rhythm of snapshots on the array, for quick restores of recent work.
        backups: Rhythm of backups on premises, which outlive the array.
        cloud_backups: Rhythm of cloud backups, which outlive the site.
        tag: vSphere tag whose machines belong to the class; the name of the class without one.
        exempt: Why copies of this class need not meet the 3-2-1-1-0 rule; they must when it is empty.

    Example:
        archive = PolicyClass(
            backups=Daily.at("01:30").keep(weeks=8).lock(weeks=2),
            cloud_backups=Monthly.on_last_day().keep(years=10).lock(years=2),
            tag="archive-machines",
        )
        appliance = StoreOnce.from_storeonce_name(self, "appliance", "clinic-storeonce-1")
        classes = {"gold": GOLD, "archive": archive}
        ProtectedSite(self, "clinic", name="clinic", on=appliance, location="azure:westeurope", classes=classes)
    """

    snapshots: Schedule | None = None
    backups: Schedule | None = None
    cloud_backups: Schedule | None = None
    tag: str | None = None
    exempt: str = ""

    def __post_init__(self) -> None:
        given = Given("describing a class of protection")
        rhythms = {"snapshots": self.snapshots, "backups": self.backups, "cloud_backups": self.cloud_backups}
        for name, rhythm in rhythms.items():
            if rhythm is not None:
                given.instance(name, rhythm, (Schedule,), "a schedule", _RHYTHM)
        if not any(rhythms.values()):
            raise given.refused(
                "a class without copies protects nothing. Given: none", f"Allowed: any of {', '.join(rhythms)}"
            )
        if self.tag is not None:
            given.text("tag", self.tag, "the name of a vSphere tag, or none")
        if self.exempt != "":
            given.text("exempt", self.exempt, "the reason in a few words, or nothing")


def add_copies(policy: ProtectionPolicy, copies: PolicyClass, given: Given, stores: Mapping[str, roles.Store]) -> None:
    """Add the copies of a class to a policy, each made from the one before.

    Args:
        policy: The policy.
        copies: The class.
        given: Tells which store is missing.
        stores: The stores by what they are called, `local` and `cloud`.

    Raises:
        Refused: a store is missing.
    """
    made: Copies | None = None
    if copies.snapshots is not None:
        made = policy.add_snapshot(copies.snapshots)
    if copies.backups is not None:
        made = policy.add_backup(copies.backups, to=stores[LOCAL], source=made)
    if copies.cloud_backups is not None:
        if CLOUD not in stores:
            wrong = f"cloud backups ({copies.cloud_backups}) have no store to go to"
            raise given.refused(wrong, "Allowed: location='azure:eastus2' to make one, or cloud_store= to bring one")
        policy.add_cloud_backup(copies.cloud_backups, to=stores[CLOUD], source=made)


GOLD: Final = PolicyClass(
    snapshots=Every.hours(4).keep(days=2),
    backups=Daily.at("01:30").keep(weeks=4).lock(weeks=1),
    cloud_backups=Daily.at("05:00").keep(months=6).lock(weeks=4),
)
"""What must not stop: at most 4 hours of work lost, 6 months to go back, 4 weeks of them out of everybody's reach."""

SILVER: Final = PolicyClass(
    snapshots=Every.hours(12).keep(days=2),
    backups=Daily.at("22:30").keep(weeks=2).lock(weeks=1),
    cloud_backups=Weekly.on("saturday", at="03:00").keep(months=3).lock(weeks=2),
)
"""What may stand still for an afternoon: at most 12 hours of work lost, 3 months to go back."""

BRONZE: Final = PolicyClass(
    backups=Daily.at("20:30").keep(weeks=2).lock(weeks=1),
    cloud_backups=Weekly.on("sunday", at="03:00").keep(weeks=6).lock(weeks=1),
)
"""What can be done again: at most a day of work lost, 6 weeks to go back, no snapshots."""
