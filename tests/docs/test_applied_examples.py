"""Every example of the pages is applied with the real Terraform to a simulated clinic, and leaves nothing behind."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from estate import states
from glbr.provider.offer import source_of, sources
from glbr.resources import managed
from glbr.views.generate_docs import PROJECT
from workspace import Workspace

EXAMPLES = PROJECT / "examples"
RESOURCES = [definition.type_name() for definition in managed().values()]
SELDOM = ("glbr_async_operation", "glbr_async_operations", "glbr_dual_auth_operation", "glbr_dual_auth_operations")
"""Looked up by examples that stand for any account: the clinic has none of them at the start."""
LOOKUPS = [source.type_name for source in sources()]


def made(workspace: Workspace, example: Path) -> None:
    """Apply what something else is to find; other tests look whether it is settled."""
    workspace.write({})
    shutil.copy(example, workspace.folder)
    workspace.apply()


def settle(workspace: Workspace, *examples: Path) -> None:
    """Put examples into the working directory, apply them, and see that nothing is left to do."""
    for example in examples:
        shutil.copy(example, workspace.folder)
    workspace.apply()
    workspace.must_be_settled()


def destroy(workspace: Workspace) -> None:
    done = workspace.run("destroy", "-auto-approve", "-no-color")
    assert done.code == 0, done.output
    assert workspace.addresses() == []


@pytest.mark.parametrize("name", RESOURCES)
def test_the_example_of_a_resource_is_applied_imported_unchanged_and_destroyed(workspace: Workspace, name: str) -> None:
    folder = EXAMPLES / "resources" / name
    workspace.write({})
    settle(workspace, folder / "resource.tf")
    address = (folder / "import.tf").read_text().split("to = ")[1].split()[0]
    assert address.startswith(f"{name}.")
    before = workspace.state(address)
    forgotten = workspace.run("state", "rm", address)

    settle(workspace, folder / "import.tf")

    assert forgotten.code == 0, forgotten.output
    assert workspace.state(address) == before
    destroy(workspace)


@pytest.mark.parametrize("name", LOOKUPS)
def test_the_example_of_a_data_source_finds_what_is_there(workspace: Workspace, name: str) -> None:
    noun = source_of(name).definition.noun()
    around = EXAMPLES / "data-sources" / f"glbr_{noun}" / "around.tf"
    beside = replace(workspace, folder=workspace.folder / "looking")
    beside.folder.mkdir()
    beside.write({})
    if noun in managed():
        made(workspace, EXAMPLES / "resources" / f"glbr_{noun}" / "resource.tf")
    elif around.exists():
        made(workspace, around)

    settle(beside, EXAMPLES / "data-sources" / name / "data-source.tf")

    looked_up = [found for address, found in states(beside, "data").items() if address.startswith(f"data.{name}.")]
    answers = source_of(name).gives == "answer"
    assert looked_up or name in SELDOM
    assert answers or name in SELDOM or all(found.get("id") or found.get("items") for found in looked_up)


def test_the_example_of_the_simulator_is_applied(installed: Callable[..., Workspace]) -> None:
    workspace = installed()
    endpoint = workspace.environment.pop("GLBR_ENDPOINT")
    workspace.environment["TF_VAR_simulator"] = endpoint
    shutil.copy(EXAMPLES / "provider" / "simulator.tf", workspace.folder)
    prepared = workspace.run("init", "-no-color")
    assert prepared.code == 0, prepared.output

    settle(workspace)

    assert workspace.run("output", "-json", "appliances").output.strip() == '["clinic-storeonce-1"]'
    destroy(workspace)


def test_the_example_of_the_provider_is_valid(workspace: Workspace) -> None:
    shutil.copy(EXAMPLES / "provider" / "provider.tf", workspace.folder)

    checked = workspace.run("validate", "-no-color")

    assert checked.code == 0, checked.output


@pytest.mark.parametrize("folder", ["provider", "resources", "data-sources"])
def test_examples_are_formatted_as_terraform_formats_them(workspace: Workspace, folder: str) -> None:
    checked = workspace.run("fmt", "-check", "-recursive", str(EXAMPLES / folder))

    assert checked.code == 0, checked.output
