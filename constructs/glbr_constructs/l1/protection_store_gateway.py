# Generated from glbr/resources/protection_store_gateway.py by `python -m glbr.views.generate_l1`: do not edit.
# ruff: noqa: A002 - arguments have HPE's names, and HPE says id and type.
"""Protection store gateway: the same arguments and attributes as in Terraform."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from constructs import Construct

from glbr_constructs.cdk import cdk
from glbr_constructs.synthesis import kinds
from glbr_constructs.synthesis.arguments import Flag, Many, Nested, One
from glbr_constructs.synthesis.attributes import Attribute, Reference, References, each, flag, number, one, text, texts
from glbr_constructs.synthesis.meta import Connection, Count, DependsOn, ForEach, Lifecycle, ProviderBlock, Provisioners
from glbr_constructs.synthesis.resource import DataSource, Resource


class ProtectionStoreGatewayNameServerReference(Reference):
    """A server that knows names."""

    network_address: Attribute[str] = text()


class ProtectionStoreGatewayDeploymentNetworkReference(Reference):
    """The first network adapter, by which HPE GreenLake reaches the gateway."""

    name: Attribute[str] = text()
    network_type: Attribute[str] = text()
    network_address: Attribute[str] = text()
    subnet_mask: Attribute[str] = text()
    gateway: Attribute[str] = text()
    dns: Attribute[References[ProtectionStoreGatewayNameServerReference]] = each(
        ProtectionStoreGatewayNameServerReference
    )


class ProtectionStoreGatewayFixedSizeReference(Reference):
    """A size that a person has chosen, in place of the one that HPE works out."""

    cpu: Attribute[float] = number()
    ram_in_gib: Attribute[float] = number()
    storage_in_tib: Attribute[float] = number()


class ProtectionStoreGatewayVmConfigReference(Reference):
    """The virtual machine of a gateway: where it is placed, how large it is, how it is connected."""

    max_in_cloud_daily_protected_data_in_tib: Attribute[float] = number()
    max_in_cloud_retention_days: Attribute[float] = number()
    max_on_prem_daily_protected_data_in_tib: Attribute[float] = number()
    max_on_prem_retention_days: Attribute[float] = number()
    cluster_id: Attribute[str] = text()
    host_id: Attribute[str] = text()
    resource_pool_id: Attribute[str] = text()
    folder_id: Attribute[str] = text()
    content_library_id: Attribute[str] = text()
    datastore_ids: Attribute[list[str]] = texts()
    network: Attribute[ProtectionStoreGatewayDeploymentNetworkReference] = one(
        ProtectionStoreGatewayDeploymentNetworkReference
    )
    override: Attribute[ProtectionStoreGatewayFixedSizeReference] = one(ProtectionStoreGatewayFixedSizeReference)


class ProtectionStoreGatewayNicReference(Reference):
    """A network adapter of the gateway."""

    network_name: Attribute[str] = text()
    network_type: Attribute[str] = text()
    network_address: Attribute[str] = text()
    subnet_mask: Attribute[str] = text()
    gateway: Attribute[str] = text()
    id: Attribute[str] = text()
    """Identifier of the adapter."""

    network_index: Attribute[float] = number()
    """Its place among all adapters of the gateway, from 0."""


class ProtectionStoreGatewayTimeServerReference(Reference):
    """A server that knows the time."""

    network_address: Attribute[str] = text()


class ProtectionStoreGatewayProxyLoginReference(Reference):
    """Who signs in to the proxy."""

    username: Attribute[str] = text()
    password: Attribute[str] = text()
    password_wo_version: Attribute[float] = number()


class ProtectionStoreGatewayProxyReference(Reference):
    """The proxy on the way to HPE GreenLake and to cloud stores."""

    network_address: Attribute[str] = text()
    port: Attribute[float] = number()
    credentials: Attribute[ProtectionStoreGatewayProxyLoginReference] = one(ProtectionStoreGatewayProxyLoginReference)


class ProtectionStoreGatewayGatewayClockReference(Reference):
    """Where the gateway takes its time from."""

    method_date_time_set: Attribute[str] = text()
    timezone: Attribute[str] = text()


class ProtectionStoreGatewayTimeoutsReference(Reference):
    """How long Terraform waits for HPE to finish. What HPE has begun goes on all the same."""

    create: Attribute[str] = text()
    update: Attribute[str] = text()
    delete: Attribute[str] = text()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectionStoreGatewayNameServer(Nested):
    """A server that knows names.

    Attributes:
        network_address: IP address or host name.
    """

    shape: ClassVar[Mapping[str, kinds.Convert]] = {"network_address": kinds.text}

    network_address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectionStoreGatewayDeploymentNetwork(Nested):
    """The first network adapter, by which HPE GreenLake reaches the gateway.

    Attributes:
        name: Name of the network in the vCenter.
        network_type: Where its address comes from. Allowed: `DHCP`, `STATIC`.
        network_address: IPv4 address of a `STATIC` adapter.
        subnet_mask: IPv4 mask of a `STATIC` adapter.
        gateway: Address of the gateway of a `STATIC` adapter.
        dns: DNS servers from the start, the first asked first. A change goes the way of `dns` beside `vm_config`; where
            that is set, it is the one that counts.
    """

    shape: ClassVar[Mapping[str, kinds.Convert]] = {
        "name": kinds.text,
        "network_type": kinds.choice("DHCP", "STATIC"),
        "network_address": kinds.text,
        "subnet_mask": kinds.text,
        "gateway": kinds.text,
        "dns": kinds.each(ProtectionStoreGatewayNameServer.of),
    }

    name: str
    network_type: str
    network_address: str | None = None
    subnet_mask: str | None = None
    gateway: str | None = None
    dns: Many[ProtectionStoreGatewayNameServer] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectionStoreGatewayFixedSize(Nested):
    """A size that a person has chosen, in place of the one that HPE works out.

    Attributes:
        cpu: Number of processors.
        ram_in_gib: Memory, GiB.
        storage_in_tib: Space for stores, TiB.
    """

    shape: ClassVar[Mapping[str, kinds.Convert]] = {
        "cpu": kinds.number,
        "ram_in_gib": kinds.number,
        "storage_in_tib": kinds.number,
    }

    cpu: float | None = None
    ram_in_gib: float | None = None
    storage_in_tib: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectionStoreGatewayVmConfig(Nested):
    """The virtual machine of a gateway: where it is placed, how large it is, how it is connected.

    Attributes:
        max_in_cloud_daily_protected_data_in_tib: Most data that is protected in a day in cloud stores, TiB.
        max_in_cloud_retention_days: Longest retention in cloud stores, days.
        max_on_prem_daily_protected_data_in_tib: Most data that is protected in a day on the gateway itself, TiB.
        max_on_prem_retention_days: Longest retention on the gateway itself, days.
        cluster_id: Cluster to deploy it in. One of `cluster_id`, `host_id` and `resource_pool_id` is needed.
        host_id: Host to deploy it on.
        resource_pool_id: Resource pool to deploy it in.
        folder_id: Folder of the vCenter to put it into; HPE chooses one when left out.
        content_library_id: Datastore for the content library that it is deployed from.
        datastore_ids: Datastores that hold its disks.
        network: First network adapter.
        override: Fixed size, in place of the one that HPE works out from the workload.
    """

    shape: ClassVar[Mapping[str, kinds.Convert]] = {
        "max_in_cloud_daily_protected_data_in_tib": kinds.number,
        "max_in_cloud_retention_days": kinds.number,
        "max_on_prem_daily_protected_data_in_tib": kinds.number,
        "max_on_prem_retention_days": kinds.number,
        "cluster_id": kinds.text,
        "host_id": kinds.text,
        "resource_pool_id": kinds.text,
        "folder_id": kinds.text,
        "content_library_id": kinds.text,
        "datastore_ids": kinds.each(kinds.text),
        "network": ProtectionStoreGatewayDeploymentNetwork.of,
        "override": ProtectionStoreGatewayFixedSize.of,
    }

    max_in_cloud_daily_protected_data_in_tib: float | None = None
    max_in_cloud_retention_days: float | None = None
    max_on_prem_daily_protected_data_in_tib: float | None = None
    max_on_prem_retention_days: float | None = None
    cluster_id: str | None = None
    host_id: str | None = None
    resource_pool_id: str | None = None
    folder_id: str | None = None
    content_library_id: str | None = None
    datastore_ids: Sequence[str]
    network: One[ProtectionStoreGatewayDeploymentNetwork]
    override: One[ProtectionStoreGatewayFixedSize] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectionStoreGatewayNic(Nested):
    """A network adapter of the gateway.

    Attributes:
        network_name: Name of the network in the vCenter.
        network_type: Where its address comes from. Allowed: `DHCP`, `STATIC`.
        network_address: IPv4 address of a `STATIC` adapter.
        subnet_mask: IPv4 mask of a `STATIC` adapter.
        gateway: Address of the gateway of a `STATIC` adapter.
    """

    shape: ClassVar[Mapping[str, kinds.Convert]] = {
        "network_name": kinds.text,
        "network_type": kinds.choice("DHCP", "STATIC"),
        "network_address": kinds.text,
        "subnet_mask": kinds.text,
        "gateway": kinds.text,
    }

    network_name: str
    network_type: str
    network_address: str | None = None
    subnet_mask: str | None = None
    gateway: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectionStoreGatewayTimeServer(Nested):
    """A server that knows the time.

    Attributes:
        network_address: IP address or host name.
    """

    shape: ClassVar[Mapping[str, kinds.Convert]] = {"network_address": kinds.text}

    network_address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectionStoreGatewayProxyLogin(Nested):
    """Who signs in to the proxy.

    Attributes:
        username: Login name.
        password: Password.
        password_wo: Password. Write-only: kept in no plan and no state; needs Terraform 1.11.
        password_wo_version: Change this number to send a new password_wo.
    """

    shape: ClassVar[Mapping[str, kinds.Convert]] = {
        "username": kinds.text,
        "password": kinds.text,
        "password_wo": kinds.text,
        "password_wo_version": kinds.whole,
    }

    username: str
    password: str | None = None
    password_wo: str | None = None
    password_wo_version: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectionStoreGatewayProxy(Nested):
    """The proxy on the way to HPE GreenLake and to cloud stores.

    Attributes:
        network_address: IP address or host name.
        port: TCP port.
        credentials: Login, where the proxy asks for one.
    """

    shape: ClassVar[Mapping[str, kinds.Convert]] = {
        "network_address": kinds.text,
        "port": kinds.whole,
        "credentials": ProtectionStoreGatewayProxyLogin.of,
    }

    network_address: str
    port: float
    credentials: One[ProtectionStoreGatewayProxyLogin] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectionStoreGatewayGatewayClock(Nested):
    """Where the gateway takes its time from.

    Attributes:
        method_date_time_set: `NTP` asks time servers, `VM_HOST` asks the host the gateway runs on. Allowed: `NTP`,
            `VM_HOST`.
        timezone: Time zone, such as `Europe/Berlin`.
    """

    shape: ClassVar[Mapping[str, kinds.Convert]] = {
        "method_date_time_set": kinds.choice("NTP", "VM_HOST"),
        "timezone": kinds.text,
    }

    method_date_time_set: str | None = None
    timezone: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectionStoreGatewayTimeouts(Nested):
    """How long Terraform waits for HPE to finish. What HPE has begun goes on all the same.

    Attributes:
        create: Wait this long for it to be made, such as `30m`; `60m` when left out.
        update: Wait this long for a change; `60m` when left out.
        delete: Wait this long for its removal; `60m` when left out.
    """

    shape: ClassVar[Mapping[str, kinds.Convert]] = {"create": kinds.text, "update": kinds.text, "delete": kinds.text}

    create: str | None = None
    update: str | None = None
    delete: str | None = None


class ProtectionStoreGateway(Resource):
    """A Protection Store Gateway: a virtual machine that takes backups and passes them on to a cloud.

    Destroying it deletes the virtual machine with its disks. The on-premises stores on it are lost with every recovery
    point in them; a cloud store that outlives it can be attached to another appliance. A change of its name or its
    place plans a new gateway, with the same loss.

    A change of datastores, workload or fixed size resizes the gateway in place; adapters, the first one included, DNS,
    time, proxy and the access of HPE's support are changed in place, too. HPE GreenLake reaches the gateway by its
    first adapter: make sure that a new address can be reached before you apply it.

    HPE does not tell where a gateway was deployed, only the virtual machine it is: an import takes the vCenter and the
    cluster (or the host, where there is no cluster) of that machine. Write that place for an imported gateway, whatever
    it was deployed into: another place, or another kind of place, plans a new gateway. What HPE tells nowhere is empty
    after an import until it is applied once, which sends nothing for `folder_id` and `content_library_id`, and sends
    `date_time` again.
    """

    terraform_type: ClassVar[str] = "glbr_protection_store_gateway"

    shape: ClassVar[Mapping[str, kinds.Convert]] = {
        "name": kinds.text,
        "hypervisor_manager_id": kinds.text,
        "vm_config": ProtectionStoreGatewayVmConfig.of,
        "nics": kinds.each(ProtectionStoreGatewayNic.of),
        "dns": kinds.each(ProtectionStoreGatewayNameServer.of),
        "ntp": kinds.each(ProtectionStoreGatewayTimeServer.of),
        "proxy": ProtectionStoreGatewayProxy.of,
        "date_time": ProtectionStoreGatewayGatewayClock.of,
        "remote_access_enabled": kinds.flag,
        "force": kinds.flag,
        "timeouts": ProtectionStoreGatewayTimeouts.of,
    }

    id: Attribute[str] = text()
    """Identifier made by HPE."""

    name: Attribute[str] = text()
    hypervisor_manager_id: Attribute[str] = text()
    vm_config: Attribute[ProtectionStoreGatewayVmConfigReference] = one(ProtectionStoreGatewayVmConfigReference)
    nics: Attribute[References[ProtectionStoreGatewayNicReference]] = each(ProtectionStoreGatewayNicReference)
    dns: Attribute[References[ProtectionStoreGatewayNameServerReference]] = each(
        ProtectionStoreGatewayNameServerReference
    )
    ntp: Attribute[References[ProtectionStoreGatewayTimeServerReference]] = each(
        ProtectionStoreGatewayTimeServerReference
    )
    proxy: Attribute[ProtectionStoreGatewayProxyReference] = one(ProtectionStoreGatewayProxyReference)
    date_time: Attribute[ProtectionStoreGatewayGatewayClockReference] = one(ProtectionStoreGatewayGatewayClockReference)
    remote_access_enabled: Attribute[cdk.IResolvable] = flag()
    force: Attribute[cdk.IResolvable] = flag()
    vm_id: Attribute[str] = text()
    """Virtual machine that it is."""

    serial_number: Attribute[str] = text()
    """Serial number."""

    created_at: Attribute[str] = text()
    """When it was deployed."""

    resource_uri: Attribute[str] = text()
    """API path of the gateway."""

    data_orchestrator_id: Attribute[str] = text()
    """Data Orchestrator that serves it."""

    timeouts: Attribute[ProtectionStoreGatewayTimeoutsReference] = one(ProtectionStoreGatewayTimeoutsReference)

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        name: str,
        hypervisor_manager_id: str,
        vm_config: One[ProtectionStoreGatewayVmConfig],
        nics: Many[ProtectionStoreGatewayNic] | None = None,
        dns: Many[ProtectionStoreGatewayNameServer] | None = None,
        ntp: Many[ProtectionStoreGatewayTimeServer] | None = None,
        proxy: One[ProtectionStoreGatewayProxy] | None = None,
        date_time: One[ProtectionStoreGatewayGatewayClock] | None = None,
        remote_access_enabled: Flag | None = None,
        force: Flag | None = None,
        timeouts: One[ProtectionStoreGatewayTimeouts] | None = None,
        count: Count | None = None,
        depends_on: DependsOn | None = None,
        for_each: ForEach | None = None,
        lifecycle: Lifecycle | None = None,
        provider: ProviderBlock | None = None,
        connection: Connection | None = None,
        provisioners: Provisioners | None = None,
    ) -> None:
        """Describe it.

        Args:
            scope: Where the construct belongs.
            id_: Name of the construct in that place.
            name: Name of the gateway and of its virtual machine.
            hypervisor_manager_id: vCenter that it runs in. A change plans a new gateway.
            vm_config: Virtual machine of the gateway. Datastores, workload, fixed size and network are changed in
                place; a change of the place it is deployed in plans a new gateway.
            nics: Network adapters beside the one of `vm_config.network`. Data sources tell them all, that one included.
            dns: DNS servers, the first asked first; those of `vm_config.network` when left out.
            ntp: Time servers, the first asked first. Left as they are when left out.
            proxy: Proxy on the way to HPE GreenLake and to cloud stores.
            date_time: Where it takes its time from. HPE does not tell it back.
            remote_access_enabled: Whether HPE's support may connect to the gateway. Left as it is when left out.
            force: Allow the gateway to be destroyed although its stores hold backups. Every recovery point on it is
                lost. Default: `False`.
            timeouts: How long to wait for HPE.
            count: How many of it there are.
            depends_on: What must be there first, where no reference says so.
            for_each: One for each entry of a list or map.
            lifecycle: How Terraform replaces and destroys it: `{"prevent_destroy": True}`.
            provider: Provider block that manages it, where there are several.
            connection: How provisioners reach a machine.
            provisioners: What Terraform runs on a machine once the object is made.
        """
        super().__init__(
            scope,
            id_,
            {
                "name": name,
                "hypervisor_manager_id": hypervisor_manager_id,
                "vm_config": vm_config,
                "nics": nics,
                "dns": dns,
                "ntp": ntp,
                "proxy": proxy,
                "date_time": date_time,
                "remote_access_enabled": remote_access_enabled,
                "force": force,
                "timeouts": timeouts,
            },
            count=count,
            depends_on=depends_on,
            for_each=for_each,
            lifecycle=lifecycle,
            provider=provider,
            connection=connection,
            provisioners=provisioners,
        )


class DataProtectionStoreGatewayHealthReference(Reference):
    """How the gateway is."""

    state: Attribute[str] = text()
    """State, such as `PSG_HEALTH_STATE_OK`."""

    state_reason: Attribute[str] = text()
    """Short cause of the state."""

    status: Attribute[str] = text()
    """`PSG_HEALTH_STATUS_CONNECTED` or `PSG_HEALTH_STATUS_DISCONNECTED`."""


class DataProtectionStoreGatewayWorkloadReference(Reference):
    """What a gateway has to protect; HPE sizes it by that."""

    max_in_cloud_daily_protected_data_in_tib: Attribute[float] = number()
    """Most data that is protected in a day in cloud stores, TiB."""

    max_in_cloud_retention_days: Attribute[float] = number()
    """Longest retention in cloud stores, days."""

    max_on_prem_daily_protected_data_in_tib: Attribute[float] = number()
    """Most data that is protected in a day on the gateway itself, TiB."""

    max_on_prem_retention_days: Attribute[float] = number()
    """Longest retention on the gateway itself, days."""


class DataProtectionStoreGatewayGatewayDatastoreReference(Reference):
    """A datastore that holds disks of the gateway."""

    id: Attribute[str] = text()
    """Identifier of the datastore."""

    total_provisioned_disk_in_tib: Attribute[float] = number()
    """Space that the gateway takes of it, TiB."""


class DataProtectionStoreGateway(DataSource):
    """A Protection Store Gateway: a virtual machine that takes backups and passes them on to a cloud.

    Destroying it deletes the virtual machine with its disks. The on-premises stores on it are lost with every recovery
    point in them; a cloud store that outlives it can be attached to another appliance. A change of its name or its
    place plans a new gateway, with the same loss.

    A change of datastores, workload or fixed size resizes the gateway in place; adapters, the first one included, DNS,
    time, proxy and the access of HPE's support are changed in place, too. HPE GreenLake reaches the gateway by its
    first adapter: make sure that a new address can be reached before you apply it.

    HPE does not tell where a gateway was deployed, only the virtual machine it is: an import takes the vCenter and the
    cluster (or the host, where there is no cluster) of that machine. Write that place for an imported gateway, whatever
    it was deployed into: another place, or another kind of place, plans a new gateway. What HPE tells nowhere is empty
    after an import until it is applied once, which sends nothing for `folder_id` and `content_library_id`, and sends
    `date_time` again.
    """

    terraform_type: ClassVar[str] = "glbr_protection_store_gateway"

    shape: ClassVar[Mapping[str, kinds.Convert]] = {"id": kinds.text, "name": kinds.text}

    id: Attribute[str] = text()
    name: Attribute[str] = text()
    nics: Attribute[References[ProtectionStoreGatewayNicReference]] = each(ProtectionStoreGatewayNicReference)
    """Network adapters beside the one of `vm_config.network`. Data sources tell them all, that one included."""

    dns: Attribute[References[ProtectionStoreGatewayNameServerReference]] = each(
        ProtectionStoreGatewayNameServerReference
    )
    """DNS servers, the first asked first; those of `vm_config.network` when left out."""

    ntp: Attribute[References[ProtectionStoreGatewayTimeServerReference]] = each(
        ProtectionStoreGatewayTimeServerReference
    )
    """Time servers, the first asked first. Left as they are when left out."""

    proxy: Attribute[ProtectionStoreGatewayProxyReference] = one(ProtectionStoreGatewayProxyReference)
    """Proxy on the way to HPE GreenLake and to cloud stores."""

    remote_access_enabled: Attribute[cdk.IResolvable] = flag()
    """Whether HPE's support may connect to the gateway. Left as it is when left out."""

    vm_id: Attribute[str] = text()
    """Virtual machine that it is."""

    serial_number: Attribute[str] = text()
    """Serial number."""

    created_at: Attribute[str] = text()
    """When it was deployed."""

    resource_uri: Attribute[str] = text()
    """API path of the gateway."""

    data_orchestrator_id: Attribute[str] = text()
    """Data Orchestrator that serves it."""

    display_name: Attribute[str] = text()
    """Name shown in the console."""

    software_version: Attribute[str] = text()
    """Version of its software."""

    state: Attribute[str] = text()
    """Lifecycle state, such as `PSG_STATE_OK`."""

    health: Attribute[DataProtectionStoreGatewayHealthReference] = one(DataProtectionStoreGatewayHealthReference)
    """How the gateway is."""

    hostname: Attribute[str] = text()
    """Host name."""

    size: Attribute[DataProtectionStoreGatewayWorkloadReference] = one(DataProtectionStoreGatewayWorkloadReference)
    """Workload that it is sized for."""

    override: Attribute[ProtectionStoreGatewayFixedSizeReference] = one(ProtectionStoreGatewayFixedSizeReference)
    """Fixed size; zeros mean none."""

    datastores_info: Attribute[References[DataProtectionStoreGatewayGatewayDatastoreReference]] = each(
        DataProtectionStoreGatewayGatewayDatastoreReference
    )
    """Datastores that hold its disks."""

    remote_access_station_id: Attribute[str] = text()
    """Station by which HPE's support knows it."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        id: str | None = None,
        name: str | None = None,
        count: Count | None = None,
        depends_on: DependsOn | None = None,
        for_each: ForEach | None = None,
        lifecycle: Lifecycle | None = None,
        provider: ProviderBlock | None = None,
    ) -> None:
        """Describe it.

        Args:
            scope: Where the construct belongs.
            id_: Name of the construct in that place.
            id: Identifier made by HPE.
            name: Name of the gateway and of its virtual machine.
            count: How many of it there are.
            depends_on: What must be there first, where no reference says so.
            for_each: One for each entry of a list or map.
            lifecycle: How Terraform replaces and destroys it: `{"prevent_destroy": True}`.
            provider: Provider block that manages it, where there are several.
        """
        super().__init__(
            scope,
            id_,
            {
                "id": id,
                "name": name,
            },
            count=count,
            depends_on=depends_on,
            for_each=for_each,
            lifecycle=lifecycle,
            provider=provider,
        )


class DataProtectionStoreGatewayFilterReference(Reference):
    """One condition of a list."""

    property_: Attribute[str] = text("property")
    values: Attribute[list[str]] = texts()
    comparison: Attribute[str] = text()


class DataProtectionStoreGatewayReference(Reference):
    """A Protection Store Gateway: a virtual machine that takes backups and passes them on to a cloud.

    Destroying it deletes the virtual machine with its disks. The on-premises stores on it are lost with every recovery
    point in them; a cloud store that outlives it can be attached to another appliance. A change of its name or its
    place plans a new gateway, with the same loss.

    A change of datastores, workload or fixed size resizes the gateway in place; adapters, the first one included, DNS,
    time, proxy and the access of HPE's support are changed in place, too. HPE GreenLake reaches the gateway by its
    first adapter: make sure that a new address can be reached before you apply it.

    HPE does not tell where a gateway was deployed, only the virtual machine it is: an import takes the vCenter and the
    cluster (or the host, where there is no cluster) of that machine. Write that place for an imported gateway, whatever
    it was deployed into: another place, or another kind of place, plans a new gateway. What HPE tells nowhere is empty
    after an import until it is applied once, which sends nothing for `folder_id` and `content_library_id`, and sends
    `date_time` again.
    """

    id: Attribute[str] = text()
    """Identifier made by HPE."""

    name: Attribute[str] = text()
    """Name of the gateway and of its virtual machine."""

    nics: Attribute[References[ProtectionStoreGatewayNicReference]] = each(ProtectionStoreGatewayNicReference)
    """Network adapters beside the one of `vm_config.network`. Data sources tell them all, that one included."""

    dns: Attribute[References[ProtectionStoreGatewayNameServerReference]] = each(
        ProtectionStoreGatewayNameServerReference
    )
    """DNS servers, the first asked first; those of `vm_config.network` when left out."""

    ntp: Attribute[References[ProtectionStoreGatewayTimeServerReference]] = each(
        ProtectionStoreGatewayTimeServerReference
    )
    """Time servers, the first asked first. Left as they are when left out."""

    proxy: Attribute[ProtectionStoreGatewayProxyReference] = one(ProtectionStoreGatewayProxyReference)
    """Proxy on the way to HPE GreenLake and to cloud stores."""

    remote_access_enabled: Attribute[cdk.IResolvable] = flag()
    """Whether HPE's support may connect to the gateway. Left as it is when left out."""

    vm_id: Attribute[str] = text()
    """Virtual machine that it is."""

    serial_number: Attribute[str] = text()
    """Serial number."""

    created_at: Attribute[str] = text()
    """When it was deployed."""

    resource_uri: Attribute[str] = text()
    """API path of the gateway."""

    data_orchestrator_id: Attribute[str] = text()
    """Data Orchestrator that serves it."""

    display_name: Attribute[str] = text()
    """Name shown in the console."""

    software_version: Attribute[str] = text()
    """Version of its software."""

    state: Attribute[str] = text()
    """Lifecycle state, such as `PSG_STATE_OK`."""

    health: Attribute[DataProtectionStoreGatewayHealthReference] = one(DataProtectionStoreGatewayHealthReference)
    """How the gateway is."""

    hostname: Attribute[str] = text()
    """Host name."""

    size: Attribute[DataProtectionStoreGatewayWorkloadReference] = one(DataProtectionStoreGatewayWorkloadReference)
    """Workload that it is sized for."""

    override: Attribute[ProtectionStoreGatewayFixedSizeReference] = one(ProtectionStoreGatewayFixedSizeReference)
    """Fixed size; zeros mean none."""

    datastores_info: Attribute[References[DataProtectionStoreGatewayGatewayDatastoreReference]] = each(
        DataProtectionStoreGatewayGatewayDatastoreReference
    )
    """Datastores that hold its disks."""

    remote_access_station_id: Attribute[str] = text()
    """Station by which HPE's support knows it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectionStoreGatewayFilter(Nested):
    """One condition of a list.

    Attributes:
        property_: HPE's name of the property, with `/` between the parts: `assetInfo/name`.
        values: Value, or several of which one must match.
        comparison: How the property compares with the value: `eq` (equal, also when left out), `gt` (greater, later),
            `lt` (less, earlier) or `ne` (not equal; HPE takes it for inventory and tags). All but `eq` take one value.
            Allowed: `eq`, `ne`, `gt`, `lt`.
    """

    shape: ClassVar[Mapping[str, kinds.Convert]] = {
        "property_": kinds.text,
        "values": kinds.each(kinds.text),
        "comparison": kinds.choice("eq", "ne", "gt", "lt"),
    }

    property_: str
    values: Sequence[str]
    comparison: str | None = None


class DataProtectionStoreGateways(DataSource):
    """Every protection store gateway that the API client may see, or those that meet all `filters`."""

    terraform_type: ClassVar[str] = "glbr_protection_store_gateways"

    filterable: ClassVar[tuple[str, ...]] = (
        "state",
        "health/state",
        "health/status",
    )

    shape: ClassVar[Mapping[str, kinds.Convert]] = {
        "filters": kinds.each(ProtectionStoreGatewayFilter.of),
        "sort": kinds.text,
        "limit": kinds.whole,
    }

    filters: Attribute[References[DataProtectionStoreGatewayFilterReference]] = each(
        DataProtectionStoreGatewayFilterReference
    )
    sort: Attribute[str] = text()
    limit: Attribute[float] = number()
    items: Attribute[References[DataProtectionStoreGatewayReference]] = each(DataProtectionStoreGatewayReference)
    """What was found, by name, or as `sort` says. Each has the attributes of `glbr_protection_store_gateway`."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        filters: Many[ProtectionStoreGatewayFilter] | None = None,
        sort: str | None = None,
        limit: float | None = None,
        count: Count | None = None,
        depends_on: DependsOn | None = None,
        for_each: ForEach | None = None,
        lifecycle: Lifecycle | None = None,
        provider: ProviderBlock | None = None,
    ) -> None:
        """Describe it.

        Args:
            scope: Where the construct belongs.
            id_: Name of the construct in that place.
            filters: Conditions that all must hold. Properties: `state`, `health/state`, `health/status`.
            sort: HPE's name of the property to sort by, with ` desc` behind it for the greatest first: `createdAt
                desc`.
            limit: Take at most so many: the first by `sort`, else those that HPE lists first.
            count: How many of it there are.
            depends_on: What must be there first, where no reference says so.
            for_each: One for each entry of a list or map.
            lifecycle: How Terraform replaces and destroys it: `{"prevent_destroy": True}`.
            provider: Provider block that manages it, where there are several.
        """
        super().__init__(
            scope,
            id_,
            {
                "filters": filters,
                "sort": sort,
                "limit": limit,
            },
            count=count,
            depends_on=depends_on,
            for_each=for_each,
            lifecycle=lifecycle,
            provider=provider,
        )
