"""The two stores that patterns keep backups in: made here, or brought along."""

from typing import Final, Literal

from constructs import Construct

from glbr_constructs import roles
from glbr_constructs.cdk import cdk
from glbr_constructs.given import Given, called
from glbr_constructs.l1.protection_store import DataProtectionStore
from glbr_constructs.stores.protection_store import ProtectionStore
from glbr_constructs.synthesis.place import path_of

StoreType = Literal["ON_PREMISES", "CLOUD"]

LOCAL: Final = "local"
CLOUD: Final = "cloud"
TYPES: Final[dict[str, StoreType]] = {LOCAL: "ON_PREMISES", CLOUD: "CLOUD"}
"""Type that each store has, or is made sure of when Terraform plans."""

_BRING: Final = 'a store: ProtectionStore.from_protection_store_name(self, "store", "…"), or one made beside it'
_CARRY: Final = 'an appliance: StoreOnce.from_storeonce_name(self, "appliance", "…"), or one made beside it'


def site_stores(
    scope: Construct,
    given: Given,
    *,
    name: str,
    on: roles.Appliance | None,
    location: str | roles.Location | None,
    local_store: roles.Store | None,
    cloud_store: roles.Store | None,
) -> dict[str, roles.Store]:
    """The stores by what they are called: `local`, and `cloud` where there is one.

    Args:
        scope: Where stores that are made belong.
        given: Tells what is wrong with the arguments.
        name: Start of the names of stores that are made.
        on: Appliance that carries the stores that are made.
        location: Where the cloud store is made.
        local_store: Store on premises, in place of one that is made.
        cloud_store: Cloud store, in place of one that is made.

    Raises:
        Refused: a store was to be made and brought along at once, cannot be made, or is of the wrong kind.
    """
    _check(given, on, location, local_store, cloud_store)
    stores: dict[str, roles.Store] = {}
    if local_store is not None:
        stores[LOCAL] = _brought(scope, given, "local_store", local_store, "ON_PREMISES")
    elif on is not None:
        stores[LOCAL] = ProtectionStore(scope, "local_store", name=f"{name}-{LOCAL}", on=on)
    if cloud_store is not None:
        stores[CLOUD] = _brought(scope, given, "cloud_store", cloud_store, "CLOUD")
    elif on is not None and location is not None:
        stores[CLOUD] = ProtectionStore(scope, "cloud_store", name=f"{name}-{CLOUD}", on=on, location=location)
    return stores


def _check(
    given: Given,
    on: roles.Appliance | None,
    location: str | roles.Location | None,
    local_store: roles.Store | None,
    cloud_store: roles.Store | None,
) -> None:
    if on is not None:
        given.part("on", on, ("storage_system_id", "storage_system_type"), "an appliance", _CARRY)
    if location is not None and cloud_store is not None:
        wrong = f"location={called(location)} is where a cloud store is made, and cloud_store brings one"
        raise given.refused(wrong, "Allowed: one of location and cloud_store")
    wants = [store for store, made in ((LOCAL, local_store is None), (CLOUD, location is not None)) if made]
    if wants and on is None:
        wrong = f"on=None: the {' store and the '.join(wants)} store would be made, on no appliance"
        raise given.refused(wrong, f"Allowed: {_CARRY}. Or bring stores: local_store=, cloud_store=")
    if on is not None and not wants:
        wrong = "on carries the stores that are made, and local_store and cloud_store bring both"
        raise given.refused(wrong, "Allowed: no appliance beside two stores that exist. Leave out on")


def _brought(scope: Construct, given: Given, argument: str, store: roles.Store, kind: StoreType) -> roles.Store:
    """A store that exists already. Where only HPE knows its kind, Terraform asks while it plans, and stops at another."""
    given.part(argument, store, ("protection_store_id", "protection_store_type"), "a protection store", _BRING)
    told = store.protection_store_type
    if told not in (None, kind):
        raise given.refused(f"{argument} is a store of type {told}", f"Allowed: a store of type {kind}. Give another")
    if told is None:
        condition = cdk.Postcondition(
            condition=f'${{self.protection_store_type == "{kind}"}}',
            error_message=f"{argument} of {path_of(scope)} must be a store of type {kind}. Give another store.",
        )
        DataProtectionStore(
            scope,
            f"{argument}_is_{kind.lower()}",
            id=store.protection_store_id,
            lifecycle=cdk.TerraformResourceLifecycle(postcondition=[condition]),
        )
    return store
