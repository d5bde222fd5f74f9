# Generated from glbr/resources/protection_policy.py by `python -m glbr.views.generate_l1`: do not edit.
# ruff: noqa: A002 - arguments have HPE's names, and HPE says id and type.
"""Protection policy: the same arguments and attributes as in Terraform."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from constructs import Construct

from glbr_constructs.cdk import cdk
from glbr_constructs.synthesis import kinds
from glbr_constructs.synthesis.arguments import Length, Many, Nested, One
from glbr_constructs.synthesis.attributes import (
    Attribute,
    Reference,
    References,
    each,
    flag,
    number,
    numbers,
    one,
    text,
    texts,
)
from glbr_constructs.synthesis.meta import Connection, Count, DependsOn, ForEach, Lifecycle, ProviderBlock, Provisioners
from glbr_constructs.synthesis.resource import DataSource, Resource


class ProtectionPolicyRepeatIntervalReference(Reference):
    """How often within the recurrence."""

    every: Attribute[float] = number()
    on: Attribute[list[float]] = numbers()


class ProtectionPolicyActiveTimeReference(Reference):
    """Daily window in which copies may start."""

    active_from_time: Attribute[str] = text()
    active_until_time: Attribute[str] = text()


class ProtectionPolicyCadenceReference(Reference):
    """When copies are made."""

    recurrence: Attribute[str] = text()
    repeat_interval: Attribute[ProtectionPolicyRepeatIntervalReference] = one(ProtectionPolicyRepeatIntervalReference)
    start_time: Attribute[str] = text()
    active_time: Attribute[ProtectionPolicyActiveTimeReference] = one(ProtectionPolicyActiveTimeReference)


class ProtectionPolicyNamePatternReference(Reference):
    """How copies are named."""

    format: Attribute[str] = text()


class ProtectionPolicyScriptReference(Reference):
    """A script that HPE runs around a copy."""

    host_id: Attribute[str] = text()
    path: Attribute[str] = text()
    params: Attribute[str] = text()
    timeout_in_seconds: Attribute[float] = number()


class ProtectionPolicyScheduleReference(Reference):
    """One rhythm of copies, and how long each copy lives."""

    schedule_id: Attribute[float] = number()
    schedule: Attribute[ProtectionPolicyCadenceReference] = one(ProtectionPolicyCadenceReference)
    name: Attribute[str] = text()
    expire_after: Attribute[str] = text()
    lock_for: Attribute[str] = text()
    source_protection_schedule_id: Attribute[float] = number()
    name_pattern: Attribute[ProtectionPolicyNamePatternReference] = one(ProtectionPolicyNamePatternReference)
    pre_script_info: Attribute[ProtectionPolicyScriptReference] = one(ProtectionPolicyScriptReference)
    post_script_info: Attribute[ProtectionPolicyScriptReference] = one(ProtectionPolicyScriptReference)


class ProtectionPolicyProtectionReference(Reference):
    """One tier: a kind of copy, the store it goes to, and its schedules."""

    id: Attribute[str] = text()
    """Identifier of the tier made by HPE; job overrides name it."""

    type: Attribute[str] = text()
    protection_store_id: Attribute[str] = text()
    schedules: Attribute[References[ProtectionPolicyScheduleReference]] = each(ProtectionPolicyScheduleReference)


class ProtectionPolicyTimeoutsReference(Reference):
    """How long Terraform waits for HPE to finish. What HPE has begun goes on all the same."""

    create: Attribute[str] = text()
    update: Attribute[str] = text()
    delete: Attribute[str] = text()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectionPolicyRepeatInterval(Nested):
    """How often within the recurrence.

    Attributes:
        every: Step: up to 60 for `BY_MINUTES`, up to 24 for `HOURLY`, any number from 1 for the rest.
        on: Position in the period: minute 0-59 for `HOURLY`, weekday 0-6 (0 is Monday) for `WEEKLY`, day 1-31 for
            `MONTHLY` (0 is the last). Not for `BY_MINUTES` and `DAILY`.
    """

    shape: ClassVar[Mapping[str, kinds.Convert]] = {"every": kinds.whole, "on": kinds.each(kinds.whole)}

    every: float
    on: Sequence[float] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectionPolicyActiveTime(Nested):
    """Daily window in which copies may start.

    Attributes:
        active_from_time: Start of the window, HH:MM, UTC.
        active_until_time: End of the window, HH:MM, UTC.
    """

    shape: ClassVar[Mapping[str, kinds.Convert]] = {"active_from_time": kinds.text, "active_until_time": kinds.text}

    active_from_time: str
    active_until_time: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectionPolicyCadence(Nested):
    """When copies are made.

    Attributes:
        recurrence: Family of the cadence. Allowed: `BY_MINUTES`, `HOURLY`, `DAILY`, `WEEKLY`, `MONTHLY`.
        repeat_interval: How often within the family.
        start_time: Time of day, HH:MM. For `DAILY`, `WEEKLY` and `MONTHLY`.
        active_time: Daily window. For `BY_MINUTES` and `HOURLY`.
    """

    shape: ClassVar[Mapping[str, kinds.Convert]] = {
        "recurrence": kinds.choice("BY_MINUTES", "HOURLY", "DAILY", "WEEKLY", "MONTHLY"),
        "repeat_interval": ProtectionPolicyRepeatInterval.of,
        "start_time": kinds.text,
        "active_time": ProtectionPolicyActiveTime.of,
    }

    recurrence: str
    repeat_interval: One[ProtectionPolicyRepeatInterval]
    start_time: str | None = None
    active_time: One[ProtectionPolicyActiveTime] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectionPolicyNamePattern(Nested):
    """How copies are named.

    Attributes:
        format: Letters, digits and the tokens `{SourceAssetName}` and `{DateFormat}`.
    """

    shape: ClassVar[Mapping[str, kinds.Convert]] = {"format": kinds.text}

    format: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectionPolicyScript(Nested):
    """A script that HPE runs around a copy.

    Attributes:
        host_id: Application host that runs it.
        path: Absolute path on that host.
        params: Arguments.
        timeout_in_seconds: Time allowed, seconds.
    """

    shape: ClassVar[Mapping[str, kinds.Convert]] = {
        "host_id": kinds.text,
        "path": kinds.text,
        "params": kinds.text,
        "timeout_in_seconds": kinds.whole,
    }

    host_id: str
    path: str
    params: str | None = None
    timeout_in_seconds: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectionPolicySchedule(Nested):
    """One rhythm of copies, and how long each copy lives.

    Attributes:
        schedule_id: Your number for the schedule, unique in the policy.
        schedule: When copies are made.
        name: Label.
        expire_after: HPE deletes a copy after this long, such as `2 weeks`.
        lock_for: Nobody can delete a copy before this long. Not longer than `expire_after`.
        source_protection_schedule_id: Number of the schedule whose copies this one is made from; without it, copies are
            made from the asset.
        name_pattern: How copies are named.
        pre_script_info: Script to run before the copy.
        post_script_info: Script to run after the copy.
    """

    shape: ClassVar[Mapping[str, kinds.Convert]] = {
        "schedule_id": kinds.whole,
        "schedule": ProtectionPolicyCadence.of,
        "name": kinds.text,
        "expire_after": kinds.period,
        "lock_for": kinds.period,
        "source_protection_schedule_id": kinds.whole,
        "name_pattern": ProtectionPolicyNamePattern.of,
        "pre_script_info": ProtectionPolicyScript.of,
        "post_script_info": ProtectionPolicyScript.of,
    }

    schedule_id: float
    schedule: One[ProtectionPolicyCadence]
    name: str | None = None
    expire_after: Length | None = None
    lock_for: Length | None = None
    source_protection_schedule_id: float | None = None
    name_pattern: One[ProtectionPolicyNamePattern] | None = None
    pre_script_info: One[ProtectionPolicyScript] | None = None
    post_script_info: One[ProtectionPolicyScript] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectionPolicyProtection(Nested):
    """One tier: a kind of copy, the store it goes to, and its schedules.

    Attributes:
        type: Kind of copy. `SNAPSHOT` stays on the array, `BACKUP` goes to an on-premises store, `CLOUD_BACKUP` to a
            cloud. Allowed: `SNAPSHOT`, `BACKUP`, `CLOUD_BACKUP`, `REPLICATED_SNAPSHOT`, `DATABASE_LOG_BACKUP`.
        protection_store_id: Store that takes the copies. None for `SNAPSHOT`.
        schedules: When to copy, and for how long to keep.
    """

    shape: ClassVar[Mapping[str, kinds.Convert]] = {
        "type": kinds.choice("SNAPSHOT", "BACKUP", "CLOUD_BACKUP", "REPLICATED_SNAPSHOT", "DATABASE_LOG_BACKUP"),
        "protection_store_id": kinds.text,
        "schedules": kinds.each(ProtectionPolicySchedule.of),
    }

    type: str
    protection_store_id: str | None = None
    schedules: Many[ProtectionPolicySchedule]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectionPolicyTimeouts(Nested):
    """How long Terraform waits for HPE to finish. What HPE has begun goes on all the same.

    Attributes:
        create: Wait this long for it to be made, such as `30m`; `60m` when left out.
        update: Wait this long for a change; `60m` when left out.
        delete: Wait this long for its removal; `60m` when left out.
    """

    shape: ClassVar[Mapping[str, kinds.Convert]] = {"create": kinds.text, "update": kinds.text, "delete": kinds.text}

    create: str | None = None
    update: str | None = None
    delete: str | None = None


class ProtectionPolicy(Resource):
    """A named set of protection tiers that protection jobs apply to assets.

    HPE replaces a policy freely while no job uses it. Once one does, only names, cadence, retention and lock can
    change; a change of tiers, stores, chains or scripts is planned as a new policy, together with the jobs that use it.
    """

    terraform_type: ClassVar[str] = "glbr_protection_policy"

    shape: ClassVar[Mapping[str, kinds.Convert]] = {
        "name": kinds.text,
        "description": kinds.text,
        "application_type": kinds.choice("VMWARE", "AWS", "HPE_ARRAY_VOLUME", "MSSQL"),
        "protections": kinds.each(ProtectionPolicyProtection.of),
        "timeouts": ProtectionPolicyTimeouts.of,
    }

    id: Attribute[str] = text()
    """Identifier made by HPE."""

    name: Attribute[str] = text()
    description: Attribute[str] = text()
    application_type: Attribute[str] = text()
    protections: Attribute[References[ProtectionPolicyProtectionReference]] = each(ProtectionPolicyProtectionReference)
    created_at: Attribute[str] = text()
    """When it was made."""

    resource_uri: Attribute[str] = text()
    """API path of the policy."""

    timeouts: Attribute[ProtectionPolicyTimeoutsReference] = one(ProtectionPolicyTimeoutsReference)

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        name: str,
        description: str | None = None,
        application_type: str,
        protections: Many[ProtectionPolicyProtection],
        timeouts: One[ProtectionPolicyTimeouts] | None = None,
        count: Count | None = None,
        depends_on: DependsOn | None = None,
        for_each: ForEach | None = None,
        lifecycle: Lifecycle | None = None,
        provider: ProviderBlock | None = None,
        connection: Connection | None = None,
        provisioners: Provisioners | None = None,
    ) -> None:
        """Describe it.

        Args:
            scope: Where the construct belongs.
            id_: Name of the construct in that place.
            name: Name shown in the console.
            description: Free-text note.
            application_type: Family of the assets it is for. Allowed: `VMWARE`, `AWS`, `HPE_ARRAY_VOLUME`, `MSSQL`.
            protections: Tiers, one entry each.
            timeouts: How long to wait for HPE.
            count: How many of it there are.
            depends_on: What must be there first, where no reference says so.
            for_each: One for each entry of a list or map.
            lifecycle: How Terraform replaces and destroys it: `{"prevent_destroy": True}`.
            provider: Provider block that manages it, where there are several.
            connection: How provisioners reach a machine.
            provisioners: What Terraform runs on a machine once the object is made.
        """
        super().__init__(
            scope,
            id_,
            {
                "name": name,
                "description": description,
                "application_type": application_type,
                "protections": protections,
                "timeouts": timeouts,
            },
            count=count,
            depends_on=depends_on,
            for_each=for_each,
            lifecycle=lifecycle,
            provider=provider,
            connection=connection,
            provisioners=provisioners,
        )


class DataProtectionPolicy(DataSource):
    """A named set of protection tiers that protection jobs apply to assets.

    HPE replaces a policy freely while no job uses it. Once one does, only names, cadence, retention and lock can
    change; a change of tiers, stores, chains or scripts is planned as a new policy, together with the jobs that use it.
    """

    terraform_type: ClassVar[str] = "glbr_protection_policy"

    shape: ClassVar[Mapping[str, kinds.Convert]] = {"id": kinds.text, "name": kinds.text}

    id: Attribute[str] = text()
    name: Attribute[str] = text()
    description: Attribute[str] = text()
    """Free-text note."""

    application_type: Attribute[str] = text()
    """Family of the assets it is for."""

    protections: Attribute[References[ProtectionPolicyProtectionReference]] = each(ProtectionPolicyProtectionReference)
    """Tiers, one entry each."""

    created_at: Attribute[str] = text()
    """When it was made."""

    resource_uri: Attribute[str] = text()
    """API path of the policy."""

    assigned: Attribute[cdk.IResolvable] = flag()
    """True while a protection job uses the policy."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        id: str | None = None,
        name: str | None = None,
        count: Count | None = None,
        depends_on: DependsOn | None = None,
        for_each: ForEach | None = None,
        lifecycle: Lifecycle | None = None,
        provider: ProviderBlock | None = None,
    ) -> None:
        """Describe it.

        Args:
            scope: Where the construct belongs.
            id_: Name of the construct in that place.
            id: Identifier made by HPE.
            name: Name shown in the console.
            count: How many of it there are.
            depends_on: What must be there first, where no reference says so.
            for_each: One for each entry of a list or map.
            lifecycle: How Terraform replaces and destroys it: `{"prevent_destroy": True}`.
            provider: Provider block that manages it, where there are several.
        """
        super().__init__(
            scope,
            id_,
            {
                "id": id,
                "name": name,
            },
            count=count,
            depends_on=depends_on,
            for_each=for_each,
            lifecycle=lifecycle,
            provider=provider,
        )


class DataProtectionPolicyFilterReference(Reference):
    """One condition of a list."""

    property_: Attribute[str] = text("property")
    values: Attribute[list[str]] = texts()
    comparison: Attribute[str] = text()


class DataProtectionPolicyReference(Reference):
    """A named set of protection tiers that protection jobs apply to assets.

    HPE replaces a policy freely while no job uses it. Once one does, only names, cadence, retention and lock can
    change; a change of tiers, stores, chains or scripts is planned as a new policy, together with the jobs that use it.
    """

    id: Attribute[str] = text()
    """Identifier made by HPE."""

    name: Attribute[str] = text()
    """Name shown in the console."""

    description: Attribute[str] = text()
    """Free-text note."""

    application_type: Attribute[str] = text()
    """Family of the assets it is for."""

    protections: Attribute[References[ProtectionPolicyProtectionReference]] = each(ProtectionPolicyProtectionReference)
    """Tiers, one entry each."""

    created_at: Attribute[str] = text()
    """When it was made."""

    resource_uri: Attribute[str] = text()
    """API path of the policy."""

    assigned: Attribute[cdk.IResolvable] = flag()
    """True while a protection job uses the policy."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectionPolicyFilter(Nested):
    """One condition of a list.

    Attributes:
        property_: HPE's name of the property, with `/` between the parts: `assetInfo/name`.
        values: Value, or several of which one must match.
        comparison: How the property compares with the value: `eq` (equal, also when left out), `gt` (greater, later),
            `lt` (less, earlier) or `ne` (not equal; HPE takes it for inventory and tags). All but `eq` take one value.
            Allowed: `eq`, `ne`, `gt`, `lt`.
    """

    shape: ClassVar[Mapping[str, kinds.Convert]] = {
        "property_": kinds.text,
        "values": kinds.each(kinds.text),
        "comparison": kinds.choice("eq", "ne", "gt", "lt"),
    }

    property_: str
    values: Sequence[str]
    comparison: str | None = None


class DataProtectionPolicies(DataSource):
    """Every protection policy that the API client may see, or those that meet all `filters`."""

    terraform_type: ClassVar[str] = "glbr_protection_policies"

    filterable: ClassVar[tuple[str, ...]] = (
        "assigned",
        "name",
        "protections/type",
        "protections/applicationType",
        "protections/protectionStoreInfo/name",
        "protections/protectionStoreInfo/id",
    )

    shape: ClassVar[Mapping[str, kinds.Convert]] = {
        "filters": kinds.each(ProtectionPolicyFilter.of),
        "sort": kinds.text,
        "limit": kinds.whole,
    }

    filters: Attribute[References[DataProtectionPolicyFilterReference]] = each(DataProtectionPolicyFilterReference)
    sort: Attribute[str] = text()
    limit: Attribute[float] = number()
    items: Attribute[References[DataProtectionPolicyReference]] = each(DataProtectionPolicyReference)
    """What was found, by name, or as `sort` says. Each has the attributes of `glbr_protection_policy`."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        filters: Many[ProtectionPolicyFilter] | None = None,
        sort: str | None = None,
        limit: float | None = None,
        count: Count | None = None,
        depends_on: DependsOn | None = None,
        for_each: ForEach | None = None,
        lifecycle: Lifecycle | None = None,
        provider: ProviderBlock | None = None,
    ) -> None:
        """Describe it.

        Args:
            scope: Where the construct belongs.
            id_: Name of the construct in that place.
            filters: Conditions that all must hold. Properties: `assigned`, `name`, `protections/type`,
                `protections/applicationType`, `protections/protectionStoreInfo/name`,
                `protections/protectionStoreInfo/id`.
            sort: HPE's name of the property to sort by, with ` desc` behind it for the greatest first: `createdAt
                desc`.
            limit: Take at most so many: the first by `sort`, else those that HPE lists first.
            count: How many of it there are.
            depends_on: What must be there first, where no reference says so.
            for_each: One for each entry of a list or map.
            lifecycle: How Terraform replaces and destroys it: `{"prevent_destroy": True}`.
            provider: Provider block that manages it, where there are several.
        """
        super().__init__(
            scope,
            id_,
            {
                "filters": filters,
                "sort": sort,
                "limit": limit,
            },
            count=count,
            depends_on=depends_on,
            for_each=for_each,
            lifecycle=lifecycle,
            provider=provider,
        )
