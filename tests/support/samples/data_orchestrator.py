"""A second appliance at the clinic, with the code that its first-run wizard shows."""

from samples import Sample, Together, within

CODE, OTHER_CODE = "6f1c2a9e-6c39-4c6b-9f0e-3a3f5d1b7c01", "6f1c2a9e-6c39-4c6b-9f0e-3a3f5d1b7c02"
LOGIN = {"username": "backup", "password_wo": "not-a-real-secret", "password_wo_version": 1}
PROXY = {"network_address": "proxy.clinic.example", "port": 3128, "credentials": LOGIN}
NIC = {
    "name": "Network adapter 1",
    "address_type": "STATIC",
    "enabled": True,
    "network_address": "10.20.9.20",
    "subnet_mask": "255.255.255.0",
    "static_routes": [{"network_address": "10.40.0.0", "subnet_mask": "255.255.0.0", "gateway": "10.20.9.9"}],
}


def networked(**values: object) -> dict[str, object]:
    """A part of the network."""
    return values


def adapter(**values: object) -> dict[str, object]:
    """The only adapter, one of its settings changed."""
    return networked(nic=[{**NIC, **values}])


def routed(**values: object) -> dict[str, object]:
    """The only route, one part of it changed."""
    return adapter(static_routes=[{**NIC["static_routes"][0], **values}])


def signed_in(**values: object) -> dict[str, object]:
    """A proxy that asks who is there."""
    return networked(proxy={**PROXY, "credentials": {"username": "backup", **values}})


SAMPLE = Sample(
    minimal={"activation_code_wo": CODE, "display_name": "clinic-do-2"},
    arguments={
        "activation_code": (
            Together(activation_code_wo=None, activation_code=CODE),
            Together(activation_code_wo=None, activation_code=OTHER_CODE),
        ),
        "activation_code_wo": (CODE, OTHER_CODE),
        "display_name": ("clinic-do-3", "clinic-do-4"),
        "network.hostname": within("network", networked(hostname="do-3"), networked(hostname="do-4")),
        "network.default_gateway": within(
            "network", networked(default_gateway="10.20.9.2"), networked(default_gateway="10.20.9.3")
        ),
        "network.name_servers.0.network_address": within(
            "network",
            networked(name_servers=[{"network_address": "10.20.9.53"}]),
            networked(name_servers=[{"network_address": "10.20.9.54"}, {"network_address": "10.20.9.53"}]),
        ),
        "network.search_domains": within(
            "network",
            networked(search_domains=["clinic.example"]),
            networked(search_domains=["b.example", "a.example"]),
        ),
        **{
            f"network.nic.0.{name}": within("network", adapter(**{name: first}), adapter(**{name: second}))
            for name, first, second in (
                ("name", "Network adapter 1", "Network adapter 2"),
                ("address_type", "STATIC", "DHCP"),
                ("enabled", True, False),
                ("network_address", "10.20.9.21", "10.20.9.22"),
                ("subnet_mask", "255.255.0.0", "255.255.254.0"),
            )
        },
        **{
            f"network.nic.0.static_routes.0.{name}": within(
                "network", routed(**{name: first}), routed(**{name: second})
            )
            for name, first, second in (
                ("network_address", "10.41.0.0", "10.42.0.0"),
                ("subnet_mask", "255.255.255.0", "255.255.254.0"),
                ("gateway", "10.20.9.10", "10.20.9.11"),
            )
        },
        "network.proxy.network_address": within(
            "network",
            networked(proxy={**PROXY, "network_address": "10.20.9.80"}),
            networked(proxy={**PROXY, "network_address": "proxy2.clinic.example"}),
        ),
        "network.proxy.port": within(
            "network", networked(proxy={**PROXY, "port": 8080}), networked(proxy={**PROXY, "port": 8081})
        ),
        "network.proxy.credentials.username": within(
            "network", signed_in(password="one"), signed_in(username="other", password="one")
        ),
        "network.proxy.credentials.password": within("network", signed_in(password="one"), signed_in(password="two")),
        "network.proxy.credentials.password_wo": within(
            "network",
            signed_in(password_wo="one", password_wo_version=1),
            signed_in(password_wo="two", password_wo_version=2),
        ),
        "network.proxy.credentials.password_wo_version": within(
            "network",
            signed_in(password_wo="one", password_wo_version=1),
            signed_in(password_wo="one", password_wo_version=2),
        ),
        "date_time.method_date_time_set": ("VM_HOST", "NTP"),
        "date_time.timezone": ("Europe/Berlin", "America/New_York"),
        "ntp.ntp_servers.0.network_address": within(
            "ntp",
            {"ntp_servers": [{"network_address": "10.20.9.123"}]},
            {"ntp_servers": [{"network_address": "time.clinic.example"}, {"network_address": "10.20.9.123"}]},
        ),
        "remote_access_enabled": (True, False),
        "force": (True, False),
        "timeouts.create": ("20m", "30m"),
        "timeouts.update": ("20m", "30m"),
        "timeouts.delete": ("20m", "30m"),
    },
    drift={"displayName": "renamed by somebody"},
)
