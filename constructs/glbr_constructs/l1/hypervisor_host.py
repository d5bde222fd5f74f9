# Generated from glbr/resources/hypervisor_host.py by `python -m glbr.views.generate_l1`: do not edit.
# ruff: noqa: A002 - arguments have HPE's names, and HPE says id and type.
"""Hypervisor host: the same arguments and attributes as in Terraform."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Unpack

from constructs import Construct

from glbr_constructs.arguments import Many, Nested
from glbr_constructs.attributes import Reference, each, one, text, texts
from glbr_constructs.synthesis import DataSource, DataSourceMeta


class DataHypervisorHostLinkedReference(Reference):
    """Another object that the host belongs to."""

    id = text()
    """Identifier."""

    name = text()
    """Name."""


class DataHypervisorHostParentReference(Reference):
    """What the host stands in."""

    id = text()
    """Identifier of the cluster or folder."""

    name = text()
    """Name of the cluster or folder."""

    type = text()
    """`CLUSTER`, or `FOLDER` for a host outside of clusters."""


class DataHypervisorHost(DataSource):
    """An ESXi host in the inventory of a vCenter."""

    terraform_type: ClassVar = "glbr_hypervisor_host"

    id = text()
    name = text()
    display_name = text()
    """Name shown in the console."""

    network_address = text()
    """IP address or host name."""

    version = text()
    """Version of its hypervisor."""

    state = text()
    """`OK`, `ERROR` or `REFRESHING`."""

    status = text()
    """Health: `OK`, `WARNING` or `ERROR`."""

    hypervisor_manager_info = one(DataHypervisorHostLinkedReference)
    """vCenter."""

    parent_info = one(DataHypervisorHostParentReference)
    """Cluster or folder that the host stands in."""

    created_at = text()
    """When it was first seen."""

    resource_uri = text()
    """API path of the host."""

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


class DataHypervisorHostFilterReference(Reference):
    """One condition of a list."""

    property_ = text("property")
    values = texts()


class DataHypervisorHostReference(Reference):
    """An ESXi host in the inventory of a vCenter."""

    id = text()
    """Identifier made by HPE."""

    name = text()
    """Name in the vCenter."""

    display_name = text()
    """Name shown in the console."""

    network_address = text()
    """IP address or host name."""

    version = text()
    """Version of its hypervisor."""

    state = text()
    """`OK`, `ERROR` or `REFRESHING`."""

    status = text()
    """Health: `OK`, `WARNING` or `ERROR`."""

    hypervisor_manager_info = one(DataHypervisorHostLinkedReference)
    """vCenter."""

    parent_info = one(DataHypervisorHostParentReference)
    """Cluster or folder that the host stands in."""

    created_at = text()
    """When it was first seen."""

    resource_uri = text()
    """API path of the host."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HypervisorHostFilter(Nested):
    """One condition of a list.

    Attributes:
        property_: HPE's name of the property, with `/` between the parts: `assetInfo/name`.
        values: Value, or several of which one must match.
    """

    property_: str
    values: Sequence[str]


class DataHypervisorHosts(DataSource):
    """Every hypervisor host that the API client may see, or those that meet all `filters`."""

    terraform_type: ClassVar = "glbr_hypervisor_hosts"

    shape: ClassVar = {"filters": HypervisorHostFilter.of}

    filters = each(DataHypervisorHostFilterReference)
    items = each(DataHypervisorHostReference)
    """What was found, in the order of the list. Each has the attributes of `glbr_hypervisor_host`."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        filters: Many[HypervisorHostFilter] | None = None,
        **meta: Unpack[DataSourceMeta],
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
