"""Restore pre-check: whether the members of a VM protection group can be restored, and from what."""

from glbr.definition import Block, Computation, Timestamp, parent, result
from glbr.resources.parts.inventory import Linked


class CheckedSystem(Block):
    """A storage system that holds a copy or a member."""

    id: str | None = result("Identifier of the storage system.")
    name: str | None = result("Name of the storage system.")
    type: str | None = result("Kind of the storage system.")


class CheckedOrchestrator(Block):
    """A Data Orchestrator that can restore the copy."""

    id: str | None = result("Identifier of the Data Orchestrator.")


class CheckedCopy(Block):
    """A recovery point of a member."""

    recovery_point_id: str | None = result("Identifier of the copy.")
    recovery_point_type: str | None = result("`SNAPSHOT`, `BACKUP` or `CLOUD_BACKUP`.")
    point_in_time: Timestamp | None = result("Moment whose data the copy holds.")
    state: str | None = result("Lifecycle state, such as `OK` or `IN_USE`.")
    status: str | None = result("`OK`, or `ERROR` for a copy that cannot be restored.")
    error_message: str | None = result("Why it cannot be restored.")
    consistency: str | None = result("`CRASH` or `APPLICATION`.")
    backup_granularity: str | None = result("`VOLUME` or `VMWARE_CBT`.")
    storage_system_info: list[CheckedSystem] | None = result("Storage systems that hold it.")
    data_orchestrator_info: list[CheckedOrchestrator] | None = result("Data Orchestrators that can restore it.")


class CheckedMember(Block):
    """A member of the group."""

    resource_id: str | None = result("Identifier of the member.")
    resource_name: str | None = result("Name of the member.")
    status: str | None = result("`OK`, or `ERROR` for a member that cannot be restored.")
    error_message: str | None = result("Why it cannot be restored.")
    cluster_info: Linked | None = result("Cluster that it runs in.")
    host_info: Linked | None = result("Host that it runs on.")
    datastores_info: list[Linked] | None = result("Datastores that it lies on.")
    storage_system_info: CheckedSystem | None = result("Array that it lies on.")
    recovery_point_info: list[CheckedCopy] | None = result("Recovery points that it has.")


class CheckedMembers(Block):
    """The verdict on each member."""

    resource_info: list[CheckedMember] | None = result("Members, each with its recovery points.")


class CheckVerdict(Block):
    """The verdict on the whole group."""

    status: str | None = result("`OK`, or `ERROR` when something stands in the way.")
    error: str | None = result("What stands in the way.")


class VirtualMachineProtectionGroupRestorePreCheck(Computation):
    """Whether a VM protection group can be restored, member by member, and from which recovery points.

    Nothing is restored. A check of it in a test run shows that the copies of a group are good for something.
    """

    paths = (
        (
            "/backup-recovery/v1beta1/virtual-machine-protection-groups/{virtual_machine_protection_group_id}"
            "/restore-pre-check"
        ),
    )

    virtual_machine_protection_group_id: str = parent("Group to check.", to="virtual_machine_protection_group")

    summary: CheckVerdict | None = result("Verdict on the whole group.")
    resource_summary: CheckedMembers | None = result("Verdict on each member.")
