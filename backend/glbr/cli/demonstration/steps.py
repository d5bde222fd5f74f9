"""Runs the steps of a demonstration and shows how they go."""

import re
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.text import Text

from glbr.cli.demonstration.ending import output_of
from glbr.cli.demonstration.workplace import NoDemonstration

_ESCAPES = re.compile(r"\x1b\[[0-9;]*m")
_TELLING = re.compile(r"(Plan:|Apply complete!|No changes\.|\S+: Creation complete).*?(?= \[id=|$)")


class Steps:
    """A numbered sequence of steps; each says what it does, shows that it is at work, and how long it took."""

    def __init__(
        self, console: Console, environment: Mapping[str, str], clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._console = console
        self._environment = environment
        self._clock = clock
        self._number = 0

    @contextmanager
    def step(self, title: str) -> Iterator[None]:
        """Show one step while it happens."""
        self._number += 1
        started = self._clock()
        label = f"[bold]{self._number}.[/bold] {title}"
        if self._console.is_terminal:
            with self._console.status(label):
                yield
        else:
            self._console.print(label)
            yield
        took = f"[dim]{self._clock() - started:.1f} s[/dim]"
        self._console.print(f"{label} {took}" if self._console.is_terminal else f"   {took}")

    def run(
        self, title: str, command: Sequence[str | Path], folder: Path, *, ends_with: int = 0, shown: bool = False
    ) -> str:
        """Run a program as a step, and return all that it said.

        Args:
            title: What the step does.
            command: Program and arguments.
            folder: Where it runs.
            ends_with: The exit code that it must end with.
            shown: Whether all that it says is shown; otherwise only the telling lines are.

        Raises:
            NoDemonstration: When it ends with another exit code; all that it said is shown before.
        """
        with self.step(title):
            ran = subprocess.Popen(  # noqa: S603 (the engine found, or this Python)
                command,
                cwd=folder,
                env=self._environment,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                encoding="utf-8",
                errors="replace",
            )
            said = output_of(ran)
        output = _ESCAPES.sub("", said)
        if ran.returncode != ends_with:
            self._console.print(Text(output, style="dim"))
            raise NoDemonstration(
                f"{title}: failed", f"The program ended with exit code {ran.returncode}; its output is above."
            )
        if shown:
            self._console.print(Text.from_ansi(said.rstrip()), soft_wrap=True)
        else:
            self._tell(output)
        return output

    def _tell(self, output: str) -> None:
        for line in output.splitlines():
            if telling := _TELLING.match(line):
                self._console.print(Text(f"   {telling[0]}", style="dim"))
