"""What the rules about restore tests, secrets, second persons and scripts say beyond their own examples."""

from dataclasses import replace

from glbr.review.rules.access import script_changed, second_person_off, secret_in_clear
from glbr.review.rules.estate import BACKUP, JOB, LOCAL, MACHINE, POLICY
from glbr.review.rules.example import Add, Example, Remove, Set
from glbr.review.rules.finding import Severity
from glbr.review.rules.verification import no_restore_evidence
from rule_examples import judged

SCRIPT = {"host_id": "host-1", "path": "/opt/quiesce.sh", "params": "--password=hunter2"}
PRE, POST = (f"{BACKUP}.schedules[0].{name}_script_info" for name in ("pre", "post"))
SETTING = "glbr_setting.second_person"
ON = {"name": "DualAuth", "current_value": "ON"}


def test_without_an_inventory_nothing_is_said_of_restores() -> None:
    assert judged(no_restore_evidence.RULE, Example()) == []


def test_an_inventory_without_any_restore_is_told() -> None:
    example = Example(inventory={"assets": [{"id": "vm-1", "type": "virtualization/virtual-machine"}]})

    (found,) = judged(no_restore_evidence.RULE, example)

    assert found.severity == Severity.INFO
    assert found.after == "no restore known"
    assert found.assets == 6


def test_a_restore_of_one_asset_stands_for_its_policy() -> None:
    example = Example(inventory={"restore_tests": [{"asset": MACHINE % 3, "at": "2025-12-20T09:00:00Z"}]})

    assert judged(no_restore_evidence.RULE, example) == []


def test_how_old_a_restore_may_be_is_a_parameter() -> None:
    quiet = no_restore_evidence.RULE.quiet

    (found,) = judged(no_restore_evidence.RULE, replace(quiet, parameters={"days": 7}))

    assert "in the last 7 days: the last was on 2025-12-20" in found.message


def test_a_secret_is_found_in_a_configuration_without_a_plan_and_never_told() -> None:
    fires = secret_in_clear.RULE.fires

    for example in (fires, replace(fires, only_state=True)):
        (found,) = judged(secret_in_clear.RULE, example)
        assert found.path == "credentials.password"
        assert "not-a-real-secret" not in repr(found)


def test_a_setting_that_is_taken_over_with_the_value_off_may_have_been_on() -> None:
    (found,) = judged(second_person_off.RULE, Example(after=(Add(SETTING, ON | {"current_value": "OFF"}),)))

    assert (found.before, found.after) == ("not managed", "OFF")
    assert found.severity == Severity.CRITICAL


def test_a_setting_that_stays_off_or_goes_on_or_is_another_one_is_quiet() -> None:
    off = ON | {"current_value": "OFF"}
    for before, after in (
        ((Add(SETTING, off),), ()),
        ((), (Add(SETTING, ON),)),
        ((), (Add(SETTING, {"name": "SessionTimeout", "current_value": "30"}),)),
        ((Add(SETTING, ON),), (Remove(SETTING),)),
    ):
        assert judged(second_person_off.RULE, Example(before=before, after=after)) == []


def test_a_value_that_only_the_apply_tells_is_undecidable() -> None:
    late = Add("terraform_data.late", {"input": "ON"})
    example = Example(
        before=(Add(SETTING, ON),), after=(late, Set(SETTING, "current_value", "${terraform_data.late.output}"))
    )

    (found,) = judged(second_person_off.RULE, example)

    assert found.verdict == "unknown"
    assert found.resolve


def test_names_of_settings_are_a_parameter() -> None:
    other = {"name": "TwoPersons", "current_value": "true"}
    example = Example(
        before=(Add(SETTING, other),),
        after=(Set(SETTING, "current_value", "false"),),
        parameters={"settings": ("TwoPersons",)},
    )

    (found,) = judged(second_person_off.RULE, example)

    assert found.after == "false"


def test_a_script_is_told_without_its_text() -> None:
    example = Example(before=(Set(POLICY, PRE, SCRIPT),), after=(Set(POLICY, f"{PRE}.params", "--password=other"),))

    (found,) = judged(script_changed.RULE, example)

    assert "hunter2" not in repr(found)
    assert "other'" not in repr(found)
    assert found.before != found.after
    assert found.path == PRE


def test_a_new_script_is_told_and_one_that_goes_is_not() -> None:
    (found,) = judged(script_changed.RULE, Example(after=(Set(POLICY, POST, SCRIPT),)))

    assert found.message.startswith("A new script runs after each copy of schedule 2")
    assert found.before == "no script"
    assert (
        judged(script_changed.RULE, Example(before=(Set(POLICY, POST, SCRIPT),), after=(Set(POLICY, POST, None),)))
        == []
    )


def test_arguments_of_one_job_are_told_at_the_job() -> None:
    own = {
        "id": f"${{{POLICY}.protections[1].id}}",
        "schedules": [{"schedule_id": 2, "pre_script_info": {"params": "-f"}}],
    }
    example = Example(before=(Set(POLICY, PRE, SCRIPT),), after=(Set(JOB, "overrides", {"protections": [own]}),))

    (found,) = judged(script_changed.RULE, example)

    assert (found.address, found.path) == (JOB, "overrides")


def test_scripts_of_a_configuration_alone_are_no_change() -> None:
    assert judged(script_changed.RULE, Example(after=(Set(POLICY, PRE, SCRIPT),), only_state=True)) == []


def test_a_script_that_a_policy_has_when_assets_first_come_to_it_is_new_for_them() -> None:
    (found,) = judged(script_changed.RULE, Example(before=(Remove(JOB),), after=(Set(POLICY, PRE, SCRIPT),)))

    assert found.assets == 0
    assert LOCAL not in found.message
