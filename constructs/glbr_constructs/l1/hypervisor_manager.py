# Generated from glbr/resources/hypervisor_manager.py by `python -m glbr.views.generate_l1`: do not edit.
# ruff: noqa: A002 - arguments have HPE's names, and HPE says id and type.
"""Hypervisor manager: the same arguments and attributes as in Terraform."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Unpack

from constructs import Construct

from glbr_constructs.arguments import Many, Nested
from glbr_constructs.attributes import Reference, each, one, text, texts
from glbr_constructs.synthesis import DataSource, DataSourceMeta


class DataHypervisorManagerOrchestratorReference(Reference):
    """The Data Orchestrator that talks to the vCenter."""

    id = text()
    """Identifier of the Data Orchestrator."""


class DataHypervisorManager(DataSource):
    """A vCenter that is registered with HPE GreenLake."""

    terraform_type: ClassVar = "glbr_hypervisor_manager"

    id = text()
    name = text()
    display_name = text()
    """Name shown in the console."""

    description = text()
    """Free-text note."""

    network_address = text()
    """IP address or host name."""

    release_version = text()
    """Version of the vCenter."""

    state = text()
    """Lifecycle state."""

    status = text()
    """Health: `OK`, `WARNING` or `ERROR`."""

    services = texts()
    """Services of HPE GreenLake that use it, such as `backup-and-recovery`."""

    data_orchestrator_info = one(DataHypervisorManagerOrchestratorReference)
    """Data Orchestrator that talks to it."""

    last_refreshed = text()
    """When its inventory was last read."""

    created_at = text()
    """When it was registered."""

    resource_uri = text()
    """API path of the vCenter."""

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
            name: Name of the vCenter.
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


class DataHypervisorManagerFilterReference(Reference):
    """One condition of a list."""

    property_ = text("property")
    values = texts()


class DataHypervisorManagerReference(Reference):
    """A vCenter that is registered with HPE GreenLake."""

    id = text()
    """Identifier made by HPE."""

    name = text()
    """Name of the vCenter."""

    display_name = text()
    """Name shown in the console."""

    description = text()
    """Free-text note."""

    network_address = text()
    """IP address or host name."""

    release_version = text()
    """Version of the vCenter."""

    state = text()
    """Lifecycle state."""

    status = text()
    """Health: `OK`, `WARNING` or `ERROR`."""

    services = texts()
    """Services of HPE GreenLake that use it, such as `backup-and-recovery`."""

    data_orchestrator_info = one(DataHypervisorManagerOrchestratorReference)
    """Data Orchestrator that talks to it."""

    last_refreshed = text()
    """When its inventory was last read."""

    created_at = text()
    """When it was registered."""

    resource_uri = text()
    """API path of the vCenter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HypervisorManagerFilter(Nested):
    """One condition of a list.

    Attributes:
        property_: HPE's name of the property, with `/` between the parts: `assetInfo/name`.
        values: Value, or several of which one must match.
    """

    property_: str
    values: Sequence[str]


class DataHypervisorManagers(DataSource):
    """Every hypervisor manager that the API client may see, or those that meet all `filters`."""

    terraform_type: ClassVar = "glbr_hypervisor_managers"

    shape: ClassVar = {"filters": HypervisorManagerFilter.of}

    filters = each(DataHypervisorManagerFilterReference)
    items = each(DataHypervisorManagerReference)
    """What was found, in the order of the list. Each has the attributes of `glbr_hypervisor_manager`."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        filters: Many[HypervisorManagerFilter] | None = None,
        **meta: Unpack[DataSourceMeta],
    ) -> None:
        """Describe it.

        Args:
            scope: Where the construct belongs.
            id_: Name of the construct in that place.
            filters: Conditions that all must hold. Properties: `hypervisorManagerType`, `state`, `status`,
                `releaseVersion`, `createdAt`, `name`, `services`, `dataOrchestratorInfo/id`, `username`,
                `networkAddress`, `displayName`.
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
