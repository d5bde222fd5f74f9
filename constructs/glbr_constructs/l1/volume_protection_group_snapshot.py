# Generated from glbr/resources/volume_protection_group_snapshot.py by `python -m glbr.views.generate_l1`: do not edit.
# ruff: noqa: A002 - arguments have HPE's names, and HPE says id and type.
"""Volume protection group snapshot: the same arguments and attributes as in Terraform."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Unpack

from constructs import Construct

from glbr_constructs.synthesis.arguments import Length, Many, Nested, One, period
from glbr_constructs.synthesis.attributes import Reference, each, number, one, text, texts
from glbr_constructs.synthesis.resource import DataSource, DataSourceMeta, Resource, ResourceMeta


class VolumeProtectionGroupSnapshotCopyCreatorReference(Reference):
    """Who is behind a copy."""

    id = text()
    """Identifier of the person or service."""

    name = text()
    """Name of the person or service."""


class VolumeProtectionGroupSnapshotNumberedCopyScheduleReference(Reference):
    """A schedule by its number in the policy."""

    name = text()
    """Label of the schedule."""

    recurrence = text()
    """`BY_MINUTES`, `HOURLY`, `DAILY`, `WEEKLY` or `MONTHLY`."""

    schedule_id = number()
    """Number of the schedule in its policy."""


class VolumeProtectionGroupSnapshotIndividualSnapshotReference(Reference):
    """The snapshot of one volume of the group."""

    id = text()
    """Identifier of the volume's snapshot, as a restore of single volumes takes it."""

    name = text()
    """Name of the volume's snapshot."""

    size_in_mib = number()
    """Size, MiB."""

    volume_id = text()
    """Identifier of the volume."""

    volume_name = text()
    """Name of the volume."""


class VolumeProtectionGroupSnapshotVolumeSnapshotSystemReference(Reference):
    """The storage array that holds a snapshot."""

    id = text()
    """Identifier of the storage array."""

    name = text()
    """Name of the storage array."""

    type = text()
    """Kind of the storage array, in HPE's words."""

    product_family = text()
    """Product family of the storage array."""


class VolumeProtectionGroupSnapshotTimeoutsReference(Reference):
    """How long Terraform waits for HPE to finish. What HPE has begun goes on all the same."""

    create = text()
    update = text()
    delete = text()


@dataclass(frozen=True, slots=True, kw_only=True)
class VolumeProtectionGroupSnapshotTimeouts(Nested):
    """How long Terraform waits for HPE to finish. What HPE has begun goes on all the same.

    Attributes:
        create: Wait this long for it to be made, such as `30m`; `60m` when left out.
        update: Wait this long for a change; `60m` when left out.
        delete: Wait this long for its removal; `60m` when left out.
    """

    create: str | None = None
    update: str | None = None
    delete: str | None = None


class VolumeProtectionGroupSnapshot(Resource):
    """A snapshot of all volumes of a group at one moment, made when Terraform makes it.

    Destroying it deletes the recovery point, and so does each change that needs a new one. HPE does not change copies
    of `NATIVE` groups.
    """

    terraform_type: ClassVar = "glbr_volume_protection_group_snapshot"

    shape: ClassVar = {"expire_after": period, "lock_for": period, "timeouts": VolumeProtectionGroupSnapshotTimeouts.of}

    id = text()
    """Identifier made by HPE."""

    point_in_time = text()
    """Moment whose data the copy holds."""

    expires_at = text()
    """Moment after which HPE removes the copy."""

    locked_until = text()
    """Moment before which nobody can delete the copy."""

    created_by_info = one(VolumeProtectionGroupSnapshotCopyCreatorReference)
    """Who is behind the copy."""

    resource_uri = text()
    """API path of the copy."""

    name = text()
    description = text()
    expire_after = text()
    lock_for = text()
    created_at = text()
    """When it was made."""

    schedule_info = one(VolumeProtectionGroupSnapshotNumberedCopyScheduleReference)
    """Schedule that made it, if one did."""

    volume_protection_group_id = text()
    individual_snapshots_info = each(VolumeProtectionGroupSnapshotIndividualSnapshotReference)
    """Snapshots of the volumes."""

    storage_system_info = one(VolumeProtectionGroupSnapshotVolumeSnapshotSystemReference)
    """Storage array that holds it."""

    storage_system_snapshot_id = text()
    """Identifier that the storage array gave it."""

    timeouts = one(VolumeProtectionGroupSnapshotTimeoutsReference)

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
        timeouts: One[VolumeProtectionGroupSnapshotTimeouts] | None = None,
        **meta: Unpack[ResourceMeta],
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
            timeouts: How long to wait for HPE.
            **meta: What Terraform itself takes: `count`, `for_each`, `depends_on`, `lifecycle`, `provider`,
                `connection`, `provisioners`.
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
                "timeouts": timeouts,
            },
            **meta,
        )


class DataVolumeProtectionGroupSnapshot(DataSource):
    """A snapshot of all volumes of a group at one moment, made when Terraform makes it.

    Destroying it deletes the recovery point, and so does each change that needs a new one. HPE does not change copies
    of `NATIVE` groups.
    """

    terraform_type: ClassVar = "glbr_volume_protection_group_snapshot"

    volume_protection_group_id = text()
    id = text()
    point_in_time = text()
    """Moment whose data the copy holds."""

    expires_at = text()
    """Moment after which HPE removes the copy."""

    locked_until = text()
    """Moment before which nobody can delete the copy."""

    created_by_info = one(VolumeProtectionGroupSnapshotCopyCreatorReference)
    """Who is behind the copy."""

    resource_uri = text()
    """API path of the copy."""

    state = text()
    """Lifecycle state, such as `OK`, `CREATING` or `PENDING_DELETE_APPROVAL`."""

    status = text()
    """Health: `OK`, `WARNING` or `ERROR`."""

    name = text()
    description = text()
    """Free-text note."""

    created_at = text()
    """When it was made."""

    schedule_info = one(VolumeProtectionGroupSnapshotNumberedCopyScheduleReference)
    """Schedule that made it, if one did."""

    individual_snapshots_info = each(VolumeProtectionGroupSnapshotIndividualSnapshotReference)
    """Snapshots of the volumes."""

    storage_system_info = one(VolumeProtectionGroupSnapshotVolumeSnapshotSystemReference)
    """Storage array that holds it."""

    storage_system_snapshot_id = text()
    """Identifier that the storage array gave it."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        volume_protection_group_id: str,
        id: str | None = None,
        name: str | None = None,
        **meta: Unpack[DataSourceMeta],
    ) -> None:
        """Describe it.

        Args:
            scope: Where the construct belongs.
            id_: Name of the construct in that place.
            volume_protection_group_id: Volume protection group to copy.
            id: Identifier made by HPE.
            name: Name of the copy.
            **meta: What Terraform itself takes: `count`, `for_each`, `depends_on`, `lifecycle`, `provider`.
        """
        super().__init__(
            scope,
            id_,
            {
                "volume_protection_group_id": volume_protection_group_id,
                "id": id,
                "name": name,
            },
            **meta,
        )


class DataVolumeProtectionGroupSnapshotFilterReference(Reference):
    """One condition of a list."""

    property_ = text("property")
    values = texts()
    comparison = text()


class DataVolumeProtectionGroupSnapshotReference(Reference):
    """A snapshot of all volumes of a group at one moment, made when Terraform makes it.

    Destroying it deletes the recovery point, and so does each change that needs a new one. HPE does not change copies
    of `NATIVE` groups.
    """

    id = text()
    """Identifier made by HPE."""

    point_in_time = text()
    """Moment whose data the copy holds."""

    expires_at = text()
    """Moment after which HPE removes the copy."""

    locked_until = text()
    """Moment before which nobody can delete the copy."""

    created_by_info = one(VolumeProtectionGroupSnapshotCopyCreatorReference)
    """Who is behind the copy."""

    resource_uri = text()
    """API path of the copy."""

    state = text()
    """Lifecycle state, such as `OK`, `CREATING` or `PENDING_DELETE_APPROVAL`."""

    status = text()
    """Health: `OK`, `WARNING` or `ERROR`."""

    name = text()
    """Name of the copy."""

    description = text()
    """Free-text note."""

    created_at = text()
    """When it was made."""

    schedule_info = one(VolumeProtectionGroupSnapshotNumberedCopyScheduleReference)
    """Schedule that made it, if one did."""

    individual_snapshots_info = each(VolumeProtectionGroupSnapshotIndividualSnapshotReference)
    """Snapshots of the volumes."""

    storage_system_info = one(VolumeProtectionGroupSnapshotVolumeSnapshotSystemReference)
    """Storage array that holds it."""

    storage_system_snapshot_id = text()
    """Identifier that the storage array gave it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VolumeProtectionGroupSnapshotFilter(Nested):
    """One condition of a list.

    Attributes:
        property_: HPE's name of the property, with `/` between the parts: `assetInfo/name`.
        values: Value, or several of which one must match.
        comparison: How the property compares with the value: `eq` (equal, also when left out), `gt` (greater, later),
            `lt` (less, earlier) or `ne` (not equal; HPE takes it for inventory and tags). All but `eq` take one value.
            Allowed: `eq`, `ne`, `gt`, `lt`.
    """

    property_: str
    values: Sequence[str]
    comparison: str | None = None


class DataVolumeProtectionGroupSnapshots(DataSource):
    """Every volume protection group snapshot that the API client may see, or those that meet all `filters`."""

    terraform_type: ClassVar = "glbr_volume_protection_group_snapshots"

    shape: ClassVar = {"filters": VolumeProtectionGroupSnapshotFilter.of}

    volume_protection_group_id = text()
    filters = each(DataVolumeProtectionGroupSnapshotFilterReference)
    sort = text()
    limit = number()
    items = each(DataVolumeProtectionGroupSnapshotReference)
    """What was found, by name, or as `sort` says. Each has the attributes of `glbr_volume_protection_group_snapshot`."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        volume_protection_group_id: str,
        filters: Many[VolumeProtectionGroupSnapshotFilter] | None = None,
        sort: str | None = None,
        limit: float | None = None,
        **meta: Unpack[DataSourceMeta],
    ) -> None:
        """Describe it.

        Args:
            scope: Where the construct belongs.
            id_: Name of the construct in that place.
            volume_protection_group_id: Volume protection group to copy.
            filters: Conditions that all must hold. Properties: `state`, `status`, `storageSystemInfo/id`,
                `storageSystemInfo/name`, `pointInTime`.
            sort: HPE's name of the property to sort by, with ` desc` behind it for the greatest first: `createdAt
                desc`.
            limit: Take at most so many: the first by `sort`, else those that HPE lists first.
            **meta: What Terraform itself takes: `count`, `for_each`, `depends_on`, `lifecycle`, `provider`.
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
            **meta,
        )
