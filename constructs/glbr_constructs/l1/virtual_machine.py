# Generated from glbr/resources/virtual_machine.py by `python -m glbr.views.generate_l1`: do not edit.
# ruff: noqa: A002 - arguments have HPE's names, and HPE says id and type.
"""Virtual machine: the same arguments and attributes as in Terraform."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Unpack

from constructs import Construct

from glbr_constructs.arguments import Many, Nested
from glbr_constructs.attributes import Reference, each, flag, number, one, text, texts
from glbr_constructs.synthesis import DataSource, DataSourceMeta


class DataVirtualMachineLinkedReference(Reference):
    """Another object that the virtual machine belongs to."""

    id = text()
    """Identifier."""

    name = text()
    """Name."""


class DataVirtualMachineGuestInfoReference(Reference):
    """What runs in it."""

    name = text()
    """Name of the operating system."""

    type = text()
    """`WINDOWS`, `LINUX` or `OTHERS`."""


class DataVirtualMachineJobInfoReference(Reference):
    """The job that protects it."""

    id = text()
    """Identifier of the job."""

    name = text()
    """Name of the job."""

    protection_policy_info = one(DataVirtualMachineLinkedReference)
    """Policy of that job."""


class DataVirtualMachine(DataSource):
    """A virtual machine in the inventory of a vCenter."""

    terraform_type: ClassVar = "glbr_virtual_machine"

    id = text()
    name = text()
    display_name = text()
    """Name shown in the console."""

    power_state = text()
    """`POWERED_ON`, `POWERED_OFF`, `SUSPENDED` or `UNKNOWN`."""

    state = text()
    """Lifecycle state."""

    status = text()
    """Health: `OK`, `WARNING` or `ERROR`."""

    protection_status = text()
    """`UNPROTECTED`, `PENDING`, `PARTIAL`, `PROTECTED`, `LAPSED`, `PAUSED` or `UNSUPPORTED`."""

    recovery_points_exist = flag()
    """Whether it can be restored from anything."""

    capacity_in_bytes = number()
    """Size of its disks, bytes."""

    hypervisor_manager_info = one(DataVirtualMachineLinkedReference)
    """vCenter."""

    cluster_info = one(DataVirtualMachineLinkedReference)
    """Cluster."""

    host_info = one(DataVirtualMachineLinkedReference)
    """Host."""

    folder_info = one(DataVirtualMachineLinkedReference)
    """Folder."""

    guest_info = one(DataVirtualMachineGuestInfoReference)
    """What runs in it."""

    protection_job_info = one(DataVirtualMachineJobInfoReference)
    """Job that protects it."""

    vm_protection_groups_info = each(DataVirtualMachineLinkedReference)
    """Protection groups it belongs to."""

    vm_classification = text()
    """Set on machines of the infrastructure, such as `PROTECTION_STORE_GATEWAY`."""

    created_at = text()
    """When it was first seen."""

    resource_uri = text()
    """API path of the virtual machine."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        id: str | None = None,
        name: str | None = None,
        **meta: Unpack[DataSourceMeta],
    ) -> None:
        """Describe it.

        Args:
            scope: Where the construct belongs.
            id_: Name of the construct in that place.
            id: Identifier made by HPE.
            name: Name in the vCenter.
            **meta: What Terraform itself takes: `count`, `for_each`, `depends_on`, `lifecycle`, `provider`.
        """
        super().__init__(
            scope,
            id_,
            {
                "id": id,
                "name": name,
            },
            **meta,
        )


class DataVirtualMachineFilterReference(Reference):
    """One condition of a list."""

    property_ = text("property")
    values = texts()


class DataVirtualMachineReference(Reference):
    """A virtual machine in the inventory of a vCenter."""

    id = text()
    """Identifier made by HPE."""

    name = text()
    """Name in the vCenter."""

    display_name = text()
    """Name shown in the console."""

    power_state = text()
    """`POWERED_ON`, `POWERED_OFF`, `SUSPENDED` or `UNKNOWN`."""

    state = text()
    """Lifecycle state."""

    status = text()
    """Health: `OK`, `WARNING` or `ERROR`."""

    protection_status = text()
    """`UNPROTECTED`, `PENDING`, `PARTIAL`, `PROTECTED`, `LAPSED`, `PAUSED` or `UNSUPPORTED`."""

    recovery_points_exist = flag()
    """Whether it can be restored from anything."""

    capacity_in_bytes = number()
    """Size of its disks, bytes."""

    hypervisor_manager_info = one(DataVirtualMachineLinkedReference)
    """vCenter."""

    cluster_info = one(DataVirtualMachineLinkedReference)
    """Cluster."""

    host_info = one(DataVirtualMachineLinkedReference)
    """Host."""

    folder_info = one(DataVirtualMachineLinkedReference)
    """Folder."""

    guest_info = one(DataVirtualMachineGuestInfoReference)
    """What runs in it."""

    protection_job_info = one(DataVirtualMachineJobInfoReference)
    """Job that protects it."""

    vm_protection_groups_info = each(DataVirtualMachineLinkedReference)
    """Protection groups it belongs to."""

    vm_classification = text()
    """Set on machines of the infrastructure, such as `PROTECTION_STORE_GATEWAY`."""

    created_at = text()
    """When it was first seen."""

    resource_uri = text()
    """API path of the virtual machine."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VirtualMachineFilter(Nested):
    """One condition of a list.

    Attributes:
        property_: HPE's name of the property, with `/` between the parts: `assetInfo/name`.
        values: Value, or several of which one must match.
    """

    property_: str
    values: Sequence[str]


class DataVirtualMachines(DataSource):
    """Every virtual machine that the API client may see, or those that meet all `filters`."""

    terraform_type: ClassVar = "glbr_virtual_machines"

    shape: ClassVar = {"filters": VirtualMachineFilter.of}

    filters = each(DataVirtualMachineFilterReference)
    items = each(DataVirtualMachineReference)
    """What was found, in the order of the list. Each has the attributes of `glbr_virtual_machine`."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        filters: Many[VirtualMachineFilter] | None = None,
        **meta: Unpack[DataSourceMeta],
    ) -> None:
        """Describe it.

        Args:
            scope: Where the construct belongs.
            id_: Name of the construct in that place.
            filters: Conditions that all must hold. Properties: `status`, `state`, `appType`,
                `hypervisorManagerInfo/name`, `hypervisorManagerInfo/displayName`, `hypervisorManagerInfo/id`,
                `hostInfo/id`, `hostInfo/name`, `hostInfo/displayName`, `clusterInfo/id`, `clusterInfo/name`,
                `clusterInfo/displayName`, `protectionJobInfo/protectionPolicyInfo/id`,
                `protectionJobInfo/protectionPolicyInfo/name`, `vmProtectionGroupsInfo/id`,
                `vmProtectionGroupsInfo/name`, `appInfo/vmware/type`, `appInfo/vmware/moref`,
                `appInfo/vmware/datastoresInfo/id`, `appInfo/vmware/datastoresInfo/name`,
                `appInfo/vmware/datastoresInfo/displayName`, `volumesInfo/id`, `volumesInfo/storageSystemInfo/id`,
                `volumesInfo/storageSystemInfo/serialNumber`, `volumesInfo/storageSystemInfo/name`,
                `volumesInfo/storageSystemInfo/vendorName`, `volumesInfo/storageFolderInfo/id`,
                `volumesInfo/storageFolderInfo/name`, `volumesInfo/storagePoolInfo/id`,
                `volumesInfo/storagePoolInfo/name`, `powerState`, `createdAt`, `name`, `services`, `allowedOperations`,
                `hciClusterUuid`, `id`, `type`, `capacityInBytes`, `computeInfo/numCpuCores`,
                `computeInfo/memorySizeInMib`, `vmPerfMetricInfo/cpuAllocatedInMhz`, `vmPerfMetricInfo/cpuUsedInMhz`,
                `vmPerfMetricInfo/storageAllocatedInKb`, `vmPerfMetricInfo/storageUsedInBytes`,
                `vmPerfMetricInfo/memoryAllocatedInMb`, `vmPerfMetricInfo/memoryUsedInMb`,
                `vmPerfMetricInfo/totalReadIops`, `vmPerfMetricInfo/totalWriteIops`,
                `vmPerfMetricInfo/averageReadLatency`, `vmPerfMetricInfo/averageWriteLatency`, `displayName`,
                `protectionStatus`, `recoveryPointsExist`, `vclsVm`.
            **meta: What Terraform itself takes: `count`, `for_each`, `depends_on`, `lifecycle`, `provider`.
        """
        super().__init__(
            scope,
            id_,
            {
                "filters": filters,
            },
            **meta,
        )
