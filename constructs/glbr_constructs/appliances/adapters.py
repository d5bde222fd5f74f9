"""Network adapters of appliances."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from glbr_constructs.given import Given

AddressType: TypeAlias = Literal["DHCP", "STATIC"]
"""Where an adapter has its address from, in HPE's words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkAdapter:
    """A network adapter of a gateway. Made by `dhcp` and `static`.

    Example:
        cluster = HypervisorCluster.from_hypervisor_cluster_name(self, "cluster", "clinic-cluster-1")
        ProtectionStoreGateway(
            self,
            "gateway",
            name="clinic-gateway-1",
            on=HypervisorManager.from_hypervisor_manager_name(self, "vcenter", "vcenter.clinic.example"),
            place=cluster,
            datastores=[Datastore.from_datastore_name(self, "datastore", "vmfs-clinic-02")],
            network=NetworkAdapter.static("clinic-servers", address="10.20.9.30", mask="255.255.255.0", gateway="10.20.9.1"),
            adapters=[NetworkAdapter.dhcp("backup-net")],
            size=Workload.on_premises(daily_tib=2, kept_days=30),
        )

    Attributes:
        network: Name of the network in the vCenter.
        address: IPv4 address; `None` where DHCP gives one.
        mask: IPv4 mask.
        gateway: Address of the gateway.
    """

    network: str
    address: str | None = None
    mask: str | None = None
    gateway: str | None = None

    def __post_init__(self) -> None:
        given = Given("making a network adapter")
        given.text("network", self.network, "the name of the network in the vCenter, such as 'backup-net'")
        _fixed(given, self.address, self.mask, self.gateway)

    @classmethod
    def dhcp(cls, network: str) -> "NetworkAdapter":
        """An adapter to which DHCP gives an address.

        Args:
            network: Name of the network in the vCenter.

        Raises:
            Refused: the name is empty.
        """
        return cls(network=network)

    @classmethod
    def static(cls, network: str, *, address: str, mask: str, gateway: str | None = None) -> "NetworkAdapter":
        """An adapter with an address of its own.

        Args:
            network: Name of the network in the vCenter.
            address: IPv4 address.
            mask: IPv4 mask, such as `255.255.255.0`.
            gateway: Address of the gateway.

        Raises:
            Refused: one of them is no address.
        """
        _needed(Given("making a network adapter"), address, mask)
        return cls(network=network, address=address, mask=mask, gateway=gateway)

    @property
    def address_type(self) -> AddressType:
        """Where its address comes from, in HPE's words."""
        return "DHCP" if self.address is None else "STATIC"


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """A way to a network that does not lead over the default gateway.

    Example:
        code = TerraformVariable(self, "activation_code", type="string", sensitive=True)
        route = Route(to="10.40.0.0", mask="255.255.0.0", over="10.20.9.9")
        adapter = OrchestratorAdapter.dhcp("eth0", routes=[route])
        DataOrchestrator(self, "orchestrator", name="clinic-do-1", activation_code=code, adapters=[adapter])

    Attributes:
        to: IPv4 address of the network.
        mask: IPv4 mask of the network.
        over: Address to go through.
    """

    to: str
    mask: str
    over: str

    def __post_init__(self) -> None:
        given = Given("making a route")
        given.address("to", self.to)
        given.address("mask", self.mask, "mask")
        given.address("over", self.over)


@dataclass(frozen=True, slots=True, kw_only=True)
class OrchestratorAdapter:
    """A network adapter of a Data Orchestrator. Made by `dhcp` and `static`.

    Example:
        code = TerraformVariable(self, "activation_code", type="string", sensitive=True)
        adapter = OrchestratorAdapter.static("eth0", address="10.20.9.20", mask="255.255.255.0")
        DataOrchestrator(self, "orchestrator", name="clinic-do-1", activation_code=code, adapters=[adapter])

    Attributes:
        name: Name of the adapter on the appliance, such as `eth0`.
        address: IPv4 address; `None` where DHCP gives one.
        mask: IPv4 mask.
        routes: Routes beside the default gateway.
        enabled: Whether it is in use; left as it is when left out.
    """

    name: str
    address: str | None = None
    mask: str | None = None
    routes: Sequence[Route] = ()
    enabled: bool | None = None

    def __post_init__(self) -> None:
        given = Given("making an adapter of an orchestrator")
        given.text("name", self.name, "the name of the adapter on the appliance, such as 'eth0'")
        _fixed(given, self.address, self.mask, None)
        given.several("routes", self.routes, "a list of Route(to=..., mask=..., over=...)")
        for route in self.routes:
            given.instance("routes", route, (Route,), "a Route", "Route(to=..., mask=..., over=...)")
        if self.enabled is not None:
            given.flag("enabled", self.enabled)

    @classmethod
    def dhcp(cls, name: str, *, routes: Sequence[Route] = (), enabled: bool | None = None) -> "OrchestratorAdapter":
        """An adapter to which DHCP gives an address.

        Args:
            name: Name of the adapter on the appliance, such as `eth0`.
            routes: Routes beside the default gateway.
            enabled: Whether it is in use.

        Raises:
            Refused: an argument is wrong.
        """
        return cls(name=name, routes=routes, enabled=enabled)

    @classmethod
    def static(
        cls, name: str, *, address: str, mask: str, routes: Sequence[Route] = (), enabled: bool | None = None
    ) -> "OrchestratorAdapter":
        """An adapter with an address of its own.

        Args:
            name: Name of the adapter on the appliance, such as `eth0`.
            address: IPv4 address.
            mask: IPv4 mask, such as `255.255.255.0`.
            routes: Routes beside the default gateway.
            enabled: Whether it is in use.

        Raises:
            Refused: an argument is wrong.
        """
        _needed(Given("making an adapter of an orchestrator"), address, mask)
        return cls(name=name, address=address, mask=mask, routes=routes, enabled=enabled)

    @property
    def address_type(self) -> AddressType:
        """Where its address comes from, in HPE's words."""
        return "DHCP" if self.address is None else "STATIC"


def _needed(given: Given, address: str, mask: str) -> None:
    given.address("address", address)
    given.address("mask", mask, "mask")


def _fixed(given: Given, address: str | None, mask: str | None, gateway: str | None) -> None:
    """An address has a mask, and without an address there is neither mask nor gateway."""
    values = {"address": address, "mask": mask, "gateway": gateway}
    written = [name for name, value in values.items() if value is not None]
    if written and (address is None or mask is None):
        raise given.refused(
            f"an address of its own needs address and mask. Given: {', '.join(written)}",
            "Allowed: both, or neither for an address from DHCP",
        )
    for name in written:
        given.address(name, values[name], "mask" if name == "mask" else "address")
