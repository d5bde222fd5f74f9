"""For each managed object: what it needs around it, the least it takes, and two values for every argument.

The promises are generated from these; a definition with an argument that no sample gives a value fails a test.
"""

import copy
import importlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field

Json = dict[str, object]


def within(place: str, *wholes: object) -> tuple[object, object]:
    """Two steps that each replace the whole at a place, of which the argument under test is a part."""
    first, second = wholes
    return Together({place: first}), Together({place: second})


class Together(dict[str, object]):
    """Arguments that only make sense when they are set together, by path."""


@dataclass(frozen=True)
class Sample:
    """How to try one managed object.

    Attributes:
        minimal: The least configuration.
        arguments: Path of each argument (`protections.0.type`) → two steps, each a value or a `Together`.
        drift: HPE's property, and a value that somebody else gives it.
        around: Other resources and data sources it refers to.
        called: What people know it by, where that is no argument of its own.
    """

    minimal: Json
    arguments: Mapping[str, tuple[object, object]]
    drift: Json
    around: Json = field(default_factory=dict)
    called: str = ""

    def configuration(self, type_name: str, step: object = None, path: str = "") -> Json:
        """Terraform JSON of the object under test, with one step taken from the least configuration."""
        body = copy.deepcopy(self.minimal)
        edits = step if isinstance(step, Together) else {path: step} if path else {}
        for place, value in edits.items():
            _set(body, place.split("."), value)
        whole = json.loads(json.dumps(self.around))
        whole.setdefault("resource", {}).setdefault(type_name, {})["tested"] = body
        return whole


def _set(body: object, path: list[str], value: object) -> None:
    *way, last = path
    for step in way:
        body = body[int(step)] if isinstance(body, list) else body.setdefault(step, {})
    if isinstance(body, list):
        body[int(last)] = value
    else:
        body[last] = value


def sample(noun: str) -> Sample:
    """The sample of one object."""
    found: Sample = importlib.import_module(f"samples.{noun}").SAMPLE
    return found
