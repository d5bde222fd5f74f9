"""VM protection group: virtual machines or datastores that are protected together."""

from collections.abc import Iterator, Sequence
from typing import Literal

from glbr.definition import AssetKind, Block, Resource, Timestamp, Tree, argument, result
from glbr.protection.group import group_problems
from glbr.protection.problem import Path, Problem
from glbr.protection.weakening import Weakening, group_weakenings


class Asset(Block):
    """A member."""

    told_apart_by = ("id",)

    id: str = argument("Identifier of the virtual machine or datastore.")
    type: AssetKind = argument("`virtualization/virtual-machine` or `virtualization/datastore`.")


class NativeAppInfo(Block):
    """The object whose content is the group."""

    id: str = argument("Identifier of the folder, vVol container or replication group.")
    type: Literal["VMWARE_FOLDER", "VMWARE_VVOL_CONTAINER", "STORAGE_REPLICATION_GROUP"] = argument(
        "Kind of that object."
    )


class Tag(Block):
    """A vSphere tag; every virtual machine that carries it is a member."""

    told_apart_by = ("name",)
    named_once = False  # tags of two categories may have one name: then the path tells

    name: str = argument("Name of the tag.")
    resource_uri: str | None = argument(
        "API path of the tag, where the name alone does not tell; HPE fills it in.", computed=True
    )
    type: AssetKind | None = argument(
        "Kind of the tag, `virtualization/hypervisor-tag`; HPE fills it in.", computed=True
    )


class DynamicMemberFilter(Block):
    """Tags that decide who is a member."""

    type: str | None = argument("Kind of the filter.")
    members: list[Tag] = argument("Tags.")


class VirtualMachineProtectionGroup(Resource):
    """Virtual machines or datastores protected together by one job.

    A `CUSTOM` group lists its members, a `NATIVE` one follows a folder, vVol container or replication group, a `DYNAMIC`
    one follows tags. HPE cannot change the type, the category or the native object of a group.
    """

    collection = "/backup-recovery/v1beta1/virtual-machine-protection-groups"
    filterable = (
        "hypervisorManagerInfo/name",
        "hypervisorManagerInfo/id",
        "vmProtectionGroupType",
        "dataOrchestratorInfo/id",
        "createdAt",
        "name",
    )

    name: str = argument("Name shown in the console.", at_least=1, at_most=255)
    description: str | None = argument("Free-text note.", at_most=255)
    vm_protection_group_type: Literal["NATIVE", "CUSTOM", "DYNAMIC"] = argument("How members are named.", replace=True)
    assets_category: Literal["VVOL_VMS", "VMFS_DATASTORES", "VMFS_VMS"] = argument("Kind of member.", replace=True)
    assets: set[Asset] | None = argument("Members of a `CUSTOM` group.")
    native_app_info: NativeAppInfo | None = argument(
        "Object that a `NATIVE` group follows.", replace=True, looked_up=True
    )
    dynamic_member_filter: DynamicMemberFilter | None = argument("Tags that a `DYNAMIC` group follows.")

    created_at: Timestamp | None = result("When it was made.", stable=True)
    resource_uri: str | None = result("API path of the group.", stable=True)
    state: str | None = result("Lifecycle state, such as `OK`, `CREATING` or `ERROR`.", volatile=True)
    status: str | None = result("Health: `OK`, `WARNING` or `ERROR`.", volatile=True)

    @classmethod
    def problems(cls, tree: Tree) -> Iterator[Problem]:
        """Each type names its members in its own way."""
        return group_problems(tree)

    @classmethod
    def weakenings(
        cls, prior: Tree, planned: Tree | None, replacing: Sequence[Path], beside: tuple[Tree, Tree]
    ) -> Iterator[Weakening]:
        """Members that leave."""
        del beside
        return group_weakenings(
            prior, planned, replacing, {("assets",): "id", ("dynamic_member_filter", "members"): "name"}
        )

    @classmethod
    def managed(cls, tree: Tree, prior: Tree | None, beside: Tree) -> Tree:
        """HPE lists the members of every group; only those of a `CUSTOM` one were written by a person."""
        del prior, beside
        return tree if tree.get("vm_protection_group_type") == "CUSTOM" else {**tree, "assets": None}
