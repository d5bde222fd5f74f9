"""The example of a whole site: in an account that holds nothing, one apply makes all of it, one destroy removes it."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from glbr.simulator.server import RunningSimulator, running
from glbr.simulator.settings import Settings
from workspace import Workspace

EXAMPLE = Path(__file__).parents[2] / "examples" / "whole-site" / "main.tf"
SECRETS = {
    "TF_VAR_activation_code": "5f0c8f0e-8c34-4a57-9d0c-3d2b7c1a9e11",
    "TF_VAR_passwords": '{"vcenter": "canary-one", "storeonce": "canary-two", "sql_server": "canary-three"}',
}
RESOURCES = 25


@pytest.fixture
def simulator(request: pytest.FixtureRequest) -> Iterator[RunningSimulator]:
    """An empty account; work is done at once, or takes a while by a clock that runs 600 times as fast."""
    slow = Settings(operation_seconds=120, operation_seconds_at_most=1200)
    settings, speed = (Settings(), 1.0) if request.param == "at once" else (slow, 600.0)
    with running(world="empty", clock="real", speed=speed, settings=settings) as simulator:
        yield simulator


def made(installed: Callable[..., Workspace]) -> Workspace:
    site = installed()
    site.environment |= SECRETS
    shutil.copy(EXAMPLE, site.folder)
    prepared = site.run("init", "-no-color")
    assert prepared.code == 0, prepared.output
    site.apply()
    site.must_be_settled()
    managed = [address for address in site.addresses() if not address.startswith("data.")]
    assert len(managed) == RESOURCES
    assert "canary" not in (site.folder / "terraform.tfstate").read_text()
    return site


def must_be_removed(site: Workspace) -> None:
    gone = site.run("destroy", "-auto-approve", "-no-color")
    assert gone.code == 0, gone.output
    assert site.addresses() == []


@pytest.mark.parametrize("simulator", ["in 2 to 20 minutes"], indirect=True)
def test_a_whole_site_that_takes_its_time_is_made_in_one_go_and_removed(installed: Callable[..., Workspace]) -> None:
    must_be_removed(made(installed))


@pytest.mark.parametrize("simulator", ["at once"], indirect=True)
def test_a_new_password_of_the_vcenter_destroys_nothing_of_a_site_that_is_made_and_removed(
    installed: Callable[..., Workspace],
) -> None:
    site = made(installed)
    main = site.folder / "main.tf"

    main.write_text(main.read_text().replace("password_wo_version = 1", "password_wo_version = 2", 1))

    # Terraform leaves every look-up below the vCenter to the apply: what they name counts as the same until then.
    planned = site.actions()
    assert planned["glbr_hypervisor_manager.site"] == ["update"]
    assert [actions for actions in planned.values() if "delete" in actions] == []
    site.apply()
    site.must_be_settled()
    must_be_removed(site)
