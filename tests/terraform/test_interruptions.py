"""Ctrl-C and SIGKILL while an object is being made: nothing is lost, nothing is made twice."""

import os
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

from samples import sample
from workspace import PATIENCE_SECONDS, Workspace

STORE = "glbr_protection_store.tested"
AN_HOUR = 3600


@pytest.fixture
def making(installed: Callable[..., Workspace]) -> Workspace:
    """A workspace about to make a store, at a service that takes an hour to make one."""
    workspace = installed()
    workspace.write(sample("protection_store").configuration("glbr_protection_store"))
    started = workspace.run("init", "-no-color")
    assert started.code == 0, started.output
    workspace.simulator.change_settings(operation_seconds=AN_HOUR)
    return workspace


def providers_of(process: subprocess.Popen[str]) -> list[int]:
    """Processes that Terraform has started."""
    found = []
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            pid, _, rest = entry.read_text().partition(" (")
        except OSError:
            continue
        if int(rest.rpartition(")")[2].split()[1]) == process.pid:
            found.append(int(pid))
    return found


def kill_provider(process: subprocess.Popen[str]) -> str:
    for pid in providers_of(process):
        os.kill(pid, signal.SIGKILL)
    return process.communicate(timeout=PATIENCE_SECONDS)[0]


def stores(workspace: Workspace) -> int:
    return workspace.control("GET", "health")["objects"].get("protection-stores", 0)


def counted(workspace: Workspace, operation: str) -> Callable[[], bool]:
    return lambda: workspace.simulator.request_counts.get(operation, 0) > 0


def must_end_with_one_store(workspace: Workspace) -> None:
    """The next apply ends in an empty plan with exactly one store."""
    workspace.simulator.service.faults.clear()
    workspace.simulator.change_settings(operation_seconds=0)
    workspace.simulator.advance(hours=2)
    workspace.apply()
    workspace.must_be_settled()
    assert stores(workspace) == 1
    assert workspace.addresses().count(STORE) == 1


def test_ctrl_c_keeps_the_operation_and_the_next_apply_goes_on_with_it(making: Workspace) -> None:
    process = making.apply_until(counted(making, "GetAsyncOperation"))

    os.killpg(process.pid, signal.SIGINT)
    output = process.communicate(timeout=PATIENCE_SECONDS)[0]

    assert "nterrupt" in output
    assert STORE in making.addresses()
    assert making.simulator.request_counts["ProtectionStoreCreate"] == 1
    must_end_with_one_store(making)
    assert making.simulator.request_counts["ProtectionStoreCreate"] == 1
    assert "tainted" not in making.run("show", "-no-color").output


def test_an_interrupted_creation_that_failed_is_planned_again(making: Workspace) -> None:
    making.simulator.add_fault("fail_operation", "ProtectionStoreCreate", count=1)
    process = making.apply_until(counted(making, "GetAsyncOperation"))
    os.killpg(process.pid, signal.SIGINT)
    process.communicate(timeout=PATIENCE_SECONDS)

    must_end_with_one_store(making)

    assert making.simulator.request_counts["ProtectionStoreCreate"] == 2


def test_an_interrupted_creation_can_be_destroyed(making: Workspace) -> None:
    process = making.apply_until(counted(making, "GetAsyncOperation"))
    os.killpg(process.pid, signal.SIGINT)
    process.communicate(timeout=PATIENCE_SECONDS)
    making.simulator.change_settings(operation_seconds=0)
    making.simulator.advance(hours=2)

    done = making.run("destroy", "-auto-approve", "-no-color")

    assert done.code == 0, done.output
    assert stores(making) == 0
    assert making.addresses() == []


def test_a_provider_killed_while_waiting_loses_nothing(making: Workspace) -> None:
    process = making.apply_until(counted(making, "GetAsyncOperation"))

    kill_provider(process)

    must_end_with_one_store(making)
    assert making.simulator.request_counts["ProtectionStoreCreate"] == 1


def test_a_provider_killed_after_sending_makes_no_second_store(making: Workspace) -> None:
    making.simulator.add_fault("lost_reply", "ProtectionStoreCreate", count=1)
    process = making.apply_until(counted(making, "ProtectionStoreCreate"))

    kill_provider(process)

    must_end_with_one_store(making)
    assert making.simulator.request_counts["ProtectionStoreCreate"] == 1


def test_a_provider_killed_before_sending_makes_one_store(making: Workspace) -> None:
    making.simulator.add_fault("status", "ProtectionStoreList", status=503, retry_after=200)
    process = making.apply_until(counted(making, "ProtectionStoreList"))

    kill_provider(process)

    assert making.simulator.request_counts.get("ProtectionStoreCreate", 0) == 0
    must_end_with_one_store(making)


def test_a_lost_reply_is_resolved_by_looking(making: Workspace) -> None:
    making.simulator.change_settings(operation_seconds=0)
    making.simulator.add_fault("lost_reply", "ProtectionStoreCreate", count=1)

    making.apply()

    making.must_be_settled()
    assert stores(making) == 1
    assert making.simulator.request_counts["ProtectionStoreCreate"] == 1


def test_a_second_interrupt_loses_nothing_either(making: Workspace) -> None:
    process = making.apply_until(counted(making, "GetAsyncOperation"))
    os.killpg(process.pid, signal.SIGINT)
    os.kill(process.pid, signal.SIGINT)
    process.communicate(timeout=PATIENCE_SECONDS)

    must_end_with_one_store(making)

    assert making.simulator.request_counts["ProtectionStoreCreate"] == 1
    assert not list(making.folder.rglob("begun/*.json"))


def test_a_creation_that_was_given_up_is_told(making: Workspace) -> None:
    process = making.apply_until(counted(making, "GetAsyncOperation"))
    kill_provider(process)
    making.simulator.change_settings(operation_seconds=0)
    making.simulator.advance(hours=2)
    other = sample("protection_store").configuration("glbr_protection_store", "Other", "display_name")

    said = making.apply(other).text

    assert "The creation of protection store Local was begun and never reported" in said


def test_a_lost_reply_never_takes_somebody_elses_object(making: Workspace) -> None:
    """Another store is being made at the same time, and its operation's links begin with the name of ours."""
    credentials = {
        "grant_type": "client_credentials",
        "client_id": making.environment["GLBR_CLIENT_ID"],
        "client_secret": making.environment["GLBR_CLIENT_SECRET"],
    }
    body = {
        "displayName": "foreign",
        "protectionStoreType": "ON_PREMISES",
        "storageSystemId": "00000040-0000-4000-8000-000000000001",
        "storageSystemType": "STOREONCE",
    }
    with httpx.Client(base_url=making.simulator.url, trust_env=False) as client:
        token = client.post("/as/token.oauth2", data=credentials).json()["access_token"]
        bearer = {"authorization": f"Bearer {token}"}
        client.post("/backup-recovery/v1beta1/protection-stores", json=body, headers=bearer).raise_for_status()
    making.simulator.change_settings(operation_seconds=0)
    making.simulator.add_fault("lost_reply", "ProtectionStoreCreate", count=1)

    making.apply(sample("protection_store").configuration("glbr_protection_store", "backup-recovery", "display_name"))

    assert making.state(STORE)["display_name"] == "backup-recovery"
    assert making.simulator.request_counts["ProtectionStoreCreate"] == 2


def test_ctrl_c_while_an_object_is_removed_sends_one_removal(making: Workspace) -> None:
    making.simulator.change_settings(operation_seconds=0)
    making.apply()
    making.simulator.change_settings(operation_seconds=AN_HOUR)
    seen = making.simulator.request_counts["GetAsyncOperation"]
    process = making.start("destroy", "-auto-approve", "-no-color")
    while making.simulator.request_counts["GetAsyncOperation"] == seen:
        assert process.poll() is None, process.communicate()[0]
        time.sleep(0.02)
    os.killpg(process.pid, signal.SIGINT)
    process.communicate(timeout=PATIENCE_SECONDS)
    making.simulator.change_settings(operation_seconds=0)
    making.simulator.advance(hours=2)

    done = making.run("destroy", "-auto-approve", "-no-color")

    assert done.code == 0, done.output
    assert stores(making) == 0
    assert making.simulator.request_counts["ProtectionStoreDelete"] == 1
