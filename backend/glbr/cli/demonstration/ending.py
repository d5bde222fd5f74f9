"""Ends a demonstration cleanly, by whatever signal: nothing stays running, and nothing is left behind."""

import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType

_SIGNALS = (signal.SIGTERM, signal.SIGHUP)
_PATIENCE_SECONDS = 5


class Ended(KeyboardInterrupt):
    """Somebody ends this process, and not, as Ctrl-C does, its children with it."""


@contextmanager
def ending_like_an_interrupt() -> Iterator[None]:
    """Where these signals come, the work is undone as it is after Ctrl-C."""

    def end(number: int, frame: FrameType | None) -> None:
        del number, frame
        for one in _SIGNALS:
            signal.signal(one, signal.SIG_IGN)  # the undoing itself is not to be cut short
        raise Ended

    before = {one: signal.signal(one, end) for one in _SIGNALS}
    try:
        yield
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)


def output_of(process: "subprocess.Popen[str]") -> str:
    """All that a program says until it ends; if we are ended before, so is it, with what it started itself."""
    try:
        said, _ = process.communicate()
    except BaseException as ending:
        if not isinstance(ending, KeyboardInterrupt) or isinstance(ending, Ended):
            process.terminate()
        with suppress(subprocess.TimeoutExpired):
            process.communicate(timeout=_PATIENCE_SECONDS)
        process.kill()
        process.communicate()
        raise
    return said
