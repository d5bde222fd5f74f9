"""How something is protected: which copies, how often, where to, for how long."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, cast

from constructs import Construct

from glbr.protection.policy import policy_problems
from glbr.protection.problem import Problem
from glbr_constructs import roles
from glbr_constructs.existing import Existing
from glbr_constructs.l1.protection_policy import DataProtectionPolicy
from glbr_constructs.l1.protection_policy import ProtectionPolicy as ProtectionPolicyL1
from glbr_constructs.managed import Managed
from glbr_constructs.policies.protection_job import ProtectionJob
from glbr_constructs.policies.schedule import Schedule
from glbr_constructs.refusal import Refused, check_at_synthesis, refuse
from glbr_constructs.synthesis.resource import INNER


@dataclass(frozen=True, slots=True)
class Copies:
    """The copies that one schedule of a policy makes. Others can be made from them: `source=`.

    Attributes:
        policy: The policy.
        schedule_id: Number of the schedule in the policy.
        tier: Position of the tier in the policy.
        schedule: When they are made and how long each lives.
    """

    policy: "ProtectionPolicy"
    schedule_id: int
    tier: int
    schedule: Schedule

    @property
    def tier_id(self) -> str:
        """Identifier that HPE gives the tier; overrides of a job name it."""
        return self.policy.resource.protections[self.tier].id


class ProtectionPolicy(Managed[ProtectionPolicyL1]):
    """A named set of copies. Each call adds a schedule and numbers it: 1, 2, 3 in the order of the calls."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        name: str,
        description: str | None = None,
        application_type: str = "VMWARE",
    ) -> None:
        """Describe it.

        Args:
            scope: Where the construct belongs.
            id_: Name of the construct in that place.
            name: Name shown in the console.
            description: Free-text note.
            application_type: Family of the assets: `VMWARE`, `AWS`, `HPE_ARRAY_VOLUME` or `MSSQL`.
        """
        super().__init__(scope, id_)
        self._tiers: list[dict[str, object]] = []
        self._next_id = 1
        self.resource = ProtectionPolicyL1(
            self, INNER, name=name, description=description, application_type=application_type, protections=[]
        )
        check_at_synthesis(self, self._problems)

    @property
    def protection_policy_id(self) -> str:
        """Identifier of the policy."""
        return self.resource.id

    def add_snapshot(self, schedule: Schedule, *, source: Copies | None = None) -> Copies:
        """Add snapshots on the array: quick to make and to restore, lost with the array."""
        return self._add("SNAPSHOT", schedule, None, source)

    def add_backup(self, schedule: Schedule, *, to: roles.Store, source: Copies | None = None) -> Copies:
        """Add backups in a store on premises, made from the asset or from other copies."""
        return self._add("BACKUP", schedule, to, source)

    def add_cloud_backup(self, schedule: Schedule, *, to: roles.Store, source: Copies | None = None) -> Copies:
        """Add backups in a cloud store, made from the asset or from other copies."""
        return self._add("CLOUD_BACKUP", schedule, to, source)

    def protect(self, asset: roles.Protectable, *, effective_from: str | None = None) -> ProtectionJob:
        """Protect an asset or a group: makes a job beside the policy, named after both."""
        # Whatever holds a construct is one, though jsii promises only the interface.
        beside = cast("Construct", self.node.scope)
        return ProtectionJob(
            beside, f"{self.node.id}_{asset.node.id}", policy=self, asset=asset, effective_from=effective_from
        )

    @staticmethod
    def from_protection_policy_id(scope: Construct, id_: str, policy_id: str) -> roles.Policy:
        """The policy with this identifier; HPE is not asked."""
        return _ExistingPolicy(scope, id_, policy_id)

    @staticmethod
    def from_protection_policy_name(scope: Construct, id_: str, name: str) -> roles.Policy:
        """The policy with this name, looked up by Terraform."""
        return _ExistingPolicy(scope, id_, lambda own: DataProtectionPolicy(own, INNER, name=name).id)

    def _add(
        self,
        kind: Literal["SNAPSHOT", "BACKUP", "CLOUD_BACKUP"],
        schedule: Schedule,
        store: roles.Store | None,
        source: Copies | None,
    ) -> Copies:
        doing = f"adding {kind} {str(schedule)!r} to policy {self.node.path}"
        if source is not None and source.policy is not self:
            raise Refused(
                f"{doing}: its source belongs to another policy. Given: schedule {source.schedule_id} of "
                f"{source.policy.node.path}. Copies are made from copies of the same policy: pass what a call on this "
                "policy returned."
            )
        refuse(doing, _misplaced(kind, store))
        store_id = None if store is None else store.protection_store_id
        entry = schedule.entry(self._next_id, None if source is None else source.schedule_id)
        # HPE's tier is a kind of copy in a store: another schedule of the same goes into the same tier.
        tiers = [{**tier, "schedules": _schedules(tier)} for tier in self._tiers]
        alike = (i for i, tier in enumerate(tiers) if (tier["type"], tier["protection_store_id"]) == (kind, store_id))
        position = next(alike, len(tiers))
        if position == len(tiers):
            tiers.append({"type": kind, "protection_store_id": store_id, "schedules": []})
        tiers[position]["schedules"] = [*_schedules(tiers[position]), entry]
        refuse(doing, policy_problems({"protections": tiers}))
        self.resource.set_argument("protections", tiers)
        self._tiers = tiers
        self._next_id += 1
        return Copies(self, self._next_id - 1, position, schedule)

    def _problems(self) -> Iterator[Problem]:
        """What only the finished policy can tell."""
        if not self._tiers:
            yield Problem(
                ("protections",),
                "A policy without copies protects nothing",
                "Given: no tier. Add at least one: policy.add_snapshot(...), add_backup(...) or add_cloud_backup(...).",
            )
        yield from policy_problems({"protections": self._tiers})


class _ExistingPolicy(Existing):
    @property
    def protection_policy_id(self) -> str:
        return self.identifier


def _schedules(tier: dict[str, object]) -> list[object]:
    schedules = tier["schedules"]
    return list(schedules) if isinstance(schedules, list) else []


def _misplaced(kind: str, store: roles.Store | None) -> Iterator[Problem]:
    place = None if store is None else store.protection_store_type
    wanted = {"BACKUP": "ON_PREMISES", "CLOUD_BACKUP": "CLOUD"}.get(kind)
    if place is not None and wanted is not None and place != wanted:
        verb = "backup" if place == "ON_PREMISES" else "cloud_backup"
        yield Problem(
            (),
            f"{kind} goes to a store of type {wanted}",
            f"Given: a store of type {place}. Use policy.add_{verb}(...) for it.",
        )
