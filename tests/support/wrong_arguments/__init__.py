"""For each argument of each construct around stores, appliances, assets and groups: a value that is refused, and how.

Which arguments there are is read from the signatures, so that one without a wrong value here fails a test.
"""

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from types import FunctionType

import glbr_constructs
from glbr_constructs.cdk import cdk

ROOMS = ("stores", "appliances", "assets", "groups")
LONG = "x" * 256


@dataclass(frozen=True)
class Trial:
    """A call that is accepted, and values that make it one that is not.

    Attributes:
        right: Arguments by name, but for `scope` and `id_`.
        wrong: For each argument a value and what the refusal says.
        receiver: What the method is called on.
    """

    right: Mapping[str, object] = field(default_factory=dict)
    wrong: Mapping[str, tuple[object, str]] = field(default_factory=dict)
    receiver: object = None


Trials = Mapping[str, Callable[[cdk.TerraformStack], Trial]]

ANYWHERE: Mapping[str, tuple[object, str]] = {
    "scope": (None, r"scope=None is no construct\. Allowed: a stack"),
    "id_": ("", r"id_='' is no name for a construct\. Allowed: a text"),
    "name": (" ", r"name is empty\. Given: ' '\. Allowed"),
    "description": (LONG, r"description is too long: 256 characters.*at most 255"),
    "force": ("yes", r"force='yes' is neither yes nor no\. Allowed: True, False"),
    "hypervisor_manager": (
        "vc-1",
        r"hypervisor_manager='vc-1' is not a hypervisor manager\. Allowed: a HypervisorManager",
    ),
    "network_address": ("https://x/", r"network_address='https://x/' is no IP address or host name\. Allowed"),
    "where": ({"colour": "red"}, r"where='colour' is not known\. Allowed: "),
}
"""What is wrong wherever an argument has this name."""


def calls() -> dict[str, Callable[..., object]]:
    """Each public constructor and method of these rooms, such as `ProtectionStore.in_cloud`."""
    found: dict[str, Callable[..., object]] = {}
    for thing in _public_classes():
        if "__init__" in vars(thing):
            found[thing.__name__] = thing
        own = [kind for kind in thing.__mro__ if _room(kind) in ROOMS]
        for method in sorted({name for kind in own for name in vars(kind) if not name.startswith("_")}):
            if isinstance(inspect.getattr_static(thing, method), classmethod | staticmethod | FunctionType):
                found[f"{thing.__name__}.{method}"] = getattr(thing, method)
    return {name: call for name, call in found.items() if arguments(call) != ["self"]}


def arguments(call: Callable[..., object]) -> list[str]:
    """Names of what a call takes. A class is asked for its constructor, since the CDK's metaclass hides the signature."""
    return list(inspect.signature(call.__init__ if inspect.isclass(call) else call).parameters)


def parameters() -> list[tuple[str, str]]:
    """Each argument that a person writes in such a call."""
    return [(name, argument) for name, call in calls().items() for argument in arguments(call) if argument != "self"]


def trials(stack: cdk.TerraformStack, name: str) -> Trial:
    """How to try one call."""
    room = next(_room(kind) for kind in _public_classes() if kind.__name__ == name.split(".", maxsplit=1)[0])
    found: Trial = importlib.import_module(f"wrong_arguments.{room}").TRIALS[name](stack)
    return found


def _public_classes() -> Iterator[type]:
    for room in ROOMS:
        package = importlib.import_module(f"glbr_constructs.{room}")
        for entry in pkgutil.iter_modules(package.__path__):
            module = importlib.import_module(f"{package.__name__}.{entry.name}")
            for name, thing in inspect.getmembers(module, inspect.isclass):
                if thing.__module__ == module.__name__ and name in glbr_constructs.__all__:
                    yield thing


def _room(thing: object) -> str:
    return f"{getattr(thing, '__module__', '')}..".split(".")[1]
