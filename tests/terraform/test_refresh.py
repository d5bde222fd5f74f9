"""Many objects are refreshed by few calls, and by single ones where lists cannot be had."""

import json

import pytest

from samples import Json, sample
from workspace import Workspace

ALONE, LIST = "VmProtectionGroup", "VmProtectionGroupList"
COUNT = 20


@pytest.fixture
def groups(workspace: Workspace) -> Json:
    """As many groups as are told apart by their names."""
    configuration = sample("virtual_machine_protection_group").configuration("glbr_virtual_machine_protection_group")
    body = configuration["resource"]["glbr_virtual_machine_protection_group"]["tested"]
    body |= {"count": COUNT, "name": "group-${count.index}"}
    workspace.apply(configuration)
    return configuration


def reads(workspace: Workspace) -> tuple[int, int]:
    """Calls that a plan needs: for single groups, and for lists."""
    before = dict(workspace.simulator.request_counts)
    assert workspace.run("plan", "-no-color", "-detailed-exitcode").code == 0
    after = workspace.simulator.request_counts
    return tuple(after.get(name, 0) - before.get(name, 0) for name in (ALONE, LIST))


def test_lists_serve_a_refresh_of_many(workspace: Workspace, groups: Json) -> None:
    alone, lists = reads(workspace)

    assert alone <= COUNT // 2
    assert lists == 1


def test_each_is_read_by_itself_on_request(workspace: Workspace, groups: Json) -> None:
    workspace.provider["refresh_mode"] = "single"
    workspace.write(groups)

    assert reads(workspace) == (COUNT, 0)


def test_a_list_that_is_refused_costs_calls_and_nothing_else(workspace: Workspace, groups: Json) -> None:
    workspace.simulator.add_fault("status", LIST, status=403)

    alone, _ = reads(workspace)

    assert alone == COUNT


def test_one_that_vanished_is_missed_in_a_list_and_asked_for(workspace: Workspace, groups: Json) -> None:
    address = "glbr_virtual_machine_protection_group.tested[7]"
    identifier = workspace.state(address)["id"]

    workspace.control("DELETE", f"objects/virtual-machine-protection-groups/{identifier}")

    assert workspace.actions() == {address: ["create"]}


def test_state_of_a_provider_that_knew_fewer_arguments_plans_nothing_and_is_completed(workspace: Workspace) -> None:
    workspace.apply(sample("application_host").configuration("glbr_application_host"))
    file = workspace.folder / "terraform.tfstate"
    written = json.loads(file.read_text())
    (host,) = written["resources"]
    del host["instances"][0]["attributes"]["force"]
    file.write_text(json.dumps(written))

    assert workspace.run("plan", "-no-color", "-detailed-exitcode").code == 0
    assert workspace.run("apply", "-no-color", "-refresh-only", "-auto-approve").code == 0

    assert workspace.state("glbr_application_host.tested")["force"] is False
    workspace.must_be_settled()
