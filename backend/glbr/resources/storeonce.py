"""StoreOnce: an HPE backup appliance that carries protection stores."""

from collections.abc import Mapping

from glbr.definition import Block, Resource, Timestamp, Tree, Update, argument, changes, result, secret


class StoreonceLogin(Block):
    """Who registers the appliance. HPE takes it at the registration only and never tells it back."""

    username: str = secret("Login name of an administrator of the appliance.", once=True)
    password: str = secret("Password.", once=True)


class Health(Block):
    """How the appliance is."""

    state: str | None = result("State, such as `SO_HEALTH_STATE_OK`.")
    state_reason: str | None = result("Short cause of the state.")
    status: str | None = result("`SO_HEALTH_STATUS_CONNECTED` or `SO_HEALTH_STATUS_DISCONNECTED`.")


class Storage(Block):
    """Space of the appliance. Only space that is configured and licensed can hold stores."""

    state: str | None = result("Health of the space: `OK`, `WARNING` or `ERROR`.")
    configured_storage_bytes: int | None = result("Space set up for stores, bytes.")
    unconfigured_storage_bytes: int | None = result("Space that no store can use yet, bytes.")
    capacity_licensed_bytes: int | None = result("Space that is licensed, bytes.")
    capacity_unlicensed_bytes: int | None = result("Space without a licence, bytes.")
    free_bytes: int | None = result("Space left, bytes.")
    used_bytes: int | None = result("Space used, bytes.")


class ServerAddress(Block):
    """A server that the appliance asks."""

    network_address: str | None = result("IP address or host name.")


class StoreonceAdapter(Block):
    """A network adapter of the appliance."""

    id: str | None = result("Identifier.")
    network_name: str | None = result("Network it is in.")
    network_type: str | None = result("Where its address comes from: `DHCP` or `STATIC`.")
    network_address: str | None = result("IPv4 address.")
    network_index: int | None = result("Its place among the adapters, from 0.")
    gateway: str | None = result("Address of the gateway.")


class StoreonceNetwork(Block):
    """How the appliance is connected."""

    hostname: str | None = result("Host name.")
    nics: list[StoreonceAdapter] | None = result("Network adapters.")
    dns: list[ServerAddress] | None = result("DNS servers.")
    ntp: list[ServerAddress] | None = result("Time servers.")


class StoreonceClock(Block):
    """The clock of the appliance."""

    method_date_time_set: str | None = result("`NTP` or `MANUAL`.")
    timezone: str | None = result("Time zone.")


class Initiator(Block):
    """A Fibre Channel initiator that the appliance sees."""

    id: str | None = result("Identifier.")
    fcid: str | None = result("Address in the storage network.")
    online: str | None = result("Whether it is there.")
    wwnn: str | None = result("World-wide name of the node.")
    wwpn: str | None = result("World-wide name of the port.")


class ServingOrchestrator(Block):
    """A Data Orchestrator that works with the appliance."""

    id: str | None = result("Identifier.")
    name: str | None = result("Name.")
    serial_number: str | None = result("Serial number.")


class Storeonce(Resource):
    """A StoreOnce backup appliance that is registered with HPE GreenLake.

    Destroying it takes the appliance out of HPE GreenLake, and a change of its serial number or name does so before it
    registers the other: the stores on it, and every recovery point in them, cannot be reached any more.

    The login is taken at the registration only: a change of it is noted and not sent, and an imported appliance needs
    none. HPE tells the network of an appliance, not the address it was given: an import takes the host name, or else
    the address of the first network adapter, for `network_address`; where another one was written, the first plan after
    the import sends that once more.
    """

    collection = "/backup-recovery/v1beta1/storeonces"
    sortable = False
    lost_when_replaced = "The stores on the old appliance, and every recovery point in them, are lost to HPE GreenLake."
    kept_while = (
        "The appliance still carries protection stores. Destroy them first, and what uses them: policies and jobs. For an "
        "appliance that can no longer be reached, set force = true, apply, then destroy: the stores on it are given up."
    )

    network_address: str = argument("IP address or host name of the appliance.", returned=False)
    serial_number: str = argument("Serial number of the appliance.", replace=True)
    credentials: StoreonceLogin = argument(
        "Login by which the appliance is registered. Needed at the registration only.", returned=False
    )
    name: str | None = argument(
        "Name of the appliance; HPE chooses one when left out.", computed=True, replace=True, at_most=255
    )
    description: str | None = argument("Free-text note.", at_most=255)
    force: bool | None = argument(
        "Allow the appliance to be taken out although it carries stores, or cannot be reached. Every recovery point in its "
        "stores is lost to HPE GreenLake.",
        default=False,
        sent=False,
        returned=False,
    )

    created_at: Timestamp | None = result("When it was registered.", stable=True)
    resource_uri: str | None = result("API path of the appliance.", stable=True)
    software_version: str | None = result("Version of its software.", volatile=True)
    health: Health | None = result("How the appliance is.", volatile=True)
    storage: Storage | None = result("Space of the appliance.", volatile=True)
    network: StoreonceNetwork | None = result("How the appliance is connected.", volatile=True)
    date_time: StoreonceClock | None = result("Clock of the appliance.", volatile=True)
    iscsi_initiator_name: str | None = result("iSCSI name of the appliance.", volatile=True)
    fibre_channel_initiators: list[Initiator] | None = result(
        "Fibre Channel initiators that the appliance sees.", read_from="fibreChannel.initiators", volatile=True
    )
    data_orchestrators: list[ServingOrchestrator] | None = result(
        "Data Orchestrators that work with the appliance.", volatile=True
    )

    @classmethod
    def twin(cls, planned: Tree) -> Mapping[str, object]:
        """An appliance is registered once: by its serial number."""
        return {"serialNumber": planned.get("serial_number")}

    @classmethod
    def managed(cls, tree: Tree, prior: Tree | None, beside: Tree) -> Tree:
        """Only an import has to guess the address: a name that was written need not be the one the appliance has."""
        del beside
        return tree if prior is not None else {**tree, "network_address": _reached_at(tree.get("network"))}

    @classmethod
    def update(cls, prior: Tree, planned: Tree, live: Tree) -> Update:
        """HPE takes a note and an address, and wants the address in every change; a login is for the registration."""
        del live
        changed = changes(cls.fields(), prior, planned)
        changed.pop("credentials", None)
        return Update.patch(changed and {**changed, "network_address": planned.get("network_address")})


def _reached_at(network: object) -> object:
    """The address that somebody has most likely registered an appliance by."""
    if not isinstance(network, Mapping):
        return None
    adapters = [adapter for adapter in network.get("nics") or [] if isinstance(adapter, Mapping)]
    addresses = [adapter["network_address"] for adapter in adapters if adapter.get("network_address")]
    return network.get("hostname") or next(iter(addresses), None)
