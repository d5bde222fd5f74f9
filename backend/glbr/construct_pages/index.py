"""The front page of the constructs: the levels, how they hang together, and where each is told of."""

from collections.abc import Iterable, Mapping
from typing import Final

from glbr.construct_pages.sources import Public

_ROOMS: Final = {
    "patterns": "Whole answers (L3)",
    "policies": "Policies, schedules, jobs",
    "stores": "Stores",
    "appliances": "Appliances",
    "assets": "What there is to protect",
    "groups": "Protection groups",
    "checks": "Checks",
    "": "The rest",
}
"""Folder of `glbr_constructs`, and its heading."""

_LEVELS: Final = """```mermaid
flowchart TB
    subgraph L3 ["L3 · whole answers"]
        patterns["ThreeTwoOneOneZero · ProtectedSite · Fleet"]
    end
    subgraph L2 ["L2 · what people say"]
        policy["ProtectionPolicy"] -- "add_backup(to=…)" --> store["ProtectionStore"]
        store -- "on=…" --> appliance["StoreOnce · ProtectionStoreGateway"]
        schedule(["Every · Daily · Weekly · Monthly"]) -- "when, how long" --> policy
        policy -- "protect(…)" --> job["ProtectionJob"]
        job --> group["…ProtectionGroup"]
        group --> asset["VirtualMachine(s) · Volume(s) · …"]
    end
    subgraph L1 ["L1 · one class for each Terraform type, generated"]
        resource["glbr_constructs.l1.*"]
    end
    checks["checks"] -. "look at all of it, at synth" .-> L2
    L3 -- "made of" --> L2
    L2 -- ".resource" --> L1
    L1 -- "cdktf synth" --> json[("Terraform JSON")]
```"""

_INTRODUCTION: Final = """# Constructs

Data protection as a Python program: what is copied, how often, where to, for how long, and what nobody may delete. Its result
is Terraform JSON, which Terraform plans and applies like any other."""

_ON_LEVELS: Final = """Three levels, each made of the one below. Start at the top and go down only where you must: what a class of
L2 does not offer, its `.resource` does. Objects are passed as arguments, not identifiers. `from_…_id` and `from_…_name` stand for
what exists already; the name is looked up while Terraform plans.

Two regions are two stacks, each with its own `GlbrProvider`; a second one in the same stack has an `alias`, and is given to
a resource by `gold.resource.provider = europe`. `count`, `for_each` and `lifecycle` are set in the same way.

Bad input is refused where it is written, with the value that was given, those that are allowed, and the cure. The
[tutorial](../guides/tutorial.md) starts at nothing and ends at a reviewed pull request."""


def index(names: Iterable[Public], modules: Mapping[str, str], of_terraform: Iterable[str]) -> str:
    """A page in Markdown.

    Args:
        names: Everything public.
        modules: Each generated module, and what it says of itself.
        of_terraform: Names of the arguments that every resource takes.
    """
    names = list(names)
    parts = [_INTRODUCTION, _LEVELS, _ON_LEVELS]
    listed = {room: [found for found in names if _room(found) == room] for room in _ROOMS}
    for room, title in _ROOMS.items():
        if listed[room]:
            parts += [f"## {title}", "\n".join(_line(found) for found in listed[room])]
    foreign = ", ".join(f"`{found.name}`" for found in names if not found.own)
    if foreign:
        parts.append(f"{foreign}: as the CDK has them, so that a program needs one import.")
    parts.append("## One to one with Terraform (L1)")
    parts.append(
        "Generated, a module for each object; the same arguments as in Terraform, nested ones as frozen dataclasses or as dicts. "
        f"Besides its own arguments, each class takes {', '.join(f'`{name}`' for name in of_terraform)} where Terraform does."
    )
    parts.append("\n".join(f"- [{name}](l1/{name}.md): {about.partition(':')[0]}" for name, about in modules.items()))
    return "\n\n".join(parts) + "\n"


def place(found: Public) -> str:
    """The page that tells of a public name, from the folder of these pages."""
    if ".l1." in found.module:
        return f"l1/{found.module.rpartition('.')[2]}.md"
    return f"{found.instance_of or found.name}.md"


def _line(found: Public) -> str:
    summary = " ".join(found.about.partition("\n\n")[0].split())
    return f"- [{found.name}]({place(found)}): {summary}"


def _room(found: Public) -> str:
    if not found.own:
        return "the CDK"
    folder = found.module.split(".")[1]
    return folder if folder in _ROOMS else ""
