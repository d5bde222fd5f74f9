"""Where a review is written to, and in which format: `-o terminal,md=comment.md,sarif=review.sarif`."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from glbr.review.problem import ReviewProblem

if TYPE_CHECKING:
    from glbr.review.report import Report

TERMINAL: Final = "terminal"

MARKDOWN_FOR: Final[tuple[str, ...]] = ("github", "github-summary", "gitlab", "azure-devops", "bitbucket")
"""Places whose limit Markdown has to fit."""


_VIEWS: Final[Mapping[str, tuple[str, str]]] = {
    TERMINAL: ("terminal", "as_text"),
    "md": ("markdown", "markdown"),
    "html": ("page", "page"),
    "json": ("json_report", "json_report"),
    "sarif": ("sarif", "sarif"),
    "junit": ("junit", "junit"),
    "gitlab-terraform": ("gitlab_terraform", "gitlab_terraform"),
    "github-annotations": ("github_annotations", "github_annotations"),
}
"""By format: the module below `glbr.review.views`, and its function that writes a report as text."""

FORMATS: Final = tuple(_VIEWS)

_NEXT: Final = re.compile(rf",(?=(?:{'|'.join(map(re.escape, FORMATS))})(?:[=,]|$))")


@dataclass(frozen=True, slots=True)
class Output:
    """One thing to write.

    Attributes:
        view: One of `FORMATS`.
        file: Where to; None for standard output.
    """

    view: str
    file: Path | None = None

    @property
    def to_terminal(self) -> bool:
        """Whether it is the view for people, on standard output."""
        return self.view == TERMINAL and self.file is None

    def write(self, report: "Report", markdown_for: str) -> None:
        """Write it.

        Args:
            report: What there is to say.
            markdown_for: One of `MARKDOWN_FOR`.

        Raises:
            ReviewProblem: The file cannot be written.
        """
        if self.to_terminal:
            from rich.console import Console

            from glbr.review.views.terminal import terminal

            terminal(report, Console())
            return
        text = self._text(report, markdown_for)
        # Half a character, which JSON can smuggle in, is no reason to have no report.
        content = text.encode("utf-8", "backslashreplace")
        if self.file is None:
            click.echo(content, nl=not content.endswith(b"\n"))
        else:
            try:
                self.file.write_bytes(content)
            except OSError as problem:
                raise ReviewProblem(
                    f"Writing the review to {self.file}: {problem.strerror or problem}",
                    "Give a file in a folder that is there and that may be written to.",
                ) from None

    def _text(self, report: "Report", markdown_for: str) -> str:
        module, name = _VIEWS[self.view]
        view = import_module(f"glbr.review.views.{module}")  # late: most runs need one of them
        write: Callable[..., str] = getattr(view, name)
        if self.view == "md":
            return write(report, limit=getattr(view, markdown_for.upper().replace("-", "_")))
        return write(report, 120) if self.view == TERMINAL else write(report)


def outputs(given: Iterable[str]) -> list[Output]:
    """Read what `-o` was given: formats with or without a file, several at once or one by one.

    Raises:
        click.UsageError: A format is unknown, a file is given twice, or two formats would go to standard output.
    """
    found = [_output(part) for word in given for part in _NEXT.split(word)] or [Output(TERMINAL)]
    for file in {output.file for output in found}:
        same = [output.view for output in found if output.file == file]
        if len(same) > 1:
            where = "standard output" if file is None else str(file)
            raise click.UsageError(
                f"-o writes {' and '.join(same)} to {where}. Give each its own file, such as {same[-1]}=FILE."
            )
    return found


def _output(part: str) -> Output:
    view, equals, file = part.partition("=")
    if view not in _VIEWS:
        raise click.UsageError(f"-o does not know the format {view!r}. Formats: {', '.join(FORMATS)}.")
    if equals and not file:
        raise click.UsageError(f"-o {view}= names no file. Write {view}=FILE, or {view} for standard output.")
    return Output(view, Path(file) if file else None)
