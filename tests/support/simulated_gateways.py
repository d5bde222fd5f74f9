"""Deploying gateways in the simulated clinic, and making stores on them, through HPE's API."""

from typing import Any, Final

from glbr.simulator.worlds.appliances import TIB
from glbr.simulator.worlds.site import site_id

BACKUP: Final = "/backup-recovery/v1beta1"
VIRTUAL: Final = "/virtualization/v1beta1"
GATEWAYS: Final = f"{BACKUP}/protection-store-gateways"
CLINIC: Final = f"{GATEWAYS}/{site_id('protection-store-gateways', 1)}"
"""The gateway that the clinic has from the start."""
ORCHESTRATOR: Final = site_id("data-orchestrators", 1)
MANAGER: Final = site_id("hypervisor-managers", 1)
CLUSTER: Final = site_id("hypervisor-clusters", 1)
HOST: Final = site_id("hypervisor-hosts", 1)
POOL: Final = site_id("resource-pools", 1)
FOLDER: Final = site_id("folders", 1)
DATASTORE, OTHER_DATASTORE, THIRD_DATASTORE = (site_id("datastores", number) for number in (1, 2, 3))
UNKNOWN: Final = "00000000-0000-4000-8000-00000000dead"
"""An id that nothing in the clinic has."""
FIGURES: Final = {"maxOnPremDailyProtectedDataInTiB": 1, "maxOnPremRetentionDays": 20}
"""A workload that the simulator sizes at 1.5 TiB of disk."""

__all__ = [
    "BACKUP",
    "CLINIC",
    "CLUSTER",
    "DATASTORE",
    "FIGURES",
    "FOLDER",
    "GATEWAYS",
    "HOST",
    "ORCHESTRATOR",
    "OTHER_DATASTORE",
    "POOL",
    "THIRD_DATASTORE",
    "TIB",
    "UNKNOWN",
    "VIRTUAL",
    "body",
    "deploy",
    "store_on",
]


def body(name: str = "gateway-2", **changes: Any) -> dict[str, Any]:
    """What deploys a gateway on a host; changes go into its `vmConfig`, where `None` takes a field out."""
    config = {"hostId": HOST, "datastoreIds": [DATASTORE], "network": {"name": "clinic-servers"}, **FIGURES, **changes}
    given = {field: value for field, value in config.items() if value is not None}
    return {"name": name, "hypervisorManagerId": MANAGER, "vmConfig": given}


async def deploy(person: Any, **changes: Any) -> str:
    """Deploy `gateway-2` and give its path.

    Args:
        person: somebody who talks to the simulator, as the simulator's tests have them.
        changes: what its `vmConfig` has otherwise.
    """
    made = await person.made(await person.post(GATEWAYS, body(**changes)), "protection-store-gateway")
    return f"{GATEWAYS}/{made}"


async def store_on(person: Any, gateway: str, kind: str = "ON_PREMISES", **more: Any) -> str:
    """Make a protection store of this kind on the gateway at a path, and give the store's id."""
    asked = {
        "displayName": f"{kind.lower()} store",
        "protectionStoreType": kind,
        "storageSystemType": "PROTECTION_STORE_GATEWAY",
        "storageSystemId": gateway.rsplit("/", 1)[-1],
        **more,
    }
    operation = await person.done(await person.post(f"{BACKUP}/protection-stores", asked))
    # The operation names the gateway, too, whose kind begins like the store's.
    stores = [one for one in operation["associatedResources"] if one["type"].endswith("protection-store")]
    return str(stores[0]["resourceUri"].rsplit("/", 1)[-1])
