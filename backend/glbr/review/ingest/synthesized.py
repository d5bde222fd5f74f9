"""A configuration in Terraform's JSON, as the CDK writes it: resources, lifecycle, and what the CDK notes about them.

The CDK notes `"//": {"metadata": {"path": …, "uniqueId": …}}` in each resource. Beside that, where the CDK leaves it alone,
constructs keep what somebody acknowledged, one object for each finding:

    "//": {"metadata": {"path": "prod/gold/Default", "uniqueId": "gold"}, "glbr_acknowledged": [
        {"rule": "DP-LOCK-001", "reason": "tested in the lab first", "owner": "ana@example.com", "until": "2027-01-31",
         "value": "1 week", "ticket": "OPS-7", "tier": "BACKUP", "schedule": 2}]}

`value`, `ticket`, `tier` and `schedule` may be left out.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from glbr.review.ingest.addresses import Address, steps_of
from glbr.review.ingest.kinds import is_ours, noun_of
from glbr.review.ingest.sources import Guard
from glbr.review.ingest.values import HIDDEN, Place, Tree, at
from glbr.review.ingest.written import reference_in
from glbr.review.model.model import Waiver
from glbr.review.problem import ReviewProblem

ACKNOWLEDGED: Final = "glbr_acknowledged"
"""Key of a resource's comment that holds what was acknowledged."""

_META: Final = (
    "//",
    "lifecycle",
    "depends_on",
    "provider",
    "for_each",
    "count",
    "provisioner",
    "connection",
    "dynamic",
)
_REQUIRED: Final = ("rule", "reason", "owner", "until")
_OPTIONAL: Final = ("value", "ticket", "tier")
_NUMBER: Final = "schedule"
_TEMPLATE: Final = re.compile(r"(?<!\$)\$\{|(?<!%)%\{")


@dataclass(frozen=True, slots=True)
class Resource:
    """One resource as it is written.

    Attributes:
        address: Its address without keys.
        type: Its type.
        body: All that is written in it.
    """

    address: str
    type: str
    body: Tree

    @property
    def arguments(self) -> dict[str, object]:
        """What the provider gets, as it is written."""
        return {name: value for name, value in self.body.items() if name not in _META}

    @property
    def tree(self) -> Tree:
        """The same as values: what an expression has to tell first is `HIDDEN`."""
        return {name: _value(value) for name, value in self.arguments.items()}

    @property
    def noun(self) -> str:
        """Noun of its type."""
        return noun_of(self.type)

    @property
    def construct(self) -> str:
        """Path of the construct that makes it; empty without one."""
        found = at(self.body, ("//", "metadata", "path"))
        return found if isinstance(found, str) else ""

    @property
    def guard(self) -> Guard:
        """Its lifecycle."""
        lifecycle = self.body.get("lifecycle")
        lifecycle = lifecycle[0] if isinstance(lifecycle, list) and lifecycle else lifecycle
        ignored = at(lifecycle, ("ignore_changes",))
        names = [ignored] if isinstance(ignored, str) else ignored if isinstance(ignored, list) else []
        return Guard(
            at(lifecycle, ("prevent_destroy",)) in (True, "true"), tuple(sorted(_plain(str(name)) for name in names))
        )

    def waivers(self) -> Iterator[Waiver]:
        """What somebody acknowledged.

        Raises:
            ReviewProblem: it is not written as constructs write it.
        """
        found = at(self.body, ("//", ACKNOWLEDGED))
        if found is None:
            return
        if not isinstance(found, list):
            raise ReviewProblem(
                f"{self.address}: {ACKNOWLEDGED} is not a list", "Acknowledge findings with constructs."
            )
        for entry in found:
            wrong = _wrong(entry)
            if wrong:
                raise ReviewProblem(
                    f"{self.address}: {ACKNOWLEDGED} has an entry that {wrong}",
                    f"Needed are {', '.join(_REQUIRED)}; allowed are {', '.join(_OPTIONAL)}; each is a text. {_NUMBER}, a "
                    "number, is allowed, too.",
                )
            yield Waiver(
                address=self.address,
                written_in=self.construct or self.address,
                schedule=entry.get(_NUMBER),
                **{name: entry.get(name, "") for name in (*_REQUIRED, *_OPTIONAL)},
            )


def _wrong(entry: object) -> str:
    if not isinstance(entry, Mapping):
        return "is not an object"
    unknown = sorted(entry.keys() - {*_REQUIRED, *_OPTIONAL, _NUMBER})
    missing = [name for name in _REQUIRED if name not in entry]
    if unknown or missing:
        return f"has the unknown key {unknown[0]!r}" if unknown else f"lacks {missing[0]!r}"
    if _NUMBER in entry and (isinstance(entry[_NUMBER], bool) or not isinstance(entry[_NUMBER], int)):
        return f"has a {_NUMBER} that is not a whole number"
    texts = (value for name, value in entry.items() if name != _NUMBER)
    return "" if all(isinstance(value, str) for value in texts) else "has a value that is not a text"


@dataclass(frozen=True, slots=True)
class Configuration:
    """A configuration.

    Attributes:
        resources: Resources of ours, by address.
        moves: New address by old one, of `moved` blocks.
        providers: Sources of all providers that it requires or uses.
        calls_modules: Whether it calls modules, in which nobody looks without a plan.
    """

    resources: Mapping[str, Resource]
    moves: Mapping[str, str] = field(default_factory=dict)
    providers: frozenset[str] = frozenset()
    calls_modules: bool = False


def configuration_of(document: Tree) -> Configuration:
    """Read a configuration.

    Args:
        document: A whole file, or several joined.
    """
    required = {
        str(name): str(at(block, ("source",)) or (block if isinstance(block, str) else ""))
        for part in _objects(document.get("terraform"))
        for blocks in _objects(part.get("required_providers"))
        for name, block in blocks.items()
    }
    found, used = {}, set(required.values())
    for address, kind, body in _resources(document):
        local = str(body.get("provider") or kind.partition("_")[0]).partition(".")[0]
        source = required.get(local) or local
        used.add(source)
        if is_ours(source, kind):
            found[address] = Resource(address, kind, body)
    moves = {_plain(str(block.get("from"))): _plain(str(block.get("to"))) for block in _objects(document.get("moved"))}
    return Configuration(dict(sorted(found.items())), moves, frozenset(used - {""}), bool(document.get("module")))


def _resources(document: Tree) -> Iterator[tuple[str, str, Tree]]:
    """Terraform's JSON allows a list wherever an object may stand."""
    for kinds in _objects(document.get("resource")):
        for kind, named in kinds.items():
            for names in _objects(named):
                for name, bodies in names.items():
                    for body in _objects(bodies):
                        if name != "//":
                            yield f"{kind}.{name}", kind, body


def _objects(value: object) -> list[Tree]:
    found = value if isinstance(value, list) else [value]
    return [one for one in found if isinstance(one, Mapping)]


def _value(written: object) -> object:
    if isinstance(written, Mapping):
        return {name: _value(part) for name, part in written.items() if name != "//"}
    if isinstance(written, list):
        return [_value(part) for part in written]
    if not isinstance(written, str):
        return written
    return HIDDEN if _TEMPLATE.search(written) else written.replace("$${", "${").replace("%%{", "%{")


def _plain(expression: str) -> str:
    """An address or name without the braces that JSON may have around it."""
    return expression.removeprefix("${").removesuffix("}").strip()


class ConfigurationReferences:
    """What the expressions of a configuration refer to."""

    def __init__(self, configuration: Configuration, keys: Mapping[str, str]) -> None:
        """Take a configuration in, with the key of each of its resources by address."""
        self._resources = configuration.resources
        self._keys = keys

    def exact(self, origin: Address, place: Place) -> list[str | None]:
        """The object that the expression at this very place refers to."""
        text = self.text(origin, place)
        if text is None:
            return []
        steps, module = steps_of(text), Address(origin.module, "", "").text
        if steps[0][0] == "module" and len(steps) > 1:
            module, steps = f"module.{steps[1][0]}.", steps[2:]  # what the stacks of an application refer to
        address = module + ".".join(name for name, _ in steps[:2])
        known = address in self._keys and len(steps) > 2 and steps[2][0] in ("id", "resource_uri", "protections")
        return [self._keys[address] if known else None]

    def all(self, origin: Address, place: Place) -> list[str | None]:
        """Nothing more than that: each expression stands in its place."""
        del origin, place
        return []

    def text(self, origin: Address, place: Place) -> str | None:
        """The reference at this very place as it is written."""
        found = self._resources.get(Address(origin.module, origin.resource, "").text)
        return reference_in(at(found.body, place)) if found else None
