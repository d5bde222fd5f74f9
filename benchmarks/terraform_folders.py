"""Terraform's working directories, below a home directory in which nothing but the provider is installed."""

import json
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.children import PeakOfChildren, plain_environment
from benchmarks.configurations import Configuration
from benchmarks.figures import NotMeasured, seconds

from glbr.cli.engine import Engine
from glbr.cli.install import install_into
from glbr.cli.plugin_folders import default_mirror

_SAID = 2000


@dataclass(frozen=True, slots=True)
class Home:
    """A home directory made for the benchmarks, with the provider as `glbr install` puts it there.

    Attributes:
        launcher: The executable that Terraform starts.
        environment: What Terraform runs with, less what leads the provider to a service.
    """

    folder: Path
    engine: Engine
    launcher: Path
    environment: Mapping[str, str]

    @classmethod
    def made(cls, folder: Path, engine: Engine) -> "Home":
        """Install the provider into a fresh home directory."""
        configuration = folder / "terraform.rc"
        configuration.touch()
        environment = plain_environment() | {"HOME": str(folder), "TF_CLI_CONFIG_FILE": str(configuration)}
        launcher, *_ = install_into(default_mirror(environment)).launchers
        return cls(folder, engine, launcher, environment)

    def working_directory(self, name: str, configuration: Configuration, settings: Mapping[str, str]) -> "Folder":
        """Write a configuration into a working directory of its own, and initialize it."""
        path = self.folder / name
        path.mkdir()
        (path / "main.tf.json").write_text(json.dumps(configuration))
        made = Folder(path, self.engine, {**self.environment, **settings})
        made.run("init")
        return made


@dataclass(frozen=True, slots=True)
class Folder:
    """One working directory of Terraform."""

    path: Path
    engine: Engine
    environment: Mapping[str, str] = field(repr=False)

    def run(self, *arguments: str, **variables: str) -> float:
        """Run a Terraform command; gives the seconds it took.

        Raises:
            NotMeasured: It failed; the message ends with what it said last.
        """
        return seconds(lambda: self._finish(self._start(arguments, variables), arguments))

    def peak_megabytes(self, *arguments: str) -> float:
        """Run a Terraform command; gives the most memory that one provider process held."""
        process = self._start(arguments, {})
        with PeakOfChildren(process.pid) as peak:
            self._finish(process, arguments)
        return peak.megabytes

    def _start(self, arguments: tuple[str, ...], variables: Mapping[str, str]) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [*self.engine.command, *arguments, "-no-color"],
            cwd=self.path,
            env={**self.environment, **variables},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def _finish(self, process: subprocess.Popen[str], arguments: tuple[str, ...]) -> None:
        with process:
            said, _ = process.communicate()
        if process.returncode != 0:
            raise NotMeasured(
                f"terraform {' '.join(arguments)} failed in the folder {self.path.name}",
                f"It said:\n{said[-_SAID:]}\nMake it work before it is measured: `glbr doctor`, `make test`.",
            )
