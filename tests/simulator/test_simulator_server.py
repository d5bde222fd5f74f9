"""The simulator over HTTP: real connections, cuts, many at once, and a file that stays."""

import json
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import httpx
import pytest

from glbr.simulator.options import CLIENT_ID, CLIENT_SECRET, WORKSPACE_ID, Options
from glbr.simulator.server import RunningSimulator, running

STORES = "/backup-recovery/v1beta1/protection-stores"
BODY = {
    "displayName": "Local",
    "protectionStoreType": "ON_PREMISES",
    "storageSystemId": "00000040-0000-4000-8000-000000000001",
    "storageSystemType": "STOREONCE",
}


@contextmanager
def client_of(simulator):
    form = {"grant_type": "client_credentials", "client_id": CLIENT_ID, "client_secret": CLIENT_SECRET}
    limits = httpx.Limits(max_connections=None)
    with httpx.Client(base_url=simulator.url, timeout=60, limits=limits, trust_env=False) as client:
        token = client.post(f"/authorization/v2/oauth2/{WORKSPACE_ID}/token", data=form).json()["access_token"]
        client.headers["authorization"] = f"Bearer {token}"
        yield client


def test_it_serves_on_a_free_port_and_stops(start):
    with running(world="empty", clock="frozen") as simulator, client_of(simulator) as client:
        reply = client.get(STORES)
        url = simulator.url

    assert reply.json()["items"] == []
    with pytest.raises(httpx.ConnectError):
        httpx.get(url, trust_env=False)


def test_two_run_side_by_side(start):
    first, second = start(), start()

    with client_of(first) as one, client_of(second) as other:
        one.post(STORES, json=BODY)
        counts = [client.get(STORES).json()["count"] for client in (one, other)]

    assert counts == [1, 0]
    assert first.request_counts["ProtectionStoreCreate"] == 1


@pytest.mark.parametrize(("kind", "made"), [("drop", 0), ("lost_reply", 1)])
def test_a_cut_connection_gives_no_reply(start, kind, made):
    simulator = start()
    simulator.add_fault(kind, "ProtectionStoreCreate", count=1)

    with client_of(simulator) as client:
        with pytest.raises((httpx.ReadError, httpx.RemoteProtocolError)):
            client.post(STORES, json=BODY)
        found = client.get(STORES).json()["count"]

    assert found == made


def test_a_slow_reply_does_not_hold_up_others(start):
    simulator = start()
    simulator.add_fault("slow", "DataManagementJobsList", seconds=30, count=1)

    with client_of(simulator) as client:
        waiting = threading.Thread(target=_until_closed, args=(client,), daemon=True)
        waiting.start()
        while simulator.service.faults.all():  # until the slow request has arrived
            threading.Event().wait(0.01)
        quick = client.get(STORES)

    assert quick.status_code == 200


def _until_closed(client):
    with pytest.raises(httpx.HTTPError):
        client.get("/backup-recovery/v1beta1/protection-jobs", timeout=0.5)


def test_two_hundred_requests_at_once(start):
    simulator = start()

    with client_of(simulator) as client, ThreadPoolExecutor(200) as pool:
        replies = list(
            pool.map(lambda number: client.post(STORES, json=BODY | {"displayName": str(number)}), range(200))
        )
        found = client.get(STORES, params={"limit": 2000}).json()

    assert {reply.status_code for reply in replies} == {202}
    assert len({item["displayName"] for item in found["items"]}) == found["total"] == 200


def test_a_state_file_survives_a_restart(tmp_path):
    state = tmp_path / "world.db"
    with running(state=state, clock="frozen") as simulator, client_of(simulator) as client:
        client.post(STORES, json=BODY)
        simulator.change_settings(operation_seconds=3600.0)
        client.post(STORES, json=BODY | {"displayName": "Later"})
        stopped_at = simulator.advance(minutes=30)

    with running(state=state, clock="frozen") as simulator, client_of(simulator) as client:
        resumed_at = simulator.now
        before = [item["displayName"] for item in client.get(STORES).json()["items"]]
        simulator.advance(minutes=30)
        after = [item["displayName"] for item in client.get(STORES).json()["items"]]
        client.post(STORES, json=BODY)
        ids = {item["id"] for item in client.get(STORES).json()["items"]}

    assert resumed_at == stopped_at
    assert (before, after) == (["Local"], ["Local", "Later"])
    assert len(ids) == 3


def test_a_token_survives_a_restart(tmp_path):
    state = tmp_path / "world.db"
    with running(state=state, clock="frozen") as simulator, client_of(simulator) as client:
        authorization = client.headers["authorization"]

    with running(state=state, clock="frozen") as simulator:
        reply = httpx.get(f"{simulator.url}{STORES}", headers={"authorization": authorization}, trust_env=False)

    assert reply.status_code == 200


def test_a_port_that_is_taken_is_told(start):
    port = int(start().url.rsplit(":", 1)[1])

    with pytest.raises(OSError, match="choose another port"), RunningSimulator(Options(clock="frozen"), port=port):
        pass


def test_an_unknown_clock_or_world_is_told():
    with pytest.raises(ValueError, match="'real', 'frozen'"), running(clock="broken"):
        pass
    with pytest.raises(ValueError, match="empty, clinic, fleet"), running(world="moon"):
        pass


def test_served_by_itself_it_keeps_its_state_when_terminated(tmp_path):
    state = tmp_path / "world.db"
    command = [sys.executable, "-m", "glbr.cli", "simulate", "--json", "--port=0", "--clock=frozen", f"--state={state}"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        url = json.loads(process.stdout.readline())["environment"]["GLBR_ENDPOINT"]
        httpx.post(f"{url}/_simulator/clock/advance", json={"days": 3}, trust_env=False)
        process.terminate()
        code = process.wait()

    with running(state=state) as simulator:
        day = simulator.now.date().isoformat()

    assert (code, day) == (0, "2026-01-08")


def test_it_starts_without_what_only_the_provider_needs():
    program = (
        "import sys, glbr.simulator.server as server; server.Service(server.Options());"
        "print([name for name in ('httpx', 'pydantic', 'h2', 'grpc', 'cdktf') if name in sys.modules])"
    )

    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"
