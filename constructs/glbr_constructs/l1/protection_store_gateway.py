# Generated from glbr/resources/protection_store_gateway.py by `python -m glbr.views.generate_l1`: do not edit.
# ruff: noqa: A002 - arguments have HPE's names, and HPE says id and type.
"""Protection store gateway: the same arguments and attributes as in Terraform."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Unpack

from constructs import Construct

from glbr_constructs.arguments import Many, Nested
from glbr_constructs.attributes import Reference, each, one, text, texts
from glbr_constructs.synthesis import DataSource, DataSourceMeta


class DataProtectionStoreGatewayHealthReference(Reference):
    """How the gateway is."""

    state = text()
    """State, such as `PSG_HEALTH_STATE_OK`."""

    state_reason = text()
    """Short cause of the state."""

    status = text()
    """`PSG_HEALTH_STATUS_CONNECTED` or `PSG_HEALTH_STATUS_DISCONNECTED`."""


class DataProtectionStoreGateway(DataSource):
    """A Protection Store Gateway: a virtual machine that takes backups and passes them on to a cloud."""

    terraform_type: ClassVar = "glbr_protection_store_gateway"

    id = text()
    name = text()
    display_name = text()
    """Name shown in the console."""

    serial_number = text()
    """Serial number."""

    software_version = text()
    """Version of its software."""

    state = text()
    """Lifecycle state, such as `PSG_STATE_OK`."""

    health = one(DataProtectionStoreGatewayHealthReference)
    """How the gateway is."""

    vm_id = text()
    """Identifier of the virtual machine it runs on."""

    data_orchestrator_id = text()
    """Data Orchestrator that serves it."""

    created_at = text()
    """When it was made."""

    resource_uri = text()
    """API path of the gateway."""

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
            name: Name of the gateway.
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


class DataProtectionStoreGatewayFilterReference(Reference):
    """One condition of a list."""

    property_ = text("property")
    values = texts()


class DataProtectionStoreGatewayReference(Reference):
    """A Protection Store Gateway: a virtual machine that takes backups and passes them on to a cloud."""

    id = text()
    """Identifier made by HPE."""

    name = text()
    """Name of the gateway."""

    display_name = text()
    """Name shown in the console."""

    serial_number = text()
    """Serial number."""

    software_version = text()
    """Version of its software."""

    state = text()
    """Lifecycle state, such as `PSG_STATE_OK`."""

    health = one(DataProtectionStoreGatewayHealthReference)
    """How the gateway is."""

    vm_id = text()
    """Identifier of the virtual machine it runs on."""

    data_orchestrator_id = text()
    """Data Orchestrator that serves it."""

    created_at = text()
    """When it was made."""

    resource_uri = text()
    """API path of the gateway."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectionStoreGatewayFilter(Nested):
    """One condition of a list.

    Attributes:
        property_: HPE's name of the property, with `/` between the parts: `assetInfo/name`.
        values: Value, or several of which one must match.
    """

    property_: str
    values: Sequence[str]


class DataProtectionStoreGateways(DataSource):
    """Every protection store gateway that the API client may see, or those that meet all `filters`."""

    terraform_type: ClassVar = "glbr_protection_store_gateways"

    shape: ClassVar = {"filters": ProtectionStoreGatewayFilter.of}

    filters = each(DataProtectionStoreGatewayFilterReference)
    items = each(DataProtectionStoreGatewayReference)
    """What was found, in the order of the list. Each has the attributes of `glbr_protection_store_gateway`."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        filters: Many[ProtectionStoreGatewayFilter] | None = None,
        **meta: Unpack[DataSourceMeta],
    ) -> None:
        """Describe it.

        Args:
            scope: Where the construct belongs.
            id_: Name of the construct in that place.
            filters: Conditions that all must hold. Properties: `state`, `health/state`, `health/status`.
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
