"""Virtual machines that are protected together."""

from collections.abc import Sequence
from typing import Final

from constructs import Construct

from glbr.protection.group import group_problems
from glbr_constructs import roles
from glbr_constructs.assets.virtual_machine import VirtualMachine, VirtualMachines
from glbr_constructs.existing import Existing
from glbr_constructs.l1.virtual_machine_protection_group import (
    DataVirtualMachineProtectionGroup,
)
from glbr_constructs.l1.virtual_machine_protection_group import (
    VirtualMachineProtectionGroup as VirtualMachineProtectionGroupL1,
)
from glbr_constructs.managed import Managed
from glbr_constructs.refusal import Refused, refuse
from glbr_constructs.synthesis.resource import INNER

ASSET_TYPE: Final = "backup-recovery/virtual-machine-protection-group"


class VirtualMachineProtectionGroup(Managed[VirtualMachineProtectionGroupL1]):
    """A VM protection group: machines named one by one or looked up, or all of a vSphere tag, or all of a folder."""

    asset_type = ASSET_TYPE

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        name: str,
        virtual_machines: VirtualMachines | Sequence[VirtualMachine] | None = None,
        tags: Sequence[str] | None = None,
        folder_id: str | None = None,
        description: str | None = None,
        assets_category: str = "VMFS_VMS",
    ) -> None:
        """Describe it. Exactly one of `virtual_machines`, `tags` and `folder_id` names the members.

        Args:
            scope: Where the construct belongs.
            id_: Name of the construct in that place.
            name: Name shown in the console.
            virtual_machines: The members.
            tags: Names of vSphere tags: HPE takes every machine that carries one.
            folder_id: Identifier of a vSphere folder: HPE takes every machine in it.
            description: Free-text note.
            assets_category: `VMFS_VMS`, or `VVOL_VMS` for machines on virtual volumes.

        Raises:
            Refused: no way of naming members was given, or several were, or a list is empty.
        """
        super().__init__(scope, id_)
        doing = f"making group {self.node.path}"
        ways = {"virtual_machines": virtual_machines, "tags": tags, "folder_id": folder_id}
        given = [way for way, members in ways.items() if members is not None]
        if len(given) != 1:
            raise Refused(
                f"{doing}: a group names its members in one way. Given: {' and '.join(given) or 'none'}. Allowed: one of "
                f"{', '.join(ways)}."
            )
        kind, argument, members = _membership(virtual_machines, tags, folder_id)
        # A list that is empty when it is written protects nothing; one that Terraform finds empty is for the review to tell.
        refuse(doing, group_problems({"vm_protection_group_type": kind, argument: None if members == [] else members}))
        self.resource = VirtualMachineProtectionGroupL1(
            self,
            INNER,
            name=name,
            description=description,
            vm_protection_group_type=kind,
            assets_category=assets_category,
        )
        self.resource.set_argument(argument, members)

    @property
    def asset_id(self) -> str:
        """Identifier of the group."""
        return self.resource.id

    @staticmethod
    def from_virtual_machine_protection_group_id(scope: Construct, id_: str, group_id: str) -> roles.Protectable:
        """The group with this identifier; HPE is not asked."""
        return _ExistingGroup(scope, id_, group_id)

    @staticmethod
    def from_virtual_machine_protection_group_name(scope: Construct, id_: str, name: str) -> roles.Protectable:
        """The group with this name, looked up by Terraform."""
        return _ExistingGroup(scope, id_, lambda own: DataVirtualMachineProtectionGroup(own, INNER, name=name).id)


class _ExistingGroup(Existing):
    asset_type = ASSET_TYPE

    @property
    def asset_id(self) -> str:
        return self.identifier


def _membership(
    machines: VirtualMachines | Sequence[VirtualMachine] | None, tags: Sequence[str] | None, folder_id: str | None
) -> tuple[str, str, object]:
    """HPE's type of the group, its argument for the members, and the members."""
    if tags is not None:
        return "DYNAMIC", "dynamic_member_filter", {"members": [{"name": tag} for tag in tags]}
    if folder_id is not None:
        return "NATIVE", "native_app_info", {"id": folder_id, "type": "VMWARE_FOLDER"}
    if isinstance(machines, VirtualMachines):
        return "CUSTOM", "assets", machines.assets
    return "CUSTOM", "assets", [{"id": machine.asset_id, "type": machine.asset_type} for machine in machines or ()]
