"""On-premises backups go to on-premises stores, cloud backups to cloud stores; SNAPSHOT needs none."""

from glbr.simulator.contract.document import JsonObject
from glbr.simulator.errors import ApiError
from glbr.simulator.world import World

# Kind of store each tier copies to; a snapshot stays on the array and takes none.
STORE_OF = {"BACKUP": "ON_PREMISES", "CLOUD_BACKUP": "CLOUD"}


def refuse_unfit_store(world: World, tier: str, store_id: str, what: str) -> None:
    """400 for a store that does not exist, is of the wrong kind, or takes no copies at present."""
    store = fitting_store(world, tier, store_id, what)
    if store["state"] != "ONLINE":
        raise ApiError(400, f"{what}: protection store {store['displayName']} is {store['state']}")


def fitting_store(world: World, tier: str, store_id: str, what: str) -> JsonObject:
    """The store a tier copies to; 400 when it does not exist or is of the wrong kind."""
    wanted = STORE_OF.get(tier)
    store = world.require("protection-stores", store_id, what, status=400)
    if wanted and store["protectionStoreType"] != wanted:
        raise ApiError(
            400,
            f"{what}: {tier} needs a store of type {wanted}; {store['displayName']} is {store['protectionStoreType']}",
        )
    return store
