"""What a Protection Store Gateway consists of, and what the calls take that change one side of it."""

from collections.abc import Hashable
from typing import Literal

from glbr.definition import Block, Tree, Unknown, argument, reference, result, secret


class Health(Block):
    """How the gateway is."""

    state: str | None = result("State, such as `PSG_HEALTH_STATE_OK`.")
    state_reason: str | None = result("Short cause of the state.")
    status: str | None = result("`PSG_HEALTH_STATUS_CONNECTED` or `PSG_HEALTH_STATUS_DISCONNECTED`.")


class NameServer(Block):
    """A server that knows names."""

    network_address: str = argument("IP address or host name.")


class TimeServer(Block):
    """A server that knows the time."""

    network_address: str = argument("IP address or host name.")


class Workload(Block):
    """What a gateway has to protect; HPE sizes it by that."""

    max_in_cloud_daily_protected_data_in_tib: float | None = argument(
        "Most data that is protected in a day in cloud stores, TiB.", api="maxInCloudDailyProtectedDataInTiB"
    )
    max_in_cloud_retention_days: float | None = argument("Longest retention in cloud stores, days.")
    max_on_prem_daily_protected_data_in_tib: float | None = argument(
        "Most data that is protected in a day on the gateway itself, TiB.", api="maxOnPremDailyProtectedDataInTiB"
    )
    max_on_prem_retention_days: float | None = argument("Longest retention on the gateway itself, days.")


class FixedSize(Block):
    """A size that a person has chosen, in place of the one that HPE works out."""

    cpu: float | None = argument("Number of processors.")
    ram_in_gib: float | None = argument("Memory, GiB.", api="ramInGiB")
    storage_in_tib: float | None = argument("Space for stores, TiB.", api="storageInTiB")


class DeploymentNetwork(Block):
    """The first network adapter, by which HPE GreenLake reaches the gateway."""

    name: str = argument("Name of the network in the vCenter.")
    network_type: Literal["DHCP", "STATIC"] = argument("Where its address comes from.")
    network_address: str | None = argument("IPv4 address of a `STATIC` adapter.")
    subnet_mask: str | None = argument("IPv4 mask of a `STATIC` adapter.")
    gateway: str | None = argument("Address of the gateway of a `STATIC` adapter.")
    dns: list[NameServer] | None = argument(
        "DNS servers from the start, the first asked first. A change goes the way of `dns` beside `vm_config`; where that "
        "is set, it is the one that counts."
    )


class VmConfig(Workload):
    """The virtual machine of a gateway: where it is placed, how large it is, how it is connected."""

    cluster_id: str | None = reference(
        "Cluster to deploy it in. One of `cluster_id`, `host_id` and `resource_pool_id` is needed.",
        to="hypervisor_cluster",
    )
    host_id: str | None = reference("Host to deploy it on.", to="hypervisor_host")
    resource_pool_id: str | None = reference("Resource pool to deploy it in.", to="resource_pool")
    folder_id: str | None = reference(
        "Folder of the vCenter to put it into; HPE chooses one when left out.", to="hypervisor_folder"
    )
    content_library_id: str | None = reference(
        "Datastore for the content library that it is deployed from.", to="datastore"
    )
    datastore_ids: set[str] = argument("Datastores that hold its disks.", at_least=1)
    network: DeploymentNetwork = argument("First network adapter.")
    override: FixedSize | None = argument("Fixed size, in place of the one that HPE works out from the workload.")


class AdapterSettings(Block):
    """What a person says of a network adapter."""

    network_name: str = argument("Name of the network in the vCenter.")
    network_type: Literal["DHCP", "STATIC"] = argument("Where its address comes from.")
    network_address: str | None = argument("IPv4 address of a `STATIC` adapter.")
    subnet_mask: str | None = argument("IPv4 mask of a `STATIC` adapter.")
    gateway: str | None = argument("Address of the gateway of a `STATIC` adapter.")


class Nic(AdapterSettings):
    """A network adapter of the gateway."""

    told_apart_by = ("network_name", "network_address")
    named_once = False  # the gateway itself sees to it: two that ask for an address are alike, too

    id: str | None = result("Identifier of the adapter.", stable=True)
    network_index: int | None = result("Its place among all adapters of the gateway, from 0.", stable=True)

    @classmethod
    def key_of(cls, tree: Tree) -> Hashable | None:
        """Network and address; one that asks for its address is known by the network alone."""
        values = tuple(tree.get(name) for name in cls.told_apart_by)
        return None if any(isinstance(value, Unknown) for value in values) else values


class ProxyLogin(Block):
    """Who signs in to the proxy."""

    username: str = argument("Login name.")
    password: str | None = secret("Password.")


class Proxy(Block):
    """The proxy on the way to HPE GreenLake and to cloud stores."""

    network_address: str = argument("IP address or host name.")
    port: int = argument("TCP port.")
    credentials: ProxyLogin | None = argument("Login, where the proxy asks for one.")


class GatewayClock(Block):
    """Where the gateway takes its time from."""

    method_date_time_set: Literal["NTP", "VM_HOST"] | None = argument(
        "`NTP` asks time servers, `VM_HOST` asks the host the gateway runs on."
    )
    timezone: str | None = argument("Time zone, such as `Europe/Berlin`.")


class GatewayDatastore(Block):
    """A datastore that holds disks of the gateway."""

    id: str | None = result("Identifier of the datastore.")
    total_provisioned_disk_in_tib: float | None = result(
        "Space that the gateway takes of it, TiB.", api="totalProvisionedDiskInTiB"
    )


class Resize(Workload):
    """A new size. The list of datastores is the whole one."""

    datastore_ids: set[str] = argument("Datastores.")
    override: FixedSize | None = argument("Fixed size.")


class NewAdapter(Block):
    """An adapter that is added."""

    nic: AdapterSettings = argument("Adapter.")


class KnownAdapter(AdapterSettings):
    """An adapter that is there, and how it shall be."""

    id: str = argument("Identifier of the adapter.")


class ChangedAdapter(Block):
    """An adapter that is changed, on the appliance and in HPE's record of it."""

    nic: KnownAdapter = argument("Adapter.")


class NamedAdapter(Block):
    """An adapter that is there."""

    id: str = argument("Identifier of the adapter.")


class DroppedAdapter(Block):
    """An adapter that is taken away."""

    nic: NamedAdapter = argument("Adapter.")


class RemoteSupport(Block):
    """Whether HPE's support may connect."""

    enabled: bool = argument("Whether it may.")
