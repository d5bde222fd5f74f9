"""What is not a plan gets one clear line and what to do; never a pass, never a traceback."""

import io
import json
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glbr.review.ingest.read import read
from glbr.review.problem import ReviewProblem
from plans import change, configuration, plan, resource, state, store

NOW = datetime(2026, 12, 1, tzinfo=UTC)
GOOD = plan(change("glbr_protection_store.a", store("a", "1"), store("b", "1")))


def refused(data: bytes, **more: object) -> ReviewProblem:
    with pytest.raises(ReviewProblem) as caught:
        read(data, name="plan.json", now=NOW, **more)
    problem = caught.value
    assert "\n" not in problem.summary
    assert problem.detail
    return problem


def document(**keys: object) -> bytes:
    return json.dumps(keys).encode()


def binary() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr("tfplan", "x")
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "summary"),
    [
        (b"", "plan.json is empty"),
        (b" \n", "plan.json is empty"),
        (b"\xff\xfe", "plan.json is empty"),
        (binary(), "plan.json is a binary plan"),
        (GOOD[:-20], "plan.json is cut off after"),
        (GOOD[:700], "plan.json is cut off after"),
        (b"{", "plan.json is cut off after 1 bytes"),
        (GOOD + b"}", "plan.json is not JSON: trailing characters"),
        (b'{"a": nope}', "plan.json is not JSON: expected"),
        (b'{"format_version": "1.2\xff"}', "plan.json is not JSON: invalid unicode"),
        (b'{"a":' * 5000, "plan.json is not JSON: recursion limit"),
        (b"[1, 2]", "plan.json is JSON, but neither a plan nor a configuration"),
        (b"null", "plan.json is JSON, but neither"),
        (b' "x"\n', "plan.json is JSON, but neither"),
        (b"3", "plan.json is JSON, but neither"),
        (b"[1, 2", "plan.json is not JSON: it starts with '[1, 2'"),
        (document(format_version=1.2, resource_changes=[]), "plan.json has plan format 1.2, which is no text"),
        (document(format_version=["CANARY"], resource_changes=[]), "plan.json has plan format list, which is no text"),
        (plan(timestamp="yesterday"), "plan.json has a timestamp that is no moment: 'yesterday'"),
        (plan(timestamp="2026-11-23T11:45:41"), "plan.json has a timestamp that is no moment: '2026-11-23T11:45:41'"),
        (plan(timestamp="2200-01-01T00:00:00Z"), "plan.json has the timestamp '2200-01-01T00:00:00Z', at which nobody"),
        (plan(timestamp="1999-12-31T23:59:59Z"), "plan.json has the timestamp '1999-12-31T23:59:59Z', at which nobody"),
        (b"\x1b[31mError", "plan.json is not JSON: it starts with '\ufffd[31mError'"),
        (b"Terraform will perform the following actions:\n", "plan.json is a plan as text"),
        (b"\n# glbr_protection_store.a will be created\n", "plan.json is a plan as text"),
        (b"No changes. Your infrastructure matches.", "plan.json is a plan as text"),
        (b'# stores\nresource "glbr_protection_store" "a" {\n}\n', "plan.json is Terraform's own language"),
        (b'{"@level":"info","@message":"Plan","type":"version"}\n{"@level":"info"}', "plan.json is the progress of"),
        (document(format_version="1.0", terraform_version="1.5.0", values={}), "plan.json is a state, not a plan"),
        (document(version=4, lineage="x", serial=1, resources=[]), "plan.json is a state, not a plan"),
        (document(format_version="1.0"), "plan.json is an empty state"),
        (document(format_version="2.0", resource_changes=[]), "plan.json has plan format 2.0"),
        (document(format_version="17.3", resource_changes=[]), "plan.json has plan format 17.3"),
        (document(format_version=None, resource_changes=[]), "plan.json has plan format None"),
        (document(format_version="1.x\n", resource_changes=[]), "plan.json has plan format 1.x"),
        (document(resource_changes=[]), "plan.json has no format_version"),
        (document(format_version="1.2", terraform_version="1", complete=True, errored=True), "plan.json has a format_version"),
        (document(hello="world"), "plan.json is JSON, but neither a plan nor a configuration"),
        (document(), "plan.json is JSON, but neither"),
        (document(format_version="1.2", resource_changes={}), "plan.json is not a plan as Terraform writes it: resource_changes"),
        (document(format_version="1.2", resource_changes=[{"change": {}}]),
         "plan.json is not a plan as Terraform writes it: resource_changes.0.address"),
        (document(format_version="1.2", resource_changes=[]), "plan.json has nothing of HPE GreenLake"),
        (plan(configured={"provider_config": {"aws": {"full_name": "x/hashicorp/aws"}}, "root_module": {}}),
         "plan.json has nothing of HPE GreenLake"),
        (document(resource={"aws_instance": {"a": {}}}), "plan.json has nothing of HPE GreenLake"),
    ],
)  # fmt: skip
def test_is_told_in_one_line(data: bytes, summary: str) -> None:
    assert refused(data).summary.startswith(summary)


@pytest.mark.parametrize(
    ("actions", "told"),
    [
        (["archive"], "'archive'"),
        (["update", "create"], "'update, create'"),
        ([], "nothing at all"),
        (["\x1b[2J"], "[2J'"),
    ],
)
@pytest.mark.parametrize("place", ["resource_changes", "resource_drift"])
def test_what_a_newer_terraform_does_is_no_pass(place: str, actions: list[str], told: str) -> None:
    values = store("a", "1")
    entry = change("glbr_protection_store.a", values, values, actions=actions)
    summary = refused(plan(**{place: [entry]})).summary
    assert summary.startswith("plan.json has an action that this version of glbr does not know: ")
    assert summary.endswith(f"{told}, for glbr_protection_store.a")


def test_what_others_do_is_their_matter() -> None:
    others = change("aws_instance.a", {}, {}, actions=["archive"], provider="registry.terraform.io/hashicorp/aws")
    assert read(plan(others, prior_state=state({})), now=NOW).changes == ()


class TestChangesThatSomebodyTookOut:
    A, B = "glbr_protection_store.a", "glbr_protection_store.b"

    def cut(self, before: object, after: object, **more: object) -> bytes:
        will = state(after)["values"]
        whole = json.loads(plan(prior_state=state(before), planned_values=will, **more))
        if not whole["resource_changes"]:
            del whole["resource_changes"]
        return json.dumps(whole).encode()

    def test_two_states_that_differ_are_no_plan_without_changes(self) -> None:
        was = {self.A: store("a", "1")}
        for will in ({self.A: store("b", "1")}, {self.A: store("a", "1"), self.B: store("b", None)}):
            problem = refused(self.cut(was, will))
            assert problem.summary.startswith("plan.json has no resource_changes: glbr_protection_store.")
            assert "whole output of terraform show -json" in problem.detail

    def test_a_change_that_is_missing_among_others_is_told(self) -> None:
        there = change(self.B, store("b", "2"), store("c", "2"))
        data = json.loads(plan(there))
        data["planned_values"] = state({self.A: store("a", None), self.B: store("c", "2")})["values"]
        assert refused(json.dumps(data).encode()).summary == (
            "plan.json lacks some of its resource_changes: glbr_protection_store.a is not the same before and after it"
        )

    def test_where_nothing_differs_nothing_is_missing(self) -> None:
        same = {self.A: store("a", "1")}
        assert list(read(self.cut(same, same), now=NOW).after.stores) == [self.A]
        assert read(self.cut({}, {}), now=NOW).after.all() == ()

    def test_a_plan_that_only_looks_has_no_changes(self) -> None:
        was = {self.A: store("a", "1")}
        looked = [change(self.A, store("b", "1"), store("a", "1"))]
        outputs = {"x": {"actions": ["update"]}}
        for more in ({"resource_drift": looked}, {"output_changes": outputs}, {"applyable": False}):
            assert list(read(self.cut(was, {}, **more), now=NOW).after.stores) == [self.A]


def test_a_plan_of_others_names_their_providers() -> None:
    others = change("aws_instance.a", None, {}, provider="registry.terraform.io/hashicorp/aws")
    problem = refused(plan(others, configured={}))
    assert "registry.terraform.io/hashicorp/aws" in problem.detail


def test_a_plan_that_uses_our_provider_and_changes_nothing_is_fine() -> None:
    found = read(plan(), now=NOW)
    assert found.changes == ()
    assert not found.after.all()


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_what_powershell_writes_is_read(encoding: str) -> None:
    named = plan(change("glbr_protection_store.a", None, store("Größe", "1"))).decode()
    data = json.dumps(json.loads(named), ensure_ascii=False).encode(encoding)
    assert read(data, now=NOW).after.stores["glbr_protection_store.a"].name == "Größe"


@pytest.mark.parametrize("version", ["0.1", "1.0", "1.2", "1.99"])
def test_versions_that_are_known_are_read_with_whatever_is_new_in_them(version: str) -> None:
    data = json.loads(GOOD) | {"format_version": version, "brand_new": [{"a": 1}]}
    data["resource_changes"][0]["brand_new"] = True
    assert read(json.dumps(data).encode(), now=NOW).changes[0].actions == ("update",)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    for given_file in (tmp_path / "missing.json", tmp_path):
        with pytest.raises(ReviewProblem) as caught:
            read(given_file, now=NOW)
        assert str(given_file) in caught.value.summary


def test_a_plan_is_no_base_of_a_plan(tmp_path: Path) -> None:
    file = tmp_path / "base.json"
    file.write_bytes(GOOD)
    assert "is a plan or a state, not a configuration" in refused(GOOD, base=file).summary


def test_sources_that_are_not_there_are_told(tmp_path: Path) -> None:
    assert "there is no configuration" in refused(GOOD, sources=tmp_path / "missing").summary


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


REFERENCES = st.sampled_from(
    [
        "glbr_protection_store.a.id",
        "var.x.y[0]",
        "module.m.out",
        "module.m",
        "each.key",
        "each.value",
        "",
        "..",
        "local.a",
    ]
)
EXPRESSION = JSON | st.fixed_dictionaries({"references": st.lists(REFERENCES | JSON, max_size=3)})


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_any_values_in_a_plan_are_read_or_refused(data: st.DataObject) -> None:
    """Whatever stands at the place of an attribute, nothing but a model or a clear refusal comes out."""
    noun = data.draw(st.sampled_from(["protection_policy", "protection_job", "protection_store", "setting",
                                      "virtual_machine_protection_group", "volume_protection_group"]))  # fmt: skip
    names = ("id", "name", "protections", "overrides", "asset_info", "assets", "force", "protection_policy_id",
             "vm_protection_group_type", "native_app_info", "effective_from_date_time", "current_value")  # fmt: skip
    values = data.draw(st.dictionaries(st.sampled_from(names), JSON))
    entry = change(f"glbr_{noun}.x", values, values, actions=["update"])
    entry["change"]["after_unknown"] = data.draw(JSON)
    entry["change"]["after_sensitive"] = data.draw(JSON)
    written = resource(f"glbr_{noun}.x", **data.draw(st.dictionaries(st.sampled_from(names), EXPRESSION, max_size=3)))
    calls = {"m": {"module": {"outputs": {"out": {"expression": data.draw(EXPRESSION)}}}}}
    found = read(plan(entry, configured=configuration(written, module_calls=calls)), now=NOW)
    assert found.changes[0].noun == noun


@settings(max_examples=60, deadline=None)
@given(JSON, JSON, JSON)
def test_any_values_in_a_configuration_are_read_or_refused(body: object, moved: object, required: object) -> None:
    whole = {"resource": {"glbr_protection_job": {"j": body}}, "moved": moved, "terraform": required, "module": moved}
    try:
        found = read(json.dumps(whole).encode(), now=NOW)
    except ReviewProblem:
        return
    assert len(found.after.jobs) <= 1


@settings(max_examples=60, deadline=None)
@given(st.integers(min_value=1, max_value=len(GOOD) - 2))
def test_no_part_of_a_plan_passes_for_one(size: int) -> None:
    assert "plan.json" in refused(GOOD[:size]).summary
