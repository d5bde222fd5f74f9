"""What an unknown id will be: the way from an attribute through the plan's `configuration` to the object that it names.

Terraform tells two things of an attribute. Where it is written in JSON, the expression itself stands there, in its place.
Otherwise there is a list of everything that the whole attribute refers to, in the order of the text.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Final

from glbr.review.ingest.addresses import Address, ModulePath, parsed, steps_of
from glbr.review.ingest.shapes import Call, Expressions, Written, WrittenModule
from glbr.review.ingest.values import Place, at

_REFERENCE: Final = re.compile(r'\$\{\s*([A-Za-z_][\w-]*(?:\.[\w-]+|\[(?:"(?:[^"\\]|\\.)*"|[\w.-]+)\])+)\s*\}')
_OWN_KEY: Final = ("each.key", "count.index")
_DECIDING: Final = ("var.", "local.", "data.", "each.value")
"""What else may decide which instance is meant."""
_IDENTIFYING: Final = ("id", "resource_uri")
_DEEPEST: Final = 16
"""So many modules may hand a value on."""


def reference_in(expression: object) -> str | None:
    """What an expression refers to if it is nothing but a reference: `a.b.id` of `${a.b.id}`."""
    found = _REFERENCE.fullmatch(expression) if isinstance(expression, str) else None
    return found[1] if found else None


def resources_in(module: WrittenModule) -> Iterator[Expressions]:
    """Everything that is written in a module, and in those that it calls."""
    yield from module.get("resources") or ()
    for call in (module.get("module_calls") or {}).values():
        yield from resources_in(call.get("module") or {})


class WrittenReferences:
    """The references of one plan's configuration."""

    def __init__(
        self, written: Written, addresses: Collection[str], pending: Iterable[str], waiting: Collection[str] = ()
    ) -> None:
        """Take a configuration in.

        Args:
            written: The plan's `configuration`.
            addresses: Objects of ours that there are after the change.
            pending: Data sources that are read by the apply only.
            waiting: Those of the objects whose id only the apply will tell.
        """
        self._modules: dict[tuple[str, ...], WrittenModule] = {}
        self._resources: dict[tuple[str, ...], dict[str, Expressions]] = {}
        self._take(written.get("root_module") or {}, ())
        self._addresses = addresses
        self._waiting = waiting
        self._pending = {(address.module, address.resource) for address in map(parsed, pending)}

    @cached_property
    def _instances(self) -> Mapping[tuple[ModulePath, str], list[str]]:
        """Keys of the instances of each resource. Most plans know every id, and never ask."""
        found: dict[tuple[ModulePath, str], list[str]] = defaultdict(list)
        for address in map(parsed, self._addresses):
            found[address.module, address.resource].append(address.key)
        return found

    @cached_property
    def _module_keys(self) -> Mapping[tuple[ModulePath, str], set[str]]:
        """Keys of the instances of each module."""
        found: dict[tuple[ModulePath, str], set[str]] = defaultdict(set)
        for module in {module for module, _ in self._instances}:
            for depth, (name, key) in enumerate(module):
                found[module[:depth], name].add(key)
        return found

    def _take(self, module: WrittenModule, path: tuple[str, ...]) -> None:
        self._modules[path] = module
        self._resources[path] = {item["address"]: item for item in module.get("resources") or ()}
        for name, call in (module.get("module_calls") or {}).items():
            self._take(call.get("module") or {}, (*path, name))
            # A call repeats itself as a resource does.
            repeated: Expressions = {
                "address": f"module.{name}",
                "for_each_expression": call.get("for_each_expression"),
            }
            self._resources[path][f"module.{name}"] = repeated

    def expression(self, origin: Address, attribute: str) -> object:
        """What is written for an attribute; None when nothing is."""
        return self.attributes(origin).get(attribute)

    def attributes(self, origin: Address) -> Mapping[str, object]:
        """What is written for a resource, by attribute."""
        found = self._resources.get(origin.module_names, {}).get(origin.resource)
        return (found.get("expressions") or {}) if found else {}

    def exact(self, origin: Address, place: Place) -> list[str | None]:
        """The objects that the expression at this very place refers to; empty where no such expression is told."""
        text = reference_in(_constant(self.expression(origin, str(place[0])), place[1:]))
        return [] if text is None else list(self._follow(origin.module, origin, text, own=False, depth=0))

    def text(self, origin: Address, place: Place) -> str | None:
        """The reference at this very place as it is written."""
        return reference_in(_constant(self.expression(origin, str(place[0])), place[1:]))

    def all(self, origin: Address, place: Place) -> list[str | None]:
        """Every object that the attribute refers to, in the order of the text; None stands for what cannot be followed."""
        node = _deepest(self.expression(origin, str(place[0])), place[1:])
        return list(self._follow_all(origin.module, origin, node, depth=0))

    def _follow_all(self, module: ModulePath, origin: Address, node: object, *, depth: int) -> Iterator[str | None]:
        found = _references(node)
        # Where several instances are meant, the list names the resource and, apart from it, `each.key`.
        own = any(one in _OWN_KEY for one in found) and not any(one.startswith(_DECIDING) for one in found)
        only = own and not any(map(_may_decide, found))
        for one in found:
            if only and (waiting := self._only_waiting(module, origin, one)):
                yield waiting
                continue
            yield from self._follow(module, origin, one, own=own, depth=depth)

    def _follow(
        self, module: ModulePath, origin: Address, reference: str, *, own: bool, depth: int
    ) -> Iterator[str | None]:
        steps = steps_of(reference)
        head = steps[0][0] if steps else ""
        if depth > _DEEPEST or head == "local" or len(steps) < 2:
            yield None
        elif head == "var":
            yield from self._variable(module, steps, depth)
        elif head == "module":
            yield from self._output(module, origin, steps, own=own, depth=depth)
        elif head == "each" and steps[1][0] == "value":
            repeated = self._resources.get(origin.module_names, {}).get(origin.resource)
            node = repeated.get("for_each_expression") if repeated else None
            yield from self._follow_all(module, origin, node, depth=depth + 1)
        elif head == "data":
            if (module, ".".join(name for name, _ in steps[:3])) in self._pending:
                yield None
        elif head not in ("each", "count", "path", "terraform", "self"):
            yield from self._object(module, origin, steps, own=own)

    def _only_waiting(self, module: ModulePath, origin: Address, reference: str) -> str | None:
        """The one instance whose id is unknown, behind a key that is put together: `a["${each.key} cloud"].id`.

        What is known of the others, Terraform would have told.
        """
        resource = ".".join(name for name, _ in steps_of(reference)[:2])
        there = self._instances.get((module, resource), [])
        if reference != resource or len(there) < 2 or origin.key in there:
            return None
        waiting = [one for key in there if (one := Address(module, resource, key).text) in self._waiting]
        return waiting[0] if len(waiting) == 1 else None

    def _object(
        self, module: ModulePath, origin: Address, steps: list[tuple[str, str]], *, own: bool
    ) -> Iterator[str | None]:
        (kind, _), (name, key), *rest = steps
        if rest and rest[0][0] not in (*_IDENTIFYING, "protections"):
            return
        resource = f"{kind}.{name}"
        there = self._instances.get((module, resource), [])
        wanted = _key(key, origin.key, there, own=own)
        yield None if wanted is None else Address(module, resource, wanted).text

    def _variable(self, module: ModulePath, steps: list[tuple[str, str]], depth: int) -> Iterator[str | None]:
        if not module:
            return  # a variable of the root is known
        (name, key), outer = module[-1], module[:-1]
        call = self._call(outer, name)
        node = (call.get("expressions") or {}).get(steps[1][0])
        # A resource of that name stands for the call: its key is the module's.
        caller = Address(outer, f"module.{name}", key)
        exact = reference_in(_constant(node, _place(steps[1][1], steps[2:])))
        if exact is not None:
            yield from self._follow(outer, caller, exact, own=False, depth=depth + 1)
        elif node is not None:
            yield from self._follow_all(outer, caller, node, depth=depth + 1)

    def _output(
        self, module: ModulePath, origin: Address, steps: list[tuple[str, str]], *, own: bool, depth: int
    ) -> Iterator[str | None]:
        name, key = steps[1]
        wanted = _key(key, origin.key, sorted(self._module_keys.get((module, name), ())), own=own)
        if wanted is None:
            yield None
            return
        inner = (*module, (name, wanted))
        outputs = self._modules.get(tuple(part for part, _ in inner), {}).get("outputs") or {}
        # Of `module.site[each.key].policy` Terraform tells the module and the key only: it may be any output of it.
        for output in [steps[2][0]] if len(steps) > 2 else sorted(outputs):
            node = (outputs.get(output) or {}).get("expression")
            inside = Address(inner, f"output.{output}", "")
            exact = reference_in(_constant(node, _place(steps[2][1], steps[3:]) if len(steps) > 2 else ()))
            if node is None:
                yield None
            elif exact is not None:
                yield from self._follow(inner, inside, exact, own=False, depth=depth + 1)
            else:
                yield from self._follow_all(inner, inside, node, depth=depth + 1)

    def _call(self, module: ModulePath, name: str) -> Call:
        outer = self._modules.get(tuple(part for part, _ in module), {})
        return (outer.get("module_calls") or {}).get(name) or {}


def _may_decide(reference: str) -> bool:
    """Whether a reference may have a say in which instance another one means: anything but whole objects and their ids."""
    steps = steps_of(reference)
    return reference not in _OWN_KEY and (
        steps[0][0] == "module" or (len(steps) > 2 and steps[2][0] not in (*_IDENTIFYING, "protections"))
    )


def _key(written: str, own_key: str, there: list[str], *, own: bool) -> str | None:
    """Which of several instances is meant; None when that cannot be told."""
    if written.strip("[]") in _OWN_KEY or (own and not written and there != [""]):
        return own_key if own_key in there else None
    if written in there:
        return written
    return there[0] if not written and len(there) == 1 else None


def _constant(node: object, place: Place) -> object:
    """The literal value at a place of an expression; in JSON configuration that is the text of the expression there."""
    for position, step in enumerate(place):
        if isinstance(node, Mapping) and "constant_value" in node:
            return at(node["constant_value"], place[position:])
        node = at(node, (step,))
    return node.get("constant_value") if isinstance(node, Mapping) else None


def _deepest(node: object, place: Place) -> object:
    """The expression that holds a place: nested blocks have their own, nested attributes do not."""
    for step in place:
        if isinstance(node, Mapping) and ("references" in node or "constant_value" in node):
            return node
        inner = at(node, (step,))
        if inner is None:
            return node
        node = inner
    return node


def _references(node: object) -> list[str]:
    """What an expression refers to, each in full: Terraform lists `a.b.id` and then `a.b`, which says nothing more."""
    if isinstance(node, list):
        return [one for part in node for one in _references(part)]
    if not isinstance(node, Mapping):
        return []
    told = node.get("references")
    if not isinstance(told, list):
        return [one for part in node.values() if isinstance(part, (Mapping, list)) for one in _references(part)]
    kept: list[str] = []
    before = ""
    for one in told:
        if isinstance(one, str) and not (before.startswith(one) and before[len(one) : len(one) + 1] in (".", "[")):
            kept.append(one)
        before = one if isinstance(one, str) else ""
    return kept


def _place(key: str, steps: list[tuple[str, str]]) -> Place:
    """The place that the rest of a reference leads to: `.stores["a"].id` as `("stores", "a", "id")`."""
    place: list[str | int] = []
    for name, index in [("", key), *steps]:
        if name:
            place.append(name)
        parts = re.findall(r'\["((?:[^"\\]|\\.)*)"\]|\[(\d+)\]', index)
        place += [key_of_map or int(position or 0) for key_of_map, position in parts]
    return tuple(place)
