"""Every form of HPE's replies that was seen, or may come, is read without an error and without a difference."""

import re
from collections.abc import Callable, Iterator, Mapping

import pytest

from estate import address, estate, imports, states, watched_estate
from glbr.resources import managed
from samples import Json, sample
from workspace import Workspace

Settings = Mapping[str, object]

FORMS: dict[str, Settings] = {
    "words that nobody has heard of, fields that came and went": {"dialect": "tomorrow"},
    "the spellings recorded in 2024": {"dialect": "recorded", "location_form": "tasks"},
    "null for an empty list, no total, three objects a page": {
        "empty_items": "null", "totals": False, "page_limit": 3,
    },
    "nulls among the elements of lists, three objects a page": {"null_elements": True, "page_limit": 3},
    "null for what is absent": {"absent": "null", "no_job": "absent"},
    "empty texts for what is absent, moments with six digits": {"absent": "blank", "timestamps": "plain"},
    "a generation that moves, fields and tiers in another order": {"order": "turned", "restless": True},
}  # fmt: skip
"""How a reply looks, by the settings of the simulator that make it so. Moments with 0, 3, 6 and 9 digits are its habit."""
ACCEPTED: dict[str, Settings] = {
    "an empty object after 202, the new one named as the source": {
        "accepted_body": "object", "new_object_shown_in": "source",
    },
    "a task of 2024 after 202, the new object named nowhere": {
        "location_form": "tasks", "new_object_shown_in": "nowhere",
    },
}  # fmt: skip
"""How an accepted request is answered, beside an empty body and the new object among others."""
ALL_AT_ONCE: Settings = {
    "dialect": "mixed",
    "empty_items": "null",
    "totals": False,
    "page_limit": 3,
    "null_elements": True,
    "absent": "blank",
    "order": "turned",
    "restless": True,
    "location_form": "tasks",
    "accepted_body": "object",
    "new_object_shown_in": "nowhere",
}
# What the simulator says for words that it has made up.
UNHEARD_OF = "ADDED_TOMORROW"


def forget(workspace: Workspace) -> dict[str, Json]:
    """Take every managed object under test out of the state; gives what was there."""
    found = states(workspace)
    tested = {address(noun): found[address(noun)] for noun in managed()}
    removed = workspace.run("state", "rm", *tested)
    assert removed.code == 0, removed.output
    return tested


def must_import_the_same(workspace: Workspace, configuration: Json) -> None:
    """Forget everything under test and import it again: nothing else is planned, and the state is as it was."""
    before = forget(workspace)

    done = workspace.apply({**configuration, "import": imports(before)})

    assert f"{len(before)} imported, 0 added, 0 changed, 0 destroyed" in done.text, done.output
    after = states(workspace)
    assert {place: after[place] for place in before} == before


@pytest.mark.parametrize("form", [*FORMS, *ACCEPTED])
def test_an_estate_is_made_refreshed_and_imported_in_any_form(workspace: Workspace, form: str) -> None:
    workspace.simulator.change_settings(**(FORMS | ACCEPTED)[form])

    workspace.apply(estate())

    workspace.must_be_settled()
    must_import_the_same(workspace, estate())


def test_an_estate_that_is_there_stays_as_it_is_when_all_forms_come_at_once(workspace: Workspace) -> None:
    workspace.apply(estate())

    workspace.simulator.change_settings(**ALL_AT_ONCE)

    workspace.must_be_settled()
    workspace.apply()  # the state takes over today's spelling of links
    must_import_the_same(workspace, estate())


def test_an_estate_is_made_and_destroyed_when_all_forms_come_at_once(workspace: Workspace) -> None:
    workspace.simulator.change_settings(**ALL_AT_ONCE)
    workspace.apply(estate())
    workspace.must_be_settled()

    gone = workspace.run("destroy", "-auto-approve", "-no-color")

    assert gone.code == 0, gone.output
    assert workspace.addresses() == []


def looked_up(workspace: Workspace) -> dict[str, Json]:
    """What the data sources tell now; operations tell of themselves what the settings say."""
    workspace.apply()
    return {place: state for place, state in states(workspace, "data").items() if "async_operation" not in place}


def differences(before: object, after: object, same: Callable[[object, object], bool], place: str) -> Iterator[str]:
    """Where two answers of data sources say something else."""
    if isinstance(before, dict) and isinstance(after, dict):
        for name in before.keys() | after.keys():
            yield from differences(before.get(name), after.get(name), same, f"{place}.{name}")
    elif isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        for position, pair in enumerate(zip(numbered(before), numbered(after), strict=True)):
            yield from differences(*pair, same, f"{place}[{position}]")
    elif (before or None) != (after or None) and not same(before, after):
        yield f"{place}: {before!r} became {after!r}"


def numbered(elements: list[object]) -> list[object]:
    """Elements by their own numbers, where they have any: HPE promises no order."""
    return sorted(
        elements, key=lambda one: str(one.get("id") or one.get("schedule_id")) if isinstance(one, dict) else ""
    )


SAME: dict[object, Callable[[object, object], bool]] = {
    "tomorrow": lambda _, after: after in (None, UNHEARD_OF),
    "recorded": lambda before, after: str(before).rpartition("/")[2] == str(after).rpartition("/")[2],
}
"""What may differ in the words of another dialect."""


def test_data_sources_tell_the_same_in_any_form(workspace: Workspace) -> None:
    workspace.apply(estate())
    workspace.simulator.advance(days=2)  # for some copies
    workspace.write(watched_estate())
    before = looked_up(workspace)
    usual = workspace.control("GET", "settings")
    found: dict[str, list[str]] = {}

    for form, settings in FORMS.items():
        workspace.simulator.change_settings(**settings)
        after = looked_up(workspace)
        workspace.simulator.change_settings(**usual)
        same = SAME.get(settings.get("dialect"), lambda *_: False)
        found[form] = list(differences(before, after, same, ""))

    assert found == {form: [] for form in FORMS}
    assert len(before) > 2 * len(managed())


SAID = "ProtectionStoreCreate: this may not be"
REFUSALS: dict[str, tuple[str, str]] = {
    "reference": ("HPE_GL_ERROR_BAD_REQUEST", SAID),
    "older": ("400", SAID),
    "details": (
        "HPE_GL_ERROR_BAD_REQUEST",
        f"The request was refused; type: issues, source: body, description: {SAID}",
    ),
}
"""By the words in which the simulator refuses: the code and the sentence that a person is told."""


@pytest.mark.parametrize("words", REFUSALS)
def test_a_refusal_is_told_in_full_in_any_words(workspace: Workspace, words: str) -> None:
    code, message = REFUSALS[words]
    workspace.simulator.change_settings(errors=words)
    workspace.simulator.add_fault("status", "ProtectionStoreCreate", status=400, message="this may not be")

    said = workspace.refused(sample("protection_store").configuration("glbr_protection_store")).text

    assert f"with status 400: {message} " in said, said
    assert f"HPE error code: {code} " in said
    assert re.search(r"HPE debug id: [0-9a-f]{32}", said)


def test_a_failure_of_accepted_work_is_told_in_full(workspace: Workspace) -> None:
    """HPE describes it in the older words, wherever the refusals of a request have the newer ones."""
    workspace.simulator.add_fault("fail_operation", "ProtectionStoreCreate", message="the appliance is full")

    said = workspace.refused(sample("protection_store").configuration("glbr_protection_store")).text

    assert "ended FAILED: the appliance is full" in said
    assert "HPE error code: HPE_GL_ERROR_INTERNAL_SERVER_ERROR " in said
    assert re.search(r"HPE debug id: [0-9a-f]{32}", said)


@pytest.mark.parametrize("words", REFUSALS)
def test_what_is_gone_is_noticed_in_any_words(workspace: Workspace, words: str) -> None:
    workspace.apply(sample("storeonce").configuration("glbr_storeonce"))
    identifier = workspace.state(address("storeonce"))["id"]
    workspace.simulator.change_settings(errors=words)

    workspace.control("DELETE", f"objects/storeonces/{identifier}")

    assert workspace.actions() == {address("storeonce"): ["create"]}
