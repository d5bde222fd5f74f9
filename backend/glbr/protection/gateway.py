"""What makes a Protection Store Gateway contradict itself: where it is placed, how large it is, how it is connected."""

from collections.abc import Iterator, Mapping

from glbr.protection.problem import Path, Problem

PLACES = ("cluster_id", "host_id", "resource_pool_id")
FIGURES = (
    "max_in_cloud_daily_protected_data_in_tib",
    "max_in_cloud_retention_days",
    "max_on_prem_daily_protected_data_in_tib",
    "max_on_prem_retention_days",
)
"""The workload that a gateway is sized for."""
FIXED_ADDRESS = ("network_address", "subnet_mask")
"""What only a person can say of an adapter with an address of its own."""
ADDRESS = (*FIXED_ADDRESS, "gateway")


def gateway_problems(gateway: Mapping[str, object]) -> Iterator[Problem]:
    """Check the machine of a gateway, and the adapters that it has beside."""
    machine = gateway.get("vm_config")
    if isinstance(machine, Mapping):
        yield from _machine_problems(machine)
    nics, seen = gateway.get("nics"), set[tuple[str, str]]()
    for position, nic in enumerate(nics if isinstance(nics, list) else []):
        if not isinstance(nic, Mapping):
            continue
        yield from _adapter_problems(nic, ("nics", position))
        network, address = nic.get("network_name"), nic.get("network_address") or "DHCP"
        if isinstance(network, str) and isinstance(address, str):
            if (network, address) in seen:
                yield Problem(
                    ("nics", position),
                    "Two adapters of a gateway cannot be told apart",
                    f"Given: network_name = {network!r} and the address {address} twice. Give each adapter an address or a "
                    "network of its own.",
                )
            seen.add((network, address))


def _machine_problems(machine: Mapping[str, object]) -> Iterator[Problem]:
    # Whatever is neither text nor missing is not known yet, and may turn out to be either. Empty text is as good as missing.
    places = {name: machine.get(name) or None for name in PLACES}
    given = [name for name, place in places.items() if isinstance(place, str)]
    if len(given) > 1 or all(place is None for place in places.values()):
        yield Problem(
            ("vm_config", given[1] if given else PLACES[0]),
            "A gateway is deployed in exactly one place",
            f"Given: {' and '.join(given) or 'none'}. Set one of {', '.join(PLACES)} in vm_config.",
        )
    if all(machine.get(name) is None for name in (*FIGURES, "override")):
        yield Problem(
            ("vm_config", FIGURES[0]),
            "A gateway needs a size",
            f"Given: no figure. Say in vm_config what it has to protect ({', '.join(FIGURES)}), or fix its size by override.",
        )
    network = machine.get("network")
    if isinstance(network, Mapping):
        yield from _adapter_problems(network, ("vm_config", "network"))


def _adapter_problems(adapter: Mapping[str, object], path: Path) -> Iterator[Problem]:
    kind = adapter.get("network_type")
    if kind == "STATIC":
        for name in FIXED_ADDRESS:
            if adapter.get(name) is None:
                yield Problem(
                    (*path, name),
                    f"A STATIC adapter needs its {name}",
                    f"Given: network_type = 'STATIC' without {name}. Set it, or let DHCP give the address.",
                )
    if kind == "DHCP":
        for name in ADDRESS:
            if isinstance(adapter.get(name), str):
                yield Problem(
                    (*path, name),
                    f"A DHCP adapter takes no {name}",
                    f"Given: network_type = 'DHCP' with {name}. Remove it, or use 'STATIC'.",
                )
