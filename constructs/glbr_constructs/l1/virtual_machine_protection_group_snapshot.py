# Generated from glbr/resources/virtual_machine_protection_group_snapshot.py by `python -m glbr.views.generate_l1`: do not edit.
# ruff: noqa: A002 - arguments have HPE's names, and HPE says id and type.
"""Virtual machine protection group snapshot: the same arguments and attributes as in Terraform."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from constructs import Construct

from glbr_constructs.synthesis import kinds
from glbr_constructs.synthesis.arguments import Many, Nested
from glbr_constructs.synthesis.attributes import Reference, each, flag, number, one, text, texts
from glbr_constructs.synthesis.meta import Count, DependsOn, ForEach, Lifecycle, ProviderBlock
from glbr_constructs.synthesis.resource import DataSource


class DataVirtualMachineProtectionGroupSnapshotSnapshotSystemReference(Reference):
    """The storage array that holds a snapshot."""

    id = text()
    """Identifier of the storage array."""

    name = text()
    """Name of the storage array."""

    serial_number = text()
    """Serial number of the storage array."""

    vendor_name = text()
    """Maker of the storage array."""

    storage_system_type = text()
    """`HPE_NIMBLE`, `HPE_PRIMERA` or `HPE_ALLETRA_STORAGE_MP`."""

    managed = flag()
    """Whether the storage array is registered with HPE GreenLake."""


class DataVirtualMachineProtectionGroupSnapshotVolumeSnapshotReference(Reference):
    """The snapshot of one volume, of which a copy consists."""

    id = text()
    """Identifier of the volume's snapshot."""

    name = text()
    """Name of the volume's snapshot."""

    scsi_identifier = text()
    """SCSI identifier (WWN)."""

    size_in_mib = number()
    """Size, MiB."""

    storage_system_info = one(DataVirtualMachineProtectionGroupSnapshotSnapshotSystemReference)
    """Storage array that holds it."""


class DataVirtualMachineProtectionGroupSnapshotCopyCreatorReference(Reference):
    """Who is behind a copy."""

    id = text()
    """Identifier of the person or service."""

    name = text()
    """Name of the person or service."""


class DataVirtualMachineProtectionGroupSnapshotCopyOrchestratorReference(Reference):
    """A Data Orchestrator that serves a copy."""

    id = text()
    """Identifier of the Data Orchestrator."""


class DataVirtualMachineProtectionGroupSnapshotNamedCopyScheduleReference(Reference):
    """A schedule by HPE's identifier."""

    name = text()
    """Label of the schedule."""

    recurrence = text()
    """`BY_MINUTES`, `HOURLY`, `DAILY`, `WEEKLY` or `MONTHLY`."""

    id = text()
    """Identifier of the schedule."""


class DataVirtualMachineProtectionGroupSnapshot(DataSource):
    """A snapshot of all members of a VM protection group at one moment."""

    terraform_type: ClassVar = "glbr_virtual_machine_protection_group_snapshot"

    shape: ClassVar = {"virtual_machine_protection_group_id": kinds.text, "id": kinds.text, "name": kinds.text}

    virtual_machine_protection_group_id = text()
    id = text()
    volumes_snapshot_info = each(DataVirtualMachineProtectionGroupSnapshotVolumeSnapshotReference)
    """Snapshots of single volumes that the copy consists of."""

    point_in_time = text()
    """Moment whose data the copy holds."""

    expires_at = text()
    """Moment after which HPE removes the copy."""

    locked_until = text()
    """Moment before which nobody can delete the copy."""

    created_by_info = one(DataVirtualMachineProtectionGroupSnapshotCopyCreatorReference)
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

    consistency = text()
    """`CRASH`, `APPLICATION` or `CRASH_CONSISTENT_ON_FAILURE`."""

    contains_rdm_disks = flag()
    """Whether raw-device disks are in it."""

    data_orchestrator_info = each(DataVirtualMachineProtectionGroupSnapshotCopyOrchestratorReference)
    """Data Orchestrators that serve it."""

    schedule_info = one(DataVirtualMachineProtectionGroupSnapshotNamedCopyScheduleReference)
    """Schedule that made it."""

    storage_systems_info = one(DataVirtualMachineProtectionGroupSnapshotSnapshotSystemReference)
    """Storage array that holds it."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        virtual_machine_protection_group_id: str,
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
            virtual_machine_protection_group_id: VM protection group whose snapshots are looked at.
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
                "virtual_machine_protection_group_id": virtual_machine_protection_group_id,
                "id": id,
                "name": name,
            },
            count=count,
            depends_on=depends_on,
            for_each=for_each,
            lifecycle=lifecycle,
            provider=provider,
        )


class DataVirtualMachineProtectionGroupSnapshotFilterReference(Reference):
    """One condition of a list."""

    property_ = text("property")
    values = texts()
    comparison = text()


class DataVirtualMachineProtectionGroupSnapshotReference(Reference):
    """A snapshot of all members of a VM protection group at one moment."""

    id = text()
    """Identifier made by HPE."""

    volumes_snapshot_info = each(DataVirtualMachineProtectionGroupSnapshotVolumeSnapshotReference)
    """Snapshots of single volumes that the copy consists of."""

    point_in_time = text()
    """Moment whose data the copy holds."""

    expires_at = text()
    """Moment after which HPE removes the copy."""

    locked_until = text()
    """Moment before which nobody can delete the copy."""

    created_by_info = one(DataVirtualMachineProtectionGroupSnapshotCopyCreatorReference)
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

    consistency = text()
    """`CRASH`, `APPLICATION` or `CRASH_CONSISTENT_ON_FAILURE`."""

    contains_rdm_disks = flag()
    """Whether raw-device disks are in it."""

    data_orchestrator_info = each(DataVirtualMachineProtectionGroupSnapshotCopyOrchestratorReference)
    """Data Orchestrators that serve it."""

    schedule_info = one(DataVirtualMachineProtectionGroupSnapshotNamedCopyScheduleReference)
    """Schedule that made it."""

    storage_systems_info = one(DataVirtualMachineProtectionGroupSnapshotSnapshotSystemReference)
    """Storage array that holds it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VirtualMachineProtectionGroupSnapshotFilter(Nested):
    """One condition of a list.

    Attributes:
        property_: HPE's name of the property, with `/` between the parts: `assetInfo/name`.
        values: Value, or several of which one must match.
        comparison: How the property compares with the value: `eq` (equal, also when left out), `gt` (greater, later),
            `lt` (less, earlier) or `ne` (not equal; HPE takes it for inventory and tags). All but `eq` take one value.
            Allowed: `eq`, `ne`, `gt`, `lt`.
    """

    shape: ClassVar = {
        "property_": kinds.text,
        "values": kinds.each(kinds.text),
        "comparison": kinds.choice("eq", "ne", "gt", "lt"),
    }

    property_: str
    values: Sequence[str]
    comparison: str | None = None


class DataVirtualMachineProtectionGroupSnapshots(DataSource):
    """Every virtual machine protection group snapshot that the API client may see, or those that meet all `filters`."""

    terraform_type: ClassVar = "glbr_virtual_machine_protection_group_snapshots"

    filterable: ClassVar = (
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

    shape: ClassVar = {
        "virtual_machine_protection_group_id": kinds.text,
        "filters": kinds.each(VirtualMachineProtectionGroupSnapshotFilter.of),
        "sort": kinds.text,
        "limit": kinds.whole,
    }

    virtual_machine_protection_group_id = text()
    filters = each(DataVirtualMachineProtectionGroupSnapshotFilterReference)
    sort = text()
    limit = number()
    items = each(DataVirtualMachineProtectionGroupSnapshotReference)
    """What was found, by name, or as `sort` says. Each has the attributes of `glbr_virtual_machine_protection_group_snapshot`."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        virtual_machine_protection_group_id: str,
        filters: Many[VirtualMachineProtectionGroupSnapshotFilter] | None = None,
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
            virtual_machine_protection_group_id: VM protection group whose snapshots are looked at.
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
                "virtual_machine_protection_group_id": virtual_machine_protection_group_id,
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
