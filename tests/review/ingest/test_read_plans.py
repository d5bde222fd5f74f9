"""Plans become models: what there is before and after, what refers to what, and what nobody can know."""

import json
import time
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest

from glbr.resources import definitions, managed
from glbr.review.ingest.kinds import GROUPS, JOB, KINDS, POLICY, STORE, is_named_like_a_secret, is_ours
from glbr.review.ingest.read import read
from glbr.review.model.model import Model
from plans import (
    PROVIDER,
    change,
    configuration,
    fleet,
    group,
    job,
    plan,
    policy,
    resource,
    schedule,
    state,
    store,
    tier,
    to,
)

NOW = datetime(2026, 12, 1, tzinfo=UTC)
LOCAL, CLOUD, SECOND = (f"glbr_protection_store.{name}" for name in ("local", "cloud", "second"))
GOLD, CREW, WORK = (
    "glbr_protection_policy.gold",
    "glbr_virtual_machine_protection_group.crew",
    "glbr_protection_job.work",
)
ID_OF = {"id": True}


def gold(
    local: str | None = "s-local", cloud: str | None = "s-cloud", identifier: str | None = "p-gold"
) -> dict[str, object]:
    return policy(
        "gold",
        identifier,
        tier("BACKUP", local, schedule(2, lock_for="2 weeks"), identifier="t-backup"),
        tier("CLOUD_BACKUP", cloud, schedule(3, "WEEKLY", "6 months"), identifier="t-cloud"),
    )


def clinic(**changed: Mapping[str, object] | None) -> dict[str, tuple[object, object]]:
    """The objects of a small estate by address, before and after; a change replaces what is after."""
    there = {
        LOCAL: store("local", "s-local"),
        CLOUD: store("cloud", "s-cloud", "CLOUD"),
        GOLD: gold(),
        CREW: group("crew", "g-crew", "vm-1", "vm-2"),
        WORK: job("j-work", "g-crew", "p-gold"),
    }
    return {address: (values, changed.get(address.rpartition(".")[2], values)) for address, values in there.items()}


def settled(*but: str, **changed: Mapping[str, object] | None) -> list[dict[str, object]]:
    """The entries of that estate; those of some addresses are left out, for the test to write its own."""
    return [change(address, *both) for address, both in clinic(**changed).items() if address not in but]


def model(*changes: object, **more: object) -> Model:
    return read(plan(*changes, **more), now=NOW)


def replaced(address: str, before: object, after: object, **more: object) -> dict[str, object]:
    return change(address, before, after, unknown=more.pop("unknown", ID_OF), actions=["delete", "create"], **more)


def stores_of(found: Model, key: str = GOLD) -> list[object]:
    """Where the tiers of a policy go after the change: a key, an id, or how little is known."""
    tiers = found.after.policies[key].tiers.value
    assert tiers is not None
    return [one.store.value or one.store.state for one in tiers]


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


class TestUnknownIds:
    """An id that only the apply will tell is followed through the configuration."""

    def test_a_replaced_store_is_still_the_store_of_its_tier(self) -> None:
        unknown = {"id": True, "protections": [{}, {"protection_store_id": True}]}
        found = model(
            *settled(CLOUD, GOLD, WORK),
            replaced(CLOUD, store("cloud", "s-cloud", "CLOUD"), store("cloud", None, "CLOUD")),
            replaced(GOLD, gold(), gold(cloud=None), unknown=unknown),
            replaced(WORK, job("j-work", "g-crew", "p-gold"), job(None, "g-crew", None),
                     unknown={"id": True, "protection_policy_id": True}),
            configured=configuration(
                resource(GOLD, protections=to(f"{LOCAL}.id", f"{CLOUD}.id")),
                resource(WORK, protection_policy_id=to(f"{GOLD}.id")),
            ),
        )  # fmt: skip
        assert stores_of(found) == [LOCAL, CLOUD]
        assert found.after.jobs[WORK].policy.value == GOLD
        assert found.after.jobs[WORK].tiers.value == found.before.jobs[WORK].tiers.value
        assert found.after.stores[CLOUD].identifier.is_unknown

    @pytest.mark.parametrize(
        ("references", "expected"),
        [
            (to(f"{CLOUD}.id", f"{LOCAL}.id"), [LOCAL, CLOUD]),  # only one of them fits each tier
            (to("local.stores"), ["unknown", "unknown"]),  # a local value hides what it refers to
            (to("var.store"), ["unknown", "unknown"]),
            ([], ["unknown", "unknown"]),
            (to(f"{LOCAL}.id"), [LOCAL, "unknown"]),
        ],
    )
    def test_two_unknown_stores_go_where_they_fit(self, references: list[str], expected: list[str]) -> None:
        assert stores_of(self.both_replaced(references)) == expected

    def both_replaced(self, references: list[str]) -> Model:
        unknown = {"id": True, "protections": [{"protection_store_id": True}, {"protection_store_id": True}]}
        return model(
            *settled(LOCAL, CLOUD, GOLD, WORK),
            replaced(LOCAL, store("local", "s-local"), store("local", None)),
            replaced(CLOUD, store("cloud", "s-cloud", "CLOUD"), store("cloud", None, "CLOUD")),
            replaced(GOLD, gold(), gold(None, None), unknown=unknown),
            configured=configuration(resource(GOLD, protections=references)),
        )

    @pytest.mark.parametrize(
        ("order", "expected"),
        [
            ((LOCAL, SECOND), [LOCAL, SECOND]),  # the text and the state agree
            ((SECOND, LOCAL), ["unknown", "unknown"]),  # swapped, or only written so: nobody can tell
            ((LOCAL, SECOND, LOCAL), [LOCAL, SECOND]),  # a condition: the state decides
        ],
    )
    def test_stores_of_one_kind_are_told_by_the_text_and_the_state(
        self, order: tuple[str, ...], expected: list[str]
    ) -> None:
        two = lambda one, other: policy(  # noqa: E731
            "two", "p-gold", tier("BACKUP", one, schedule(1)), tier("BACKUP", other, schedule(2))
        )
        unknown = {"id": True, "protections": [{"protection_store_id": True}, {"protection_store_id": True}]}
        found = model(
            replaced(LOCAL, store("local", "s-local"), store("local", None)),
            replaced(SECOND, store("second", "s-second"), store("second", None)),
            replaced(GOLD, two("s-local", "s-second"), two(None, None), unknown=unknown),
            configured=configuration(resource(GOLD, protections=to(*(f"{one}.id" for one in order)))),
        )
        assert stores_of(found) == expected

    def test_an_expression_in_its_place_tells_exactly(self) -> None:
        """Configuration in JSON keeps its expressions in the plan."""
        node = {
            "constant_value": [
                {"type": "BACKUP", "protection_store_id": f"${{{SECOND}.id}}"},
                {"type": "BACKUP", "protection_store_id": f"${{{LOCAL}.id}}"},
            ],
            "references": to(f"{SECOND}.id", f"{LOCAL}.id"),
        }
        unknown = {"id": True, "protections": [{"protection_store_id": True}, {"protection_store_id": True}]}
        after = policy("two", None, tier("BACKUP", None, schedule(1)), tier("BACKUP", None, schedule(2)))
        found = model(
            change(LOCAL, None, store("local", None), unknown=ID_OF),
            change(SECOND, None, store("second", None), unknown=ID_OF),
            change(GOLD, None, after, unknown=unknown),
            configured=configuration(resource(GOLD, protections=node)),
        )
        assert stores_of(found) == [SECOND, LOCAL]

    def made(self, written: object, *addresses: str, at: str = WORK) -> object:
        """The policy of a job that is made together with policies at these addresses."""
        changes = [change(one, None, gold(identifier=None), unknown=ID_OF) for one in addresses]
        unknown = {"id": True, "protection_policy_id": True}
        one = change(at, None, job(None, "vm-1", None, "virtualization/virtual-machine"), unknown=unknown)
        policy_id = model(*changes, one, configured=written).after.jobs[at].policy
        return policy_id.value or policy_id.state

    def test_each_instance_refers_to_the_one_of_its_key(self) -> None:
        keys = ['["a\\"b.c"]', '["ünï"]']
        written = configuration(
            resource(GOLD, for_each_expression={}),
            resource(WORK, protection_policy_id=[GOLD, "each.key"], for_each_expression={}),
        )
        for key in keys:
            assert self.made(written, *(GOLD + one for one in keys), at=WORK + key) == GOLD + key

    def test_an_instance_without_a_twin_is_unknown(self) -> None:
        written = configuration(resource(WORK, protection_policy_id=[GOLD, "each.key"]))
        assert self.made(written, GOLD + '["a"]', GOLD + '["b"]', at=WORK + '["c"]') == "unknown"

    def test_a_key_that_something_else_decides_is_unknown(self) -> None:
        written = configuration(resource(WORK, protection_policy_id=[GOLD, "each.key", "var.policies"]))
        assert self.made(written, GOLD + '["a"]', GOLD + '["b"]', at=WORK + '["a"]') == "unknown"

    def test_a_fixed_index_names_one_instance(self) -> None:
        written = configuration(resource(WORK, protection_policy_id=to(f"{GOLD}[1].id")))
        assert self.made(written, f"{GOLD}[0]", f"{GOLD}[1]") == f"{GOLD}[1]"

    def test_values_go_into_modules_and_come_out_of_them(self) -> None:
        module = {
            "resources": [resource(WORK, protection_policy_id=["var.policy"])],
            "variables": {"policy": {}},
            "module_calls": {},
        }
        maker = {"resources": [resource(GOLD)], "outputs": {"made": {"expression": {"references": to(f"{GOLD}.id")}}}}
        calls = {
            "jobs": {"expressions": {"policy": {"references": ["module.gold.made", "module.gold"]}}, "module": module},
            "gold": {"expressions": {}, "module": maker},
        }
        written = configuration(module_calls=calls)
        assert self.made(written, f"module.gold.{GOLD}", at=f"module.jobs.{WORK}") == f"module.gold.{GOLD}"

    @pytest.mark.parametrize(
        ("more", "expected"),
        [({}, f'module.gold["a"].{GOLD}'), ({"hidden": {"expression": {"references": ["local.x"]}}}, "unknown")],
    )
    def test_any_output_of_the_module_of_a_key_is_meant(self, more: dict[str, object], expected: str) -> None:
        """Of `module.gold[each.key].made` Terraform tells no more than this."""
        outputs = {
            "made": {"expression": {"references": to(f"{GOLD}.id")}},
            "name": {"expression": {"constant_value": "gold"}},
            **more,
        }
        call = {"expressions": {}, "module": {"resources": [resource(GOLD)], "outputs": outputs}}
        written = configuration(
            resource(WORK, protection_policy_id=["module.gold", "each.key"]), module_calls={"gold": call}
        )
        made = [f'module.gold["{key}"].{GOLD}' for key in "ab"]
        assert self.made(written, *made, at=WORK + '["a"]') == expected

    def test_instances_of_modules_keep_to_themselves(self) -> None:
        inner = {"resources": [resource(GOLD), resource(WORK, protection_policy_id=to(f"{GOLD}.id"))]}
        written = configuration(module_calls={"site": {"module": inner, "for_each_expression": {}}})
        sites = [f'module.site["{name}"].' for name in ("a.b", "c")]
        for site in sites:
            assert self.made(written, *(one + GOLD for one in sites), at=site + WORK) == site + GOLD

    @pytest.mark.parametrize(("names", "expected"), [((GOLD,), GOLD), ((GOLD, "glbr_protection_policy.b"), "unknown")])
    def test_values_of_for_each_are_followed_while_they_leave_one(self, names: tuple[str, ...], expected: str) -> None:
        repeated = {"references": to(*(f"{one}.id" for one in names))}
        written = configuration(resource(WORK, protection_policy_id=["each.value"], for_each_expression=repeated))
        assert self.made(written, *names, at=WORK + '["a"]') == expected

    def test_a_choice_between_a_known_and_an_unknown_object_is_unknown(self) -> None:
        """`var.a ? one.id : other.id`: the condition may be unknown as well."""
        known = "glbr_protection_policy.known"
        found = model(
            change(known, gold(), gold()),
            change(GOLD, None, gold(identifier=None), unknown=ID_OF),
            change(WORK, None, job(None, "vm-1", None), unknown={"id": True, "protection_policy_id": True}),
            configured=configuration(resource(WORK, protection_policy_id=to(f"{known}.id", f"{GOLD}.id"))),
        )
        assert found.after.jobs[WORK].policy.is_unknown

    def test_an_id_that_is_only_masked_is_followed_where_its_expression_is_told(self) -> None:
        node = {"constant_value": f"${{{GOLD}.id}}", "references": to(f"{GOLD}.id")}
        working = job("j-work", "g-crew", "p-gold")
        masked = change(WORK, working, working, sensitive={"protection_policy_id": True})
        found = model(*settled(WORK), masked, configured=configuration(resource(WORK, protection_policy_id=node)))
        assert found.after.jobs[WORK].policy.value == GOLD
        assert found.before.jobs[WORK].policy.is_unknown

    def test_a_look_up_that_is_left_to_the_apply_is_unknown(self) -> None:
        source = "data.glbr_protection_policy.known"
        read_later = change(source, None, {"id": None}, unknown=ID_OF, actions=["read"])
        after = job(None, "vm-1", None)
        one = change(WORK, None, after, unknown={"id": True, "protection_policy_id": True})
        written = configuration(resource(WORK, protection_policy_id=to(f"{source}.id")))
        found = model(read_later, one, configured=written).after.jobs[WORK]
        assert found.policy.is_unknown
        assert found.tiers.is_unknown

    def test_modules_that_call_each_other_without_end_are_given_up(self) -> None:
        calls: dict[str, object] = {}
        node = {"references": ["var.policy"]}
        module = {"resources": [resource(WORK, protection_policy_id=["var.policy"])]}
        for _ in range(30):
            calls = {"m": {"expressions": {"policy": node}, "module": module}}
            module = {"module_calls": calls}
        place = "module.m." * 30 + WORK
        assert self.made(configuration(module_calls=calls), GOLD, at=place) == "unknown"


class TestOverrides:
    """What a job changes of its policy."""

    def job_with(self, *tiers: object, **unknown: object) -> Model:
        after = job("j-work", "g-crew", "p-gold", overrides={"protections": list(tiers)})
        one = change(WORK, job("j-work", "g-crew", "p-gold"), after, unknown=unknown.get("unknown"))
        configured = unknown.get("configured")
        return model(*settled(WORK, *unknown.get("but", ())), one, *unknown.get("more", ()), configured=configured)

    def test_values_of_the_job_are_in_force(self) -> None:
        override = {
            "id": "t-backup",
            "protection_store_id": "s-cloud",
            "schedules": [{"schedule_id": 2, "lock_for": "1 day"}],
        }
        found = self.job_with(override).after.jobs[WORK]
        backup, cloud = found.tiers.value or ()
        assert (backup.store.value, backup.store.origin) == (CLOUD, "job")
        assert str(backup.known_schedules()[0].lock) == "1 day"
        assert cloud.store.value == CLOUD
        assert found.overridden == {2: ("lock_for", "protection_store_id")}

    @pytest.mark.parametrize(("number", "expected"), [("0", [SECOND, CLOUD]), ("count.index", ["unknown", "unknown"])])
    def test_a_tier_without_an_id_is_told_by_its_reference(self, number: str, expected: list[str]) -> None:
        overrides = {"protections": [{"id": None, "protection_store_id": "s-second", "schedules": None}]}
        node = {"constant_value": {"protections": [{"id": f"${{{GOLD}.protections[{number}].id}}"}]}}
        unknown = {"id": True, "protection_policy_id": True, "overrides": {"protections": [ID_OF]}}
        found = model(
            *settled(GOLD, WORK),
            change(SECOND, store("second", "s-second"), store("second", "s-second")),
            replaced(GOLD, gold(), gold(identifier=None), unknown={"id": True, "protections": [ID_OF, ID_OF]}),
            replaced(
                WORK,
                job("j-work", "g-crew", "p-gold"),
                job(None, "g-crew", None, overrides=overrides),
                unknown=unknown,
            ),
            configured=configuration(resource(WORK, overrides=node, protection_policy_id=to(f"{GOLD}.id"))),
        )
        tiers = found.after.jobs[WORK].tiers.value or ()
        assert [one.store.value or one.store.state for one in tiers] == expected

    def test_a_store_for_a_tier_that_nobody_can_find_is_not_lost(self) -> None:
        override = {"id": None, "protection_store_id": "s-cloud", "schedules": None}
        found = self.job_with(override, unknown={"overrides": {"protections": [{"id": True}]}}).after.jobs[WORK]
        assert [one.store.state for one in found.tiers.value or ()] == ["unknown", "unknown"]


class TestGroups:
    """Members, and what decides them."""

    @pytest.mark.parametrize(
        ("attributes", "members", "follows"),
        [
            ({"assets": []}, (), None),
            ({"assets": None}, (), None),
            ({"vm_protection_group_type": "DYNAMIC", "assets": None,
              "dynamic_member_filter": {"type": None, "members": [{"name": "erp"}, {"name": "crm"}]}},
             "unknown", "tags crm, erp"),
            ({"vm_protection_group_type": "NATIVE", "assets": None,
              "native_app_info": {"id": "group-v71", "type": "VMWARE_FOLDER"}}, "unknown", "folder group-v71"),
        ],
    )  # fmt: skip
    def test_of_machines(self, attributes: dict[str, object], members: object, follows: str | None) -> None:
        values = {**group("crew", "g-crew"), **attributes}
        found = model(change(CREW, values, values)).after.groups[CREW]
        assert (found.members.state if found.members.is_unknown else found.members.value) == members
        assert found.follows.value == follows

    def test_of_volumes_and_databases(self) -> None:
        volumes, databases = "glbr_volume_protection_group.v", "glbr_mssql_database_protection_group.d"
        first = {"id": "g-v", "name": "v", "volume_protection_group_type": "CUSTOM", "assets": [{"id": "vol-1"}],
                 "cascade_delete": True}  # fmt: skip
        uri = "/backup-recovery/v1beta1/mssql-databases/db-7"
        second = {"id": "g-d", "name": "d", "protection_group_type": "CUSTOM", "members": [{"resource_uri": uri}]}
        found = model(change(volumes, first, first), change(databases, second, second)).after.groups
        assert found[volumes].members.value == ("vol-1",)
        assert found[volumes].cascade.value is True
        assert found[databases].members.value == ("db-7",)
        assert found[databases].cascade.is_absent

    @pytest.mark.parametrize("unknown", [{"assets": True}, {"assets": [{}, {"id": True}]}])
    def test_one_unknown_member_makes_the_list_unknown(self, unknown: object) -> None:
        before = group("crew", "g-crew", "vm-1", "vm-2")
        found = model(change(CREW, before, before, unknown=unknown, actions=["update"]))
        assert found.after.groups[CREW].members.is_unknown
        assert found.before.groups[CREW].members.value == ("vm-1", "vm-2")


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


def data(address: str, values: object, **more: object) -> dict[str, object]:
    """A data source as the state has it."""
    kind = address.split(".")[1]
    return {"address": address, "mode": "data", "type": kind, "provider_name": PROVIDER, "values": values, **more}


class TestNames:
    def named(self, *sources: object, changes: object = None, **more: object) -> dict[str, str]:
        before = state({})
        before["values"]["root_module"]["child_modules"] = [{"resources": list(sources)}]
        found = model(*(settled() if changes is None else changes), prior_state=before, **more)
        return dict(found.names)

    def test_data_sources_name_the_assets_that_are_protected(self) -> None:
        items = [{"id": "vm-1", "name": "erp-01"}, {"id": "vm-9", "name": "of nobody"}, {"id": "vm-2", "name": None}]
        several = data("data.glbr_virtual_machines.all", {"items": items})
        single = data("data.glbr_virtual_machine.db", {"id": "vm-2", "name": "", "display_name": "erp-db"})
        assert self.named(several, single) == {"vm-1": "erp-01", "vm-2": "erp-db"}
        found = model(*settled())
        assert found.called("vm-1") == "vm-1"
        assert found.called(CREW) == "crew"

    @pytest.mark.parametrize("marks", [True, {"items": True}, {"items": [{"name": True}]}, {"items": [{"id": True}]}])
    def test_what_is_sensitive_names_nothing(self, marks: object) -> None:
        items = [{"id": "vm-1", "name": "CANARY"}]
        assert self.named(data("data.glbr_virtual_machines.all", {"items": items}, sensitive_values=marks)) == {}

    @pytest.mark.parametrize("kind", ["glbr_settings", "vsphere_virtual_machines"])
    def test_other_data_sources_name_nothing(self, kind: str) -> None:
        other = data(f"data.{kind}.all", {"items": [{"id": "vm-1", "name": "CANARY"}]})
        assert self.named(other | {"provider_name": "registry.terraform.io/hashicorp/vsphere"}) == {}

    def test_groups_and_jobs_name_what_they_protect(self) -> None:
        members = [{"id": "db-1", "name": "patients", "type": "x"}, {"id": "db-2", "name": None, "type": "x"}]
        group_of_databases = {"id": "g", "name": "dbs", "protection_group_type": "CUSTOM", "members": members}
        alone = job("j", "vm-7", "p", asset_info={"id": "vm-7", "name": "lonely", "type": "x"})
        changes = [
            change("glbr_mssql_database_protection_group.d", group_of_databases, None),
            change(WORK, alone, alone),
        ]
        assert self.named(changes=changes) == {"db-1": "patients", "vm-7": "lonely"}


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


def _fields(fields: Mapping[str, object], above: str = "") -> dict[str, object]:
    found = {}
    for name, one in fields.items():
        found[above + name] = one
        if one.block is not None:
            found |= _fields(one.block.fields(), f"{above}{name}.")
    return found


class TestKinds:
    """The table of kinds is written by hand; the definitions say what it must hold."""

    def test_every_managed_object_is_in_it(self) -> None:
        assert KINDS.keys() == managed().keys()
        assert {STORE, POLICY, JOB, *GROUPS} < definitions().keys()

    @pytest.mark.parametrize("noun", sorted(KINDS))
    def test_it_holds_the_arguments_and_nothing_secret(self, noun: str) -> None:
        kind, fields = KINDS[noun], _fields(managed()[noun].fields())
        settable = {name for name, one in fields.items() if (one.required or one.optional) and "." not in name}
        secrets = {name for name, one in fields.items() if one.sensitive or one.secret_version}
        assert set(kind.arguments) == settable - secrets - {"timeouts"}
        assert kind.has_secrets == bool(secrets)
        assert set(kind.shown) <= fields.keys() - secrets
        assert all(fields[path].block is None for path in kind.shown)
        assert {path for path in kind.shown if is_named_like_a_secret(path.rpartition(".")[2])} == set()
        assert not kind.named_by or kind.named_by in fields

    @pytest.mark.parametrize("noun", sorted(KINDS))
    def test_it_knows_what_hpe_fills_in(self, noun: str) -> None:
        kind, fields = KINDS[noun], _fields(managed()[noun].fields())
        filled = {
            name
            for name, one in fields.items()
            if name.partition(".")[0] in kind.arguments
            and "." in name
            and one.computed
            and not (one.optional or one.required)
            and not any(name.startswith(f"{other}.") for other in kind.filled)
        }
        assert filled <= kind.filled
        assert kind.filled <= fields.keys()

    def test_every_secret_is_known_by_its_name(self) -> None:
        for thing in managed().values():
            for path, one in _fields(thing.fields()).items():
                if one.sensitive and path.rpartition(".")[2] not in ("username", "username_wo"):
                    assert is_named_like_a_secret(path.rpartition(".")[2]), path


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
