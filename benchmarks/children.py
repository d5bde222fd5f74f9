"""The processes that are measured: what surrounds them, and how much memory they hold."""

import os
import platform
import subprocess
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Self

from glbr.cli.surroundings import without_steering

_KILOBYTE = 1024
_MEGABYTE = 1_000_000


def plain_environment(inherited: Mapping[str, str] = os.environ) -> dict[str, str]:
    """An environment in which neither Terraform nor Python is steered.

    PYTHONDONTWRITEBYTECODE goes, too: whoever uses the provider has its bytecode on disk, and compiling it at every
    start would be most of what is measured.
    """
    kept = {name: value for name, value in without_steering(inherited).items() if not name.startswith("PYTHON")}
    return kept | {"CHECKPOINT_DISABLE": "1", "TF_IN_AUTOMATION": "1", "TF_INPUT": "0"}


def resident_megabytes(pid: int) -> float:
    """Memory that a process holds right now."""
    if platform.system() == "Linux":
        return _status_megabytes(pid, "VmRSS")
    told = subprocess.run(["ps", "-o", "rss=", "-p", str(pid)], capture_output=True, text=True, check=True)
    return int(told.stdout) * _KILOBYTE / _MEGABYTE


class PeakOfChildren:
    """Watches the most memory that any child of a process ever held; Linux alone tells it while they run."""

    def __init__(self, parent: int, interval_seconds: float = 0.02) -> None:
        self.megabytes = 0.0
        self._parent = parent
        self._interval = interval_seconds
        self._ended = threading.Event()
        self._watcher = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> Self:
        self._watcher.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._watcher.join()

    def _watch(self) -> None:
        while not self._ended.wait(self._interval):
            for pid in _children(self._parent):
                try:
                    # The kernel keeps the peak, so that a look every few milliseconds misses only the last ones.
                    self.megabytes = max(self.megabytes, _status_megabytes(pid, "VmHWM"))
                except (OSError, LookupError):
                    continue  # it has ended meanwhile


def _children(parent: int) -> list[int]:
    try:
        lists = [path.read_text() for path in Path(f"/proc/{parent}/task").glob("*/children")]
    except OSError:
        return []
    return [int(pid) for pids in lists for pid in pids.split()]


def _status_megabytes(pid: int, wanted: str) -> float:
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        name, _, value = line.partition(":")
        if name == wanted:
            return int(value.split()[0]) * _KILOBYTE / _MEGABYTE
    raise LookupError(f"reading the memory of process {pid}: the kernel does not tell {wanted}; it may have ended")
