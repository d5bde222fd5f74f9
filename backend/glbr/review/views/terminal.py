"""The review on a terminal: the sentence, the table, then each finding with why and what to do."""

from collections import Counter
from collections.abc import Iterator, Sequence
from io import StringIO
from typing import Final

from rich import box
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from glbr.review.report import Enforcement, Judged, Outcome, Report
from glbr.review.rules.wording import counted
from glbr.review.views import changes
from glbr.review.views.words import (
    LONGEST_NAME,
    OUTCOME_SIGNS,
    about,
    banners,
    change_in_words,
    opening,
    plain,
    reasons,
    rule_page,
    shortened,
    sign_of,
    standing_in_words,
    tallies,
    where,
)

LONGEST: Final = 1_000
MOST_ROWS: Final = 20
MOST_NAMED: Final = 8
MOST_IN_FULL: Final = 100
"""Findings told in full; of the others, which are no worse, how many there are of each rule."""

_UNICODE: Final = frozenset({"utf8", "utf16", "utf32"})
_PLAINER: Final = str.maketrans({"→": "->", "✓": "OK:", "·": "-", "–": "-", "…": "...", "×": "x"})  # noqa: RUF001
"""For terminals of less than Unicode. Signs that have no word here become `?`: their words stand beside them."""

_OUTCOME_STYLES: Final[dict[Outcome, str]] = {
    "clean": "green",
    "blocked": "bold red",
    "needs approval": "bold yellow",
    "undecidable": "bold magenta",
}
_STYLES: Final[dict[Enforcement, str]] = {"hard": "red", "soft": "yellow", "advisory": "cyan"}


def as_text(report: Report, width: int = 100) -> str:
    """The same as plain text of so many columns."""
    console = Console(file=StringIO(), width=width, force_terminal=False, color_system=None, legacy_windows=False)
    terminal(report, console)
    assert isinstance(console.file, StringIO)
    return "".join(f"{line.rstrip()}\n" for line in console.file.getvalue().split("\n")).rstrip("\n") + "\n"


def terminal(report: Report, console: Console) -> None:
    """Print the review. A change without anything to say against it takes one green line; colours only repeat words."""
    if console.encoding.lower().replace("-", "") not in _UNICODE:
        told = as_text(report, console.width).translate(_PLAINER)
        console.file.write(told.encode(console.encoding, "replace").decode(console.encoding))
        return
    standing = report.brought()
    caveats = banners(report)
    if standing or caveats or report.outcome != "clean":
        _print(console, f"{OUTCOME_SIGNS[report.outcome]} {opening(report, LONGEST)}", report.outcome)
    else:
        _print(console, f"✓ {plain(report.headline)}", "clean")
    for caveat in caveats:
        console.print(Text(f"! {caveat}", "bold yellow", overflow="fold"), highlight=False)
    if standing:
        console.print(_table(report, standing), highlight=False)
        _print_findings(report, console, standing[:MOST_IN_FULL])
        _print_others(console, standing[MOST_IN_FULL:])
    _print_earlier(console, report.earlier())
    _print_waived(console, [one for one in report.judged if one.result == "waived"])
    if standing or caveats:
        console.print(Text(" · ".join(tallies(report)), "dim", overflow="fold"), highlight=False)


def _print_earlier(console: Console, found: Sequence[Judged]) -> None:
    """What was so before takes one line: the other views tell it in full."""
    if found:
        rules = ", ".join(sorted({plain(one.finding.rule) for one in found})[:MOST_NAMED])
        said = (
            f"{counted(len(found), 'remark')} about what was so before this change ({rules}): -o md or html tells more."
        )
        console.print(Text(said, "dim", overflow="fold"), highlight=False)


def _print(console: Console, line: str, outcome: Outcome) -> None:
    console.print(Text(line, _OUTCOME_STYLES[outcome], overflow="fold"), highlight=False)


def _table(report: Report, standing: Sequence[Judged]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, expand=False)
    for heading, share in (("What", 3), ("Before → after", 4), ("Rule", 3)):
        table.add_column(heading, ratio=share, overflow="fold")
    for one in standing[:MOST_ROWS]:
        found = one.finding
        assets = f" · {counted(found.assets, 'asset')}" if found.assets else ""
        table.add_row(
            Text(f"{sign_of(one)} {about(one)}{assets}"),
            Text(shortened(change_in_words(found.before, found.after) or one.title, LONGEST_NAME)),
            Text(f"{plain(found.rule)} {standing_in_words(one)}", _STYLES[one.enforcement]),
        )
    if len(standing) > MOST_ROWS:
        table.add_row(Text(f"… and {counted(len(standing) - MOST_ROWS, 'finding')} more, no worse"), Text(), Text())
    better = changes.stronger(report)
    for row in better[:MOST_ROWS]:
        table.add_row(Text(f"✅ {row.about}"), Text(shortened(row.change, LONGEST_NAME)), Text("stronger", "green"))
    if len(better) > MOST_ROWS:
        table.add_row(Text(f"… and {len(better) - MOST_ROWS:,} more that get stronger"), Text(), Text())
    return table


def _print_findings(report: Report, console: Console, findings: Sequence[Judged]) -> None:
    """Why and what to do is said once for each rule."""
    said: set[tuple[object, ...]] = set()
    for one in findings:
        key = (one.finding.rule, *reasons(one))
        heading = Text(f"\n{sign_of(one)} {about(one)}", "bold", overflow="fold")
        heading.append(f"  {plain(one.finding.rule)} {plain(one.title)}", "not bold")
        heading.append(f" ({one.finding.severity.word}, {standing_in_words(one)})", "not bold")
        body = Text("\n".join(_lines(report, one, with_reasons=key not in said)), overflow="fold")
        console.print(heading, Padding(body, (0, 0, 0, 2), expand=False), highlight=False)
        said.add(key)


def _lines(report: Report, one: Judged, *, with_reasons: bool) -> Iterator[str]:
    found = one.finding
    yield shortened(found.message, LONGEST)
    told = [("Change", change_in_words(found.before, found.after)), ("Where", where(one))]
    if with_reasons:
        told += [*reasons(one), ("More", rule_page(report, one))]
    yield from (f"{word}: {shortened(said, LONGEST)}" for word, said in told if said)


def _print_others(console: Console, others: Sequence[Judged]) -> None:
    if not others:
        return
    counts = Counter(f"{plain(one.finding.rule)} ({standing_in_words(one)})" for one in others)
    each = ", ".join(f"{count:,} × {rule}" for rule, count in counts.items())  # noqa: RUF001
    line = f"And {counted(len(others), 'finding')} more, no worse; the JSON report has them all: {each}"
    console.print(Text(f"\n{line}", overflow="fold"), highlight=False)


def _print_waived(console: Console, waived: Sequence[Judged]) -> None:
    if not waived:
        return
    lines = [f"🔕 {counted(len(waived), 'finding')} waived:", *map(_waived, waived[:MOST_IN_FULL])]
    if len(waived) > MOST_IN_FULL:
        lines.append(f"  … and {len(waived) - MOST_IN_FULL:,} more")
    console.print(Text("\n".join(["", *lines]), overflow="fold"), highlight=False)


def _waived(one: Judged) -> str:
    """Who answers for it and until when comes first: that is what a reader may want to question."""
    rule = f"  {plain(one.finding.rule)} {about(one)}"
    said = shortened(one.finding.message, LONGEST)
    waiver = one.waiver
    if waiver is None:
        return f"{rule}: {said}"
    owner, until = shortened(waiver.owner, LONGEST_NAME), shortened(waiver.until, LONGEST_NAME)
    ticket = f" ({shortened(waiver.ticket, LONGEST_NAME)})" if plain(waiver.ticket) else ""
    return f"{rule}: by {owner} until {until}\n    {said}\n    Because: {shortened(waiver.reason, LONGEST)}{ticket}"
