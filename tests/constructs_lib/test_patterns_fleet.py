"""Fleets: one policy over many assets, in one stack or in several."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from glbr_constructs import (
    App,
    Every,
    Fleet,
    FleetOfStacks,
    GlbrProvider,
    ProtectionPolicy,
    Refused,
    TerraformStack,
    VirtualMachines,
)
from glbr_constructs.cdk import cdk

REMOTE = "cross-stack-reference-input-shared"
Synthesize = Callable[[], dict[str, Any]]


@pytest.fixture
def gold(stack: cdk.TerraformStack) -> Any:
    return ProtectionPolicy.from_protection_policy_id(stack, "gold", "policy-1")


@pytest.fixture
def app(tmp_path: Path) -> App:
    return App(outdir=str(tmp_path))


def fleet_of(app: App, names: list[str], stacks: int = 4) -> FleetOfStacks:
    shared = TerraformStack(app, "shared")
    GlbrProvider(shared, "glbr")
    policy = ProtectionPolicy(shared, "gold", name="gold")
    policy.add_snapshot(Every.hours(4).keep(days=2))
    return FleetOfStacks(app, "fleet", policy=policy, assets=names, stacks=stacks)


def place(fleet: FleetOfStacks, name: str) -> int:
    return fleet.stacks.index(fleet.stack_of(name))


def names(count: int) -> list[str]:
    return [f"vm-{number:05}" for number in range(count)]


def test_identifiers_are_given_by_name_and_the_name_is_the_key(
    stack: cdk.TerraformStack, gold: Any, synthesize: Synthesize
) -> None:
    Fleet(stack, "fleet", policy=gold, assets={"erp-db-01": "id-1", "erp-app-01": "id-2"})

    assert synthesize()["resource"]["glbr_protection_job"] == {
        "fleet": {
            "for_each": {"erp-db-01": "id-1", "erp-app-01": "id-2"},
            "asset_info": {"id": "${each.value}", "type": "virtualization/virtual-machine"},
            "protection_policy_id": "policy-1",
        }
    }


def test_the_order_of_names_means_nothing(stack: cdk.TerraformStack, gold: Any, synthesize: Synthesize) -> None:
    Fleet(stack, "one", policy=gold, assets=["b", "a"])
    Fleet(stack, "other", policy=gold, assets=("a", "b"))

    local = synthesize()["locals"]

    assert [value for name, value in local.items() if "names" in name] == [["a", "b"], ["a", "b"]]


def test_what_is_looked_up_together_tells_its_names(
    stack: cdk.TerraformStack, gold: Any, synthesize: Synthesize
) -> None:
    machines = VirtualMachines(stack, "machines")
    Fleet(stack, "fleet", policy=gold, assets=machines)

    job = synthesize()["resource"]["glbr_protection_job"]["fleet"]

    assert job["for_each"] == (
        "${{ for key, val in data.glbr_virtual_machines.machines.items: "
        "val.name => val.id if val.vm_classification == null }}"
    )


def test_a_fleet_of_thousands_costs_no_more_constructs_than_a_fleet_of_two(app: App, tmp_path: Path) -> None:
    counts = []
    for count in (2, 5000):
        stack = TerraformStack(app, f"fleet-of-{count}")
        GlbrProvider(stack, "glbr")
        policy = ProtectionPolicy.from_protection_policy_id(stack, "gold", "policy-1")
        Fleet(stack, "fleet", policy=policy, assets={name: f"id of {name}" for name in names(count)})
        counts.append(len(stack.node.find_all()))

    app.synth()

    written = json.loads((tmp_path / "stacks" / "fleet-of-5000" / "cdk.tf.json").read_text())
    assert len(written["resource"]["glbr_protection_job"]["fleet"]["for_each"]) == 5000
    assert counts[0] == counts[1]


def test_each_stack_takes_its_share_and_refers_to_the_shared_one(app: App, tmp_path: Path) -> None:
    fleet_of(app, names(40), stacks=2)

    app.synth()

    written = [json.loads((tmp_path / "stacks" / f"fleet-{n}" / "cdk.tf.json").read_text()) for n in (1, 2)]
    jobs = [stack["resource"]["glbr_protection_job"]["fleet"] for stack in written]
    shares = [
        set(next(iter(stack["locals"][name] for name in stack["locals"] if "names" in name))) for stack in written
    ]

    assert shares[0] | shares[1] == set(names(40))
    assert not shares[0] & shares[1]
    assert {job["protection_policy_id"] for job in jobs} == {
        f"${{data.terraform_remote_state.{REMOTE}.outputs.cross-stack-output-glbr_protection_policygoldid}}"
    }


def test_one_more_asset_concerns_one_stack(app: App) -> None:
    before, after = fleet_of(app, names(100)), fleet_of(App(), names(101))

    assert [place(before, name) for name in names(101)] == [place(after, name) for name in names(101)]


def test_one_more_stack_takes_assets_from_all_and_moves_no_other(app: App) -> None:
    four, five = fleet_of(app, names(500), 4), fleet_of(App(), names(500), 5)

    moved = {name for name in names(500) if place(four, name) != place(five, name)}

    assert {place(five, name) for name in moved} == {4}
    assert {place(four, name) for name in moved} == {0, 1, 2, 3}
    assert 50 < len(moved) < 150


def test_a_stack_without_assets_is_there_so_that_its_last_job_goes(app: App) -> None:
    fleet = fleet_of(app, ["only"], stacks=2)

    assert [stack.node.id for stack in fleet.stacks] == ["fleet-1", "fleet-2"]
    assert list(fleet.fleets) == [fleet.stack_of("only").node.id]


def test_each_stack_is_prepared_by_the_program_where_it_says_so(app: App, tmp_path: Path) -> None:
    policy = ProtectionPolicy.from_protection_policy_id(TerraformStack(app, "shared"), "gold", "policy-1")

    def prepare(stack: TerraformStack) -> None:
        cdk.LocalBackend(stack, path=f"/states/{stack.node.id}")

    FleetOfStacks(app, "fleet", policy=policy, assets={"a": "1"}, stacks=1, prepare=prepare)
    # Without the provider block the CDK refuses, which is how one sees that nothing else prepared it.
    with pytest.raises(RuntimeError, match="without a matching provider construct"):
        app.synth()


@pytest.mark.parametrize(
    ("assets", "said"),
    [
        ({}, "assets is empty, which protects nothing"),
        (["a", "a"], r"assets has the name 'a' twice\. Allowed: each once"),
        ({"a": "1", "b": "1"}, r"one asset under two names: 'a' and 'b' are '1'"),
        (["${var.name}"], r"only Terraform knows it, and a job is called by it"),
        ("erp-db-01", r"assets='erp-db-01' are no assets\. Allowed: identifiers by name"),
        ({"a": None}, r"assets\['a'\]=None is no text"),
    ],
)
def test_assets_that_make_no_fleet_are_refused_where_they_are_written(
    stack: cdk.TerraformStack, gold: Any, assets: Any, said: str
) -> None:
    with pytest.raises(Refused, match=said):
        Fleet(stack, "fleet", policy=gold, assets=assets)
