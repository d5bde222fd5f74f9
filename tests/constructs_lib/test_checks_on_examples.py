"""The checks in the examples: what they let pass, and how a violation, accepted or not, ends a program."""

import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final, NamedTuple

import pytest

CHECKS: Final = "ProtectionChecks."
SYNTH: Final = "app.synth()\n"
TODAY: Final = datetime.now(UTC).date()


class Violation(NamedTuple):
    """An edit of an example, where it shows, and what was found there."""

    example: str
    was: str
    is_now: str
    construct: str
    rule: str
    value: str


FORCE = Violation(
    "three-two-one-one-zero",
    'name="Local_erp", on=appliance',
    'name="Local_erp", on=appliance, force=True',
    "local",
    "DP-LOSS-003 Guard against destruction disarmed (critical)",
    "on",
)
SHORT = Violation(
    "protected-site",
    'location="azure:westeurope"',
    'location="azure:westeurope", classes={"bronze": replace(BRONZE, cloud_backups=FORTNIGHT)}',
    "clinic/bronze",
    "DP-RET-002 Retention below the minimum (high)",
    "kept 2 weeks",
)
USED: Final = """
from dataclasses import replace
from glbr_constructs import BRONZE, Daily, acknowledge
FORTNIGHT = Daily.at("03:00").keep(weeks=2).lock(weeks=1)
"""


def program(root: Path, example: str) -> str:
    """The program of an example."""
    return (root / "examples" / example / "main.py").read_text(encoding="utf-8")


def edited(root: Path, violation: Violation, *more: str) -> str:
    """The example's program with the violation in it, and more lines once all stacks are made."""
    before, was, after = program(root, violation.example).partition(violation.was)
    start, checks, end = f"{before}{violation.is_now}{after}".rpartition(CHECKS)
    assert was, "the example says it otherwise by now"
    assert checks, "the example checks itself"
    return "".join((USED, start, *more, checks, end))


def synthesize(text: str, folder: Path) -> None:
    """Run a program in this process, which has its Node already."""
    assert text.count("App()") == 1
    exec(compile(text.replace("App()", f"App(outdir={str(folder)!r})"), "main.py", "exec"), {"__name__": "__main__"})


@pytest.mark.parametrize("example", ["protected-site", "three-two-one-one-zero", "fleet"])
def test_examples_check_themselves_and_pass(
    root: Path, example: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    synthesize(program(root, example), tmp_path)

    said = capsys.readouterr().err
    assert "protection checks (pack baseline): advice: DP-PLAN-005 Unguarded store or policy, at " in said
    assert (tmp_path / "manifest.json").is_file()


@pytest.mark.parametrize(("example", "pack"), [("three-copies", "baseline"), ("three-two-one-one-zero", "ransomware")])
def test_examples_pass_the_pack_that_they_are_made_for(
    root: Path, example: str, pack: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    added = f"from glbr_constructs import ProtectionChecks\nProtectionChecks.{pack}().add_to(app)\n{SYNTH}"

    synthesize(program(root, example).replace(SYNTH, added), tmp_path)

    assert f"protection checks (pack {pack}): " in capsys.readouterr().err


@pytest.mark.parametrize("violation", [FORCE, SHORT], ids=lambda violation: violation.example)
@pytest.mark.parametrize("days_left", [None, -1, 30])
def test_a_violation_in_an_example_stops_it_until_it_is_acknowledged_and_again_when_that_is_over(
    root: Path, violation: Violation, days_left: int | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = f"{violation.example}/{violation.construct}"
    found = "app" + "".join(f".node.find_child('{name}')" for name in path.split("/"))
    until = str(TODAY + timedelta(days=days_left or 0))
    rule = violation.rule.split(" ")[0]
    accepted = (
        f"acknowledge({found}, '{rule}', 'The vault comes in May.', '{until}', 'ana', value='{violation.value}')\n"
    )
    text = edited(root, violation, *([accepted] if days_left is not None else []))

    if days_left == 30:
        synthesize(text, tmp_path)
        assert f"acknowledged by ana until {until}: {rule} " in capsys.readouterr().err
        return
    with pytest.raises(RuntimeError) as stopped:
        synthesize(text, tmp_path)

    said = str(stopped.value)
    assert "(pack baseline): 1 finding must be mended or acknowledged." in said
    assert f"{violation.rule}\n    at {path} (glbr_protection_" in said
    assert (f"it has expired on {until}" in said) is (days_left is not None)


def test_a_program_that_is_stopped_ends_with_an_error_and_says_why_last(root: Path, tmp_path: Path) -> None:
    file = tmp_path / "main.py"
    file.write_text(edited(root, FORCE), encoding="utf-8")

    done = subprocess.run([sys.executable, str(file)], cwd=tmp_path, capture_output=True, text=True, check=False)

    assert done.returncode != 0
    last = done.stderr.rpartition("RuntimeError: ")[2]
    assert f"{FORCE.rule}\n    at three-two-one-one-zero/local" in last
    assert not (tmp_path / "cdktf.out" / "manifest.json").exists(), "no command takes up what was stopped"


def test_a_program_without_checks_loads_nothing_of_the_review(tmp_path: Path) -> None:
    probe = (
        "import sys; from glbr_constructs import ProtectionPolicy, acknowledge;"
        "print(*(name for name in sys.modules if name == 'pydantic' or name.startswith('glbr.review')))"
    )

    done = subprocess.run([sys.executable, "-c", probe], cwd=tmp_path, capture_output=True, text=True, check=True)

    assert done.stdout.strip() == ""
