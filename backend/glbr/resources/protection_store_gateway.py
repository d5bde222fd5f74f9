"""Protection Store Gateway: a virtual backup appliance that carries protection stores."""

from glbr.definition import Block, Observed, Timestamp, result


class Health(Block):
    """How the gateway is."""

    state: str | None = result("State, such as `PSG_HEALTH_STATE_OK`.")
    state_reason: str | None = result("Short cause of the state.")
    status: str | None = result("`PSG_HEALTH_STATUS_CONNECTED` or `PSG_HEALTH_STATUS_DISCONNECTED`.")


class ProtectionStoreGateway(Observed):
    """A Protection Store Gateway: a virtual machine that takes backups and passes them on to a cloud."""

    collection = "/backup-recovery/v1beta1/protection-store-gateways"
    filterable = ("state", "health/state", "health/status")

    name: str | None = result("Name of the gateway.")
    display_name: str | None = result("Name shown in the console.")
    serial_number: str | None = result("Serial number.")
    software_version: str | None = result("Version of its software.")
    state: str | None = result("Lifecycle state, such as `PSG_STATE_OK`.")
    health: Health | None = result("How the gateway is.")
    vm_id: str | None = result("Identifier of the virtual machine it runs on.")
    data_orchestrator_id: str | None = result("Data Orchestrator that serves it.")
    created_at: Timestamp | None = result("When it was made.")
    resource_uri: str | None = result("API path of the gateway.")
