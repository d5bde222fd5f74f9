"""What tests share: a simulator each, a Terraform working directory each, and one provider to attach to per worker."""

import functools
import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from glbr.cli.engine import find_engine
from glbr.cli.install import install_into
from glbr.simulator.server import RunningSimulator, running
from workspace import Workspace, attached, attaching, connection_to, debug_provider, hcl_free


@pytest.fixture
def simulator() -> Iterator[RunningSimulator]:
    """HPE's API with the clinic in it; its clock stands still until it is moved."""
    with running(world="clinic", clock="frozen") as simulator:
        yield simulator


@pytest.fixture(scope="session")
def terraform() -> tuple[str, ...]:
    """The command of Terraform: the executable, or the one embedded in a wheel."""
    return find_engine().command


@pytest.fixture(scope="session")
def reattach(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """What Terraform needs to know to use a provider that runs already."""
    process = debug_provider(tmp_path_factory.mktemp("provider"))
    yield attaching(process)
    process.terminate()
    process.wait()
    assert process.stdout is not None
    process.stdout.close()


@pytest.fixture
def connection(simulator: RunningSimulator) -> dict[str, str]:
    """The environment that leads the provider to the simulator."""
    return connection_to(simulator)


@pytest.fixture
def workspace(tmp_path: Path, terraform: tuple[str, ...], reattach: str, simulator: RunningSimulator) -> Workspace:
    """A working directory whose provider runs already: quick, for everything that is not about processes."""
    return attached(tmp_path, terraform, reattach, simulator)


@pytest.fixture
def installed(
    tmp_path: Path, terraform: tuple[str, ...], connection: dict[str, str], simulator: RunningSimulator
) -> Iterator[Callable[..., Workspace]]:
    """A working directory in which Terraform itself starts the installed provider, as a person's does."""
    # A provider that is killed leaves its socket's folder; the path of a socket must be short.
    with tempfile.TemporaryDirectory(prefix="glbr-") as sockets:
        yield functools.partial(_prepared, tmp_path, connection | {"TMPDIR": sockets}, simulator, terraform)


def _prepared(
    tmp_path: Path,
    connection: dict[str, str],
    simulator: RunningSimulator,
    terraform: tuple[str, ...],
    engine: tuple[str, ...] | None = None,
) -> Workspace:
    folder = tmp_path / "work"
    folder.mkdir()
    install_into(tmp_path / ".terraform.d" / "plugins")
    configuration = tmp_path / "terraform.rc"
    configuration.write_text("")
    own = {"HOME": str(tmp_path), "TF_CLI_CONFIG_FILE": str(configuration)}
    return Workspace(folder, engine or terraform, hcl_free(os.environ) | connection | own, simulator)
