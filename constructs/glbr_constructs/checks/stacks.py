"""What stacks were synthesized to."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TypeAlias

from glbr_constructs.cdk import cdk
from glbr_constructs.synthesis.place import path_of

Stacks: TypeAlias = Mapping[str, Mapping[str, object]]
"""Configurations in Terraform's JSON, by the path of their stack."""


def stacks_of(app: cdk.App, since: float) -> Stacks:
    """What each stack of an application was synthesized to, by its path.

    The files are there by now, and reading them costs next to nothing. But a file of an earlier run, or of a folder that the
    program has entered since Node was started in another one, is not what was just written: then the CDK is asked once more.

    Args:
        app: The application, whose stacks have all been written.
        since: A moment before that, in seconds as files tell them.
    """
    found: dict[str, Mapping[str, object]] = {}
    for manifest in app.manifest.stacks.values():
        file = Path(app.outdir, manifest.synthesized_stack_path)
        if file.suffix != ".json" or not file.is_file() or file.stat().st_mtime < since:
            return {path_of(stack): stack.to_terraform() for stack in _stacks(app)}
        found[manifest.construct_path] = json.loads(file.read_text(encoding="utf-8"))
    return found


def _stacks(app: cdk.App) -> Iterator[cdk.TerraformStack]:
    return (one for one in app.node.find_all() if isinstance(one, cdk.TerraformStack))


def with_dependencies(stack: cdk.TerraformStack) -> Stacks:
    """A stack and those that it refers to, as the CDK would write them now."""
    found: dict[str, Mapping[str, object]] = {}
    waiting = [stack]
    while waiting:
        one = waiting.pop()
        path = path_of(one)
        if path not in found:
            found[path] = one.to_terraform()
            waiting += one.dependencies
    return found
