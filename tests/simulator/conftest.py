"""A simulated clinic, and somebody who talks to it through HPE's API alone."""

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import ExitStack
from datetime import timedelta
from typing import Any

import httpx
import pytest

from glbr.simulator.app import SimulatorApp
from glbr.simulator.options import CLIENT_ID, CLIENT_SECRET, WORKSPACE_ID, Options
from glbr.simulator.server import RunningSimulator
from glbr.simulator.service import Service
from glbr.simulator.settings import Settings

BACKUP = "/backup-recovery/v1beta1"
VIRTUAL = "/virtualization/v1beta1"
TOKEN = f"/authorization/v2/oauth2/{WORKSPACE_ID}/token"
STOREONCE = "00000040-0000-4000-8000-000000000001"
VM_TYPE = "virtualization/virtual-machine"
GROUP_TYPE = "backup-recovery/virtual-machine-protection-group"


def vm_id(number: int) -> str:
    """The id of the n-th machine of the clinic."""
    return f"00000020-0000-4000-8000-{number:012x}"


def period(value: int, unit: str) -> dict[str, Any]:
    return {"value": value, "unit": unit}


def schedule(number: int, recurrence: str = "HOURLY", every: int = 1, **more: Any) -> dict[str, Any]:
    """A schedule; `on`, `start`, `window` go into its cadence, everything else beside it."""
    cadence: dict[str, Any] = {"recurrence": recurrence, "repeatInterval": {"every": every}}
    if "on" in more:
        cadence["repeatInterval"]["on"] = more.pop("on")
    if "start" in more:
        cadence["startTime"] = more.pop("start")
    if "window" in more:
        opens, closes = more.pop("window")
        cadence["activeTime"] = {"activeFromTime": opens, "activeUntilTime": closes}
    return {"scheduleId": number, "schedule": cadence, **more}


def snapshots(*schedules: dict[str, Any]) -> dict[str, Any]:
    return {"type": "SNAPSHOT", "schedules": list(schedules)}


def backups(store: str, *schedules: dict[str, Any]) -> dict[str, Any]:
    return {"type": "BACKUP", "protectionStoreId": store, "schedules": list(schedules)}


class Person:
    """Calls HPE's API; each method gives HPE's reply, checked only where the name says so."""

    vm = staticmethod(vm_id)
    schedule = staticmethod(schedule)
    period = staticmethod(period)
    snapshots = staticmethod(snapshots)
    backups = staticmethod(backups)

    def __init__(self, service: Service, http: httpx.AsyncClient) -> None:
        self.service = service
        self.http = http

    async def sign_in(self, client_id: str = CLIENT_ID) -> None:
        form = {"grant_type": "client_credentials", "client_id": client_id, "client_secret": CLIENT_SECRET}
        reply = await self.http.post(TOKEN, data=form)
        assert reply.status_code == 200, reply.text
        self.http.headers["authorization"] = f"Bearer {reply.json()['access_token']}"

    async def get(self, path: str, **query: Any) -> Any:
        """The body of a GET that must succeed."""
        reply = await self.http.get(path, params=query)
        assert reply.status_code == 200, reply.text
        return reply.json()

    async def items(self, path: str, **query: Any) -> list[dict[str, Any]]:
        return list((await self.get(path, **query))["items"])

    async def post(self, path: str, body: dict[str, Any] | None = None) -> httpx.Response:
        return await self.http.post(path, json=body) if body is not None else await self.http.post(path)

    async def patch(self, path: str, body: dict[str, Any]) -> httpx.Response:
        return await self.http.patch(path, json=body, headers={"content-type": "application/merge-patch+json"})

    async def operation(self, reply: httpx.Response) -> dict[str, Any]:
        """The operation that a 202 points to."""
        assert reply.status_code == 202, reply.text
        identifier = reply.headers["location"].rsplit("/", 1)[-1]
        return dict(await self.get(f"/data-services/v1beta1/async-operations/{identifier}"))

    async def done(self, reply: httpx.Response) -> dict[str, Any]:
        """The operation of a 202, which must have succeeded."""
        operation = await self.operation(reply)
        assert operation["state"] == "SUCCEEDED", operation
        return operation

    async def made(self, reply: httpx.Response, kind: str) -> str:
        """The id of the object of a kind that a 202 has made."""
        resources = (await self.done(reply))["associatedResources"]
        return next(one["resourceUri"].rsplit("/", 1)[-1] for one in resources if kind in one["type"])

    async def store(self, name: str = "Local", location: str | None = None) -> str:
        body = {"displayName": name, "storageSystemId": STOREONCE, "storageSystemType": "STOREONCE"}
        kind = {"protectionStoreType": "CLOUD", "storageLocationId": location} if location else {}
        reply = await self.post(f"{BACKUP}/protection-stores", {"protectionStoreType": "ON_PREMISES", **body, **kind})
        return await self.made(reply, "protection-store")

    async def policy(self, *tiers: dict[str, Any], name: str = "gold", application: str = "VMWARE") -> dict[str, Any]:
        body = {"name": name, "applicationType": application, "protections": list(tiers)}
        reply = await self.post(f"{BACKUP}/protection-policies", body)
        assert reply.status_code == 200, reply.text
        return dict(reply.json())

    async def group(self, **body: Any) -> str:
        given = {"name": "group", "assetsCategory": "VMFS_VMS", "vmProtectionGroupType": "CUSTOM", **body}
        return await self.made(await self.post(f"{BACKUP}/virtual-machine-protection-groups", given), "group")

    async def protect(self, asset: str, policy: str, kind: str = VM_TYPE, **more: Any) -> str:
        body = {"assetInfo": {"id": asset, "type": kind}, "protectionPolicyId": policy, **more}
        return await self.made(await self.post(f"{BACKUP}/protection-jobs", body), "protection-job")

    async def copies(self, number: int = 1, form: str = "snapshots", **query: Any) -> list[dict[str, Any]]:
        """The copies of the n-th machine."""
        return await self.items(f"{BACKUP}/virtual-machines/{vm_id(number)}/{form}", **{"limit": 1000, **query})

    async def copy_times(self, number: int = 1, form: str = "snapshots") -> list[str]:
        """Instants of the copies of the n-th machine, to the minute."""
        return [copy["pointInTime"][:16] for copy in await self.copies(number, form)]

    def advance(self, **step: float) -> None:
        self.service.world.advance(timedelta(**step))

    def switch(self, **changes: Any) -> None:
        self.service.world.settings = self.service.world.settings.changed(changes)


PersonMaker = Callable[..., "AsyncPerson"]


class AsyncPerson:
    """Opens a service in process and closes it."""

    def __init__(self, options: Options) -> None:
        self._options = options

    async def __aenter__(self) -> Person:
        self._service = Service(self._options)
        transport = httpx.ASGITransport(SimulatorApp(self._service))
        self._http = httpx.AsyncClient(transport=transport, base_url="http://simulator")
        person = Person(self._service, self._http)
        await person.sign_in()
        return person

    async def __aexit__(self, *_: object) -> None:
        await self._http.aclose()
        self._service.close()


@pytest.fixture(scope="session")
def person_with() -> PersonMaker:
    """Somebody in a clinic that is set up otherwise: `async with person_with(time_zone=...)`."""

    def make(settings: dict[str, Any] | None = None, **changes: Any) -> AsyncPerson:
        return AsyncPerson(Options(**{"clock": "frozen", "settings": Settings().changed(settings or {}), **changes}))

    return make


@pytest.fixture
async def person(person_with: PersonMaker) -> AsyncIterator[Person]:
    """Somebody signed in to a clinic that stands still on Monday, 2026-01-05, at midnight UTC."""
    async with person_with() as someone:
        yield someone


Starter = Callable[..., RunningSimulator]


@pytest.fixture
def start() -> Iterator[Starter]:
    """Starts simulators over HTTP; all are stopped in the end."""
    with ExitStack() as stack:
        yield lambda **options: stack.enter_context(RunningSimulator(Options(**{"clock": "frozen", **options})))
