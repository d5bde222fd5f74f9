# Generated from glbr/resources/storeonce.py by `python -m glbr.views.generate_l1`: do not edit.
# ruff: noqa: A002 - arguments have HPE's names, and HPE says id and type.
"""Storeonce: the same arguments and attributes as in Terraform."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from constructs import Construct

from glbr_constructs.cdk import cdk
from glbr_constructs.synthesis import kinds
from glbr_constructs.synthesis.arguments import Flag, Nested, One
from glbr_constructs.synthesis.attributes import Attribute, Reference, References, each, flag, number, one, text
from glbr_constructs.synthesis.meta import Connection, Count, DependsOn, ForEach, Lifecycle, ProviderBlock, Provisioners
from glbr_constructs.synthesis.resource import DataSource, Resource


class StoreonceStoreonceLoginReference(Reference):
    """Who registers the appliance. HPE takes it at the registration only and never tells it back."""

    username: Attribute[str] = text()
    password: Attribute[str] = text()


class StoreonceTimeoutsReference(Reference):
    """How long Terraform waits for HPE to finish. What HPE has begun goes on all the same."""

    create: Attribute[str] = text()
    update: Attribute[str] = text()
    delete: Attribute[str] = text()


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

    shape: ClassVar[Mapping[str, kinds.Convert]] = {
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

    shape: ClassVar[Mapping[str, kinds.Convert]] = {"create": kinds.text, "update": kinds.text, "delete": kinds.text}

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

    terraform_type: ClassVar[str] = "glbr_storeonce"

    shape: ClassVar[Mapping[str, kinds.Convert]] = {
        "network_address": kinds.text,
        "serial_number": kinds.text,
        "credentials": StoreonceStoreonceLogin.of,
        "name": kinds.text,
        "description": kinds.text,
        "force": kinds.flag,
        "timeouts": StoreonceTimeouts.of,
    }

    id: Attribute[str] = text()
    """Identifier made by HPE."""

    network_address: Attribute[str] = text()
    serial_number: Attribute[str] = text()
    credentials: Attribute[StoreonceStoreonceLoginReference] = one(StoreonceStoreonceLoginReference)
    name: Attribute[str] = text()
    description: Attribute[str] = text()
    force: Attribute[cdk.IResolvable] = flag()
    created_at: Attribute[str] = text()
    """When it was registered."""

    resource_uri: Attribute[str] = text()
    """API path of the appliance."""

    timeouts: Attribute[StoreonceTimeoutsReference] = one(StoreonceTimeoutsReference)

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

    state: Attribute[str] = text()
    """State, such as `SO_HEALTH_STATE_OK`."""

    state_reason: Attribute[str] = text()
    """Short cause of the state."""

    status: Attribute[str] = text()
    """`SO_HEALTH_STATUS_CONNECTED` or `SO_HEALTH_STATUS_DISCONNECTED`."""


class DataStoreonceStorageReference(Reference):
    """Space of the appliance. Only space that is configured and licensed can hold stores."""

    state: Attribute[str] = text()
    """Health of the space: `OK`, `WARNING` or `ERROR`."""

    configured_storage_bytes: Attribute[float] = number()
    """Space set up for stores, bytes."""

    unconfigured_storage_bytes: Attribute[float] = number()
    """Space that no store can use yet, bytes."""

    capacity_licensed_bytes: Attribute[float] = number()
    """Space that is licensed, bytes."""

    capacity_unlicensed_bytes: Attribute[float] = number()
    """Space without a licence, bytes."""

    free_bytes: Attribute[float] = number()
    """Space left, bytes."""

    used_bytes: Attribute[float] = number()
    """Space used, bytes."""


class DataStoreonceStoreonceAdapterReference(Reference):
    """A network adapter of the appliance."""

    id: Attribute[str] = text()
    """Identifier."""

    network_name: Attribute[str] = text()
    """Network it is in."""

    network_type: Attribute[str] = text()
    """Where its address comes from: `DHCP` or `STATIC`."""

    network_address: Attribute[str] = text()
    """IPv4 address."""

    network_index: Attribute[float] = number()
    """Its place among the adapters, from 0."""

    gateway: Attribute[str] = text()
    """Address of the gateway."""


class DataStoreonceServerAddressReference(Reference):
    """A server that the appliance asks."""

    network_address: Attribute[str] = text()
    """IP address or host name."""


class DataStoreonceStoreonceNetworkReference(Reference):
    """How the appliance is connected."""

    hostname: Attribute[str] = text()
    """Host name."""

    nics: Attribute[References[DataStoreonceStoreonceAdapterReference]] = each(DataStoreonceStoreonceAdapterReference)
    """Network adapters."""

    dns: Attribute[References[DataStoreonceServerAddressReference]] = each(DataStoreonceServerAddressReference)
    """DNS servers."""

    ntp: Attribute[References[DataStoreonceServerAddressReference]] = each(DataStoreonceServerAddressReference)
    """Time servers."""


class DataStoreonceStoreonceClockReference(Reference):
    """The clock of the appliance."""

    method_date_time_set: Attribute[str] = text()
    """`NTP` or `MANUAL`."""

    timezone: Attribute[str] = text()
    """Time zone."""


class DataStoreonceInitiatorReference(Reference):
    """A Fibre Channel initiator that the appliance sees."""

    id: Attribute[str] = text()
    """Identifier."""

    fcid: Attribute[str] = text()
    """Address in the storage network."""

    online: Attribute[str] = text()
    """Whether it is there."""

    wwnn: Attribute[str] = text()
    """World-wide name of the node."""

    wwpn: Attribute[str] = text()
    """World-wide name of the port."""


class DataStoreonceServingOrchestratorReference(Reference):
    """A Data Orchestrator that works with the appliance."""

    id: Attribute[str] = text()
    """Identifier."""

    name: Attribute[str] = text()
    """Name."""

    serial_number: Attribute[str] = text()
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

    terraform_type: ClassVar[str] = "glbr_storeonce"

    shape: ClassVar[Mapping[str, kinds.Convert]] = {"id": kinds.text, "name": kinds.text}

    id: Attribute[str] = text()
    serial_number: Attribute[str] = text()
    """Serial number of the appliance."""

    name: Attribute[str] = text()
    description: Attribute[str] = text()
    """Free-text note."""

    created_at: Attribute[str] = text()
    """When it was registered."""

    resource_uri: Attribute[str] = text()
    """API path of the appliance."""

    software_version: Attribute[str] = text()
    """Version of its software."""

    health: Attribute[DataStoreonceHealthReference] = one(DataStoreonceHealthReference)
    """How the appliance is."""

    storage: Attribute[DataStoreonceStorageReference] = one(DataStoreonceStorageReference)
    """Space of the appliance."""

    network: Attribute[DataStoreonceStoreonceNetworkReference] = one(DataStoreonceStoreonceNetworkReference)
    """How the appliance is connected."""

    date_time: Attribute[DataStoreonceStoreonceClockReference] = one(DataStoreonceStoreonceClockReference)
    """Clock of the appliance."""

    iscsi_initiator_name: Attribute[str] = text()
    """iSCSI name of the appliance."""

    fibre_channel_initiators: Attribute[References[DataStoreonceInitiatorReference]] = each(
        DataStoreonceInitiatorReference
    )
    """Fibre Channel initiators that the appliance sees."""

    data_orchestrators: Attribute[References[DataStoreonceServingOrchestratorReference]] = each(
        DataStoreonceServingOrchestratorReference
    )
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

    id: Attribute[str] = text()
    """Identifier made by HPE."""

    serial_number: Attribute[str] = text()
    """Serial number of the appliance."""

    name: Attribute[str] = text()
    """Name of the appliance; HPE chooses one when left out."""

    description: Attribute[str] = text()
    """Free-text note."""

    created_at: Attribute[str] = text()
    """When it was registered."""

    resource_uri: Attribute[str] = text()
    """API path of the appliance."""

    software_version: Attribute[str] = text()
    """Version of its software."""

    health: Attribute[DataStoreonceHealthReference] = one(DataStoreonceHealthReference)
    """How the appliance is."""

    storage: Attribute[DataStoreonceStorageReference] = one(DataStoreonceStorageReference)
    """Space of the appliance."""

    network: Attribute[DataStoreonceStoreonceNetworkReference] = one(DataStoreonceStoreonceNetworkReference)
    """How the appliance is connected."""

    date_time: Attribute[DataStoreonceStoreonceClockReference] = one(DataStoreonceStoreonceClockReference)
    """Clock of the appliance."""

    iscsi_initiator_name: Attribute[str] = text()
    """iSCSI name of the appliance."""

    fibre_channel_initiators: Attribute[References[DataStoreonceInitiatorReference]] = each(
        DataStoreonceInitiatorReference
    )
    """Fibre Channel initiators that the appliance sees."""

    data_orchestrators: Attribute[References[DataStoreonceServingOrchestratorReference]] = each(
        DataStoreonceServingOrchestratorReference
    )
    """Data Orchestrators that work with the appliance."""


class DataStoreonces(DataSource):
    """Every storeonce that the API client may see, or those that meet all `filters`."""

    terraform_type: ClassVar[str] = "glbr_storeonces"

    shape: ClassVar[Mapping[str, kinds.Convert]] = {"limit": kinds.whole}

    limit: Attribute[float] = number()
    items: Attribute[References[DataStoreonceReference]] = each(DataStoreonceReference)
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
