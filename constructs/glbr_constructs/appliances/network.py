"""What appliances ask on the network: a proxy, and servers for names and time."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from glbr_constructs.appliances.login import Login, credentials
from glbr_constructs.given import Given


@dataclass(frozen=True, slots=True, kw_only=True)
class Proxy:
    """The proxy on the way to HPE GreenLake and to cloud stores.

    Example:
        code = TerraformVariable(self, "activation_code", type="string", sensitive=True)
        proxy = Proxy(address="proxy.clinic.example", port=3128)
        DataOrchestrator(self, "orchestrator", name="clinic-do-1", activation_code=code, proxy=proxy)

    Attributes:
        address: IP address or host name.
        port: TCP port.
        login: Login, where the proxy asks for one.
    """

    address: str
    port: int
    login: Login | None = None

    def __post_init__(self) -> None:
        given = Given("making a proxy")
        given.host("address", self.address)
        given.number("port", self.port, "a TCP port", least=1, most=65535, whole=True)
        if self.login is not None:
            credentials(given, self.login)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """Where an appliance takes its time from. Made by `from_time_servers` and `from_host`.

    Example:
        code = TerraformVariable(self, "activation_code", type="string", sensitive=True)
        clock = Clock.from_time_servers(timezone="Europe/Berlin")
        DataOrchestrator(self, "orchestrator", name="clinic-do-1", activation_code=code, clock=clock, ntp=["10.20.9.123"])

    Attributes:
        method: `NTP` asks time servers, `VM_HOST` asks the host that the appliance runs on.
        timezone: Time zone, such as `Europe/Berlin`.
    """

    method: Literal["NTP", "VM_HOST"]
    timezone: str | None = None

    def __post_init__(self) -> None:
        given = Given("setting a clock")
        given.choice("method", self.method, ("NTP", "VM_HOST"))
        if self.timezone is not None:
            given.text("timezone", self.timezone, "the name of a time zone, such as 'Europe/Berlin'")

    @classmethod
    def from_time_servers(cls, *, timezone: str | None = None) -> "Clock":
        """Ask time servers: those of `ntp`.

        Args:
            timezone: Time zone, such as `Europe/Berlin`.

        Raises:
            Refused: the time zone is empty.
        """
        return cls(method="NTP", timezone=timezone)

    @classmethod
    def from_host(cls, *, timezone: str | None = None) -> "Clock":
        """Ask the host that the appliance runs on.

        Args:
            timezone: Time zone, such as `Europe/Berlin`.

        Raises:
            Refused: the time zone is empty.
        """
        return cls(method="VM_HOST", timezone=timezone)


def servers(given: Given, argument: str, addresses: Sequence[str] | None) -> list[dict[str, object]] | None:
    """Servers in HPE's words, the first asked first.

    Raises:
        Refused: the list is empty, or has something that is no address.
    """
    if addresses is None:
        return None
    cure = (
        f"a list of IP addresses or host names, such as {argument}=['10.30.0.5']; leave it out to keep what is set up"
    )
    given.several(argument, addresses, cure, at_least=1)
    for address in addresses:
        given.host(argument, address)
    given.unlike(argument, addresses)
    return [{"network_address": address} for address in addresses]


def proxy_of(given: Given, proxy: Proxy | None) -> dict[str, object] | None:
    """A proxy in HPE's words.

    Raises:
        Refused: it is something else.
    """
    if proxy is None:
        return None
    given.instance("proxy", proxy, (Proxy,), "a Proxy", "Proxy(address='proxy.clinic.example', port=3128)")
    login = None if proxy.login is None else credentials(given, proxy.login)
    return {"network_address": proxy.address, "port": proxy.port, "credentials": login}


def clock_of(given: Given, clock: Clock | None) -> dict[str, object] | None:
    """A clock in HPE's words.

    Raises:
        Refused: it is something else.
    """
    if clock is None:
        return None
    given.instance("clock", clock, (Clock,), "a Clock", "Clock.from_time_servers() or Clock.from_host()")
    return {"method_date_time_set": clock.method, "timezone": clock.timezone}
