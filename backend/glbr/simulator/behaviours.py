"""Finds what the simulator can do: nothing is listed by hand, a file in its folder is enough."""

import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import ModuleType
from typing import TypeVar

from glbr.simulator import kinds, rules
from glbr.simulator.call import Behaviour, Guard, Show
from glbr.simulator.operations import Effect

T = TypeVar("T")


@dataclass(frozen=True)
class Behaviours:
    """All behaviours of the simulated service, by operationId, effect name and collection."""

    answers: Mapping[str, Behaviour]
    guards: Mapping[str, tuple[Guard, ...]]
    effects: Mapping[str, Effect]
    shows: Mapping[str, Show]


@cache
def discover() -> Behaviours:
    """Read `kinds/` and `rules/`; two modules that claim the same operation are an error."""
    answers: dict[str, Behaviour] = {}
    guards: dict[str, tuple[Guard, ...]] = {}
    effects: dict[str, Effect] = {}
    shows: dict[str, Show] = {}
    for module in _modules():
        _claim(answers, getattr(module, "BEHAVIOURS", {}), module)
        _claim(effects, getattr(module, "EFFECTS", {}), module)
        _claim(shows, getattr(module, "SHOWN", {}), module)
        for operation, guard in getattr(module, "GUARDS", {}).items():
            guards[operation] = (*guards.get(operation, ()), guard)
    return Behaviours(answers, guards, effects, shows)


def _modules() -> Iterator[ModuleType]:
    for package in (kinds, rules):
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            yield importlib.import_module(found.name)


def _claim(known: dict[str, T], more: dict[str, T], module: ModuleType) -> None:
    twice = known.keys() & more.keys()
    if twice:
        raise ValueError(f"{module.__name__} claims {sorted(twice)}, which another module has already")
    known.update(more)
