# Generated from glbr/resources/hypervisor_network.py by `python -m glbr.views.generate_l1`: do not edit.
# ruff: noqa: A002 - arguments have HPE's names, and HPE says id and type.
"""Hypervisor network: the same arguments and attributes as in Terraform."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from constructs import Construct

from glbr_constructs.synthesis import kinds
from glbr_constructs.synthesis.arguments import Many, Nested
from glbr_constructs.synthesis.attributes import Attribute, Reference, References, each, number, one, text, texts
from glbr_constructs.synthesis.meta import Count, DependsOn, ForEach, Lifecycle, ProviderBlock
from glbr_constructs.synthesis.resource import DataSource


class DataHypervisorNetworkLinkedReference(Reference):
    """Another object that goes with it."""

    id: Attribute[str] = text()
    """Identifier."""

    name: Attribute[str] = text()
    """Name."""


class DataHypervisorNetworkDatacenterReference(Reference):
    """A datacenter of the vCenter."""

    id: Attribute[str] = text()
    """Identifier of the datacenter."""

    name: Attribute[str] = text()
    """Name of the datacenter."""

    moref: Attribute[str] = text()
    """The vCenter's own reference to the datacenter, such as `datacenter-2`."""


class DataHypervisorNetworkVmwarePlaceReference(Reference):
    """Where VMware keeps it."""

    moref: Attribute[str] = text()
    """The vCenter's own reference to the object, as VMware's tools write it."""

    datacenter_info: Attribute[DataHypervisorNetworkDatacenterReference] = one(DataHypervisorNetworkDatacenterReference)
    """Datacenter that it stands in."""


class DataHypervisorNetworkPlaceInfoReference(Reference):
    """What the hypervisor alone knows."""

    vmware: Attribute[DataHypervisorNetworkVmwarePlaceReference] = one(DataHypervisorNetworkVmwarePlaceReference)
    """What VMware knows."""


class DataHypervisorNetwork(DataSource):
    """A network in the inventory of a vCenter: a gateway is deployed to one, a restored machine is attached to one."""

    terraform_type: ClassVar[str] = "glbr_hypervisor_network"

    shape: ClassVar[Mapping[str, kinds.Convert]] = {
        "hypervisor_manager_id": kinds.text,
        "id": kinds.text,
        "name": kinds.text,
    }

    hypervisor_manager_id: Attribute[str] = text()
    id: Attribute[str] = text()
    name: Attribute[str] = text()
    display_name: Attribute[str] = text()
    """Name shown in the console."""

    state: Attribute[str] = text()
    """`OK`, `ERROR` or `REFRESHING`."""

    status: Attribute[str] = text()
    """Health: `OK`, `WARNING` or `ERROR`."""

    hosts_info: Attribute[References[DataHypervisorNetworkLinkedReference]] = each(DataHypervisorNetworkLinkedReference)
    """Hosts that it reaches."""

    hypervisor_manager_info: Attribute[DataHypervisorNetworkLinkedReference] = one(DataHypervisorNetworkLinkedReference)
    """vCenter."""

    app_info: Attribute[DataHypervisorNetworkPlaceInfoReference] = one(DataHypervisorNetworkPlaceInfoReference)
    """What the hypervisor alone knows of it."""

    services: Attribute[list[str]] = texts()
    """Services of HPE GreenLake that see it, such as `backup-and-recovery`."""

    created_at: Attribute[str] = text()
    """When it was first seen."""

    resource_uri: Attribute[str] = text()
    """API path of the network."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        hypervisor_manager_id: str,
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
            hypervisor_manager_id: vCenter that the network is in.
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
                "hypervisor_manager_id": hypervisor_manager_id,
                "id": id,
                "name": name,
            },
            count=count,
            depends_on=depends_on,
            for_each=for_each,
            lifecycle=lifecycle,
            provider=provider,
        )


class DataHypervisorNetworkFilterReference(Reference):
    """One condition of a list."""

    property_: Attribute[str] = text("property")
    values: Attribute[list[str]] = texts()
    comparison: Attribute[str] = text()


class DataHypervisorNetworkReference(Reference):
    """A network in the inventory of a vCenter: a gateway is deployed to one, a restored machine is attached to one."""

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

    hosts_info: Attribute[References[DataHypervisorNetworkLinkedReference]] = each(DataHypervisorNetworkLinkedReference)
    """Hosts that it reaches."""

    hypervisor_manager_info: Attribute[DataHypervisorNetworkLinkedReference] = one(DataHypervisorNetworkLinkedReference)
    """vCenter."""

    app_info: Attribute[DataHypervisorNetworkPlaceInfoReference] = one(DataHypervisorNetworkPlaceInfoReference)
    """What the hypervisor alone knows of it."""

    services: Attribute[list[str]] = texts()
    """Services of HPE GreenLake that see it, such as `backup-and-recovery`."""

    created_at: Attribute[str] = text()
    """When it was first seen."""

    resource_uri: Attribute[str] = text()
    """API path of the network."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HypervisorNetworkFilter(Nested):
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


class DataHypervisorNetworks(DataSource):
    """Every hypervisor network that the API client may see, or those that meet all `filters`."""

    terraform_type: ClassVar[str] = "glbr_hypervisor_networks"

    filterable: ClassVar[tuple[str, ...]] = (
        "state",
        "status",
        "createdAt",
        "name",
        "services",
        "displayName",
    )

    shape: ClassVar[Mapping[str, kinds.Convert]] = {
        "hypervisor_manager_id": kinds.text,
        "filters": kinds.each(HypervisorNetworkFilter.of),
        "sort": kinds.text,
        "limit": kinds.whole,
    }

    hypervisor_manager_id: Attribute[str] = text()
    filters: Attribute[References[DataHypervisorNetworkFilterReference]] = each(DataHypervisorNetworkFilterReference)
    sort: Attribute[str] = text()
    limit: Attribute[float] = number()
    items: Attribute[References[DataHypervisorNetworkReference]] = each(DataHypervisorNetworkReference)
    """What was found, by name, or as `sort` says. Each has the attributes of `glbr_hypervisor_network`."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        hypervisor_manager_id: str,
        filters: Many[HypervisorNetworkFilter] | None = None,
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
            hypervisor_manager_id: vCenter that the network is in.
            filters: Conditions that all must hold. Properties: `state`, `status`, `createdAt`, `name`, `services`,
                `displayName`.
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
                "hypervisor_manager_id": hypervisor_manager_id,
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
