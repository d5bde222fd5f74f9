"""The benchmarks are code, too: they run, measure what they say, and judge no budget when they measure little."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("TF_")}
    return subprocess.run(
        [sys.executable, "-m", "benchmarks", *arguments],
        cwd=ROOT,
        env=environment | {"COLUMNS": "120"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def quick() -> dict[str, dict[str, object]]:
    """What a quick run of everything tells, by what was measured."""
    ran = run("--quick", "--json")
    assert ran.returncode == 0, ran.stderr
    told = json.loads(ran.stdout)
    return {row["what"]: row for row in told["rows"]}


def test_everything_that_has_a_budget_is_measured(quick):
    budgeted = [what for what, row in quick.items() if row.get("budget")]

    measured = {
        subject: any(subject in what for what in budgeted)
        for subject in ("handshake", "resident memory", "new: policies", "existing: policies", "coalesced", "hourly")
    }
    assert all(measured.values()), measured


def test_every_figure_stands_beside_a_baseline_of_the_same_run(quick):
    ratios = {what: row["baseline"] for what, row in quick.items() if row.get("baseline")}

    assert ratios["provider: spawn → handshake"] == "bare python: spawn → first line"
    assert ratios["plan of 1 new: policies"] == "plan of 1 new: terraform_data"
    assert set(ratios.values()) <= quick.keys()


def test_figures_come_from_as_many_runs_as_they_say_and_are_above_zero(quick):
    figures = {what: row["runs"] for what, row in quick.items() if "runs" in row and "reading" not in what}

    assert all(runs and min(runs) > 0 for runs in figures.values()), figures
    assert len(figures["provider: spawn → handshake"]) == 2


def test_a_quick_run_judges_no_budget(quick):
    verdicts = {row["holds"] for row in quick.values() if "holds" in row}

    assert verdicts == {None}


def test_the_table_names_the_row_of_each_baseline():
    ran = run("--quick", "--only", "starts")

    line = next(line for line in ran.stdout.splitlines() if "spawn → handshake" in line)
    assert ran.returncode == 0, ran.stderr
    assert "row 1" in line
    assert "No budget was judged" in ran.stdout
