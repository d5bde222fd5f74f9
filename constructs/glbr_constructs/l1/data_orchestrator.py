# Generated from glbr/resources/data_orchestrator.py by `python -m glbr.views.generate_l1`: do not edit.
# ruff: noqa: A002 - arguments have HPE's names, and HPE says id and type.
"""Data orchestrator: the same arguments and attributes as in Terraform."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from constructs import Construct

from glbr_constructs.cdk import cdk
from glbr_constructs.synthesis import kinds
from glbr_constructs.synthesis.arguments import Flag, Many, Nested, One
from glbr_constructs.synthesis.attributes import Attribute, Reference, References, each, flag, number, one, text, texts
from glbr_constructs.synthesis.meta import Connection, Count, DependsOn, ForEach, Lifecycle, ProviderBlock, Provisioners
from glbr_constructs.synthesis.resource import DataSource, Resource


class DataOrchestratorNameServerReference(Reference):
    """A server that knows names."""

    network_address: Attribute[str] = text()


class DataOrchestratorStaticRouteReference(Reference):
    """A way to a network that does not lead over the default gateway."""

    network_address: Attribute[str] = text()
    subnet_mask: Attribute[str] = text()
    gateway: Attribute[str] = text()


class DataOrchestratorNetworkAdapterReference(Reference):
    """A network adapter of the appliance."""

    name: Attribute[str] = text()
    address_type: Attribute[str] = text()
    enabled: Attribute[cdk.IResolvable] = flag()
    network_address: Attribute[str] = text()
    subnet_mask: Attribute[str] = text()
    static_routes: Attribute[References[DataOrchestratorStaticRouteReference]] = each(
        DataOrchestratorStaticRouteReference
    )


class DataOrchestratorProxyLoginReference(Reference):
    """Who signs in to the proxy."""

    username: Attribute[str] = text()
    password: Attribute[str] = text()
    password_wo_version: Attribute[float] = number()


class DataOrchestratorProxyReference(Reference):
    """The proxy on the way to HPE GreenLake."""

    network_address: Attribute[str] = text()
    port: Attribute[float] = number()
    credentials: Attribute[DataOrchestratorProxyLoginReference] = one(DataOrchestratorProxyLoginReference)


class DataOrchestratorApplianceNetworkReference(Reference):
    """How the appliance is connected. What is left out stays as it was set up on the appliance."""

    hostname: Attribute[str] = text()
    default_gateway: Attribute[str] = text()
    name_servers: Attribute[References[DataOrchestratorNameServerReference]] = each(DataOrchestratorNameServerReference)
    search_domains: Attribute[list[str]] = texts()
    nic: Attribute[References[DataOrchestratorNetworkAdapterReference]] = each(DataOrchestratorNetworkAdapterReference)
    proxy: Attribute[DataOrchestratorProxyReference] = one(DataOrchestratorProxyReference)


class DataOrchestratorApplianceClockReference(Reference):
    """Where the appliance takes its time from. Schedules follow its clock."""

    method_date_time_set: Attribute[str] = text()
    timezone: Attribute[str] = text()


class DataOrchestratorTimeServerReference(Reference):
    """A server that knows the time."""

    network_address: Attribute[str] = text()


class DataOrchestratorTimeServiceReference(Reference):
    """The time servers, and how the appliance gets on with them."""

    ntp_servers: Attribute[References[DataOrchestratorTimeServerReference]] = each(DataOrchestratorTimeServerReference)


class DataOrchestratorTimeoutsReference(Reference):
    """How long Terraform waits for HPE to finish. What HPE has begun goes on all the same."""

    create: Attribute[str] = text()
    update: Attribute[str] = text()
    delete: Attribute[str] = text()


@dataclass(frozen=True, slots=True, kw_only=True)
class DataOrchestratorNameServer(Nested):
    """A server that knows names.

    Attributes:
        network_address: IP address.
    """

    shape: ClassVar[Mapping[str, kinds.Convert]] = {"network_address": kinds.text}

    network_address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DataOrchestratorStaticRoute(Nested):
    """A way to a network that does not lead over the default gateway.

    Attributes:
        network_address: Network to reach.
        subnet_mask: Mask of that network.
        gateway: Address to go through.
    """

    shape: ClassVar[Mapping[str, kinds.Convert]] = {
        "network_address": kinds.text,
        "subnet_mask": kinds.text,
        "gateway": kinds.text,
    }

    network_address: str | None = None
    subnet_mask: str | None = None
    gateway: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DataOrchestratorNetworkAdapter(Nested):
    """A network adapter of the appliance.

    Attributes:
        name: Name of the adapter on the appliance, such as `eth0`.
        address_type: Where its address comes from. Allowed: `DHCP`, `STATIC`.
        enabled: Whether it is in use.
        network_address: IPv4 address of a `STATIC` adapter.
        subnet_mask: IPv4 mask of a `STATIC` adapter.
        static_routes: Routes beside the default gateway.
    """

    shape: ClassVar[Mapping[str, kinds.Convert]] = {
        "name": kinds.text,
        "address_type": kinds.choice("DHCP", "STATIC"),
        "enabled": kinds.flag,
        "network_address": kinds.text,
        "subnet_mask": kinds.text,
        "static_routes": kinds.each(DataOrchestratorStaticRoute.of),
    }

    name: str
    address_type: str | None = None
    enabled: Flag | None = None
    network_address: str | None = None
    subnet_mask: str | None = None
    static_routes: Many[DataOrchestratorStaticRoute] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DataOrchestratorProxyLogin(Nested):
    """Who signs in to the proxy.

    Attributes:
        username: Login name.
        password: Password.
        password_wo: Password. Write-only: kept in no plan and no state; needs Terraform 1.11.
        password_wo_version: Change this number to send a new password_wo.
    """

    shape: ClassVar[Mapping[str, kinds.Convert]] = {
        "username": kinds.text,
        "password": kinds.text,
        "password_wo": kinds.text,
        "password_wo_version": kinds.whole,
    }

    username: str
    password: str | None = None
    password_wo: str | None = None
    password_wo_version: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DataOrchestratorProxy(Nested):
    """The proxy on the way to HPE GreenLake.

    Attributes:
        network_address: IP address or host name.
        port: TCP port.
        credentials: Login, where the proxy asks for one.
    """

    shape: ClassVar[Mapping[str, kinds.Convert]] = {
        "network_address": kinds.text,
        "port": kinds.whole,
        "credentials": DataOrchestratorProxyLogin.of,
    }

    network_address: str
    port: float | None = None
    credentials: One[DataOrchestratorProxyLogin] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DataOrchestratorApplianceNetwork(Nested):
    """How the appliance is connected. What is left out stays as it was set up on the appliance.

    Attributes:
        hostname: Host name of the appliance.
        default_gateway: Address of the default gateway.
        name_servers: DNS servers, the first asked first.
        search_domains: Domains that complete short names.
        nic: All network adapters: a list replaces the whole.
        proxy: Proxy on the way to HPE GreenLake.
    """

    shape: ClassVar[Mapping[str, kinds.Convert]] = {
        "hostname": kinds.text,
        "default_gateway": kinds.text,
        "name_servers": kinds.each(DataOrchestratorNameServer.of),
        "search_domains": kinds.each(kinds.text),
        "nic": kinds.each(DataOrchestratorNetworkAdapter.of),
        "proxy": DataOrchestratorProxy.of,
    }

    hostname: str | None = None
    default_gateway: str | None = None
    name_servers: Many[DataOrchestratorNameServer] | None = None
    search_domains: Sequence[str] | None = None
    nic: Many[DataOrchestratorNetworkAdapter] | None = None
    proxy: One[DataOrchestratorProxy] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DataOrchestratorApplianceClock(Nested):
    """Where the appliance takes its time from. Schedules follow its clock.

    Attributes:
        method_date_time_set: `NTP` asks time servers, `VM_HOST` asks the host the appliance runs on. Allowed: `NTP`,
            `VM_HOST`.
        timezone: Time zone, such as `Europe/Berlin`.
    """

    shape: ClassVar[Mapping[str, kinds.Convert]] = {
        "method_date_time_set": kinds.choice("NTP", "VM_HOST"),
        "timezone": kinds.text,
    }

    method_date_time_set: str | None = None
    timezone: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DataOrchestratorTimeServer(Nested):
    """A server that knows the time.

    Attributes:
        network_address: IP address or host name.
    """

    shape: ClassVar[Mapping[str, kinds.Convert]] = {"network_address": kinds.text}

    network_address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DataOrchestratorTimeService(Nested):
    """The time servers, and how the appliance gets on with them.

    Attributes:
        ntp_servers: Time servers, the first asked first.
    """

    shape: ClassVar[Mapping[str, kinds.Convert]] = {"ntp_servers": kinds.each(DataOrchestratorTimeServer.of)}

    ntp_servers: Many[DataOrchestratorTimeServer] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DataOrchestratorTimeouts(Nested):
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


class DataOrchestrator(Resource):
    """A Data Orchestrator: a virtual machine that runs protection schedules on site for HPE GreenLake.

    The appliance is deployed in the vCenter first; its first-run wizard shows the activation code that this resource
    takes. Destroying it takes the appliance out of HPE GreenLake: every schedule that runs on it stops, and nothing it
    looked after is protected until another one takes over. HPE takes the code at the activation only: an imported
    appliance needs none, and another code on an active one is not sent.
    """

    terraform_type: ClassVar[str] = "glbr_data_orchestrator"

    shape: ClassVar[Mapping[str, kinds.Convert]] = {
        "activation_code": kinds.text,
        "activation_code_wo": kinds.text,
        "display_name": kinds.text,
        "network": DataOrchestratorApplianceNetwork.of,
        "date_time": DataOrchestratorApplianceClock.of,
        "ntp": DataOrchestratorTimeService.of,
        "remote_access_enabled": kinds.flag,
        "force": kinds.flag,
        "timeouts": DataOrchestratorTimeouts.of,
    }

    id: Attribute[str] = text()
    """Identifier made by HPE."""

    activation_code: Attribute[str] = text()
    display_name: Attribute[str] = text()
    network: Attribute[DataOrchestratorApplianceNetworkReference] = one(DataOrchestratorApplianceNetworkReference)
    date_time: Attribute[DataOrchestratorApplianceClockReference] = one(DataOrchestratorApplianceClockReference)
    ntp: Attribute[DataOrchestratorTimeServiceReference] = one(DataOrchestratorTimeServiceReference)
    remote_access_enabled: Attribute[cdk.IResolvable] = flag()
    force: Attribute[cdk.IResolvable] = flag()
    name: Attribute[str] = text()
    """Name of the appliance."""

    serial_number: Attribute[str] = text()
    """Serial number."""

    platform: Attribute[str] = text()
    """What it runs on: `VMWARE_ESXI`."""

    created_at: Attribute[str] = text()
    """When it was activated."""

    resource_uri: Attribute[str] = text()
    """API path of the appliance."""

    timeouts: Attribute[DataOrchestratorTimeoutsReference] = one(DataOrchestratorTimeoutsReference)

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        activation_code: str | None = None,
        activation_code_wo: str | None = None,
        display_name: str,
        network: One[DataOrchestratorApplianceNetwork] | None = None,
        date_time: One[DataOrchestratorApplianceClock] | None = None,
        ntp: One[DataOrchestratorTimeService] | None = None,
        remote_access_enabled: Flag | None = None,
        force: Flag | None = None,
        timeouts: One[DataOrchestratorTimeouts] | None = None,
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
            activation_code: UUID that the appliance shows after its first-run wizard.
            activation_code_wo: UUID that the appliance shows after its first-run wizard. Write-only: kept in no plan
                and no state; needs Terraform 1.11.
            display_name: Name shown in the console.
            network: How the appliance is connected. What is left out stays as it was set up on the appliance.
            date_time: Where it takes its time from.
            ntp: Time servers that it asks.
            remote_access_enabled: Whether HPE's support may connect to the appliance. Left as it is when left out.
            force: Allow the appliance to be taken out although something depends on it. The schedules of all that
                depends on it stop. Default: `False`.
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
                "activation_code": activation_code,
                "activation_code_wo": activation_code_wo,
                "display_name": display_name,
                "network": network,
                "date_time": date_time,
                "ntp": ntp,
                "remote_access_enabled": remote_access_enabled,
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


class DataDataOrchestratorTimeServiceReference(Reference):
    """The time servers, and how the appliance gets on with them."""

    ntp_servers: Attribute[References[DataOrchestratorTimeServerReference]] = each(DataOrchestratorTimeServerReference)
    """Time servers, the first asked first."""

    state: Attribute[str] = text()
    """`OK` or `DEGRADED`."""

    status: Attribute[str] = text()
    """Health: `OK`, `WARNING` or `ERROR`."""


class DataDataOrchestrator(DataSource):
    """A Data Orchestrator: a virtual machine that runs protection schedules on site for HPE GreenLake.

    The appliance is deployed in the vCenter first; its first-run wizard shows the activation code that this resource
    takes. Destroying it takes the appliance out of HPE GreenLake: every schedule that runs on it stops, and nothing it
    looked after is protected until another one takes over. HPE takes the code at the activation only: an imported
    appliance needs none, and another code on an active one is not sent.
    """

    terraform_type: ClassVar[str] = "glbr_data_orchestrator"

    shape: ClassVar[Mapping[str, kinds.Convert]] = {"id": kinds.text, "name": kinds.text}

    id: Attribute[str] = text()
    display_name: Attribute[str] = text()
    """Name shown in the console."""

    network: Attribute[DataOrchestratorApplianceNetworkReference] = one(DataOrchestratorApplianceNetworkReference)
    """How the appliance is connected. What is left out stays as it was set up on the appliance."""

    date_time: Attribute[DataOrchestratorApplianceClockReference] = one(DataOrchestratorApplianceClockReference)
    """Where it takes its time from."""

    ntp: Attribute[DataDataOrchestratorTimeServiceReference] = one(DataDataOrchestratorTimeServiceReference)
    """Time servers that it asks."""

    remote_access_enabled: Attribute[cdk.IResolvable] = flag()
    """Whether HPE's support may connect to the appliance. Left as it is when left out."""

    name: Attribute[str] = text()
    serial_number: Attribute[str] = text()
    """Serial number."""

    platform: Attribute[str] = text()
    """What it runs on: `VMWARE_ESXI`."""

    created_at: Attribute[str] = text()
    """When it was activated."""

    resource_uri: Attribute[str] = text()
    """API path of the appliance."""

    software_version: Attribute[str] = text()
    """Version of its software."""

    connection_state: Attribute[str] = text()
    """Link to HPE GreenLake: `CONNECTED` or `DISCONNECTED`."""

    state: Attribute[str] = text()
    """Lifecycle state, such as `OK` or `DEGRADED`."""

    status: Attribute[str] = text()
    """Health: `OK`, `WARNING` or `ERROR`."""

    latest_recovery_point: Attribute[str] = text()
    """When its own catalogue was last protected."""

    infosight_enabled: Attribute[cdk.IResolvable] = flag()
    """Whether it reports to HPE InfoSight."""

    remote_access_station_id: Attribute[str] = text()
    """Station by which HPE's support knows it."""

    powered_on_at: Attribute[str] = text()
    """When it was last started."""

    total_memory_in_gib: Attribute[float] = number()
    """Memory, GiB."""

    v_cpu: Attribute[float] = number()
    """Number of processors."""

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
            name: Name of the appliance.
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


class DataDataOrchestratorFilterReference(Reference):
    """One condition of a list."""

    property_: Attribute[str] = text("property")
    values: Attribute[list[str]] = texts()
    comparison: Attribute[str] = text()


class DataDataOrchestratorReference(Reference):
    """A Data Orchestrator: a virtual machine that runs protection schedules on site for HPE GreenLake.

    The appliance is deployed in the vCenter first; its first-run wizard shows the activation code that this resource
    takes. Destroying it takes the appliance out of HPE GreenLake: every schedule that runs on it stops, and nothing it
    looked after is protected until another one takes over. HPE takes the code at the activation only: an imported
    appliance needs none, and another code on an active one is not sent.
    """

    id: Attribute[str] = text()
    """Identifier made by HPE."""

    display_name: Attribute[str] = text()
    """Name shown in the console."""

    network: Attribute[DataOrchestratorApplianceNetworkReference] = one(DataOrchestratorApplianceNetworkReference)
    """How the appliance is connected. What is left out stays as it was set up on the appliance."""

    date_time: Attribute[DataOrchestratorApplianceClockReference] = one(DataOrchestratorApplianceClockReference)
    """Where it takes its time from."""

    ntp: Attribute[DataDataOrchestratorTimeServiceReference] = one(DataDataOrchestratorTimeServiceReference)
    """Time servers that it asks."""

    remote_access_enabled: Attribute[cdk.IResolvable] = flag()
    """Whether HPE's support may connect to the appliance. Left as it is when left out."""

    name: Attribute[str] = text()
    """Name of the appliance."""

    serial_number: Attribute[str] = text()
    """Serial number."""

    platform: Attribute[str] = text()
    """What it runs on: `VMWARE_ESXI`."""

    created_at: Attribute[str] = text()
    """When it was activated."""

    resource_uri: Attribute[str] = text()
    """API path of the appliance."""

    software_version: Attribute[str] = text()
    """Version of its software."""

    connection_state: Attribute[str] = text()
    """Link to HPE GreenLake: `CONNECTED` or `DISCONNECTED`."""

    state: Attribute[str] = text()
    """Lifecycle state, such as `OK` or `DEGRADED`."""

    status: Attribute[str] = text()
    """Health: `OK`, `WARNING` or `ERROR`."""

    latest_recovery_point: Attribute[str] = text()
    """When its own catalogue was last protected."""

    infosight_enabled: Attribute[cdk.IResolvable] = flag()
    """Whether it reports to HPE InfoSight."""

    remote_access_station_id: Attribute[str] = text()
    """Station by which HPE's support knows it."""

    powered_on_at: Attribute[str] = text()
    """When it was last started."""

    total_memory_in_gib: Attribute[float] = number()
    """Memory, GiB."""

    v_cpu: Attribute[float] = number()
    """Number of processors."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DataOrchestratorFilter(Nested):
    """One condition of a list.

    Attributes:
        property_: HPE's name of the property, with `/` between the parts: `assetInfo/name`.
        values: Value, or several of which one must match.
        comparison: How the property compares with the value: `eq` (equal, also when left out), `gt` (greater, later),
            `lt` (less, earlier) or `ne` (not equal; HPE takes it for inventory and tags). All but `eq` take one value.
            Allowed: `eq`, `ne`, `gt`, `lt`.
    """

    shape: ClassVar[Mapping[str, kinds.Convert]] = {
        "property_": kinds.text,
        "values": kinds.each(kinds.text),
        "comparison": kinds.choice("eq", "ne", "gt", "lt"),
    }

    property_: str
    values: Sequence[str]
    comparison: str | None = None


class DataDataOrchestrators(DataSource):
    """Every data orchestrator that the API client may see, or those that meet all `filters`."""

    terraform_type: ClassVar[str] = "glbr_data_orchestrators"

    filterable: ClassVar[tuple[str, ...]] = (
        "id",
        "name",
        "interfaces/network/hostname",
        "serialNumber",
        "status",
        "state",
        "connectionState",
        "softwareVersion",
    )

    shape: ClassVar[Mapping[str, kinds.Convert]] = {
        "filters": kinds.each(DataOrchestratorFilter.of),
        "sort": kinds.text,
        "limit": kinds.whole,
    }

    filters: Attribute[References[DataDataOrchestratorFilterReference]] = each(DataDataOrchestratorFilterReference)
    sort: Attribute[str] = text()
    limit: Attribute[float] = number()
    items: Attribute[References[DataDataOrchestratorReference]] = each(DataDataOrchestratorReference)
    """What was found, by name, or as `sort` says. Each has the attributes of `glbr_data_orchestrator`."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        filters: Many[DataOrchestratorFilter] | None = None,
        sort: str | None = None,
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
            filters: Conditions that all must hold. Properties: `id`, `name`, `interfaces/network/hostname`,
                `serialNumber`, `status`, `state`, `connectionState`, `softwareVersion`.
            sort: HPE's name of the property to sort by, with ` desc` behind it for the greatest first: `createdAt
                desc`.
            limit: Take at most so many: the first by `sort`, else those that HPE lists first.
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
                "filters": filters,
                "sort": sort,
                "limit": limit,
            },
            count=count,
            depends_on=depends_on,
            for_each=for_each,
            lifecycle=lifecycle,
            provider=provider,
        )
