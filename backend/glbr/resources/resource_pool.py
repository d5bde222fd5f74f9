"""Resource pool: a share of a cluster, in which a restored machine or a gateway can be placed."""

from glbr.definition import Block, Observed, Timestamp, parent, result
from glbr.resources.parts.inventory import Linked, PlaceInfo


class PoolCluster(Block):
    """The cluster whose share the pool is."""

    id: str | None = result("Identifier of the cluster.")
    name: str | None = result("Name of the cluster.")
    moref: str | None = result("The vCenter's own reference to the cluster.")


class PoolOwner(Block):
    """What the pool belongs to."""

    id: str | None = result("Identifier of the cluster or host.")
    name: str | None = result("Name of the cluster or host.")
    type: str | None = result("Kind of the owner.")


class ResourcePool(Observed):
    """A resource pool in the inventory of a vCenter: a place for a gateway, or for a restored machine."""

    collection = "/virtualization/v1beta1/hypervisor-managers/{hypervisor_manager_id}/resource-pools"
    filterable = (
        "state",
        "status",
        "createdAt",
        "name",
        "services",
        "displayName",
        "clusterInfo/id",
        "clusterInfo/name",
        "clusterInfo/displayName",
        "clusterInfo/moref",
    )

    hypervisor_manager_id: str = parent("vCenter that the pool is in.", to="hypervisor_manager")

    name: str | None = result("Name in the vCenter.")
    display_name: str | None = result("Name shown in the console.")
    state: str | None = result("`OK`, `ERROR` or `REFRESHING`.")
    status: str | None = result("Health: `OK`, `WARNING` or `ERROR`.")
    cluster_info: PoolCluster | None = result("Cluster whose share it is.")
    owner_info: PoolOwner | None = result("What it belongs to.")
    child_resource_pools: list[Linked] | None = result("Pools below.")
    hypervisor_manager_info: Linked | None = result("vCenter.")
    app_info: PlaceInfo | None = result("What the hypervisor alone knows of it.")
    services: list[str] | None = result("Services of HPE GreenLake that see it, such as `backup-and-recovery`.")
    created_at: Timestamp | None = result("When it was first seen.")
    resource_uri: str | None = result("API path of the pool.")
