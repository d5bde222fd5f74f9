"""What it costs to build policies with constructs and to write them as Terraform JSON."""

import json
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from benchmarks.children import plain_environment
from benchmarks.figures import Budget, Line, NotMeasured, Row, Skipped, alternating
from benchmarks.sizes import Size

_JSII: Final = Budget("ratio", 1, "faster than jsii-generated bindings")
_ALIKE: Final = Budget("ratio", 1 / 10, "10 times faster by for_each")
_ROOT: Final = Path(__file__).parents[1]
_NEEDED: Final = ("glbr_constructs.l1.protection_policy", "cdktf")


def syntheses(size: Size) -> Iterator[Line]:
    """Our L1 constructs beside the ones that jsii generates, one by one and by `for_each`."""
    missing = [module for module in _NEEDED if not find_spec(module)]
    if missing:
        yield Skipped("synth of policies", f"not installed: {', '.join(missing)}")
        return
    ours = f"synth of {size.constructs:,} policies: L1"
    jsii = f"synth of {size.constructs:,} by jsii (DataResource)"
    yield from _pair((ours, "policies"), (jsii, "jsii"), size.constructs, size, _JSII)
    alike = f"synth of {size.alike:,} alike: L1 by for_each"
    single = f"synth of {size.alike:,} alike: L1 one by one"
    yield from _pair((alike, "for_each"), (single, "policies"), size.alike, size, _ALIKE)


def _pair(
    subject: tuple[str, str], baseline: tuple[str, str], count: int, size: Size, budget: Budget
) -> Iterator[Line]:
    """Measure two ways to synthesize that many; each is what the report calls it, and its kind."""
    (name, kind), (beside, beside_kind) = subject, baseline
    measured = {beside: lambda: _synthesized(beside_kind, count), name: lambda: _synthesized(kind, count)}
    times = alternating(size.slow_commands, "s", measured)
    yield Row(times[beside])
    yield Row(times[name], times[beside], budget, judged=size.judged)


def _synthesized(kind: str, count: int) -> float:
    command = [sys.executable, "-m", "benchmarks.synthesized", kind, str(count)]
    ran = subprocess.run(command, cwd=_ROOT, env=plain_environment(), capture_output=True, text=True, check=False)
    if ran.returncode != 0:
        raise NotMeasured(f"Synthesizing {count} ({kind}) failed", f"It said:\n{ran.stderr[-2000:]}")
    return float(json.loads(ran.stdout))
