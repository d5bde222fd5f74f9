"""A number that only Terraform knows never ends up in a text, or in a calculation, unnoticed."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from glbr_constructs import ProtectionPolicy as Policy
from glbr_constructs.cdk import cdk
from glbr_constructs.l1.protection_policy import ProtectionPolicy
from glbr_constructs.synthesis.invalid import InvalidArgument
from glbr_constructs.synthesis.number_token import NumberToken, NumberUsed, number_token_in


@pytest.fixture
def gold(stack: cdk.TerraformStack) -> ProtectionPolicy:
    return ProtectionPolicy(stack, "gold", name="gold", application_type="VMWARE", protections=[])


@pytest.fixture
def number(gold: ProtectionPolicy) -> float:
    return gold.protections[0].schedules[0].schedule_id


USES: dict[str, Callable[[Any], object]] = {
    "f-string": lambda number: f"n-{number}",
    "str": str,
    "format": lambda number: f"{number:.0f}",
    "percent": lambda number: "%s" % number,  # noqa: UP031 - the mistake under test
    "int": int,
    "round": round,
    "plus": lambda number: number + 1,
    "minus": lambda number: 1 - number,
    "times": lambda number: number * 2,
    "divided": lambda number: 10 // number,
    "negative": lambda number: -number,
    "compared": lambda number: number > 3,
}


@pytest.mark.parametrize("use", USES.values(), ids=USES.keys())
def test_printing_it_or_calculating_with_it_raises_what_to_do(number: float, use: Callable[[Any], object]) -> None:
    with pytest.raises(NumberUsed, match=r"ScheduleReference.schedule_id: only Terraform knows .*cdk.Token.as_string"):
        use(number)


def test_a_debugger_can_show_it(number: float) -> None:
    assert repr(number) == "<number ProtectionPolicyScheduleReference.schedule_id, known to Terraform only>"


def test_each_number_of_a_list_is_guarded_too(gold: ProtectionPolicy) -> None:
    numbers = gold.protections[0].schedules[0].schedule.repeat_interval.on

    with pytest.raises(NumberUsed):
        f"{numbers[0]}"


def test_it_is_an_argument_as_it_is_and_a_text_by_as_string(
    stack: cdk.TerraformStack, number: float, synthesize: Callable[[], Any]
) -> None:
    tier = {"type": "SNAPSHOT", "schedules": [{"schedule_id": number, "schedule": {"recurrence": "HOURLY", "repeat_interval": {"every": number}}}]}  # fmt: skip  # noqa: E501
    name = f"n-{cdk.Token.as_string(number)}"
    ProtectionPolicy(stack, "next", name=name, application_type="VMWARE", protections=[tier], count=number)

    written = synthesize()["resource"]["glbr_protection_policy"]["next"]

    wanted = "${glbr_protection_policy.gold.protections[0].schedules[0].schedule_id}"
    assert written["name"] == f"n-{wanted}"
    assert written["count"] == wanted
    assert written["protections"][0]["schedules"][0]["schedule_id"] == wanted


def printed(stack: cdk.TerraformStack) -> str:
    """What the CDK's own number makes of a text."""
    return f"n-{cdk.TerraformCount.of(2).index}"


def test_a_number_of_the_cdk_that_was_printed_into_an_argument_is_refused(stack: cdk.TerraformStack) -> None:
    with pytest.raises(
        InvalidArgument, match=r"making clinic/x: ProtectionPolicy.name: 'n--\d.*printed by mistake. Write cdk"
    ):
        ProtectionPolicy(stack, "x", name=printed(stack), application_type="VMWARE", protections=[])


def test_it_is_found_inside_of_dicts(stack: cdk.TerraformStack) -> None:
    entry = {
        "schedule_id": 1,
        "name": printed(stack),
        "schedule": {"recurrence": "DAILY", "repeat_interval": {"every": 1}},
    }

    with pytest.raises(
        InvalidArgument, match=r"making clinic/x: ProtectionPolicy.protections\[0\].schedules\[0\].name: 'n--"
    ):
        ProtectionPolicy(
            stack, "x", name="x", application_type="VMWARE", protections=[{"type": "BACKUP", "schedules": [entry]}]
        )


def test_it_is_found_in_the_names_of_other_constructs(stack: cdk.TerraformStack) -> None:
    with pytest.raises(ValueError, match="printed by mistake"):
        Policy(stack, "x", name=printed(stack))


def test_other_large_numbers_are_left_alone() -> None:
    written = ["1.5e+300", "-8.0e+290", "9" * 300, "4e+2", "1e+298", json.dumps(2.0**993)]

    assert [text for text in written if number_token_in(text)] == []


@pytest.mark.parametrize("shape", ["{}", "{:.17g}", "{:f}", "{:,.2f}", "{:e}"])
def test_it_is_found_however_it_was_printed(shape: str) -> None:
    index = cdk.TerraformCount.of(2).index

    assert number_token_in("a" + shape.format(index) + "b")


def test_as_a_token_it_stays_what_the_cdk_made(number: float) -> None:
    assert isinstance(number, NumberToken)
    assert cdk.Token.is_unresolved(number)


OBJECT = "<cdktf._LazyBaseProxy object at 0x7f236c24b990>"
NUMBER = "-8.109562212591379e+298"


@pytest.mark.parametrize("printed", [OBJECT, NUMBER], ids=["object", "number"])
def test_what_was_printed_into_a_text_is_refused_wherever_a_text_goes(
    stack: cdk.TerraformStack, gold: ProtectionPolicy, printed: str
) -> None:
    text = f"n-{printed}"

    for what, write in {
        "ProtectionPolicy.name": lambda: Policy(stack, "a", name=text),
        "ProtectionPolicy in clinic: id_": lambda: Policy(stack, text, name="b"),
        "ProtectionPolicy in clinic: id_=": lambda: ProtectionPolicy(
            stack, text, name="b", application_type="VMWARE", protections=[]
        ),
        "overriding extra of clinic/gold": lambda: gold.add_override("extra", [{"deep": text}]),
        "renaming clinic/gold": lambda: gold.override_logical_id(text),
    }.items():
        with pytest.raises(ValueError, match=f"{what}.*printed by mistake. Write cdk.Token.as_string"):
            write()
    gold.add_override("extra", "<b> object at 0x")


def test_the_value_of_an_iterator_goes_into_a_text_by_as_string_alone(
    stack: cdk.TerraformStack, synthesize: Callable[[], Any]
) -> None:
    names = cdk.TerraformIterator.from_list(["a", "b"])

    with pytest.raises(InvalidArgument, match=r"ProtectionPolicy.name: .* an object that was printed by mistake"):
        Policy(stack, "wrong", name=f"n-{names.value}")
    right = f"n-{cdk.Token.as_string(names.value)}"
    ProtectionPolicy(stack, "right", name=right, application_type="VMWARE", protections=[], for_each=names)
    assert synthesize()["resource"]["glbr_protection_policy"]["right"]["name"] == "n-${each.value}"
