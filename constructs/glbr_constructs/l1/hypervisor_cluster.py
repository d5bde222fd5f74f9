# Generated from glbr/resources/hypervisor_cluster.py by `python -m glbr.views.generate_l1`: do not edit.
# ruff: noqa: A002 - arguments have HPE's names, and HPE says id and type.
"""Hypervisor cluster: the same arguments and attributes as in Terraform."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from constructs import Construct

from glbr_constructs.synthesis import kinds
from glbr_constructs.synthesis.arguments import Many, Nested
from glbr_constructs.synthesis.attributes import Attribute, Reference, References, each, number, one, text, texts
from glbr_constructs.synthesis.meta import Count, DependsOn, ForEach, Lifecycle, ProviderBlock
from glbr_constructs.synthesis.resource import DataSource


class DataHypervisorClusterLinkedReference(Reference):
    """Another object that goes with it."""

    id: Attribute[str] = text()
    """Identifier."""

    name: Attribute[str] = text()
    """Name."""


class DataHypervisorClusterClusterUseReference(Reference):
    """What the cluster has and uses."""

    cpu_capacity_in_mhz: Attribute[float] = number()
    """Speed of all processors, MHz."""

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


class DataHypervisorClusterDatacenterReference(Reference):
    """A datacenter of the vCenter."""

    id: Attribute[str] = text()
    """Identifier of the datacenter."""

    name: Attribute[str] = text()
    """Name of the datacenter."""

    moref: Attribute[str] = text()
    """The vCenter's own reference to the datacenter, such as `datacenter-2`."""


class DataHypervisorClusterVmwarePlaceReference(Reference):
    """Where VMware keeps it."""

    moref: Attribute[str] = text()
    """The vCenter's own reference to the object, as VMware's tools write it."""

    datacenter_info: Attribute[DataHypervisorClusterDatacenterReference] = one(DataHypervisorClusterDatacenterReference)
    """Datacenter that it stands in."""


class DataHypervisorClusterPlaceInfoReference(Reference):
    """What the hypervisor alone knows."""

    vmware: Attribute[DataHypervisorClusterVmwarePlaceReference] = one(DataHypervisorClusterVmwarePlaceReference)
    """What VMware knows."""


class DataHypervisorCluster(DataSource):
    """A cluster of ESXi hosts in the inventory of a vCenter."""

    terraform_type: ClassVar[str] = "glbr_hypervisor_cluster"

    shape: ClassVar[Mapping[str, kinds.Convert]] = {"id": kinds.text, "name": kinds.text}

    id: Attribute[str] = text()
    name: Attribute[str] = text()
    display_name: Attribute[str] = text()
    """Name shown in the console."""

    state: Attribute[str] = text()
    """`OK`, `ERROR` or `REFRESHING`."""

    status: Attribute[str] = text()
    """Health: `OK`, `WARNING` or `ERROR`."""

    hypervisor_manager_info: Attribute[DataHypervisorClusterLinkedReference] = one(DataHypervisorClusterLinkedReference)
    """vCenter."""

    hypervisor_hosts: Attribute[References[DataHypervisorClusterLinkedReference]] = each(
        DataHypervisorClusterLinkedReference
    )
    """Hosts of the cluster."""

    networks_info: Attribute[list[str]] = texts()
    """Networks that its machines can be attached to."""

    cluster_perf_metric_info: Attribute[DataHypervisorClusterClusterUseReference] = one(
        DataHypervisorClusterClusterUseReference
    )
    """What it has and uses."""

    app_info: Attribute[DataHypervisorClusterPlaceInfoReference] = one(DataHypervisorClusterPlaceInfoReference)
    """What the hypervisor alone knows of it."""

    services: Attribute[list[str]] = texts()
    """Services of HPE GreenLake that see it, such as `backup-and-recovery`."""

    hci_cluster_uuid: Attribute[str] = text()
    """Identifier of the HPE SimpliVity cluster that it is."""

    created_at: Attribute[str] = text()
    """When it was first seen."""

    resource_uri: Attribute[str] = text()
    """API path of the cluster."""

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


class DataHypervisorClusterFilterReference(Reference):
    """One condition of a list."""

    property_: Attribute[str] = text("property")
    values: Attribute[list[str]] = texts()
    comparison: Attribute[str] = text()


class DataHypervisorClusterReference(Reference):
    """A cluster of ESXi hosts in the inventory of a vCenter."""

    id: Attribute[str] = text()
    """Identifier made by HPE."""

    name: Attribute[str] = text()
    """Name in the vCenter."""

    display_name: Attribute[str] = text()
    """Name shown in the console."""

    state: Attribute[str] = text()
    """`OK`, `ERROR` or `REFRESHING`."""

    status: Attribute[str] = text()
    """Health: `OK`, `WARNING` or `ERROR`."""

    hypervisor_manager_info: Attribute[DataHypervisorClusterLinkedReference] = one(DataHypervisorClusterLinkedReference)
    """vCenter."""

    hypervisor_hosts: Attribute[References[DataHypervisorClusterLinkedReference]] = each(
        DataHypervisorClusterLinkedReference
    )
    """Hosts of the cluster."""

    networks_info: Attribute[list[str]] = texts()
    """Networks that its machines can be attached to."""

    cluster_perf_metric_info: Attribute[DataHypervisorClusterClusterUseReference] = one(
        DataHypervisorClusterClusterUseReference
    )
    """What it has and uses."""

    app_info: Attribute[DataHypervisorClusterPlaceInfoReference] = one(DataHypervisorClusterPlaceInfoReference)
    """What the hypervisor alone knows of it."""

    services: Attribute[list[str]] = texts()
    """Services of HPE GreenLake that see it, such as `backup-and-recovery`."""

    hci_cluster_uuid: Attribute[str] = text()
    """Identifier of the HPE SimpliVity cluster that it is."""

    created_at: Attribute[str] = text()
    """When it was first seen."""

    resource_uri: Attribute[str] = text()
    """API path of the cluster."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HypervisorClusterFilter(Nested):
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


class DataHypervisorClusters(DataSource):
    """Every hypervisor cluster that the API client may see, or those that meet all `filters`."""

    terraform_type: ClassVar[str] = "glbr_hypervisor_clusters"

    filterable: ClassVar[tuple[str, ...]] = (
        "clusterType",
        "id",
        "state",
        "hypervisorManagerInfo/name",
        "hypervisorManagerInfo/displayName",
        "hypervisorManagerInfo/id",
        "status",
        "createdAt",
        "hciClusterUuid",
        "name",
        "services",
        "displayName",
        "appInfo/vmware/moref",
    )

    shape: ClassVar[Mapping[str, kinds.Convert]] = {
        "filters": kinds.each(HypervisorClusterFilter.of),
        "sort": kinds.text,
        "limit": kinds.whole,
    }

    filters: Attribute[References[DataHypervisorClusterFilterReference]] = each(DataHypervisorClusterFilterReference)
    sort: Attribute[str] = text()
    limit: Attribute[float] = number()
    items: Attribute[References[DataHypervisorClusterReference]] = each(DataHypervisorClusterReference)
    """What was found, by name, or as `sort` says. Each has the attributes of `glbr_hypervisor_cluster`."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        filters: Many[HypervisorClusterFilter] | None = None,
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
            filters: Conditions that all must hold. Properties: `clusterType`, `id`, `state`,
                `hypervisorManagerInfo/name`, `hypervisorManagerInfo/displayName`, `hypervisorManagerInfo/id`, `status`,
                `createdAt`, `hciClusterUuid`, `name`, `services`, `displayName`, `appInfo/vmware/moref`.
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
