"""How something is protected: which copies, how often, where to, for how long."""

from collections.abc import Iterator
from typing import Literal, Self, get_args

from constructs import Construct

from glbr.protection.policy import STORELESS, policy_problems
from glbr.protection.problem import Problem
from glbr_constructs import roles
from glbr_constructs.existing import Existing
from glbr_constructs.given import Given
from glbr_constructs.l1.protection_policy import DataProtectionPolicy
from glbr_constructs.l1.protection_policy import ProtectionPolicy as ProtectionPolicyL1
from glbr_constructs.managed import Managed
from glbr_constructs.policies.arrangement import Arrangement, renumbered
from glbr_constructs.policies.copies import FROM_ASSET, Copies, Source, check_store
from glbr_constructs.policies.numbering import Kind
from glbr_constructs.policies.protecting import Protecting
from glbr_constructs.policies.retention import Retention
from glbr_constructs.policies.rhythm import Daily, Every, Weekly
from glbr_constructs.policies.schedule import Schedule
from glbr_constructs.refusal import check_at_synthesis
from glbr_constructs.synthesis.place import path_of
from glbr_constructs.synthesis.resource import INNER

ApplicationType = Literal["VMWARE", "AWS", "HPE_ARRAY_VOLUME", "MSSQL"]
"""Families of assets that HPE has policies for."""


class ProtectionPolicy(Protecting, Managed[ProtectionPolicyL1]):
    """A named set of copies, each with a schedule.

    Schedules number themselves by what they make: 1 is snapshots, 2 backups, 3 backups in a cloud, 4 backups of database
    logs, 5 replicated snapshots. The second of a kind has 10 more, the third 20 more, in order of store, rhythm and time.
    So neither their order in the program nor another rhythm, time or retention changes a number, which HPE would take for
    another schedule. Only where one kind has several schedules in one store, a rhythm or time that overtakes another one
    has the two change places; `schedule_id=` pins the number of either.

    What a backup is made from is worked out, too: from the snapshots, a backup in a cloud from the backups on premises,
    wherever there is just one such schedule. `describe()` shows both.

    Example:
        local = ProtectionStore.from_protection_store_name(self, "local", "Local_clinic")
        cloud = ProtectionStore.from_protection_store_name(self, "cloud", "Cloud_eastus2")
        erp = VirtualMachine.from_virtual_machine_name(self, "erp", "erp-db-01")

        gold = ProtectionPolicy(self, "gold", name="gold")
        gold.add_snapshot(Every.hours(4).keep(days=2))
        gold.add_backup(Daily.at("01:30").keep(weeks=2).lock(weeks=1), to=local)
        gold.add_cloud_backup(Weekly.on("saturday").keep(months=6), to=cloud)
        gold.protect(erp)
    """

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        name: str,
        description: str | None = None,
        application_type: ApplicationType = "VMWARE",
    ) -> None:
        """Describe it.

        Args:
            scope: Where the construct belongs.
            id_: Name of the construct in that place.
            name: Name shown in the console.
            description: Free-text note.
            application_type: Family of the assets: `VMWARE`, `AWS`, `HPE_ARRAY_VOLUME` or `MSSQL`.

        Raises:
            Refused: an argument is none that HPE takes.
        """
        super().__init__(scope, id_)
        given = Given.to("making policy", self)
        given.text("name", name, "the name that the console is to show")
        if description is not None:
            given.text("description", description, "a note, or none")
        given.choice("application_type", application_type, get_args(ApplicationType))
        self.arrangement = Arrangement((), {}, {})
        self.resource = ProtectionPolicyL1(
            self, INNER, name=name, description=description, application_type=application_type, protections=[]
        )
        check_at_synthesis(self, self._problems)

    @classmethod
    def hourly_snapshots(
        cls, scope: Construct, id_: str, *, name: str, application_type: ApplicationType = "VMWARE"
    ) -> Self:
        """A policy that takes a snapshot on the array every 4 hours and keeps it 2 days.

        It takes back slips. It is no backup: what the array loses, its snapshots lose.

        Args:
            scope: Where the construct belongs.
            id_: Name of the construct in that place.
            name: Name shown in the console.
            application_type: Family of the assets.

        Raises:
            Refused: an argument is none that HPE takes.
        """
        policy = cls(scope, id_, name=name, application_type=application_type)
        policy.add_snapshot(Every.hours(4).retain(Retention.two_days()))
        return policy

    @classmethod
    def daily_backups(
        cls, scope: Construct, id_: str, *, name: str, to: roles.Store, application_type: ApplicationType = "VMWARE"
    ) -> Self:
        """A policy that makes a backup each night, keeps it 2 weeks, and lets nobody delete it in the first.

        Args:
            scope: Where the construct belongs.
            id_: Name of the construct in that place.
            name: Name shown in the console.
            to: Store on premises that takes the backups.
            application_type: Family of the assets.

        Raises:
            Refused: an argument is none that HPE takes.
        """
        policy = cls(scope, id_, name=name, application_type=application_type)
        policy.add_backup(Daily.at().retain(Retention.two_weeks().lock(weeks=1)), to=to)
        return policy

    @classmethod
    def three_copies(
        cls,
        scope: Construct,
        id_: str,
        *,
        name: str,
        to: roles.Store,
        cloud: roles.Store,
        application_type: ApplicationType = "VMWARE",
    ) -> Self:
        """A policy with three copies, each made from the one before: on the array, on premises, in a cloud.

        Snapshots every 4 hours live 2 days; nightly backups live 2 weeks, locked for 1; weekly backups in the cloud live 6
        months, locked for 1.

        Args:
            scope: Where the construct belongs.
            id_: Name of the construct in that place.
            name: Name shown in the console.
            to: Store on premises that takes the nightly backups.
            cloud: Store in a cloud that takes the weekly backups.
            application_type: Family of the assets.

        Raises:
            Refused: an argument is none that HPE takes.
        """
        policy = cls(scope, id_, name=name, application_type=application_type)
        policy.add_snapshot(Every.hours(4).retain(Retention.two_days()))
        policy.add_backup(Daily.at("01:30").retain(Retention.two_weeks().lock(weeks=1)), to=to)
        policy.add_cloud_backup(Weekly.on("saturday").retain(Retention.six_months().lock(months=1)), to=cloud)
        return policy

    @property
    def protection_policy_id(self) -> str:
        """Identifier of the policy."""
        return self.resource.id

    @property
    def copies(self) -> tuple[Copies, ...]:
        """What the policy makes, by number of the schedule."""
        return self.arrangement.copies

    def describe(self) -> str:
        """A table for people: number, kind, rhythm, retention, lock, source and store of each schedule."""
        return self.arrangement.table()

    def add_snapshot(self, schedule: Schedule, *, source: Source = None, schedule_id: int | None = None) -> Copies:
        """Add snapshots on the array: quick to make and to restore, lost with the array.

        Args:
            schedule: When, and for how long.
            source: What they are made from; the asset when left out.
            schedule_id: Number of the schedule; worked out when left out. Write it for a policy that exists already.

        Raises:
            Refused: it contradicts what the policy has.
        """
        return self._add("SNAPSHOT", schedule, None, source, schedule_id)

    def add_backup(
        self, schedule: Schedule, *, to: roles.Store, source: Source = None, schedule_id: int | None = None
    ) -> Copies:
        """Add backups in a store on premises.

        Args:
            schedule: When, and for how long.
            to: Store that takes them.
            source: Copies that they are made from, or `"asset"`; when left out, the snapshots of the policy, or else the
                asset.
            schedule_id: Number of the schedule; worked out when left out. Write it for a policy that exists already.

        Raises:
            Refused: it contradicts what the policy has, or the store is in a cloud.
        """
        return self._add("BACKUP", schedule, to, source, schedule_id)

    def add_cloud_backup(
        self, schedule: Schedule, *, to: roles.Store, source: Source = None, schedule_id: int | None = None
    ) -> Copies:
        """Add backups in a cloud store: they outlive the site.

        Args:
            schedule: When, and for how long.
            to: Store that takes them.
            source: Copies that they are made from, or `"asset"`; when left out, the backups of the policy, or else its
                snapshots, or else the asset.
            schedule_id: Number of the schedule; worked out when left out. Write it for a policy that exists already.

        Raises:
            Refused: it contradicts what the policy has, or the store is on premises.
        """
        return self._add("CLOUD_BACKUP", schedule, to, source, schedule_id)

    def add_database_log_backup(
        self, schedule: Schedule, *, to: roles.Store, source: Source = None, schedule_id: int | None = None
    ) -> Copies:
        """Add backups of the logs of databases, which make restores to a moment between two backups possible.

        Args:
            schedule: When, and for how long.
            to: Store that takes them.
            source: What they are made from; the asset when left out.
            schedule_id: Number of the schedule; worked out when left out. Write it for a policy that exists already.

        Raises:
            Refused: it contradicts what the policy has.
        """
        return self._add("DATABASE_LOG_BACKUP", schedule, to, source, schedule_id)

    def add_replicated_snapshot(
        self, schedule: Schedule, *, source: Source = None, schedule_id: int | None = None
    ) -> Copies:
        """Add snapshots on the array that this one replicates to.

        Args:
            schedule: When, and for how long.
            source: What they are made from; the asset when left out.
            schedule_id: Number of the schedule; worked out when left out. Write it for a policy that exists already.

        Raises:
            Refused: it contradicts what the policy has.
        """
        return self._add("REPLICATED_SNAPSHOT", schedule, None, source, schedule_id)

    @staticmethod
    def from_protection_policy_id(scope: Construct, id_: str, policy_id: str) -> "ExistingProtectionPolicy":
        """The policy with this identifier; HPE is not asked."""
        return ExistingProtectionPolicy(scope, id_, policy_id)

    @staticmethod
    def from_protection_policy_name(scope: Construct, id_: str, name: str) -> "ExistingProtectionPolicy":
        """The policy with this name, looked up by Terraform."""
        return ExistingProtectionPolicy(
            scope, id_, lambda own: DataProtectionPolicy(own, INNER, name=name).id, name=name
        )

    def _add(
        self, kind: Kind, schedule: Schedule, store: roles.Store | None, source: Source, schedule_id: int | None
    ) -> Copies:
        given = Given(lambda: f"adding {kind} {str(schedule)!r} to policy {path_of(self)}")
        given.instance("schedule", schedule, (Schedule,), "a schedule", "such as Daily.at('01:30').keep(weeks=2)")
        if kind not in STORELESS:
            check_store(given, "to", kind, store)
        if source is not None and source != FROM_ASSET:
            cure = "what add_snapshot, add_backup or add_cloud_backup of this policy returned, or 'asset'"
            given.instance("source", source, (Copies,), "a source", cure)
        if isinstance(source, Copies) and source.policy is not self:
            raise given.refused(
                f"its source belongs to another policy. Given: {source} of {path_of(source.policy)}",
                "Copies are made from copies of the same policy: pass what a call on this policy returned",
            )
        if schedule_id is not None:
            self._check_number(given, schedule_id)
        added = Copies(self, kind, schedule, store=store, source=source, schedule_id=schedule_id)
        arrangement = Arrangement.of((*self.copies, added), given)
        for one, old, new in renumbered(self.arrangement, arrangement):
            raise given.refused(
                f"this makes schedule {old} ({one}) the schedule {new}, but its schedule_id has been read already",
                f"Add this before you read it, or write schedule_id={old} where {one} is added",
            )
        protections = arrangement.protections()
        given.sound(policy_problems({"protections": protections}))
        self.resource.set_argument("protections", protections)
        self.arrangement = arrangement
        return added

    def _check_number(self, given: Given, schedule_id: object) -> None:
        # A token is a float: what Terraform alone knows cannot be compared with the others.
        if isinstance(schedule_id, bool) or not isinstance(schedule_id, int) or schedule_id < 1:
            raise given.refused(
                f"schedule_id={schedule_id!r} is no number of a schedule", "Allowed: a whole number from 1, written out"
            )
        if taken := [one for one in self.copies if one.chosen_id == schedule_id]:
            raise given.refused(
                f"schedule_id={schedule_id} is taken by {taken[0]}",
                "Allowed: a number that no other schedule of the policy has",
            )

    def _problems(self) -> Iterator[Problem]:
        """What only the finished policy can tell."""
        if not self.copies:
            yield Problem(
                ("protections",),
                "A policy without copies protects nothing",
                "Given: no tier. Add at least one: policy.add_snapshot(...), add_backup(...) or add_cloud_backup(...).",
            )


class ExistingProtectionPolicy(Protecting, Existing):
    """A policy that HPE has already. It protects like one made here; its schedules are not known to the program."""

    @property
    def protection_policy_id(self) -> str:
        """Identifier of the policy."""
        return self.identifier
