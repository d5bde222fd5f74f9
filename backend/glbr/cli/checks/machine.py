"""What the machine must have: Python, Terraform or OpenTofu, and Node for the constructs."""

import platform
from collections.abc import Mapping

from glbr.api.errors import GlbrError
from glbr.cli.checks.finding import Finding, Status
from glbr.cli.engine import OLDEST, EngineVersion, find_engine
from glbr.cli.launcher import check_python, os_and_architecture, this_python
from glbr.cli.node import find_node

# First release lines with something that works with the provider as it is, and that its users ask for.
_FEATURES = {
    "Terraform": {(1, 1): "moved blocks", (1, 5): "import blocks", (1, 7): "removed blocks"},
    "OpenTofu": {(1, 7): "removed blocks"},
}


def check_this_python() -> Finding:
    """See that the provider would start with the Python that runs us."""
    found = f"Python {platform.python_version()}, {this_python()}"
    try:
        os_and_architecture()
        check_python(this_python())
    except GlbrError as problem:
        return Finding.of("Python", problem)
    return Finding("Python", Status.OK, found)


def check_engine(environment: Mapping[str, str]) -> Finding:
    """Find Terraform or OpenTofu and see whether it is new enough."""
    try:
        engine = find_engine(environment)
        version = engine.version()
    except GlbrError as problem:
        return Finding.of("Terraform", problem)
    found = f"{version}, {engine.origin}"
    if version.line < OLDEST:
        return Finding("Terraform", Status.FAIL, found, "The provider needs plugin protocol 6: use 1.0 or later.")
    missing = _missing(version)
    if missing:
        return Finding("Terraform", Status.WARN, found, f"Everything else works; newer releases add {missing}.")
    return Finding("Terraform", Status.OK, found)


def check_node(environment: Mapping[str, str]) -> Finding:
    """Find Node for the constructs; without it HCL still works."""
    try:
        node = find_node(environment)
    except GlbrError as problem:
        return Finding("Node", Status.WARN, problem.summary, f"{problem.detail} Plain HCL works without it.")
    return Finding("Node", Status.OK, f"Node {node.version}, {node.origin}")


def _missing(version: EngineVersion) -> str:
    features = _FEATURES[version.product]
    return ", ".join(
        f"{feature} ({line[0]}.{line[1]})" for line, feature in sorted(features.items()) if line > version.line
    )
