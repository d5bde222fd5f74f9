"""A wrong argument is refused where it is written, with its path, the value, what is allowed and the cure."""

import json
import re
from collections.abc import Callable
from typing import Any

import pytest

from glbr_constructs.cdk import cdk
from glbr_constructs.l1.protection_policy import (
    ProtectionPolicy,
    ProtectionPolicyRepeatInterval,
    ProtectionPolicyScript,
)
from glbr_constructs.l1.protection_store import ProtectionStore
from glbr_constructs.l1.provider import GlbrProvider
from glbr_constructs.l1.setting import Setting
from glbr_constructs.synthesis.invalid import InvalidArgument

CADENCE = {"recurrence": "HOURLY", "repeat_interval": {"every": 4}}
ENTRY = {"schedule_id": 1, "schedule": CADENCE}
TIER = {"type": "SNAPSHOT", "schedules": [ENTRY]}


def schedules(**changed: object) -> list[dict[str, object]]:
    return [{"type": "SNAPSHOT", "schedules": [{**ENTRY, **changed}]}]


def policy(stack: cdk.TerraformStack, **changed: Any) -> ProtectionPolicy:
    return ProtectionPolicy(
        stack, "gold", **{"name": "g", "application_type": "VMWARE", "protections": [TIER], **changed}
    )


WRONG: dict[str, tuple[dict[str, object], str]] = {
    "a number for a text": ({"name": 5}, "name: 5 (int) is not possible; needed is a text"),
    "a flag for a text": ({"description": True}, "description: True (bool) is not possible; needed is a text"),
    "an unknown choice": (
        {"application_type": "VMWEAR"},
        "application_type: 'VMWEAR' is unknown; allowed are VMWARE, AWS",
    ),
    "a text for a list": (
        {"protections": "x"},
        "protections: 'x' (str) is not possible; needed is a list: write [...]",
    ),
    "an object for a list": ({"protections": TIER}, "needed is a list: write [...] around it"),
    "a text for an object": ({"protections": ["x"]}, "protections[0]: 'x' (str) is not possible; needed is one"),
    "a list for an object": ({"timeouts": [{}]}, "timeouts: [{}] (list) is not possible; needed is one"),
    "another object": (
        {"protections": [ProtectionPolicyScript(host_id="1", path="/a")]},
        "(ProtectionPolicyScript) is not possible; needed is one ProtectionPolicyProtection, or a dict of type",
    ),
    "a name nobody knows": (
        {"timeouts": {"read": "1m"}},
        "timeouts: ProtectionPolicyTimeouts takes no 'read'; allowed are",
    ),
    "a name that lacks": (
        {"protections": [{"type": "BACKUP"}]},
        "ProtectionPolicyProtection needs 'schedules'; given: type",
    ),
    "none for a needed name": ({"protections": [{**TIER, "type": None}]}, "ProtectionPolicyProtection needs 'type'"),
    "a flag for a number": (
        {"protections": schedules(schedule_id=True)},
        "protections[0].schedules[0].schedule_id: True (bool) is not possible; needed is a number",
    ),
    "a text for a number": (
        {"protections": schedules(schedule_id="1")},
        "'1' (str) is not possible; needed is a number",
    ),
    "a fraction": ({"protections": schedules(schedule_id=1.5)}, "1.5 is no whole number"),
    "not a number": ({"protections": schedules(schedule_id=float("nan"))}, "nan (float) is not possible"),
    "a wrong period": (
        {"protections": schedules(expire_after="2 moons")},
        "expire_after: unknown unit 'MOONS'; allowed are",
    ),
    "a number for a period": (
        {"protections": schedules(expire_after=2)},
        "2 (int) is not possible; needed is a length of time",
    ),
    "a text for a count": ({"count": "two"}, "count"),
    "a text for a lifecycle": ({"lifecycle": "x"}, "lifecycle"),
    "a text for a provider": ({"provider": "glbr.other"}, "provider"),
    "a text for what comes first": ({"depends_on": "x"}, "depends_on"),
}


@pytest.mark.parametrize(("changed", "said"), WRONG.values(), ids=WRONG.keys())
def test_a_wrong_argument_is_refused(stack: cdk.TerraformStack, changed: dict[str, object], said: str) -> None:
    with pytest.raises(InvalidArgument, match=f"^making clinic/gold: .*{re.escape(said)}"):
        policy(stack, **changed)


def test_a_refused_resource_leaves_nothing_behind(stack: cdk.TerraformStack) -> None:
    with pytest.raises(InvalidArgument):
        policy(stack, name=5)

    policy(stack)

    assert list(json.loads(cdk.Testing.synth(stack))["resource"]["glbr_protection_policy"]) == ["gold"]


def test_a_text_for_a_flag_is_refused(stack: cdk.TerraformStack) -> None:
    with pytest.raises(
        InvalidArgument, match=r"making clinic/s: ProtectionStore.force: 'yes' .* needed is True or False"
    ):
        ProtectionStore(
            stack,
            "s",
            display_name="s",
            protection_store_type="CLOUD",
            storage_system_id="1",
            storage_system_type="STOREONCE",
            force="yes",  # type: ignore[arg-type]  # the mistake under test
        )


def test_a_construct_for_its_identifier_is_refused(stack: cdk.TerraformStack) -> None:
    with pytest.raises(InvalidArgument, match=r"ProtectionPolicy clinic/gold is a construct; .*such as .id"):
        ProtectionPolicy(stack, "x", name=policy(stack), application_type="VMWARE", protections=[])  # type: ignore[arg-type]  # the mistake under test


def test_an_object_of_its_own_names_its_class() -> None:
    with pytest.raises(InvalidArgument, match=r"^ProtectionPolicyRepeatInterval.every: '4' \(str\) is not possible"):
        ProtectionPolicyRepeatInterval(every="4")  # type: ignore[arg-type]  # the mistake under test


def test_a_later_change_is_checked_as_well(stack: cdk.TerraformStack) -> None:
    with pytest.raises(InvalidArgument, match=r"ProtectionPolicy.description: 5"):
        policy(stack).description = 5


def test_the_provider_block_is_checked(stack: cdk.TerraformStack) -> None:
    with pytest.raises(
        InvalidArgument, match=r"making clinic/p: GlbrProvider.region: 'moon' is unknown; allowed are us-west"
    ):
        GlbrProvider(stack, "p", region="moon")


@pytest.mark.parametrize(("scope", "id_"), [(None, "x"), ("stack", 5), ("stack", "")], ids=["scope", "number", "empty"])
def test_a_place_that_is_none_is_refused(stack: cdk.TerraformStack, scope: object, id_: Any) -> None:
    place: Any = stack if scope else None

    with pytest.raises(InvalidArgument, match=r"making ProtectionPolicy .*Allowed: a"):
        ProtectionPolicy(place, id_, name="x", application_type="VMWARE", protections=[])


def test_what_only_terraform_knows_passes_everywhere(stack: cdk.TerraformStack, synthesize: Callable[[], Any]) -> None:
    text = cdk.TerraformVariable(stack, "text", type="string")
    tiers = cdk.TerraformVariable(stack, "tiers", type="any")
    more = cdk.TerraformVariable(stack, "names", type="list(number)")
    entry = {
        "schedule_id": text.number_value,
        "expire_after": text.value,
        "schedule": {"recurrence": text.string_value, "repeat_interval": {"every": text.value, "on": more.list_value}},
    }
    policy(stack, name=text.value, application_type=text.string_value, protections=[{**TIER, "schedules": [entry]}])
    ProtectionPolicy(stack, "raw", name="${var.text}", application_type="VMWARE", protections=tiers.value)

    written = synthesize()["resource"]["glbr_protection_policy"]

    (entry,) = written["gold"]["protections"][0]["schedules"]
    assert entry["schedule_id"] == entry["expire_after"] == entry["schedule"]["recurrence"] == "${var.text}"
    assert entry["schedule"]["repeat_interval"] == {"every": "${var.text}", "on": "${var.names}"}
    assert written["raw"]["protections"] == "${var.tiers}"


def test_a_misspelt_argument_is_not_kept_in_silence(stack: cdk.TerraformStack) -> None:
    made = Setting(stack, "limit", name="limit", current_value="1")

    with pytest.raises(AttributeError, match="Setting has no argument 'curent_value'; allowed are name, current_value"):
        made.curent_value = "2"  # type: ignore[attr-defined]  # the mistake under test
    made.current_value = "2"
    made.count = 3


@pytest.mark.parametrize("several", [{"a": "1"}, ["a"], ("a",), {"a"}], ids=repr)
def test_what_is_repeated_needs_an_iterator(stack: cdk.TerraformStack, several: Any) -> None:
    with pytest.raises(
        InvalidArgument, match=r"making clinic/limit: for_each=.* is no iterator\. Allowed: cdk\.Terraform"
    ):
        Setting(stack, "limit", name="limit", current_value="1", for_each=several)


def test_a_resource_outside_of_any_stack_is_refused() -> None:
    with pytest.raises(InvalidArgument, match="making limit: scope=App stands in no stack, so that nothing of it"):
        Setting(cdk.Testing.app(), "limit", name="limit", current_value="1")
