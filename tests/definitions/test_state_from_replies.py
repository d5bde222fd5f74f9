"""A reply becomes a state: what the person wrote where it means the same, what HPE says where it differs."""

import pytest

from cupboards import Cupboard
from glbr.definition import UNKNOWN, argument
from glbr.views.state import observed, state_from
from glbr.views.terraform_schema import resource_schema

EMPTY = dict.fromkeys(resource_schema(Cupboard))


def after(reply: dict[str, object], **written: object) -> dict[str, object]:
    """The state after a reply, where a person wrote these arguments."""
    return state_from(Cupboard, reply, EMPTY | written)


def test_a_reply_is_read_where_hpe_puts_each_value() -> None:
    reply = {
        "id": "c-1",
        "name": "linen",
        "roomInfo": {"id": "r-1", "name": "Attic"},
        "serialNo": "X7",
        "lasts": {"value": 14, "unit": "DAYS"},
        "shelves": [{"id": "s-1", "number": 1, "lasts": {"value": 1, "unit": "MONTHS"}}],
        "labels": {"front": {"text": "Linen"}},
        "generation": 7,
    }

    state = after(reply)

    assert set(state) == set(EMPTY)
    assert (state["id"], state["room_id"], state["serial"], state["lasts"]) == ("c-1", "r-1", "X7", "14 days")
    assert state["shelves"] == [{"id": "s-1", "number": 1, "colour": None, "lasts": "1 month"}]
    assert state["labels"] == {"front": {"text": "Linen"}}


@pytest.mark.parametrize(
    ("name", "written", "reply", "kept"),
    [
        ("lasts", "2 weeks", {"lasts": {"value": 14, "unit": "DAYS"}}, "2 weeks"),
        ("lasts", "2 WEEKS", {"lasts": {"value": 2, "unit": "WEEKS"}}, "2 WEEKS"),
        ("lasts", "30 days", {"lasts": {"value": 1, "unit": "MONTHS"}}, "1 month"),
        ("lasts", "12 months", {"lasts": {"value": 1, "unit": "YEARS"}}, "12 months"),
        ("made", "2026-01-01T00:00:00Z", {"made": "2026-01-01T00:00:00.000000000Z"}, "2026-01-01T00:00:00Z"),
        ("made", "2026-01-01T00:00:00Z", {"made": "2026-01-01T00:00:01Z"}, "2026-01-01T00:00:01Z"),
        ("tags", ["b", "a"], {"tags": ["a", "b"]}, ["b", "a"]),
        ("tags", ["b", "a"], {"tags": ["a", "c"]}, ["a", "c"]),
        ("steps", [1, 2], {"steps": [2, 1]}, [2, 1]),
        ("drawers", 2, {"drawers": "2"}, 2),
        ("drawers", 2, {"drawers": 0}, 0),
        ("locked", True, {"locked": False}, False),
    ],
)
def test_what_was_written_stays_where_hpe_means_the_same(
    name: str, written: object, reply: dict[str, object], kept: object
) -> None:
    assert after(reply, **{name: written})[name] == kept


@pytest.mark.parametrize(
    ("name", "written", "reply", "kept"),
    [
        ("note", None, {"note": ""}, None),
        ("note", "", {}, ""),
        ("note", "", {"note": ""}, ""),
        ("note", "upstairs", {"note": ""}, None),
        ("note", "upstairs", {"note": None}, None),
        ("tags", None, {"tags": []}, None),
        ("tags", [], {"tags": None}, []),
        ("tags", ["a"], {"tags": []}, None),
        ("shelves", None, {"shelves": None}, None),
        ("shelves", [], {}, []),
        ("hooks", None, {"hooks": []}, None),
        ("labels", {}, {"labels": {}}, {}),
        ("labels", {}, {}, {}),
        ("labels", None, {"labels": {}}, None),
        ("door", {"side": None, "glass": None}, {}, {"side": None, "glass": None}),
        ("door", {"side": "left"}, {}, None),
        ("room_id", None, {"roomInfo": {"id": "", "name": ""}}, None),
        ("room_id", None, {"roomInfo": None}, None),
        ("door", None, {"door": {"side": "", "oiled": ""}}, None),
        ("lasts", None, {"lasts": {"value": None, "unit": None}}, None),
    ],
)
def test_absent_empty_and_null_are_one_and_the_same_to_hpe(
    name: str, written: object, reply: dict[str, object], kept: object
) -> None:
    assert after(reply, **{name: written})[name] == kept


def test_shelves_stay_in_the_order_in_which_they_were_written() -> None:
    written = [{"number": 2, "colour": "red"}, {"number": 1, "colour": None}]
    told = [{"id": "s-1", "number": 1}, {"id": "s-3", "number": 3}, {"id": "s-2", "number": 2, "colour": "blue"}]

    shelves = after({"shelves": told}, shelves=written)["shelves"]

    assert [(item["number"], item["id"], item["colour"]) for item in shelves] == [
        (2, "s-2", "blue"),
        (1, "s-1", None),
        (3, "s-3", None),
    ]


def test_a_shelf_whose_key_changed_is_matched_by_its_place() -> None:
    written = [{"number": 1, "lasts": "7 days"}, {"number": 2}]
    told = [{"number": 9, "lasts": {"value": 1, "unit": "WEEKS"}}, {"number": 2}]

    shelves = after({"shelves": told}, shelves=written)["shelves"]

    assert [(item["number"], item["lasts"]) for item in shelves] == [(9, "7 days"), (2, None)]


def test_a_shelf_that_is_gone_leaves_the_state() -> None:
    written = [{"number": 1}, {"number": 2}]

    shelves = after({"shelves": [{"number": 2}]}, shelves=written)["shelves"]

    assert [item["number"] for item in shelves] == [2]


def test_a_period_inside_an_element_of_a_set_keeps_its_spelling() -> None:
    hooks = after(
        {"hooks": [{"place": "low", "load": "4"}, {"place": "top"}]}, hooks=[{"place": "top"}, {"place": "low"}]
    )

    assert hooks["hooks"] == [{"place": "top", "load": None}, {"place": "low", "load": 4}]


def test_values_hpe_has_added_to_its_lists_are_read_as_they_are() -> None:
    state = after({"wood": "BAMBOO", "lasts": {"value": 3, "unit": "DECADES"}}, lasts="1 year")

    assert (state["wood"], state["lasts"]) == ("BAMBOO", "3 DECADES")


def test_a_new_word_of_hpes_is_no_reason_for_a_new_object() -> None:
    renamed = after({"wood": "BAMBOO"}, wood="OAK")
    changed = after({"wood": "ASH"}, wood="OAK")

    assert renamed["wood"] == "OAK"
    assert changed["wood"] == "ASH"


@pytest.mark.parametrize(
    "reply", [{"shelves": "many"}, {"labels": 4}, {"door": "left"}, {"drawers": "a few"}, {"lasts": 3}]
)
def test_a_value_of_an_unexpected_kind_is_read_as_absent(reply: dict[str, object]) -> None:
    (name,) = reply

    assert after(reply)[name] is None


def test_what_hpe_never_tells_stays_as_it_was_written() -> None:
    state = after({"id": "c-1"}, force=True, code="1234", code_wo_version=3, timeouts={"create": "5m"})

    assert (state["force"], state["code"], state["code_wo_version"]) == (True, "1234", 3)
    assert state["timeouts"] == {"create": "5m"}


def test_a_write_only_value_is_never_in_the_state() -> None:
    assert after({"id": "c-1"}, code_wo="1234")["code_wo"] is None


def test_nothing_stays_unknown() -> None:
    state = after({"id": "c-1"}, locked=UNKNOWN, force=UNKNOWN, weight=UNKNOWN, door={"side": "left", "oiled": UNKNOWN})

    assert UNKNOWN not in state.values()
    assert (state["locked"], state["force"], state["weight"]) == (None, None, None)


def test_an_import_starts_from_the_defaults_of_what_hpe_does_not_tell() -> None:
    state = state_from(Cupboard, {"id": "c-1", "name": "linen"}, None)

    assert (state["force"], state["code"], state["timeouts"]) == (False, None, None)


def test_state_of_a_provider_that_did_not_know_an_argument_gets_its_default() -> None:
    """Only what steers Terraform: of an argument that is sent, HPE was never told."""

    class Crate(Cupboard):
        """A cupboard with a lid."""

        nailed: bool | None = argument("Whether the lid is nailed down.", default=True, returned=False)

    state = state_from(Crate, {"id": "c-1"}, dict.fromkeys(resource_schema(Crate)))

    assert (state["force"], state["nailed"]) == (False, None)


def test_a_data_source_tells_what_changes_by_itself_too() -> None:
    assert observed(Cupboard, {"id": "c-1", "opened": 12})["opened"] == 12
