"""A plan becomes the protection model."""

import json
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from clinic_plans import (
    CLOUD,
    CREW,
    GOLD,
    ID_OF,
    LOCAL,
    NOW,
    SECOND,
    WORK,
    clinic,
    gold,
    model,
    replaced,
    settled,
    stores_of,
)
from glbr.review.ingest.kinds import is_ours
from glbr.review.ingest.read import read
from plans import (
    PROVIDER,
    change,
    configuration,
    fleet,
    group,
    job,
    plan,
    resource,
    state,
    store,
    to,
)


def test_ids_become_the_addresses_of_what_they_name() -> None:
    found = model(*settled())
    for side in (found.before, found.after):
        work = side.jobs[WORK]
        assert (work.asset.value, work.policy.value) == (CREW, GOLD)
        assert side.groups[CREW].members.value == ("vm-1", "vm-2")
        assert [one.store.value for one in side.policies[GOLD].tiers.value or ()] == [LOCAL, CLOUD]
        assert side.stores[CLOUD].location.value == "azure:eastus2"
        assert side.stores[LOCAL].location.is_absent


def test_jobs_on_one_policy_share_its_tiers() -> None:
    found = model(*settled())
    assert found.after.jobs[WORK].tiers is found.after.policies[GOLD].tiers


def test_the_moment_is_the_plans_own() -> None:
    assert model(*settled()).provenance.at == datetime(2026, 11, 23, 11, 45, 41, tzinfo=UTC)
    assert model(*settled(), timestamp="").provenance.at == NOW


def test_what_a_plan_says_of_itself_is_kept() -> None:
    found = read(plan(*settled(), complete=False, errored=True), name="p.json", stack="prod", now=NOW).provenance
    assert (found.origin, found.stack, found.head, found.engine) == ("plan", "prod", "p.json", "Terraform 1.15.5")
    assert found.complete is False
    assert found.errored


def test_an_older_plan_says_nothing_of_being_complete() -> None:
    document = json.loads(plan(*settled()))
    del document["complete"], document["errored"], document["timestamp"]
    found = read(json.dumps(document).encode(), now=NOW).provenance
    assert found.complete is None
    assert not found.errored


def test_opentofu_is_told_by_its_registry() -> None:
    changes = [change(LOCAL, store("local", "s"), store("local", "s"), provider="registry.opentofu.org/glbr/glbr")]
    assert model(*changes, terraform_version="1.10.6").provenance.engine == "OpenTofu 1.10.6"


def test_a_destroyed_object_is_before_only() -> None:
    found = model(*settled(work=None))
    assert WORK in found.before.jobs
    assert WORK not in found.after.jobs
    assert next(one for one in found.changes if one.key == WORK).deletes


def test_a_forgotten_object_is_before_only() -> None:
    found = model(*settled(WORK), change(WORK, job("j-work", "g-crew", "p-gold"), None, actions=["forget"]))
    assert WORK in found.before.jobs
    assert WORK not in found.after.jobs


def test_an_object_that_is_forgotten_and_made_anew_is_on_both_sides() -> None:
    values = job("j-work", "g-crew", "p-gold")
    found = model(*settled(WORK), change(WORK, values, values, unknown=ID_OF, actions=["create", "forget"]))
    assert WORK in found.before.jobs
    assert WORK in found.after.jobs


def test_a_moved_object_is_one_object() -> None:
    new = "glbr_protection_policy.golden"
    found = model(*settled(GOLD), change(new, gold(), gold(), previous_address=GOLD))
    assert list(found.before.policies) == list(found.after.policies) == [new]
    assert found.before.policies[new].address == GOLD
    assert found.before.jobs[WORK].policy.value == new
    assert next(one for one in found.changes if one.key == new).previous_address == GOLD


def test_a_leftover_is_told_and_is_on_no_side() -> None:
    leftover = change(LOCAL, store("local", "s-old"), None, deposed="8a7b", actions=["delete"])
    found = model(leftover, *settled())
    assert found.after.stores[LOCAL].identifier.value == found.before.stores[LOCAL].identifier.value == "s-local"
    assert [(one.key, one.deposed) for one in found.changes if one.key == LOCAL] == [(LOCAL, False), (LOCAL, True)]


def test_a_targeted_plan_does_not_read_as_if_everything_were_lost() -> None:
    prior = state({address: values for address, (values, _) in clinic().items()})
    found = model(change(LOCAL, store("local", "s-local"), store("here", "s-local")), prior_state=prior, complete=False)
    assert found.before.jobs == found.after.jobs
    assert found.after.jobs[WORK].policy.value == GOLD
    assert stores_of(found) == [LOCAL, CLOUD]
    assert [one.key for one in found.changes] == [LOCAL]


def test_objects_of_modules_are_found_in_the_state_too() -> None:
    prior = state({})
    inner = state({GOLD: gold()})["values"]["root_module"]["resources"]
    inner[0]["address"] = f"module.a.{GOLD}"
    prior["values"]["root_module"]["child_modules"] = [{"address": "module.a", "resources": inner}]
    found = model(change(LOCAL, store("local", "s-local"), store("here", "s-local")), prior_state=prior)
    assert list(found.after.policies) == [f"module.a.{GOLD}"]
    assert stores_of(found, f"module.a.{GOLD}") == [LOCAL, "s-cloud"]


def test_what_changes_is_told_by_path_and_what_hpe_fills_in_is_not() -> None:
    after = gold()
    after["protections"][0]["schedules"][0]["lock_for"] = "1 week"
    after["protections"][1]["id"] = "t-other"
    after["resource_uri"] = "elsewhere"
    changed = next(one for one in model(*settled(gold=after)).changes if one.key == GOLD).changed
    assert changed == ("protections[0].schedules[0].lock_for",)


def test_an_unknown_argument_that_somebody_wrote_has_changed() -> None:
    written = configuration(resource(LOCAL, storage_system_id=to("data.glbr_storeonce.a.id")))
    moved = replaced(
        LOCAL,
        store("local", "s-local"),
        store("local", None),
        unknown={"id": True, "storage_system_id": True, "name": True},
        change={"replace_paths": [["storage_system_id"]]},
    )
    found = model(moved, configured=written).changes[0]
    assert found.changed == found.replace_paths == ("storage_system_id",)
    assert found.replaces


def test_sensitive_values_are_never_taken_for_absent() -> None:
    before = store("local", "s-local", "CLOUD")
    found = model(change(LOCAL, before, before, sensitive={"storage_location_id": True, "display_name": True}))
    one = found.after.stores[LOCAL]
    assert one.location.is_unknown
    assert one.name == LOCAL


def test_drift_is_told_with_the_tiers_it_touches() -> None:
    before, after = gold(), gold()
    before["protections"][0]["schedules"][0]["lock_for"] = "4 weeks"
    found = model(*settled(), resource_drift=[change(GOLD, before, after)])
    assert list(found.drift_before.policies) == list(found.drift_after.policies) == [GOLD]
    locks = [
        str((side.policies[GOLD].tiers.value or ())[0].known_schedules()[0].lock)
        for side in (found.drift_before, found.drift_after)
    ]
    assert locks == ["4 weeks", "2 weeks"]
    assert found.drift_changes[0].changed == ("protections[0].schedules[0].lock_for",)
    assert not found.drift_before.jobs


def test_a_drifted_job_keeps_the_tiers_of_its_policy() -> None:
    before = job("j-work", "g-crew", "p-gold", operational="ACTIVE")
    found = model(*settled(), resource_drift=[change(WORK, before, {**before, "operational": "SUSPENDED"})])
    assert found.drift_after.jobs[WORK].tiers.value == found.after.jobs[WORK].tiers.value
    assert (found.drift_before.jobs[WORK].suspended.value, found.drift_after.jobs[WORK].suspended.value) == (
        False,
        True,
    )


def test_what_was_deleted_outside_is_still_told_apart_in_the_drift() -> None:
    """A policy and its job are gone at HPE: the job that there was had the policy that there was."""
    gone = [change(GOLD, gold(), None), change(WORK, job("j-work", "g-crew", "p-gold"), None)]
    found = model(change(LOCAL, store("local", "s-local"), store("local", "s-local")), resource_drift=gone)
    work = found.drift_before.jobs[WORK]
    assert work.policy.value == GOLD
    assert work.tiers.is_known
    assert not found.drift_after.all()
    assert not found.before.jobs


def test_a_plan_that_only_looks_changes_nothing() -> None:
    """Of terraform plan -refresh-only there is a state and a drift, and no change at all."""
    prior = state({address: values for address, (values, _) in clinic().items()})
    found = model(prior_state=prior, resource_drift=[change(LOCAL, store("old", "s-local"), store("local", "s-local"))])
    assert found.before == found.after
    assert len(found.after.all()) == 5
    assert found.changes == ()


def test_what_is_put_off_is_after_and_told() -> None:
    put_off = {
        "reason": "provider_config_unknown",
        "resource_change": change(SECOND, None, store("second", None), unknown=ID_OF),
    }
    found = model(*settled(), deferred_changes=[put_off], complete=False)
    assert found.deferred == ((SECOND, "provider_config_unknown"),)
    assert SECOND in found.after.stores
    assert SECOND not in {one.key for one in found.changes}


def test_checks_and_actions_are_told() -> None:
    checks = [
        {"address": {"kind": "check", "to_display": f"check.{name}"}, "status": name,
         "instances": [{"status": name, "problems": [{"message": "no"}]}]}
        for name in ("pass", "fail", "unknown")
    ]  # fmt: skip
    calls = [
        {"address": "action.glbr_restore.now", "type": "glbr_restore", "provider_name": PROVIDER},
        {"address": "action.aws_lambda_invoke.a", "type": "aws_lambda_invoke", "provider_name": "x/hashicorp/aws"},
    ]
    found = model(*settled(), checks=checks, action_invocations=calls)
    assert [(one.address, one.status, one.problems) for one in found.checks] == [
        ("check.fail", "fail", ("no",)),
        ("check.unknown", "unknown", ("no",)),
    ]
    assert found.invocations == (("action.glbr_restore.now", "glbr_restore"),)


def test_machines_of_other_providers_are_assets() -> None:
    address = "vsphere_virtual_machine.erp"
    made = change(address, None, {"name": "erp-01"}, provider="registry.terraform.io/hashicorp/vsphere")
    gone = change(
        "vsphere_virtual_machine.old", {"name": "old"}, None, provider="registry.terraform.io/hashicorp/vsphere"
    )
    asset = model(*settled(), made, gone).assets
    assert {key: (one.name, one.kind, one.declared_by) for key, one in asset.items()} == {
        address: ("erp-01", "virtualization/virtual-machine", address)
    }


@pytest.mark.parametrize("provider", ["registry.example.com/acme/glbr", "mirror.local/acme/protection", "acme/GLBR"])
def test_a_mirror_of_the_provider_is_ours_wherever_it_is(provider: str) -> None:
    put_off = {
        "reason": "x",
        "resource_change": change("glbr_setting.s", None, {"id": "1", "name": "x"}, provider=provider),
    }
    before = state({CREW: group("crew", "g-crew", "vm-1")})
    before["values"]["root_module"]["resources"][0]["provider_name"] = provider
    found = model(
        replaced(LOCAL, store("local", "s-local"), store("local", None, "CLOUD"), provider=provider),
        change(GOLD, gold(), None, provider=provider),
        resource_drift=[change(LOCAL, store("local", "s-local"), store("other", "s-local"), provider=provider)],
        deferred_changes=[put_off],
        prior_state=before,
        action_invocations=[{"address": "action.glbr_x.y", "type": "glbr_x", "provider_name": provider}],
        configured={"provider_config": {"mirror": {"name": "mirror", "full_name": provider}}, "root_module": {}},
    )
    assert [one.actions for one in found.changes] == [("delete",), ("delete", "create")]
    assert found.after.stores[LOCAL].kind.value == "CLOUD"
    assert found.before.policies.keys() == {GOLD}
    assert found.after.groups.keys() == {CREW}
    assert found.drift_after.stores[LOCAL].name == "other"
    assert found.deferred == (("glbr_setting.s", "x"),)
    assert found.invocations == (("action.glbr_x.y", "glbr_x"),)


def test_a_mirror_that_has_nothing_as_yet_is_known_by_what_is_written() -> None:
    written = resource("glbr_protection_store.a") | {"provider_config_key": "mirror"}
    blocks = {"mirror": {"name": "mirror", "full_name": "registry.example.com/acme/protection"}}
    found = model(configured={"provider_config": blocks, "root_module": {"resources": [written]}})
    assert found.changes == ()


def test_the_last_part_of_a_provider_or_the_type_tells_what_is_ours() -> None:
    assert is_ours("registry.example.com/glbr/glbr")
    assert is_ours("registry.terraform.io/acme/mirror", "glbr_protection_store")
    assert not is_ours("registry.terraform.io/glbr/notglbr", "notglbr_protection_store")
    assert not is_ours("registry.terraform.io/glbr/glbr/x")
    assert not is_ours("")


def test_an_object_of_a_newer_provider_is_there_and_can_be_lost() -> None:
    found = model(change("glbr_vault.a", {"id": "v", "name": "deep", "hidden": "CANARY"}, None))
    thing = found.before.things["glbr_vault.a"]
    assert (thing.noun, thing.name, thing.settings) == ("vault", "deep", {})
    assert found.changes[0].deletes


def test_things_show_what_the_table_allows() -> None:
    setting = {"id": "1", "name": "DUAL_AUTH", "current_value": "false", "description": "CANARY"}
    gateway = {"id": "2", "name": "psg", "nics": [{"network_address": "10.0.0.1", "id": "x"}, {"network_address": "10.0.0.2"}],
               "force": True, "proxy": {"credentials": {"password": "CANARY"}}}  # fmt: skip
    found = model(
        change("glbr_setting.a", setting, setting), change("glbr_protection_store_gateway.b", gateway, gateway)
    )
    shown = {
        key: {path: one.value for path, one in thing.settings.items()} for key, thing in found.after.things.items()
    }
    assert shown == {
        "glbr_setting.a": {"name": "DUAL_AUTH", "current_value": "false"},
        "glbr_protection_store_gateway.b": {
            "name": "psg",
            "nics[0].network_address": "10.0.0.1",
            "nics[1].network_address": "10.0.0.2",
            "force": "true",
        },
    }


def test_secrets_in_clear_are_told_by_path_alone() -> None:
    login = {"username": "ana", "password": "CANARY-1", "password_wo": None, "password_wo_version": 3}
    values = {"id": "1", "network_address": "10.0.0.1", "credentials": login}
    address = "glbr_hypervisor_manager.a"
    open_one = model(change(address, None, values))
    assert open_one.changes[0].secrets_in_clear == ("credentials.password",)
    marked = model(change(address, None, values, sensitive={"credentials": {"password": True}}))
    assert marked.changes[0].secrets_in_clear == ()
    node = {"constant_value": {"username": "ana", "password_wo": "CANARY-2"}}
    written = model(
        change(address, None, {**values, "credentials": {}}),
        configured=configuration(resource(address, credentials=node)),
    )
    assert written.changes[0].secrets_in_clear == ("credentials.password_wo",)


def test_the_order_of_the_plan_means_nothing() -> None:
    changes = settled(work=None)
    assert model(*changes) == model(*reversed(changes))


def test_a_fleet_of_a_thousand_is_read_quickly(tmp_path: Path) -> None:
    file = tmp_path / "fleet.json"
    file.write_bytes(fleet(1000))
    started = time.process_time()
    found = read(file, now=NOW)
    assert time.process_time() - started < 1.5
    assert len(found.changes) == sum(len(objects) for objects in (found.after.stores, found.after.policies,
                                                                found.after.groups, found.after.jobs))  # fmt: skip
    assert sum(one.actions == ("update",) for one in found.changes) == 8
    assert all(one.tiers.is_known for one in found.after.jobs.values())
