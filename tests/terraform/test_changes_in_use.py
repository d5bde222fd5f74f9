"""A policy that a job uses, and objects that are removed: what can be changed is, what cannot is told before."""

import copy
import re

import pytest

from samples import Json, sample
from workspace import Workspace

POLICY, JOB = "glbr_protection_policy.gold", "glbr_protection_job.tested"


@pytest.fixture
def estate(workspace: Workspace) -> Json:
    """A policy in use."""
    configuration = sample("protection_job").configuration("glbr_protection_job")
    workspace.apply(configuration)
    return configuration


def tiers(configuration: Json) -> list[Json]:
    return configuration["resource"]["glbr_protection_policy"]["gold"]["protections"]


def changed(configuration: Json) -> Json:
    return copy.deepcopy(configuration)


def test_retention_cadence_and_names_change_in_place(workspace: Workspace, estate: Json) -> None:
    policy = workspace.state(POLICY)["id"]
    wanted = changed(estate)
    tiers(wanted)[1]["schedules"][0] |= {"expire_after": "8 weeks", "lock_for": "1 week", "name": "daily"}
    wanted["resource"]["glbr_protection_policy"]["gold"]["name"] = "renamed"

    workspace.apply(wanted)

    workspace.must_be_settled()
    assert workspace.state(POLICY)["id"] == policy
    assert workspace.simulator.request_counts["DataManagementTemplateUpdate"] == 1


def test_another_order_of_tiers_sends_nothing_and_replaces_nothing(workspace: Workspace, estate: Json) -> None:
    ids = {tier["type"]: tier["id"] for tier in workspace.state(POLICY)["protections"]}
    wanted = changed(estate)
    tiers(wanted).reverse()
    workspace.write(wanted)

    assert workspace.actions() == {POLICY: ["update"]}
    workspace.apply(wanted)

    workspace.must_be_settled()
    assert {tier["type"]: tier["id"] for tier in workspace.state(POLICY)["protections"]} == ids


def test_tiers_that_hpe_tells_in_another_order_are_the_same_tiers(workspace: Workspace, estate: Json) -> None:
    policy = workspace.state(POLICY)["id"]
    held = workspace.control("GET", f"objects/protection-policies/{policy}")["protections"]
    workspace.control("PATCH", f"objects/protection-policies/{policy}", {"protections": held[::-1]})
    workspace.must_be_settled()
    wanted = changed(estate)
    wanted["resource"]["glbr_protection_policy"]["gold"]["name"] = "renamed"

    workspace.apply(wanted)

    workspace.must_be_settled()
    assert workspace.state(POLICY)["id"] == policy


def test_another_tier_is_planned_as_a_new_policy_with_the_reason(workspace: Workspace, estate: Json) -> None:
    wanted = changed(estate)
    tiers(wanted).pop()
    workspace.write(wanted)

    said = workspace.run("plan", "-no-color").text

    assert "A new protection policy is needed" in said
    assert "HPE cannot change tiers, stores, chains or scripts of a policy in use" in said
    assert workspace.actions() == {POLICY: ["delete", "create"], JOB: ["delete", "create"]}
    workspace.apply()
    workspace.must_be_settled()


@pytest.mark.parametrize("left_out", ["keep", "clear"])
def test_taking_a_value_away_says_beforehand_that_hpe_may_keep_it(
    workspace: Workspace, estate: Json, left_out: str
) -> None:
    workspace.simulator.change_settings(patch_left_out=left_out)
    locked = changed(estate)
    tiers(locked)[1]["schedules"][0]["lock_for"] = "1 week"
    workspace.apply(locked)
    workspace.write(estate)

    planned = workspace.run("plan", "-no-color").text
    applied = workspace.run("apply", "-auto-approve", "-no-color")

    assert "no way to take a value away: lock_for of schedule 2" in planned
    assert applied.code == (1 if left_out == "keep" else 0)
    assert (workspace.state(POLICY)["protections"][1]["schedules"][0]["lock_for"] is None) is (left_out == "clear")


def test_an_unreadable_operation_is_not_a_removal(workspace: Workspace) -> None:
    workspace.apply(sample("protection_store").configuration("glbr_protection_store"))
    workspace.simulator.change_settings(operation_seconds=3600)
    workspace.simulator.add_fault("status", "GetAsyncOperation", status=404)

    done = workspace.run("destroy", "-auto-approve", "-no-color")

    assert done.code == 1
    assert "glbr_protection_store.tested" in workspace.addresses()


def test_a_paused_removal_is_told_and_taken_up_again(workspace: Workspace) -> None:
    workspace.apply(sample("protection_store").configuration("glbr_protection_store"))
    workspace.simulator.change_settings(dual_authorization=True)

    paused = workspace.run("destroy", "-auto-approve", "-no-color")
    again = workspace.run("destroy", "-auto-approve", "-no-color")

    assert "waits for a person at HPE" in paused.text
    assert "waits for a person at HPE" in again.text
    assert workspace.simulator.request_counts["ProtectionStoreDelete"] == 1
    operation = re.search(r"paused operation (\S{36})", paused.text)
    assert operation is not None
    workspace.control("POST", f"operations/{operation[1]}/approve")
    done = workspace.run("destroy", "-auto-approve", "-no-color")
    assert done.code == 0, done.output
    assert workspace.simulator.request_counts["ProtectionStoreDelete"] == 1


@pytest.mark.parametrize("nothing", ["", ".", ".."])
def test_nothing_is_no_identifier(workspace: Workspace, nothing: str) -> None:
    workspace.write({"data": {"glbr_storeonce": {"one": {"id": nothing}}}})

    said = workspace.run("plan", "-no-color")

    assert said.code == 1
    assert "No storeonce has the id" in said.text
