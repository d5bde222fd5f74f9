# Generated from glbr/resources/virtual_machine_protection_group_restore_pre_check.py by `python -m glbr.views.generate_l1`: do not edit.
"""Virtual machine protection group restore pre check: the same arguments and attributes as in Terraform."""

from collections.abc import Mapping
from typing import ClassVar

from constructs import Construct

from glbr_constructs.synthesis import kinds
from glbr_constructs.synthesis.attributes import Attribute, Reference, References, each, one, text
from glbr_constructs.synthesis.meta import Count, DependsOn, ForEach, Lifecycle, ProviderBlock
from glbr_constructs.synthesis.resource import DataSource


class DataVirtualMachineProtectionGroupRestorePreCheckCheckVerdictReference(Reference):
    """The verdict on the whole group."""

    status: Attribute[str] = text()
    """`OK`, or `ERROR` when something stands in the way."""

    error: Attribute[str] = text()
    """What stands in the way."""


class DataVirtualMachineProtectionGroupRestorePreCheckLinkedReference(Reference):
    """Another object that goes with it."""

    id: Attribute[str] = text()
    """Identifier."""

    name: Attribute[str] = text()
    """Name."""


class DataVirtualMachineProtectionGroupRestorePreCheckCheckedSystemReference(Reference):
    """A storage system that holds a copy or a member."""

    id: Attribute[str] = text()
    """Identifier of the storage system."""

    name: Attribute[str] = text()
    """Name of the storage system."""

    type: Attribute[str] = text()
    """Kind of the storage system."""


class DataVirtualMachineProtectionGroupRestorePreCheckCheckedOrchestratorReference(Reference):
    """A Data Orchestrator that can restore the copy."""

    id: Attribute[str] = text()
    """Identifier of the Data Orchestrator."""


class DataVirtualMachineProtectionGroupRestorePreCheckCheckedCopyReference(Reference):
    """A recovery point of a member."""

    recovery_point_id: Attribute[str] = text()
    """Identifier of the copy."""

    recovery_point_type: Attribute[str] = text()
    """`SNAPSHOT`, `BACKUP` or `CLOUD_BACKUP`."""

    point_in_time: Attribute[str] = text()
    """Moment whose data the copy holds."""

    state: Attribute[str] = text()
    """Lifecycle state, such as `OK` or `IN_USE`."""

    status: Attribute[str] = text()
    """`OK`, or `ERROR` for a copy that cannot be restored."""

    error_message: Attribute[str] = text()
    """Why it cannot be restored."""

    consistency: Attribute[str] = text()
    """`CRASH` or `APPLICATION`."""

    backup_granularity: Attribute[str] = text()
    """`VOLUME` or `VMWARE_CBT`."""

    storage_system_info: Attribute[
        References[DataVirtualMachineProtectionGroupRestorePreCheckCheckedSystemReference]
    ] = each(DataVirtualMachineProtectionGroupRestorePreCheckCheckedSystemReference)
    """Storage systems that hold it."""

    data_orchestrator_info: Attribute[
        References[DataVirtualMachineProtectionGroupRestorePreCheckCheckedOrchestratorReference]
    ] = each(DataVirtualMachineProtectionGroupRestorePreCheckCheckedOrchestratorReference)
    """Data Orchestrators that can restore it."""


class DataVirtualMachineProtectionGroupRestorePreCheckCheckedMemberReference(Reference):
    """A member of the group."""

    resource_id: Attribute[str] = text()
    """Identifier of the member."""

    resource_name: Attribute[str] = text()
    """Name of the member."""

    status: Attribute[str] = text()
    """`OK`, or `ERROR` for a member that cannot be restored."""

    error_message: Attribute[str] = text()
    """Why it cannot be restored."""

    cluster_info: Attribute[DataVirtualMachineProtectionGroupRestorePreCheckLinkedReference] = one(
        DataVirtualMachineProtectionGroupRestorePreCheckLinkedReference
    )
    """Cluster that it runs in."""

    host_info: Attribute[DataVirtualMachineProtectionGroupRestorePreCheckLinkedReference] = one(
        DataVirtualMachineProtectionGroupRestorePreCheckLinkedReference
    )
    """Host that it runs on."""

    datastores_info: Attribute[References[DataVirtualMachineProtectionGroupRestorePreCheckLinkedReference]] = each(
        DataVirtualMachineProtectionGroupRestorePreCheckLinkedReference
    )
    """Datastores that it lies on."""

    storage_system_info: Attribute[DataVirtualMachineProtectionGroupRestorePreCheckCheckedSystemReference] = one(
        DataVirtualMachineProtectionGroupRestorePreCheckCheckedSystemReference
    )
    """Array that it lies on."""

    recovery_point_info: Attribute[References[DataVirtualMachineProtectionGroupRestorePreCheckCheckedCopyReference]] = (
        each(DataVirtualMachineProtectionGroupRestorePreCheckCheckedCopyReference)
    )
    """Recovery points that it has."""


class DataVirtualMachineProtectionGroupRestorePreCheckCheckedMembersReference(Reference):
    """The verdict on each member."""

    resource_info: Attribute[References[DataVirtualMachineProtectionGroupRestorePreCheckCheckedMemberReference]] = each(
        DataVirtualMachineProtectionGroupRestorePreCheckCheckedMemberReference
    )
    """Members, each with its recovery points."""


class DataVirtualMachineProtectionGroupRestorePreCheck(DataSource):
    """Whether a VM protection group can be restored, member by member, and from which recovery points.

    Nothing is restored. A check of it in a test run shows that the copies of a group are good for something.
    """

    terraform_type: ClassVar[str] = "glbr_virtual_machine_protection_group_restore_pre_check"

    shape: ClassVar[Mapping[str, kinds.Convert]] = {"virtual_machine_protection_group_id": kinds.text}

    virtual_machine_protection_group_id: Attribute[str] = text()
    summary: Attribute[DataVirtualMachineProtectionGroupRestorePreCheckCheckVerdictReference] = one(
        DataVirtualMachineProtectionGroupRestorePreCheckCheckVerdictReference
    )
    """Verdict on the whole group."""

    resource_summary: Attribute[DataVirtualMachineProtectionGroupRestorePreCheckCheckedMembersReference] = one(
        DataVirtualMachineProtectionGroupRestorePreCheckCheckedMembersReference
    )
    """Verdict on each member."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        virtual_machine_protection_group_id: str,
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
            virtual_machine_protection_group_id: Group to check.
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
            },
            count=count,
            depends_on=depends_on,
            for_each=for_each,
            lifecycle=lifecycle,
            provider=provider,
        )
