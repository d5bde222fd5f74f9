"""The objects of the protection model. Every value is known, unknown or absent.

Objects refer to each other by key. The key of a managed object is its Terraform address after the change, also on the side
before it, so that an object that was moved is one object. What Terraform does not manage is referred to by HPE's id.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from glbr.protection.effective import Tiers
from glbr.protection.setting import Setting


@dataclass(frozen=True, slots=True)
class Managed:
    """What every managed object has.

    Attributes:
        key: The address after the change; the same on both sides.
        address: The address on this side.
        name: What people call it: its name, else its address.
        identifier: HPE's id; unknown before it is made.
        prevent_destroy: Whether Terraform refuses to destroy it; None when the input does not tell (a plan does not).
        ignore_changes: Attributes whose changes Terraform ignores; None when the input does not tell.
    """

    key: str
    address: str
    name: str
    identifier: Setting[str]
    prevent_destroy: bool | None = field(default=None, kw_only=True)
    ignore_changes: tuple[str, ...] | None = field(default=None, kw_only=True)


@dataclass(frozen=True, slots=True)
class Holdings:
    """What the inventory says a store holds.

    Attributes:
        copies: Recovery points in it.
        locked_until: The latest moment until which one of them is locked; None for none.
        bytes: Size on disk; None when not told.
    """

    copies: int
    locked_until: datetime | None = None
    bytes: int | None = None


@dataclass(frozen=True, slots=True)
class Store(Managed):
    """A protection store.

    Attributes:
        kind: `ON_PREMISES` or `CLOUD`.
        system: Key or id of the appliance that carries it.
        location: Cloud location, such as `azure:eastus2`.
        force: Whether it may be destroyed with backups in it.
        longest_lock: Longest lock that it takes, in words of a period; from the gate's settings or the inventory.
        holdings: What it holds, if an inventory was given.
        site: Where its copies are, if an inventory tells; empty otherwise.
    """

    kind: Setting[str]
    system: Setting[str]
    location: Setting[str]
    force: Setting[bool]
    longest_lock: str | None = None
    holdings: Holdings | None = None
    site: str = ""


@dataclass(frozen=True, slots=True)
class Policy(Managed):
    """A protection policy. Stores in its tiers are keys of `Side.stores`, or ids."""

    application: Setting[str]
    tiers: Tiers
    in_use_elsewhere: int = 0
    """Jobs outside of this configuration that use it, if an inventory was given."""


@dataclass(frozen=True, slots=True)
class Group(Managed):
    """A protection group of any kind.

    Attributes:
        noun: `virtual_machine_protection_group`, `volume_protection_group` or `mssql_database_protection_group`.
        kind: `CUSTOM`, `NATIVE` or `DYNAMIC`.
        category: Kind of member, such as `VMFS_VMS`; absent where the noun says it.
        members: Ids of the members: what a CUSTOM group lists, or what the inventory says of another. Unknown when decided
            elsewhere and no inventory was given.
        follows: What a NATIVE or DYNAMIC group follows, in words: `tag erp`, `folder group-v71`. Absent for CUSTOM.
        cascade: Whether destroying it destroys the copies of it, too.
    """

    noun: str
    kind: Setting[str]
    category: Setting[str]
    members: Setting[tuple[str, ...]]
    follows: Setting[str]
    cascade: Setting[bool]


@dataclass(frozen=True, slots=True)
class Job(Managed):
    """A protection job: one policy for one asset or group.

    Attributes:
        asset: Key of a group, or HPE's id of an asset or group that is not managed here.
        asset_kind: HPE's type of it, such as `virtualization/virtual-machine`.
        policy: Key of the policy, or HPE's id of one that is not managed here.
        starts: Moment from which the schedules count; absent for at once.
        suspended: Whether it is known to be suspended, wholly or in part.
        overridden: What the job itself chooses, by schedule: `{2: ("lock_for",)}`.
        tiers: The tiers in force: the policy's with the job's overrides on top. Unknown when the policy is not managed here
            and no inventory tells it.
    """

    asset: Setting[str]
    asset_kind: Setting[str]
    policy: Setting[str]
    starts: Setting[datetime]
    suspended: Setting[bool]
    overridden: Mapping[int, tuple[str, ...]]
    tiers: Tiers


@dataclass(frozen=True, slots=True)
class Thing(Managed):
    """Any other object of ours: appliances, settings, copies made by Terraform.

    Attributes:
        noun: The noun of its type: `storeonce`, `setting`, `volume_protection_group_backup`.
        settings: Its values that may be shown, by path: `value`, `expires_at`.
    """

    noun: str
    settings: Mapping[str, Setting[str]]


@dataclass(frozen=True, slots=True)
class Asset:
    """What can be protected, as the inventory or another provider's resource declares it.

    Attributes:
        identifier: HPE's id, or the Terraform address for one that is declared by another provider.
        name: Its name.
        kind: HPE's type, such as `virtualization/virtual-machine`.
        data_class: The class its owner gave it, such as `critical`; empty for none.
        site: Where it is; empty when not told.
        declared_by: Address of the Terraform resource that makes it; empty when the inventory tells it.
    """

    identifier: str
    name: str
    kind: str
    data_class: str = ""
    site: str = ""
    declared_by: str = ""
    protected_elsewhere: bool = False
    """Whether the inventory knows a job outside of this configuration that protects it."""


@dataclass(frozen=True, slots=True)
class Side:
    """Everything on one side of a change, by key."""

    stores: Mapping[str, Store] = field(default_factory=dict)
    policies: Mapping[str, Policy] = field(default_factory=dict)
    groups: Mapping[str, Group] = field(default_factory=dict)
    jobs: Mapping[str, Job] = field(default_factory=dict)
    things: Mapping[str, Thing] = field(default_factory=dict)

    def all(self) -> tuple[Managed, ...]:
        """Every managed object, by kind."""
        kinds: tuple[Mapping[str, Managed], ...] = (self.stores, self.policies, self.groups, self.jobs, self.things)
        return tuple(item for objects in kinds for item in objects.values())
