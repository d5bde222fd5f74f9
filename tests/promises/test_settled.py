"""What the promises lean on: a difference is noticed whether a refresh shows it or hides it."""

import json

import pytest

from samples import sample
from workspace import Workspace

STORE = "glbr_protection_store.tested"


@pytest.fixture
def settled(workspace: Workspace) -> Workspace:
    workspace.apply(sample("protection_store").configuration("glbr_protection_store"))
    workspace.must_be_settled()
    return workspace


def test_what_a_refresh_shows_is_noticed(settled: Workspace) -> None:
    identifier = settled.state(STORE)["id"]
    settled.control("PATCH", f"objects/protection-stores/{identifier}", {"displayName": "renamed by somebody"})

    with pytest.raises(AssertionError, match="renamed by somebody"):
        settled.must_be_settled()


def test_what_only_a_plan_without_a_refresh_shows_is_noticed(settled: Workspace) -> None:
    """As if an apply had left something in the state that the next read puts right."""
    file = settled.folder / "terraform.tfstate"
    state = json.loads(file.read_text())
    (store,) = [one for one in state["resources"] if f"{one['type']}.{one['name']}" == STORE]
    store["instances"][0]["attributes"]["display_name"] = "left by an apply"
    file.write_text(json.dumps(state | {"serial": state["serial"] + 1}))

    with pytest.raises(AssertionError, match="left by an apply"):
        settled.must_be_settled()
