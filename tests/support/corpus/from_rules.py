"""Plans of the rules' own examples: the estate is applied, changed outside where the example says so, and planned again."""

import re
from collections.abc import Mapping
from typing import Final, Literal

from corpus.shelf import Entry, Json, Recording
from glbr.review.rules.catalogue import catalogue
from glbr.review.rules.example import Example
from pretend_terraform import steps
from rule_examples import NOW, as_document, configuration, written
from workspace import Workspace

Side = Literal["fires", "quiet"]

REFUSED: Final = {"DP-COPY-007/fires": "the provider refuses it: that is what the rule is about"}
"""Examples that no real plan can be made of, and why. Their configuration is kept instead."""

_REFERENCE = re.compile(r"\$\{([^}]+)\}")


def names() -> list[str]:
    """Every example of the catalogue."""
    return [f"{rule}/{side}" for rule in catalogue() for side in ("fires", "quiet")]


def example_of(name: str) -> Example:
    """The example of a name: `DP-LOCK-001/fires`."""
    rule, side = name.split("/")
    return catalogue()[rule].fires if side == "fires" else catalogue()[rule].quiet


def refused(name: str, workspace: Workspace) -> Recording:
    """The configuration of an example that no Terraform plans, which is looked at."""
    workspace.write(configuration(example_of(name), "after"))
    assert workspace.run("plan", "-no-color").code == 1, f"{name} is not refused any more"
    entry = Entry(_about(name), [f"configuration alone: {REFUSED[name]}"])
    return Recording(entry, configuration(example_of(name), "after"))


def planned(name: str, workspace: Workspace) -> Recording:
    """The plan of an example."""
    example = example_of(name)
    workspace.apply(configuration(example, "before"))
    made = ["terraform apply"]
    if example.outside:
        change_outside(workspace, example)
        made.append("changed at HPE by somebody else")
    companions: dict[str, Json] = {}
    if example.inventory:
        told = resolved(example.inventory, values_of(workspace.state_values()))
        companions["inventory"] = {"format": "glbr-inventory", "version": 1, "taken_at": NOW, **told}
    if settings := _settings(name, example):
        companions["settings"] = settings
    if example.two_configurations:
        companions["base"] = configuration(example, "before")
    if example.two_configurations or example.only_state:
        companions["sources"] = configuration(example, "after")
    workspace.write(configuration(example, "after"))
    document = workspace.plan()
    made.append("terraform plan")
    if example.plan:
        made.append(
            f"written in by hand, for the simulator cannot bring Terraform to say it: {', '.join(example.plan)}"
        )
    entry = Entry(_about(name), made, str(document["terraform_version"]))
    return Recording(entry, at_the_moment(document) | dict(example.plan), companions)


def at_the_moment(document: Json) -> Json:
    """A plan as if it was made at the moment of the examples, where the simulator's clock stands, too."""
    return document | {"timestamp": NOW}


def _about(name: str) -> str:
    rule, side = name.split("/")
    return f"{catalogue()[rule].title}: {'fires' if side == 'fires' else 'close to it, and quiet'}"


def _settings(name: str, example: Example) -> Json:
    settings = dict(example.settings)
    if example.parameters:
        settings["parameters"] = {name.split("/", maxsplit=1)[0]: dict(example.parameters)}
    return settings


def change_outside(workspace: Workspace, example: Example) -> None:
    """Change objects at HPE as somebody else's Terraform does: with a state of its own, which is then thrown away."""
    state = workspace.folder / "terraform.tfstate"
    ours = state.read_bytes()
    theirs = written(example, "before").edit(example.outside)
    for arguments in theirs.resources.values():
        arguments.pop("lifecycle", None)
    workspace.apply(as_document(theirs))
    state.write_bytes(ours)


def values_of(values: Mapping[str, object]) -> dict[str, Json]:
    """Attributes by address, in a state as `terraform show -json` prints it."""
    found = {}
    modules = [values["root_module"]]
    while modules:
        module = modules.pop()
        found |= {item["address"]: item["values"] for item in module.get("resources", [])}
        modules += module.get("child_modules", [])
    return found


def resolved(value: object, values: Mapping[str, Json]) -> object:
    """A value with its references followed to what the state says."""
    if isinstance(value, Mapping):
        return {name: resolved(item, values) for name, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [resolved(item, values) for item in value]
    if not isinstance(value, str) or not (whole := _REFERENCE.fullmatch(value)):
        return value
    parts = steps(whole[1].removeprefix("data."))
    address = ("data." if whole[1].startswith("data.") else "") + f"{parts[0]}.{parts[1]}"
    found: object = values[address]
    for step in parts[2:]:
        found = found[step]
    return found
