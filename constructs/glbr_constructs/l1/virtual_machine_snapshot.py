# Generated from glbr/resources/virtual_machine_snapshot.py by `python -m glbr.views.generate_l1`: do not edit.
# ruff: noqa: A002 - arguments have HPE's names, and HPE says id and type.
"""Virtual machine snapshot: the same arguments and attributes as in Terraform."""

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


class DataVirtualMachineSnapshotSnapshotSystemReference(Reference):
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


class DataVirtualMachineSnapshotVolumeSnapshotReference(Reference):
    """The snapshot of one volume, of which a copy consists."""

    id: Attribute[str] = text()
    """Identifier of the volume's snapshot."""

    name: Attribute[str] = text()
    """Name of the volume's snapshot."""

    scsi_identifier: Attribute[str] = text()
    """SCSI identifier (WWN)."""

    size_in_mib: Attribute[float] = number()
    """Size, MiB."""

    storage_system_info: Attribute[DataVirtualMachineSnapshotSnapshotSystemReference] = one(
        DataVirtualMachineSnapshotSnapshotSystemReference
    )
    """Storage array that holds it."""


class DataVirtualMachineSnapshotCopyCreatorReference(Reference):
    """Who is behind a copy."""

    id: Attribute[str] = text()
    """Identifier of the person or service."""

    name: Attribute[str] = text()
    """Name of the person or service."""


class DataVirtualMachineSnapshotCopyOrchestratorReference(Reference):
    """A Data Orchestrator that serves a copy."""

    id: Attribute[str] = text()
    """Identifier of the Data Orchestrator."""


class DataVirtualMachineSnapshotNumberedCopyScheduleReference(Reference):
    """A schedule by its number in the policy."""

    name: Attribute[str] = text()
    """Label of the schedule."""

    recurrence: Attribute[str] = text()
    """`BY_MINUTES`, `HOURLY`, `DAILY`, `WEEKLY` or `MONTHLY`."""

    schedule_id: Attribute[float] = number()
    """Number of the schedule in its policy."""


class DataVirtualMachineSnapshotCopiedDiskReference(Reference):
    """A virtual disk inside a copy."""

    id: Attribute[str] = text()
    """Identifier of the disk."""

    name: Attribute[str] = text()
    """Name of the disk."""

    type: Attribute[str] = text()
    """`VMFS`, `VVOL`, `PRDM` or `VRDM`."""

    capacity_in_bytes: Attribute[float] = number()
    """Size, bytes."""

    consistency: Attribute[str] = text()
    """`CRASH`, `APPLICATION` or `CRASH_CONSISTENT_ON_FAILURE`."""

    datastore_id: Attribute[str] = text()
    """Identifier of the datastore that held the disk."""

    file_path: Attribute[str] = text()
    """File of the disk in that datastore."""


class DataVirtualMachineSnapshotCopiedComputeReference(Reference):
    """Memory and processors that the machine had."""

    memory_size_in_mib: Attribute[float] = number()
    """Memory, MiB."""

    num_cpu_cores: Attribute[float] = number()
    """Number of processor cores."""

    num_cpu_threads: Attribute[float] = number()
    """Number of processor threads."""


class DataVirtualMachineSnapshotCopiedNetworkReference(Reference):
    """The network that a network adapter was connected to."""

    id: Attribute[str] = text()
    """Identifier of the network."""

    name: Attribute[str] = text()
    """Name of the network."""

    connect_at_power_on: Attribute[cdk.IResolvable] = flag()
    """Whether the adapter is connected when the machine starts."""

    state: Attribute[str] = text()
    """Whether the network is still there: `AVAILABLE` or `DELETED`."""


class DataVirtualMachineSnapshotCopiedNetworkAdapterReference(Reference):
    """A network adapter that the machine had."""

    name: Attribute[str] = text()
    """Name of the adapter."""

    mac_address: Attribute[str] = text()
    """MAC address."""

    mac_address_type: Attribute[str] = text()
    """How the MAC address was given: `MANUAL` or `AUTOMATIC`."""

    network_details: Attribute[DataVirtualMachineSnapshotCopiedNetworkReference] = one(
        DataVirtualMachineSnapshotCopiedNetworkReference
    )
    """Network that it was connected to."""


class DataVirtualMachineSnapshotCopiedMachineReference(Reference):
    """How the machine was set up."""

    compute_info: Attribute[DataVirtualMachineSnapshotCopiedComputeReference] = one(
        DataVirtualMachineSnapshotCopiedComputeReference
    )
    """Memory and processors."""

    network_adapters: Attribute[References[DataVirtualMachineSnapshotCopiedNetworkAdapterReference]] = each(
        DataVirtualMachineSnapshotCopiedNetworkAdapterReference
    )
    """Network adapters."""


class DataVirtualMachineSnapshot(DataSource):
    """A snapshot of a virtual machine, or the machine's share in the snapshot of a group."""

    terraform_type: ClassVar[str] = "glbr_virtual_machine_snapshot"

    shape: ClassVar[Mapping[str, kinds.Convert]] = {
        "virtual_machine_id": kinds.text,
        "id": kinds.text,
        "name": kinds.text,
    }

    virtual_machine_id: Attribute[str] = text()
    id: Attribute[str] = text()
    volumes_snapshot_info: Attribute[References[DataVirtualMachineSnapshotVolumeSnapshotReference]] = each(
        DataVirtualMachineSnapshotVolumeSnapshotReference
    )
    """Snapshots of single volumes that the copy consists of."""

    point_in_time: Attribute[str] = text()
    """Moment whose data the copy holds."""

    expires_at: Attribute[str] = text()
    """Moment after which HPE removes the copy."""

    locked_until: Attribute[str] = text()
    """Moment before which nobody can delete the copy."""

    created_by_info: Attribute[DataVirtualMachineSnapshotCopyCreatorReference] = one(
        DataVirtualMachineSnapshotCopyCreatorReference
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

    data_orchestrator_info: Attribute[References[DataVirtualMachineSnapshotCopyOrchestratorReference]] = each(
        DataVirtualMachineSnapshotCopyOrchestratorReference
    )
    """Data Orchestrators that serve it."""

    schedule_info: Attribute[DataVirtualMachineSnapshotNumberedCopyScheduleReference] = one(
        DataVirtualMachineSnapshotNumberedCopyScheduleReference
    )
    """Schedule that made it."""

    indexed: Attribute[str] = text()
    """Whether files can be searched for in it: `INDEXED`, `PARTIALLY_INDEXED` or `NOT_INDEXED`."""

    virtual_disks: Attribute[References[DataVirtualMachineSnapshotCopiedDiskReference]] = each(
        DataVirtualMachineSnapshotCopiedDiskReference
    )
    """Virtual disks inside."""

    vm_config_info: Attribute[DataVirtualMachineSnapshotCopiedMachineReference] = one(
        DataVirtualMachineSnapshotCopiedMachineReference
    )
    """How the machine was set up when the copy was made."""

    storage_systems_info: Attribute[References[DataVirtualMachineSnapshotSnapshotSystemReference]] = each(
        DataVirtualMachineSnapshotSnapshotSystemReference
    )
    """Storage arrays that hold it."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        virtual_machine_id: str,
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
            virtual_machine_id: Virtual machine whose snapshots are looked at.
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
                "virtual_machine_id": virtual_machine_id,
                "id": id,
                "name": name,
            },
            count=count,
            depends_on=depends_on,
            for_each=for_each,
            lifecycle=lifecycle,
            provider=provider,
        )


class DataVirtualMachineSnapshotFilterReference(Reference):
    """One condition of a list."""

    property_: Attribute[str] = text("property")
    values: Attribute[list[str]] = texts()
    comparison: Attribute[str] = text()


class DataVirtualMachineSnapshotReference(Reference):
    """A snapshot of a virtual machine, or the machine's share in the snapshot of a group."""

    id: Attribute[str] = text()
    """Identifier made by HPE."""

    volumes_snapshot_info: Attribute[References[DataVirtualMachineSnapshotVolumeSnapshotReference]] = each(
        DataVirtualMachineSnapshotVolumeSnapshotReference
    )
    """Snapshots of single volumes that the copy consists of."""

    point_in_time: Attribute[str] = text()
    """Moment whose data the copy holds."""

    expires_at: Attribute[str] = text()
    """Moment after which HPE removes the copy."""

    locked_until: Attribute[str] = text()
    """Moment before which nobody can delete the copy."""

    created_by_info: Attribute[DataVirtualMachineSnapshotCopyCreatorReference] = one(
        DataVirtualMachineSnapshotCopyCreatorReference
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

    data_orchestrator_info: Attribute[References[DataVirtualMachineSnapshotCopyOrchestratorReference]] = each(
        DataVirtualMachineSnapshotCopyOrchestratorReference
    )
    """Data Orchestrators that serve it."""

    schedule_info: Attribute[DataVirtualMachineSnapshotNumberedCopyScheduleReference] = one(
        DataVirtualMachineSnapshotNumberedCopyScheduleReference
    )
    """Schedule that made it."""

    indexed: Attribute[str] = text()
    """Whether files can be searched for in it: `INDEXED`, `PARTIALLY_INDEXED` or `NOT_INDEXED`."""

    virtual_disks: Attribute[References[DataVirtualMachineSnapshotCopiedDiskReference]] = each(
        DataVirtualMachineSnapshotCopiedDiskReference
    )
    """Virtual disks inside."""

    vm_config_info: Attribute[DataVirtualMachineSnapshotCopiedMachineReference] = one(
        DataVirtualMachineSnapshotCopiedMachineReference
    )
    """How the machine was set up when the copy was made."""

    storage_systems_info: Attribute[References[DataVirtualMachineSnapshotSnapshotSystemReference]] = each(
        DataVirtualMachineSnapshotSnapshotSystemReference
    )
    """Storage arrays that hold it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VirtualMachineSnapshotFilter(Nested):
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


class DataVirtualMachineSnapshots(DataSource):
    """Every virtual machine snapshot that the API client may see, or those that meet all `filters`."""

    terraform_type: ClassVar[str] = "glbr_virtual_machine_snapshots"

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
        "virtual_machine_id": kinds.text,
        "filters": kinds.each(VirtualMachineSnapshotFilter.of),
        "sort": kinds.text,
        "limit": kinds.whole,
    }

    virtual_machine_id: Attribute[str] = text()
    filters: Attribute[References[DataVirtualMachineSnapshotFilterReference]] = each(
        DataVirtualMachineSnapshotFilterReference
    )
    sort: Attribute[str] = text()
    limit: Attribute[float] = number()
    items: Attribute[References[DataVirtualMachineSnapshotReference]] = each(DataVirtualMachineSnapshotReference)
    """What was found, by name, or as `sort` says. Each has the attributes of `glbr_virtual_machine_snapshot`."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        virtual_machine_id: str,
        filters: Many[VirtualMachineSnapshotFilter] | None = None,
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
            virtual_machine_id: Virtual machine whose snapshots are looked at.
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
                "virtual_machine_id": virtual_machine_id,
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
