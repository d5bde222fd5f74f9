"""Puts the provider into a folder laid out as a mirror, for Terraform and for OpenTofu."""

from dataclasses import dataclass
from pathlib import Path

from glbr.cli.launcher import check_python, launcher_bytes, put_in_place, this_python
from glbr.cli.plugin_folders import HOSTS, launcher_path


@dataclass(frozen=True, slots=True)
class Installation:
    """The executables in the mirror, one per registry, and whether anything had to be written."""

    launchers: tuple[Path, ...]
    changed: bool


def install_into(mirror: Path) -> Installation:
    """Put the provider that runs with this Python into a mirror; the same again changes nothing.

    Raises:
        InstallationProblem: When the platform or this Python cannot run it.
    """
    python = this_python()
    check_python(python)
    content = launcher_bytes(python)
    launchers = tuple(launcher_path(mirror, host) for host in HOSTS)
    changes = [put_in_place(content, launcher) for launcher in launchers]
    return Installation(launchers, any(changes))
