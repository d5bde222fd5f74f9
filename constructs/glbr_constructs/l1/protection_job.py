# Generated from glbr/resources/protection_job.py by `python -m glbr.views.generate_l1`: do not edit.
# ruff: noqa: A002 - arguments have HPE's names, and HPE says id and type.
"""Protection job: the same arguments and attributes as in Terraform."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from constructs import Construct

from glbr_constructs.cdk import cdk
from glbr_constructs.synthesis import kinds
from glbr_constructs.synthesis.arguments import Flag, Length, Many, Nested, One
from glbr_constructs.synthesis.attributes import Attribute, Reference, References, each, flag, number, one, text, texts
from glbr_constructs.synthesis.meta import Connection, Count, DependsOn, ForEach, Lifecycle, ProviderBlock, Provisioners
from glbr_constructs.synthesis.resource import DataSource, Resource


class ProtectionJobAssetInfoReference(Reference):
    """What is protected."""

    id: Attribute[str] = text()
    type: Attribute[str] = text()


class ProtectionJobNamePatternReference(Reference):
    """How copies of this asset are named."""

    format: Attribute[str] = text()


class ProtectionJobScriptArgumentsReference(Reference):
    """Arguments of a script of the policy, for this asset."""

    params: Attribute[str] = text()


class ProtectionJobVmwareOptionsReference(Reference):
    """Switches for VMware."""

    include_rdm_disks: Attribute[cdk.IResolvable] = flag()


class ProtectionJobScheduleOverrideReference(Reference):
    """What differs from one schedule of the policy."""

    schedule_id: Attribute[float] = number()
    consistency: Attribute[str] = text()
    backup_granularity: Attribute[str] = text()
    create_snapshot_on_failure: Attribute[cdk.IResolvable] = flag()
    expire_after: Attribute[str] = text()
    lock_for: Attribute[str] = text()
    name_pattern: Attribute[ProtectionJobNamePatternReference] = one(ProtectionJobNamePatternReference)
    pre_script_info: Attribute[ProtectionJobScriptArgumentsReference] = one(ProtectionJobScriptArgumentsReference)
    post_script_info: Attribute[ProtectionJobScriptArgumentsReference] = one(ProtectionJobScriptArgumentsReference)
    vmware_options: Attribute[ProtectionJobVmwareOptionsReference] = one(ProtectionJobVmwareOptionsReference)


class ProtectionJobProtectionOverrideReference(Reference):
    """What differs from one tier of the policy."""

    id: Attribute[str] = text()
    protection_store_id: Attribute[str] = text()
    schedules: Attribute[References[ProtectionJobScheduleOverrideReference]] = each(
        ProtectionJobScheduleOverrideReference
    )


class ProtectionJobOverridesReference(Reference):
    """What differs from the policy for this asset."""

    protections: Attribute[References[ProtectionJobProtectionOverrideReference]] = each(
        ProtectionJobProtectionOverrideReference
    )


class ProtectionJobTimeoutsReference(Reference):
    """How long Terraform waits for HPE to finish. What HPE has begun goes on all the same."""

    create: Attribute[str] = text()
    update: Attribute[str] = text()
    delete: Attribute[str] = text()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectionJobAssetInfo(Nested):
    """What is protected.

    Attributes:
        id: Identifier of the asset or group.
        type: Kind, such as `backup-recovery/virtual-machine-protection-group` or `virtualization/virtual-machine`.
    """

    shape: ClassVar[Mapping[str, kinds.Convert]] = {"id": kinds.text, "type": kinds.text}

    id: str
    type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectionJobNamePattern(Nested):
    """How copies of this asset are named.

    Attributes:
        format: Letters, digits and the tokens `{SourceAssetName}` and `{DateFormat}`.
    """

    shape: ClassVar[Mapping[str, kinds.Convert]] = {"format": kinds.text}

    format: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectionJobScriptArguments(Nested):
    """Arguments of a script of the policy, for this asset.

    Attributes:
        params: Arguments.
    """

    shape: ClassVar[Mapping[str, kinds.Convert]] = {"params": kinds.text}

    params: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectionJobVmwareOptions(Nested):
    """Switches for VMware.

    Attributes:
        include_rdm_disks: For datastores: also protect raw-device disks that live wholly in it.
    """

    shape: ClassVar[Mapping[str, kinds.Convert]] = {"include_rdm_disks": kinds.flag}

    include_rdm_disks: Flag | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectionJobScheduleOverride(Nested):
    """What differs from one schedule of the policy.

    Attributes:
        schedule_id: Number of the schedule in the policy.
        consistency: How consistent a copy is with the application. Allowed: `CRASH`, `APPLICATION`,
            `CRASH_CONSISTENT_ON_FAILURE`.
        backup_granularity: Whole volumes, or changed blocks of virtual machines. Allowed: `VOLUME`, `VMWARE_CBT`.
        create_snapshot_on_failure: Allow a crash-consistent snapshot when a script fails.
        expire_after: Retention instead of the policy's.
        lock_for: Lock instead of the policy's. Not longer than the retention.
        name_pattern: Naming instead of the policy's.
        pre_script_info: Arguments of the script before the copy.
        post_script_info: Arguments of the script after the copy.
        vmware_options: Switches for VMware.
    """

    shape: ClassVar[Mapping[str, kinds.Convert]] = {
        "schedule_id": kinds.whole,
        "consistency": kinds.choice("CRASH", "APPLICATION", "CRASH_CONSISTENT_ON_FAILURE"),
        "backup_granularity": kinds.choice("VOLUME", "VMWARE_CBT"),
        "create_snapshot_on_failure": kinds.flag,
        "expire_after": kinds.period,
        "lock_for": kinds.period,
        "name_pattern": ProtectionJobNamePattern.of,
        "pre_script_info": ProtectionJobScriptArguments.of,
        "post_script_info": ProtectionJobScriptArguments.of,
        "vmware_options": ProtectionJobVmwareOptions.of,
    }

    schedule_id: float
    consistency: str | None = None
    backup_granularity: str | None = None
    create_snapshot_on_failure: Flag | None = None
    expire_after: Length | None = None
    lock_for: Length | None = None
    name_pattern: One[ProtectionJobNamePattern] | None = None
    pre_script_info: One[ProtectionJobScriptArguments] | None = None
    post_script_info: One[ProtectionJobScriptArguments] | None = None
    vmware_options: One[ProtectionJobVmwareOptions] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectionJobProtectionOverride(Nested):
    """What differs from one tier of the policy.

    Attributes:
        id: Identifier of the tier: `protections[0].id` of the policy.
        protection_store_id: Store instead of the policy's.
        schedules: Schedules that differ.
    """

    shape: ClassVar[Mapping[str, kinds.Convert]] = {
        "id": kinds.text,
        "protection_store_id": kinds.text,
        "schedules": kinds.each(ProtectionJobScheduleOverride.of),
    }

    id: str
    protection_store_id: str | None = None
    schedules: Many[ProtectionJobScheduleOverride] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectionJobOverrides(Nested):
    """What differs from the policy for this asset.

    Attributes:
        protections: Tiers that differ.
    """

    shape: ClassVar[Mapping[str, kinds.Convert]] = {"protections": kinds.each(ProtectionJobProtectionOverride.of)}

    protections: Many[ProtectionJobProtectionOverride]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectionJobTimeouts(Nested):
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


class ProtectionJob(Resource):
    """Protects an asset or a group by a policy.

    HPE cannot change a job. Another policy, asset or override makes a new job; copies made so far stay until they
    expire.
    """

    terraform_type: ClassVar[str] = "glbr_protection_job"

    shape: ClassVar[Mapping[str, kinds.Convert]] = {
        "asset_info": ProtectionJobAssetInfo.of,
        "protection_policy_id": kinds.text,
        "effective_from_date_time": kinds.text,
        "overrides": ProtectionJobOverrides.of,
        "timeouts": ProtectionJobTimeouts.of,
    }

    id: Attribute[str] = text()
    """Identifier made by HPE."""

    asset_info: Attribute[ProtectionJobAssetInfoReference] = one(ProtectionJobAssetInfoReference)
    protection_policy_id: Attribute[str] = text()
    effective_from_date_time: Attribute[str] = text()
    overrides: Attribute[ProtectionJobOverridesReference] = one(ProtectionJobOverridesReference)
    created_at: Attribute[str] = text()
    """When it was made."""

    resource_uri: Attribute[str] = text()
    """API path of the job."""

    timeouts: Attribute[ProtectionJobTimeoutsReference] = one(ProtectionJobTimeoutsReference)

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        asset_info: One[ProtectionJobAssetInfo],
        protection_policy_id: str,
        effective_from_date_time: str | None = None,
        overrides: One[ProtectionJobOverrides] | None = None,
        timeouts: One[ProtectionJobTimeouts] | None = None,
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
            asset_info: Asset or group to protect.
            protection_policy_id: Policy to apply.
            effective_from_date_time: Moment from which the schedules count.
            overrides: What differs from the policy for this asset.
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
                "asset_info": asset_info,
                "protection_policy_id": protection_policy_id,
                "effective_from_date_time": effective_from_date_time,
                "overrides": overrides,
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


class DataProtectionJobAssetInfoReference(Reference):
    """What is protected."""

    id: Attribute[str] = text()
    """Identifier of the asset or group."""

    type: Attribute[str] = text()
    """Kind, such as `backup-recovery/virtual-machine-protection-group` or `virtualization/virtual-machine`."""

    name: Attribute[str] = text()
    """Name of the asset."""


class DataProtectionJobOverridesInForceReference(Reference):
    """Values in force for this asset: overrides, and what HPE does by itself."""

    consistency: Attribute[str] = text()
    """How consistent a copy is with the application."""

    backup_granularity: Attribute[str] = text()
    """Whole volumes, or changed blocks of virtual machines."""

    create_snapshot_on_failure: Attribute[cdk.IResolvable] = flag()
    """Whether a crash-consistent snapshot is made when a script fails."""

    expire_after: Attribute[str] = text()
    """Retention."""

    lock_for: Attribute[str] = text()
    """Lock."""

    pre_script_info: Attribute[ProtectionJobScriptArgumentsReference] = one(ProtectionJobScriptArgumentsReference)
    """Arguments of the script before the copy."""

    post_script_info: Attribute[ProtectionJobScriptArgumentsReference] = one(ProtectionJobScriptArgumentsReference)
    """Arguments of the script after the copy."""


class DataProtectionJobScheduleInForceReference(Reference):
    """One schedule as the job runs it."""

    schedule_id: Attribute[float] = number()
    """Number of the schedule in the policy."""

    name: Attribute[str] = text()
    """Label."""

    expire_after: Attribute[str] = text()
    """Retention by the policy."""

    lock_for: Attribute[str] = text()
    """Lock by the policy."""

    name_pattern: Attribute[ProtectionJobNamePatternReference] = one(ProtectionJobNamePatternReference)
    """Naming."""

    vmware_options: Attribute[ProtectionJobVmwareOptionsReference] = one(ProtectionJobVmwareOptionsReference)
    """Switches for VMware."""

    operational: Attribute[str] = text()
    """`ACTIVE` or `SUSPENDED`."""

    next_run_time: Attribute[str] = text()
    """Next planned run."""

    prev_successful_run_time: Attribute[str] = text()
    """Last good run."""

    overrides: Attribute[DataProtectionJobOverridesInForceReference] = one(DataProtectionJobOverridesInForceReference)
    """Values in force for this asset."""


class DataProtectionJobProtectionInForceReference(Reference):
    """One tier as the job runs it."""

    id: Attribute[str] = text()
    """Identifier of the tier."""

    type: Attribute[str] = text()
    """Kind of copy."""

    protection_store_id: Attribute[str] = text()
    """Store that takes the copies."""

    schedules: Attribute[References[DataProtectionJobScheduleInForceReference]] = each(
        DataProtectionJobScheduleInForceReference
    )
    """Schedules."""


class DataProtectionJob(DataSource):
    """Protects an asset or a group by a policy.

    HPE cannot change a job. Another policy, asset or override makes a new job; copies made so far stay until they
    expire.
    """

    terraform_type: ClassVar[str] = "glbr_protection_job"

    shape: ClassVar[Mapping[str, kinds.Convert]] = {"id": kinds.text, "name": kinds.text}

    id: Attribute[str] = text()
    asset_info: Attribute[DataProtectionJobAssetInfoReference] = one(DataProtectionJobAssetInfoReference)
    """Asset or group to protect."""

    protection_policy_id: Attribute[str] = text()
    """Policy to apply."""

    effective_from_date_time: Attribute[str] = text()
    """Moment from which the schedules count."""

    created_at: Attribute[str] = text()
    """When it was made."""

    resource_uri: Attribute[str] = text()
    """API path of the job."""

    operational: Attribute[str] = text()
    """`ACTIVE`, `SUSPENDED`, `PARTIALLY_SUSPENDED` or `PERMANENTLY_SUSPENDED`."""

    protections: Attribute[References[DataProtectionJobProtectionInForceReference]] = each(
        DataProtectionJobProtectionInForceReference
    )
    """Tiers and schedules as the job runs them."""

    name: Attribute[str] = text()

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
            name: Name to find it by, instead of `id`.
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


class DataProtectionJobFilterReference(Reference):
    """One condition of a list."""

    property_: Attribute[str] = text("property")
    values: Attribute[list[str]] = texts()
    comparison: Attribute[str] = text()


class DataProtectionJobReference(Reference):
    """Protects an asset or a group by a policy.

    HPE cannot change a job. Another policy, asset or override makes a new job; copies made so far stay until they
    expire.
    """

    id: Attribute[str] = text()
    """Identifier made by HPE."""

    asset_info: Attribute[DataProtectionJobAssetInfoReference] = one(DataProtectionJobAssetInfoReference)
    """Asset or group to protect."""

    protection_policy_id: Attribute[str] = text()
    """Policy to apply."""

    effective_from_date_time: Attribute[str] = text()
    """Moment from which the schedules count."""

    created_at: Attribute[str] = text()
    """When it was made."""

    resource_uri: Attribute[str] = text()
    """API path of the job."""

    operational: Attribute[str] = text()
    """`ACTIVE`, `SUSPENDED`, `PARTIALLY_SUSPENDED` or `PERMANENTLY_SUSPENDED`."""

    protections: Attribute[References[DataProtectionJobProtectionInForceReference]] = each(
        DataProtectionJobProtectionInForceReference
    )
    """Tiers and schedules as the job runs them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectionJobFilter(Nested):
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


class DataProtectionJobs(DataSource):
    """Every protection job that the API client may see, or those that meet all `filters`."""

    terraform_type: ClassVar[str] = "glbr_protection_jobs"

    filterable: ClassVar[tuple[str, ...]] = (
        "assetInfo/name",
        "assetInfo/type",
        "assetInfo/id",
        "assetInfo/resourceUri",
        "operational",
        "dataOrchestratorId",
        "protectionPolicyInfo/id",
        "protectionPolicyInfo/name",
    )

    shape: ClassVar[Mapping[str, kinds.Convert]] = {
        "filters": kinds.each(ProtectionJobFilter.of),
        "sort": kinds.text,
        "limit": kinds.whole,
    }

    filters: Attribute[References[DataProtectionJobFilterReference]] = each(DataProtectionJobFilterReference)
    sort: Attribute[str] = text()
    limit: Attribute[float] = number()
    items: Attribute[References[DataProtectionJobReference]] = each(DataProtectionJobReference)
    """What was found, by name, or as `sort` says. Each has the attributes of `glbr_protection_job`."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        filters: Many[ProtectionJobFilter] | None = None,
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
            filters: Conditions that all must hold. Properties: `assetInfo/name`, `assetInfo/type`, `assetInfo/id`,
                `assetInfo/resourceUri`, `operational`, `dataOrchestratorId`, `protectionPolicyInfo/id`,
                `protectionPolicyInfo/name`.
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
