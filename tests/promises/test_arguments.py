"""Every argument of every managed object can be set, changed and cleared. Generated from the definitions."""

from collections.abc import Iterator

import pytest

from glbr.definition.block import Block
from glbr.resources import managed
from samples import Sample, sample
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


CASES = [(noun, path) for noun in managed() for path in sample(noun).arguments]


@pytest.mark.parametrize("noun", managed())
def test_the_sample_gives_every_argument_a_value(noun: str) -> None:
    tried = {without_positions(path) for path in sample(noun).arguments}

    assert tried == set(arguments(managed()[noun]))


@pytest.mark.parametrize(("noun", "path"), CASES, ids=[f"{noun}-{path}" for noun, path in CASES])
def test_an_argument_is_set_changed_and_cleared(workspace: Workspace, noun: str, path: str) -> None:
    tried: Sample = sample(noun)
    type_name = f"glbr_{noun}"
    steps = [tried.configuration(type_name, step, path) for step in tried.arguments[path]]

    for configuration in (*steps, tried.configuration(type_name)):
        workspace.apply(configuration)
        workspace.must_be_settled()
