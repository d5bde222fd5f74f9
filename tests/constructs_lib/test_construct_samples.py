"""Each construct around stores, appliances, assets and groups, built richly, can be synthesized."""

import importlib
import inspect
from collections.abc import Callable
from typing import Any

import pytest

from glbr_constructs.cdk import cdk
from wrong_arguments import ROOMS

Build = Callable[[cdk.TerraformStack], None]
SAMPLES: dict[str, Build] = {
    f"{room}-{name}": build
    for room in ROOMS
    for name, build in inspect.getmembers(importlib.import_module(f"construct_samples.{room}"), inspect.isfunction)
    if list(inspect.signature(build).parameters) == ["stack"]
}


@pytest.mark.parametrize("sample", SAMPLES)
def test_a_construct_with_all_its_arguments_is_synthesized(
    stack: cdk.TerraformStack, synthesize: Callable[[], dict[str, Any]], sample: str
) -> None:
    SAMPLES[sample](stack)

    written = synthesize()
    assert written.get("resource") or written.get("data")
