"""One file per HPE object. Start reading here; `protection_policy.py` is the example to copy.

There is no list to edit: a file in this folder is an object, found by its name.
"""

import importlib
from functools import cache
from pathlib import Path

from glbr.definition import Observed, Resource


@cache
def definitions() -> dict[str, type[Observed]]:
    """Every definition by its noun, in alphabetical order."""
    nouns = sorted(file.stem for file in Path(__file__).parent.glob("[a-z]*.py"))
    return {noun: definition(noun) for noun in nouns}


@cache
def definition(noun: str) -> type[Observed]:
    """The definition of one noun, such as `protection_policy`, without loading the others.

    Raises:
        ModuleNotFoundError: no file has that name.
    """
    module = importlib.import_module(f"{__name__}.{noun}")
    name = noun.title().replace("_", "")
    found: type[Observed] = getattr(module, name)
    return found


def managed() -> dict[str, type[Resource]]:
    """The definitions that Terraform makes and changes."""
    return {noun: found for noun, found in definitions().items() if issubclass(found, Resource)}
