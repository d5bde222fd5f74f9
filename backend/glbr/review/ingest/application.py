"""All stacks of a CDK application as one configuration.

Each stack becomes a module of it, so that equal names in several stacks stay apart. The CDK passes what one stack makes to
another through the state: an output on the one side, a look-up of its value on the other. Here the look-up leads straight to
the object, so that a policy is judged with the store that it writes to, whichever stack makes the store.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Final

from glbr.review.ingest.configuration import model_of_configuration
from glbr.review.ingest.folder import written_in
from glbr.review.ingest.known import Known
from glbr.review.ingest.synthesized import Configuration, Resource, configuration_of
from glbr.review.ingest.values import Tree, at
from glbr.review.ingest.written import reference_in
from glbr.review.model.model import Model

_LOOKED_UP: Final = re.compile(
    r"\$\{data\.terraform_remote_state\.cross-stack-reference-input-([\w-]+)\.outputs\.([\w-]+)\}"
)
_LEFT_OUT: Final = re.compile(r"[^A-Za-z0-9_-]")


@dataclass(frozen=True, slots=True)
class Application:
    """The stacks of an application.

    Attributes:
        stacks: What each of them was synthesized to, by the path of the stack.
        judged: The stack that is looked at, whose objects keep their addresses; the others only tell what it refers to. Empty
            when all are looked at.
    """

    stacks: Mapping[str, Tree]
    judged: str = ""
    _modules: dict[str, str] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        """Name the modules."""
        if len(self.stacks) > 1:
            for path in self.stacks:
                name = alone = _LEFT_OUT.sub("_", path)
                while name in self._modules.values():
                    name = f"{alone}_{len(self._modules)}"
                if path != self.judged:
                    self._modules[path] = name

    def model(self, now: datetime) -> Model:
        """Make a model of it.

        Raises:
            ReviewProblem: nothing in it is ours.
        """
        head = self._configuration()
        name = self.judged or ", ".join(self.stacks)
        told = written_in(head, Path())
        return model_of_configuration(head, None, (name, ""), Known(None), told, self.judged, now)

    def placed(self, address: str) -> tuple[str, str]:
        """The stack that an address of the model is in, and the address that Terraform knows there."""
        for path, module in self._modules.items():
            if address.startswith(f"module.{module}."):
                return path, address.removeprefix(f"module.{module}.")
        return self.judged or next(iter(self.stacks), ""), address

    def plain(self, text: str) -> str:
        """A text in which addresses start with the path of their stack, in place of a module that nobody has written."""
        for path, module in self._modules.items():
            text = text.replace(f"module.{module}.", f"{path}/")
        return text

    def _configuration(self) -> Configuration:
        read = {path: configuration_of(document) for path, document in self.stacks.items()}
        resources = {
            resource.address: resource for path, found in read.items() for resource in self._resources(path, found)
        }
        return Configuration(
            resources,
            providers=frozenset[str]().union(*(found.providers for found in read.values())),
            calls_modules=any(found.calls_modules for found in read.values()),
        )

    def _resources(self, path: str, found: Configuration) -> Iterator[Resource]:
        prefix = self._prefix(path)
        follows = bool(at(self.stacks[path], ("data", "terraform_remote_state")))
        for resource in found.resources.values():
            body = {name: self._followed(part) for name, part in resource.body.items()} if follows else resource.body
            yield replace(resource, address=prefix + resource.address, body=body)

    def _followed(self, written: object) -> object:
        """The same with references that lead to the other stack's object, not to its state."""
        if isinstance(written, Mapping):
            return {name: self._followed(part) for name, part in written.items()}
        if isinstance(written, list):
            return [self._followed(part) for part in written]
        found = _LOOKED_UP.fullmatch(written) if isinstance(written, str) else None
        if found is None:
            return written
        made = {
            f"${{{self._prefix(path)}{reference}}}"
            for path, document in self.stacks.items()
            if _named_in_states(path) == found[1]
            and (reference := reference_in(at(document, ("output", found[2], "value"))))
        }
        return made.pop() if len(made) == 1 else written

    def _prefix(self, path: str) -> str:
        return f"module.{self._modules[path]}." if path in self._modules else ""


def _named_in_states(path: str) -> str:
    """How the CDK writes a stack's path in the name of the look-up of its state."""
    return _LEFT_OUT.sub("", path.replace("/", "--"))
