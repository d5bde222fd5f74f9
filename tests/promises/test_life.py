"""What every managed object must do, through the real Terraform against the simulator."""

import pytest

from glbr.resources import managed
from samples import Sample, sample
from workspace import Workspace

NOUNS = list(managed())


@pytest.fixture(params=NOUNS)
def noun(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture
def tried(noun: str) -> Sample:
    return sample(noun)


def address(noun: str) -> str:
    return f"glbr_{noun}.tested"


def collection(noun: str) -> str:
    return managed()[noun].collection.rpartition("/")[2]


def test_after_an_apply_nothing_is_left_to_do(workspace: Workspace, noun: str, tried: Sample) -> None:
    workspace.apply(tried.configuration(f"glbr_{noun}"))

    workspace.must_be_settled()


def test_an_import_by_id_gives_the_same_state(workspace: Workspace, noun: str, tried: Sample) -> None:
    workspace.apply(tried.configuration(f"glbr_{noun}"))
    before = workspace.state(address(noun))
    forgotten = workspace.run("state", "rm", address(noun))

    imported = workspace.run("import", address(noun), before["id"])

    assert forgotten.code == 0, forgotten.output
    assert imported.code == 0, imported.output
    assert workspace.state(address(noun)) == before
    workspace.must_be_settled()


def test_an_import_by_name_gives_the_same_state(workspace: Workspace, noun: str, tried: Sample) -> None:
    workspace.apply(tried.configuration(f"glbr_{noun}"))
    before = workspace.state(address(noun))
    workspace.run("state", "rm", address(noun))
    # A job has no name of its own: people know it by the asset it protects.
    name = before.get("name") if noun != "protection_store" else before["display_name"]

    imported = workspace.run("import", address(noun), name or "erp")

    assert imported.code == 0, imported.output
    assert workspace.state(address(noun)) == before


def test_an_import_block_plans_the_import_and_nothing_else(workspace: Workspace, noun: str, tried: Sample) -> None:
    configuration = tried.configuration(f"glbr_{noun}")
    workspace.apply(configuration)
    identifier = workspace.state(address(noun))["id"]
    workspace.run("state", "rm", address(noun))

    workspace.write({**configuration, "import": [{"to": address(noun), "id": identifier}]})

    assert workspace.actions() == {}
    workspace.apply()
    workspace.must_be_settled()


def test_a_vanished_object_is_planned_as_a_creation(workspace: Workspace, noun: str, tried: Sample) -> None:
    workspace.apply(tried.configuration(f"glbr_{noun}"))
    identifier = workspace.state(address(noun))["id"]

    workspace.control("DELETE", f"objects/{collection(noun)}/{identifier}")

    assert workspace.actions()[address(noun)] == ["create"]


def test_a_change_by_somebody_else_shows_as_drift(workspace: Workspace, noun: str, tried: Sample) -> None:
    workspace.apply(tried.configuration(f"glbr_{noun}"))
    identifier = workspace.state(address(noun))["id"]

    workspace.control("PATCH", f"objects/{collection(noun)}/{identifier}", tried.drift)

    drift = workspace.drift()[address(noun)]
    (value,) = tried.drift.values()
    shown = str(value).removesuffix("Z")  # the service writes moments with or without fractions
    assert shown in str(drift["after"])
    assert shown not in str(drift["before"])
    assert address(noun) in workspace.actions()
    workspace.apply()
    workspace.must_be_settled()


def test_a_destroyed_object_is_gone(workspace: Workspace, noun: str, tried: Sample) -> None:
    workspace.apply(tried.configuration(f"glbr_{noun}"))

    done = workspace.run("destroy", "-auto-approve", "-no-color")

    assert done.code == 0, done.output
    assert workspace.addresses() == []
    assert workspace.control("GET", "health")["objects"].get(collection(noun), 0) == 0
