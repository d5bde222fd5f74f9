"""A command whose exit code is a gate's verdict."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, ClassVar

import click


class NoVerdict(click.UsageError):
    """Wrong usage of a command for which 2 means "blocked"."""

    exit_code: ClassVar[int] = 1


class GateCommand(click.Command):
    """A command for which 2 means "blocked": wrong usage, which ends other commands with 2, ends it with 1."""

    def make_context(self, *arguments: Any, **extra: Any) -> click.Context:
        """Read the options."""
        with _without_verdict():
            return super().make_context(*arguments, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        with _without_verdict():
            return super().invoke(ctx)


@contextmanager
def _without_verdict() -> Iterator[None]:
    try:
        yield
    except click.UsageError as problem:
        raise NoVerdict(problem.format_message(), problem.ctx) from None
