# Generated from glbr/resources/data_orchestrator.py by `python -m glbr.views.generate_l1`: do not edit.
# ruff: noqa: A002 - arguments have HPE's names, and HPE says id and type.
"""Data orchestrator: the same arguments and attributes as in Terraform."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Unpack

from constructs import Construct

from glbr_constructs.arguments import Many, Nested
from glbr_constructs.attributes import Reference, each, text, texts
from glbr_constructs.synthesis import DataSource, DataSourceMeta


class DataDataOrchestrator(DataSource):
    """A Data Orchestrator: a virtual machine that runs protection schedules on site for HPE GreenLake."""

    terraform_type: ClassVar = "glbr_data_orchestrator"

    id = text()
    name = text()
    display_name = text()
    """Name shown in the console."""

    serial_number = text()
    """Serial number."""

    software_version = text()
    """Version of its software."""

    connection_state = text()
    """Link to HPE GreenLake: `CONNECTED` or `DISCONNECTED`."""

    state = text()
    """Lifecycle state, such as `OK` or `DEGRADED`."""

    status = text()
    """Health: `OK`, `WARNING` or `ERROR`."""

    latest_recovery_point = text()
    """When its own catalogue was last protected."""

    created_at = text()
    """When it was activated."""

    resource_uri = text()
    """API path of the appliance."""

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
            name: Name of the appliance.
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


class DataDataOrchestratorFilterReference(Reference):
    """One condition of a list."""

    property_ = text("property")
    values = texts()


class DataDataOrchestratorReference(Reference):
    """A Data Orchestrator: a virtual machine that runs protection schedules on site for HPE GreenLake."""

    id = text()
    """Identifier made by HPE."""

    name = text()
    """Name of the appliance."""

    display_name = text()
    """Name shown in the console."""

    serial_number = text()
    """Serial number."""

    software_version = text()
    """Version of its software."""

    connection_state = text()
    """Link to HPE GreenLake: `CONNECTED` or `DISCONNECTED`."""

    state = text()
    """Lifecycle state, such as `OK` or `DEGRADED`."""

    status = text()
    """Health: `OK`, `WARNING` or `ERROR`."""

    latest_recovery_point = text()
    """When its own catalogue was last protected."""

    created_at = text()
    """When it was activated."""

    resource_uri = text()
    """API path of the appliance."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DataOrchestratorFilter(Nested):
    """One condition of a list.

    Attributes:
        property_: HPE's name of the property, with `/` between the parts: `assetInfo/name`.
        values: Value, or several of which one must match.
    """

    property_: str
    values: Sequence[str]


class DataDataOrchestrators(DataSource):
    """Every data orchestrator that the API client may see, or those that meet all `filters`."""

    terraform_type: ClassVar = "glbr_data_orchestrators"

    shape: ClassVar = {"filters": DataOrchestratorFilter.of}

    filters = each(DataDataOrchestratorFilterReference)
    items = each(DataDataOrchestratorReference)
    """What was found, in the order of the list. Each has the attributes of `glbr_data_orchestrator`."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        filters: Many[DataOrchestratorFilter] | None = None,
        **meta: Unpack[DataSourceMeta],
    ) -> None:
        """Describe it.

        Args:
            scope: Where the construct belongs.
            id_: Name of the construct in that place.
            filters: Conditions that all must hold. Properties: `id`, `name`, `interfaces/network/hostname`,
                `serialNumber`, `status`, `state`, `connectionState`, `softwareVersion`.
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
