"""The figures as a table for people and as JSON for machines."""

import os
import platform
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from typing import Final

from benchmarks.figures import Budget, Line, Row, Skipped, Unit
from rich import box
from rich.table import Table

EXPLANATION: Final = (
    "Median and least of the runs. Ratio: median over the median of the row named under `of`, measured in turn with it. "
    "All runs with bytecode on disk, as it does for a person: PYTHONDONTWRITEBYTECODE and its like are unset."
)
_DIGITS: Final[dict[Unit, int]] = {"ms": 0, "s": 2, "MB": 1, "calls": 3}
_VERDICTS: Final = {True: "[green]yes[/green]", False: "[bold red]NO[/bold red]", None: ""}


def machine(engine: str) -> dict[str, object]:
    """What the figures were taken on; a machine that was busy before shows it in the load."""
    return {
        "system": f"{platform.system()} {platform.machine()}",
        "processors": os.cpu_count(),
        "load": round(os.getloadavg()[0], 2),
        "python": platform.python_version(),
        "engine": engine,
        "glbr": version("glbr"),
    }


def table(lines: Sequence[Line]) -> Table:
    """Lay the figures out for a terminal; rows are numbered, and a ratio names the row it refers to."""
    drawn = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0))
    drawn.add_column("row", justify="right")
    drawn.add_column("what", overflow="fold")
    for heading in ("median", "least", "ratio", "of"):
        drawn.add_column(heading, justify="right", no_wrap=True)
    drawn.add_column("budget", no_wrap=True)
    drawn.add_column("holds", no_wrap=True)
    numbers = {_name(line): str(number) for number, line in enumerate(lines, start=1)}
    for line in lines:
        drawn.add_row(numbers[_name(line)], *(_cells(line, numbers) if isinstance(line, Row) else (line.name,)))
    return drawn


def remarks(lines: Sequence[Line]) -> Iterator[str]:
    """What has to be said beside the table: notes, what was skipped, which budgets do not hold."""
    for number, line in enumerate(lines, start=1):
        if isinstance(line, Skipped):
            yield f"Row {number} was skipped: {line.reason}"
            continue
        if line.note:
            yield f"Row {number}: {line.note}"
        if line.holds is False and line.budget:
            yield f"[bold red]Row {number} is over its budget[/bold red] ({line.budget.origin})"
    if any(isinstance(line, Row) and line.budget and not line.judged for line in lines):
        yield "No budget was judged: they are for the full size."


def as_json(lines: Sequence[Line]) -> list[dict[str, object]]:
    """Every figure, with the single runs."""
    return [_row_json(line) if isinstance(line, Row) else _skipped_json(line) for line in lines]


def _name(line: Line) -> str:
    return line.sample.name if isinstance(line, Row) else line.name


def _cells(row: Row, numbers: dict[str, str]) -> tuple[str, ...]:
    sample = row.sample
    return (
        sample.name,
        _figure(sample.median, sample.unit),
        _figure(sample.minimum, sample.unit),
        f"{row.ratio:.2f}" if row.ratio is not None else "",
        f"row {numbers[row.baseline.name]}" if row.baseline else "",
        _limit(row.budget, sample.unit),
        _VERDICTS[row.holds],
    )


def _figure(value: float, unit: Unit) -> str:
    return f"{value:.{_DIGITS[unit]}f} {unit}"


def _limit(budget: Budget | None, unit: Unit) -> str:
    if budget is None:
        return ""
    return f"ratio ≤ {budget.most:.2f}" if budget.of == "ratio" else f"≤ {budget.most:g} {unit}"


def _row_json(row: Row) -> dict[str, object]:
    sample, budget = row.sample, row.budget
    return {
        "what": sample.name,
        "unit": sample.unit,
        "median": sample.median,
        "least": sample.minimum,
        "runs": list(sample.values),
        "baseline": row.baseline.name if row.baseline else None,
        "ratio": row.ratio,
        "budget": {"of": budget.of, "most": budget.most, "origin": budget.origin} if budget else None,
        "holds": row.holds,
        "note": row.note,
    }


def _skipped_json(skipped: Skipped) -> dict[str, object]:
    return {"what": skipped.name, "skipped": skipped.reason}
