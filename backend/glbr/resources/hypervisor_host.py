"""Hypervisor host: a machine on which virtual machines run, and a place to restore to."""

from glbr.definition import Block, Observed, Timestamp, result
from glbr.resources.parts.inventory import Linked, PlaceInfo


class Parent(Block):
    """What the host stands in."""

    id: str | None = result("Identifier of the cluster or folder.")
    name: str | None = result("Name of the cluster or folder.")
    type: str | None = result("`CLUSTER`, or `FOLDER` for a host outside of clusters.")


class HostProcessors(Block):
    """Processors of the host."""

    processor_sockets: int | None = result("Number of processors.")
    processor_cores: int | None = result("Number of cores.")
    logical_processors: int | None = result("Number of threads that run at once.")
    processor_speed_hz: int | None = result("Speed, Hz.")
    hyperthreading_active: bool | None = result("Whether a core runs two threads at once.")


class HostUse(Block):
    """What the host has and uses."""

    cpu_capacity_in_hz: int | None = result("Speed of all processors, Hz.")
    cpu_usage_in_mhz: int | None = result("Speed in use, MHz.")
    memory_size_in_bytes: int | None = result("Memory, bytes.")
    memory_usage_in_mb: int | None = result("Memory in use, MB.")
    total_storage_in_bytes: int | None = result("Space, bytes.")
    used_storage_in_bytes: int | None = result("Space in use, bytes.")


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
    networks_info: list[str] | None = result("Networks that its machines can be attached to.")
    cpu_info: HostProcessors | None = result("Processors.")
    host_perf_metric_info: HostUse | None = result("What it has and uses.", volatile=True)
    app_info: PlaceInfo | None = result("What the hypervisor alone knows of it.")
    services: list[str] | None = result("Services of HPE GreenLake that see it, such as `backup-and-recovery`.")
    uid: str | None = result("VMware's own identifier of the host.")
    hci_cluster_uuid: str | None = result("Identifier of the HPE SimpliVity cluster that it belongs to.")
    hci_server_uuid: str | None = result("Identifier of the HPE SimpliVity server that it is.")
    created_at: Timestamp | None = result("When it was first seen.")
    resource_uri: str | None = result("API path of the host.")
