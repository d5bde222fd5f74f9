# Generated from glbr/resources/protection_store.py by `python -m glbr.views.generate_l1`: do not edit.
# ruff: noqa: A002 - arguments have HPE's names, and HPE says id and type.
"""Protection store: the same arguments and attributes as in Terraform."""

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


class ProtectionStoreTimeoutsReference(Reference):
    """How long Terraform waits for HPE to finish. What HPE has begun goes on all the same."""

    create: Attribute[str] = text()
    update: Attribute[str] = text()
    delete: Attribute[str] = text()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectionStoreTimeouts(Nested):
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


class ProtectionStore(Resource):
    """A place for backups: on a StoreOnce or Protection Store Gateway (`ON_PREMISES`), or in a cloud behind one (`CLOUD`).

    HPE can change nothing but the display name. Any other change makes a new store, and the backups in the old one go
    with it: HPE refuses that unless `force` is set.
    """

    terraform_type: ClassVar[str] = "glbr_protection_store"

    shape: ClassVar[Mapping[str, kinds.Convert]] = {
        "display_name": kinds.text,
        "protection_store_type": kinds.choice("ON_PREMISES", "CLOUD"),
        "storage_system_id": kinds.text,
        "storage_system_type": kinds.choice("PROTECTION_STORE_GATEWAY", "STOREONCE"),
        "storage_location_id": kinds.text,
        "force": kinds.flag,
        "timeouts": ProtectionStoreTimeouts.of,
    }

    id: Attribute[str] = text()
    """Identifier made by HPE."""

    display_name: Attribute[str] = text()
    protection_store_type: Attribute[str] = text()
    storage_system_id: Attribute[str] = text()
    storage_system_type: Attribute[str] = text()
    storage_location_id: Attribute[str] = text()
    force: Attribute[cdk.IResolvable] = flag()
    name: Attribute[str] = text()
    """Name of the store on the appliance, made by HPE."""

    created_at: Attribute[str] = text()
    """When it was made."""

    resource_uri: Attribute[str] = text()
    """API path of the store."""

    timeouts: Attribute[ProtectionStoreTimeoutsReference] = one(ProtectionStoreTimeoutsReference)

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        display_name: str,
        protection_store_type: str,
        storage_system_id: str,
        storage_system_type: str,
        storage_location_id: str | None = None,
        force: Flag | None = None,
        timeouts: One[ProtectionStoreTimeouts] | None = None,
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
            display_name: Name shown in the console.
            protection_store_type: `ON_PREMISES` keeps backups on the appliance, `CLOUD` keeps them in
                `storage_location_id`. Allowed: `ON_PREMISES`, `CLOUD`.
            storage_system_id: Appliance that carries the store, also for a `CLOUD` store: a StoreOnce or a Protection
                Store Gateway.
            storage_system_type: Kind of that appliance. Allowed: `PROTECTION_STORE_GATEWAY`, `STOREONCE`.
            storage_location_id: Cloud location, such as `azure:eastus2`. For `CLOUD` stores only, where it is needed.
            force: Allow the store to be destroyed although it holds backups. Every recovery point in it is lost.
                Default: `False`.
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
                "display_name": display_name,
                "protection_store_type": protection_store_type,
                "storage_system_id": storage_system_id,
                "storage_system_type": storage_system_type,
                "storage_location_id": storage_location_id,
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


class DataProtectionStore(DataSource):
    """A place for backups: on a StoreOnce or Protection Store Gateway (`ON_PREMISES`), or in a cloud behind one (`CLOUD`).

    HPE can change nothing but the display name. Any other change makes a new store, and the backups in the old one go
    with it: HPE refuses that unless `force` is set.
    """

    terraform_type: ClassVar[str] = "glbr_protection_store"

    shape: ClassVar[Mapping[str, kinds.Convert]] = {"id": kinds.text, "display_name": kinds.text}

    id: Attribute[str] = text()
    display_name: Attribute[str] = text()
    protection_store_type: Attribute[str] = text()
    """`ON_PREMISES` keeps backups on the appliance, `CLOUD` keeps them in `storage_location_id`."""

    storage_system_id: Attribute[str] = text()
    """Appliance that carries the store, also for a `CLOUD` store: a StoreOnce or a Protection Store Gateway."""

    storage_system_type: Attribute[str] = text()
    """Kind of that appliance."""

    storage_location_id: Attribute[str] = text()
    """Cloud location, such as `azure:eastus2`. For `CLOUD` stores only, where it is needed."""

    name: Attribute[str] = text()
    """Name of the store on the appliance, made by HPE."""

    created_at: Attribute[str] = text()
    """When it was made."""

    resource_uri: Attribute[str] = text()
    """API path of the store."""

    state: Attribute[str] = text()
    """`ONLINE`, `OFFLINE`, `READ_ONLY`, `NOT_READY` or `STORE_FAILURE`."""

    status: Attribute[str] = text()
    """Health: `OK`, `WARNING` or `ERROR`."""

    connected_state: Attribute[str] = text()
    """`DISCONNECTED` when no appliance carries the store."""

    size_on_disk_in_bytes: Attribute[float] = number()
    """Space used after reduction, bytes."""

    user_data_stored_in_bytes: Attribute[float] = number()
    """Size of the protected data, bytes."""

    max_capacity_in_bytes: Attribute[float] = number()
    """Capacity limit of an on-premises store, bytes."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        id: str | None = None,
        display_name: str | None = None,
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
            display_name: Name shown in the console.
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
                "display_name": display_name,
            },
            count=count,
            depends_on=depends_on,
            for_each=for_each,
            lifecycle=lifecycle,
            provider=provider,
        )


class DataProtectionStoreFilterReference(Reference):
    """One condition of a list."""

    property_: Attribute[str] = text("property")
    values: Attribute[list[str]] = texts()
    comparison: Attribute[str] = text()


class DataProtectionStoreReference(Reference):
    """A place for backups: on a StoreOnce or Protection Store Gateway (`ON_PREMISES`), or in a cloud behind one (`CLOUD`).

    HPE can change nothing but the display name. Any other change makes a new store, and the backups in the old one go
    with it: HPE refuses that unless `force` is set.
    """

    id: Attribute[str] = text()
    """Identifier made by HPE."""

    display_name: Attribute[str] = text()
    """Name shown in the console."""

    protection_store_type: Attribute[str] = text()
    """`ON_PREMISES` keeps backups on the appliance, `CLOUD` keeps them in `storage_location_id`."""

    storage_system_id: Attribute[str] = text()
    """Appliance that carries the store, also for a `CLOUD` store: a StoreOnce or a Protection Store Gateway."""

    storage_system_type: Attribute[str] = text()
    """Kind of that appliance."""

    storage_location_id: Attribute[str] = text()
    """Cloud location, such as `azure:eastus2`. For `CLOUD` stores only, where it is needed."""

    name: Attribute[str] = text()
    """Name of the store on the appliance, made by HPE."""

    created_at: Attribute[str] = text()
    """When it was made."""

    resource_uri: Attribute[str] = text()
    """API path of the store."""

    state: Attribute[str] = text()
    """`ONLINE`, `OFFLINE`, `READ_ONLY`, `NOT_READY` or `STORE_FAILURE`."""

    status: Attribute[str] = text()
    """Health: `OK`, `WARNING` or `ERROR`."""

    connected_state: Attribute[str] = text()
    """`DISCONNECTED` when no appliance carries the store."""

    size_on_disk_in_bytes: Attribute[float] = number()
    """Space used after reduction, bytes."""

    user_data_stored_in_bytes: Attribute[float] = number()
    """Size of the protected data, bytes."""

    max_capacity_in_bytes: Attribute[float] = number()
    """Capacity limit of an on-premises store, bytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectionStoreFilter(Nested):
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


class DataProtectionStores(DataSource):
    """Every protection store that the API client may see, or those that meet all `filters`."""

    terraform_type: ClassVar[str] = "glbr_protection_stores"

    filterable: ClassVar[tuple[str, ...]] = (
        "protectionStoreType",
        "storageSystemInfo/id",
        "storageSystemInfo/displayName",
    )

    shape: ClassVar[Mapping[str, kinds.Convert]] = {
        "filters": kinds.each(ProtectionStoreFilter.of),
        "sort": kinds.text,
        "limit": kinds.whole,
    }

    filters: Attribute[References[DataProtectionStoreFilterReference]] = each(DataProtectionStoreFilterReference)
    sort: Attribute[str] = text()
    limit: Attribute[float] = number()
    items: Attribute[References[DataProtectionStoreReference]] = each(DataProtectionStoreReference)
    """What was found, by name, or as `sort` says. Each has the attributes of `glbr_protection_store`."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        filters: Many[ProtectionStoreFilter] | None = None,
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
            filters: Conditions that all must hold. Properties: `protectionStoreType`, `storageSystemInfo/id`,
                `storageSystemInfo/displayName`.
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
