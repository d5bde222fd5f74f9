"""Virtual machines, or datastores, that are protected together."""

from collections.abc import Sequence
from typing import Final, Literal, TypeAlias

from constructs import Construct

from glbr.protection.group import MEMBERS, category_problems, group_problems
from glbr_constructs import roles
from glbr_constructs.assets.datastore import Datastore
from glbr_constructs.assets.place import HypervisorFolder
from glbr_constructs.assets.virtual_machine import VirtualMachine, VirtualMachines
from glbr_constructs.existing import Existing
from glbr_constructs.given import Given
from glbr_constructs.groups.membership import Group, Membership, one_way
from glbr_constructs.l1.virtual_machine_protection_group import (
    DataVirtualMachineProtectionGroup,
)
from glbr_constructs.l1.virtual_machine_protection_group import (
    VirtualMachineProtectionGroup as VirtualMachineProtectionGroupL1,
)
from glbr_constructs.synthesis.resource import INNER

ASSET_TYPE: Final = "backup-recovery/virtual-machine-protection-group"

Category: TypeAlias = Literal["VMFS_VMS", "VVOL_VMS", "VMFS_DATASTORES"]
"""Kind of member, in HPE's words."""

_MACHINES: Final[Membership[VirtualMachine | Datastore]] = Membership(
    argument="assets",
    kind=VirtualMachine,
    plural="virtual machines",
    cure="VirtualMachine.from_virtual_machine_name(...)",
    identify=lambda member: member.asset_id,
    entry=lambda member: {"id": member.asset_id, "type": member.asset_type},
)
_DATASTORES: Final[Membership[VirtualMachine | Datastore]] = Membership(
    argument="assets",
    kind=Datastore,
    plural="datastores",
    cure="Datastore.from_datastore_name(...)",
    identify=lambda member: member.asset_id,
    entry=lambda member: {"id": member.asset_id, "type": member.asset_type},
)

_LIST_MARK: Final = "#{"
"""How the one item starts by which the CDK stands for a list that only Terraform knows."""


class VirtualMachineProtectionGroup(Group[VirtualMachineProtectionGroupL1, VirtualMachine | Datastore]):
    """A VM protection group: machines or datastores named one by one or looked up, or all of a vSphere tag, or of a folder.

    Example:
        erp = VirtualMachine.from_virtual_machine_name(self, "erp", "erp-db-01")
        group = VirtualMachineProtectionGroup(self, "group", name="erp", virtual_machines=[erp])
        group.add_member(VirtualMachine.from_virtual_machine_name(self, "web", "erp-web-01"))
        VirtualMachineProtectionGroup(self, "gold", name="gold", tags=["gold"])
    """

    asset_type: str = ASSET_TYPE

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        name: str,
        virtual_machines: VirtualMachines | Sequence[VirtualMachine] | None = None,
        datastores: Sequence[Datastore] | None = None,
        tags: Sequence[str] | None = None,
        folder: HypervisorFolder | None = None,
        vvol_container_id: str | None = None,
        replication_group_id: str | None = None,
        description: str | None = None,
        assets_category: Category | None = None,
    ) -> None:
        """Describe it. Exactly one argument names the members.

        Args:
            scope: Where the construct belongs.
            id_: Name of the construct in that place.
            name: Name shown in the console.
            virtual_machines: The members, listed or looked up by conditions.
            datastores: The members, as a group of datastores.
            tags: Names of vSphere tags: HPE takes every machine that carries one.
            folder: A vSphere folder: HPE takes every machine in it.
            vvol_container_id: Identifier of a vVol container: HPE takes every machine in it.
            replication_group_id: Identifier of a replication group of an array: HPE takes every machine in it.
            description: Free-text note.
            assets_category: Kind of member: `VMFS_VMS`, `VVOL_VMS` for machines on virtual volumes, `VMFS_DATASTORES`.
                `VMFS_DATASTORES` when `datastores` are given, else `VMFS_VMS`.

        Raises:
            Refused: no way of naming members was given, or several were, or an argument is wrong.
        """
        super().__init__(scope, id_)
        given = Given.to("making group", self)
        given.text("name", name, "the name shown in the console, such as 'erp'", at_most=255)
        given.note(description)
        self._named_by = one_way(
            given,
            {
                "virtual_machines": virtual_machines,
                "datastores": datastores,
                "tags": tags,
                "folder": folder,
                "vvol_container_id": vvol_container_id,
                "replication_group_id": replication_group_id,
            },
        )
        category = assets_category or ("VMFS_VMS" if datastores is None else "VMFS_DATASTORES")
        given.choice("assets_category", category, tuple(MEMBERS))
        self._membership = _MACHINES if datastores is None else _DATASTORES
        if isinstance(virtual_machines, VirtualMachines):
            kind, argument, members = "CUSTOM", "assets", _looked_up(given, category, virtual_machines)
            self._named_by = "conditions, under which they are looked up"
        elif virtual_machines is not None or datastores is not None:
            listed = virtual_machines if datastores is None else datastores
            self._members = self._membership.listed(given, self._named_by, listed or ())
            given.sound(category_problems(category, self._members[0].asset_type))
            kind, argument, members = "CUSTOM", "assets", [self._membership.entry(one) for one in self._members]
        elif tags is not None:
            kind, argument, members = "DYNAMIC", "dynamic_member_filter", _tagged(given, tags)
        else:
            followed = _followed(given, folder, vvol_container_id, replication_group_id)
            kind, argument, members = "NATIVE", "native_app_info", followed
        given.sound(group_problems({"vm_protection_group_type": kind, argument: members}))
        self.resource = VirtualMachineProtectionGroupL1(
            self,
            INNER,
            name=name,
            description=description,
            vm_protection_group_type=kind,
            assets_category=category,
        )
        self.resource.set_argument(argument, members)

    @property
    def asset_id(self) -> str:
        """Identifier of the group."""
        return self.resource.id

    @staticmethod
    def from_virtual_machine_protection_group_id(scope: Construct, id_: str, group_id: str) -> roles.Protectable:
        """The group with this identifier; HPE is not asked."""
        return _ExistingVirtualMachineProtectionGroup(scope, id_, group_id)

    @staticmethod
    def from_virtual_machine_protection_group_name(scope: Construct, id_: str, name: str) -> roles.Protectable:
        """The group with this name, looked up by Terraform."""
        return _ExistingVirtualMachineProtectionGroup(
            scope, id_, lambda own: DataVirtualMachineProtectionGroup(own, INNER, name=name).id, name=name
        )


class _ExistingVirtualMachineProtectionGroup(Existing):
    asset_type: str = ASSET_TYPE

    @property
    def asset_id(self) -> str:
        return self.identifier


def _looked_up(given: Given, category: str, machines: VirtualMachines) -> object:
    """Machines that Terraform finds. One that finds none is for the review to tell."""
    given.sound(category_problems(category, VirtualMachine.asset_type))
    return machines.assets


def _tagged(given: Given, tags: Sequence[str]) -> dict[str, object]:
    given.several("tags", tags, "a list of names of vSphere tags, such as ['gold']; name at least one tag", at_least=1)
    for tag in tags:
        given.text("tags", tag, "names of vSphere tags, such as 'gold'")
        if tag.startswith(_LIST_MARK):
            raise given.refused(
                "tags is a list that only Terraform knows, and HPE wants each tag by itself",
                "Allowed: a list of texts, of which each may be a value of Terraform: tags=[one.string_value]",
            )
    given.unlike("tags", tags)
    return {"members": [{"name": tag} for tag in tags]}


def _followed(
    given: Given, folder: HypervisorFolder | None, vvol_container_id: str | None, replication_group_id: str | None
) -> dict[str, object]:
    """The object whose machines are the group."""
    if folder is not None:
        cure = "HypervisorFolder.from_hypervisor_folder_name(...)"
        given.instance("folder", folder, (HypervisorFolder,), "a folder of a vCenter", cure)
        return {"id": folder.hypervisor_folder_id, "type": "VMWARE_FOLDER"}
    if vvol_container_id is not None:
        given.text("vvol_container_id", vvol_container_id, "HPE's identifier of the vVol container")
        return {"id": vvol_container_id, "type": "VMWARE_VVOL_CONTAINER"}
    given.text("replication_group_id", replication_group_id, "HPE's identifier of the replication group")
    return {"id": replication_group_id, "type": "STORAGE_REPLICATION_GROUP"}
