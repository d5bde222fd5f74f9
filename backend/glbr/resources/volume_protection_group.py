"""Volume protection group: volumes of one storage array that are protected together."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from glbr.definition import Block, Resource, Timestamp, Tree, Update, argument, changes, result
from glbr.protection.group import volume_group_problems
from glbr.protection.problem import Path, Problem
from glbr.protection.weakening import Weakening, destroyed, group_weakenings
from glbr.resources.parts.inventory import JobInfo


class GroupedVolume(Block):
    """A member."""

    told_apart_by = ("id",)

    id: str = argument("Identifier of the volume.")
    display_name: str | None = result("Name shown in the console.", volatile=True)
    protection_status: str | None = result(
        "`UNPROTECTED`, `LAPSED`, `PENDING`, `PARTIAL`, `PROTECTED` or `PAUSED`.", volatile=True
    )


class NativeGroupInfo(Block):
    """The group on the storage array that is followed."""

    id: str | None = argument(
        "Identifier of the volume collection or application set; HPE fills it in where only the name is given.",
        computed=True,
    )
    name: str | None = argument("Name of it; HPE fills it in where only the identifier is given.", computed=True)
    type: str | None = result("`VOLUME_COLLECTION` or `APPLICATION_SET`.", stable=True)


class GroupStorageSystem(Block):
    """The storage array that holds the volumes."""

    id: str = argument("Identifier of the storage array.")
    name: str | None = result("Name of the storage array.", stable=True)
    type: str | None = result("Kind of the storage array, in HPE's words.", stable=True)
    product_family: str | None = result("Product family of the storage array.", stable=True)


class VolumeProtectionGroup(Resource):
    """Volumes of one storage array, protected together by one job, or copied together by hand.

    A `CUSTOM` group lists its volumes. A `NATIVE` one follows a volume collection or application set of the storage array;
    HPE changes nothing of it, so each change makes a new group.
    """

    collection = "/backup-recovery/v1beta1/volume-protection-groups"
    filterable = ("volumeProtectionGroupType", "createdAt", "name")
    lost_when_replaced = (
        "Where cascade_delete is set, the job that protects the old group and every copy of it are deleted, too."
    )
    kept_while = (
        "A protection job, or copies, still hang on the group. Destroy the job and the copies first. Or, to give up all of "
        "them with the group: set cascade_delete = true, apply, then destroy. Locked copies stay until their lock ends."
    )

    name: str = argument("Name shown in the console.", at_least=1, at_most=255)
    description: str | None = argument("Free-text note.", at_most=255)
    volume_protection_group_type: Literal["NATIVE", "CUSTOM"] = argument("How members are named.", replace=True)
    assets: set[GroupedVolume] | None = argument("Volumes of a `CUSTOM` group.")
    native_group_info: NativeGroupInfo | None = argument(
        "Group that a `NATIVE` group follows.", replace=True, looked_up=True
    )
    storage_system_info: GroupStorageSystem | None = argument(
        "Storage array that holds the volumes; HPE fills it in.", computed=True, replace=True, looked_up=True
    )
    cascade_delete: bool | None = argument(
        "When the group is destroyed, delete the job that protects it, and every snapshot and backup of it, too.",
        default=False,
        sent=False,
        returned=False,
    )

    created_at: Timestamp | None = result("When it was made.", stable=True)
    resource_uri: str | None = result("API path of the group.", stable=True)
    protection_job_info: JobInfo | None = result("Job that protects it.", volatile=True)
    state: str | None = result("Lifecycle state, such as `OK`, `CREATING` or `ERROR`.", volatile=True)
    status: str | None = result("Health: `OK`, `WARNING` or `ERROR`.", volatile=True)

    @classmethod
    def problems(cls, tree: Tree) -> Iterator[Problem]:
        """Each type names its members in its own way."""
        return volume_group_problems(tree)

    @classmethod
    def weakenings(
        cls, prior: Tree, planned: Tree | None, replacing: Sequence[Path], beside: tuple[Tree, Tree]
    ) -> Iterator[Weakening]:
        """Members that leave, and copies that are deleted with the group."""
        del beside
        if planned is None and (lost := cls.lost_if_replaced(prior)):
            yield destroyed("the job that protects it, and every copy of it", lost)
        yield from group_weakenings(prior, planned, replacing, {("assets",): "id"})

    @classmethod
    def lost_if_replaced(cls, prior: Tree) -> str:
        """What `cascade_delete` takes along."""
        if not prior.get("cascade_delete"):
            return ""
        return "cascade_delete is set: the job that protects the old group, and every snapshot and backup of it, are deleted."

    @classmethod
    def managed(cls, tree: Tree, prior: Tree | None, beside: Tree) -> Tree:
        """HPE lists the members of every group; only those of a `CUSTOM` one were written by a person."""
        del prior, beside
        if tree.get("volume_protection_group_type") == "CUSTOM":
            return {**tree, "native_group_info": None}
        return {**tree, "assets": None}

    @classmethod
    def update(cls, prior: Tree, planned: Tree, live: Tree) -> Update:
        """A `NATIVE` group follows the array: HPE takes no change of it."""
        del live
        changed = changes(cls.fields(), prior, planned)
        if changed and planned.get("volume_protection_group_type") == "NATIVE":
            paths = tuple((name,) for name in changed)
            return Update.impossible(paths, "HPE takes no change of a NATIVE volume protection group.")
        return Update.patch(changed)

    @classmethod
    def delete_query(cls, prior: Tree) -> Mapping[str, str]:
        """HPE keeps a group on which something hangs unless told otherwise."""
        return {"cascadedelete": "true"} if prior.get("cascade_delete") else {}
