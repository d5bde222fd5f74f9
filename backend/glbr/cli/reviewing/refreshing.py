"""Has Terraform look at what there is, without changing anything: a refresh-only plan, as JSON."""

import re
import signal
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from glbr.cli.engine import Engine
from glbr.review.problem import ReviewProblem

_FRAME: Final = re.compile(r"^[│╷╵]? ?", re.MULTILINE)
_ESCAPES: Final = re.compile(r"\x1b\[[0-9;]*m")
_NOT_READY: Final = re.compile(r"(?:terraform|tofu) init\b")
_MOST_LINES: Final = 40
_MOST_LETTERS: Final = 4_000


def refresh_only_plan(engine: Engine, folder: Path) -> bytes:
    """Compare Terraform's state with what there is at HPE, and give the plan as `terraform show -json` prints it.

    The plan's file holds what the state holds, secrets too: it lies where nobody else can read it, and is gone at the end.

    Args:
        engine: Terraform or OpenTofu.
        folder: A working directory that has been initialised.

    Raises:
        ReviewProblem: There is no such folder, it is not initialised, or Terraform failed.
    """
    if not folder.is_dir():
        raise ReviewProblem(
            f"Looking for drift in {folder}: there is no such folder", "Give the folder that Terraform is run in."
        )
    with TemporaryDirectory(prefix="glbr-drift-") as private:
        file = Path(private) / "refreshed.tfplan"
        _run(engine, folder, ["plan", "-refresh-only", "-input=false", "-no-color", f"-out={file}"])
        return _run(engine, folder, ["show", "-json", "-no-color", str(file)])


def _run(engine: Engine, folder: Path, arguments: Sequence[str]) -> bytes:
    process = subprocess.Popen(  # noqa: S603 (the engine that was found, and arguments of ours)
        [*engine.command, *arguments],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    with process, _ended_together(process):
        try:
            said, complained = process.communicate()
        except KeyboardInterrupt:
            # The terminal has interrupted Terraform, too. Killed now, it could not give back its lock on the state.
            process.communicate()
            raise
    if process.returncode != 0:
        raise _failure(arguments[0], folder, process.returncode, complained or said)
    return said


@contextmanager
def _ended_together(process: "subprocess.Popen[bytes]") -> Iterator[None]:
    """A pipeline that gives up tells only us: Terraform has to end too, and the plan's file has to go."""
    usual = signal.signal(signal.SIGTERM, lambda *_: process.terminate())
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, usual)


def _failure(command: str, folder: Path, code: int, said: bytes) -> ReviewProblem:
    text = _FRAME.sub("", _ESCAPES.sub("", said.decode("utf-8", "replace"))).strip()
    lines = text.splitlines()
    cut = "\n".join(lines[:_MOST_LINES])[:_MOST_LETTERS]
    if len(cut) < len(text):
        cut += "\n(cut here)"
    if _NOT_READY.search(text):
        summary = f"Looking for drift in {folder}: the folder is not initialised"
        return ReviewProblem(summary, f"Run `terraform init` in it first. Terraform says:\n\n{cut}")
    summary = f"Looking for drift in {folder}: Terraform's {command} failed with exit code {code}"
    return ReviewProblem(summary, f"Nothing was judged. Terraform says:\n\n{cut or 'nothing'}")
