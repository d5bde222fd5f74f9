"""Our definitions against HPE's contract: every difference has been read by a person, and the comparison does find them."""

import re

import pytest

from authorities.comparison import Difference, differences
from authorities.contract_schema import Json, Published
from authorities.review import PROJECT, Reviewed, all_differences, page, published, reviewed, stale, unreviewed
from authorities.small_contract import kinds, operation
from glbr.definition import Block, Computation, Observed, Period, Resource, TimeOfDay, Timestamp, argument, result
from glbr.definition.fields import Field
from glbr.resources import definitions, things

COMMAND = "PYTHONPATH=tests/support python -m authorities"


@pytest.fixture(scope="session")
def api() -> Published:
    return published()


@pytest.fixture(scope="session")
def found(api: Published) -> list[Difference]:
    return all_differences(api)


def test_every_difference_has_been_reviewed(found: list[Difference]) -> None:
    left = unreviewed(found, reviewed())

    assert left == [], f"mend the definition, or give a reason in reviewed.toml; {COMMAND} lists them"


def test_every_review_speaks_of_a_difference_that_is_there(found: list[Difference]) -> None:
    left = stale(found, reviewed())

    assert left == [], "remove these lines from reviewed.toml"


def test_every_review_gives_a_reason_in_a_sentence() -> None:
    reasons = [line.reason for line in reviewed()]

    assert [reason for reason in reasons if not reason.endswith(".") or len(reason.split()) < 4] == []


def test_the_page_of_reviewed_differences_is_up_to_date(found: list[Difference]) -> None:
    written = (PROJECT / "docs" / "reviewed-differences.md").read_text(encoding="utf-8")

    assert written == page(found, reviewed()), f"run `{COMMAND}`"


@pytest.mark.parametrize("noun", definitions())
def test_the_list_holds_whole_objects_so_that_reads_may_be_coalesced(found: list[Difference], noun: str) -> None:
    places = {difference.place for difference in found if difference.noun == noun}

    assert "list" not in places


def test_every_place_in_a_path_is_the_id_of_what_is_kept_there() -> None:
    wrong = [
        f"{noun}: {path} {name}"
        for noun, thing in things().items()
        for path in (thing.paths if issubclass(thing, Computation) else [getattr(thing, "collection", "")])
        for segment, name in re.findall(r"/([^/]+)/\{(\w+)\}", path)
        if not _leads_to(thing.fields().get(name), segment)
    ]

    assert wrong == []


def _leads_to(field: Field | None, segment: str) -> bool:
    """Whether a field is the parent whose objects are kept under this name."""
    above = definitions().get(field.to or "") if field is not None and field.parent else None
    return above is not None and above.collection.rpartition("/")[2] == segment


class Place(Block):
    """Where it stands."""

    city: str = argument("City.")
    notes: str | None = argument("Notes.", replace=True)


class Shelf(Resource):
    """A shelf that agrees with the contract below in everything."""

    collection = "/shelves"
    filterable = ("name",)

    name: str = argument("Name.", at_least=1, at_most=9)
    width: int | None = argument("Width.", at_least=1)
    kept: Period | None = argument("How long.")
    opens: TimeOfDay | None = argument("When.")
    made: Timestamp | None = result("When it was made.")
    place: Place | None = argument("Where.", read_from="placeInfo.found")
    tags: set[str] | None = argument("Tags.", at_most=4)


PERIOD = {
    "type": "object",
    "properties": {
        "value": {"type": "integer", "minimum": 1},
        "unit": {"type": "string", "enum": ["HOURS", "DAYS", "WEEKS", "MONTHS", "YEARS"]},
    },
}
PLACE = {
    "type": "object",
    "required": ["city"],
    "properties": {"city": {"type": "string"}, "notes": {"type": "string"}},
}


def sent() -> dict[str, Json]:
    return {
        "name": {"type": "string", "minLength": 1, "maxLength": 9},
        "width": {"type": ["integer", "null"], "minimum": 1},
        "kept": {"$ref": "#/components/schemas/Period"},
        "opens": {"type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$"},
        "place": PLACE,
        "tags": {"type": "array", "maxItems": 4, "items": {"type": "string"}},
    }


def contract(create: Json, reply: Json, item: Json | None = None, **query: Json) -> Published:
    """A small contract. `query` replaces query parameters of the list, or of `delete`."""
    body = {"allOf": [{"type": "object", "required": ["name"]}, {"properties": create}]}
    one = {"type": "object", "properties": reply}
    many = {"type": "object", "properties": {"items": {"type": "array", "items": item or one}}}
    listed = [
        {"name": "filter", "in": "query", "x-filterable": ["name"]},
        *({"name": name, "in": "query"} for name in ("offset", "limit", "sort")),
    ]
    removed = [{"name": name, "in": "query"} for name in query.get("delete", ())]

    return Published(
        {
            "components": {"schemas": {"Period": PERIOD}},
            "paths": {
                "/shelves": {"get": operation(answer=many, parameters=listed), "post": operation(body)},
                "/shelves/{id}": {
                    "get": operation(answer=one),
                    "patch": operation({"type": "object", "properties": create}),
                    "delete": operation(parameters=removed),
                },
            },
        }
    )


def told() -> dict[str, Json]:
    parts = {name: schema for name, schema in sent().items() if name != "place"}
    stands = {"type": "object", "properties": {"found": PLACE}}
    return {"id": {"type": "string"}, "made": {"type": "string", "format": "date-time"}, "placeInfo": stands} | parts


def test_a_definition_that_agrees_has_no_differences() -> None:
    assert kinds(Shelf, contract(sent(), told())) == set()


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"depth": {"type": "integer"}}, {("create", "depth", "left out")}),
        ({"width": None}, {("create", "width", "not in the contract")}),
        ({"width": {"type": "string", "minimum": 1}}, {("create", "width", "type")}),
        ({"width": {"type": "integer"}}, {("create", "width", "least")}),
        ({"name": {"type": "string", "minLength": 1, "maxLength": 80}}, {("create", "name", "most")}),
        ({"name": {"type": "string", "minLength": 1, "maxLength": 9, "enum": ["A"]}}, {("create", "name", "values")}),
        ({"name": {"type": "string", "minLength": 1, "maxLength": 9, "readOnly": True}}, {("create", "name", "read-only")}),
        ({"kept": {"type": "string"}}, {("create", "kept", "type")}),
        ({"opens": {"type": "string"}}, {("create", "opens", "pattern")}),
        ({"tags": {"type": "array", "maxItems": 4, "items": {"type": "integer"}}}, {("create", "tags", "type")}),
        ({"tags": {"type": "string", "maxItems": 4}}, {("create", "tags", "type")}),
        ({"place": {**PLACE, "required": []}}, {("create", "place.city", "required")}),
        ({"place": {**PLACE, "properties": {"city": {"type": "string"}}}}, {("create", "place.notes", "not in the contract")}),
    ],
)  # fmt: skip
def test_a_difference_in_a_request_is_found(
    change: dict[str, Json | None], expected: set[tuple[str, str, str]]
) -> None:
    create = {name: schema for name, schema in (sent() | change).items() if schema is not None}

    assert kinds(Shelf, contract(create, told())) == expected


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"health": {"type": "string"}}, {("reply", "health", "left out")}),
        ({"made": None}, {("reply", "made", "not in the contract")}),
        ({"made": {"type": "string"}}, {("reply", "made", "type")}),
        ({"placeInfo": {"properties": {"found": PLACE, "by": {}}}}, {("reply", "placeInfo.by", "left out")}),
        ({"width": {"type": "integer", "readOnly": True}}, {("reply", "width", "read-only")}),
    ],
)
def test_a_difference_in_a_reply_is_found(change: dict[str, Json | None], expected: set[tuple[str, str, str]]) -> None:
    reply = {name: schema for name, schema in (told() | change).items() if schema is not None}

    assert kinds(Shelf, contract(sent(), reply)) == expected


def test_a_list_that_holds_less_than_the_whole_object_is_found() -> None:
    item = {"type": "object", "properties": {name: schema for name, schema in told().items() if name != "made"}}

    assert kinds(Shelf, contract(sent(), told(), item)) == {("list", "made", "not in the contract")}


def test_a_query_parameter_of_the_removal_that_nobody_uses_is_found() -> None:
    assert kinds(Shelf, contract(sent(), told(), delete=["force"])) == {("delete", "force", "left out")}


def test_values_of_a_description_that_hpe_does_not_have_are_found() -> None:
    class Lamp(Observed):
        """A lamp."""

        collection = "/shelves"
        filterable = ("name",)

        name: str | None = result("Name.")
        state: str | None = result("`LIT`, `DARK` or `BROKEN`.")

    listed = {"type": "string", "enum": ["LIT", "DARK", "DIM"]}
    reply = {"id": {"type": "string"}, "name": {"type": "string"}, "state": listed}

    found = [item for item in differences("lamp", Lamp, contract({}, reply)) if item.place == "reply"]

    assert [item.kind for item in found] == ["described values", "described values"]
    assert "BROKEN" in found[0].detail
    assert "DIM" in found[1].detail


def test_filters_paging_and_names_are_compared() -> None:
    class Basket(Observed):
        """A basket."""

        collection = "/shelves"
        paging = "page"
        named_by = "basketInfo/name"
        filterable = ("size",)

    api = contract({}, {"id": {"type": "string"}})

    assert kinds(Basket, api) >= {
        ("filter", "size", "not in the contract"),
        ("filter", "name", "left out"),
        ("paging", "", "parameters"),
        ("list", "basketInfo/name", "not in the contract"),
        ("methods", "post collection", "not used"),
    }


def test_a_review_covers_what_it_names_and_nothing_else() -> None:
    line = Reviewed("*", "reply", "*.name", "left out", "")

    covered = [
        line.covers(Difference(noun, place, path, kind))
        for noun, place, path, kind in (
            ("shelf", "reply", "placeInfo.name", "left out"),
            ("lamp", "reply", "a.b.name", "left out"),
            ("shelf", "reply", "name", "left out"),
            ("shelf", "create", "placeInfo.name", "left out"),
            ("shelf", "reply", "placeInfo.name", "type"),
        )
    ]

    assert covered == [True, True, False, False, False]
