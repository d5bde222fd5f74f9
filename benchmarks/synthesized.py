"""Synthesizes one stack and prints what that took: `python -m benchmarks.synthesized [--calls] KIND COUNT`.

Prints the seconds; with `--calls` how often Python called Node, which is the same on every machine. In a process of its
own, since the CDK starts Node and keeps what it has built. Loading the CDK and the classes is not counted.
"""

import json
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from types import FrameType
from typing import Any, Final

from glbr_constructs import Every, Fleet
from glbr_constructs import ProtectionPolicy as Policy
from glbr_constructs.cdk import cdk
from glbr_constructs.l1.protection_policy import ProtectionPolicy
from glbr_constructs.l1.provider import GlbrProvider

_TIERS: Final[list[dict[str, object]]] = [
    {
        "type": "SNAPSHOT",
        "schedules": [
            {
                "schedule_id": 1,
                "expire_after": "2 days",
                "schedule": {"recurrence": "HOURLY", "repeat_interval": {"every": 4}},
            }
        ],
    }
]
_GIVEN: Final[Mapping[str, Any]] = {
    "application_type": "VMWARE",
    "description": "made by a benchmark",
    "timeouts": {"create": "30m"},
}
"""With name and protections five arguments, one of them a map."""

Build = Callable[["cdk.TerraformStack", int], None]


def _policies(stack: "cdk.TerraformStack", count: int) -> None:
    for number in range(count):
        name = f"policy-{number}"
        ProtectionPolicy(stack, name, name=name, protections=_TIERS, **_GIVEN)


def _flat(stack: "cdk.TerraformStack", count: int) -> None:
    tiers = [{"type": "SNAPSHOT", "schedules": []}]
    for number in range(count):
        name = f"policy-{number}"
        ProtectionPolicy(stack, name, name=name, protections=tiers, **_GIVEN)


def _chained(stack: "cdk.TerraformStack", count: int) -> None:
    tiers = [{"type": "SNAPSHOT", "schedules": []}]
    given = {**_GIVEN}
    for number in range(count):
        name = f"policy-{number}"
        given["description"] = ProtectionPolicy(stack, name, name=name, protections=tiers, **given).id


def _l2_policies(stack: "cdk.TerraformStack", count: int) -> None:
    for number in range(count):
        name = f"policy-{number}"
        Policy(stack, name, name=name).add_snapshot(Every.hours(4).keep(days=2))


def _for_each(stack: "cdk.TerraformStack", count: int) -> None:
    names = cdk.TerraformIterator.from_list([f"policy-{number}" for number in range(count)])
    ProtectionPolicy(stack, "all", for_each=names, name=names.value, protections=_TIERS, **_GIVEN)


def _fleet(stack: "cdk.TerraformStack", count: int) -> None:
    policy = Policy(stack, "gold", name="gold")
    policy.add_snapshot(Every.hours(4).keep(days=2))
    machines = {f"vm-{number}": f"{number:08x}-0000-4000-8000-000000000000" for number in range(count)}
    Fleet(stack, "fleet", policy=policy, assets=machines)


def _jsii(stack: "cdk.TerraformStack", count: int) -> None:
    _random(stack, count, chained=False)


def _jsii_chained(stack: "cdk.TerraformStack", count: int) -> None:
    _random(stack, count, chained=True)


def _random(stack: "cdk.TerraformStack", count: int, *, chained: bool) -> None:
    from cdktf_cdktf_provider_random.provider import RandomProvider
    from cdktf_cdktf_provider_random.string_resource import StringResource

    RandomProvider(stack, "random")
    special = "!"
    for number in range(count):
        made = StringResource(
            stack, f"text-{number}", length=8, special=True, min_lower=1, override_special=special, keepers={"a": "b"}
        )
        if chained:
            special = made.id


KINDS: Final[dict[str, Build]] = {
    "policies": _policies,
    "flat": _flat,
    "chained": _chained,
    "l2_policies": _l2_policies,
    "for_each": _for_each,
    "fleet": _fleet,
    "jsii": _jsii,
    "jsii_chained": _jsii_chained,
}


def _synthesize(kind: str, count: int) -> None:
    with tempfile.TemporaryDirectory(prefix="glbr-benchmark-") as folder:
        # Without validations: the CDK's own resource asks `terraform version` once for each, which is not synthesis.
        app = cdk.App(outdir=folder, skip_validation=True)
        stack = cdk.TerraformStack(app, "measured")
        if not kind.startswith("jsii"):
            GlbrProvider(stack, "glbr")
        KINDS[kind](stack, count)
        app.synth()


def _calls(kind: str, count: int) -> int:
    """How often Python calls Node. Watching slows Python down, so that seconds are measured apart."""
    calls = 0

    def watch(frame: FrameType, event: str, _: object) -> None:
        nonlocal calls
        code = frame.f_code
        # Where jsii waits for the answer to a message.
        if event == "call" and code.co_name == "_next_message" and code.co_filename.endswith("process.py"):
            calls += 1

    sys.setprofile(watch)
    try:
        _synthesize(kind, count)
    finally:
        sys.setprofile(None)
    return calls


def _seconds(kind: str, count: int) -> float:
    begun = time.perf_counter()
    _synthesize(kind, count)
    return time.perf_counter() - begun


def main() -> None:
    """Synthesize what the command line asks for."""
    *options, kind, count = sys.argv[1:]
    # The classes are loaded by a first, single one.
    _synthesize(kind, 1)
    measure = _calls if "--calls" in options else _seconds
    sys.stdout.write(json.dumps(measure(kind, int(count))))


if __name__ == "__main__":
    main()
