"""Every difference between a definition and HPE's contract, by place."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from authorities.contract_schema import Json, Operation, Published, list_of, object_of
from authorities.value_kinds import bound_findings, choice_findings, described_findings, kind_findings
from glbr.definition.block import Block
from glbr.definition.fields import Field
from glbr.definition.resource import Observed, Resource
from glbr.definition.types import BOOLEAN

PAGING = {"offset": {"offset", "limit"}, "page": {"pageOffset", "pageLimit"}, "none": set[str]()}
"""Query parameters of each way to ask for pages."""
LISTED = {"filter", "sort", "select"}
"""Query parameters of a list that are not about pages."""


@dataclass(frozen=True, order=True)
class Difference:
    """One difference: of which object, where, of what kind, and what each side says."""

    noun: str
    place: str
    path: str
    kind: str
    detail: str = field(default="", compare=False)


@dataclass(slots=True)
class Told:
    """What a definition reads at one property: a field itself, or parts further down."""

    entry: Field | None = None
    parts: "dict[str, Told]" = field(default_factory=dict)


def differences(noun: str, definition: type[Observed], published: Published) -> Iterator[Difference]:
    """Compare one definition with the contract, both ways round."""
    comparison = _Comparison(noun, published, published.operations(definition.collection))
    yield from comparison.methods(definition)
    yield from comparison.listing(definition)
    yield from comparison.replies(definition)
    if issubclass(definition, Resource):
        yield from comparison.requests(definition)
        yield from comparison.removal(definition)


@dataclass(frozen=True)
class _Comparison:
    noun: str
    published: Published
    operations: Mapping[str, Operation]

    def methods(self, definition: type[Observed]) -> Iterator[Difference]:
        used = {"get collection"} | ({"get one"} if definition.readable_alone else set())
        if issubclass(definition, Resource):
            used |= {"post collection", "delete one"}
            used |= {"patch one", "put one"} & set(self.operations)
        yield from (self._at("methods", name, "not in the contract") for name in sorted(used - set(self.operations)))
        yield from (self._at("methods", name, "not used") for name in sorted(set(self.operations) - used))

    def listing(self, definition: type[Observed]) -> Iterator[Difference]:
        query = self.operations["get collection"].query
        told = {str(name) for name in list_of(query.get("filter", {}), "x-filterable")}
        mine = set(definition.filterable)
        yield from (self._at("filter", name, "not in the contract") for name in sorted(mine - told))
        yield from (self._at("filter", name, "left out") for name in sorted(told - mine))
        pages = set(query) - LISTED
        if pages != PAGING[definition.paging]:
            said = f"definition: {sorted(PAGING[definition.paging])}, contract: {sorted(pages)}"
            yield self._at("paging", "", "parameters", said)
        properties = self._properties(self._items())
        for step in definition.named_by.split("/"):
            if step not in properties:
                yield self._at("list", definition.named_by, "not in the contract", "named_by")
                break
            properties = self._properties(properties[step])

    def replies(self, definition: type[Observed]) -> Iterator[Difference]:
        told = _told(definition)
        one = self.operations["get one"].reply if "get one" in self.operations else self._items()
        yield from self._reply("reply", "", told, one)
        if self._flat(one) != self._flat(self._items()):
            yield from self._reply("list", "", told, self._items())

    def requests(self, definition: type[Resource]) -> Iterator[Difference]:
        post = self.operations["post collection"].body
        created = list(self._body("create", "", definition, post))
        yield from created
        put = self.operations.get("put one")
        if put and put.body != post:
            yield from self._body("put", "", definition, put.body)
        # What holds for a creation already is not said a second time of a change.
        said = {(found.path, found.kind, found.detail) for found in created}
        for found in self._patch(definition):
            if (found.path, found.kind, found.detail) not in said:
                yield found

    def _patch(self, definition: type[Resource]) -> Iterator[Difference]:
        patch = self.operations.get("patch one")
        properties = self._properties(patch.body if patch else {})
        known = {entry.write_to: entry for entry in definition.fields().values() if entry.write_to}
        for name in sorted(known.keys() | properties.keys()):
            if name not in known:
                yield self._at("patch", name, "left out")
            elif name not in properties:
                if not known[name].replace:
                    yield self._at("patch", name, "not in the contract")
            elif known[name].replace:
                yield self._at("patch", name, "changeable", "the definition asks for a new object")
            else:
                yield from self._value("patch", name, known[name], properties[name])

    def removal(self, definition: type[Resource]) -> Iterator[Difference]:
        switched_on = {name: True for name, entry in definition.fields().items() if entry.plain == BOOLEAN}
        mine, told = set(definition.delete_query(switched_on)), set(self.operations["delete one"].query)
        yield from (self._at("delete", name, "not in the contract") for name in sorted(mine - told))
        yield from (self._at("delete", name, "left out") for name in sorted(told - mine))

    def _body(self, place: str, path: str, block: type[Block], schema: Json) -> Iterator[Difference]:
        """Arguments against the properties of a request; in a patch, HPE's own id names an element."""
        properties = self._properties(schema)
        required = set(map(str, list_of(self.published.whole(schema), "required")))
        known = {entry.write_to: entry for entry in block.fields().values() if entry.write_to}
        if place == "patch" and "id" in block.fields():
            known["id"] = block.fields()["id"]
        for name in sorted(known.keys() | properties.keys()):
            where = f"{path}.{name}" if path else name
            if name not in properties:
                yield self._at(place, where, "not in the contract")
            elif name not in known:
                yield self._at(place, where, "left out")
            else:
                yield from self._value(place, where, known[name], properties[name])
                if place != "patch" and known[name].required != (name in required):
                    said = f"definition: {known[name].required}, contract: {name in required}"
                    yield self._at(place, where, "required", said)

    def _value(self, place: str, path: str, entry: Field, schema: Json) -> Iterator[Difference]:
        """One value of a request."""
        whole, element, where = self._element(entry, schema, path)
        yield from self._collection(place, path, entry, whole)
        findings = [
            *kind_findings(entry, element, self.published),
            *choice_findings(entry, element),
            *described_findings(entry, element),
            *bound_findings(entry, whole, element),
        ]
        yield from (self._at(place, path, kind, said) for kind, said in findings)
        if whole.get("readOnly"):
            yield self._at(place, path, "read-only", "HPE takes no value for it")
        if entry.block is not None:
            yield from self._body(place, where, entry.block, element)

    def _reply(self, place: str, path: str, told: Mapping[str, Told], schema: Json) -> Iterator[Difference]:
        """Everything read against the properties of a reply."""
        properties = self._properties(schema)
        for name in sorted(told.keys() | properties.keys()):
            where = f"{path}.{name}" if path else name
            if name not in properties:
                yield self._at(place, where, "not in the contract")
            elif name not in told:
                yield self._at(place, where, "left out")
            elif (entry := told[name].entry) is None:
                yield from self._reply(place, where, told[name].parts, properties[name])
            else:
                yield from self._read(place, where, entry, properties[name])

    def _read(self, place: str, path: str, entry: Field, schema: Json) -> Iterator[Difference]:
        """One value of a reply. HPE may add values to its lists at any time: only what people read about them counts."""
        whole, element, where = self._element(entry, schema, path)
        yield from self._collection(place, path, entry, whole)
        findings = [*kind_findings(entry, element, self.published), *described_findings(entry, element)]
        yield from (self._at(place, path, kind, said) for kind, said in findings)
        if whole.get("readOnly") and entry.write_to:
            yield self._at(place, path, "read-only", "an argument of the definition")
        if entry.block is not None:
            yield from self._reply(place, where, _told(entry.block), element)

    def _collection(self, place: str, path: str, entry: Field, whole: Json) -> Iterator[Difference]:
        if (entry.nesting in ("list", "set")) != (whole.get("type") == "array"):
            yield self._at(place, path, "type", f"definition: {entry.nesting}, contract: {whole.get('type')}")

    def _element(self, entry: Field, schema: Json, path: str) -> tuple[Json, Json, str]:
        """The whole schema, that of one element, and the path to it."""
        whole = self.published.whole(schema)
        if entry.nesting in ("list", "set"):
            return whole, self.published.whole(object_of(whole, "items")), f"{path}[]"
        return whole, whole, path

    def _items(self) -> Json:
        items = self._properties(self.operations["get collection"].reply)["items"]
        return self.published.whole(object_of(self.published.whole(items), "items"))

    def _properties(self, schema: Json) -> Mapping[str, Json]:
        found = object_of(self.published.whole(schema), "properties")
        return {name: part for name, part in found.items() if isinstance(part, Mapping)}

    def _flat(self, schema: Json) -> object:
        """All that a reply may hold, to compare two of them."""
        whole = self.published.whole(schema)
        parts = {name: self._flat(part) for name, part in self._properties(whole).items()}
        items = self._flat(object_of(whole, "items")) if "items" in whole else None
        return whole.get("type"), whole.get("enum"), parts, items

    def _at(self, place: str, path: str, kind: str, detail: str = "") -> Difference:
        return Difference(self.noun, place, path, kind, detail)


def _told(block: type[Block]) -> dict[str, Told]:
    """What a block reads, as a tree of HPE's property names."""
    root = Told()
    for entry in block.fields().values():
        if not entry.read_from:
            continue
        node = root
        for step in entry.read_from:
            node = node.parts.setdefault(step, Told())
        node.entry = entry
    return root.parts
