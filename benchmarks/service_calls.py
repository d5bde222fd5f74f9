"""HPE's API as the benchmarks call it themselves, to furnish a simulated service."""

from typing import Any, Final

import httpx

from glbr.simulator.options import Options

_BACKUP: Final = "/backup-recovery/v1beta1"
_MACHINE: Final = "virtualization/virtual-machine"

Json = dict[str, Any]


class Caller:
    """Somebody signed in; everything asked for must succeed."""

    def __init__(self, url: str, options: Options) -> None:
        form = {
            "grant_type": "client_credentials",
            "client_id": options.client_id,
            "client_secret": options.client_secret,
        }
        granted = httpx.post(f"{url}/authorization/v2/oauth2/{options.workspace_id}/token", data=form)
        granted.raise_for_status()
        self._http = httpx.Client(
            base_url=url, headers={"authorization": f"Bearer {granted.json()['access_token']}"}, timeout=60
        )

    def store(self) -> str:
        """Make a store on the premises; gives its id."""
        appliance = self._items("/backup-recovery/v1beta1/storeonces")[0]
        body = {
            "displayName": "Local",
            "protectionStoreType": "ON_PREMISES",
            "storageSystemId": appliance["id"],
            "storageSystemType": "STOREONCE",
        }
        self._post("protection-stores", body)
        return str(self._items(f"{_BACKUP}/protection-stores")[0]["id"])

    def protect_hourly(self, machines: int) -> None:
        """Give each of that many virtual machines a policy of its own, which makes a snapshot every hour."""
        for machine in self._items("/virtualization/v1beta1/virtual-machines", limit=machines)[:machines]:
            schedule = {"scheduleId": 1, "schedule": {"recurrence": "HOURLY", "repeatInterval": {"every": 1}}}
            body = {
                "name": f"hourly {machine['name']}",
                "applicationType": "VMWARE",
                "protections": [{"type": "SNAPSHOT", "schedules": [schedule]}],
            }
            policy = self._post("protection-policies", body)
            asset = {"id": machine["id"], "type": _MACHINE}
            self._post("protection-jobs", {"assetInfo": asset, "protectionPolicyId": policy["id"]})

    def copies(self) -> int:
        """How many recovery points exist."""
        told = self._http.get("/_simulator/recovery-points").raise_for_status().json()
        return sum(int(tier["count"]) for tier in told["items"])

    def close(self) -> None:
        """Close the connections."""
        self._http.close()

    def _items(self, path: str, **query: int) -> list[Json]:
        items: list[Json] = self._http.get(path, params=query).raise_for_status().json()["items"]
        return items

    def _post(self, collection: str, body: Json) -> Json:
        reply = self._http.post(f"{_BACKUP}/{collection}", json=body).raise_for_status()
        return dict(reply.json()) if reply.content else {}
