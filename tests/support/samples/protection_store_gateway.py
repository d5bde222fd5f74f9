"""A second gateway of the clinic, deployed into its cluster."""

from samples import Sample, within

VCENTER = "${data.glbr_hypervisor_managers.all.items[0].id}"
CLUSTER = "${data.glbr_hypervisor_clusters.all.items[0].id}"
HOSTS = [f"${{data.glbr_hypervisor_hosts.all.items[{position}].id}}" for position in (0, 1)]
STORES = [f"${{data.glbr_datastores.all.items[{position}].id}}" for position in (0, 1)]
POOL = "${data.glbr_resource_pools.all.items[0].id}"
FOLDERS = [f"${{data.glbr_hypervisor_folders.all.items[{position}].id}}" for position in (0, 1)]
NETWORK = {
    "name": "clinic-servers",
    "network_type": "STATIC",
    "network_address": "10.20.9.30",
    "subnet_mask": "255.255.255.0",
    "gateway": "10.20.9.1",
    "dns": [{"network_address": "10.20.9.53"}],
}
MACHINE = {
    "cluster_id": CLUSTER,
    "datastore_ids": [STORES[0]],
    "max_in_cloud_daily_protected_data_in_tib": 1,
    "max_in_cloud_retention_days": 30,
    "max_on_prem_daily_protected_data_in_tib": 1,
    "max_on_prem_retention_days": 14,
    "network": NETWORK,
}
NIC = {
    "network_name": "clinic-servers",
    "network_type": "STATIC",
    "network_address": "10.20.9.31",
    "subnet_mask": "255.255.255.0",
    "gateway": "10.20.9.1",
}
PROXY = {
    "network_address": "proxy.clinic.example",
    "port": 3128,
    "credentials": {"username": "backup", "password_wo": "not-a-real-secret", "password_wo_version": 1},
}


def machine(**values: object) -> dict[str, object]:
    """The machine with other settings; those that are `None` are left out."""
    return {name: value for name, value in {**MACHINE, **values}.items() if value is not None}


def placed(**place: object) -> dict[str, object]:
    """The machine in another place."""
    return machine(cluster_id=None, **place)


def connected(**values: object) -> dict[str, object]:
    """The machine with another first adapter."""
    return machine(network={**NETWORK, **values})


def fixed(**values: object) -> dict[str, object]:
    """The machine with a size of its own."""
    return machine(override={"cpu": 8, "ram_in_gib": 64, "storage_in_tib": 2, **values})


def adapter(**values: object) -> list[dict[str, object]]:
    """One adapter beside the first."""
    return [{**NIC, **values}]


LEASED = {"network_name": "clinic-servers", "network_type": "DHCP"}
LEASED_FIRST = {"name": "clinic-servers", "network_type": "DHCP"}


def proxied(**values: object) -> dict[str, object]:
    """A proxy that asks who is there."""
    return {**PROXY, "credentials": {"username": "backup", **values}}


SAMPLE = Sample(
    around={
        "data": {
            "glbr_hypervisor_managers": {"all": {"sort": "createdAt", "limit": 1}},
            "glbr_hypervisor_clusters": {"all": {}},
            "glbr_hypervisor_hosts": {"all": {}},
            "glbr_datastores": {"all": {}},
            "glbr_resource_pools": {"all": {"hypervisor_manager_id": VCENTER}},
            "glbr_hypervisor_folders": {"all": {"hypervisor_manager_id": VCENTER}},
        }
    },
    minimal={"name": "clinic-gateway-2", "hypervisor_manager_id": VCENTER, "vm_config": MACHINE},
    arguments={
        "name": ("clinic-gateway-3", "clinic-gateway-4"),
        # The clinic has one vCenter and one resource pool.
        "hypervisor_manager_id": (VCENTER, VCENTER),
        "vm_config.resource_pool_id": within("vm_config", placed(resource_pool_id=POOL), machine()),
        "vm_config.cluster_id": within("vm_config", machine(), machine()),
        "vm_config.host_id": within("vm_config", placed(host_id=HOSTS[0]), placed(host_id=HOSTS[1])),
        "vm_config.folder_id": (FOLDERS[0], FOLDERS[1]),
        "vm_config.content_library_id": (STORES[1], STORES[0]),
        "vm_config.datastore_ids": ([STORES[0], STORES[1]], [STORES[1]]),
        "vm_config.max_in_cloud_daily_protected_data_in_tib": (0.5, 0.75),
        "vm_config.max_in_cloud_retention_days": (60, 90),
        "vm_config.max_on_prem_daily_protected_data_in_tib": (0.5, 0.75),
        "vm_config.max_on_prem_retention_days": (7, 10),
        **{
            f"vm_config.override.{name}": within("vm_config", fixed(**{name: first}), fixed(**{name: second}))
            for name, first, second in (("cpu", 12, 16), ("ram_in_gib", 80, 96), ("storage_in_tib", 1, 3))
        },
        "vm_config.network.name": within("vm_config", connected(), machine(network=LEASED_FIRST)),
        "vm_config.network.network_type": within("vm_config", machine(network=LEASED_FIRST), connected()),
        **{
            f"vm_config.network.{name}": within("vm_config", connected(**{name: first}), connected(**{name: second}))
            for name, first, second in (
                ("network_address", "10.20.9.32", "10.20.9.33"),
                ("subnet_mask", "255.255.0.0", "255.255.254.0"),
                ("gateway", "10.20.9.2", "10.20.9.3"),
            )
        },
        "vm_config.network.dns.0.network_address": within(
            "vm_config",
            connected(dns=[{"network_address": "10.20.9.54"}]),
            connected(dns=[{"network_address": "10.20.9.55"}, {"network_address": "10.20.9.54"}]),
        ),
        "nics.0.network_name": within("nics", adapter(), adapter(network_address="10.20.9.34")),
        "nics.0.network_type": within("nics", [LEASED], adapter()),
        **{
            f"nics.0.{name}": within("nics", adapter(**{name: first}), adapter(**{name: second}))
            for name, first, second in (
                ("network_address", "10.20.9.35", "10.20.9.36"),
                ("subnet_mask", "255.255.0.0", "255.255.254.0"),
                ("gateway", "10.20.9.2", None),
            )
        },
        "dns.0.network_address": within(
            "dns",
            [{"network_address": "10.20.9.56"}],
            [{"network_address": "10.20.9.57"}, {"network_address": "10.20.9.56"}],
        ),
        "ntp.0.network_address": within(
            "ntp", [{"network_address": "time.clinic.example"}], [{"network_address": "10.20.9.123"}]
        ),
        "proxy.network_address": within(
            "proxy", {**PROXY, "network_address": "10.20.9.80"}, {**PROXY, "network_address": "proxy2.clinic.example"}
        ),
        "proxy.port": within("proxy", {**PROXY, "port": 8080}, {**PROXY, "port": 8081}),
        "proxy.credentials.username": within("proxy", proxied(password="one"), proxied(username="b", password="one")),
        "proxy.credentials.password": within("proxy", proxied(password="one"), proxied(password="two")),
        "proxy.credentials.password_wo": within(
            "proxy",
            proxied(password_wo="one", password_wo_version=1),
            proxied(password_wo="two", password_wo_version=2),
        ),
        "proxy.credentials.password_wo_version": within(
            "proxy",
            proxied(password_wo="one", password_wo_version=1),
            proxied(password_wo="one", password_wo_version=2),
        ),
        "date_time.method_date_time_set": ("VM_HOST", "NTP"),
        "date_time.timezone": ("Europe/Berlin", "America/New_York"),
        "remote_access_enabled": (True, False),
        "force": (True, False),
        "timeouts.create": ("20m", "30m"),
        "timeouts.update": ("20m", "30m"),
        "timeouts.delete": ("20m", "30m"),
    },
    drift={"name": "renamed by somebody"},
)
