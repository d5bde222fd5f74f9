# Generated from glbr/resources/hypervisor_host.py by `python -m glbr.views.generate_l1`: do not edit.
# ruff: noqa: A002 - arguments have HPE's names, and HPE says id and type.
"""Hypervisor host: the same arguments and attributes as in Terraform."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from constructs import Construct

from glbr_constructs.cdk import cdk
from glbr_constructs.synthesis import kinds
from glbr_constructs.synthesis.arguments import Many, Nested
from glbr_constructs.synthesis.attributes import Attribute, Reference, References, each, flag, number, one, text, texts
from glbr_constructs.synthesis.meta import Count, DependsOn, ForEach, Lifecycle, ProviderBlock
from glbr_constructs.synthesis.resource import DataSource


class DataHypervisorHostLinkedReference(Reference):
    """Another object that goes with it."""

    id: Attribute[str] = text()
    """Identifier."""

    name: Attribute[str] = text()
    """Name."""


class DataHypervisorHostParentReference(Reference):
    """What the host stands in."""

    id: Attribute[str] = text()
    """Identifier of the cluster or folder."""

    name: Attribute[str] = text()
    """Name of the cluster or folder."""

    type: Attribute[str] = text()
    """`CLUSTER`, or `FOLDER` for a host outside of clusters."""


class DataHypervisorHostHostProcessorsReference(Reference):
    """Processors of the host."""

    processor_sockets: Attribute[float] = number()
    """Number of processors."""

    processor_cores: Attribute[float] = number()
    """Number of cores."""

    logical_processors: Attribute[float] = number()
    """Number of threads that run at once."""

    processor_speed_hz: Attribute[float] = number()
    """Speed, Hz."""

    hyperthreading_active: Attribute[cdk.IResolvable] = flag()
    """Whether a core runs two threads at once."""


class DataHypervisorHostHostUseReference(Reference):
    """What the host has and uses."""

    cpu_capacity_in_hz: Attribute[float] = number()
    """Speed of all processors, Hz."""

    cpu_usage_in_mhz: Attribute[float] = number()
    """Speed in use, MHz."""

    memory_size_in_bytes: Attribute[float] = number()
    """Memory, bytes."""

    memory_usage_in_mb: Attribute[float] = number()
    """Memory in use, MB."""

    total_storage_in_bytes: Attribute[float] = number()
    """Space, bytes."""

    used_storage_in_bytes: Attribute[float] = number()
    """Space in use, bytes."""


class DataHypervisorHostDatacenterReference(Reference):
    """A datacenter of the vCenter."""

    id: Attribute[str] = text()
    """Identifier of the datacenter."""

    name: Attribute[str] = text()
    """Name of the datacenter."""

    moref: Attribute[str] = text()
    """The vCenter's own reference to the datacenter, such as `datacenter-2`."""


class DataHypervisorHostVmwarePlaceReference(Reference):
    """Where VMware keeps it."""

    moref: Attribute[str] = text()
    """The vCenter's own reference to the object, as VMware's tools write it."""

    datacenter_info: Attribute[DataHypervisorHostDatacenterReference] = one(DataHypervisorHostDatacenterReference)
    """Datacenter that it stands in."""


class DataHypervisorHostPlaceInfoReference(Reference):
    """What the hypervisor alone knows."""

    vmware: Attribute[DataHypervisorHostVmwarePlaceReference] = one(DataHypervisorHostVmwarePlaceReference)
    """What VMware knows."""


class DataHypervisorHost(DataSource):
    """An ESXi host in the inventory of a vCenter."""

    terraform_type: ClassVar[str] = "glbr_hypervisor_host"

    shape: ClassVar[Mapping[str, kinds.Convert]] = {"id": kinds.text, "name": kinds.text}

    id: Attribute[str] = text()
    name: Attribute[str] = text()
    display_name: Attribute[str] = text()
    """Name shown in the console."""

    network_address: Attribute[str] = text()
    """IP address or host name."""

    version: Attribute[str] = text()
    """Version of its hypervisor."""

    state: Attribute[str] = text()
    """`OK`, `ERROR` or `REFRESHING`."""

    status: Attribute[str] = text()
    """Health: `OK`, `WARNING` or `ERROR`."""

    hypervisor_manager_info: Attribute[DataHypervisorHostLinkedReference] = one(DataHypervisorHostLinkedReference)
    """vCenter."""

    parent_info: Attribute[DataHypervisorHostParentReference] = one(DataHypervisorHostParentReference)
    """Cluster or folder that the host stands in."""

    networks_info: Attribute[list[str]] = texts()
    """Networks that its machines can be attached to."""

    cpu_info: Attribute[DataHypervisorHostHostProcessorsReference] = one(DataHypervisorHostHostProcessorsReference)
    """Processors."""

    host_perf_metric_info: Attribute[DataHypervisorHostHostUseReference] = one(DataHypervisorHostHostUseReference)
    """What it has and uses."""

    app_info: Attribute[DataHypervisorHostPlaceInfoReference] = one(DataHypervisorHostPlaceInfoReference)
    """What the hypervisor alone knows of it."""

    services: Attribute[list[str]] = texts()
    """Services of HPE GreenLake that see it, such as `backup-and-recovery`."""

    uid: Attribute[str] = text()
    """VMware's own identifier of the host."""

    hci_cluster_uuid: Attribute[str] = text()
    """Identifier of the HPE SimpliVity cluster that it belongs to."""

    hci_server_uuid: Attribute[str] = text()
    """Identifier of the HPE SimpliVity server that it is."""

    created_at: Attribute[str] = text()
    """When it was first seen."""

    resource_uri: Attribute[str] = text()
    """API path of the host."""

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
            name: Name in the vCenter.
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


class DataHypervisorHostFilterReference(Reference):
    """One condition of a list."""

    property_: Attribute[str] = text("property")
    values: Attribute[list[str]] = texts()
    comparison: Attribute[str] = text()


class DataHypervisorHostReference(Reference):
    """An ESXi host in the inventory of a vCenter."""

    id: Attribute[str] = text()
    """Identifier made by HPE."""

    name: Attribute[str] = text()
    """Name in the vCenter."""

    display_name: Attribute[str] = text()
    """Name shown in the console."""

    network_address: Attribute[str] = text()
    """IP address or host name."""

    version: Attribute[str] = text()
    """Version of its hypervisor."""

    state: Attribute[str] = text()
    """`OK`, `ERROR` or `REFRESHING`."""

    status: Attribute[str] = text()
    """Health: `OK`, `WARNING` or `ERROR`."""

    hypervisor_manager_info: Attribute[DataHypervisorHostLinkedReference] = one(DataHypervisorHostLinkedReference)
    """vCenter."""

    parent_info: Attribute[DataHypervisorHostParentReference] = one(DataHypervisorHostParentReference)
    """Cluster or folder that the host stands in."""

    networks_info: Attribute[list[str]] = texts()
    """Networks that its machines can be attached to."""

    cpu_info: Attribute[DataHypervisorHostHostProcessorsReference] = one(DataHypervisorHostHostProcessorsReference)
    """Processors."""

    host_perf_metric_info: Attribute[DataHypervisorHostHostUseReference] = one(DataHypervisorHostHostUseReference)
    """What it has and uses."""

    app_info: Attribute[DataHypervisorHostPlaceInfoReference] = one(DataHypervisorHostPlaceInfoReference)
    """What the hypervisor alone knows of it."""

    services: Attribute[list[str]] = texts()
    """Services of HPE GreenLake that see it, such as `backup-and-recovery`."""

    uid: Attribute[str] = text()
    """VMware's own identifier of the host."""

    hci_cluster_uuid: Attribute[str] = text()
    """Identifier of the HPE SimpliVity cluster that it belongs to."""

    hci_server_uuid: Attribute[str] = text()
    """Identifier of the HPE SimpliVity server that it is."""

    created_at: Attribute[str] = text()
    """When it was first seen."""

    resource_uri: Attribute[str] = text()
    """API path of the host."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HypervisorHostFilter(Nested):
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


class DataHypervisorHosts(DataSource):
    """Every hypervisor host that the API client may see, or those that meet all `filters`."""

    terraform_type: ClassVar[str] = "glbr_hypervisor_hosts"

    filterable: ClassVar[tuple[str, ...]] = (
        "hostType",
        "state",
        "status",
        "hypervisorManagerInfo/name",
        "hypervisorManagerInfo/displayName",
        "hypervisorManagerInfo/id",
        "version",
        "createdAt",
        "hciClusterUuid",
        "hciServerUuid",
        "name",
        "services",
        "displayName",
        "cpuInfo/processorSpeedHz",
        "cpuInfo/processorSockets",
        "cpuInfo/processorCores",
        "cpuInfo/logicalProcessors",
        "cpuInfo/hyperthreadingActive",
        "cpuSockets/vendor",
        "cpuSockets/cpuBusSpeedHz",
        "cpuSockets/cpuCoreSpeedHz",
        "appInfo/vmware/moref",
    )

    shape: ClassVar[Mapping[str, kinds.Convert]] = {
        "filters": kinds.each(HypervisorHostFilter.of),
        "sort": kinds.text,
        "limit": kinds.whole,
    }

    filters: Attribute[References[DataHypervisorHostFilterReference]] = each(DataHypervisorHostFilterReference)
    sort: Attribute[str] = text()
    limit: Attribute[float] = number()
    items: Attribute[References[DataHypervisorHostReference]] = each(DataHypervisorHostReference)
    """What was found, by name, or as `sort` says. Each has the attributes of `glbr_hypervisor_host`."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        filters: Many[HypervisorHostFilter] | None = None,
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
            filters: Conditions that all must hold. Properties: `hostType`, `state`, `status`,
                `hypervisorManagerInfo/name`, `hypervisorManagerInfo/displayName`, `hypervisorManagerInfo/id`,
                `version`, `createdAt`, `hciClusterUuid`, `hciServerUuid`, `name`, `services`, `displayName`,
                `cpuInfo/processorSpeedHz`, `cpuInfo/processorSockets`, `cpuInfo/processorCores`,
                `cpuInfo/logicalProcessors`, `cpuInfo/hyperthreadingActive`, `cpuSockets/vendor`,
                `cpuSockets/cpuBusSpeedHz`, `cpuSockets/cpuCoreSpeedHz`, `appInfo/vmware/moref`.
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
