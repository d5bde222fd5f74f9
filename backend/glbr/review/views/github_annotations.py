"""GitHub's annotations: the worst findings beside the lines of the pull request."""

from collections.abc import Iterator
from typing import Final

from glbr.review.report import Judged, Report
from glbr.review.rules.wording import counted
from glbr.review.views.words import (
    about,
    banners,
    change_in_words,
    entry_file,
    inside_repository,
    reasons,
    shortened,
    standing_in_words,
    title,
    where,
)

MOST: Final = 10
"""Errors, and warnings, that GitHub shows of one step; it says nothing about the others."""

_NOWHERE: Final = "Where it is written is not known: this is the first line of the stack's entry file."


def github_annotations(report: Report) -> str:
    """Write workflow commands: what blocks as errors, what else stands as warnings, and how many more there are.

    Nothing is said of a review without anything standing. Waived findings are not annotated.
    """
    standing = report.brought()
    errors = [one for one in standing if one.enforcement == "hard"]
    softer = [one for one in standing if one.enforcement == "soft"]
    warnings = [*softer, *(one for one in standing if one.enforcement == "advisory")]
    caveats = banners(report)[:MOST]
    shown_warnings = warnings[: MOST - len(caveats)]
    lines = [_command("warning", {"title": title(report)}, [said]) for said in caveats]
    lines += [_annotation("error", report, one) for one in errors[:MOST]]
    lines += [_annotation("warning", report, one) for one in shown_warnings]
    left = len(errors) + len(warnings) - len(errors[:MOST]) - len(shown_warnings)
    if left:
        said = (
            f"{counted(left, 'finding')} not annotated, for GitHub shows {MOST} errors and {MOST} warnings of a step."
        )
        lines.append(_command("notice", {"title": title(report)}, [said, "All of them are in the whole report."]))
    return "".join(f"{line}\n" for line in lines)


def _annotation(level: str, report: Report, one: Judged) -> str:
    found = one.finding
    location = one.location
    file = inside_repository(location.file) if location is not None else ""
    line = location.line if location is not None and file else 0
    properties = {
        "file": file or entry_file(report),
        "line": str(max(line, 1)),
        "title": shortened(f"{found.rule} {one.title}: {about(one)}", 200),
    }
    return _command(level, properties, list(_message(one, known=bool(file))))


def _message(one: Judged, *, known: bool) -> Iterator[str]:
    found = one.finding
    yield f"{found.message} ({found.severity.word}, {standing_in_words(one)})"
    if found.before or found.after:
        yield change_in_words(found.before, found.after)
    yield from (f"{word}: {text}" for word, text in reasons(one) if word != "Why")
    if where(one):
        yield f"Where: {where(one)}"
    if not known:
        yield _NOWHERE


def _command(level: str, properties: dict[str, str], message: list[str]) -> str:
    told = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{level} {told}::{'%0A'.join(_data(shortened(part, 700)) for part in message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
