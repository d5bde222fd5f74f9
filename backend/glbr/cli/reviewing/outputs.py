"""Where a review is written to, and in which format: `-o terminal,md=comment.md,sarif=review.sarif`."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

if TYPE_CHECKING:
    from glbr.review.report import Report

TERMINAL: Final = "terminal"

MARKDOWN_FOR: Final[tuple[str, ...]] = ("github", "github-summary", "gitlab", "azure-devops", "bitbucket")
"""Places whose limit Markdown has to fit."""


def _markdown(report: "Report", place: str) -> str:
    from glbr.review.views import markdown as sheet

    limits = {
        "github": sheet.GITHUB,
        "github-summary": sheet.GITHUB_SUMMARY,
        "gitlab": sheet.GITLAB,
        "azure-devops": sheet.AZURE_DEVOPS,
        "bitbucket": sheet.BITBUCKET,
    }
    return sheet.markdown(report, limit=limits[place])


def _page(report: "Report", _: str) -> str:
    from glbr.review.views.page import page

    return page(report)


def _json(report: "Report", _: str) -> str:
    from glbr.review.views.json_report import json_report

    return json_report(report)


def _sarif(report: "Report", _: str) -> str:
    from glbr.review.views.sarif import sarif

    return sarif(report)


def _junit(report: "Report", _: str) -> str:
    from glbr.review.views.junit import junit

    return junit(report)


def _gitlab_terraform(report: "Report", _: str) -> str:
    from glbr.review.views.gitlab_terraform import gitlab_terraform

    return gitlab_terraform(report)


def _github_annotations(report: "Report", _: str) -> str:
    from glbr.review.views.github_annotations import github_annotations

    return github_annotations(report)


def _terminal(report: "Report", _: str) -> str:
    """What the terminal shows, as plain text for a file."""
    from io import StringIO

    from rich.console import Console

    from glbr.review.views.terminal import terminal

    sheet = StringIO()
    terminal(report, Console(file=sheet, width=120, color_system=None))
    return sheet.getvalue()


_VIEWS: Final[Mapping[str, Callable[["Report", str], str]]] = {
    TERMINAL: _terminal,
    "md": _markdown,
    "html": _page,
    "json": _json,
    "sarif": _sarif,
    "junit": _junit,
    "gitlab-terraform": _gitlab_terraform,
    "github-annotations": _github_annotations,
}

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
        """
        if self.to_terminal:
            from rich.console import Console

            from glbr.review.views.terminal import terminal

            terminal(report, Console())
            return
        text = _VIEWS[self.view](report, markdown_for)
        # Half a character, which JSON can smuggle in, is no reason to have no report.
        content = text.encode("utf-8", "backslashreplace")
        if self.file is None:
            click.echo(content, nl=not content.endswith(b"\n"))
        else:
            self.file.write_bytes(content)


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
