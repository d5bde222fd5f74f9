"""What the service runs on at a site."""

from glbr_constructs import (
    ApplicationHost,
    Clock,
    DataOrchestrator,
    Datastore,
    FixedSize,
    HypervisorCluster,
    HypervisorFolder,
    HypervisorHost,
    HypervisorManager,
    Login,
    MssqlInstance,
    MssqlInstanceCredentials,
    NetworkAdapter,
    OrchestratorAdapter,
    ProtectionStoreGateway,
    Proxy,
    ResourcePool,
    Route,
    StoreOnce,
    TerraformStack,
    TerraformVariable,
    Workload,
)


def password(stack: TerraformStack, name: str) -> TerraformVariable:
    """A password that comes from outside of the program."""
    return TerraformVariable(stack, name, type="string", sensitive=True)


def data_orchestrator(stack: TerraformStack) -> None:
    """An orchestrator with all that can be set up, one with the least, and two that are there already."""
    login = Login(username="proxy", password=password(stack, "proxy-password"), version=2)
    DataOrchestrator(
        stack,
        "orchestrator",
        name="clinic-do-2",
        activation_code=password(stack, "activation-code"),
        hostname="do-2.clinic.example",
        default_gateway="10.20.9.1",
        dns=["10.20.9.53", "10.20.9.54"],
        search_domains=["clinic.example"],
        adapters=[
            OrchestratorAdapter.static(
                "eth0",
                address="10.20.9.20",
                mask="255.255.255.0",
                routes=[Route(to="10.40.0.0", mask="255.255.0.0", over="10.20.9.9")],
                enabled=True,
            ),
            OrchestratorAdapter.dhcp("eth1"),
        ],
        proxy=Proxy(address="proxy.clinic.example", port=3128, login=login),
        clock=Clock.from_time_servers(timezone="Europe/Berlin"),
        ntp=["10.20.9.123"],
        remote_access=True,
        force=True,
    )
    DataOrchestrator(
        stack,
        "orchestrator-least",
        name="clinic-do-3",
        activation_code=password(stack, "other-code").string_value,
        kept_in_state=True,
    )
    DataOrchestrator.from_data_orchestrator_name(stack, "orchestrator-old", "clinic-do-1")
    DataOrchestrator.from_data_orchestrator_id(stack, "orchestrator-older", "do-1")


def hypervisor_manager(stack: TerraformStack) -> None:
    """A vCenter, and two that are there already."""
    HypervisorManager(
        stack,
        "vcenter",
        network_address="vcenter.clinic.example",
        orchestrator=DataOrchestrator.from_data_orchestrator_name(stack, "vcenter-orchestrator", "clinic-do-1"),
        login=Login(username="backup@vsphere.local", password=password(stack, "vcenter-password")),
        name="vcenter",
        description="the only one",
        force=True,
    )
    HypervisorManager.from_hypervisor_manager_name(stack, "vcenter-old", "vcenter-1")
    HypervisorManager.from_hypervisor_manager_id(stack, "vcenter-older", "vc-1")


def storeonce(stack: TerraformStack) -> None:
    """A StoreOnce that waits for its orchestrator, and two that are there already."""
    orchestrator = DataOrchestrator(
        stack, "storeonce-orchestrator", name="clinic-do-4", activation_code=password(stack, "storeonce-code")
    )
    StoreOnce(
        stack,
        "storeonce",
        network_address="storeonce2.clinic.example",
        serial_number="CZ25110099",
        login=Login(username="dcadmin", password=password(stack, "storeonce-password"), kept_in_state=True),
        name="second",
        description="in the basement",
        orchestrator=orchestrator,
        force=True,
    )
    StoreOnce.from_storeonce_name(stack, "storeonce-old", "clinic-storeonce-1")
    StoreOnce.from_storeonce_id(stack, "storeonce-older", "so-1")


def protection_store_gateway(stack: TerraformStack) -> None:
    """Gateways in a cluster, on a host and in a resource pool, and two that are there already."""
    vcenter = HypervisorManager.from_hypervisor_manager_name(stack, "gateway-vcenter", "vcenter-1")
    datastore = Datastore.from_datastore_name(stack, "gateway-datastore", "vmfs-02")
    library = Datastore.from_datastore_id(stack, "gateway-library", "ds-2")
    network = NetworkAdapter.dhcp("clinic-servers")
    ProtectionStoreGateway(
        stack,
        "gateway",
        name="clinic-gateway-2",
        on=vcenter,
        place=HypervisorCluster.from_hypervisor_cluster_name(stack, "gateway-cluster", "cluster-1"),
        datastores=[datastore],
        network=NetworkAdapter.static(
            "clinic-servers", address="10.20.9.30", mask="255.255.255.0", gateway="10.20.9.1"
        ),
        size=Workload.on_premises(daily_tib=2, kept_days=30).and_in_cloud(daily_tib=1, kept_days=180),
        folder=HypervisorFolder.from_hypervisor_folder_name(
            stack, "gateway-folder", "backup", hypervisor_manager=vcenter
        ),
        content_library=library,
        adapters=[NetworkAdapter.dhcp("backup-net")],
        dns=["10.20.9.53"],
        ntp=["time.clinic.example"],
        proxy=Proxy(address="10.20.9.80", port=8080),
        clock=Clock.from_host(),
        remote_access=False,
        force=True,
    )
    ProtectionStoreGateway(
        stack,
        "gateway-host",
        name="clinic-gateway-3",
        on=vcenter,
        place=HypervisorHost.from_hypervisor_host_name(stack, "gateway-machine", "esx-1"),
        datastores=[datastore],
        network=network,
        size=FixedSize(cpu=8, ram_gib=24, storage_tib=10),
    )
    ProtectionStoreGateway(
        stack,
        "gateway-pool",
        name="clinic-gateway-4",
        on=vcenter,
        place=ResourcePool.from_resource_pool_name(stack, "gateway-share", "backup", hypervisor_manager=vcenter),
        datastores=[datastore],
        network=network,
        size=Workload.in_cloud(daily_tib=1, kept_days=180),
    )
    ProtectionStoreGateway.from_protection_store_gateway_name(stack, "gateway-old", "clinic-gateway-1")
    ProtectionStoreGateway.from_protection_store_gateway_id(stack, "gateway-older", "psg-1")


def application_host(stack: TerraformStack) -> None:
    """A SQL Server host, and two that are there already."""
    ApplicationHost(
        stack,
        "host",
        network_address="his-db-02.clinic.example",
        login=Login(username="CLINIC\\backup", password=password(stack, "host-password")),
        name="reporting",
        description="SQL Server",
        orchestrator=DataOrchestrator.from_data_orchestrator_id(stack, "host-orchestrator", "do-1"),
        force=True,
    )
    ApplicationHost.from_application_host_name(stack, "host-old", "his-db-01")
    ApplicationHost.from_application_host_id(stack, "host-older", "host-1")


def mssql_instance_credentials(stack: TerraformStack) -> None:
    """The login of an instance."""
    MssqlInstanceCredentials(
        stack,
        "credentials",
        instance=MssqlInstance.from_mssql_instance_name(stack, "credentials-instance", "MSSQLSERVER"),
        login=Login(username="backup", password=password(stack, "credentials-password"), version=3),
        mode="SQL",
    )
