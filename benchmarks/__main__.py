"""Measures what the design sets budgets for, beside baselines of the same run: `python -m benchmarks` from the root."""

import json
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import click
from benchmarks import report
from benchmarks.figures import Line, Row
from benchmarks.planning import plans
from benchmarks.reviewing import reviews
from benchmarks.simulating import simulated_time
from benchmarks.sizes import FULL, QUICK, Size
from benchmarks.starting import starts
from benchmarks.synthesizing import syntheses
from benchmarks.terraform_folders import Home
from rich.console import Console

from glbr.api.errors import GlbrError
from glbr.cli.engine import find_engine
from glbr.cli.launcher import this_python

GROUPS: tuple[str, ...] = ("starts", "plans", "simulator", "synth", "reviews")


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--quick", is_flag=True, help="Few runs of little: tries the benchmarks out; no budget is judged.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, with every single run, in place of the table.")
@click.option("--only", type=click.Choice(GROUPS), multiple=True, help="Measure only this group; may be repeated.")
def main(*, quick: bool, as_json: bool, only: tuple[str, ...]) -> None:
    """Measure what the design sets budgets for, each beside a baseline of the same run.

    All of it takes some minutes and wants the machine for itself.
    """
    size = QUICK if quick else FULL
    progress = Console(stderr=True)
    try:
        engine = find_engine()
        on = report.machine(str(engine.version()))
        with tempfile.TemporaryDirectory(prefix="glbr-benchmark-") as folder:
            lines = list(_measured(Home.made(Path(folder), engine), size, only or GROUPS, progress))
    except GlbrError as problem:
        raise click.ClickException(str(problem)) from None
    if as_json:
        json.dump({"machine": on, "quick": quick, "rows": report.as_json(lines)}, sys.stdout, indent=1)
        return
    out = Console()
    out.print(", ".join(f"{name} {value}" for name, value in on.items()), style="dim")
    out.print(report.table(lines))
    for remark in [*report.remarks(lines), f"[dim]{report.EXPLANATION}[/dim]"]:
        out.print(remark)


def _measured(home: Home, size: Size, wanted: tuple[str, ...], progress: Console) -> Iterator[Line]:
    groups: Mapping[str, Callable[[], Iterator[Line]]] = {
        "starts": lambda: starts(this_python(), home.launcher, size),
        "plans": lambda: plans(home, size),
        "simulator": lambda: simulated_time(size),
        "synth": lambda: syntheses(size),
        "reviews": lambda: reviews(size),
    }
    for name in wanted:
        with progress.status(f"measuring: {name}") as status:
            for line in groups[name]():
                status.update(f"measuring: {name}, after {line.sample.name if isinstance(line, Row) else line.name}")
                yield line


if __name__ == "__main__":
    main()
