"""`glbr demo`, whole: the longest tests here (the first takes about 20 seconds), and the first thing that people run."""

import json
import os
import shutil
import signal
import sys
import time
from pathlib import Path

import httpx
import pytest

import glbr

ROOT = Path(glbr.__path__[0]).parents[1]


@pytest.fixture
def checkout(person):
    """A checkout of one's own, so that nothing is written into this one; a start there finds its example by the folder."""
    shutil.copytree(ROOT / "examples" / "three-copies", person.folder / "examples" / "three-copies")
    return person.folder


def test_the_demonstration_shows_recovery_points_and_two_reviews_and_keeps_its_simulator_until_it_is_stopped(
    person, checkout
):
    kept = person.glbr("demo", "--keep")
    note = json.loads((checkout / ".glbr" / "simulator.json").read_text())
    health = httpx.get(f"{note['url']}/_simulator/health", trust_env=False).json()

    stopped = person.glbr("demo", "--stop")

    assert kept.returncode == 0, kept.stdout + kept.stderr
    assert "No changes." in kept.stdout
    rows = {line.split()[1]: line.split() for line in kept.stdout.splitlines() if line.startswith(" gold")}
    assert rows.keys() == {"SNAPSHOT", "BACKUP", "CLOUD_BACKUP"}
    dangerous, stronger = kept.stdout.split("A pull request: ")[1:]
    for word in ("blocked", "24 assets have no protection", "DP-COV-001", "DP-LOSS-001", "DP-COPY-002", "DP-LOCK-002"):
        assert word in dangerous
    green = [line for line in stronger.splitlines() if line.startswith("✓ ")]
    assert len(green) == 1
    assert "gets stronger for 24 assets" in green[0]
    for name in ("dangerous", "stronger"):
        assert "<svg" in (checkout / ".glbr" / "reviews" / f"{name}.html").read_text()
    assert health["ready"] is True
    assert "demo --stop" in kept.stdout
    assert stopped.stdout == "Stopped the simulator.\n"
    assert not (checkout / ".glbr" / "demo").exists()


def test_a_step_that_fails_shows_its_output_and_leaves_nothing_behind(person, checkout):
    broken = person.folder / "broken-terraform"
    broken.write_text(
        '#!/bin/sh\n[ "$1" = version ] && echo "Terraform v1.11.4" && exit 0\necho "the plan is off"; exit 1\n'
    )
    broken.chmod(0o755)
    person.environment["GLBR_TERRAFORM"] = str(broken)

    failed = person.glbr("demo")

    assert failed.returncode == 1
    assert "the plan is off" in failed.stdout
    assert failed.stderr.startswith("Error: broken-terraform init: failed")
    assert not (checkout / ".glbr" / "demo").exists()


def test_an_interrupt_ends_quietly_and_leaves_nothing_behind(person, checkout):
    with person.start(sys.executable, "-m", "glbr.cli", "demo", start_new_session=True) as process:
        for line in process.stdout:
            if "Synthesizing" in line:
                break
        os.killpg(process.pid, signal.SIGINT)
        _, problems = process.communicate()

    assert (process.returncode, problems.strip()) == (130, "")
    assert not (checkout / ".glbr" / "demo").exists()


def test_a_signal_to_end_during_a_step_ends_the_simulator_and_the_program_of_that_step(person, checkout):
    waiting = person.folder / "waiting-terraform"
    waiting.write_text(
        '#!/bin/sh\n[ "$1" = version ] && echo "Terraform v1.11.4" && exit 0\n'
        'echo $$ > "$HOME/waiting"; exec sleep 600\n'
    )
    waiting.chmod(0o755)
    person.environment["GLBR_TERRAFORM"] = str(waiting)
    told = Path(person.environment["HOME"]) / "waiting"

    with person.start(sys.executable, "-m", "glbr.cli", "demo", start_new_session=True) as process:
        while not (told.is_file() and told.read_text().strip()):
            assert process.poll() is None, process.communicate()
            time.sleep(0.02)
        simulator = json.loads((checkout / ".glbr" / "simulator.json").read_text())["pid"]
        os.kill(process.pid, signal.SIGTERM)
        _, problems = process.communicate(timeout=20)

    assert (process.returncode, problems.strip()) == (130, "")
    for number in (simulator, int(told.read_text())):
        with pytest.raises(ProcessLookupError):
            os.kill(number, 0)
    assert not (checkout / ".glbr" / "demo").exists()
    assert not (checkout / ".glbr" / "simulator.json").exists()


def test_a_file_where_pages_belong_is_told_at_the_start(person, checkout):
    (checkout / ".glbr").mkdir()
    (checkout / ".glbr" / "reviews").touch()

    failed = person.glbr("demo")

    assert failed.returncode == 1
    assert failed.stderr.startswith(f"Error: {checkout / '.glbr' / 'reviews'} is a file")
    assert "Installing" not in failed.stdout
    assert not (checkout / ".glbr" / "demo").exists()
