"""How often constructs call Node, which decides how long a synthesis takes; counted, so that every machine agrees."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

COUNT = 500


def calls(root: Path, kind: str) -> int:
    """Calls for that many constructs, counted in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.synthesized", "--calls", kind, str(COUNT)]
    ran = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    counted: int = json.loads(ran.stdout)
    return counted


@pytest.mark.parametrize(("kind", "allowed"), [("policies", 1.1), ("l2_policies", 2.1)], ids=["L1", "L2"])
def test_a_resource_costs_about_one_call_and_a_construct_around_it_one_more(
    root: Path, kind: str, allowed: float
) -> None:
    assert 1 <= calls(root, kind) / COUNT <= allowed
