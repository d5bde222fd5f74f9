"""Data Orchestrators, which run the schedules on site."""

from collections.abc import Sequence

from constructs import Construct

from glbr_constructs import roles
from glbr_constructs.appliances.adapters import OrchestratorAdapter
from glbr_constructs.appliances.login import SecretText, secret
from glbr_constructs.appliances.network import Clock, Proxy, clock_of, proxy_of, servers
from glbr_constructs.cdk import cdk
from glbr_constructs.existing import Existing
from glbr_constructs.given import Given
from glbr_constructs.l1.data_orchestrator import DataDataOrchestrator
from glbr_constructs.l1.data_orchestrator import DataOrchestrator as DataOrchestratorL1
from glbr_constructs.managed import Managed
from glbr_constructs.synthesis.arguments import Flag
from glbr_constructs.synthesis.resource import INNER

ORCHESTRATOR = "a DataOrchestrator, made here or looked up: DataOrchestrator.from_data_orchestrator_name(...)"


class DataOrchestrator(Managed[DataOrchestratorL1]):
    """A Data Orchestrator: the appliance that runs protection schedules on site.

    It is deployed in the vCenter first; its first-run wizard shows the activation code. What is left out stays as it was set
    up on the appliance.

    Example:
        code = TerraformVariable(self, "activation_code", type="string", sensitive=True)
        DataOrchestrator(self, "orchestrator", name="clinic-do-1", activation_code=code, ntp=["10.20.9.123"])
    """

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        name: str,
        activation_code: SecretText,
        kept_in_state: bool = False,
        hostname: str | None = None,
        default_gateway: str | None = None,
        dns: Sequence[str] | None = None,
        search_domains: Sequence[str] | None = None,
        adapters: Sequence[OrchestratorAdapter] | None = None,
        proxy: Proxy | None = None,
        clock: Clock | None = None,
        ntp: Sequence[str] | None = None,
        remote_access: Flag | None = None,
        force: Flag = False,
    ) -> None:
        """Activate it.

        Args:
            scope: Where the construct belongs.
            id_: Name of the construct in that place.
            name: Name shown in the console.
            activation_code: A sensitive `TerraformVariable` with the UUID that the first-run wizard shows. HPE takes it at the
                activation only.
            kept_in_state: Use the argument that Terraform keeps in its state, for Terraform before 1.11.
            hostname: Host name of the appliance.
            default_gateway: IPv4 address of the default gateway.
            dns: DNS servers, the first asked first.
            search_domains: Domains that complete short names.
            adapters: All network adapters: the list replaces the whole.
            proxy: Proxy on the way to HPE GreenLake.
            clock: Where it takes its time from. Schedules follow its clock.
            ntp: Time servers, the first asked first.
            remote_access: Whether HPE's support may connect.
            force: Allow the appliance to be taken out although something depends on it.

        Raises:
            Refused: an argument is wrong; the message says which, and what is allowed.
        """
        super().__init__(scope, id_)
        given = Given.to("activating Data Orchestrator", self)
        given.text("name", name, "the name shown in the console, such as 'clinic-do-1'")
        given.instance("kept_in_state", kept_in_state, (bool,), "yes or no", "True or False")
        code = secret(given, "activation_code", activation_code)
        if remote_access is not None:
            given.flag("remote_access", remote_access)
        given.flag("force", force)
        network = {
            "hostname": _hostname(given, hostname),
            "default_gateway": _gateway(given, default_gateway),
            "name_servers": servers(given, "dns", dns),
            "search_domains": _domains(given, search_domains),
            "nic": _adapters(given, adapters),
            "proxy": proxy_of(given, proxy),
        }
        times = servers(given, "ntp", ntp)
        self.resource = DataOrchestratorL1(
            self,
            INNER,
            display_name=name,
            activation_code=code if kept_in_state else None,
            activation_code_wo=None if kept_in_state else code,
            network=network if any(part is not None for part in network.values()) else None,
            date_time=clock_of(given, clock),
            ntp=None if times is None else {"ntp_servers": times},
            remote_access_enabled=remote_access,
            force=force or None,
        )

    @property
    def data_orchestrator_id(self) -> str:
        """Identifier of the Data Orchestrator."""
        return self.resource.id

    @staticmethod
    def from_data_orchestrator_id(scope: Construct, id_: str, data_orchestrator_id: str) -> roles.Orchestrator:
        """The Data Orchestrator with this identifier; HPE is not asked."""
        return _ExistingDataOrchestrator(scope, id_, data_orchestrator_id)

    @staticmethod
    def from_data_orchestrator_name(scope: Construct, id_: str, name: str) -> roles.Orchestrator:
        """The Data Orchestrator with this name, looked up by Terraform."""
        return _ExistingDataOrchestrator(
            scope, id_, lambda own: DataDataOrchestrator(own, INNER, name=name).id, name=name
        )


class _ExistingDataOrchestrator(Existing):
    @property
    def data_orchestrator_id(self) -> str:
        return self.identifier


def orchestrator_id(given: Given, orchestrator: roles.Orchestrator) -> str:
    """The identifier of a Data Orchestrator.

    Raises:
        Refused: it is something else.
    """
    given.part("orchestrator", orchestrator, ("data_orchestrator_id",), "a Data Orchestrator", ORCHESTRATOR)
    return orchestrator.data_orchestrator_id


def after(given: Given, orchestrator: roles.Orchestrator | None) -> list[cdk.ITerraformDependable] | None:
    """What must be there before something is registered through an orchestrator, which HPE does not let it name.

    Raises:
        Refused: it is no Data Orchestrator.
    """
    if orchestrator is None:
        return None
    orchestrator_id(given, orchestrator)
    return [orchestrator.resource] if isinstance(orchestrator, DataOrchestrator) else None


def _hostname(given: Given, hostname: str | None) -> str | None:
    if hostname is not None:
        given.host("hostname", hostname)
    return hostname


def _gateway(given: Given, default_gateway: str | None) -> str | None:
    if default_gateway is not None:
        given.address("default_gateway", default_gateway)
    return default_gateway


def _domains(given: Given, domains: Sequence[str] | None) -> list[str] | None:
    if domains is None:
        return None
    given.several("search_domains", domains, "a list of domains, such as ['clinic.example']", at_least=1)
    for domain in domains:
        given.host("search_domains", domain)
    given.unlike("search_domains", domains)
    return list(domains)


def _adapters(given: Given, adapters: Sequence[OrchestratorAdapter] | None) -> list[dict[str, object]] | None:
    if adapters is None:
        return None
    cure = "a list of OrchestratorAdapter.dhcp('eth0') or OrchestratorAdapter.static(...)"
    given.several("adapters", adapters, cure, at_least=1)
    for adapter in adapters:
        given.instance("adapters", adapter, (OrchestratorAdapter,), "an adapter of an orchestrator", cure)
    given.unlike("adapters", adapters, lambda adapter: adapter.name)
    return [
        {
            "name": adapter.name,
            "address_type": adapter.address_type,
            "enabled": adapter.enabled,
            "network_address": adapter.address,
            "subnet_mask": adapter.mask,
            "static_routes": [
                {"network_address": route.to, "subnet_mask": route.mask, "gateway": route.over}
                for route in adapter.routes
            ]
            or None,
        }
        for adapter in adapters
    ]
