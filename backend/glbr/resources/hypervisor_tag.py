"""Hypervisor tag: a mark on machines in a vCenter; a protection group can follow some."""

from glbr.definition import AssetKind, Block, Observed, Timestamp, parent, result
from glbr.resources.parts.inventory import Linked


class TaggedObject(Block):
    """What carries the tag."""

    id: str | None = result("Identifier.")
    type: AssetKind | None = result("Kind, such as `virtualization/virtual-machine`.")
    resource_uri: str | None = result("API path.")


class HypervisorTag(Observed):
    """A vSphere tag. A `DYNAMIC` protection group follows some: every machine that carries one is a member."""

    collection = "/virtualization/v1beta1/hypervisor-managers/{hypervisor_manager_id}/tags"
    filterable = (
        "state",
        "createdAt",
        "name",
        "services",
        "displayName",
        "associatedResources/id",
        "categoryName",
    )

    hypervisor_manager_id: str = parent("vCenter that the tag is in.", to="hypervisor_manager")

    name: str | None = result("Name in the vCenter.")
    display_name: str | None = result("Name shown in the console.")
    category_name: str | None = result("Category of the tag.")
    state: str | None = result("`OK` or `DELETED`.")
    uid: str | None = result("The vCenter's own identifier of the tag.")
    associated_resources: list[TaggedObject] | None = result("What carries it.")
    vm_protection_groups_info: list[Linked] | None = result("Protection groups that follow it.")
    hypervisor_manager_info: Linked | None = result("vCenter.")
    services: list[str] | None = result("Services of HPE GreenLake that see it, such as `backup-and-recovery`.")
    created_at: Timestamp | None = result("When it was first seen.")
    resource_uri: str | None = result("API path of the tag.")
