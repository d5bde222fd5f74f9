"""What it costs to build policies with constructs and to write them as Terraform JSON."""

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from benchmarks.children import plain_environment
from benchmarks.figures import Budget, Line, NotMeasured, Row, Sample, Skipped, alternating
from benchmarks.sizes import Size

_FASTER: Final = Budget("ratio", 1, "faster than jsii-generated bindings")
_TWICE: Final = Budget("ratio", 1 / 2, "twice as fast as jsii-generated bindings where there are many")
_MANY: Final = 5000
_ALIKE: Final = Budget("ratio", 1 / 10, "10 times faster by for_each")
_FLEET: Final = Budget("median", 1, "a fleet in a second")
_CALLS: Final = Budget("median", 1.1, "about one call to Node for each resource")
_ROOT: Final = Path(__file__).parents[1]
_BASELINE: Final = "cdktf_cdktf_provider_random"
_NEEDED: Final = ("glbr_constructs.l1.protection_policy", "cdktf")
_PLAIN: Final = {"GLBR_SYNTHESIS": "plain"}


def syntheses(size: Size) -> Iterator[Line]:
    """Our L1 constructs beside the ones that jsii generates, one by one and by `for_each`, and how often Node is called."""
    missing = [module for module in _NEEDED if not find_spec(module)]
    if missing:
        yield Skipped("synth of policies", f"not installed: {', '.join(missing)}")
        return
    if find_spec(_BASELINE):
        for count in size.constructs:
            yield from _beside_jsii(count, size)
    else:
        yield Skipped("synth beside jsii-generated bindings", f"not installed: {_BASELINE}")
    yield from _alike(size)
    yield from _calls(size)


def _beside_jsii(count: int, size: Size) -> Iterator[Line]:
    """Five arguments each, one of them a map: without references, and each with one to the one before."""
    budget = _TWICE if count >= _MANY else _FASTER
    for what, ours, theirs in (("", "flat", "jsii"), (" in a chain", "chained", "jsii_chained")):
        jsii = f"synth of {count:,} resources{what}: jsii"
        fast = f"synth of {count:,} policies{what}: L1"
        plain = f"synth of {count:,} policies{what}: L1, one by one"
        times = alternating(
            size.slow_commands,
            "s",
            {
                jsii: lambda kind=theirs: _synthesized(kind, count),
                fast: lambda kind=ours: _synthesized(kind, count),
                plain: lambda kind=ours: _synthesized(kind, count, _PLAIN),
            },
        )
        yield Row(times[jsii])
        yield Row(times[fast], times[jsii], budget if not what else _FASTER, judged=size.judged)
        yield Row(times[plain], times[jsii])


def _alike(size: Size) -> Iterator[Line]:
    single, alike = f"synth of {size.alike:,} alike: L1 one by one", f"synth of {size.alike:,} alike: L1 by for_each"
    above, fleet = f"synth of {size.alike:,} policies: L2", f"synth of a fleet of {max(size.constructs):,}"
    times = alternating(
        size.slow_commands,
        "s",
        {
            single: lambda: _synthesized("policies", size.alike),
            alike: lambda: _synthesized("for_each", size.alike),
            above: lambda: _synthesized("l2_policies", size.alike),
            fleet: lambda: _synthesized("fleet", max(size.constructs)),
        },
    )
    yield Row(times[single])
    yield Row(times[alike], times[single], _ALIKE, judged=size.judged)
    yield Row(times[above], times[single])
    yield Row(times[fleet], budget=_FLEET, judged=size.judged)


def _calls(size: Size) -> Iterator[Line]:
    for what, kind, budget in (("L1", "policies", _CALLS), ("L2", "l2_policies", None)):
        calls = _synthesized(kind, size.alike, calls=True) / size.alike
        sample = Sample(f"calls to Node for each of {size.alike:,} policies: {what}", "calls", (calls,))
        yield Row(sample, budget=budget, judged=size.judged)


def _synthesized(kind: str, count: int, settings: Mapping[str, str] | None = None, *, calls: bool = False) -> float:
    options = ["--calls"] if calls else []
    command = [sys.executable, "-m", "benchmarks.synthesized", *options, kind, str(count)]
    environment = plain_environment() | dict(settings or {})
    ran = subprocess.run(command, cwd=_ROOT, env=environment, capture_output=True, text=True, check=False)
    if ran.returncode != 0:
        raise NotMeasured(f"Synthesizing {count} ({kind}) failed", f"It said:\n{ran.stderr[-2000:]}")
    return float(json.loads(ran.stdout))
