# Generated from glbr/resources/storeonce.py by `python -m glbr.views.generate_l1`: do not edit.
# ruff: noqa: A002 - arguments have HPE's names, and HPE says id and type.
"""Storeonce: the same arguments and attributes as in Terraform."""

from typing import ClassVar, Unpack

from constructs import Construct

from glbr_constructs.attributes import Reference, each, number, one, text
from glbr_constructs.synthesis import DataSource, DataSourceMeta


class DataStoreonceHealthReference(Reference):
    """How the appliance is."""

    state = text()
    """State, such as `SO_HEALTH_STATE_OK`."""

    state_reason = text()
    """Short cause of the state."""

    status = text()
    """`SO_HEALTH_STATUS_CONNECTED` or `SO_HEALTH_STATUS_DISCONNECTED`."""


class DataStoreonceStorageReference(Reference):
    """Space of the appliance."""

    configured_storage_bytes = number()
    """Space set up for stores, bytes."""

    free_bytes = number()
    """Space left, bytes."""

    used_bytes = number()
    """Space used, bytes."""


class DataStoreonce(DataSource):
    """A StoreOnce backup appliance that is registered with HPE GreenLake."""

    terraform_type: ClassVar = "glbr_storeonce"

    id = text()
    name = text()
    description = text()
    """Free-text note."""

    serial_number = text()
    """Serial number."""

    software_version = text()
    """Version of its software."""

    health = one(DataStoreonceHealthReference)
    """How the appliance is."""

    storage = one(DataStoreonceStorageReference)
    """Space of the appliance."""

    created_at = text()
    """When it was registered."""

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


class DataStoreonceReference(Reference):
    """A StoreOnce backup appliance that is registered with HPE GreenLake."""

    id = text()
    """Identifier made by HPE."""

    name = text()
    """Name of the appliance."""

    description = text()
    """Free-text note."""

    serial_number = text()
    """Serial number."""

    software_version = text()
    """Version of its software."""

    health = one(DataStoreonceHealthReference)
    """How the appliance is."""

    storage = one(DataStoreonceStorageReference)
    """Space of the appliance."""

    created_at = text()
    """When it was registered."""

    resource_uri = text()
    """API path of the appliance."""


class DataStoreonces(DataSource):
    """Every storeonce that the API client may see, or those that meet all `filters`."""

    terraform_type: ClassVar = "glbr_storeonces"

    items = each(DataStoreonceReference)
    """What was found, in the order of the list. Each has the attributes of `glbr_storeonce`."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        **meta: Unpack[DataSourceMeta],
    ) -> None:
        """Describe it.

        Args:
            scope: Where the construct belongs.
            id_: Name of the construct in that place.
            **meta: What Terraform itself takes: `count`, `for_each`, `depends_on`, `lifecycle`, `provider`.
        """
        super().__init__(scope, id_, {}, **meta)
