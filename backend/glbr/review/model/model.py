"""The protection model as a whole: two sides of a change, and what is known of the change itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from glbr.review.model.objects import Asset, Side

Origin = Literal["plan", "configuration", "configurations"]
"""A plan; one configuration (only a state of things, no change); or two of them, base and head."""


@dataclass(frozen=True, slots=True)
class Location:
    """Where an object is written. Paths are relative to the repository.

    Attributes:
        file: Empty when unknown.
        line: 1 and more; 0 when unknown.
        construct: Path of the construct that makes it; empty when none does.
    """

    file: str = ""
    line: int = 0
    construct: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """What Terraform will do to one object of ours.

    Attributes:
        key: As in the sides.
        address: The address after the change.
        noun: Noun of its type: `protection_store`.
        actions: Terraform's words, in its order: `("delete", "create")`.
        previous_address: Where it was before a `moved` block; empty for the same.
        deposed: Whether this is a leftover of an interrupted replacement.
        reason: Terraform's `action_reason`, for display only.
        replace_paths: Attributes that force a replacement: `protection_store_type`.
        importing: Whether it is imported at the same time.
        changed: Paths of attributes that differ and are arguments of ours: `protections[1].schedules[0].lock_for`.
        secrets_in_clear: Paths of attributes named like a secret whose value is not marked as sensitive.
    """

    key: str
    address: str
    noun: str
    actions: tuple[str, ...]
    previous_address: str = ""
    deposed: bool = False
    reason: str = ""
    replace_paths: tuple[str, ...] = ()
    importing: bool = False
    changed: tuple[str, ...] = ()
    secrets_in_clear: tuple[str, ...] = ()

    @property
    def deletes(self) -> bool:
        """Whether the object of today is destroyed, also as a part of a replacement."""
        return "delete" in self.actions

    @property
    def replaces(self) -> bool:
        """Whether it is destroyed and made anew."""
        return "delete" in self.actions and "create" in self.actions

    @property
    def forgets(self) -> bool:
        """Whether Terraform stops to manage it and leaves it where it is."""
        return "forget" in self.actions

    @property
    def is_none(self) -> bool:
        """Whether nothing happens."""
        return set(self.actions) <= {"no-op", "read"}


@dataclass(frozen=True, slots=True)
class Check:
    """A `check` block, precondition or postcondition: its address, `pass` / `fail` / `error` / `unknown`, and why."""

    address: str
    status: str
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Waiver:
    """Somebody's decision to accept one finding, bound to its value.

    Attributes:
        rule: Id of the rule.
        address: Address or construct path that it is for; `*` and `?` stand for any text.
        value: The value it accepts, as the finding tells it after the change; empty to accept only what is there today.
        reason: Why, in 10 characters or more.
        owner: Who answers for it.
        until: Last day it holds.
        ticket: Where it was decided; may be empty.
        tier: Kind of the tier it is for, such as `CLOUD_BACKUP`; empty for a finding that is about no tier.
        written_in: File or construct path it comes from.
        schedule: Number of the schedule it is for; None for any.
    """

    rule: str
    address: str
    reason: str
    owner: str
    until: str
    value: str = ""
    ticket: str = ""
    tier: str = ""
    written_in: str = ""
    schedule: int | None = None


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a model comes from.

    Attributes:
        origin: What was read.
        at: The plan's own timestamp: "now" for everything that is worked out from it.
        stack: What the change is called in reports: a folder or the CDK's stack.
        engine: `Terraform 1.15.5`; empty for a configuration.
        complete: False when Terraform says that more is to come: targeted, or deferred. None when it does not say.
        errored: Whether planning ended with an error.
        base: File of the base configuration; empty for none.
        head: File that was read.
        inventory_at: When the inventory was taken; None without one.
    """

    origin: Origin
    at: datetime
    stack: str = ""
    engine: str = ""
    complete: bool | None = None
    errored: bool = False
    base: str = ""
    head: str = ""
    inventory_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Model:
    """What a change does, in terms of protection.

    Attributes:
        provenance: Where it comes from.
        before: Empty for a single configuration.
        after: As it will be.
        changes: What Terraform does to objects of ours, in order of address; without a plan, derived from the two sides.
        drift_before: What Terraform's state says of the objects that somebody changed outside; only those.
        drift_after: What HPE says of the same.
        drift_changes: How they changed.
        assets: What can be protected, as far as an inventory or other resources of the plan tell.
        checks: Terraform's checks that did not pass.
        invocations: Provider actions that the apply will run: address and type.
        deferred: What Terraform put off: address and reason.
        locations: Where objects are written, by key.
        waivers: Decisions that travel with the configuration (the construct's `acknowledge`).
        restore_tests: When a restore was last tried, by asset id or store key; from the inventory.
        names: What people call assets that are protected, by id: as far as data sources, groups, jobs or the inventory tell. What
            other resources of the plan declare, by address.
    """

    provenance: Provenance
    before: Side
    after: Side
    changes: tuple[Change, ...] = ()
    drift_before: Side = field(default_factory=Side)
    drift_after: Side = field(default_factory=Side)
    drift_changes: tuple[Change, ...] = ()
    assets: Mapping[str, Asset] = field(default_factory=dict)
    checks: tuple[Check, ...] = ()
    invocations: tuple[tuple[str, str], ...] = ()
    deferred: tuple[tuple[str, str], ...] = ()
    locations: Mapping[str, Location] = field(default_factory=dict)
    waivers: tuple[Waiver, ...] = ()
    restore_tests: Mapping[str, datetime] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)

    def called(self, identifier: str) -> str:
        """What people call a group by its key, or an asset by its id; the key or id itself where nobody tells a name."""
        for side in (self.after, self.before):
            if identifier in side.groups:
                return side.groups[identifier].name
        if identifier in self.names:
            return self.names[identifier]
        return self.assets[identifier].name if identifier in self.assets else identifier
