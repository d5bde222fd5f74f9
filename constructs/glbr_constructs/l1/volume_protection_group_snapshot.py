# Generated from glbr/resources/volume_protection_group_snapshot.py by `python -m glbr.views.generate_l1`: do not edit.
# ruff: noqa: A002 - arguments have HPE's names, and HPE says id and type.
"""Volume protection group snapshot: the same arguments and attributes as in Terraform."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from constructs import Construct

from glbr_constructs.synthesis import kinds
from glbr_constructs.synthesis.arguments import Length, Many, Nested, One
from glbr_constructs.synthesis.attributes import Attribute, Reference, References, each, number, one, text, texts
from glbr_constructs.synthesis.meta import Connection, Count, DependsOn, ForEach, Lifecycle, ProviderBlock, Provisioners
from glbr_constructs.synthesis.resource import DataSource, Resource


class VolumeProtectionGroupSnapshotCopyCreatorReference(Reference):
    """Who is behind a copy."""

    id: Attribute[str] = text()
    """Identifier of the person or service."""

    name: Attribute[str] = text()
    """Name of the person or service."""


class VolumeProtectionGroupSnapshotNumberedCopyScheduleReference(Reference):
    """A schedule by its number in the policy."""

    name: Attribute[str] = text()
    """Label of the schedule."""

    recurrence: Attribute[str] = text()
    """`BY_MINUTES`, `HOURLY`, `DAILY`, `WEEKLY` or `MONTHLY`."""

    schedule_id: Attribute[float] = number()
    """Number of the schedule in its policy."""


class VolumeProtectionGroupSnapshotIndividualSnapshotReference(Reference):
    """The snapshot of one volume of the group."""

    id: Attribute[str] = text()
    """Identifier of the volume's snapshot, as a restore of single volumes takes it."""

    name: Attribute[str] = text()
    """Name of the volume's snapshot."""

    size_in_mib: Attribute[float] = number()
    """Size, MiB."""

    volume_id: Attribute[str] = text()
    """Identifier of the volume."""

    volume_name: Attribute[str] = text()
    """Name of the volume."""


class VolumeProtectionGroupSnapshotVolumeSnapshotSystemReference(Reference):
    """The storage array that holds a snapshot."""

    id: Attribute[str] = text()
    """Identifier of the storage array."""

    name: Attribute[str] = text()
    """Name of the storage array."""

    type: Attribute[str] = text()
    """Kind of the storage array, in HPE's words."""

    product_family: Attribute[str] = text()
    """Product family of the storage array."""


class VolumeProtectionGroupSnapshotTimeoutsReference(Reference):
    """How long Terraform waits for HPE to finish. What HPE has begun goes on all the same."""

    create: Attribute[str] = text()
    update: Attribute[str] = text()
    delete: Attribute[str] = text()


@dataclass(frozen=True, slots=True, kw_only=True)
class VolumeProtectionGroupSnapshotTimeouts(Nested):
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


class VolumeProtectionGroupSnapshot(Resource):
    """A snapshot of all volumes of a group at one moment, made when Terraform makes it.

    Destroying it deletes the recovery point, and so does each change that needs a new one. HPE does not change copies
    of `NATIVE` groups.
    """

    terraform_type: ClassVar[str] = "glbr_volume_protection_group_snapshot"

    shape: ClassVar[Mapping[str, kinds.Convert]] = {
        "name": kinds.text,
        "description": kinds.text,
        "expire_after": kinds.period,
        "lock_for": kinds.period,
        "volume_protection_group_id": kinds.text,
        "timeouts": VolumeProtectionGroupSnapshotTimeouts.of,
    }

    id: Attribute[str] = text()
    """Identifier made by HPE."""

    point_in_time: Attribute[str] = text()
    """Moment whose data the copy holds."""

    expires_at: Attribute[str] = text()
    """Moment after which HPE removes the copy."""

    locked_until: Attribute[str] = text()
    """Moment before which nobody can delete the copy."""

    created_by_info: Attribute[VolumeProtectionGroupSnapshotCopyCreatorReference] = one(
        VolumeProtectionGroupSnapshotCopyCreatorReference
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

    schedule_info: Attribute[VolumeProtectionGroupSnapshotNumberedCopyScheduleReference] = one(
        VolumeProtectionGroupSnapshotNumberedCopyScheduleReference
    )
    """Schedule that made it, if one did."""

    volume_protection_group_id: Attribute[str] = text()
    individual_snapshots_info: Attribute[References[VolumeProtectionGroupSnapshotIndividualSnapshotReference]] = each(
        VolumeProtectionGroupSnapshotIndividualSnapshotReference
    )
    """Snapshots of the volumes."""

    storage_system_info: Attribute[VolumeProtectionGroupSnapshotVolumeSnapshotSystemReference] = one(
        VolumeProtectionGroupSnapshotVolumeSnapshotSystemReference
    )
    """Storage array that holds it."""

    storage_system_snapshot_id: Attribute[str] = text()
    """Identifier that the storage array gave it."""

    timeouts: Attribute[VolumeProtectionGroupSnapshotTimeoutsReference] = one(
        VolumeProtectionGroupSnapshotTimeoutsReference
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
        timeouts: One[VolumeProtectionGroupSnapshotTimeouts] | None = None,
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


class DataVolumeProtectionGroupSnapshot(DataSource):
    """A snapshot of all volumes of a group at one moment, made when Terraform makes it.

    Destroying it deletes the recovery point, and so does each change that needs a new one. HPE does not change copies
    of `NATIVE` groups.
    """

    terraform_type: ClassVar[str] = "glbr_volume_protection_group_snapshot"

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

    created_by_info: Attribute[VolumeProtectionGroupSnapshotCopyCreatorReference] = one(
        VolumeProtectionGroupSnapshotCopyCreatorReference
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

    schedule_info: Attribute[VolumeProtectionGroupSnapshotNumberedCopyScheduleReference] = one(
        VolumeProtectionGroupSnapshotNumberedCopyScheduleReference
    )
    """Schedule that made it, if one did."""

    individual_snapshots_info: Attribute[References[VolumeProtectionGroupSnapshotIndividualSnapshotReference]] = each(
        VolumeProtectionGroupSnapshotIndividualSnapshotReference
    )
    """Snapshots of the volumes."""

    storage_system_info: Attribute[VolumeProtectionGroupSnapshotVolumeSnapshotSystemReference] = one(
        VolumeProtectionGroupSnapshotVolumeSnapshotSystemReference
    )
    """Storage array that holds it."""

    storage_system_snapshot_id: Attribute[str] = text()
    """Identifier that the storage array gave it."""

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


class DataVolumeProtectionGroupSnapshotFilterReference(Reference):
    """One condition of a list."""

    property_: Attribute[str] = text("property")
    values: Attribute[list[str]] = texts()
    comparison: Attribute[str] = text()


class DataVolumeProtectionGroupSnapshotReference(Reference):
    """A snapshot of all volumes of a group at one moment, made when Terraform makes it.

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

    created_by_info: Attribute[VolumeProtectionGroupSnapshotCopyCreatorReference] = one(
        VolumeProtectionGroupSnapshotCopyCreatorReference
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

    schedule_info: Attribute[VolumeProtectionGroupSnapshotNumberedCopyScheduleReference] = one(
        VolumeProtectionGroupSnapshotNumberedCopyScheduleReference
    )
    """Schedule that made it, if one did."""

    individual_snapshots_info: Attribute[References[VolumeProtectionGroupSnapshotIndividualSnapshotReference]] = each(
        VolumeProtectionGroupSnapshotIndividualSnapshotReference
    )
    """Snapshots of the volumes."""

    storage_system_info: Attribute[VolumeProtectionGroupSnapshotVolumeSnapshotSystemReference] = one(
        VolumeProtectionGroupSnapshotVolumeSnapshotSystemReference
    )
    """Storage array that holds it."""

    storage_system_snapshot_id: Attribute[str] = text()
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

    shape: ClassVar[Mapping[str, kinds.Convert]] = {
        "property_": kinds.text,
        "values": kinds.each(kinds.text),
        "comparison": kinds.choice("eq", "ne", "gt", "lt"),
    }

    property_: str
    values: Sequence[str]
    comparison: str | None = None


class DataVolumeProtectionGroupSnapshots(DataSource):
    """Every volume protection group snapshot that the API client may see, or those that meet all `filters`."""

    terraform_type: ClassVar[str] = "glbr_volume_protection_group_snapshots"

    filterable: ClassVar[tuple[str, ...]] = (
        "state",
        "status",
        "storageSystemInfo/id",
        "storageSystemInfo/name",
        "pointInTime",
    )

    shape: ClassVar[Mapping[str, kinds.Convert]] = {
        "volume_protection_group_id": kinds.text,
        "filters": kinds.each(VolumeProtectionGroupSnapshotFilter.of),
        "sort": kinds.text,
        "limit": kinds.whole,
    }

    volume_protection_group_id: Attribute[str] = text()
    filters: Attribute[References[DataVolumeProtectionGroupSnapshotFilterReference]] = each(
        DataVolumeProtectionGroupSnapshotFilterReference
    )
    sort: Attribute[str] = text()
    limit: Attribute[float] = number()
    items: Attribute[References[DataVolumeProtectionGroupSnapshotReference]] = each(
        DataVolumeProtectionGroupSnapshotReference
    )
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
            filters: Conditions that all must hold. Properties: `state`, `status`, `storageSystemInfo/id`,
                `storageSystemInfo/name`, `pointInTime`.
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
