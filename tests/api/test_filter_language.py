"""Filters are written so that HPE reads exactly what was meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glbr.api.filters import Contains, Equal, Filter, GreaterThan, Has, In, LessThan


@pytest.mark.parametrize(
    ("condition", "text"),
    [
        (Equal("assetInfo/id", "7"), "assetInfo/id eq '7'"),
        (Equal("assigned", value=True), "assigned eq true"),
        (Equal("assigned", value=False), "assigned eq false"),
        (GreaterThan("createdAt", "2026-01-01T00:00:00Z"), "createdAt gt '2026-01-01T00:00:00Z'"),
        (LessThan("sizeInBytes", 1024), "sizeInBytes lt 1024"),
        (LessThan("share", 0.5), "share lt 0.5"),
        (In("state", ["ONLINE", "OFFLINE"]), "state in ('ONLINE', 'OFFLINE')"),
        (Contains("name", "erp"), "contains(name, 'erp')"),
        (Has("backup-and-recovery", "capabilities"), "'backup-and-recovery' in capabilities"),
        (
            Equal("name", "a") & Equal("type", "b") & Has("c", "services"),
            "name eq 'a' and type eq 'b' and 'c' in services",
        ),
    ],
)
def test_a_condition_is_written_in_hpes_language(condition, text):
    assert condition.render() == text


@pytest.mark.parametrize("name", ["", "name eq 'x' or id", "name)", "näme", "a.b", "name\n"])
@pytest.mark.parametrize("build", [lambda name: Equal(name, 1), lambda name: In(name, [1]), lambda name: Has(1, name)])
def test_a_property_with_other_characters_is_refused(name, build):
    with pytest.raises(ValueError, match="is not a property"):
        build(name)


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_a_number_that_cannot_be_written_is_refused(number):
    with pytest.raises(ValueError, match="cannot be compared"):
        Equal("sizeInBytes", number)


def test_a_choice_among_nothing_is_refused():
    with pytest.raises(ValueError, match="no values"):
        In("state", [])


def read_literals(text: str) -> list[str]:
    """Read the quoted texts of a filter back, the way a server does."""
    found, inside, position = [], None, 0
    while position < len(text):
        if text[position] != "'":
            inside = inside if inside is None else inside + text[position]
        elif inside is None:
            inside = ""
        elif text[position + 1 : position + 2] == "'":
            inside, position = inside + "'", position + 1
        else:
            found.append(inside)
            inside = None
        position += 1
    assert inside is None
    return found


@given(values=st.lists(st.text(), min_size=1))
def test_no_text_can_leave_its_quotes(values):
    conditions: list[Filter] = [In("name", values), Equal("name", values[0]), Has(values[-1], "tags")]

    rendered = (conditions[0] & conditions[1] & conditions[2]).render()

    assert read_literals(rendered) == [*values, values[0], values[-1]]
