# Generated from glbr/resources/datastore_snapshot.py by `python -m glbr.views.generate_l1`: do not edit.
# ruff: noqa: A002 - arguments have HPE's names, and HPE says id and type.
"""Datastore snapshot: the same arguments and attributes as in Terraform."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from constructs import Construct

from glbr_constructs.cdk import cdk
from glbr_constructs.synthesis import kinds
from glbr_constructs.synthesis.arguments import Many, Nested
from glbr_constructs.synthesis.attributes import Attribute, Reference, References, each, flag, number, one, text, texts
from glbr_constructs.synthesis.meta import Count, DependsOn, ForEach, Lifecycle, ProviderBlock
from glbr_constructs.synthesis.resource import DataSource


class DataDatastoreSnapshotSnapshotSystemReference(Reference):
    """The storage array that holds a snapshot."""

    id: Attribute[str] = text()
    """Identifier of the storage array."""

    name: Attribute[str] = text()
    """Name of the storage array."""

    serial_number: Attribute[str] = text()
    """Serial number of the storage array."""

    vendor_name: Attribute[str] = text()
    """Maker of the storage array."""

    storage_system_type: Attribute[str] = text()
    """`HPE_NIMBLE`, `HPE_PRIMERA` or `HPE_ALLETRA_STORAGE_MP`."""

    managed: Attribute[cdk.IResolvable] = flag()
    """Whether the storage array is registered with HPE GreenLake."""


class DataDatastoreSnapshotVolumeSnapshotReference(Reference):
    """The snapshot of one volume, of which a copy consists."""

    id: Attribute[str] = text()
    """Identifier of the volume's snapshot."""

    name: Attribute[str] = text()
    """Name of the volume's snapshot."""

    scsi_identifier: Attribute[str] = text()
    """SCSI identifier (WWN)."""

    size_in_mib: Attribute[float] = number()
    """Size, MiB."""

    storage_system_info: Attribute[DataDatastoreSnapshotSnapshotSystemReference] = one(
        DataDatastoreSnapshotSnapshotSystemReference
    )
    """Storage array that holds it."""


class DataDatastoreSnapshotCopyCreatorReference(Reference):
    """Who is behind a copy."""

    id: Attribute[str] = text()
    """Identifier of the person or service."""

    name: Attribute[str] = text()
    """Name of the person or service."""


class DataDatastoreSnapshotCopyOrchestratorReference(Reference):
    """A Data Orchestrator that serves a copy."""

    id: Attribute[str] = text()
    """Identifier of the Data Orchestrator."""


class DataDatastoreSnapshotNumberedCopyScheduleReference(Reference):
    """A schedule by its number in the policy."""

    name: Attribute[str] = text()
    """Label of the schedule."""

    recurrence: Attribute[str] = text()
    """`BY_MINUTES`, `HOURLY`, `DAILY`, `WEEKLY` or `MONTHLY`."""

    schedule_id: Attribute[float] = number()
    """Number of the schedule in its policy."""


class DataDatastoreSnapshot(DataSource):
    """A snapshot of a datastore with all that is on it."""

    terraform_type: ClassVar[str] = "glbr_datastore_snapshot"

    shape: ClassVar[Mapping[str, kinds.Convert]] = {"datastore_id": kinds.text, "id": kinds.text, "name": kinds.text}

    datastore_id: Attribute[str] = text()
    id: Attribute[str] = text()
    volumes_snapshot_info: Attribute[References[DataDatastoreSnapshotVolumeSnapshotReference]] = each(
        DataDatastoreSnapshotVolumeSnapshotReference
    )
    """Snapshots of single volumes that the copy consists of."""

    point_in_time: Attribute[str] = text()
    """Moment whose data the copy holds."""

    expires_at: Attribute[str] = text()
    """Moment after which HPE removes the copy."""

    locked_until: Attribute[str] = text()
    """Moment before which nobody can delete the copy."""

    created_by_info: Attribute[DataDatastoreSnapshotCopyCreatorReference] = one(
        DataDatastoreSnapshotCopyCreatorReference
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

    consistency: Attribute[str] = text()
    """`CRASH`, `APPLICATION` or `CRASH_CONSISTENT_ON_FAILURE`."""

    contains_rdm_disks: Attribute[cdk.IResolvable] = flag()
    """Whether raw-device disks are in it."""

    data_orchestrator_info: Attribute[References[DataDatastoreSnapshotCopyOrchestratorReference]] = each(
        DataDatastoreSnapshotCopyOrchestratorReference
    )
    """Data Orchestrators that serve it."""

    schedule_info: Attribute[DataDatastoreSnapshotNumberedCopyScheduleReference] = one(
        DataDatastoreSnapshotNumberedCopyScheduleReference
    )
    """Schedule that made it."""

    storage_systems_info: Attribute[DataDatastoreSnapshotSnapshotSystemReference] = one(
        DataDatastoreSnapshotSnapshotSystemReference
    )
    """Storage array that holds it."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        datastore_id: str,
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
            datastore_id: Datastore whose snapshots are looked at.
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
                "datastore_id": datastore_id,
                "id": id,
                "name": name,
            },
            count=count,
            depends_on=depends_on,
            for_each=for_each,
            lifecycle=lifecycle,
            provider=provider,
        )


class DataDatastoreSnapshotFilterReference(Reference):
    """One condition of a list."""

    property_: Attribute[str] = text("property")
    values: Attribute[list[str]] = texts()
    comparison: Attribute[str] = text()


class DataDatastoreSnapshotReference(Reference):
    """A snapshot of a datastore with all that is on it."""

    id: Attribute[str] = text()
    """Identifier made by HPE."""

    volumes_snapshot_info: Attribute[References[DataDatastoreSnapshotVolumeSnapshotReference]] = each(
        DataDatastoreSnapshotVolumeSnapshotReference
    )
    """Snapshots of single volumes that the copy consists of."""

    point_in_time: Attribute[str] = text()
    """Moment whose data the copy holds."""

    expires_at: Attribute[str] = text()
    """Moment after which HPE removes the copy."""

    locked_until: Attribute[str] = text()
    """Moment before which nobody can delete the copy."""

    created_by_info: Attribute[DataDatastoreSnapshotCopyCreatorReference] = one(
        DataDatastoreSnapshotCopyCreatorReference
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

    consistency: Attribute[str] = text()
    """`CRASH`, `APPLICATION` or `CRASH_CONSISTENT_ON_FAILURE`."""

    contains_rdm_disks: Attribute[cdk.IResolvable] = flag()
    """Whether raw-device disks are in it."""

    data_orchestrator_info: Attribute[References[DataDatastoreSnapshotCopyOrchestratorReference]] = each(
        DataDatastoreSnapshotCopyOrchestratorReference
    )
    """Data Orchestrators that serve it."""

    schedule_info: Attribute[DataDatastoreSnapshotNumberedCopyScheduleReference] = one(
        DataDatastoreSnapshotNumberedCopyScheduleReference
    )
    """Schedule that made it."""

    storage_systems_info: Attribute[DataDatastoreSnapshotSnapshotSystemReference] = one(
        DataDatastoreSnapshotSnapshotSystemReference
    )
    """Storage array that holds it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DatastoreSnapshotFilter(Nested):
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


class DataDatastoreSnapshots(DataSource):
    """Every datastore snapshot that the API client may see, or those that meet all `filters`."""

    terraform_type: ClassVar[str] = "glbr_datastore_snapshots"

    filterable: ClassVar[tuple[str, ...]] = (
        "snapshotType",
        "state",
        "status",
        "createdByInfo/id",
        "createdByInfo/name",
        "storageSystemsInfo/id",
        "storageSystemsInfo/storageSystemType",
        "storageSystemsInfo/name",
        "consistency",
        "pointInTime",
        "dataOrchestratorInfo/id",
        "expiresAt",
        "name",
    )

    shape: ClassVar[Mapping[str, kinds.Convert]] = {
        "datastore_id": kinds.text,
        "filters": kinds.each(DatastoreSnapshotFilter.of),
        "sort": kinds.text,
        "limit": kinds.whole,
    }

    datastore_id: Attribute[str] = text()
    filters: Attribute[References[DataDatastoreSnapshotFilterReference]] = each(DataDatastoreSnapshotFilterReference)
    sort: Attribute[str] = text()
    limit: Attribute[float] = number()
    items: Attribute[References[DataDatastoreSnapshotReference]] = each(DataDatastoreSnapshotReference)
    """What was found, by name, or as `sort` says. Each has the attributes of `glbr_datastore_snapshot`."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        datastore_id: str,
        filters: Many[DatastoreSnapshotFilter] | None = None,
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
            datastore_id: Datastore whose snapshots are looked at.
            filters: Conditions that all must hold. Properties: `snapshotType`, `state`, `status`, `createdByInfo/id`,
                `createdByInfo/name`, `storageSystemsInfo/id`, `storageSystemsInfo/storageSystemType`,
                `storageSystemsInfo/name`, `consistency`, `pointInTime`, `dataOrchestratorInfo/id`, `expiresAt`, `name`.
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
                "datastore_id": datastore_id,
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
