"""Every shape of a definition is held against the contract: below another object, written elsewhere, standing, asked."""

import pytest

from authorities.comparison import differences
from authorities.contract_schema import Json, Published
from authorities.small_contract import holding, kinds, listed, operation, paths
from glbr.definition import Block, Computation, Observed, Resource, argument, parent, result, secret

ITEM = holding("id", "name")
PAGED = ("filter", "offset", "limit", "sort")


class Book(Observed):
    """A book, which stands on a shelf."""

    collection = "/shelves/{shelf_id}/books"

    shelf_id: str = parent("Shelf.", to="shelf")
    name: str | None = result("Title.")


def test_a_collection_below_another_is_followed_however_its_places_are_called() -> None:
    api = paths(
        {
            "/shelves/{uuid}/books": {"get": listed(ITEM, *PAGED)},
            "/shelves/{id}/books/{book-id}": {"get": operation(answer=ITEM), "delete": operation()},
        }
    )

    assert kinds(Book, api) == {("methods", "delete one", "not used")}


def test_a_collection_that_the_contract_lacks_is_found() -> None:
    assert kinds(Book, paths({"/shelves/{id}/magazines": {"get": listed(ITEM, *PAGED)}})) == {
        ("methods", "get collection", "not in the contract"),
        ("methods", "get one", "not in the contract"),
    }


def test_a_list_that_takes_no_sort_is_found() -> None:
    one = {"get": operation(answer=ITEM)}
    api = paths({"/shelves/{id}/books": {"get": listed(ITEM, "offset", "limit")}, "/shelves/{id}/books/{id}": one})

    assert kinds(Book, api) == {("sort", "", "parameters")}


def test_what_is_only_listed_needs_no_name_and_no_reading_of_one() -> None:
    class Label(Observed):
        """A label."""

        collection = "/labels"
        sources = ("many",)

        text: str | None = result("Text.")

    item = holding("id", "text")

    assert kinds(Label, paths({"/labels": {"get": listed(item, *PAGED)}})) == set()
    assert kinds(Label, paths({"/labels": {"get": listed(item, *PAGED)}, "/labels/{id}": {"get": operation(answer=item)}})) == {
        ("methods", "get one", "not used")
    }  # fmt: skip


class Door(Resource):
    """A door, read at one place and written at another."""

    collection = "/seen/doors"
    written_at = "/made/doors"

    name: str = argument("Name.")


def test_an_object_that_is_written_elsewhere_is_compared_at_both_places() -> None:
    body = {"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}}}
    seen = {"get": listed(ITEM, *PAGED), "post": operation(body)}
    api = paths(
        {
            "/seen/doors": seen,
            "/seen/doors/{id}": {"get": operation(answer=ITEM)},
            "/made/doors": {"post": operation({**body, "required": []})},
            "/made/doors/{door-id}": {"patch": operation(body), "delete": operation()},
        }
    )

    assert kinds(Door, api) == {("methods", "post collection", "not used"), ("create", "name", "required")}


class Setting(Resource):
    """A setting, which is there without Terraform."""

    collection = "/settings"
    stands = True

    name: str = argument("Name.", sent=False)
    value: str = argument("Value.")


def test_an_object_that_stands_is_only_changed() -> None:
    item = holding("id", "name", "value")
    change = {"type": "object", "properties": {"value": {"type": "string"}, "note": {"type": "string"}}}
    one = {"get": operation(answer=item), "patch": operation(change), "delete": operation()}

    found = kinds(Setting, paths({"/settings": {"get": listed(item, *PAGED)}, "/settings/{id}": one}))

    assert found == {("methods", "delete one", "not used"), ("patch", "note", "left out")}


def test_a_standing_object_that_cannot_be_changed_is_found() -> None:
    item = holding("id", "name", "value")
    one = {"get": operation(answer=item)}

    found = kinds(Setting, paths({"/settings": {"get": listed(item, *PAGED)}, "/settings/{id}": one}))

    assert found == {("methods", "patch one", "not in the contract"), ("patch", "value", "not in the contract")}


class Grow(Block):
    """What growing takes."""

    by: int = argument("How much.")


class Box(Resource):
    """A box that grows, and whose lid and code are special."""

    collection = "/boxes"
    actions = {"grow": Grow, "paint": Grow}  # noqa: RUF012 # as every definition writes it

    name: str = argument("Name.")
    lid: str | None = argument("Lid, which comes later.", later=True, returned=False)
    code: str = secret("Code, taken once.", once=True)


def boxes(grow: Json, create: Json, *query: str) -> Published:
    body = {"type": "object", "required": ["name", "code"], "properties": create}
    change = {"type": "object", "properties": {"name": {"type": "string"}, "lid": {"type": "string"}}}
    asked = [{"name": name, "in": "query"} for name in query]
    return paths(
        {
            "/boxes": {"get": listed(ITEM, *PAGED), "post": operation(body)},
            "/boxes/{id}": {"get": operation(answer=ITEM), "patch": operation(change), "delete": operation()},
            "/boxes/{box-id}/grow": {"post": operation({"type": "object", "properties": grow}, parameters=asked)},
            "/boxes/{box-id}/paint": {"get": operation(answer=ITEM)},
        }
    )


NAME_AND_CODE = {"name": {"type": "string"}, "code": {"type": "string"}}


def test_what_a_call_of_its_own_takes_is_compared() -> None:
    found = kinds(Box, boxes({"by": {"type": "string"}, "slowly": {"type": "boolean"}}, NAME_AND_CODE, "force"))

    assert found == {
        ("action", "grow?force", "left out"),
        ("action", "grow.by", "type"),
        ("action", "grow.by", "required"),
        ("action", "grow.slowly", "left out"),
        ("action", "paint", "not in the contract"),
    }


def test_what_comes_later_belongs_to_the_change_and_not_to_the_creation() -> None:
    asked = {"type": "integer"}
    found = kinds(Box, boxes({"by": asked}, {**NAME_AND_CODE, "lid": {"type": "string"}}))

    assert ("create", "lid", "left out") in found
    assert ("patch", "lid", "left out") not in found


def test_a_secret_that_is_taken_once_belongs_to_the_creation_and_not_to_the_change() -> None:
    found = kinds(Box, boxes({"by": {"type": "integer"}}, {"name": {"type": "string"}}))

    assert {item for item in found if "code" in item} == {("create", "code", "not in the contract")}


class Estimate(Computation):
    """How much wood a shelf takes."""

    paths = ("/shelves/{shelf_id}/estimate", "/estimate")

    shelf_id: str | None = parent("Shelf.", to="shelf")
    width: int | None = argument("Width.")
    wood: float | None = result("Wood.")


QUESTION = {"type": "object", "properties": {"width": {"type": "integer"}}}
ANSWER = {"type": "object", "properties": {"wood": {"type": "number"}}}


def test_a_question_that_agrees_has_no_differences() -> None:
    asked = {"post": operation(QUESTION, ANSWER)}

    assert kinds(Estimate, paths({"/shelves/{id}/estimate": asked, "/estimate": asked})) == set()


@pytest.mark.parametrize(
    ("question", "answer", "query", "expected"),
    [
        ({"properties": {}}, ANSWER, [], ("ask", "width", "not in the contract")),
        ({**QUESTION, "required": ["width"]}, ANSWER, [], ("ask", "width", "required")),
        (QUESTION, {"properties": {"wood": {"type": "integer"}}}, [], ("reply", "wood", "type")),
        (QUESTION, {"properties": {"wood": {"type": "number"}, "nails": {}}}, [], ("reply", "nails", "left out")),
        (QUESTION, ANSWER, [{"name": "exactly", "in": "query"}], ("ask", "exactly", "left out")),
    ],
)  # fmt: skip
def test_a_difference_in_a_question_or_its_answer_is_found(
    question: Json, answer: Json, query: list[Json], expected: tuple[str, str, str]
) -> None:
    asked = {"post": operation(question, answer, query)}

    assert kinds(Estimate, paths({"/shelves/{id}/estimate": asked, "/estimate": asked})) == {expected}


def test_a_question_that_cannot_be_asked_at_one_of_its_paths_is_found() -> None:
    api = paths({"/shelves/{id}/estimate": {"post": operation(QUESTION, ANSWER)}})

    assert kinds(Estimate, api) == {("methods", "/estimate", "not in the contract")}


def test_the_same_difference_of_two_paths_is_told_once() -> None:
    asked = {"post": operation({"properties": {}}, ANSWER)}
    api = paths({"/shelves/{id}/estimate": asked, "/estimate": asked})

    assert len(list(differences("estimate", Estimate, api))) == 1
