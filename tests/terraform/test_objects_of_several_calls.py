"""Objects that take several calls: what fails or is cut on the way is neither lost, nor doubled, nor taken for done."""

import os
import signal
import time
from collections.abc import Callable

import pytest

from samples import Json, sample
from samples.protection_store_gateway import NIC, PROXY
from workspace import PATIENCE_SECONDS, Workspace

GATEWAY = "glbr_protection_store_gateway.tested"
SET_UP = {
    "nics": [NIC],
    "ntp": [{"network_address": "time.clinic.example"}],
    "proxy": PROXY,
    "date_time": {"method_date_time_set": "NTP", "timezone": "Europe/Berlin"},
    "remote_access_enabled": True,
}


def gateway(**arguments: object) -> Json:
    configuration = sample("protection_store_gateway").configuration("glbr_protection_store_gateway")
    configuration["resource"]["glbr_protection_store_gateway"]["tested"] |= arguments
    return configuration


def fault(workspace: Workspace, kind: str, operation: str, **more: object) -> None:
    workspace.control("POST", "faults", {"kind": kind, "operation": operation, "count": 1, **more})


def calls(workspace: Workspace, operation: str) -> int:
    return workspace.simulator.request_counts.get(operation, 0)


def live(workspace: Workspace) -> Json:
    """The gateway as the simulator keeps it."""
    identifier = workspace.state(GATEWAY)["id"]
    return workspace.control("GET", f"objects/protection-store-gateways/{identifier}")


@pytest.mark.parametrize(
    "operation",
    [
        "ProtectionStoreGatewayUpdate",
        "ProtectionStoreGatewayNicCreate",
        "ProtectionStoreGatewaySetRemoteSupport",
    ],
)
def test_what_fails_after_a_creation_is_told_and_sent_again(workspace: Workspace, operation: str) -> None:
    workspace.write(gateway(**SET_UP))
    fault(workspace, "status", operation, status=400)

    first = workspace.apply()

    before = workspace.state(GATEWAY)["id"]
    assert "The object itself is made" in first.text
    assert workspace.actions()[GATEWAY] == ["update"]
    workspace.apply()
    workspace.must_be_settled()
    assert workspace.state(GATEWAY)["id"] == before
    kept = live(workspace)
    assert kept["dateTime"] == {"methodDateTimeSet": "NTP", "timezone": "Europe/Berlin"}
    assert len(kept["network"]["nics"]) == 2
    assert kept["remoteAccessEnabled"] is True


def test_a_size_of_nothing_is_no_size(workspace: Workspace) -> None:
    configuration = gateway()
    configuration["resource"]["glbr_protection_store_gateway"]["tested"]["vm_config"] |= {"override": {}}

    workspace.apply(configuration)

    workspace.must_be_settled()


LOGINS = {
    "hypervisor_manager": "HypervisorManagerUpdate",
    "application_host": "ApplicationHostUpdate",
    "mssql_instance_credentials": "MSSQLInstanceUpdate",
}


@pytest.mark.parametrize("kind", ["drop", "status"])
@pytest.mark.parametrize("noun", LOGINS)
def test_a_password_that_may_not_have_arrived_is_sent_again(workspace: Workspace, noun: str, kind: str) -> None:
    configuration = sample(noun).configuration(f"glbr_{noun}")
    credentials = configuration["resource"][f"glbr_{noun}"]["tested"]["credentials"]
    workspace.apply(configuration)
    credentials |= {"password_wo": "another-one", "password_wo_version": 2}
    workspace.write(configuration)
    fault(workspace, kind, LOGINS[noun], **({"status": 500} if kind == "status" else {}))
    sent = calls(workspace, LOGINS[noun])

    first = workspace.run("apply", "-auto-approve", "-no-color")

    assert first.code == 1, first.output
    assert workspace.actions()[f"glbr_{noun}.tested"] == ["update"]
    workspace.apply()
    assert calls(workspace, LOGINS[noun]) == sent + 2
    workspace.must_be_settled()


def started(installed: Callable[..., Workspace], configuration: Json) -> Workspace:
    workspace = installed()
    workspace.write(configuration)
    assert workspace.run("init", "-no-color").code == 0
    return workspace


def test_a_provider_killed_while_it_completes_a_creation_takes_it_up(installed: Callable[..., Workspace]) -> None:
    workspace = started(installed, gateway(**SET_UP))
    fault(workspace, "slow", "ProtectionStoreGatewayUpdate", seconds=20)
    made = lambda: workspace.control("GET", "health")["objects"]["protection-store-gateways"] == 2  # noqa: E731
    process = workspace.apply_until(lambda: made() and calls(workspace, "ProtectionStoreGatewayGetById") > 0)
    time.sleep(0.5)
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate(timeout=PATIENCE_SECONDS)
    workspace.control("DELETE", "faults")
    (workspace.folder / ".terraform.tfstate.lock.info").unlink(missing_ok=True)

    workspace.apply()

    assert calls(workspace, "ProtectionStoreGatewayCreate") == 1
    assert GATEWAY in workspace.addresses()
    workspace.must_be_settled()


def test_an_interrupted_change_is_waited_for_and_not_made_twice(installed: Callable[..., Workspace]) -> None:
    workspace = started(installed, gateway())
    workspace.apply()
    workspace.simulator.change_settings(operation_seconds=3600)
    workspace.write(gateway(nics=[{"network_name": "clinic-servers", "network_type": "DHCP"}]))
    polled = calls(workspace, "GetAsyncOperation")
    process = workspace.apply_until(lambda: calls(workspace, "GetAsyncOperation") > polled)
    os.killpg(process.pid, signal.SIGINT)
    process.communicate(timeout=PATIENCE_SECONDS)
    workspace.simulator.change_settings(operation_seconds=0)
    workspace.simulator.advance(hours=2)

    workspace.apply()

    assert calls(workspace, "ProtectionStoreGatewayNicCreate") == 1
    assert len(live(workspace)["network"]["nics"]) == 2
    workspace.must_be_settled()


def test_an_interrupted_creation_is_completed_with_everything(installed: Callable[..., Workspace]) -> None:
    workspace = started(installed, gateway(**SET_UP))
    workspace.simulator.change_settings(operation_seconds=3600)
    process = workspace.apply_until(lambda: calls(workspace, "GetAsyncOperation") > 0)
    os.killpg(process.pid, signal.SIGINT)
    process.communicate(timeout=PATIENCE_SECONDS)
    workspace.simulator.change_settings(operation_seconds=0)
    workspace.simulator.advance(hours=2)

    workspace.apply()

    kept = live(workspace)
    assert kept["dateTime"]["timezone"] == "Europe/Berlin"
    assert len(kept["network"]["nics"]) == 2
    workspace.must_be_settled()


def test_what_was_not_sent_goes_along_with_another_change_even_without_a_refresh(workspace: Workspace) -> None:
    workspace.write(gateway(date_time=SET_UP["date_time"]))
    fault(workspace, "status", "ProtectionStoreGatewayUpdate", status=400)
    workspace.apply()
    workspace.write(gateway(date_time=SET_UP["date_time"], remote_access_enabled=True))

    done = workspace.run("apply", "-auto-approve", "-no-color", "-refresh=false")

    assert done.code == 0, done.output
    assert live(workspace)["dateTime"]["timezone"] == "Europe/Berlin"
    workspace.must_be_settled()
