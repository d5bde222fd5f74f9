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
from plans import change, configuration, plan, resource, store

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
        (b"[1, 2]", "plan.json is not JSON: it starts with '[1, 2]'"),
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
