"""What the language says of objects below others, of secrets inside, of what is sent later and by calls of its own."""

import pytest

from glbr.definition import Block, Computation, argument, result
from glbr.provider.planner import planned
from glbr.views.reach import reached
from glbr.views.rest_body import create_body, step_body, update_body
from glbr.views.state import imported, state_from
from glbr.views.terraform_schema import computation_schema, data_source_schema, list_schema, resource_schema
from safes import Safe

SCHEMA = resource_schema(Safe)
LOGIN = {"user": "ann", "word": None, "word_wo": None, "word_wo_version": 1}
SEAL = {"number": None, "number_wo": None}
PLAN = dict.fromkeys(SCHEMA) | {"room_id": "r/1", "name": "big", "login": LOGIN, "seal": SEAL}
CONFIG = PLAN | {"login": LOGIN | {"word_wo": "sesame"}, "seal": SEAL | {"number_wo": "77"}}


def test_the_object_above_is_a_part_of_the_path_and_of_no_body() -> None:
    collection = Safe.within(PLAN)

    assert collection.one("s-1") == "/storage/v2/rooms/r%2F1/safes/s-1"
    assert collection.one_written("s-1") == "/storage/v1/rooms/r%2F1/safes/s-1"
    assert "roomId" not in create_body(Safe, PLAN, CONFIG)
    assert Safe.plural() == "safes"


@pytest.mark.parametrize("schema", [SCHEMA, data_source_schema(Safe), list_schema(Safe)])
def test_the_object_above_must_be_named_wherever_one_below_it_is_meant(schema: object) -> None:
    assert schema["room_id"].required


def test_secrets_inside_come_from_the_configuration_alone() -> None:
    assert create_body(Safe, PLAN, CONFIG) == {
        "name": "big",
        "login": {"user": "ann", "word": "sesame"},
        "seal": {"number": "77"},
    }


def test_a_new_number_sends_the_secret_inside_again_and_nothing_else_does() -> None:
    again = PLAN | {"login": LOGIN | {"word_wo_version": 2}}

    assert update_body(Safe, Safe.update(PLAN, again, {}), CONFIG) == {"login": {"user": "ann", "word": "sesame"}}
    assert not Safe.update(PLAN, PLAN, {}).sends


def test_a_secret_that_is_taken_once_has_no_number_and_is_never_sent_again() -> None:
    assert set(SCHEMA["seal"].attributes) == {"number", "number_wo"}
    assert not Safe.update(PLAN, PLAN | {"seal": SEAL}, {}).sends


def test_what_is_sent_later_is_not_in_the_creation_and_is_sent_after_it() -> None:
    wanted = PLAN | {"proxy": {"host": "out", "port": 80, "login": None}, "degrees": 90}

    completion = Safe.completion({"degrees": 0}, wanted)

    assert "proxy" not in create_body(Safe, wanted, CONFIG)
    assert update_body(Safe, completion, CONFIG) == {"proxy": {"host": "out", "port": 80}}
    assert [(step.action, step_body(Safe, step)) for step in completion.steps] == [("turn", {"degrees": 90})]
    assert not Safe.completion({"proxy": wanted["proxy"], "degrees": 90}, wanted).sends


def test_a_part_of_a_nested_object_that_is_taken_away_is_said_so() -> None:
    before = PLAN | {"proxy": {"host": "out", "port": 80, "login": None}}
    after = PLAN | {"proxy": {"host": "out", "port": None, "login": None}}

    assert update_body(Safe, Safe.update(before, after, {}), CONFIG) == {"proxy": {"host": "out", "port": None}}


def test_an_import_takes_secrets_for_sent() -> None:
    reply = {"id": "s-1", "name": "big", "user": "ann", "position": {"degrees": 0}}

    state = imported(SCHEMA, state_from(Safe, reply, None))

    assert state["login"] == {"user": None, "word": None, "word_wo": None, "word_wo_version": 1}
    assert state["seal"] == SEAL
    assert state["proxy"] is None


def test_what_hpe_does_not_tell_forces_no_new_object_after_an_import() -> None:
    class Crate(Safe):
        """A safe of wood."""

        wood: str = argument("Wood.", replace=True, returned=False)

    schema = resource_schema(Crate)
    prior = dict.fromkeys(schema) | {"id": "s-1", "room_id": "r", "name": "big", "login": LOGIN, "seal": SEAL}

    after_import = planned(schema, prior, prior | {"wood": "oak"})
    later = planned(schema, prior | {"wood": "ash"}, prior | {"wood": "oak"})

    assert after_import.changed
    assert after_import.replace == ()
    assert later.replace == (("wood",),)


def test_every_operation_it_can_use_is_told() -> None:
    calls = {(reach.method, reach.path) for reach in reached(Safe)}

    assert ("GET", "/storage/v2/rooms/{room_id}/safes/{id}") in calls
    assert ("POST", "/storage/v1/rooms/{room_id}/safes") in calls
    assert ("POST", "/storage/v1/rooms/{room_id}/safes/{id}/turn") in calls


def test_a_question_is_asked_where_its_arguments_lead() -> None:
    class Price(Computation):
        """What something would cost."""

        paths = ("/shop/{shop_id}/price", "/price")

        shop_id: str | None = argument("Shop.", sent=False, returned=False)
        weight: int = argument("Weight.")
        total: int = result("Total.")

    schema = computation_schema(Price)

    assert Price.path_for({"shop_id": "s"}) == "/shop/{shop_id}/price"
    assert Price.path_for({"shop_id": None}) == "/price"
    assert [name for name, attribute in schema.items() if attribute.computed] == ["total"]
    assert issubclass(Price, Block)
