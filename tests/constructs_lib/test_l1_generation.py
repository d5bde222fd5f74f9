"""The generated constructs follow the definitions, and hide nothing of the CDK."""

import importlib
import inspect
import json
import subprocess
import sys
from pathlib import Path

import pytest

from glbr.definition import Block, Resource, argument, result
from glbr.resources import definitions, managed
from glbr.views.generate_l1 import FOLDER, differences, sources
from glbr.views.l1_construct import noun_module
from glbr_constructs.cdk import cdk
from glbr_constructs.synthesis.attributes import Reference
from glbr_constructs.synthesis.resource import DataSource, Provider
from glbr_constructs.synthesis.resource import Resource as Managed

META = {"count", "depends_on", "for_each", "lifecycle", "provider", "connection", "provisioners"}
MODULES = sorted(path.stem for path in FOLDER.glob("[a-z]*.py"))


def test_the_committed_files_are_what_the_definitions_give() -> None:
    assert differences(FOLDER) == [], "run `python -m glbr.views.generate_l1`"


def test_a_changed_a_missing_and_a_left_over_file_are_noticed(tmp_path: Path) -> None:
    for name, text in sources():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "provider.py").write_text("edited", encoding="utf-8")
    (tmp_path / "storeonce.py").unlink()
    (tmp_path / "protection_plan.py").touch()

    assert differences(tmp_path) == ["protection_plan.py", "provider.py", "storeonce.py"]


@pytest.mark.parametrize("command", [["format", "--check"], ["check"]], ids=["format", "check"])
def test_ruff_has_nothing_to_change(command: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "ruff", *command, str(FOLDER)], capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stdout


def test_every_definition_has_its_classes() -> None:
    for noun, definition in definitions().items():
        module = importlib.import_module(f"glbr_constructs.l1.{noun}")
        plural = "Data" + definition.plural().title().replace("_", "")

        assert hasattr(module, definition.__name__) is (noun in managed())
        names = {"one": f"Data{definition.__name__}", "many": plural}
        types = {"one": definition.type_name(), "many": f"glbr_{definition.plural()}"}
        offered = {names[source]: types[source] for source in definition.sources}
        found = {name: getattr(module, name).terraform_type for name in names.values() if hasattr(module, name)}
        assert found == offered


@pytest.mark.parametrize("module", MODULES)
def test_no_attribute_replaces_a_member_of_the_cdk(module: str) -> None:
    classes = [
        found
        for _, found in inspect.getmembers(importlib.import_module(f"glbr_constructs.l1.{module}"), inspect.isclass)
        if issubclass(found, Managed | DataSource | Provider | Reference) and found.__module__.endswith(f".l1.{module}")
    ]

    hidden = {
        (found.__name__, name)
        for found in classes
        for name in vars(found)
        for parent in (cdk.TerraformResource, cdk.TerraformDataSource, cdk.TerraformProvider, cdk.ComplexObject)
        if not name.startswith("_") and hasattr(parent, name)
    }

    assert classes
    assert hidden == set()


@pytest.mark.parametrize("module", MODULES)
def test_every_argument_is_named_and_described(module: str) -> None:
    classes = [
        found
        for _, found in inspect.getmembers(importlib.import_module(f"glbr_constructs.l1.{module}"), inspect.isclass)
        if issubclass(found, Managed | DataSource | Provider) and found.__module__.endswith(f".l1.{module}")
    ]

    for found in classes:
        taken = list(inspect.signature(found.__init__).parameters.values())[1:]
        described = inspect.getdoc(found.__init__) or ""
        wanted = {Managed: META, DataSource: META - {"connection", "provisioners"}, Provider: {"alias"}}
        assert [entry.name for entry in taken if entry.kind is entry.VAR_KEYWORD] == []
        assert [entry.name for entry in taken if f"\n    {entry.name}: " not in described] == []
        (kind,) = (kind for kind in wanted if issubclass(found, kind))
        assert wanted[kind] <= {entry.name for entry in taken}


class Slot(Block):
    """A part with names that are taken."""

    property: str = argument("Name of a builtin that the class itself needs.")
    count: int | None = argument("Name of a member of the CDK.")


class Oddity(Resource):
    """An object with names that are taken."""

    collection = "/oddities/v1/oddities"

    name: str = argument("Name.")
    node: str | None = argument("Name of a member of every construct.")
    scope: str | None = argument("Name of the constructor's first parameter.")
    slots: list[Slot] | None = argument("Parts.")
    fqn: str | None = result("Name of a member of the CDK.", stable=True)


def test_a_name_that_is_taken_gets_an_underscore_in_python_only(stack: cdk.TerraformStack) -> None:
    module: dict[str, type] = {}
    exec(noun_module(Oddity), module)
    odd = module["Oddity"](stack, "odd", name="a", node_="b", scope_="c", slots=[{"property": "d", "count": 1}])
    module["Oddity"](stack, "next", name=odd.fqn_, node_=odd.slots[0].property_)

    written = json.loads(cdk.Testing.synth(stack))["resource"]["glbr_oddity"]

    assert written["odd"] == {"name": "a", "node": "b", "scope": "c", "slots": [{"property": "d", "count": 1}]}
    assert written["next"] == {"name": "${glbr_oddity.odd.fqn}", "node": "${glbr_oddity.odd.slots[0].property}"}
