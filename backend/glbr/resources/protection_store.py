"""Protection store: where backups are kept, on an appliance or in a cloud."""

from collections.abc import Iterator, Sequence
from typing import Literal

from glbr.definition import Resource, Timestamp, Tree, argument, reference, result
from glbr.protection.problem import Path, Problem
from glbr.protection.store import store_problems
from glbr.protection.weakening import Weakening, destroyed, replaced


class ProtectionStore(Resource):
    """A place for backups: on a StoreOnce or Protection Store Gateway (`ON_PREMISES`), or in a cloud behind one (`CLOUD`).

    HPE can change nothing but the display name. Any other change makes a new store, and the backups in the old one go
    with it: HPE refuses that unless `force` is set.
    """

    collection = "/backup-recovery/v1beta1/protection-stores"
    named_by = "displayName"
    filterable = ("protectionStoreType", "storageSystemInfo/id", "storageSystemInfo/displayName")
    kept_while = (
        "The store holds backups, or a policy uses it. To give up every recovery point in it: set force = true, apply, "
        "then destroy. Locked copies stay until their lock ends, whatever is set."
    )

    display_name: str = argument("Name shown in the console.", at_least=1)
    protection_store_type: Literal["ON_PREMISES", "CLOUD"] = argument(
        "`ON_PREMISES` keeps backups on the appliance, `CLOUD` keeps them in `storage_location_id`.", replace=True
    )
    storage_system_id: str = reference(
        "Appliance that carries the store, also for a `CLOUD` store: a StoreOnce or a Protection Store Gateway.",
        to="storeonce",
        replace=True,
        read_from="storageSystemInfo.id",
    )
    storage_system_type: Literal["PROTECTION_STORE_GATEWAY", "STOREONCE"] = argument(
        "Kind of that appliance.", replace=True, read_from="storageSystemInfo.type"
    )
    storage_location_id: str | None = reference(
        "Cloud location, such as `azure:eastus2`. For `CLOUD` stores only, where it is needed.",
        to="storage_location",
        replace=True,
        read_from="storageLocationInfo.id",
    )
    force: bool | None = argument(
        "Allow the store to be destroyed although it holds backups. Every recovery point in it is lost.",
        default=False,
        sent=False,
        returned=False,
    )

    name: str | None = result("Name of the store on the appliance, made by HPE.", stable=True)
    created_at: Timestamp | None = result("When it was made.", stable=True)
    resource_uri: str | None = result("API path of the store.", stable=True)
    state: str | None = result("`ONLINE`, `OFFLINE`, `READ_ONLY`, `NOT_READY` or `STORE_FAILURE`.", volatile=True)
    status: str | None = result("Health: `OK`, `WARNING` or `ERROR`.", volatile=True)
    connected_state: str | None = result("`DISCONNECTED` when no appliance carries the store.", volatile=True)
    size_on_disk_in_bytes: int | None = result("Space used after reduction, bytes.", volatile=True)
    user_data_stored_in_bytes: int | None = result("Size of the protected data, bytes.", volatile=True)
    max_capacity_in_bytes: int | None = result("Capacity limit of an on-premises store, bytes.", volatile=True)

    @classmethod
    def problems(cls, tree: Tree) -> Iterator[Problem]:
        """A cloud store needs a location, an on-premises one has none."""
        return store_problems(tree)

    @classmethod
    def weakenings(
        cls, prior: Tree, planned: Tree | None, replacing: Sequence[Path], beside: tuple[Tree, Tree]
    ) -> Iterator[Weakening]:
        """Recovery points go with the store that holds them."""
        del beside
        told = prior.get("user_data_stored_in_bytes")
        data = f" of {told / 2**30:,.1f} GiB of protected data" if isinstance(told, int) and told else ""
        detail = (
            f"Every recovery point{data} in it is lost. HPE refuses that unless force is set, and keeps what is locked."
        )
        if planned is None:
            kind = "a CLOUD" if prior.get("protection_store_type") == "CLOUD" else "an ON_PREMISES"
            yield destroyed(f"{kind} store", detail)
        elif replacing:
            yield replaced(prior, planned, replacing, detail)

    @classmethod
    def lost_if_replaced(cls, prior: Tree) -> str:
        """Recovery points go with the store that holds them."""
        del prior
        return "Every recovery point in the old store is lost. HPE refuses that unless force is set, and keeps what is locked."
