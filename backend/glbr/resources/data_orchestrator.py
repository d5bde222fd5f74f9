"""Data Orchestrator: the appliance on site that runs the schedules of protection."""

from collections.abc import Mapping
from typing import ClassVar, Literal

from glbr.definition import (
    UNKNOWN,
    Block,
    Resource,
    Step,
    Timestamp,
    Tree,
    Unknown,
    Update,
    argument,
    result,
    secret,
)
from glbr.definition.tree import is_fully_known


class NameServer(Block):
    """A server that knows names."""

    network_address: str = argument("IP address.")


class StaticRoute(Block):
    """A way to a network that does not lead over the default gateway."""

    network_address: str | None = argument("Network to reach.")
    subnet_mask: str | None = argument("Mask of that network.")
    gateway: str | None = argument("Address to go through.")


class NetworkAdapter(Block):
    """A network adapter of the appliance."""

    told_apart_by = ("name",)

    name: str = argument("Name of the adapter on the appliance, such as `eth0`.")
    address_type: Literal["DHCP", "STATIC"] | None = argument("Where its address comes from.", computed=True)
    enabled: bool | None = argument("Whether it is in use.", computed=True)
    network_address: str | None = argument("IPv4 address of a `STATIC` adapter.", computed=True)
    subnet_mask: str | None = argument("IPv4 mask of a `STATIC` adapter.", computed=True)
    static_routes: list[StaticRoute] | None = argument("Routes beside the default gateway.", computed=True)
    state: str | None = result("Link: `UP` or `DOWN`.", volatile=True)


class ProxyLogin(Block):
    """Who signs in to the proxy."""

    username: str = argument("Login name.")
    password: str | None = secret("Password.")


class Proxy(Block):
    """The proxy on the way to HPE GreenLake."""

    network_address: str = argument("IP address or host name.", at_most=255)
    port: int | None = argument("TCP port.", computed=True)
    credentials: ProxyLogin | None = argument("Login, where the proxy asks for one.", computed=True)


class ApplianceNetwork(Block):
    """How the appliance is connected. What is left out stays as it was set up on the appliance."""

    hostname: str | None = argument("Host name of the appliance.", computed=True)
    default_gateway: str | None = argument("Address of the default gateway.", computed=True)
    name_servers: list[NameServer] | None = argument("DNS servers, the first asked first.", computed=True)
    search_domains: list[str] | None = argument("Domains that complete short names.", computed=True)
    nic: list[NetworkAdapter] | None = argument("All network adapters: a list replaces the whole.", computed=True)
    proxy: Proxy | None = argument("Proxy on the way to HPE GreenLake.", computed=True)


class ApplianceClock(Block):
    """Where the appliance takes its time from. Schedules follow its clock."""

    method_date_time_set: Literal["NTP", "VM_HOST"] | None = argument(
        "`NTP` asks time servers, `VM_HOST` asks the host the appliance runs on.", computed=True
    )
    timezone: str | None = argument("Time zone, such as `Europe/Berlin`.", computed=True)


class TimeServer(Block):
    """A server that knows the time."""

    network_address: str = argument("IP address or host name.", at_most=255)


class TimeService(Block):
    """The time servers, and how the appliance gets on with them."""

    ntp_servers: list[TimeServer] | None = argument("Time servers, the first asked first.", computed=True)
    state: str | None = result("`OK` or `DEGRADED`.", volatile=True)
    status: str | None = result("Health: `OK`, `WARNING` or `ERROR`.", volatile=True)


class RemoteSupport(Block):
    """Whether HPE's support may connect."""

    remote_access_enabled: bool = argument("Whether it may.")


class DataOrchestrator(Resource):
    """A Data Orchestrator: a virtual machine that runs protection schedules on site for HPE GreenLake.

    The appliance is deployed in the vCenter first; its first-run wizard shows the activation code that this resource takes.
    Destroying it takes the appliance out of HPE GreenLake: every schedule that runs on it stops, and nothing it looked
    after is protected until another one takes over. HPE takes the code at the activation only: an imported appliance needs
    none, and another code on an active one is not sent.
    """

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
    actions: ClassVar[Mapping[str, type[Block]]] = {"set-remote-support": RemoteSupport}
    lost_when_replaced = (
        "Schedules on the old appliance stop; what it looked after is unprotected until another one takes over."
    )
    kept_while = (
        "Something still depends on the Data Orchestrator: vCenters that are registered with it, appliances, protection jobs. "
        "Remove those, or register them with another one, then destroy again. Where they cannot be removed, set force = true, "
        "apply, then destroy: their schedules stop."
    )

    activation_code: str = secret("UUID that the appliance shows after its first-run wizard.", once=True)
    display_name: str = argument("Name shown in the console.", at_least=1)
    network: ApplianceNetwork | None = argument(
        "How the appliance is connected. What is left out stays as it was set up on the appliance.",
        computed=True,
        later=True,
        read_from="interfaces.network",
    )
    date_time: ApplianceClock | None = argument("Where it takes its time from.", computed=True, later=True)
    ntp: TimeService | None = argument("Time servers that it asks.", computed=True, later=True)
    remote_access_enabled: bool | None = argument(
        "Whether HPE's support may connect to the appliance. Left as it is when left out.", computed=True, later=True
    )
    force: bool | None = argument(
        "Allow the appliance to be taken out although something depends on it. The schedules of all that depends on it stop.",
        default=False,
        sent=False,
        returned=False,
    )

    name: str | None = result("Name of the appliance.")
    serial_number: str | None = result("Serial number.", stable=True)
    platform: str | None = result("What it runs on: `VMWARE_ESXI`.", stable=True)
    created_at: Timestamp | None = result("When it was activated.", stable=True)
    resource_uri: str | None = result("API path of the appliance.", stable=True)
    software_version: str | None = result("Version of its software.", volatile=True)
    connection_state: str | None = result("Link to HPE GreenLake: `CONNECTED` or `DISCONNECTED`.", volatile=True)
    state: str | None = result("Lifecycle state, such as `OK` or `DEGRADED`.", volatile=True)
    status: str | None = result("Health: `OK`, `WARNING` or `ERROR`.", volatile=True)
    latest_recovery_point: Timestamp | None = result("When its own catalogue was last protected.", volatile=True)
    infosight_enabled: bool | None = result("Whether it reports to HPE InfoSight.", volatile=True)
    remote_access_station_id: str | None = result("Station by which HPE's support knows it.", volatile=True)
    powered_on_at: Timestamp | None = result("When it was last started.", volatile=True)
    total_memory_in_gib: int | None = result("Memory, GiB.", api="totalMemoryInGiB", volatile=True)
    v_cpu: int | None = result("Number of processors.", volatile=True)

    @classmethod
    def twin(cls, planned: Tree) -> Mapping[str, object]:
        """HPE's name of an appliance is made on the appliance: a creation knows it by the name shown in the console."""
        return {"displayName": planned.get("display_name")}

    @classmethod
    def managed(cls, tree: Tree, prior: Tree | None, beside: Tree) -> Tree:
        """What HPE leaves out of a reply, as of an appliance that it cannot reach, is as it was."""
        del beside
        later = [name for name, entry in cls.fields().items() if entry.later and tree.get(name) is None]
        before = prior or {}
        return {**tree, **{name: before[name] for name in later if is_fully_known(before.get(name, UNKNOWN))}}

    @classmethod
    def update(cls, prior: Tree, planned: Tree, live: Tree) -> Update:
        """Everything by PATCH but the access of HPE's support, which has a call of its own."""
        return _sent(super().update(prior, planned, live).tree)

    @classmethod
    def completion(cls, made: Tree, planned: Tree) -> Update:
        """An activation takes the code and the name: all else is set on the active appliance."""
        return _sent(super().completion(made, planned).tree)


def _sent(changed: Tree) -> Update:
    """A change, each part of it by the call that takes it. What is unknown was left to the appliance."""
    known = {name: value for name, value in changed.items() if not isinstance(value, Unknown)}
    allowed = known.pop("remote_access_enabled", None)
    steps = () if allowed is None else (Step("set-remote-support", {"remote_access_enabled": allowed}),)
    return Update.patch(known, *steps)
