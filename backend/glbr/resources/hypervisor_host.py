"""Hypervisor host: a machine on which virtual machines run, and a place to restore to."""

from glbr.definition import Block, Observed, Timestamp, result


class Linked(Block):
    """Another object that the host belongs to."""

    id: str | None = result("Identifier.")
    name: str | None = result("Name.")


class Parent(Block):
    """What the host stands in."""

    id: str | None = result("Identifier of the cluster or folder.")
    name: str | None = result("Name of the cluster or folder.")
    type: str | None = result("`CLUSTER`, or `FOLDER` for a host outside of clusters.")


class HypervisorHost(Observed):
    """An ESXi host in the inventory of a vCenter."""

    collection = "/virtualization/v1beta1/hypervisor-hosts"
    filterable = (
        "hostType",
        "state",
        "status",
        "hypervisorManagerInfo/name",
        "hypervisorManagerInfo/displayName",
        "hypervisorManagerInfo/id",
        "version",
        "createdAt",
        "hciClusterUuid",
        "hciServerUuid",
        "name",
        "services",
        "displayName",
        "cpuInfo/processorSpeedHz",
        "cpuInfo/processorSockets",
        "cpuInfo/processorCores",
        "cpuInfo/logicalProcessors",
        "cpuInfo/hyperthreadingActive",
        "cpuSockets/vendor",
        "cpuSockets/cpuBusSpeedHz",
        "cpuSockets/cpuCoreSpeedHz",
        "appInfo/vmware/moref",
    )

    name: str | None = result("Name in the vCenter.")
    display_name: str | None = result("Name shown in the console.")
    network_address: str | None = result("IP address or host name.")
    version: str | None = result("Version of its hypervisor.")
    state: str | None = result("`OK`, `ERROR` or `REFRESHING`.")
    status: str | None = result("Health: `OK`, `WARNING` or `ERROR`.")
    hypervisor_manager_info: Linked | None = result("vCenter.")
    parent_info: Parent | None = result("Cluster or folder that the host stands in.")
    created_at: Timestamp | None = result("When it was first seen.")
    resource_uri: str | None = result("API path of the host.")
