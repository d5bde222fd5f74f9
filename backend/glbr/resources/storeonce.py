"""StoreOnce: an HPE backup appliance that carries protection stores."""

from glbr.definition import Block, Observed, Timestamp, result


class Health(Block):
    """How the appliance is."""

    state: str | None = result("State, such as `SO_HEALTH_STATE_OK`.")
    state_reason: str | None = result("Short cause of the state.")
    status: str | None = result("`SO_HEALTH_STATUS_CONNECTED` or `SO_HEALTH_STATUS_DISCONNECTED`.")


class Storage(Block):
    """Space of the appliance."""

    configured_storage_bytes: int | None = result("Space set up for stores, bytes.")
    free_bytes: int | None = result("Space left, bytes.")
    used_bytes: int | None = result("Space used, bytes.")


class Storeonce(Observed):
    """A StoreOnce backup appliance that is registered with HPE GreenLake."""

    collection = "/backup-recovery/v1beta1/storeonces"

    name: str | None = result("Name of the appliance.")
    description: str | None = result("Free-text note.")
    serial_number: str | None = result("Serial number.")
    software_version: str | None = result("Version of its software.")
    health: Health | None = result("How the appliance is.")
    storage: Storage | None = result("Space of the appliance.")
    created_at: Timestamp | None = result("When it was registered.")
    resource_uri: str | None = result("API path of the appliance.")
