"""A team keeps its state at one place: one person at a time changes it, the next one waits, and nothing is lost."""

import json
import os
import shlex
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from glbr.cli.node import find_node
from postgresql import NoPostgresql, Postgresql, running_postgresql
from state_server import USER, StateServer, running_state_server
from workspace import PATIENCE_SECONDS, Workspace

EXAMPLE = Path(__file__).parents[2] / "examples" / "remote-state" / "main.py"
PASSWORD = "correct-horse-battery"
AN_HOUR = 3600
APPLY = ("-auto-approve", "-no-color")
APPLIANCE = "data.glbr_storeonce.main"
STORE = "glbr_protection_store.local"
POLICY = "glbr_protection_policy"

Json = dict[str, Any]


@dataclass(frozen=True)
class Place:
    """Where the state is kept."""

    stack: str
    """Of the example."""
    environment: dict[str, str]
    """What a person's environment says about it."""
    secret: str
    holder_is_told: Callable[[str], bool]
    """Whether a person who was refused, and saw this, can learn that Anna holds the lock."""
    told: tuple[str, ...] = ()
    """What `terraform init` is told besides."""


@pytest.fixture(scope="module")
def stacks(tmp_path_factory: pytest.TempPathFactory, terraform: tuple[str, ...]) -> dict[str, Json]:
    """What the example synthesizes to, by stack."""
    folder = tmp_path_factory.mktemp("example")
    # The backend of HCP Terraform has the CDK ask for Terraform's version.
    asked = find_node(os.environ).environment(os.environ | {"TERRAFORM_BINARY_NAME": shlex.join(terraform)})
    done = subprocess.run([sys.executable, EXAMPLE], cwd=folder, env=asked, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return {path.parent.name: json.loads(path.read_bytes()) for path in folder.glob("cdktf.out/stacks/*/cdk.tf.json")}


@pytest.fixture(params=["postgresql", "http"])
def place(request: pytest.FixtureRequest) -> Iterator[Place]:
    """A database, and a server that speaks Terraform's HTTP."""
    if request.param == "http":
        with running_state_server(PASSWORD) as server:
            yield over_http(server)
        return
    try:
        with running_postgresql() as database:
            yield on_postgresql(database)
    except NoPostgresql as reason:
        pytest.skip(str(reason))


def on_postgresql(database: Postgresql) -> Place:
    """Terraform tells no holder here; the database does, by PGAPPNAME."""
    holds = "select application_name from pg_locks join pg_stat_activity using (pid) where locktype = 'advisory'"
    environment = {"PG_CONN_STR": database.address}
    return Place(
        "clinic-on-postgresql", environment, database.password, lambda _: set(database.ask(holds).split()) == {"anna"}
    )


def over_http(server: StateServer) -> Place:
    """Terraform tells the id of the lock; whose that is, the server knows."""
    login = {"TF_HTTP_USERNAME": USER, "TF_HTTP_PASSWORD": PASSWORD}
    lock = f"{server.url}/lock"
    addresses = {"address": server.url, "lock_address": lock, "unlock_address": lock}
    told = tuple(f"-backend-config={name}={value}" for name, value in addresses.items())
    return Place("clinic-over-http", login, PASSWORD, lambda said: f"ID={server.holder}" in said, told)


def person(name: str, workspace: Workspace, place: Place, stack: Json) -> Workspace:
    """Somebody's working copy. One provider serves all: a Terraform speaks to it when it holds the lock."""
    folder = workspace.folder / name
    folder.mkdir()
    own = replace(workspace, folder=folder, environment=workspace.environment | place.environment | {"PGAPPNAME": name})
    (folder / "cdk.tf.json").write_text(json.dumps(stack | {"provider": {"glbr": workspace.provider}}))
    ready = own.run("init", "-no-color", *place.told)
    assert ready.code == 0, ready.output
    return own


def with_silver(stack: Json) -> Json:
    """The same program after somebody has added a policy to it."""
    policies = stack["resource"]["glbr_protection_policy"]
    silver = {"name": "silver", "application_type": "VMWARE", "protections": policies["gold"]["protections"][:1]}
    added = {"glbr_protection_policy": policies | {"silver": silver}}
    return stack | {"resource": stack["resource"] | added}


def said_until(process: subprocess.Popen[str], words: str) -> str:
    """What a command says up to some words, which it must come to say."""
    assert process.stdout is not None
    said = ""
    for line in process.stdout:
        said += line
        if words in line:
            return said
    raise AssertionError(f"it never said {words!r}: {said}")


def files_with(secret: str, folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file() and secret.encode() in path.read_bytes()]


def test_of_two_people_one_waits_and_nothing_is_lost(
    workspace: Workspace, place: Place, stacks: dict[str, Json]
) -> None:
    anna = person("anna", workspace, place, stacks[place.stack])
    ben = person("ben", workspace, place, with_silver(stacks[place.stack]))
    simulator = workspace.simulator
    simulator.change_settings(operation_seconds=AN_HOUR)

    # Anna's store takes an hour of a clock that stands still: she holds the lock for as long as it is not moved.
    first = anna.apply_until(lambda: simulator.request_counts.get("GetAsyncOperation", 0) > 0)
    refused = ben.run("apply", *APPLY)
    anna_is_named = place.holder_is_told(refused.text)
    second = ben.start("apply", *APPLY, "-lock-timeout=5m")
    said_before = said_until(second, "Acquiring state lock")
    made_before = simulator.request_counts.get("ProtectionPolicyCreate", 0)
    simulator.change_settings(operation_seconds=0)
    simulator.advance(hours=2)
    first_said, second_said = (process.communicate(timeout=PATIENCE_SECONDS)[0] for process in (first, second))

    assert refused.code == 1
    assert "Error acquiring the state lock" in refused.text
    assert anna_is_named, refused.output
    assert ("Plan:" in said_before, made_before) == (False, 0)
    assert (first.returncode, second.returncode) == (0, 0), first_said + second_said
    assert "Plan: 2 to add" in first_said
    assert "Plan: 1 to add" in second_said, "Ben planned before he saw what Anna had made"
    assert set(ben.addresses()) == set(anna.addresses()) == {APPLIANCE, STORE, f"{POLICY}.gold", f"{POLICY}.silver"}
    assert workspace.control("GET", "health")["objects"]["protection-policies"] == 2
    ben.must_be_settled()
    assert files_with(place.secret, workspace.folder) == []


@pytest.mark.parametrize(
    ("stack", "comes_to"),
    [
        ("clinic-on-s3", "No valid credential sources found"),
        ("clinic-in-hcp-terraform", "app.terraform.io"),
    ],
)
def test_what_is_kept_elsewhere_comes_as_far_as_the_login(
    workspace: Workspace, stacks: dict[str, Json], stack: str, comes_to: str
) -> None:
    (workspace.folder / "cdk.tf.json").write_text(json.dumps(stacks[stack]))
    away = {"HTTPS_PROXY": "http://127.0.0.1:9", "NO_PROXY": "", "AWS_EC2_METADATA_DISABLED": "true"}

    reached = workspace.run("init", "-no-color", **away)
    without = workspace.run("init", "-no-color", "-backend=false")
    valid = workspace.run("validate", "-no-color")

    # An argument that a backend does not know is refused before anything is asked for.
    assert comes_to in reached.text
    assert (without.code, valid.code) == (0, 0), without.output + valid.output
