# Generated from glbr/resources/hypervisor_cluster.py by `python -m glbr.views.generate_l1`: do not edit.
# ruff: noqa: A002 - arguments have HPE's names, and HPE says id and type.
"""Hypervisor cluster: the same arguments and attributes as in Terraform."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Unpack

from constructs import Construct

from glbr_constructs.arguments import Many, Nested
from glbr_constructs.attributes import Reference, each, one, text, texts
from glbr_constructs.synthesis import DataSource, DataSourceMeta


class DataHypervisorClusterLinkedReference(Reference):
    """Another object that goes with the cluster."""

    id = text()
    """Identifier."""

    name = text()
    """Name."""


class DataHypervisorCluster(DataSource):
    """A cluster of ESXi hosts in the inventory of a vCenter."""

    terraform_type: ClassVar = "glbr_hypervisor_cluster"

    id = text()
    name = text()
    display_name = text()
    """Name shown in the console."""

    state = text()
    """`OK`, `ERROR` or `REFRESHING`."""

    status = text()
    """Health: `OK`, `WARNING` or `ERROR`."""

    hypervisor_manager_info = one(DataHypervisorClusterLinkedReference)
    """vCenter."""

    hypervisor_hosts = each(DataHypervisorClusterLinkedReference)
    """Hosts of the cluster."""

    created_at = text()
    """When it was first seen."""

    resource_uri = text()
    """API path of the cluster."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        id: str | None = None,
        name: str | None = None,
        **meta: Unpack[DataSourceMeta],
    ) -> None:
        """Describe it.

        Args:
            scope: Where the construct belongs.
            id_: Name of the construct in that place.
            id: Identifier made by HPE.
            name: Name in the vCenter.
            **meta: What Terraform itself takes: `count`, `for_each`, `depends_on`, `lifecycle`, `provider`.
        """
        super().__init__(
            scope,
            id_,
            {
                "id": id,
                "name": name,
            },
            **meta,
        )


class DataHypervisorClusterFilterReference(Reference):
    """One condition of a list."""

    property_ = text("property")
    values = texts()


class DataHypervisorClusterReference(Reference):
    """A cluster of ESXi hosts in the inventory of a vCenter."""

    id = text()
    """Identifier made by HPE."""

    name = text()
    """Name in the vCenter."""

    display_name = text()
    """Name shown in the console."""

    state = text()
    """`OK`, `ERROR` or `REFRESHING`."""

    status = text()
    """Health: `OK`, `WARNING` or `ERROR`."""

    hypervisor_manager_info = one(DataHypervisorClusterLinkedReference)
    """vCenter."""

    hypervisor_hosts = each(DataHypervisorClusterLinkedReference)
    """Hosts of the cluster."""

    created_at = text()
    """When it was first seen."""

    resource_uri = text()
    """API path of the cluster."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HypervisorClusterFilter(Nested):
    """One condition of a list.

    Attributes:
        property_: HPE's name of the property, with `/` between the parts: `assetInfo/name`.
        values: Value, or several of which one must match.
    """

    property_: str
    values: Sequence[str]


class DataHypervisorClusters(DataSource):
    """Every hypervisor cluster that the API client may see, or those that meet all `filters`."""

    terraform_type: ClassVar = "glbr_hypervisor_clusters"

    shape: ClassVar = {"filters": HypervisorClusterFilter.of}

    filters = each(DataHypervisorClusterFilterReference)
    items = each(DataHypervisorClusterReference)
    """What was found, in the order of the list. Each has the attributes of `glbr_hypervisor_cluster`."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        filters: Many[HypervisorClusterFilter] | None = None,
        **meta: Unpack[DataSourceMeta],
    ) -> None:
        """Describe it.

        Args:
            scope: Where the construct belongs.
            id_: Name of the construct in that place.
            filters: Conditions that all must hold. Properties: `clusterType`, `id`, `state`,
                `hypervisorManagerInfo/name`, `hypervisorManagerInfo/displayName`, `hypervisorManagerInfo/id`, `status`,
                `createdAt`, `hciClusterUuid`, `name`, `services`, `displayName`, `appInfo/vmware/moref`.
            **meta: What Terraform itself takes: `count`, `for_each`, `depends_on`, `lifecycle`, `provider`.
        """
        super().__init__(
            scope,
            id_,
            {
                "filters": filters,
            },
            **meta,
        )
