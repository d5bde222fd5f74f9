"""Hypervisor network: what a restored machine, or the network card of a gateway, is attached to."""

from glbr.definition import Observed, Timestamp, parent, result
from glbr.resources.parts.inventory import Linked, PlaceInfo


class HypervisorNetwork(Observed):
    """A network in the inventory of a vCenter: a gateway is deployed to one, a restored machine is attached to one."""

    collection = "/virtualization/v1beta1/hypervisor-managers/{hypervisor_manager_id}/networks"
    filterable = ("state", "status", "createdAt", "name", "services", "displayName")

    hypervisor_manager_id: str = parent("vCenter that the network is in.", to="hypervisor_manager")

    name: str | None = result("Name in the vCenter.")
    display_name: str | None = result("Name shown in the console.")
    state: str | None = result("`OK`, `ERROR` or `REFRESHING`.")
    status: str | None = result("Health: `OK`, `WARNING` or `ERROR`.")
    hosts_info: list[Linked] | None = result("Hosts that it reaches.")
    hypervisor_manager_info: Linked | None = result("vCenter.")
    app_info: PlaceInfo | None = result("What the hypervisor alone knows of it.")
    services: list[str] | None = result("Services of HPE GreenLake that see it, such as `backup-and-recovery`.")
    created_at: Timestamp | None = result("When it was first seen.")
    resource_uri: str | None = result("API path of the network.")
