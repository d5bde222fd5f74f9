"""Tiers mean the same in any order: an import tells them by number, and a change of their order alone reaches nobody."""

import pytest

from glbr.definition import UNKNOWN
from glbr.resources.protection_policy import ProtectionPolicy
from glbr.views.state import state_from
from glbr.views.terraform_schema import resource_schema

EMPTY = dict.fromkeys(resource_schema(ProtectionPolicy))


def told(*numbers: int) -> dict[str, object]:
    """A tier as HPE tells it, with schedules of these numbers."""
    schedules = [{"scheduleId": number, "schedule": {"recurrence": "DAILY"}} for number in numbers]
    return {"id": f"tier-{numbers[0]}", "type": "SNAPSHOT", "schedules": schedules}


def policy(*tiers: dict[str, object], prior: dict[str, object] | None = None) -> dict[str, object]:
    """The state of a policy with these tiers."""
    return state_from(ProtectionPolicy, {"id": "p-1", "name": "gold", "protections": list(tiers)}, prior)


def numbers(state: dict[str, object]) -> list[list[int]]:
    """The numbers of its schedules, by tier."""
    return [[entry["schedule_id"] for entry in tier["schedules"]] for tier in state["protections"]]


def test_an_import_tells_tiers_and_schedules_by_their_numbers() -> None:
    state = policy(told(5), told(4, 3), told(2, 1))

    assert numbers(state) == [[1, 2], [3, 4], [5]]


def test_a_refresh_keeps_the_order_in_which_they_were_written() -> None:
    written = policy(told(3), told(1), prior=EMPTY)

    state = policy(told(1), told(3), prior=written)

    assert numbers(state) == [[3], [1]]


@pytest.mark.parametrize("in_use", [True, False])
def test_another_order_alone_is_not_sent(in_use: bool) -> None:
    prior = policy(told(1), told(2))
    tiers = [{**tier, "id": UNKNOWN} for tier in reversed(prior["protections"])]

    update = ProtectionPolicy.update(prior, {**prior, "protections": tiers}, {**prior, "assigned": in_use})

    assert not update.sends
    assert not update.replace


def test_another_order_with_another_value_is_sent() -> None:
    prior = policy(told(1), told(2))
    planned = {**prior, "name": "silver", "protections": prior["protections"][::-1]}

    assert ProtectionPolicy.update(prior, planned, {**prior, "assigned": False}).method == "PUT"
