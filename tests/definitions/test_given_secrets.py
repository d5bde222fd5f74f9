"""A secret is given in one way, whenever one is to be sent; what is unknown as yet may be either."""

import pytest

from glbr.definition import UNKNOWN
from glbr.provider.checks import configuration_problems
from glbr.provider.missing_secrets import missing_secrets
from glbr.views.terraform_schema import resource_schema
from safes import Safe

Json = dict[str, object]
SCHEMA = resource_schema(Safe)
LOGIN: Json = {"user": "ann", "word": None, "word_wo": None, "word_wo_version": 1}
SEAL: Json = {"number": None, "number_wo": None}
PROXY: Json = {"host": "out", "port": 80, "login": LOGIN}
PRIOR: Json = dict.fromkeys(SCHEMA) | {"room_id": "r/1", "name": "big", "login": LOGIN, "seal": SEAL}
CONFIG = PRIOR | {"login": LOGIN | {"word_wo": "sesame"}, "seal": SEAL | {"number_wo": "77"}}


def login(**values: object) -> Json:
    """The least configuration of a safe that is there, with another login."""
    return PRIOR | {"login": LOGIN | values}


@pytest.mark.parametrize(
    ("given", "missing"),
    [
        (CONFIG, []),
        (CONFIG | {"login": LOGIN | {"word": "sesame"}}, []),
        (CONFIG | {"login": LOGIN | {"word_wo": UNKNOWN}}, []),
        (CONFIG | {"login": LOGIN}, [("login", "word_wo")]),
        (PRIOR, [("login", "word_wo"), ("seal", "number_wo")]),
    ],
)
def test_an_object_is_not_made_without_a_secret_it_needs(given: Json, missing: list[object]) -> None:
    assert [problem.path for problem in missing_secrets(SCHEMA, given, None)] == missing


@pytest.mark.parametrize(
    "given",
    [
        login(),  # HPE has it
        login(word_wo_version=None),
        login(word_wo_version=2, word_wo="sesame"),
        login(word_wo_version=2, word="sesame"),
        login(word_wo_version=2, word_wo=UNKNOWN),
        login(word_wo_version=UNKNOWN),
    ],
)
def test_a_version_that_has_its_secret_or_stays_is_fine(given: Json) -> None:
    assert list(missing_secrets(SCHEMA, given, PRIOR)) == []


@pytest.mark.parametrize("before", [1, None])
def test_a_version_is_not_changed_without_a_secret_to_send(before: int | None) -> None:
    (problem,) = missing_secrets(SCHEMA, login(word_wo_version=2), login(word_wo_version=before))

    assert problem.path == ("login", "word_wo")
    assert "word_wo_version = 2" in problem.detail


@pytest.mark.parametrize("proxy", [None, {"host": "out", "port": 80, "login": None}, PROXY])
def test_the_same_holds_further_inside_also_where_nothing_was(proxy: Json | None) -> None:
    given = PRIOR | {"proxy": PROXY | {"login": LOGIN | {"word_wo_version": 2}}}

    (problem,) = missing_secrets(SCHEMA, given, PRIOR | {"proxy": proxy})

    assert problem.path == ("proxy", "login", "word_wo")


@pytest.mark.parametrize(
    ("word", "word_wo", "refused"),
    [("one", "one", True), ("one", UNKNOWN, False), (UNKNOWN, "one", False), (UNKNOWN, UNKNOWN, False)],
)
def test_a_secret_is_given_in_one_way_only(word: object, word_wo: object, *, refused: bool) -> None:
    """Variables are unknown while a configuration is validated: one of the two may turn out to be null."""
    config = CONFIG | {"login": LOGIN | {"word": word, "word_wo": word_wo}}

    problems = [problem.path for problem in configuration_problems(Safe, SCHEMA, config)]

    assert problems == ([("login", "word_wo")] if refused else [])
