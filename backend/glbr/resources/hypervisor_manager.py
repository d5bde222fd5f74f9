"""Hypervisor manager: a vCenter, from which HPE GreenLake knows what there is to protect."""

from glbr.definition import Block, Observed, Timestamp, result


class Orchestrator(Block):
    """The Data Orchestrator that talks to the vCenter."""

    id: str | None = result("Identifier of the Data Orchestrator.")


class HypervisorManager(Observed):
    """A vCenter that is registered with HPE GreenLake."""

    collection = "/virtualization/v1beta1/hypervisor-managers"
    filterable = (
        "hypervisorManagerType",
        "state",
        "status",
        "releaseVersion",
        "createdAt",
        "name",
        "services",
        "dataOrchestratorInfo/id",
        "username",
        "networkAddress",
        "displayName",
    )

    name: str | None = result("Name of the vCenter.")
    display_name: str | None = result("Name shown in the console.")
    description: str | None = result("Free-text note.")
    network_address: str | None = result("IP address or host name.")
    release_version: str | None = result("Version of the vCenter.")
    state: str | None = result("Lifecycle state.")
    status: str | None = result("Health: `OK`, `WARNING` or `ERROR`.")
    services: list[str] | None = result("Services of HPE GreenLake that use it, such as `backup-and-recovery`.")
    data_orchestrator_info: Orchestrator | None = result("Data Orchestrator that talks to it.")
    last_refreshed: Timestamp | None = result("When its inventory was last read.")
    created_at: Timestamp | None = result("When it was registered.")
    resource_uri: str | None = result("API path of the vCenter.")
