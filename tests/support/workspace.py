"""A Terraform working directory for one test: writes configuration, runs the real Terraform, reads what it says."""

import json
import os
import re
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from glbr.simulator.options import CLIENT_ID, CLIENT_SECRET, WORKSPACE_ID
from glbr.simulator.server import RunningSimulator

Json = dict[str, object]
PATIENCE_SECONDS = 60
"""So long a command that was started may take to come to a point, or to end after a signal."""

THRIFTY = {"GOGC": "off", "GOMEMLIMIT": "1GiB"}
"""Terraform is over before it has littered much: it cleans up only when memory runs short, which saves a quarter of its time."""


def hcl_free(environment: Mapping[str, str]) -> dict[str, str]:
    """An environment in which nothing of the person's own Terraform set-up shows."""
    kept = {name: value for name, value in environment.items() if not name.startswith(("TF_", "GLBR_"))}
    return kept | {"CHECKPOINT_DISABLE": "1", "TF_IN_AUTOMATION": "1", "TF_INPUT": "0"} | THRIFTY


@dataclass(frozen=True)
class Run:
    """How one Terraform command ended."""

    code: int
    output: str

    @property
    def text(self) -> str:
        """What it said, in one line: Terraform wraps and frames its messages."""
        return re.sub(r"\s+", " ", re.sub(r"[│╷╵]", " ", self.output))


@dataclass
class Workspace:
    """One configuration against one simulator."""

    folder: Path
    terraform: tuple[str, ...]
    environment: dict[str, str]
    simulator: RunningSimulator
    provider: dict[str, str] = field(default_factory=dict)
    """The provider block: a provider that runs already does not see this environment."""

    def write(self, configuration: Mapping[str, object]) -> None:
        """Write Terraform JSON; the provider's requirement is added."""
        required = {"required_providers": {"glbr": {"source": "glbr/glbr"}}}
        whole = {
            "terraform": required,
            "provider": {"glbr": self.provider},
            **{name: value for name, value in configuration.items() if value},
        }
        (self.folder / "main.tf.json").write_text(json.dumps(whole, indent=1))

    def start(self, *arguments: str, **variables: str) -> subprocess.Popen[str]:
        """Start a Terraform command in a process group of its own, as a shell does."""
        return subprocess.Popen(
            [*self.terraform, *arguments],
            cwd=self.folder,
            env=self.environment | variables,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )

    def run(self, *arguments: str, **variables: str) -> Run:
        """Run a Terraform command to its end."""
        process = self.start(*arguments, **variables)
        try:
            output, _ = process.communicate(timeout=240)
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
        return Run(process.returncode, output)

    def apply(self, configuration: Mapping[str, object] | None = None) -> Run:
        """Apply, which must succeed."""
        if configuration is not None:
            self.write(configuration)
        done = self.run("apply", "-auto-approve", "-no-color")
        assert done.code == 0, done.output
        return done

    def apply_until(self, reached: Callable[[], bool]) -> subprocess.Popen[str]:
        """Start an apply and wait until it has come so far."""
        process = self.start("apply", "-auto-approve", "-no-color")
        deadline = time.monotonic() + PATIENCE_SECONDS
        while not reached():
            assert process.poll() is None, process.communicate()[0]
            assert time.monotonic() < deadline, "the apply never came so far"
            time.sleep(0.02)
        return process

    def refused(self, configuration: Mapping[str, object]) -> Run:
        """Apply, which must fail."""
        self.write(configuration)
        done = self.run("apply", "-auto-approve", "-no-color")
        assert done.code == 1, done.output
        return done

    def plan(self, *arguments: str) -> Json:
        """The plan as Terraform's JSON."""
        made = self.run("plan", "-no-color", "-out=planned", *arguments)
        assert made.code == 0, made.output
        return json.loads(self.run("show", "-json", "planned").output)

    def actions(self, *arguments: str) -> dict[str, list[str]]:
        """What a plan would do, by address; addresses it leaves alone are left out."""
        changes = self.plan(*arguments).get("resource_changes", [])
        found = {change["address"]: change["change"]["actions"] for change in changes}
        return {address: actions for address, actions in found.items() if actions not in (["no-op"], ["read"])}

    def drift(self) -> Json:
        """What changed outside of Terraform, by address: attributes before and after."""
        changes = self.plan("-refresh-only").get("resource_drift", [])
        return {change["address"]: change["change"] for change in changes}

    def must_be_settled(self) -> None:
        """Nothing left to do, with a refresh and without.

        A plan without a refresh is asked for only where the refresh found any object to be other than the state says:
        else both plans start from the same, and are the same.
        """
        done = self.run("plan", "-no-color", "-detailed-exitcode", "-out=settled")
        assert done.code == 0, done.output
        if not self._refresh_found_what_the_state_says("settled"):
            done = self.run("plan", "-no-color", "-detailed-exitcode", "-refresh=false")
            assert done.code == 0, done.output

    def _refresh_found_what_the_state_says(self, plan: str) -> bool:
        """Whether the state that a plan starts from is the one that lies here, in values and in private data."""
        with zipfile.ZipFile(self.folder / plan) as planned:
            refreshed, before = (_managed(json.loads(planned.read(name))) for name in ("tfstate", "tfstate-prev"))
        return refreshed == before

    def state_values(self) -> Json:
        """The values of the state: `root_module` with its resources, and outputs; nothing for an empty state."""
        return json.loads(self.run("show", "-json").output).get("values", {})

    def state(self, address: str) -> Json:
        """The attributes of one resource in the state."""
        resources = self.state_values().get("root_module", {}).get("resources", [])
        return next(item["values"] for item in resources if item["address"] == address)

    def addresses(self) -> list[str]:
        """What the state holds."""
        return self.run("state", "list").output.split()

    def control(self, method: str, path: str, body: object = None) -> Json:
        """Tell the simulator something."""
        reply = httpx.request(method, f"{self.simulator.url}/_simulator/{path}", json=body)
        reply.raise_for_status()
        return reply.json()

    def hpe(self, method: str, path: str, body: object = None) -> None:
        """Do something at HPE that Terraform does not know of, as somebody at the console would."""
        form = {"grant_type": "client_credentials", "client_id": CLIENT_ID, "client_secret": CLIENT_SECRET}
        token = httpx.post(f"{self.simulator.url}/authorization/v2/oauth2/{WORKSPACE_ID}/token", data=form)
        head = {"authorization": f"Bearer {token.json()['access_token']}"}
        if body is not None:
            head["content-type"] = "application/merge-patch+json" if method == "PATCH" else "application/json"
        reply = httpx.request(
            method, self.simulator.url + path, headers=head, content=None if body is None else json.dumps(body)
        )
        reply.raise_for_status()


def _managed(state: Json) -> Json:
    """What a state keeps of each managed object. Data sources are read anew by every plan, with a refresh or without."""
    kept = ("index_key", "schema_version", "attributes", "private", "identity_schema_version", "identity", "status")
    return {
        f"{found.get('module', '')} {found['type']}.{found['name']}": [
            {name: one.get(name) for name in kept} for one in found["instances"]
        ]
        for found in state["resources"]
        if found["mode"] == "managed"
    }


def attaching(process: subprocess.Popen[str]) -> str:
    """What Terraform needs to know to use a provider that runs already; waits until the provider tells it."""
    assert process.stdout is not None
    for line in process.stdout:
        if found := re.search(r"TF_REATTACH_PROVIDERS='(.*)'", line):
            return found[1]
    raise AssertionError("the provider ended before it told how to attach to it")


def connection_to(simulator: RunningSimulator) -> dict[str, str]:
    """The environment that leads the provider to a simulator."""
    return {
        "GLBR_ENDPOINT": simulator.url,
        "GLBR_WORKSPACE_ID": WORKSPACE_ID,
        "GLBR_CLIENT_ID": CLIENT_ID,
        "GLBR_CLIENT_SECRET": CLIENT_SECRET,
    }


def attached(folder: Path, terraform: tuple[str, ...], reattach: str, simulator: RunningSimulator) -> Workspace:
    """A working directory whose provider runs already: quick, for everything that is not about processes."""
    environment = hcl_free(os.environ) | {"TF_REATTACH_PROVIDERS": reattach, "HOME": str(folder)}
    provider = {name.removeprefix("GLBR_").lower(): value for name, value in connection_to(simulator).items()}
    return Workspace(folder, terraform, environment, simulator, provider)


def debug_provider(folder: Path, connection: Mapping[str, str] | None = None) -> subprocess.Popen[str]:
    """A provider that Terraform attaches to: a command then takes a tenth of the time.

    With a connection, its environment leads it to HPE, and nothing of that is in any configuration.
    """
    return subprocess.Popen(
        [sys.executable, "-m", "glbr.provider", "-debug"],
        cwd=folder,
        env=hcl_free(os.environ) | (connection or {}),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
