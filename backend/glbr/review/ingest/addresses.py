"""Terraform's addresses: `module.site["a"].glbr_protection_store.cloud[0]`, with quotes and dots in keys."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

_STEP: Final = re.compile(r'\.?([^.\[\]"\s]+)((?:\[(?:"(?:[^"\\]|\\.)*"|[^\]"]*)\])*)')

ModulePath = tuple[tuple[str, str], ...]
"""Names of modules from the outside in, each with its key as it is written: `("site", '["a"]')`; empty without one."""


@dataclass(frozen=True, slots=True)
class Address:
    """An address, taken apart.

    Attributes:
        module: The module it is in.
        resource: Type and name, with `data.` in front of what is only read: `glbr_protection_store.cloud`.
        key: The key as it is written: `["a"]`, `[0]`; empty without one.
    """

    module: ModulePath
    resource: str
    key: str

    @property
    def module_names(self) -> tuple[str, ...]:
        """The module without keys: where it is written."""
        return tuple(name for name, _ in self.module)

    @property
    def text(self) -> str:
        """The whole address."""
        return "".join(f"module.{name}{key}." for name, key in self.module) + self.resource + self.key


@lru_cache(maxsize=65536)
def parsed(address: str) -> Address:
    """Take an address apart. What is no address becomes one of a resource of that name."""
    steps = [(match[1], match[2]) for match in _STEP.finditer(address)]
    module: list[tuple[str, str]] = []
    while len(steps) >= 2 and steps[0][0] == "module":
        module.append(steps[1])
        del steps[:2]
    if not steps:
        return Address(tuple(module), address, "")
    *names, (last, key) = steps
    return Address(tuple(module), ".".join([name for name, _ in names] + [last]), key)


def steps_of(reference: str) -> list[tuple[str, str]]:
    """The steps of a reference with their keys: `glbr_protection_store`, `cloud["a"]`, `id`."""
    return [(match[1], match[2]) for match in _STEP.finditer(reference)]


def without_keys(address: str) -> str:
    """Where an object is written: its address without the keys of instances."""
    found = parsed(address)
    return Address(tuple((name, "") for name, _ in found.module), found.resource, "").text
