"""Every argument of every managed object can be set, changed and cleared. Generated from the definitions."""

from collections.abc import Iterator

import pytest

from glbr.definition.block import Block
from glbr.resources import managed
from samples import Sample, Together, sample
from workspace import Workspace


def arguments(block: type[Block], path: str = "") -> Iterator[str]:
    """Dotted paths of all arguments, without the positions in lists."""
    for name, field in block.fields().items():
        if field.volatile or not (field.required or field.optional):
            continue
        if field.block is not None:
            yield from arguments(field.block, f"{path}{name}.")
        else:
            yield f"{path}{name}"


def without_positions(path: str) -> str:
    return ".".join(step for step in path.split(".") if not step.isdigit())


ROW = 20
"""So many arguments are tried one after the other on one object: setting the next one clears the one before."""


def rows(noun: str) -> Iterator[tuple[str, ...]]:
    """The arguments of an object in rows. How long to wait is the same everywhere, and is tried as one."""
    paths = [path for path in sample(noun).arguments if not path.startswith("timeouts.")]
    paths.append("timeouts")
    yield from (tuple(paths[start : start + ROW]) for start in range(0, len(paths), ROW))


def steps_of(tried: Sample, path: str) -> Iterator[object]:
    """What an argument is given, one after the other."""
    if path == "timeouts":
        waits = [name for name in tried.arguments if name.startswith("timeouts.")]
        yield from (Together({name: tried.arguments[name][step] for name in waits}) for step in (0, 1))
    else:
        yield from tried.arguments[path]


CASES = [(noun, row) for noun in managed() for row in rows(noun)]


@pytest.mark.parametrize("noun", managed())
def test_the_sample_gives_every_argument_a_value(noun: str) -> None:
    tried = {without_positions(path) for path in sample(noun).arguments}

    assert tried == set(arguments(managed()[noun]))


@pytest.mark.parametrize(("noun", "row"), CASES, ids=[f"{noun}-{row[0]}-to-{row[-1]}" for noun, row in CASES])
def test_arguments_are_set_changed_and_cleared(workspace: Workspace, noun: str, row: tuple[str, ...]) -> None:
    tried: Sample = sample(noun)
    type_name = f"glbr_{noun}"

    for path in row:
        for step in steps_of(tried, path):
            workspace.apply(tried.configuration(type_name, step, path))
            workspace.must_be_settled()
    workspace.apply(tried.configuration(type_name))
    workspace.must_be_settled()
