"""Data Orchestrator: the appliance on site that runs the schedules of protection."""

from glbr.definition import Observed, Timestamp, result


class DataOrchestrator(Observed):
    """A Data Orchestrator: a virtual machine that runs protection schedules on site for HPE GreenLake."""

    collection = "/backup-recovery/v1beta1/data-orchestrators"
    filterable = (
        "id",
        "name",
        "interfaces/network/hostname",
        "serialNumber",
        "status",
        "state",
        "connectionState",
        "softwareVersion",
    )

    name: str | None = result("Name of the appliance.")
    display_name: str | None = result("Name shown in the console.")
    serial_number: str | None = result("Serial number.")
    software_version: str | None = result("Version of its software.")
    connection_state: str | None = result("Link to HPE GreenLake: `CONNECTED` or `DISCONNECTED`.")
    state: str | None = result("Lifecycle state, such as `OK` or `DEGRADED`.")
    status: str | None = result("Health: `OK`, `WARNING` or `ERROR`.")
    latest_recovery_point: Timestamp | None = result("When its own catalogue was last protected.")
    created_at: Timestamp | None = result("When it was activated.")
    resource_uri: str | None = result("API path of the appliance.")
