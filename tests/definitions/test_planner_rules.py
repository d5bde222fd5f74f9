"""What a plan says, by Terraform's rules: nothing a person wrote is changed, only what HPE tells may be filled in."""

import pytest

from cupboards import Cupboard
from glbr.definition import UNKNOWN, Block, Resource, Unknown, argument, result
from glbr.provider.planner import Plan, planned, without_results
from glbr.views.terraform_schema import resource_schema

SCHEMA = resource_schema(Cupboard)
EMPTY = dict.fromkeys(SCHEMA)
LATER = Unknown({1: False, 2: "r-"})
"""A reference to something that is made in the same run: not null, and what it begins with is certain."""
CONFIG = EMPTY | {"name": "linen", "wood": "OAK"}
PRIOR = CONFIG | {
    "id": "c-1", "drawers": 2, "locked": False, "force": False, "made": "2026-01-01T00:00:00Z", "weight": 30,
}  # fmt: skip


def creation(**config: object) -> Plan:
    return planned(SCHEMA, None, CONFIG | config)


def change(prior: dict[str, object] | None = None, **config: object) -> Plan:
    return planned(SCHEMA, PRIOR | (prior or {}), CONFIG | config)


def test_a_creation_knows_what_was_written_and_leaves_the_rest_to_hpe() -> None:
    plan = creation(note="upstairs")

    assert plan.changed
    assert (plan.state["name"], plan.state["note"], plan.state["room_id"]) == ("linen", "upstairs", None)
    assert (plan.state["drawers"], plan.state["force"]) == (2, False)
    assert {name for name, value in plan.state.items() if value is UNKNOWN} == {"id", "locked", "made", "weight"}


def test_an_unknown_value_is_kept_with_all_that_is_certain_about_it() -> None:
    plan = creation(room_id=LATER, door={"side": LATER}, shelves=[{"number": 1, "colour": LATER}], tags=LATER)

    assert plan.state["room_id"] is LATER
    assert plan.state["tags"] is LATER
    assert plan.state["door"]["side"] is LATER
    assert plan.state["shelves"][0]["colour"] is LATER


def test_a_value_that_becomes_known_only_later_counts_as_a_change() -> None:
    plan = change({"room_id": "r-1"}, room_id=LATER)

    assert plan.changed
    assert plan.state["room_id"] is LATER


def test_an_unchanged_configuration_plans_the_state_as_it_is() -> None:
    plan = change()

    assert plan == Plan(PRIOR, changed=False)


@pytest.mark.parametrize(
    ("name", "before", "written"),
    [
        ("lasts", "14 days", "2 weeks"),
        ("made", "2026-01-01T00:00:00Z", None),
        ("locked", True, None),
        ("drawers", 2, None),
        ("tags", ["a", "b"], ["b", "a"]),
        (
            "hooks",
            [{"place": "a", "load": None}, {"place": "b", "load": 1}],
            [{"place": "b", "load": 1}, {"place": "a"}],
        ),
        ("shelves", [{"id": "s", "number": 1, "colour": None, "lasts": "7 days"}], [{"number": 1, "lasts": "1 week"}]),
        ("door", {"side": "left", "glass": None, "oiled": "2026-01-01T00:00:00Z"}, {"side": "left"}),
        ("labels", {"front": {"text": "Linen"}}, {"front": {"text": "Linen"}}),
    ],
)
def test_what_means_the_same_is_no_change(name: str, before: object, written: object) -> None:
    plan = change({name: before}, **{name: written})

    assert not plan.changed
    assert plan.state[name] == before


@pytest.mark.parametrize(
    ("name", "before", "written"),
    [
        ("note", "upstairs", None),
        ("note", None, ""),
        ("tags", None, []),
        ("tags", ["a"], ["a", "b"]),
        ("steps", [1, 2], [2, 1]),
        ("drawers", 5, None),
        ("lasts", "30 days", "1 month"),
        ("labels", {"front": {"text": "Linen"}}, {"front": {"text": "Towels"}}),
        ("hooks", [{"place": "a", "load": 1}], [{"place": "a", "load": 2}]),
        ("door", {"side": "left", "glass": None, "oiled": None}, None),
    ],
)
def test_what_means_something_else_is_a_change(name: str, before: object, written: object) -> None:
    assert change({name: before}, **{name: written}).changed


def test_a_change_leaves_stable_results_and_gives_the_others_back_to_hpe() -> None:
    plan = change(note="upstairs")

    assert (plan.state["id"], plan.state["made"]) == ("c-1", "2026-01-01T00:00:00Z")
    assert plan.state["weight"] is UNKNOWN
    assert plan.state["locked"] is False


def test_what_hpe_chose_stays_when_a_person_leaves_it_out() -> None:
    plan = change({"locked": True}, note="upstairs")

    assert plan.state["locked"] is True


def test_an_argument_that_hpe_has_never_filled_is_unknown_at_a_change() -> None:
    plan = change({"locked": None}, note="upstairs")

    assert plan.state["locked"] is UNKNOWN


def test_an_argument_that_hpe_leaves_empty_is_no_change() -> None:
    assert not change({"locked": None}).changed


def test_a_cleared_argument_with_a_default_falls_back_to_it() -> None:
    plan = change({"drawers": 5}, drawers=None)

    assert plan.state["drawers"] == 2


def test_a_change_that_hpe_cannot_make_asks_for_a_new_object() -> None:
    assert change(wood="ASH").replace == (("wood",),)
    assert change(note="upstairs").replace == ()


def test_a_write_only_secret_is_never_planned_and_its_number_is_the_change() -> None:
    same, renewed = (
        change({"code_wo_version": 1}, code_wo="1234", code_wo_version=1),
        change(code_wo="1", code_wo_version=2),
    )

    assert not same.changed
    assert renewed.changed
    assert renewed.state["code_wo"] is None


def test_a_result_inside_an_element_follows_the_element_to_its_new_place() -> None:
    before = [
        {"id": "s-1", "number": 1, "colour": None, "lasts": None},
        {"id": "s-2", "number": 2, "colour": None, "lasts": None},
    ]

    plan = change({"shelves": before}, shelves=[{"number": 3}, {"number": 2}, {"number": 1, "colour": "red"}])

    assert [(item["number"], item["id"]) for item in plan.state["shelves"]] == [(3, UNKNOWN), (2, "s-2"), (1, "s-1")]


def test_elements_without_a_key_are_matched_by_place() -> None:
    class Board(Block):
        """Has nothing that tells it apart."""

        colour: str = argument("Colour.")
        made: str | None = result("When.", stable=True)

    class Bench(Resource):
        """Made of boards."""

        collection = "/benches"

        boards: list[Board] | None = argument("Boards.")

    schema = resource_schema(Bench)
    prior = {"id": "b", "timeouts": None, "boards": [{"colour": "red", "made": "1"}, {"colour": "blue", "made": "2"}]}

    plan = planned(schema, prior, {"boards": [{"colour": "green"}, {"colour": "blue"}, {"colour": "white"}]})

    assert [item["made"] for item in plan.state["boards"]] == ["1", "2", UNKNOWN]


def test_an_element_that_is_not_known_yet_stays_unknown() -> None:
    plan = change({"shelves": [{"number": 1}]}, shelves=[UNKNOWN, {"number": UNKNOWN}])

    assert plan.state["shelves"][0] is UNKNOWN
    assert plan.state["shelves"][1]["number"] is UNKNOWN


def test_a_replacement_makes_what_is_nested_anew() -> None:
    state = change(
        {"shelves": [{"id": "s-1", "number": 1, "colour": None, "lasts": None}], "labels": {"a": {"text": "b"}}},
        shelves=[{"number": 1}], labels={"a": {"text": "b"}}, door={"side": "left", "oiled": None}, tags=["a"], wood="ASH",
    ).state  # fmt: skip

    renewed = without_results(SCHEMA, state)

    assert renewed["shelves"] == [{"id": UNKNOWN, "number": 1, "colour": None, "lasts": None}]
    assert renewed["door"] == {"side": "left", "glass": None, "oiled": UNKNOWN}
    assert renewed["labels"] == {"a": {"text": "b"}}
    assert renewed["tags"] == ["a"]


class Copied(Block):
    """What something was made from."""

    id: str = argument("Identifier.")


class Painting(Resource):
    """Made once, hung on a wall that somebody finds."""

    collection = "/paintings"

    name: str = argument("Name.")
    model: Copied = argument("What it was painted from.", counts_once=True)
    wall: str | None = argument("Where it hangs.", replace=True, looked_up=True)
    frame: str | None = argument("Frame.", replace=True)


HUNG = dict.fromkeys(resource_schema(Painting)) | {"id": "p", "name": "rose", "model": {"id": "a"}, "wall": "north"}


def repainted(**config: object) -> Plan:
    return planned(resource_schema(Painting), HUNG, HUNG | config)


def test_what_counted_once_is_kept_and_told() -> None:
    plan = repainted(model={"id": "b"})

    assert not plan.changed
    assert plan.state["model"] == {"id": "a"}
    assert plan.kept == ("model",)


@pytest.mark.parametrize("model", [UNKNOWN, {"id": UNKNOWN}, {"id": "a"}])
def test_what_counted_once_and_may_be_the_same_is_kept_in_silence(model: object) -> None:
    plan = repainted(model=model)

    assert not plan.changed
    assert plan.kept == ()


def test_a_look_up_that_is_left_to_the_apply_is_no_reason_for_a_new_object() -> None:
    assert repainted(wall=UNKNOWN).replace == ()
    assert repainted(wall="south").replace == (("wall",),)
    assert repainted(frame=UNKNOWN).replace == (("frame",),)
