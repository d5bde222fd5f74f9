"""What differs from a policy for one asset."""

from collections.abc import Mapping, Sequence
from dataclasses import KW_ONLY, dataclass, fields, replace
from typing import Literal, Self, TypeAlias, get_args

from glbr.protection.policy import STORELESS, lock_problems
from glbr_constructs import roles
from glbr_constructs.given import Given
from glbr_constructs.l1.protection_job import (
    ProtectionJobNamePattern,
    ProtectionJobOverrides,
    ProtectionJobProtectionOverride,
    ProtectionJobScheduleOverride,
    ProtectionJobScriptArguments,
    ProtectionJobVmwareOptions,
)
from glbr_constructs.policies.copies import Copies, check_store
from glbr_constructs.policies.name_pattern import check_name_pattern
from glbr_constructs.policies.retention import Retained, Retention, retention_given
from glbr_constructs.synthesis.place import path_of

Consistency = Literal["CRASH", "APPLICATION", "CRASH_CONSISTENT_ON_FAILURE"]
"""How quiet an application is while it is copied."""

BackupGranularity = Literal["VOLUME", "VMWARE_CBT"]
"""Whole volumes, or changed blocks of virtual machines."""


@dataclass(frozen=True, slots=True)
class Override(Retained):
    """What differs from one schedule of the policy for one asset: `Override(nightly).keep(weeks=4)`.

    What is left out stays as the policy has it. It is for a policy made in this program; of one that is looked up nobody
    knows the schedules here.

    Example:
        local = ProtectionStore.from_protection_store_name(self, "local", "Local_clinic")
        erp = VirtualMachine.from_virtual_machine_name(self, "erp", "erp-db-01")

        policy = ProtectionPolicy(self, "gold", name="gold")
        backups = policy.add_backup(Daily.at("01:30").keep(weeks=2), to=local)
        policy.protect(erp, overrides=[Override(backups, consistency="APPLICATION").keep(weeks=5)])

    Attributes:
        copies: What a call such as `policy.add_backup(...)` returned.
        retention: How long these copies live, and stay locked, for this asset. `keep` and `lock` set it, too.
        store: Store that takes them. HPE moves all copies that share a tier: those of one kind in one store.
        consistency: How quiet the application is: `CRASH`, `APPLICATION` or `CRASH_CONSISTENT_ON_FAILURE`.
        backup_granularity: `VOLUME` for whole volumes, `VMWARE_CBT` for changed blocks of virtual machines.
        create_snapshot_on_failure: Allow a crash-consistent snapshot when a script fails.
        name_pattern: How copies are named.
        params_before: Arguments of the script before each copy.
        params_after: Arguments of the script after each copy.
        include_rdm_disks: For datastores: also protect raw-device disks that live wholly in it.
    """

    copies: Copies
    _: KW_ONLY
    retention: Retention = Retention()  # noqa: RUF009 - frozen, so that all may share it
    store: roles.Store | None = None
    consistency: Consistency | None = None
    backup_granularity: BackupGranularity | None = None
    create_snapshot_on_failure: bool | None = None
    name_pattern: str | None = None
    params_before: str | None = None
    params_after: str | None = None
    include_rdm_disks: bool | None = None

    def __post_init__(self) -> None:
        plain = Given("making an override")
        plain.instance("copies", self.copies, (Copies,), "copies", "what policy.add_backup(...) and the like returned")
        given = Given(lambda: f"making an override of {self.copies}")
        retention_given("making an override", self.retention)
        usual = self.copies.schedule
        lengths = {"expire_after": self.kept_for or usual.kept_for, "lock_for": self.locked_for or usual.locked_for}
        given.sound(lock_problems({name: str(period) for name, period in lengths.items() if period}, ()))
        if self.store is not None:
            if self.copies.kind in STORELESS:
                raise given.refused(
                    f"store={self.store!r} given, but {self.copies.kind} takes no store", "Its copies stay on the array"
                )
            check_store(given, "store", self.copies.kind, self.store)
        self._check_words(given)

    @property
    def lifetime(self) -> Retention:
        """What differs in how long copies live, and for how long nobody can delete them."""
        return self.retention

    def retain(self, retention: Retention) -> Self:
        """Let copies of this asset live, and be locked, as long as this says.

        Raises:
            Refused: it is no retention, or with the policy's it makes no sense.
        """
        return replace(self, retention=retention)

    def says_anything(self) -> bool:
        """Whether anything differs."""
        return self.store is not None or self.says_of_schedule()

    def says_of_schedule(self) -> bool:
        """Whether more differs than the store, which HPE has for a whole tier."""
        names = {entry.name for entry in fields(self)} - {"copies", "store"}
        return any(getattr(self, name) not in (None, Retention()) for name in names)

    def entry(self) -> ProtectionJobScheduleOverride:
        """The override in HPE's words."""
        rdm = self.include_rdm_disks
        return ProtectionJobScheduleOverride(
            schedule_id=self.copies.schedule_number,
            consistency=self.consistency,
            backup_granularity=self.backup_granularity,
            create_snapshot_on_failure=self.create_snapshot_on_failure,
            expire_after=self.kept_for,
            lock_for=self.locked_for,
            name_pattern=None if self.name_pattern is None else ProtectionJobNamePattern(format=self.name_pattern),
            pre_script_info=_params(self.params_before),
            post_script_info=_params(self.params_after),
            vmware_options=None if rdm is None else ProtectionJobVmwareOptions(include_rdm_disks=rdm),
        )

    def _check_words(self, given: Given) -> None:
        for argument, choice, allowed in (
            ("consistency", self.consistency, get_args(Consistency)),
            ("backup_granularity", self.backup_granularity, get_args(BackupGranularity)),
        ):
            if choice is not None:
                given.choice(argument, choice, allowed)
        for argument in ("create_snapshot_on_failure", "include_rdm_disks"):
            if (flag := getattr(self, argument)) is not None:
                given.flag(argument, flag)
        if self.name_pattern is not None:
            check_name_pattern(given, self.name_pattern)
        for argument, script in (
            ("params_before", self.copies.schedule.script_before),
            ("params_after", self.copies.schedule.script_after),
        ):
            if (params := getattr(self, argument)) is not None:
                given.text(argument, params, "arguments in one text")
                if script is None:
                    verb = argument.replace("params", "run")
                    raise given.refused(
                        f"{argument} given, but the schedule has no such script",
                        f"Give it one: schedule.{verb}(Script(...))",
                    )


Overrides: TypeAlias = Sequence[Override] | ProtectionJobOverrides | Mapping[str, object]
"""Overrides of schedules of the policy, or the whole in HPE's own words."""


def overrides_in_hpes_words(
    given: Given, policy: roles.Policy, overrides: Overrides
) -> ProtectionJobOverrides | Mapping[str, object] | None:
    """All overrides of a job; `None` when there is none.

    Raises:
        Refused: one is no override, is for another policy, or contradicts another.
    """
    if isinstance(overrides, ProtectionJobOverrides | Mapping):
        return overrides
    cure = "a list of Override(copies, ...), or ProtectionJobOverrides in HPE's own words"
    given.instance("overrides", overrides, (list, tuple), "a list", cure)
    tiers: dict[object, list[Override]] = {}
    for override in overrides:
        given.instance("overrides", override, (Override,), "an override", cure)
        _check_use(given, policy, override)
        tiers.setdefault(override.copies.place, []).append(override)
    if not tiers:
        return None
    return ProtectionJobOverrides(protections=[_tier(given, alike) for alike in tiers.values()])


def _check_use(given: Given, policy: roles.Policy, override: Override) -> None:
    if override.copies.policy is not policy:
        raise given.refused(
            f"overrides: {override.copies} belongs to policy {path_of(override.copies.policy)}, which is not the policy of "
            "this job",
            "Allowed: what a call on the job's own policy returned. Of a policy that is looked up nobody knows the schedules "
            "here: write ProtectionJobOverrides with HPE's numbers",
        )
    if not override.says_anything():
        raise given.refused(
            f"overrides: nothing differs from the policy for {override.copies}",
            "Say what does, such as Override(copies).keep(weeks=4), or leave the override out",
        )


def _tier(given: Given, alike: list[Override]) -> ProtectionJobProtectionOverride:
    given.unlike("overrides", alike, key=lambda override: override.copies)
    stores = {override.store.protection_store_id for override in alike if override.store is not None}
    if len(stores) > 1:
        raise given.refused(
            f"overrides: {alike[0].copies.kind} copies of one tier go to {len(stores)} stores",
            "Allowed: one store for all copies of a kind that share a store in the policy",
        )
    # Who moves the store only says nothing of the schedule.
    schedules = [override.entry() for override in alike if override.says_of_schedule()]
    return ProtectionJobProtectionOverride(
        id=alike[0].copies.tier_id,
        protection_store_id=next(iter(stores), None),
        schedules=schedules or None,
    )


def _params(params: str | None) -> ProtectionJobScriptArguments | None:
    return None if params is None else ProtectionJobScriptArguments(params=params)
