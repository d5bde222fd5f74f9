"""What every managed object must do, through the real Terraform against the simulator."""

from collections.abc import Iterator, Mapping

import httpx
import pytest

from glbr.resources import managed
from glbr.simulator.server import running
from glbr.views.terraform_schema import lookup_name
from samples import Sample, sample
from workspace import Workspace, attached

MADE = [noun for noun, definition in managed().items() if not definition.stands]
STANDING = [noun for noun, definition in managed().items() if definition.stands]
every = pytest.mark.parametrize("noun", managed(), scope="module")
made = pytest.mark.parametrize("noun", MADE)
standing = pytest.mark.parametrize("noun", STANDING)


@pytest.fixture
def tried(noun: str) -> Sample:
    return sample(noun)


@pytest.fixture(scope="module")
def alive(
    noun: str, terraform: tuple[str, ...], reattach: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Workspace]:
    """The object has been applied; tests that leave it as they found it share it."""
    with running(world="clinic", clock="frozen") as simulator:
        workspace = attached(tmp_path_factory.mktemp(noun), terraform, reattach, simulator)
        workspace.apply(sample(noun).configuration(f"glbr_{noun}"))
        yield workspace


def address(noun: str) -> str:
    return f"glbr_{noun}.tested"


def collection(noun: str) -> str:
    """The simulator's name of a collection: the last part of HPE's path."""
    return managed()[noun].collection.rpartition("/")[2]


def by_somebody_else(workspace: Workspace, noun: str, method: str, change: object = None) -> None:
    """Change or remove the object behind Terraform's back: at HPE what lives below another object, else past all rules."""
    state, definition = workspace.state(address(noun)), managed()[noun]
    if definition.above():
        workspace.hpe(method, definition.within(state).one_written(str(state["id"])), change)
    else:
        workspace.control(method, f"objects/{collection(noun)}/{state['id']}", change)


def last_leaf(value: object) -> object:
    """The plain value that somebody else gives."""
    return last_leaf(list(value.values())[-1]) if isinstance(value, Mapping) else value


def import_id(noun: str, state: Mapping[str, object], own: object = None) -> str:
    """How an import names an object: by its id or name, below another one with the id of that before it."""
    return "/".join(str(part) for part in (*(state[name] for name in managed()[noun].above()), own or state["id"]))


@every
def test_after_an_apply_nothing_is_left_to_do(alive: Workspace, noun: str) -> None:
    alive.must_be_settled()


@every
def test_an_import_by_id_gives_the_same_state(alive: Workspace, noun: str) -> None:
    before = alive.state(address(noun))
    forgotten = alive.run("state", "rm", address(noun))

    imported = alive.run("import", address(noun), import_id(noun, before))

    assert forgotten.code == 0, forgotten.output
    assert imported.code == 0, imported.output
    assert alive.state(address(noun)) == before
    alive.must_be_settled()


@every
def test_an_import_by_name_gives_the_same_state(alive: Workspace, noun: str, tried: Sample) -> None:
    before = alive.state(address(noun))
    alive.run("state", "rm", address(noun))
    name = before.get(lookup_name(managed()[noun])) or tried.called

    imported = alive.run("import", address(noun), import_id(noun, before, name))

    assert imported.code == 0, imported.output
    assert alive.state(address(noun)) == before


@every
def test_an_import_block_plans_the_import_and_nothing_else(alive: Workspace, noun: str, tried: Sample) -> None:
    identifier = import_id(noun, alive.state(address(noun)))
    alive.run("state", "rm", address(noun))

    alive.write({**tried.configuration(f"glbr_{noun}"), "import": [{"to": address(noun), "id": identifier}]})

    assert alive.actions() == {}
    alive.apply()
    alive.must_be_settled()


@every
def test_a_change_by_somebody_else_shows_as_drift(alive: Workspace, noun: str, tried: Sample) -> None:
    by_somebody_else(alive, noun, "PATCH", tried.drift)

    drift = alive.drift()[address(noun)]
    shown = str(last_leaf(tried.drift)).removesuffix("Z")  # the service writes moments with or without fractions
    assert shown in str(drift["after"])
    assert shown not in str(drift["before"])
    assert address(noun) in alive.actions()
    alive.apply()
    alive.must_be_settled()


@made
def test_a_vanished_object_is_planned_as_a_creation(workspace: Workspace, noun: str, tried: Sample) -> None:
    workspace.apply(tried.configuration(f"glbr_{noun}"))

    by_somebody_else(workspace, noun, "DELETE")

    assert workspace.actions()[address(noun)] == ["create"]


@made
def test_a_destroyed_object_is_gone(workspace: Workspace, noun: str, tried: Sample) -> None:
    workspace.apply(tried.configuration(f"glbr_{noun}"))
    place = managed()[noun].within(workspace.state(address(noun))).one(str(workspace.state(address(noun))["id"]))

    done = workspace.run("destroy", "-auto-approve", "-no-color")

    assert done.code == 0, done.output
    assert workspace.addresses() == []
    with pytest.raises(httpx.HTTPStatusError, match="404"):
        workspace.hpe("GET", place)


@standing
def test_what_stands_without_terraform_is_left_as_it_is(workspace: Workspace, noun: str, tried: Sample) -> None:
    workspace.apply(tried.configuration(f"glbr_{noun}"))
    identifier = workspace.state(address(noun))["id"]
    before = workspace.control("GET", f"objects/{collection(noun)}/{identifier}")

    done = workspace.run("destroy", "-auto-approve", "-no-color")

    assert done.code == 0, done.output
    assert "stays as it is" in done.text
    assert workspace.addresses() == []
    assert workspace.control("GET", f"objects/{collection(noun)}/{identifier}") == before
