"""Wrong arguments of what the service runs on at a site."""

from collections.abc import Callable

from glbr_constructs import (
    DataOrchestrator,
    Datastore,
    HypervisorCluster,
    HypervisorManager,
    Login,
    MssqlInstance,
    NetworkAdapter,
    OrchestratorAdapter,
    StoreOnce,
    Workload,
)
from glbr_constructs.cdk import cdk
from wrong_arguments import Trial, Trials
from wrong_arguments.stores import IDENTIFIER

YES_OR_NO = ("yes", r"='yes' is neither yes nor no\. Allowed: True, False")
LOGIN = ({"username": "backup"}, r"login is a dict, not a Login\. Allowed: Login\(username=")
SERVERS = ("10.20.9.53", r"='10\.20\.9\.53' is no list\. Allowed: a list of IP addresses or host names")
PROXY = ("proxy:3128", r"proxy='proxy:3128' is not a Proxy\. Allowed: Proxy\(")
CLOCK = ("NTP", r"clock='NTP' is not a Clock\. Allowed: Clock\.from_time_servers")
DAILY = ("2", r"daily_tib='2' is no number\. Allowed: a number from 0, TiB in a day")
KEPT = (0, r"kept_days=0 is out of range\. Allowed: a number from 1, days")
NO_ADDRESS = r" is no IPv4 address\. Allowed: such as '10\.30\.0\.30'"
NO_MASK = r" is no IPv4 mask\. Allowed: such as '255\.255\.255\.0'"
HALF = r"an address of its own needs address and mask\. Given: {}\. Allowed: both, or neither"


def _known(argument: str) -> Callable[[cdk.TerraformStack], Trial]:
    return lambda _: Trial({argument: "x-1"}, {argument: IDENTIFIER})


def _named(stack: cdk.TerraformStack) -> Trial:
    return Trial({"name": "some"})


def password(stack: cdk.TerraformStack) -> str:
    """A password that Terraform reads from a variable."""
    return cdk.TerraformVariable(stack, "password", type="string", sensitive=True).string_value


def _login_of(stack: cdk.TerraformStack) -> Login:
    return Login(username="backup", password=password(stack))


def _orchestrator_wrong(stack: cdk.TerraformStack) -> tuple[object, str]:
    appliance = StoreOnce.from_storeonce_id(stack, "no-orchestrator", "so-1")
    said = r"orchestrator=StoreOnce \S+/no-orchestrator is not a Data Orchestrator\. Allowed: a DataOrchestrator"
    return appliance, said


def _login(stack: cdk.TerraformStack) -> Trial:
    return Trial(
        {"username": "backup", "password": password(stack)},
        {
            "username": ("", r"username is empty\. Given: ''\. Allowed: the name of the login"),
            "password": ("secret", r"password is written in the program: .*Allowed: a sensitive variable"),
            "version": (0, r"version=0 is out of range\. Allowed: a whole number from 1"),
            "kept_in_state": ("yes", r"kept_in_state='yes' is not yes or no\. Allowed: True or False"),
        },
    )


def _storeonce(stack: cdk.TerraformStack) -> Trial:
    return Trial(
        {"network_address": "so.example", "serial_number": "CZ1", "login": _login_of(stack)},
        {
            "serial_number": ("", r"serial_number is empty\. Given: ''\. Allowed: the serial number"),
            "login": LOGIN,
            "orchestrator": _orchestrator_wrong(stack),
        },
    )


def _data_orchestrator(stack: cdk.TerraformStack) -> Trial:
    twice = [OrchestratorAdapter.dhcp("eth0"), OrchestratorAdapter.dhcp("eth0")]
    return Trial(
        {"name": "do-1", "activation_code": password(stack)},
        {
            "activation_code": ("6f1c", r"activation_code is written in the program: .*Allowed: a sensitive variable"),
            "kept_in_state": ("yes", r"kept_in_state='yes' is not yes or no\. Allowed"),
            "hostname": ("do 1", r"hostname='do 1' is no IP address or host name\. Allowed"),
            "default_gateway": ("10.20.9", r"default_gateway='10\.20\.9'" + NO_ADDRESS),
            "dns": (
                ["10.20.9.53", "10.20.9.53"],
                r"dns has the same twice\. Given: '10\.20\.9\.53' and .*Allowed: each once",
            ),
            "search_domains": ([], r"search_domains is empty\. Allowed: a list of domains"),
            "adapters": (twice, r"adapters has the same twice\. Given: OrchestratorAdapter.*Allowed: each once"),
            "proxy": PROXY,
            "clock": CLOCK,
            "ntp": SERVERS,
            "remote_access": YES_OR_NO,
        },
    )


def _hypervisor_manager(stack: cdk.TerraformStack) -> Trial:
    orchestrator = DataOrchestrator.from_data_orchestrator_id(stack, "orchestrator", "do-1")
    return Trial(
        {"network_address": "vcenter.example", "orchestrator": orchestrator, "login": _login_of(stack)},
        {"orchestrator": _orchestrator_wrong(stack), "login": LOGIN},
    )


def _application_host(stack: cdk.TerraformStack) -> Trial:
    return Trial(
        {"network_address": "sql.example", "login": _login_of(stack)},
        {"login": LOGIN, "orchestrator": _orchestrator_wrong(stack)},
    )


def _credentials(stack: cdk.TerraformStack) -> Trial:
    instance = MssqlInstance.from_mssql_instance_id(stack, "instance", "i-1")
    return Trial(
        {"instance": instance, "login": _login_of(stack)},
        {
            "instance": ("i-1", r"instance='i-1' is not a SQL Server instance\. Allowed: MssqlInstance\.from_"),
            "login": LOGIN,
            "mode": ("LINUX", r"mode='LINUX' is not known\. Allowed: WINDOWS, SQL"),
        },
    )


def _gateway(stack: cdk.TerraformStack) -> Trial:
    vcenter = HypervisorManager.from_hypervisor_manager_id(stack, "vcenter", "vc-1")
    datastore = Datastore.from_datastore_id(stack, "datastore", "ds-1")
    dhcp = NetworkAdapter.dhcp("servers")
    return Trial(
        {
            "name": "gateway",
            "on": vcenter,
            "place": HypervisorCluster.from_hypervisor_cluster_id(stack, "cluster", "c-1"),
            "datastores": [datastore],
            "network": dhcp,
            "size": Workload.on_premises(daily_tib=2, kept_days=30),
        },
        {
            "on": (datastore, r"on=Datastore \S+/datastore is not a hypervisor manager\. Allowed: a HypervisorManager"),
            "place": (
                vcenter,
                r"place=HypervisorManager \S+/vcenter is not a place in a vCenter\. Allowed: HypervisorCluster",
            ),
            "datastores": ([datastore, datastore], r"datastores has the same twice\. .*Allowed: each once"),
            "network": ("servers", r"network='servers' is not a network adapter\. Allowed: NetworkAdapter\.dhcp"),
            "size": ("small", r"size='small' is not a size\. Allowed: Workload\.on_premises"),
            "folder": ("f-1", r"folder='f-1' is not a folder of a vCenter\. Allowed: HypervisorFolder"),
            "content_library": ("ds-1", r"content_library='ds-1' is not a datastore\. Allowed: Datastore"),
            "adapters": ([dhcp, dhcp], r"Two adapters of a gateway cannot be told apart.*'servers'.*Give each adapter"),
            "dns": SERVERS,
            "ntp": (["time server"], r"ntp='time server' is no IP address or host name\. Allowed"),
            "proxy": PROXY,
            "clock": CLOCK,
            "remote_access": YES_OR_NO,
        },
    )


FIXED = {"address": "10.0.0.2", "mask": "255.0.0.0"}
ADDRESS = ("10.0.0.256", r"address='10\.0\.0\.256'" + NO_ADDRESS)
MASK = ("8", r"mask='8'" + NO_MASK)
GATEWAY = ("gateway", r"gateway='gateway'" + NO_ADDRESS)
NETWORK = ("", r"network is empty\. Given: ''\. Allowed: the name of the network")
ROUTES = (["10.40.0.0/16"], r"routes='10\.40\.0\.0/16' is not a Route\. Allowed: Route\(to=")
ENABLED = ("up", r"enabled='up' is neither yes nor no\. Allowed")
TIMEZONE = ("", r"timezone is empty\. Given: ''\. Allowed: the name of a time zone")

TRIALS: Trials = {
    "Login": _login,
    "StoreOnce": _storeonce,
    "StoreOnce.from_storeonce_id": _known("storeonce_id"),
    "StoreOnce.from_storeonce_name": _named,
    "DataOrchestrator": _data_orchestrator,
    "DataOrchestrator.from_data_orchestrator_id": _known("data_orchestrator_id"),
    "DataOrchestrator.from_data_orchestrator_name": _named,
    "HypervisorManager": _hypervisor_manager,
    "HypervisorManager.from_hypervisor_manager_id": _known("hypervisor_manager_id"),
    "HypervisorManager.from_hypervisor_manager_name": _named,
    "ApplicationHost": _application_host,
    "ApplicationHost.from_application_host_id": _known("application_host_id"),
    "ApplicationHost.from_application_host_name": _named,
    "MssqlInstanceCredentials": _credentials,
    "ProtectionStoreGateway": _gateway,
    "ProtectionStoreGateway.from_protection_store_gateway_id": _known("gateway_id"),
    "ProtectionStoreGateway.from_protection_store_gateway_name": _named,
    "NetworkAdapter": lambda _: Trial(
        {"network": "servers", **FIXED},
        {
            "network": NETWORK,
            "address": (None, HALF.format("mask")),
            "mask": (None, HALF.format("address")),
            "gateway": GATEWAY,
        },
    ),
    "NetworkAdapter.dhcp": lambda _: Trial({"network": "servers"}, {"network": NETWORK}),
    "NetworkAdapter.static": lambda _: Trial(
        {"network": "servers", **FIXED}, {"network": NETWORK, "address": ADDRESS, "mask": MASK, "gateway": GATEWAY}
    ),
    "Route": lambda _: Trial(
        {"to": "10.40.0.0", "mask": "255.255.0.0", "over": "10.20.9.9"},
        {
            "to": ("10.40.0.0/16", r"to='10\.40\.0\.0/16'" + NO_ADDRESS),
            "mask": MASK,
            "over": ("", r"over=''" + NO_ADDRESS),
        },
    ),
    "OrchestratorAdapter": lambda _: Trial(
        {"name": "eth0", **FIXED},
        {
            "address": (None, HALF.format("mask")),
            "mask": (None, HALF.format("address")),
            "routes": ROUTES,
            "enabled": ENABLED,
        },
    ),
    "OrchestratorAdapter.dhcp": lambda _: Trial({"name": "eth0"}, {"routes": ROUTES, "enabled": ENABLED}),
    "OrchestratorAdapter.static": lambda _: Trial(
        {"name": "eth0", **FIXED}, {"address": ADDRESS, "mask": MASK, "routes": ROUTES, "enabled": ENABLED}
    ),
    "Proxy": lambda _: Trial(
        {"address": "proxy.example", "port": 3128},
        {
            "address": ("proxy.example:3128", r"address='proxy\.example:3128' is no IP address or host name\. Allowed"),
            "port": (0, r"port=0 is out of range\. Allowed: a whole number from 1 to 65535"),
            "login": LOGIN,
        },
    ),
    "Clock": lambda _: Trial(
        {"method": "NTP"},
        {"method": ("SUN", r"method='SUN' is not known\. Allowed: NTP, VM_HOST"), "timezone": TIMEZONE},
    ),
    "Clock.from_time_servers": lambda _: Trial(wrong={"timezone": TIMEZONE}),
    "Clock.from_host": lambda _: Trial(wrong={"timezone": TIMEZONE}),
    "Workload": lambda _: Trial(
        {
            "on_premises_daily_tib": 2,
            "on_premises_kept_days": 30,
            "in_cloud_daily_tib": 1,
            "in_cloud_kept_days": 180,
        },
        {
            "on_premises_daily_tib": (None, r"on_premises_daily_tib is missing\. Allowed: how much in a day"),
            "on_premises_kept_days": (0, r"on_premises_kept_days=0 is out of range\. Allowed: a number from 1, days"),
            "in_cloud_daily_tib": (-1, r"in_cloud_daily_tib=-1 is out of range\. Allowed: a number from 0"),
            "in_cloud_kept_days": (None, r"in_cloud_kept_days is missing\. Allowed"),
        },
    ),
    "Workload.on_premises": lambda _: Trial({"daily_tib": 2, "kept_days": 30}, {"daily_tib": DAILY, "kept_days": KEPT}),
    "Workload.in_cloud": lambda _: Trial({"daily_tib": 2, "kept_days": 30}, {"daily_tib": DAILY, "kept_days": KEPT}),
    "Workload.and_in_cloud": lambda _: Trial(
        {"daily_tib": 2, "kept_days": 30},
        {"daily_tib": DAILY, "kept_days": KEPT},
        Workload.on_premises(daily_tib=2, kept_days=30),
    ),
    "FixedSize": lambda _: Trial(
        {"cpu": 8, "ram_gib": 24, "storage_tib": 10},
        {
            "cpu": (1.5, r"cpu=1\.5 is no whole number\. Allowed: a whole number from 1, processors"),
            "ram_gib": (0, r"ram_gib=0 is out of range\. Allowed: a number from 1, GiB"),
            "storage_tib": ("10 TiB", r"storage_tib='10 TiB' is no number\. Allowed: a number from 1, TiB"),
        },
    ),
}
