"""Hypervisor cluster: hosts that run their virtual machines together, and a place to restore to."""

from glbr.definition import Block, Observed, Timestamp, result
from glbr.resources.parts.inventory import Linked, PlaceInfo


class ClusterUse(Block):
    """What the cluster has and uses."""

    cpu_capacity_in_mhz: int | None = result("Speed of all processors, MHz.")
    cpu_usage_in_mhz: int | None = result("Speed in use, MHz.")
    memory_size_in_bytes: int | None = result("Memory, bytes.")
    memory_usage_in_mb: int | None = result("Memory in use, MB.")
    total_storage_in_bytes: int | None = result("Space, bytes.")
    used_storage_in_bytes: int | None = result("Space in use, bytes.")


class HypervisorCluster(Observed):
    """A cluster of ESXi hosts in the inventory of a vCenter."""

    collection = "/virtualization/v1beta1/hypervisor-clusters"
    filterable = (
        "clusterType",
        "id",
        "state",
        "hypervisorManagerInfo/name",
        "hypervisorManagerInfo/displayName",
        "hypervisorManagerInfo/id",
        "status",
        "createdAt",
        "hciClusterUuid",
        "name",
        "services",
        "displayName",
        "appInfo/vmware/moref",
    )

    name: str | None = result("Name in the vCenter.")
    display_name: str | None = result("Name shown in the console.")
    state: str | None = result("`OK`, `ERROR` or `REFRESHING`.")
    status: str | None = result("Health: `OK`, `WARNING` or `ERROR`.")
    hypervisor_manager_info: Linked | None = result("vCenter.")
    hypervisor_hosts: list[Linked] | None = result("Hosts of the cluster.")
    networks_info: list[str] | None = result("Networks that its machines can be attached to.")
    cluster_perf_metric_info: ClusterUse | None = result("What it has and uses.", volatile=True)
    app_info: PlaceInfo | None = result("What the hypervisor alone knows of it.")
    services: list[str] | None = result("Services of HPE GreenLake that see it, such as `backup-and-recovery`.")
    hci_cluster_uuid: str | None = result("Identifier of the HPE SimpliVity cluster that it is.")
    created_at: Timestamp | None = result("When it was first seen.")
    resource_uri: str | None = result("API path of the cluster.")
