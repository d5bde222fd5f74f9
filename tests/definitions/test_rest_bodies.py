"""What HPE is sent: everything a person set, in HPE's names, and nothing else."""

import pytest

from cupboards import Cupboard
from glbr.definition import Resource, argument
from glbr.definition.resource import Update
from glbr.views.rest_body import create_body, update_body
from glbr.views.terraform_schema import resource_schema

EMPTY = dict.fromkeys(resource_schema(Cupboard))
PRIOR = EMPTY | {"id": "c-1", "name": "linen", "wood": "OAK", "drawers": 2, "force": False}


def patch_body(**changes: object) -> dict[str, object]:
    """What a change is sent as."""
    planned = PRIOR | changes
    return update_body(Cupboard, Cupboard.update(PRIOR, planned, {}), planned)


def test_a_new_object_is_sent_in_hpes_names_at_each_depth() -> None:
    planned = EMPTY | {
        "name": "linen",
        "room_id": "r-1",
        "serial": "X7",
        "drawers": 2,
        "locked": False,
        "lasts": "2 weeks",
        "tags": ["b", "a"],
        "steps": [3, 1],
        "door": {"side": "left", "glass": None, "oiled": "2026-01-01T00:00:00Z"},
        "shelves": [{"id": "s-1", "number": 1, "colour": None, "lasts": "1 year"}],
        "hooks": [{"place": "top", "load": 3}],
        "labels": {"front": {"text": "Linen"}},
    }

    body = create_body(Cupboard, planned, {})

    assert body == {
        "name": "linen",
        "roomId": "r-1",
        "serialNo": "X7",
        "drawers": 2,
        "locked": False,
        "lasts": {"value": 2, "unit": "WEEKS"},
        "tags": ["b", "a"],
        "steps": [3, 1],
        "door": {"side": "left"},
        "shelves": [{"number": 1, "lasts": {"value": 1, "unit": "YEARS"}}],
        "hooks": [{"place": "top", "load": 3}],
        "labels": {"front": {"text": "Linen"}},
    }


def test_results_and_arguments_for_terraform_alone_are_not_sent() -> None:
    planned = EMPTY | {"id": "c-1", "made": "2026-01-01T00:00:00Z", "weight": 3, "force": True, "code_wo_version": 1}

    assert create_body(Cupboard, planned, {}) == {}


def test_a_write_only_secret_comes_from_the_configuration() -> None:
    planned = EMPTY | {"name": "linen", "code_wo_version": 1}

    body = create_body(Cupboard, planned, EMPTY | {"name": "linen", "code_wo": "1234", "code_wo_version": 1})

    assert body == {"name": "linen", "code": "1234"}


def test_the_secret_of_older_terraforms_is_sent_too() -> None:
    assert create_body(Cupboard, EMPTY | {"code": "1234"}, EMPTY | {"code": "1234"}) == {"code": "1234"}


@pytest.mark.parametrize(
    ("changes", "body"),
    [
        ({"name": "towels"}, {"name": "towels"}),
        ({"note": "upstairs", "room_id": "r-1"}, {"note": "upstairs", "roomId": "r-1"}),
        ({"lasts": "3 days"}, {"lasts": {"value": 3, "unit": "DAYS"}}),
        ({"door": {"side": "left", "glass": True, "oiled": None}}, {"door": {"side": "left", "glass": True}}),
        ({"shelves": [{"id": "s-1", "number": 1}]}, {"shelves": [{"id": "s-1", "number": 1}]}),
        ({"shelves": [{"id": None, "number": 1}]}, {"shelves": [{"number": 1}]}),
        ({"labels": {"front": {"text": "Linen"}}}, {"labels": {"front": {"text": "Linen"}}}),
    ],
)
def test_a_merge_patch_holds_only_what_differs(changes: dict[str, object], body: dict[str, object]) -> None:
    assert patch_body(**changes) == body


@pytest.mark.parametrize(
    ("name", "before", "cleared"),
    [
        ("note", "upstairs", {"note": ""}),
        ("room_id", "r-1", {"roomId": ""}),
        ("tags", ["a"], {"tags": []}),
        ("shelves", [{"number": 1}], {"shelves": []}),
        ("hooks", [{"place": "top"}], {"hooks": []}),
        ("locked", True, {"locked": None}),
        ("door", {"side": "left"}, {"door": None}),
        ("labels", {"front": {"text": "Linen"}}, {"labels": None}),
    ],
)
def test_a_merge_patch_says_that_something_is_no_longer_set(
    name: str, before: object, cleared: dict[str, object]
) -> None:
    prior = PRIOR | {name: before}

    body = update_body(Cupboard, Cupboard.update(prior, PRIOR, {}), PRIOR)

    assert body == cleared


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("lasts", "14 days", "2 weeks"),
        ("tags", ["a", "b"], ["b", "a"]),
        ("note", "", None),
        ("force", False, True),
        ("wood", "OAK", "ASH"),
        ("weight", 3, 4),
        ("timeouts", None, {"create": "5m"}),
    ],
)
def test_nothing_is_sent_for_what_means_the_same_or_is_not_hpes_to_change(
    name: str, before: object, after: object
) -> None:
    update = Cupboard.update(PRIOR | {name: before}, PRIOR | {name: after}, {})

    assert update == Update.nothing()


def test_a_new_number_sends_a_write_only_secret_again() -> None:
    prior, planned = PRIOR | {"code_wo_version": 1}, PRIOR | {"code_wo_version": 2}

    body = update_body(Cupboard, Cupboard.update(prior, planned, {}), planned | {"code_wo": "5678"})

    assert body == {"code": "5678"}


def test_the_same_number_leaves_a_write_only_secret_alone() -> None:
    prior = PRIOR | {"code_wo_version": 1}

    body = update_body(Cupboard, Cupboard.update(prior, prior | {"name": "towels"}, {}), prior | {"code_wo": "5678"})

    assert body == {"name": "towels"}


def test_a_put_holds_the_whole_object() -> None:
    class Chest(Resource):
        """Is replaced as a whole."""

        collection = "/chests"

        name: str = argument("Name.")
        note: str | None = argument("Note.")

    planned = {"id": "c-1", "name": "linen", "note": "upstairs", "timeouts": None}

    assert update_body(Chest, Update("PUT", planned), planned) == {"name": "linen", "note": "upstairs"}
