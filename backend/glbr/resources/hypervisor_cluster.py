"""Hypervisor cluster: hosts that run their virtual machines together, and a place to restore to."""

from glbr.definition import Block, Observed, Timestamp, result


class Linked(Block):
    """Another object that goes with the cluster."""

    id: str | None = result("Identifier.")
    name: str | None = result("Name.")


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
    created_at: Timestamp | None = result("When it was first seen.")
    resource_uri: str | None = result("API path of the cluster.")
