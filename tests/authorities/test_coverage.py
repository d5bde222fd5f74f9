"""Every operation that HPE publishes is reached by exactly one thing in Terraform, or is an action still to come."""

import pytest

from authorities.coverage import PAGE, Row, page, planned, rows
from authorities.review import published
from glbr.resources import things
from glbr.views.reach import reached

COMMAND = "PYTHONPATH=tests/support python -m authorities"


@pytest.fixture(scope="module")
def table() -> list[Row]:
    return rows(published())


def test_the_table_has_every_operation_of_the_contract(table: list[Row]) -> None:
    assert len(table) == 183
    assert len({(row.method, row.path) for row in table}) == 183


def test_no_operation_is_missing(table: list[Row]) -> None:
    assert [row.name for row in table if not row.by and not row.planned] == []


def test_no_operation_is_reached_twice(table: list[Row]) -> None:
    assert [(row.name, row.by) for row in table if len(row.by) > 1] == []


def test_what_is_planned_is_not_reached_yet_and_is_an_action_or_ephemeral(table: list[Row]) -> None:
    assert [row.name for row in table if row.planned and row.by] == []
    assert {row.planned.split()[0] for row in table if row.planned} <= {"action", "ephemeral"}
    assert planned().keys() <= {row.name for row in table}


def test_every_definition_reaches_something(table: list[Row]) -> None:
    there = {thing for row in table for thing in row.by}

    for noun, definition in things().items():
        assert any(reach.thing in there for reach in reached(definition)), noun


def test_the_page_is_up_to_date(table: list[Row]) -> None:
    assert PAGE.read_text(encoding="utf-8") == page(table), f"run `{COMMAND}`"
