"""Constructs are made while Python goes on; what Node refuses later is told with its path, and nothing gets out of step."""

import json
from typing import Any

import jsii
import pytest

from glbr_constructs import App, ProtectionPolicy, Refused, TerraformStack
from glbr_constructs.cdk import cdk
from glbr_constructs.l1.data_orchestrator import DataDataOrchestrator
from glbr_constructs.l1.setting import Setting
from glbr_constructs.synthesis.invalid import InvalidArgument


def settings(stack: TerraformStack, *names: str) -> list[Setting]:
    return [Setting(stack, name, name=name, current_value="1") for name in names]


def written(stack: TerraformStack) -> list[str]:
    return sorted(json.loads(cdk.Testing.synth(stack))["resource"]["glbr_setting"])


def test_a_name_that_node_alone_knows_to_be_taken_is_refused_with_its_path(stack: TerraformStack) -> None:
    settings(stack, "first")
    # The CDK makes a construct of that name by itself.
    stack.prepare_stack()
    made = settings(stack, "second", "backend", "third")

    with pytest.raises(
        InvalidArgument, match="making clinic/backend: There is already a Construct with name 'backend'"
    ):
        _ = made[0].id
    # What came before and after it is there, and each is itself.
    assert made[0].id != made[2].id
    assert written(stack) == ["first", "second", "third"]


def test_what_stood_in_a_refused_construct_is_not_written(stack: TerraformStack) -> None:
    cdk.TerraformOutput(stack, "gold", value="1")
    made = settings(stack, "first", "second")

    with pytest.raises(Refused, match="id_='gold' is not possible: There is already a Construct"):
        _ = ProtectionPolicy(stack, "gold", name="gold"), made[0].id
    assert list(json.loads(cdk.Testing.synth(stack))["resource"]) == ["glbr_setting"]


def test_a_refusal_stops_synthesis_before_anything_is_written(stack: TerraformStack, tmp_path: Any) -> None:
    stack.prepare_stack()
    settings(stack, "first", "backend")

    with pytest.raises(InvalidArgument, match="making clinic/backend"):
        App(outdir=str(tmp_path / "other"))


def test_a_name_that_is_known_to_be_taken_is_refused_where_it_is_written(stack: TerraformStack) -> None:
    settings(stack, "first", "gold")
    cdk.TerraformOutput(stack, "bronze", value="1")

    with pytest.raises(InvalidArgument, match="making clinic/bronze: There is already"):
        settings(stack, "bronze")
    with pytest.raises(InvalidArgument, match="making clinic/gold: There is already a Construct with name 'gold'"):
        settings(stack, "gold")
    ProtectionPolicy(stack, "silver", name="silver")
    with pytest.raises(Refused, match="id_='silver' is not possible: There is already a Construct"):
        ProtectionPolicy(stack, "silver", name="silver")
    assert written(stack) == ["first", "gold"]


def test_hundreds_are_made_in_order(stack: TerraformStack) -> None:
    names = [f"s{number:03}" for number in range(300)]

    made = settings(stack, *names)

    assert [one.friendly_unique_id for one in (made[0], made[150], made[299])] == ["s000", "s150", "s299"]
    assert written(stack) == names


@jsii.implements(cdk.IAspect)
class AddsOneMore:
    """Makes resources while Node waits for Python."""

    def visit(self, node: Any) -> None:
        if isinstance(node, TerraformStack) and node.node.try_find_child("late-a") is None:
            settings(node, "late-a", "late-b")
            DataDataOrchestrator(node, "late-c", name="x")


def test_what_an_aspect_makes_is_made(stack: TerraformStack) -> None:
    settings(stack, "first")
    cdk.Aspects.of(stack).add(AddsOneMore())

    assert written(stack) == ["first", "late-a", "late-b"]
