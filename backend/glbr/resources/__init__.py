"""One file per HPE object. Start reading here; `protection_policy.py` is the example to copy.

There is no list to edit: a file in this folder is an object, found by its name. `parts/` holds what several share.
"""

import importlib
from functools import cache
from pathlib import Path

from glbr.definition import Computation, Observed, Resource, Thing


@cache
def things() -> dict[str, type[Thing]]:
    """Everything that has a file here, by its noun, in alphabetical order."""
    nouns = sorted(file.stem for file in Path(__file__).parent.glob("[a-z]*.py"))
    return {noun: definition(noun) for noun in nouns}


@cache
def definition(noun: str) -> type[Thing]:
    """The definition of one noun, such as `protection_policy`, without loading the others.

    Raises:
        ModuleNotFoundError: no file has that name.
    """
    module = importlib.import_module(f"{__name__}.{noun}")
    name = noun.title().replace("_", "")
    found: type[Thing] = getattr(module, name)
    return found


def definitions() -> dict[str, type[Observed]]:
    """The objects of HPE's."""
    return {noun: found for noun, found in things().items() if issubclass(found, Observed)}


def managed() -> dict[str, type[Resource]]:
    """The objects that Terraform makes and changes."""
    return {noun: found for noun, found in things().items() if issubclass(found, Resource)}


def computations() -> dict[str, type[Computation]]:
    """The questions that HPE answers."""
    return {noun: found for noun, found in things().items() if issubclass(found, Computation)}
