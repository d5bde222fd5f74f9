"""How long a review takes from the command line on, and what it holds: beside reading the same plan as JSON."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from benchmarks.children import PeakOfChildren, plain_environment
from benchmarks.figures import Budget, Line, NotMeasured, Row, Sample, alternating, seconds
from benchmarks.reviewed_plans import write_plan
from benchmarks.sizes import Size

_SMALL: Final = 100
_SMALL_BUDGET: Final = Budget("median", 0.5, "100 resources in 0.5 s, with the start")
_LARGE_BUDGET: Final = Budget("median", 3, "10,000 resources in 3 s")
_MEMORY: Final = Budget("median", 500, "500 MB for 10,000 resources")
_NEEDS_APPROVAL: Final = 3
_READ: Final = "import json, sys; json.load(open(sys.argv[1]))"


def reviews(size: Size) -> Iterator[Line]:
    """A small plan and a large one, each beside a bare Python that only reads its JSON."""
    with tempfile.TemporaryDirectory(prefix="glbr-benchmark-") as folder:
        yield from _of(Path(folder, "small.json"), _SMALL, size, _SMALL_BUDGET)
        yield from _of(Path(folder, "large.json"), size.reviewed, size, _LARGE_BUDGET, _MEMORY)


def _of(plan: Path, resources: int, size: Size, budget: Budget, memory: Budget | None = None) -> Iterator[Line]:
    count = write_plan(plan, resources)
    name, beside = f"review of {count:,} resources", f"bare python: reads the plan of {count:,} resources"
    review = [sys.executable, "-P", "-m", "glbr.cli", "review", str(plan), "-o", f"json={plan}.out"]
    read = [sys.executable, "-P", "-c", _READ, str(plan)]
    held: list[float] = []

    def reviewed() -> float:
        with PeakOfChildren(os.getpid()) as peak:
            taken = _ran(review, _NEEDS_APPROVAL)
        held.append(peak.megabytes)
        if not json.loads(Path(f"{plan}.out").read_text())["findings"]:
            raise NotMeasured("A review found nothing", "Its plan has shorter locks. Mend it before it is measured.")
        return taken

    measured = {beside: lambda: _ran(read, 0), name: reviewed}
    alternating(1, "s", measured)  # writes bytecode, fills the file cache
    held.clear()
    times = alternating(size.slow_commands, "s", measured)
    yield Row(times[beside])
    yield Row(times[name], times[beside], budget, judged=size.judged)
    yield Row(Sample(f"{name}: most memory", "MB", tuple(held)), None, memory, judged=size.judged)


def _ran(command: list[str], expected: int) -> float:
    codes: list[int] = []

    def run() -> None:
        ran = subprocess.run(command, env=plain_environment(), capture_output=True, check=False)
        codes.append(ran.returncode)

    taken = seconds(run)
    if codes != [expected]:
        raise NotMeasured(f"{' '.join(command[2:5])} ended with {codes[0]}", f"{expected} was expected.")
    return taken
