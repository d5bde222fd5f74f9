"""A simulator in a process of its own, which can outlive the command that started it."""

import json
import os
import signal
import subprocess
import sys
import urllib.request
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Self

from glbr.cli.demonstration.workplace import NoDemonstration

_PATIENCE_SECONDS = 120


@dataclass(frozen=True, slots=True)
class SimulatorProcess:
    """A running simulator: its process, its address, and the variables that point a provider to it."""

    pid: int
    url: str
    environment: dict[str, str]

    @classmethod
    def start(cls, *arguments: str) -> Self:
        """Start `glbr simulate` on a free port and wait until it answers.

        Raises:
            NoDemonstration: When it ends instead; with what it said.
        """
        process = subprocess.Popen(  # noqa: S603 (our own command)
            [sys.executable, "-P", "-m", "glbr.cli", "simulate", "--port=0", "--json", *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            # Ctrl-C is for the one who started it, who then stops it.
            start_new_session=True,
        )
        assert process.stdout
        assert process.stderr
        try:
            line = process.stdout.readline()
        except BaseException:
            process.kill()
            process.wait()
            raise
        if not line:
            raise NoDemonstration("The simulator did not start", process.stderr.read().strip())
        process.stdout.close()
        process.stderr.close()
        told = json.loads(line)
        # Left alone from here on: no `wait` at the end of this object, and no warning about that.
        process.returncode = 0
        return cls(process.pid, told["url"], told["environment"])

    @classmethod
    def remembered(cls, note: Path) -> Self | None:
        """Find the simulator that an earlier command left running, if it still answers."""
        if not note.is_file():
            return None
        with suppress(OSError, ValueError, TypeError):
            found = cls(**json.loads(note.read_text()))
            found.ask("GET", "health")
            return found
        return None

    def remember(self, note: Path) -> None:
        """Leave a note for later commands; only its owner can read it."""
        note.parent.mkdir(parents=True, exist_ok=True)
        note.touch(mode=0o600)
        note.write_text(json.dumps(asdict(self), indent=2))

    def stop(self) -> None:
        """End the process."""
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGTERM)
        with suppress(ChildProcessError):
            os.waitpid(self.pid, 0)

    def ask(self, method: str, path: str, body: dict[str, object] | None = None) -> dict[str, Any]:
        """Call one of the simulator's own paths, those below /_simulator/."""
        request = urllib.request.Request(  # noqa: S310 (always http://127.0.0.1)
            f"{self.url}/_simulator/{path}",
            method=method,
            data=json.dumps(body).encode() if body is not None else None,
        )
        # An empty proxy table: this machine is not to be reached through a proxy.
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with opener.open(request, timeout=_PATIENCE_SECONDS) as reply:
            answer: dict[str, Any] = json.load(reply)
        return answer
