"""Writes the executable that Terraform starts as the provider: a few lines that hand over to this Python."""

import os
import platform
import re
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

from glbr.api.errors import GlbrError

# Linux cuts an interpreter line at 256 bytes (older kernels at 128), macOS at 512; both split it at blanks.
_LONGEST_INTERPRETER_LINE = 127

_BODY = """\
from glbr.provider.__main__ import main

raise SystemExit(main())
"""

_SYSTEMS = {"Linux": "linux", "Darwin": "darwin"}
_MACHINES = {"x86_64": "amd64", "amd64": "amd64", "aarch64": "arm64", "arm64": "arm64"}

_DIRECT = re.compile(r"#!(.+) -I\n")
_BY_SHELL = re.compile(r"#!/bin/sh\n'''exec' '(.+)' -I ")


class InstallationProblem(GlbrError):
    """The provider cannot be installed like this."""


def os_and_architecture(system: str | None = None, machine: str | None = None) -> str:
    """Name this platform as Terraform names it, such as `linux_amd64`.

    Raises:
        InstallationProblem: On platforms where the provider does not run.
    """
    system = system or platform.system()
    machine = machine or platform.machine()
    if system == "Windows":
        raise InstallationProblem(
            "The provider does not run on Windows itself",
            "It needs Unix sockets, which Terraform does not use there. Install and run it inside WSL.",
        )
    try:
        return f"{_SYSTEMS[system]}_{_MACHINES[machine.lower()]}"
    except KeyError:
        raise InstallationProblem(
            f"Unknown platform {system} on {machine}",
            f"The provider is installed on {' and '.join(_SYSTEMS)}, on x86-64 and ARM with 64 bits.",
        ) from None


def launcher_bytes(python: Path) -> bytes:
    """Give the launcher for a Python: the same bytes for the same Python, so that lock files stay valid.

    Terraform starts the provider three to five times per command. Naming Python as the interpreter is the quickest; a
    path that an interpreter line cannot hold costs a shell, about 1 ms more.
    """
    direct = f"#!{python} -I\n"
    if len(os.fsencode(direct)) <= _LONGEST_INTERPRETER_LINE and not re.search(r"\s", str(python)):
        return os.fsencode(direct + _BODY)
    quoted = str(python).replace("'", "'\\''")
    # To the shell these are two words to run, to Python a text that does nothing.
    return os.fsencode(f"#!/bin/sh\n'''exec' '{quoted}' -I \"$0\" \"$@\"\n' '''\n{_BODY}")


def python_of(launcher: Path) -> Path | None:
    """Read from a launcher which Python it starts; None if it is not one of ours."""
    text = os.fsdecode(launcher.read_bytes()[:4096])
    match = _DIRECT.match(text) or _BY_SHELL.match(text)
    return Path(match[1].replace("'\\''", "'")) if match else None


def check_python(python: Path) -> None:
    """See that a Python, on its own, finds this very package.

    Raises:
        InstallationProblem: When it finds none or another one, as with PYTHONPATH or `pip install --user`.
    """
    import glbr

    ours = str(Path(glbr.__file__).parent)
    asked = subprocess.run(  # noqa: S603 (the Python that runs us)
        [python, "-I", "-c", "import glbr; print(glbr.__path__[0])"], capture_output=True, text=True, check=False
    )
    found = asked.stdout.strip()
    if found != ours:
        raise InstallationProblem(
            "The provider would not find its own code",
            f"Terraform starts it as `{python} -I`, which ignores PYTHONPATH and the user's own packages. There glbr is "
            f"{found or 'not installed'}, while this command runs from {ours}. Install glbr into a virtual environment and "
            "run its own `glbr install`.",
        )


def this_python() -> Path:
    """The Python that runs us, by one name: a virtual environment has several for it, and lock files hold the hash."""
    in_environment = Path(sys.prefix, "bin", "python")
    return in_environment if sys.prefix != sys.base_prefix and in_environment.exists() else Path(sys.executable)


def put_in_place(content: bytes, target: Path) -> bool:
    """Write an executable so that nobody ever sees half of it; False if it was there already, the same."""
    if target.is_file() and target.read_bytes() == content and target.stat().st_mode & stat.S_IXUSR:
        return False
    target.parent.mkdir(parents=True, exist_ok=True)
    # One level up: Terraform hashes every file in the folder of the target.
    descriptor, name = tempfile.mkstemp(dir=target.parent.parent, prefix=".glbr-")
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        temporary.chmod(0o755)
        temporary.replace(target)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
    return True
