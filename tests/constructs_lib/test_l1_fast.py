"""Attributes that are written for a whole stack at once are the ones that each resource would write itself."""

import json
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import jsii
import pytest
from constructs import Construct, IConstruct
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from glbr_constructs.cdk import cdk
from glbr_constructs.l1.protection_job import ProtectionJob
from glbr_constructs.l1.protection_policy import DataProtectionPolicy, ProtectionPolicy
from glbr_constructs.l1.provider import GlbrProvider
from glbr_constructs.synthesis import kernel
from glbr_constructs.synthesis.invalid import InvalidArgument
from glbr_constructs.synthesis.way import SWITCH

Json = dict[str, Any]
Program = Callable[[cdk.App], None]

TIERS = [{"type": "SNAPSHOT", "schedules": [{"schedule_id": 1, "expire_after": "2 days",
                                            "schedule": {"recurrence": "HOURLY", "repeat_interval": {"every": 4}}}]}]  # fmt: skip


@contextmanager
def way(name: str) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv(SWITCH, name)
        yield


def synthesized(program: Program) -> dict[str, Json]:
    """What a program writes: every stack, with all metadata, after everything that `cdktf synth` does but validate."""
    with tempfile.TemporaryDirectory() as folder:
        app = cdk.App(outdir=folder, skip_validation=True)
        program(app)
        app.synth()
        files = sorted(Path(folder).rglob("cdk.tf.json"))
        return {str(file.relative_to(folder)): json.loads(file.read_text()) for file in files}


def both(program: Program) -> dict[str, Json]:
    """What a program writes, once both ways agree."""
    with way("plain"):
        plain = synthesized(program)
    with way("fast"):
        fast = synthesized(program)
    assert fast == plain
    return fast


def policy(scope: Construct, id_: str = "gold", **more: Any) -> ProtectionPolicy:
    return ProtectionPolicy(scope, id_, **{"name": id_, "application_type": "VMWARE", "protections": TIERS, **more})


def one(build: Callable[[cdk.TerraformStack], object]) -> Program:
    """A program of one stack."""

    def program(app: cdk.App) -> None:
        stack = cdk.TerraformStack(app, "clinic")
        GlbrProvider(stack, "glbr")
        build(stack)

    return program


def resources(build: Callable[[cdk.TerraformStack], object]) -> Json:
    (written,) = both(one(build)).values()
    found: Json = written["resource"]
    return found


@jsii.implements(cdk.IAspect)
class Locked:
    """Visits everything and overrides one attribute and one argument of Terraform."""

    def visit(self, node: IConstruct) -> None:
        if isinstance(node, ProtectionPolicy):
            node.add_override("description", "seen")
            node.add_override("lifecycle.prevent_destroy", True)
            node.application_type = "MSSQL"


def with_meta(stack: cdk.TerraformStack) -> None:
    other = GlbrProvider(stack, "other", alias="other", region="eu-west")
    first = policy(stack, "first", provider=other, count=2, lifecycle={"ignore_changes": ["name"]})
    command = {"type": "local-exec", "command": "true"}
    host = {"type": "ssh", "host": "10.0.0.1"}
    policy(stack, "second", depends_on=(first,), provisioners=[command], connection=host)
    names = cdk.TerraformIterator.from_list(["a", "b"])
    each = policy(stack, "each", for_each=names, name=names.value)
    cdk.TerraformOutput(stack, "ids", value=each.id)
    counted = cdk.TerraformCount.of(3)
    policy(stack, "counted", count=counted, name=f"n-{cdk.Token.as_string(counted.index)}")
    DataProtectionPolicy(stack, "read", name="gold", depends_on=[first])


def with_overrides(stack: cdk.TerraformStack) -> None:
    gold = policy(stack, "gold", description="a")
    gold.add_override("description", "b")
    gold.add_override("protections.0.type", "BACKUP")
    gold.add_override("protections.0.schedules.0.schedule_id", None)
    gold.add_override("extra", {"kept": 1, "gone": None})
    gold.add_override("lifecycle.create_before_destroy", True)
    gold.description = "after"
    silver = policy(stack, "silver", description="a")
    silver.add_override("description", None)
    silver.add_override("provider", "glbr.other")
    policy(stack, "bronze").add_override("protections", [{"type": "more"}])
    DataProtectionPolicy(stack, "read", name="gold").add_override("name", "x")


def with_names(stack: cdk.TerraformStack) -> None:
    policy(stack, "a").override_logical_id("renamed")
    late = policy(stack, "b")
    assert late.id  # from now on the CDK keeps the name it had
    late.override_logical_id("too-late")
    back = policy(stack, "c")
    back.override_logical_id("other")
    back.reset_override_logical_id()
    site = Construct(stack, "sité")
    for id_ in ("Default", "Resource", "gold", "x" * 300, "with/slash", "é", "gold-sité"):
        policy(site, id_)
    policy(Construct(Construct(stack, "site"), "site"), "site")
    policy(Construct(stack, "5"), "7").add_override("description", "first in the tree")
    DataProtectionPolicy(site, "gold?", name="gold")


def with_moves(stack: cdk.TerraformStack) -> None:
    policy(stack, "old").move_to("here")
    policy(stack, "new").add_move_target("here")
    policy(stack, "gone").move_to_id("glbr_protection_policy.elsewhere")
    policy(stack, "came").move_from_id("glbr_protection_policy.before")
    policy(stack, "imported").import_from("0123")


def with_references(stack: cdk.TerraformStack) -> None:
    gold = policy(stack)
    first = gold.protections[0]
    override = {"schedule_id": first.schedules[0].schedule_id, "lock_for": "1 day"}
    asset = {"id": "1", "type": "virtualization/virtual-machine"}
    ProtectionJob(stack, "job", asset_info=asset, protection_policy_id=gold.id,
                  overrides={"protections": [{"id": first.id, "schedules": [override]}]})  # fmt: skip
    policy(stack, "from_list", protections=gold.protections, description=cdk.Fn.join("-", [gold.name, "x"]))


def with_an_aspect(stack: cdk.TerraformStack) -> None:
    policy(stack)
    policy(Construct(stack, "site"), "silver", lifecycle={"ignore_changes": ["name"]})
    cdk.Aspects.of(stack).add(Locked())


PROGRAMS = [with_meta, with_overrides, with_names, with_moves, with_references, with_an_aspect]


@pytest.mark.parametrize("build", PROGRAMS, ids=lambda build: build.__name__)
def test_both_ways_write_the_same(build: Callable[[cdk.TerraformStack], None]) -> None:
    assert resources(build)["glbr_protection_policy"]


def test_a_reference_to_another_stack_makes_remote_state_either_way() -> None:
    def program(app: cdk.App) -> None:
        one, two = cdk.TerraformStack(app, "one"), cdk.TerraformStack(app, "two")
        gold = policy(one)
        GlbrProvider(one, "glbr")
        policy(two, "copy", description=gold.id, protections=[{"type": gold.name, "schedules": []}])

    written = both(program)["stacks/two/cdk.tf.json"]

    assert list(written["data"]["terraform_remote_state"])
    assert "terraform_remote_state" in written["resource"]["glbr_protection_policy"]["copy"]["description"]


IDS = st.one_of(
    st.sampled_from(["Default", "Resource", "gold", "Gold", "a-b", "é", "site"]), st.text(min_size=1, max_size=8)
)
TEXTS = st.one_of(st.text(alphabet="abcé -$%", max_size=6), st.just("${var.x}"))
VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-9, 9), st.text(alphabet="ab", max_size=3)),
    lambda inner: st.one_of(st.lists(inner, max_size=2), st.dictionaries(st.sampled_from("abc"), inner, max_size=2)),
    max_leaves=4,
)
PATHS = st.sampled_from(
    [
        "description",
        "name",
        "protections.0.type",
        "protections.0.schedules",
        "x.a",
        "x.a.b",
        "x",
        "lifecycle.a",
        "protections",
    ]
)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("override"), PATHS, VALUES),
        st.tuples(st.just("describe"), TEXTS, st.none()),
        st.tuples(st.just("rename"), st.sampled_from(["r1", "r2"]), st.none()),
        st.tuples(st.just("refer"), st.none(), st.none()),
        st.tuples(st.just("move_to_id"), st.just("glbr_protection_policy.z"), st.none()),
        st.tuples(st.just("import_from"), st.just("1"), st.none()),
    ),
    max_size=4,
)
META = st.fixed_dictionaries({}, optional={"count": st.integers(0, 3), "lifecycle": st.just({"prevent_destroy": True})})
RESOURCES = st.lists(st.tuples(st.lists(IDS, min_size=1, max_size=3), TEXTS, META, STEPS), min_size=1, max_size=4)


def apply(made: ProtectionPolicy, action: str, first: Any, second: Any) -> None:
    if action == "override":
        made.add_override(first, second)
    elif action == "describe":
        made.description = first
    elif action == "rename":
        made.override_logical_id(first)
    elif action == "refer":
        assert made.id
    elif action == "move_to_id":
        made.move_to_id(first)
    else:
        made.import_from(first)


def outcome(program: Program, how: str) -> object:
    """What a program writes, or that it cannot be written."""
    with way(how):
        try:
            return synthesized(program)
        except (RuntimeError, ValueError) as error:
            return "address" if "same address" in str(error) else "refused"


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(RESOURCES)
def test_random_programs_are_written_the_same_either_way(drawn: Any) -> None:
    def program(app: cdk.App) -> None:
        stack = cdk.TerraformStack(app, "clinic")
        for names, text, meta, steps in drawn:
            scope: Construct = stack
            for name in names[:-1]:
                inner = scope.node.try_find_child(name)
                scope = inner if isinstance(inner, Construct) else Construct(scope, name)
            made = policy(scope, names[-1], description=text, **meta)
            for step in steps:
                apply(made, *step)

    fast = outcome(program, "fast")

    # Two resources of one address: the CDK would silently mix them; written at once, that is refused.
    assert fast in ("address", outcome(program, "plain"))


def test_two_resources_of_one_address_are_refused(stack: cdk.TerraformStack) -> None:
    policy(stack, "a.b")
    policy(stack, "ab")

    with pytest.raises(
        RuntimeError, match=r"writing clinic/ab: it has the same address as clinic/a.b: .*Give one of them"
    ):
        cdk.Testing.synth(stack)


def test_a_stack_that_names_its_resources_itself_writes_them_one_by_one() -> None:
    class Named(cdk.TerraformStack):
        def _allocate_logical_id(self, tf_element: Any) -> str:
            return f"named-{tf_element.node.id}"

    def program(app: cdk.App) -> None:
        policy(Named(app, "clinic"))

    (written,) = both(program).values()

    assert list(written["resource"]["glbr_protection_policy"]) == ["named-gold"]


def test_a_subclass_that_writes_its_attributes_itself_is_asked(stack: cdk.TerraformStack) -> None:
    class Shouting(ProtectionPolicy):
        def _synthesize_attributes(self) -> Json:
            return {**super()._synthesize_attributes(), "name": "GOLD"}

    Shouting(stack, "gold", name="gold", application_type="VMWARE", protections=TIERS)

    written = json.loads(cdk.Testing.synth(stack))["resource"]["glbr_protection_policy"]["gold"]

    assert (written["name"], written["application_type"]) == ("GOLD", "VMWARE")


def test_hcl_is_the_same_either_way(tmp_path: Path) -> None:
    def hcl(how: str) -> object:
        with way(how):
            stack = cdk.TerraformStack(cdk.Testing.app(outdir=str(tmp_path)), "clinic")
            policy(stack, count=2)
            written: object = cdk.Testing.synth_hcl(stack)
            return written

    assert hcl("fast") == hcl("plain")


def test_a_jsii_that_is_made_in_another_way_is_used_by_its_public_interface(
    stack: cdk.TerraformStack, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kernel, "AVAILABLE", False)
    for name in ("replaced", "create", "in_node"):
        monkeypatch.delattr(kernel, name)

    policy(stack)

    written = json.loads(cdk.Testing.synth(stack))["resource"]["glbr_protection_policy"]["gold"]
    assert written["name"] == "gold"


def test_an_unknown_way_is_refused(stack: cdk.TerraformStack) -> None:
    with (
        way("quick"),
        pytest.raises(InvalidArgument, match="GLBR_SYNTHESIS='quick' is no way to do it; allowed are fast and plain"),
    ):
        policy(cdk.TerraformStack(cdk.Testing.app(), "other"))


def test_a_name_that_is_taken_is_refused_where_it_is_given(stack: cdk.TerraformStack) -> None:
    policy(stack)

    with pytest.raises(InvalidArgument, match="making clinic/gold: There is already a Construct with name 'gold'"):
        policy(stack)
