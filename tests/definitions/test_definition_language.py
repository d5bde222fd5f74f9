"""What the words of a definition mean: names, types, what a person may set, and what follows for Terraform."""

import pytest

from cupboards import Cupboard, Shelf
from glbr.definition import UNKNOWN, Block, Observed, argument, result
from glbr.definition.types import Choice
from glbr.protection.problem import Problem
from glbr.provider.checks import configuration_problems
from glbr.resources import managed
from glbr.views.terraform_schema import (
    Attribute,
    data_source_schema,
    list_schema,
    lookup_name,
    object_type,
    resource_schema,
)


def ways(attribute: Attribute) -> str:
    """Who may set it: r(equired), o(ptional), c(omputed)."""
    flags = (("r", attribute.required), ("o", attribute.optional), ("c", attribute.computed))
    return "".join(letter for letter, is_set in flags if is_set)


def problems(**config: object) -> list[Problem]:
    empty = dict.fromkeys(resource_schema(Cupboard)) | {"name": "oak", "wood": "OAK"}
    return list(configuration_problems(Cupboard, resource_schema(Cupboard), empty | config))


def test_an_object_is_named_by_its_class() -> None:
    assert Cupboard.noun() == "cupboard"
    assert Cupboard.plural() == "cupboards"
    assert Cupboard.type_name() == "glbr_cupboard"
    assert Cupboard.within({}).one("a/b") == "/storage/v1/cupboards/a%2Fb"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("name", "r"), ("wood", "r"), ("note", "o"), ("room_id", "o"), ("drawers", "oc"), ("locked", "oc"),
        ("force", "oc"), ("door", "o"), ("made", "c"), ("weight", "c"), ("id", "c"), ("timeouts", "o"),
        ("code", "o"), ("code_wo", "o"), ("code_wo_version", "o"),
    ],
)  # fmt: skip
def test_the_annotation_and_the_word_say_who_may_set_it(name: str, expected: str) -> None:
    assert ways(resource_schema(Cupboard)[name]) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("name", "string"),
        ("drawers", "number"),
        ("locked", "bool"),
        ("lasts", "string"),
        ("tags", ["set", "string"]),
        ("steps", ["list", "number"]),
        ("door", ["object", {"side": "string", "glass": "bool", "oiled": "string"}]),
        ("hooks", ["set", ["object", {"place": "string", "load": "number"}]]),
        ("labels", ["map", ["object", {"text": "string"}]]),
        ("shelves", ["list", ["object", {"id": "string", "number": "number", "colour": "string", "lasts": "string"}]]),
    ],
)
def test_each_annotation_has_its_terraform_type(name: str, expected: object) -> None:
    assert resource_schema(Cupboard)[name].terraform_type() == expected


def test_names_differ_between_request_and_reply_where_hpe_is_irregular() -> None:
    fields = Cupboard.fields()

    assert (fields["room_id"].write_to, fields["room_id"].read_from) == ("roomId", ("roomInfo", "id"))
    assert (fields["serial"].write_to, fields["serial"].read_from) == ("serialNo", ("serialNo",))
    assert (fields["weight"].write_to, fields["weight"].read_from) == (None, ("weight",))
    assert (fields["force"].write_to, fields["force"].read_from) == (None, ())


def test_a_secret_becomes_three_arguments() -> None:
    fields = Cupboard.fields()

    shown, hidden, version = fields["code"], fields["code_wo"], fields["code_wo_version"]
    assert (shown.sensitive, shown.write_only, shown.write_to) == (True, False, "code")
    assert (hidden.sensitive, hidden.write_only, hidden.write_to) == (True, True, "code")
    assert (version.sensitive, version.write_only, version.write_to) == (False, False, None)
    assert version.plain is not None
    assert version.plain.terraform == "number"
    assert all(field.read_from == () for field in (shown, hidden, version))


def test_what_changes_by_itself_is_for_data_sources_only() -> None:
    assert "opened" not in resource_schema(Cupboard)
    assert ways(data_source_schema(Cupboard)["opened"]) == "c"


def test_a_data_source_takes_an_id_or_a_name_and_tells_the_rest() -> None:
    schema = data_source_schema(Cupboard)

    assert {name for name, attribute in schema.items() if attribute.optional} == {"id", "name"}
    assert "force" not in schema
    assert "code" not in schema


def test_an_object_without_a_name_of_its_own_is_still_found_by_name() -> None:
    class Loan(Observed):
        """Who has what."""

        collection = "/loans"
        named_by = "cupboardInfo/name"

        since: str | None = result("Since when.")

    schema = data_source_schema(Loan)

    assert lookup_name(Loan) == "name"
    assert schema["name"].field.read_from == ("cupboardInfo", "name")
    assert ways(schema["name"]) == "oc"


def test_a_list_takes_filters_only_where_hpe_has_any() -> None:
    class Wall(Observed):
        """A wall."""

        collection = "/walls"

    assert list(list_schema(Cupboard)) == ["filters", "sort", "limit", "items"]
    assert "`roomInfo/id`" in list_schema(Cupboard)["filters"].field.description
    assert list(list_schema(Wall)) == ["sort", "limit", "items"]


def test_a_block_inherits_the_attributes_of_its_parent() -> None:
    class Board(Shelf):
        """A shelf with a weight."""

        weight: int | None = result("Weight.")

    assert list(Board.fields()) == [*Shelf.fields(), "weight"]


def test_an_annotation_that_terraform_has_no_type_for_is_refused() -> None:
    class Odd(Block):
        """Holds bytes."""

        content: bytes = argument("Content.")

    with pytest.raises(TypeError, match=r"content: <class 'bytes'> is not a type"):
        Odd.fields()


def test_elements_are_told_apart_by_their_key() -> None:
    assert Shelf.key_of({"number": 3, "colour": "red"}) == Shelf.key_of({"number": 3, "colour": "blue"})
    assert Shelf.key_of({"number": 3}) != Shelf.key_of({"number": 4})
    assert Block.key_of({"number": 3}) is None


def test_the_type_of_an_object_names_every_attribute() -> None:
    kind, attributes = object_type(resource_schema(Cupboard))

    assert kind == "object"
    assert set(attributes) == set(resource_schema(Cupboard))


def test_an_enumeration_is_strict_towards_people_and_lenient_towards_hpe() -> None:
    wood = Cupboard.fields()["wood"].plain

    assert isinstance(wood, Choice)
    assert wood.problem("OAK") is None
    assert wood.problem("PINE") == "allowed are OAK, ASH"
    assert wood.from_api("PINE") == "PINE"


@pytest.mark.parametrize(
    ("config", "path", "text"),
    [
        ({"wood": "PINE"}, ("wood",), "Given: 'PINE'; allowed are OAK, ASH."),
        ({"name": ""}, ("name",), "The least is 1."),
        ({"name": "0123456789"}, ("name",), "Given: 10 characters. The most is 9."),
        ({"lasts": "soon"}, ("lasts",), "'14 days' or '6 months'"),
        ({"opens": "25:00"}, ("opens",), "00:00 to 23:59"),
        ({"drawers": 1.5}, ("drawers",), "a whole number is needed"),
        ({"shelves": [{"number": 1}, {"number": 0}]}, ("shelves", 1, "number"), "The least is 1."),
        ({"shelves": [{"number": 1, "lasts": "0 days"}]}, ("shelves", 0, "lasts"), "the least is 1"),
        ({"timeouts": {"create": "soon"}}, ("timeouts", "create"), "'30m'"),
    ],
)
def test_a_value_that_cannot_be_is_refused_where_it_stands(
    config: dict[str, object], path: tuple[object, ...], text: str
) -> None:
    (problem,) = problems(**config)

    assert problem.path == path
    assert text in problem.detail


@pytest.mark.parametrize(
    ("config", "path"),
    [
        ({"name": None}, ("name",)),
        ({"shelves": [{"number": None}]}, ("shelves", 0, "number")),
        ({"shelves": [None]}, ("shelves", 0)),
        ({"steps": [1, None]}, ("steps", 1)),
        ({"tags": [None]}, ("tags",)),
    ],
)
def test_a_null_where_a_value_is_needed_is_refused(config: dict[str, object], path: tuple[object, ...]) -> None:
    (problem,) = problems(**config)

    assert problem.path == path
    assert "Given: null." in problem.detail


@pytest.mark.parametrize(
    ("config", "path"),
    [
        ({"shelves": [{"number": 1}, {"number": 2}, {"number": 1, "colour": "red"}]}, ("shelves", 2, "number")),
        ({"hooks": [{"place": "left", "load": 1}, {"place": "left", "load": 2}]}, ("hooks",)),
    ],
)
def test_a_member_that_is_named_twice_is_refused(config: dict[str, object], path: tuple[object, ...]) -> None:
    (problem,) = problems(**config)

    assert problem.path == path
    assert "names one member 2 times" in problem.summary


def test_members_that_are_not_known_apart_as_yet_are_no_mistake() -> None:
    assert problems(shelves=[{"number": UNKNOWN}, {"number": UNKNOWN}]) == []


def test_members_whose_names_may_repeat_are_no_mistake() -> None:
    tags = [{"name": "gold", "resource_uri": "/tags/1"}, {"name": "gold", "resource_uri": "/tags/2"}]
    group = managed()["virtual_machine_protection_group"]
    config = {"dynamic_member_filter": {"members": tags}, "vm_protection_group_type": "DYNAMIC"}
    schema = resource_schema(group)

    found = configuration_problems(group, schema, dict.fromkeys(schema) | config)

    assert [problem for problem in found if problem.path[0] == "dynamic_member_filter"] == []


@pytest.mark.parametrize(
    ("config", "path"),
    [({"tags": [""]}, ("tags",)), ({"doors": ["oak", ""]}, ("doors", 1)), ({"pegs": [{"size": None}]}, ("pegs", 0))],
)
def test_an_element_that_says_nothing_is_refused(config: dict[str, object], path: tuple[object, ...]) -> None:
    """HPE drops it: no plan would ever be empty."""

    class Peg(Block):
        """Holds a coat."""

        size: int | None = argument("Size.")

    class Hall(Cupboard):
        """A cupboard to walk through."""

        doors: list[str] | None = argument("Doors.")
        pegs: list[Peg] | None = argument("Pegs.")

    schema = resource_schema(Hall)

    (problem,) = configuration_problems(Hall, schema, dict.fromkeys(schema) | {"name": "oak", "wood": "OAK"} | config)

    assert problem.path == path
    assert "Give a value, or no element." in problem.detail


def test_an_element_of_a_set_is_refused_at_the_set() -> None:
    class Rack(Block):
        """Holds shelves in any order."""

        shelves: set[Shelf] | None = argument("Shelves.")

    class Stand(Cupboard):
        """A cupboard with a rack."""

        rack: Rack | None = argument("Rack.")

    found = list(
        configuration_problems(
            Stand, resource_schema(Stand), {"name": "oak", "wood": "OAK", "rack": {"shelves": [{"number": 0}]}}
        )
    )

    assert [problem.path for problem in found] == [("rack", "shelves", "number")]
