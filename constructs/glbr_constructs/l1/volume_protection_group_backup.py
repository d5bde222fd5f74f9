# Generated from glbr/resources/volume_protection_group_backup.py by `python -m glbr.views.generate_l1`: do not edit.
# ruff: noqa: A002 - arguments have HPE's names, and HPE says id and type.
"""Volume protection group backup: the same arguments and attributes as in Terraform."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from constructs import Construct

from glbr_constructs.synthesis import kinds
from glbr_constructs.synthesis.arguments import Length, Many, Nested, One
from glbr_constructs.synthesis.attributes import Attribute, Reference, References, each, number, one, text, texts
from glbr_constructs.synthesis.meta import Connection, Count, DependsOn, ForEach, Lifecycle, ProviderBlock, Provisioners
from glbr_constructs.synthesis.resource import DataSource, Resource


class VolumeProtectionGroupBackupCopyCreatorReference(Reference):
    """Who is behind a copy."""

    id: Attribute[str] = text()
    """Identifier of the person or service."""

    name: Attribute[str] = text()
    """Name of the person or service."""


class VolumeProtectionGroupBackupNumberedCopyScheduleReference(Reference):
    """A schedule by its number in the policy."""

    name: Attribute[str] = text()
    """Label of the schedule."""

    recurrence: Attribute[str] = text()
    """`BY_MINUTES`, `HOURLY`, `DAILY`, `WEEKLY` or `MONTHLY`."""

    schedule_id: Attribute[float] = number()
    """Number of the schedule in its policy."""


class VolumeProtectionGroupBackupSourceCopyInfoReference(Reference):
    """The copy that the backup is made from."""

    id: Attribute[str] = text()
    type: Attribute[str] = text()


class VolumeProtectionGroupBackupBackedUpVolumeReference(Reference):
    """The volume that a part of a backup holds."""

    id: Attribute[str] = text()
    """Identifier of the volume."""

    name: Attribute[str] = text()
    """Name of the volume."""

    scsi_identifier: Attribute[str] = text()
    """SCSI identifier (WWN) of the volume."""


class VolumeProtectionGroupBackupIndividualBackupSourceReference(Reference):
    """The copy of one volume that its backup was made from."""

    id: Attribute[str] = text()
    """Identifier of that copy."""

    name: Attribute[str] = text()
    """Name of that copy."""

    copy_type: Attribute[str] = text()
    """Whether it is a `SNAPSHOT` or a `BACKUP`."""

    scsi_identifier: Attribute[str] = text()
    """SCSI identifier (WWN) of that copy."""


class VolumeProtectionGroupBackupIndividualBackupReference(Reference):
    """The backup of one volume of the group."""

    id: Attribute[str] = text()
    """Identifier of the volume's backup, as a restore of single volumes takes it."""

    object_count: Attribute[float] = number()
    """Number of objects inside."""

    size_in_bytes: Attribute[float] = number()
    """Size, bytes."""

    source_volume_info: Attribute[VolumeProtectionGroupBackupBackedUpVolumeReference] = one(
        VolumeProtectionGroupBackupBackedUpVolumeReference
    )
    """Volume that it holds."""

    source_copy_info: Attribute[VolumeProtectionGroupBackupIndividualBackupSourceReference] = one(
        VolumeProtectionGroupBackupIndividualBackupSourceReference
    )
    """Copy of the volume that it was made from."""


class VolumeProtectionGroupBackupPartsSystemReference(Reference):
    """What the parts of a backup were read from."""

    id: Attribute[str] = text()
    """Identifier of the storage array or appliance."""

    name: Attribute[str] = text()
    """Name of the storage array or appliance."""

    type: Attribute[str] = text()
    """Kind of the storage array or appliance, in HPE's words."""


class VolumeProtectionGroupBackupIndividualBackupSetReference(Reference):
    """Backups of volumes that were read from one storage array."""

    backups: Attribute[References[VolumeProtectionGroupBackupIndividualBackupReference]] = each(
        VolumeProtectionGroupBackupIndividualBackupReference
    )
    """Backups of the volumes."""

    source_storage_system_info: Attribute[VolumeProtectionGroupBackupPartsSystemReference] = one(
        VolumeProtectionGroupBackupPartsSystemReference
    )
    """Storage array that they were read from."""


class VolumeProtectionGroupBackupVolumeBackupSystemReference(Reference):
    """The appliance that carries the store of a backup."""

    id: Attribute[str] = text()
    """Identifier of the appliance."""

    name: Attribute[str] = text()
    """Name of the appliance."""

    type: Attribute[str] = text()
    """Kind of the appliance, in HPE's words."""

    product_family: Attribute[str] = text()
    """Product family of the appliance."""


class VolumeProtectionGroupBackupTimeoutsReference(Reference):
    """How long Terraform waits for HPE to finish. What HPE has begun goes on all the same."""

    create: Attribute[str] = text()
    update: Attribute[str] = text()
    delete: Attribute[str] = text()


@dataclass(frozen=True, slots=True, kw_only=True)
class VolumeProtectionGroupBackupSourceCopyInfo(Nested):
    """The copy that the backup is made from.

    Attributes:
        id: Identifier of a snapshot or backup of the same group.
        type: Whether it is a snapshot or a backup. Allowed: `SNAPSHOT`, `BACKUP`.
    """

    shape: ClassVar[Mapping[str, kinds.Convert]] = {"id": kinds.text, "type": kinds.choice("SNAPSHOT", "BACKUP")}

    id: str
    type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VolumeProtectionGroupBackupTimeouts(Nested):
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


class VolumeProtectionGroupBackup(Resource):
    """A backup of all volumes of a group, made from one of its snapshots or backups when Terraform makes it.

    Destroying it deletes the recovery point, and so does each change that needs a new one. HPE does not change copies
    of `NATIVE` groups.
    """

    terraform_type: ClassVar[str] = "glbr_volume_protection_group_backup"

    shape: ClassVar[Mapping[str, kinds.Convert]] = {
        "name": kinds.text,
        "description": kinds.text,
        "expire_after": kinds.period,
        "lock_for": kinds.period,
        "volume_protection_group_id": kinds.text,
        "backup_type": kinds.choice("BACKUP", "CLOUD_BACKUP"),
        "protection_store_id": kinds.text,
        "source_copy_info": VolumeProtectionGroupBackupSourceCopyInfo.of,
        "timeouts": VolumeProtectionGroupBackupTimeouts.of,
    }

    id: Attribute[str] = text()
    """Identifier made by HPE."""

    point_in_time: Attribute[str] = text()
    """Moment whose data the copy holds."""

    expires_at: Attribute[str] = text()
    """Moment after which HPE removes the copy."""

    locked_until: Attribute[str] = text()
    """Moment before which nobody can delete the copy."""

    created_by_info: Attribute[VolumeProtectionGroupBackupCopyCreatorReference] = one(
        VolumeProtectionGroupBackupCopyCreatorReference
    )
    """Who is behind the copy."""

    resource_uri: Attribute[str] = text()
    """API path of the copy."""

    name: Attribute[str] = text()
    description: Attribute[str] = text()
    expire_after: Attribute[str] = text()
    lock_for: Attribute[str] = text()
    created_at: Attribute[str] = text()
    """When it was made."""

    schedule_info: Attribute[VolumeProtectionGroupBackupNumberedCopyScheduleReference] = one(
        VolumeProtectionGroupBackupNumberedCopyScheduleReference
    )
    """Schedule that made it, if one did."""

    volume_protection_group_id: Attribute[str] = text()
    backup_type: Attribute[str] = text()
    protection_store_id: Attribute[str] = text()
    source_copy_info: Attribute[VolumeProtectionGroupBackupSourceCopyInfoReference] = one(
        VolumeProtectionGroupBackupSourceCopyInfoReference
    )
    backup_sets_info: Attribute[References[VolumeProtectionGroupBackupIndividualBackupSetReference]] = each(
        VolumeProtectionGroupBackupIndividualBackupSetReference
    )
    """Backups of the volumes, by storage array."""

    storage_system_info: Attribute[VolumeProtectionGroupBackupVolumeBackupSystemReference] = one(
        VolumeProtectionGroupBackupVolumeBackupSystemReference
    )
    """Appliance that carries the store."""

    timeouts: Attribute[VolumeProtectionGroupBackupTimeoutsReference] = one(
        VolumeProtectionGroupBackupTimeoutsReference
    )

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        name: str,
        description: str | None = None,
        expire_after: Length | None = None,
        lock_for: Length | None = None,
        volume_protection_group_id: str,
        backup_type: str,
        protection_store_id: str,
        source_copy_info: One[VolumeProtectionGroupBackupSourceCopyInfo],
        timeouts: One[VolumeProtectionGroupBackupTimeouts] | None = None,
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
            name: Name of the copy.
            description: Free-text note.
            expire_after: Remove the copy so long after it was made, such as `2 weeks`. HPE decides when it is left out;
                leaving it out later changes nothing.
            lock_for: Let nobody delete the copy for so long after it was made, such as `1 week`. Lengthening a lock
                cannot be undone: HPE may refuse a shorter one, and leaving it out later takes no lock away.
            volume_protection_group_id: Volume protection group to copy.
            backup_type: `BACKUP` for a store on premises, `CLOUD_BACKUP` for one in a cloud. Allowed: `BACKUP`,
                `CLOUD_BACKUP`.
            protection_store_id: Store that takes the backup.
            source_copy_info: Copy that the backup is made from. The backup outlives it: another one named later makes
                no new backup.
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
                "expire_after": expire_after,
                "lock_for": lock_for,
                "volume_protection_group_id": volume_protection_group_id,
                "backup_type": backup_type,
                "protection_store_id": protection_store_id,
                "source_copy_info": source_copy_info,
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


class DataVolumeProtectionGroupBackup(DataSource):
    """A backup of all volumes of a group, made from one of its snapshots or backups when Terraform makes it.

    Destroying it deletes the recovery point, and so does each change that needs a new one. HPE does not change copies
    of `NATIVE` groups.
    """

    terraform_type: ClassVar[str] = "glbr_volume_protection_group_backup"

    shape: ClassVar[Mapping[str, kinds.Convert]] = {
        "volume_protection_group_id": kinds.text,
        "id": kinds.text,
        "name": kinds.text,
    }

    volume_protection_group_id: Attribute[str] = text()
    id: Attribute[str] = text()
    point_in_time: Attribute[str] = text()
    """Moment whose data the copy holds."""

    expires_at: Attribute[str] = text()
    """Moment after which HPE removes the copy."""

    locked_until: Attribute[str] = text()
    """Moment before which nobody can delete the copy."""

    created_by_info: Attribute[VolumeProtectionGroupBackupCopyCreatorReference] = one(
        VolumeProtectionGroupBackupCopyCreatorReference
    )
    """Who is behind the copy."""

    resource_uri: Attribute[str] = text()
    """API path of the copy."""

    state: Attribute[str] = text()
    """Lifecycle state, such as `OK`, `CREATING` or `PENDING_DELETE_APPROVAL`."""

    status: Attribute[str] = text()
    """Health: `OK`, `WARNING` or `ERROR`."""

    name: Attribute[str] = text()
    description: Attribute[str] = text()
    """Free-text note."""

    created_at: Attribute[str] = text()
    """When it was made."""

    schedule_info: Attribute[VolumeProtectionGroupBackupNumberedCopyScheduleReference] = one(
        VolumeProtectionGroupBackupNumberedCopyScheduleReference
    )
    """Schedule that made it, if one did."""

    backup_type: Attribute[str] = text()
    """`BACKUP` for a store on premises, `CLOUD_BACKUP` for one in a cloud."""

    protection_store_id: Attribute[str] = text()
    """Store that takes the backup."""

    source_copy_info: Attribute[VolumeProtectionGroupBackupSourceCopyInfoReference] = one(
        VolumeProtectionGroupBackupSourceCopyInfoReference
    )
    """Copy that the backup is made from. The backup outlives it: another one named later makes no new backup."""

    backup_sets_info: Attribute[References[VolumeProtectionGroupBackupIndividualBackupSetReference]] = each(
        VolumeProtectionGroupBackupIndividualBackupSetReference
    )
    """Backups of the volumes, by storage array."""

    source_copy_kind: Attribute[str] = text()
    """Kind of the copy that it was made from, in HPE's words."""

    storage_system_info: Attribute[VolumeProtectionGroupBackupVolumeBackupSystemReference] = one(
        VolumeProtectionGroupBackupVolumeBackupSystemReference
    )
    """Appliance that carries the store."""

    mount_state: Attribute[str] = text()
    """Whether hosts have it attached: `UNATTACHED`, `ATTACHING`, `ATTACHED`, `DETACHING` or `PARTIALLY_ATTACHED`."""

    mounted_hosts_iqn: Attribute[list[str]] = texts()
    """iSCSI names of the hosts that have it attached."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        volume_protection_group_id: str,
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
            volume_protection_group_id: Volume protection group to copy.
            id: Identifier made by HPE.
            name: Name of the copy.
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
                "volume_protection_group_id": volume_protection_group_id,
                "id": id,
                "name": name,
            },
            count=count,
            depends_on=depends_on,
            for_each=for_each,
            lifecycle=lifecycle,
            provider=provider,
        )


class DataVolumeProtectionGroupBackupFilterReference(Reference):
    """One condition of a list."""

    property_: Attribute[str] = text("property")
    values: Attribute[list[str]] = texts()
    comparison: Attribute[str] = text()


class DataVolumeProtectionGroupBackupReference(Reference):
    """A backup of all volumes of a group, made from one of its snapshots or backups when Terraform makes it.

    Destroying it deletes the recovery point, and so does each change that needs a new one. HPE does not change copies
    of `NATIVE` groups.
    """

    id: Attribute[str] = text()
    """Identifier made by HPE."""

    point_in_time: Attribute[str] = text()
    """Moment whose data the copy holds."""

    expires_at: Attribute[str] = text()
    """Moment after which HPE removes the copy."""

    locked_until: Attribute[str] = text()
    """Moment before which nobody can delete the copy."""

    created_by_info: Attribute[VolumeProtectionGroupBackupCopyCreatorReference] = one(
        VolumeProtectionGroupBackupCopyCreatorReference
    )
    """Who is behind the copy."""

    resource_uri: Attribute[str] = text()
    """API path of the copy."""

    state: Attribute[str] = text()
    """Lifecycle state, such as `OK`, `CREATING` or `PENDING_DELETE_APPROVAL`."""

    status: Attribute[str] = text()
    """Health: `OK`, `WARNING` or `ERROR`."""

    name: Attribute[str] = text()
    """Name of the copy."""

    description: Attribute[str] = text()
    """Free-text note."""

    created_at: Attribute[str] = text()
    """When it was made."""

    schedule_info: Attribute[VolumeProtectionGroupBackupNumberedCopyScheduleReference] = one(
        VolumeProtectionGroupBackupNumberedCopyScheduleReference
    )
    """Schedule that made it, if one did."""

    backup_type: Attribute[str] = text()
    """`BACKUP` for a store on premises, `CLOUD_BACKUP` for one in a cloud."""

    protection_store_id: Attribute[str] = text()
    """Store that takes the backup."""

    source_copy_info: Attribute[VolumeProtectionGroupBackupSourceCopyInfoReference] = one(
        VolumeProtectionGroupBackupSourceCopyInfoReference
    )
    """Copy that the backup is made from. The backup outlives it: another one named later makes no new backup."""

    backup_sets_info: Attribute[References[VolumeProtectionGroupBackupIndividualBackupSetReference]] = each(
        VolumeProtectionGroupBackupIndividualBackupSetReference
    )
    """Backups of the volumes, by storage array."""

    source_copy_kind: Attribute[str] = text()
    """Kind of the copy that it was made from, in HPE's words."""

    storage_system_info: Attribute[VolumeProtectionGroupBackupVolumeBackupSystemReference] = one(
        VolumeProtectionGroupBackupVolumeBackupSystemReference
    )
    """Appliance that carries the store."""

    mount_state: Attribute[str] = text()
    """Whether hosts have it attached: `UNATTACHED`, `ATTACHING`, `ATTACHED`, `DETACHING` or `PARTIALLY_ATTACHED`."""

    mounted_hosts_iqn: Attribute[list[str]] = texts()
    """iSCSI names of the hosts that have it attached."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VolumeProtectionGroupBackupFilter(Nested):
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


class DataVolumeProtectionGroupBackups(DataSource):
    """Every volume protection group backup that the API client may see, or those that meet all `filters`."""

    terraform_type: ClassVar[str] = "glbr_volume_protection_group_backups"

    filterable: ClassVar[tuple[str, ...]] = (
        "backupType",
        "state",
        "status",
        "sourceCopyInfo/id",
        "pointInTime",
        "storageSystemInfo/id",
        "storageSystemInfo/name",
        "protectionStoreInfo/id",
        "protectionStoreInfo/name",
    )

    shape: ClassVar[Mapping[str, kinds.Convert]] = {
        "volume_protection_group_id": kinds.text,
        "filters": kinds.each(VolumeProtectionGroupBackupFilter.of),
        "sort": kinds.text,
        "limit": kinds.whole,
    }

    volume_protection_group_id: Attribute[str] = text()
    filters: Attribute[References[DataVolumeProtectionGroupBackupFilterReference]] = each(
        DataVolumeProtectionGroupBackupFilterReference
    )
    sort: Attribute[str] = text()
    limit: Attribute[float] = number()
    items: Attribute[References[DataVolumeProtectionGroupBackupReference]] = each(
        DataVolumeProtectionGroupBackupReference
    )
    """What was found, by name, or as `sort` says. Each has the attributes of `glbr_volume_protection_group_backup`."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        volume_protection_group_id: str,
        filters: Many[VolumeProtectionGroupBackupFilter] | None = None,
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
            volume_protection_group_id: Volume protection group to copy.
            filters: Conditions that all must hold. Properties: `backupType`, `state`, `status`, `sourceCopyInfo/id`,
                `pointInTime`, `storageSystemInfo/id`, `storageSystemInfo/name`, `protectionStoreInfo/id`,
                `protectionStoreInfo/name`.
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
                "volume_protection_group_id": volume_protection_group_id,
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
