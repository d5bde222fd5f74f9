"""Synthesizes one stack and prints the seconds that took: `python -m benchmarks.synthesized KIND COUNT`.

In a process of its own, since the CDK starts Node and keeps what it has built. Loading the CDK is not counted.
"""

import json
import sys
import tempfile
import time
from collections.abc import Callable
from typing import Final

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


def _policies(stack: "cdk.TerraformStack", count: int) -> None:
    GlbrProvider(stack, "glbr")
    for number in range(count):
        name = f"policy-{number}"
        ProtectionPolicy(stack, name, name=name, application_type="VMWARE", protections=_TIERS)


def _for_each(stack: "cdk.TerraformStack", count: int) -> None:
    GlbrProvider(stack, "glbr")
    names = cdk.TerraformIterator.from_list([f"policy-{number}" for number in range(count)])
    ProtectionPolicy(stack, "all", for_each=names, name=names.value, application_type="VMWARE", protections=_TIERS)


def _jsii(stack: "cdk.TerraformStack", count: int) -> None:
    for number in range(count):
        value = {"name": f"policy-{number}", "application_type": "VMWARE", "protections": _TIERS}
        cdk.DataResource(stack, f"policy-{number}", input=value)


KINDS: Final[dict[str, Callable[["cdk.TerraformStack", int], None]]] = {
    "policies": _policies,
    "for_each": _for_each,
    "jsii": _jsii,
}


def main() -> None:
    """Synthesize what the command line asks for."""
    kind, count = sys.argv[1], int(sys.argv[2])
    with tempfile.TemporaryDirectory(prefix="glbr-benchmark-") as folder:
        begun = time.perf_counter()
        # Without validations: the CDK's own resource asks `terraform version` once for each, which is not synthesis.
        app = cdk.App(outdir=folder, skip_validation=True)
        KINDS[kind](cdk.TerraformStack(app, "measured"), count)
        app.synth()
        sys.stdout.write(json.dumps(time.perf_counter() - begun))


if __name__ == "__main__":
    main()
