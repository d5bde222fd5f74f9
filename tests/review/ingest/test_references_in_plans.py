"""What a plan refers to: ids that are known only after the apply, overrides of jobs, members of groups."""

import pytest

from clinic_plans import CLOUD, CREW, GOLD, ID_OF, LOCAL, SECOND, WORK, gold, model, replaced, settled, stores_of
from glbr.review.model.model import Model
from plans import (
    change,
    configuration,
    group,
    job,
    policy,
    resource,
    schedule,
    store,
    tier,
    to,
)


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
