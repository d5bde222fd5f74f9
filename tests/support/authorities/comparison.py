"""Every difference between a definition and HPE's contract, by place."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from authorities.contract_schema import Json, Operation, Published, list_of, object_of
from authorities.value_kinds import bound_findings, choice_findings, described_findings, kind_findings
from glbr.definition.block import Block
from glbr.definition.computation import Computation
from glbr.definition.fields import Field
from glbr.definition.resource import Observed, Resource
from glbr.definition.thing import Thing
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


def differences(noun: str, definition: type[Thing], published: Published) -> Iterator[Difference]:
    """Compare one definition with the contract, both ways round."""
    if issubclass(definition, Computation):
        # Paths of one question mostly agree, and then a difference is told once.
        yield from dict.fromkeys(_asked(noun, definition, published))
        return
    assert issubclass(definition, Observed)
    comparison = _Comparison(noun, published, *_operations(definition, published))
    yield from comparison.methods(definition)
    if "get collection" in comparison.operations:
        yield from comparison.listing(definition)
        yield from comparison.replies(definition)
    if issubclass(definition, Resource):
        yield from comparison.requests(definition)
        yield from comparison.actions(definition)


def _asked(noun: str, definition: type[Computation], published: Published) -> Iterator[Difference]:
    """A question and its answer, at each path where it can be asked."""
    comparison = _Comparison(noun, published)
    for path in definition.paths:
        operation = published.operation("post", path)
        if operation is None:
            yield Difference(noun, "methods", path, "not in the contract")
            continue
        yield from comparison.unsaid("ask", "", operation, ())
        yield from comparison.body("ask", "", definition, operation.body)
        yield from comparison.reply("reply", "", _told(definition, with_arguments=False), operation.reply)


def _operations(definition: type[Observed], published: Published) -> tuple[dict[str, Operation], frozenset[str]]:
    """What the contract offers for an object that may be read here and written there, and what lies beside that."""
    read = published.operations(definition.collection)
    elsewhere = definition.written_at if issubclass(definition, Resource) else ""
    if not elsewhere:
        return read, frozenset()
    written = published.operations(elsewhere)
    reads = {name: found for name, found in read.items() if name.startswith("get ")}
    writes = {name: found for name, found in written.items() if not name.startswith("get ")}
    return reads | writes, frozenset((read.keys() - reads.keys()) | (written.keys() - writes.keys()))


@dataclass(frozen=True)
class _Comparison:
    noun: str
    published: Published
    operations: Mapping[str, Operation] = field(default_factory=dict)
    beside: frozenset[str] = frozenset()
    """Operations where the definition does not look: writing where it reads, reading where it writes."""

    def methods(self, definition: type[Observed]) -> Iterator[Difference]:
        used = {"get collection"}
        if definition.readable_alone and _is_looked_up(definition):
            used.add("get one")
        if issubclass(definition, Resource):
            used |= {"patch one"} if definition.stands else {"post collection", "delete one"}
            used |= {"patch one", "put one"} & set(self.operations)
        unused = (set(self.operations) - used) | self.beside
        yield from (self._at("methods", name, "not in the contract") for name in sorted(used - set(self.operations)))
        yield from (self._at("methods", name, "not used") for name in sorted(unused))

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
        if definition.sortable != ("sort" in query):
            yield self._at("sort", "", "parameters", f"definition: {definition.sortable}, contract: {'sort' in query}")
        if _is_looked_up(definition):
            yield from self._naming(definition)

    def _naming(self, definition: type[Observed]) -> Iterator[Difference]:
        """Whether the list tells the name that people look the object up by."""
        properties = self._properties(self._items())
        for step in definition.named_by.split("/"):
            if step not in properties:
                yield self._at("list", definition.named_by, "not in the contract", "named_by")
                break
            properties = self._properties(properties[step])

    def replies(self, definition: type[Observed]) -> Iterator[Difference]:
        told = _told(definition)
        one = self.operations["get one"].reply if "get one" in self.operations else self._items()
        alone = list(self.reply("reply", "", told, one))
        yield from alone
        if self._flat(one) != self._flat(self._items()):
            yield from _not_yet_said(alone, self.reply("list", "", told, self._items()))

    def requests(self, definition: type[Resource]) -> Iterator[Difference]:
        created: list[Difference] = []
        if "post collection" in self.operations and not definition.stands:
            post = self.operations["post collection"]
            created = [
                *self.unsaid("create", "", post, ()),
                *self.body("create", "", definition, post.body),
            ]
            yield from created
            put = self.operations.get("put one")
            if put and put.body != post.body:
                yield from self.body("put", "", definition, put.body)
        yield from _not_yet_said(created, self._patch(definition))
        if "delete one" in self.operations and not definition.stands:
            yield from self._removal(definition, self.operations["delete one"])

    def actions(self, definition: type[Resource]) -> Iterator[Difference]:
        """Calls of their own below the object, each with what it is sent."""
        above = definition.written_at or definition.collection
        for name, block in definition.actions.items():
            operation = self.published.operation("post", f"{above}/{{}}/{name}")
            if operation is None:
                yield self._at("action", name, "not in the contract")
            else:
                yield from self.unsaid("action", name, operation, ())
                yield from self.body("action", name, block, operation.body)

    def unsaid(self, place: str, path: str, operation: Operation, said: Iterable[str]) -> Iterator[Difference]:
        """Query parameters that the contract and the definition do not share."""
        mine, told = set(said), set(operation.query)
        lead = f"{path}?" if path else ""
        yield from (self._at(place, f"{lead}{name}", "not in the contract") for name in sorted(mine - told))
        yield from (self._at(place, f"{lead}{name}", "left out") for name in sorted(told - mine))

    def _patch(self, definition: type[Resource]) -> Iterator[Difference]:
        patch = self.operations.get("patch one")
        properties = self._properties(patch.body if patch else {})
        fields = (definition.changed_as or definition).fields()
        # A secret without a version is taken when the object is made, and never again.
        once = {name for name, entry in fields.items() if entry.secret and f"{entry.secret}_wo_version" not in fields}
        known = {entry.write_to: entry for name, entry in fields.items() if entry.write_to and name not in once}
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

    def _removal(self, definition: type[Resource], operation: Operation) -> Iterator[Difference]:
        switched_on = {name: True for name, entry in definition.fields().items() if entry.plain == BOOLEAN}
        yield from self.unsaid("delete", "", operation, definition.delete_query(switched_on))

    def body(self, place: str, path: str, block: type[Block], schema: Json) -> Iterator[Difference]:
        """Arguments against the properties of a request; in a patch, HPE's own id names an element."""
        properties = self._properties(schema)
        required = set(map(str, list_of(self.published.whole(schema), "required")))
        sent = [
            entry for entry in block.fields().values() if entry.write_to and not (entry.later and place == "create")
        ]
        known = {entry.write_to: entry for entry in sent}
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
                is_needed = known[name].required or known[name].needed
                if place != "patch" and is_needed != (name in required):
                    said = f"definition: {is_needed}, contract: {name in required}"
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
            yield from self.body(place, where, entry.block, element)

    def reply(self, place: str, path: str, told: Mapping[str, Told], schema: Json) -> Iterator[Difference]:
        """Everything read against the properties of a reply."""
        properties = self._properties(schema)
        for name in sorted(told.keys() | properties.keys()):
            where = f"{path}.{name}" if path else name
            if name not in properties:
                yield self._at(place, where, "not in the contract")
            elif name not in told:
                yield self._at(place, where, "left out")
            elif (entry := told[name].entry) is None:
                yield from self.reply(place, where, told[name].parts, properties[name])
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
            yield from self.reply(place, where, _told(entry.block), element)

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


def _is_looked_up(definition: type[Observed]) -> bool:
    """Whether anybody asks for one of them: by a data source, or as a managed object."""
    return "one" in definition.sources or issubclass(definition, Resource)


def _not_yet_said(said: Iterable[Difference], found: Iterable[Difference]) -> Iterator[Difference]:
    """Differences that another place does not tell already."""
    known = {(difference.path, difference.kind, difference.detail) for difference in said}
    yield from (item for item in found if (item.path, item.kind, item.detail) not in known)


def _told(block: type[Block], *, with_arguments: bool = True) -> dict[str, Told]:
    """What a block reads, as a tree of HPE's property names; the answer to a question does not repeat its arguments."""
    root = Told()
    for entry in block.fields().values():
        if not entry.read_from or (entry.write_to and not with_arguments):
            continue
        node = root
        for step in entry.read_from:
            node = node.parts.setdefault(step, Told())
        node.entry = entry
    return root.parts
