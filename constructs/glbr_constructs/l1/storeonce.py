# Generated from glbr/resources/storeonce.py by `python -m glbr.views.generate_l1`: do not edit.
# ruff: noqa: A002 - arguments have HPE's names, and HPE says id and type.
"""Storeonce: the same arguments and attributes as in Terraform."""

from dataclasses import dataclass
from typing import ClassVar

from constructs import Construct

from glbr_constructs.synthesis import kinds
from glbr_constructs.synthesis.arguments import Flag, Nested, One
from glbr_constructs.synthesis.attributes import Reference, each, flag, number, one, text
from glbr_constructs.synthesis.meta import Connection, Count, DependsOn, ForEach, Lifecycle, ProviderBlock, Provisioners
from glbr_constructs.synthesis.resource import DataSource, Resource


class StoreonceStoreonceLoginReference(Reference):
    """Who registers the appliance. HPE takes it at the registration only and never tells it back."""

    username = text()
    password = text()


class StoreonceTimeoutsReference(Reference):
    """How long Terraform waits for HPE to finish. What HPE has begun goes on all the same."""

    create = text()
    update = text()
    delete = text()


@dataclass(frozen=True, slots=True, kw_only=True)
class StoreonceStoreonceLogin(Nested):
    """Who registers the appliance. HPE takes it at the registration only and never tells it back.

    Attributes:
        username: Login name of an administrator of the appliance.
        username_wo: Login name of an administrator of the appliance. Write-only: kept in no plan and no state; needs
            Terraform 1.11.
        password: Password.
        password_wo: Password. Write-only: kept in no plan and no state; needs Terraform 1.11.
    """

    shape: ClassVar = {
        "username": kinds.text,
        "username_wo": kinds.text,
        "password": kinds.text,
        "password_wo": kinds.text,
    }

    username: str | None = None
    username_wo: str | None = None
    password: str | None = None
    password_wo: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoreonceTimeouts(Nested):
    """How long Terraform waits for HPE to finish. What HPE has begun goes on all the same.

    Attributes:
        create: Wait this long for it to be made, such as `30m`; `60m` when left out.
        update: Wait this long for a change; `60m` when left out.
        delete: Wait this long for its removal; `60m` when left out.
    """

    shape: ClassVar = {"create": kinds.text, "update": kinds.text, "delete": kinds.text}

    create: str | None = None
    update: str | None = None
    delete: str | None = None


class Storeonce(Resource):
    """A StoreOnce backup appliance that is registered with HPE GreenLake.

    Destroying it takes the appliance out of HPE GreenLake, and a change of its serial number or name does so before it
    registers the other: the stores on it, and every recovery point in them, cannot be reached any more.

    The login is taken at the registration only: a change of it is noted and not sent, and an imported appliance needs
    none. HPE tells the network of an appliance, not the address it was given: an import takes the host name, or else
    the address of the first network adapter, for `network_address`; where another one was written, the first plan after
    the import sends that once more.
    """

    terraform_type: ClassVar = "glbr_storeonce"

    shape: ClassVar = {
        "network_address": kinds.text,
        "serial_number": kinds.text,
        "credentials": StoreonceStoreonceLogin.of,
        "name": kinds.text,
        "description": kinds.text,
        "force": kinds.flag,
        "timeouts": StoreonceTimeouts.of,
    }

    id = text()
    """Identifier made by HPE."""

    network_address = text()
    serial_number = text()
    credentials = one(StoreonceStoreonceLoginReference)
    name = text()
    description = text()
    force = flag()
    created_at = text()
    """When it was registered."""

    resource_uri = text()
    """API path of the appliance."""

    timeouts = one(StoreonceTimeoutsReference)

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        network_address: str,
        serial_number: str,
        credentials: One[StoreonceStoreonceLogin],
        name: str | None = None,
        description: str | None = None,
        force: Flag | None = None,
        timeouts: One[StoreonceTimeouts] | None = None,
        count: Count | None = None,
        depends_on: DependsOn | None = None,
        for_each: ForEach | None = None,
        lifecycle: Lifecycle | None = None,
        provider: ProviderBlock | None = None,
        connection: Connection | None = None,
        provisioners: Provisioners | None = None,
    ) -> None:
        """Describe it.

        Args:
            scope: Where the construct belongs.
            id_: Name of the construct in that place.
            network_address: IP address or host name of the appliance.
            serial_number: Serial number of the appliance.
            credentials: Login by which the appliance is registered. Needed at the registration only.
            name: Name of the appliance; HPE chooses one when left out.
            description: Free-text note.
            force: Allow the appliance to be taken out although it carries stores, or cannot be reached. Every recovery
                point in its stores is lost to HPE GreenLake. Default: `False`.
            timeouts: How long to wait for HPE.
            count: How many of it there are.
            depends_on: What must be there first, where no reference says so.
            for_each: One for each entry of a list or map.
            lifecycle: How Terraform replaces and destroys it: `{"prevent_destroy": True}`.
            provider: Provider block that manages it, where there are several.
            connection: How provisioners reach a machine.
            provisioners: What Terraform runs on a machine once the object is made.
        """
        super().__init__(
            scope,
            id_,
            {
                "network_address": network_address,
                "serial_number": serial_number,
                "credentials": credentials,
                "name": name,
                "description": description,
                "force": force,
                "timeouts": timeouts,
            },
            count=count,
            depends_on=depends_on,
            for_each=for_each,
            lifecycle=lifecycle,
            provider=provider,
            connection=connection,
            provisioners=provisioners,
        )


class DataStoreonceHealthReference(Reference):
    """How the appliance is."""

    state = text()
    """State, such as `SO_HEALTH_STATE_OK`."""

    state_reason = text()
    """Short cause of the state."""

    status = text()
    """`SO_HEALTH_STATUS_CONNECTED` or `SO_HEALTH_STATUS_DISCONNECTED`."""


class DataStoreonceStorageReference(Reference):
    """Space of the appliance. Only space that is configured and licensed can hold stores."""

    state = text()
    """Health of the space: `OK`, `WARNING` or `ERROR`."""

    configured_storage_bytes = number()
    """Space set up for stores, bytes."""

    unconfigured_storage_bytes = number()
    """Space that no store can use yet, bytes."""

    capacity_licensed_bytes = number()
    """Space that is licensed, bytes."""

    capacity_unlicensed_bytes = number()
    """Space without a licence, bytes."""

    free_bytes = number()
    """Space left, bytes."""

    used_bytes = number()
    """Space used, bytes."""


class DataStoreonceStoreonceAdapterReference(Reference):
    """A network adapter of the appliance."""

    id = text()
    """Identifier."""

    network_name = text()
    """Network it is in."""

    network_type = text()
    """Where its address comes from: `DHCP` or `STATIC`."""

    network_address = text()
    """IPv4 address."""

    network_index = number()
    """Its place among the adapters, from 0."""

    gateway = text()
    """Address of the gateway."""


class DataStoreonceServerAddressReference(Reference):
    """A server that the appliance asks."""

    network_address = text()
    """IP address or host name."""


class DataStoreonceStoreonceNetworkReference(Reference):
    """How the appliance is connected."""

    hostname = text()
    """Host name."""

    nics = each(DataStoreonceStoreonceAdapterReference)
    """Network adapters."""

    dns = each(DataStoreonceServerAddressReference)
    """DNS servers."""

    ntp = each(DataStoreonceServerAddressReference)
    """Time servers."""


class DataStoreonceStoreonceClockReference(Reference):
    """The clock of the appliance."""

    method_date_time_set = text()
    """`NTP` or `MANUAL`."""

    timezone = text()
    """Time zone."""


class DataStoreonceInitiatorReference(Reference):
    """A Fibre Channel initiator that the appliance sees."""

    id = text()
    """Identifier."""

    fcid = text()
    """Address in the storage network."""

    online = text()
    """Whether it is there."""

    wwnn = text()
    """World-wide name of the node."""

    wwpn = text()
    """World-wide name of the port."""


class DataStoreonceServingOrchestratorReference(Reference):
    """A Data Orchestrator that works with the appliance."""

    id = text()
    """Identifier."""

    name = text()
    """Name."""

    serial_number = text()
    """Serial number."""


class DataStoreonce(DataSource):
    """A StoreOnce backup appliance that is registered with HPE GreenLake.

    Destroying it takes the appliance out of HPE GreenLake, and a change of its serial number or name does so before it
    registers the other: the stores on it, and every recovery point in them, cannot be reached any more.

    The login is taken at the registration only: a change of it is noted and not sent, and an imported appliance needs
    none. HPE tells the network of an appliance, not the address it was given: an import takes the host name, or else
    the address of the first network adapter, for `network_address`; where another one was written, the first plan after
    the import sends that once more.
    """

    terraform_type: ClassVar = "glbr_storeonce"

    shape: ClassVar = {"id": kinds.text, "name": kinds.text}

    id = text()
    serial_number = text()
    """Serial number of the appliance."""

    name = text()
    description = text()
    """Free-text note."""

    created_at = text()
    """When it was registered."""

    resource_uri = text()
    """API path of the appliance."""

    software_version = text()
    """Version of its software."""

    health = one(DataStoreonceHealthReference)
    """How the appliance is."""

    storage = one(DataStoreonceStorageReference)
    """Space of the appliance."""

    network = one(DataStoreonceStoreonceNetworkReference)
    """How the appliance is connected."""

    date_time = one(DataStoreonceStoreonceClockReference)
    """Clock of the appliance."""

    iscsi_initiator_name = text()
    """iSCSI name of the appliance."""

    fibre_channel_initiators = each(DataStoreonceInitiatorReference)
    """Fibre Channel initiators that the appliance sees."""

    data_orchestrators = each(DataStoreonceServingOrchestratorReference)
    """Data Orchestrators that work with the appliance."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        id: str | None = None,
        name: str | None = None,
        count: Count | None = None,
        depends_on: DependsOn | None = None,
        for_each: ForEach | None = None,
        lifecycle: Lifecycle | None = None,
        provider: ProviderBlock | None = None,
    ) -> None:
        """Describe it.

        Args:
            scope: Where the construct belongs.
            id_: Name of the construct in that place.
            id: Identifier made by HPE.
            name: Name of the appliance; HPE chooses one when left out.
            count: How many of it there are.
            depends_on: What must be there first, where no reference says so.
            for_each: One for each entry of a list or map.
            lifecycle: How Terraform replaces and destroys it: `{"prevent_destroy": True}`.
            provider: Provider block that manages it, where there are several.
        """
        super().__init__(
            scope,
            id_,
            {
                "id": id,
                "name": name,
            },
            count=count,
            depends_on=depends_on,
            for_each=for_each,
            lifecycle=lifecycle,
            provider=provider,
        )


class DataStoreonceReference(Reference):
    """A StoreOnce backup appliance that is registered with HPE GreenLake.

    Destroying it takes the appliance out of HPE GreenLake, and a change of its serial number or name does so before it
    registers the other: the stores on it, and every recovery point in them, cannot be reached any more.

    The login is taken at the registration only: a change of it is noted and not sent, and an imported appliance needs
    none. HPE tells the network of an appliance, not the address it was given: an import takes the host name, or else
    the address of the first network adapter, for `network_address`; where another one was written, the first plan after
    the import sends that once more.
    """

    id = text()
    """Identifier made by HPE."""

    serial_number = text()
    """Serial number of the appliance."""

    name = text()
    """Name of the appliance; HPE chooses one when left out."""

    description = text()
    """Free-text note."""

    created_at = text()
    """When it was registered."""

    resource_uri = text()
    """API path of the appliance."""

    software_version = text()
    """Version of its software."""

    health = one(DataStoreonceHealthReference)
    """How the appliance is."""

    storage = one(DataStoreonceStorageReference)
    """Space of the appliance."""

    network = one(DataStoreonceStoreonceNetworkReference)
    """How the appliance is connected."""

    date_time = one(DataStoreonceStoreonceClockReference)
    """Clock of the appliance."""

    iscsi_initiator_name = text()
    """iSCSI name of the appliance."""

    fibre_channel_initiators = each(DataStoreonceInitiatorReference)
    """Fibre Channel initiators that the appliance sees."""

    data_orchestrators = each(DataStoreonceServingOrchestratorReference)
    """Data Orchestrators that work with the appliance."""


class DataStoreonces(DataSource):
    """Every storeonce that the API client may see, or those that meet all `filters`."""

    terraform_type: ClassVar = "glbr_storeonces"

    shape: ClassVar = {"limit": kinds.whole}

    limit = number()
    items = each(DataStoreonceReference)
    """What was found, by name. Each has the attributes of `glbr_storeonce`."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        limit: float | None = None,
        count: Count | None = None,
        depends_on: DependsOn | None = None,
        for_each: ForEach | None = None,
        lifecycle: Lifecycle | None = None,
        provider: ProviderBlock | None = None,
    ) -> None:
        """Describe it.

        Args:
            scope: Where the construct belongs.
            id_: Name of the construct in that place.
            limit: Take at most so many: those that HPE lists first.
            count: How many of it there are.
            depends_on: What must be there first, where no reference says so.
            for_each: One for each entry of a list or map.
            lifecycle: How Terraform replaces and destroys it: `{"prevent_destroy": True}`.
            provider: Provider block that manages it, where there are several.
        """
        super().__init__(
            scope,
            id_,
            {
                "limit": limit,
            },
            count=count,
            depends_on=depends_on,
            for_each=for_each,
            lifecycle=lifecycle,
            provider=provider,
        )
