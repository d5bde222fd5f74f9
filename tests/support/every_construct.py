"""Puts every construct into one stack, and asks the real Terraform whether that is valid.

A program: Node hands Terraform's name on from the environment in which it was started, and a test has its Node already.

python every_construct.py FOLDER
"""

import importlib
import inspect
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import redirect_stdout
from pathlib import Path
from pkgutil import iter_modules

from constructs import Construct

import construct_samples
from glbr.construct_pages.generate import l1_snippets, snippets
from glbr.construct_pages.snippet import builders
from glbr_constructs import GlbrProvider, TerraformStack
from glbr_constructs.cdk import cdk
from glbr_constructs.l1.setting import DataSettings

Json = dict[str, object]


def everything(folder: Path) -> TerraformStack:
    """A stack with every snippet of the pages and every sample, each below a construct named after it."""
    app = cdk.Testing.app(outdir=str(folder / "all"))
    stack = TerraformStack(app, "everything")
    # The one provider block of the stack is that of its own page. What is about the whole application makes no resource
    # of its own.
    wanted = {name: snippet for name, snippet in (snippets() | l1_snippets()).items() if not snippet.wants_app}
    for name, build in builders(wanted.values(), folder).items():
        # Some snippets print, and so does this program.
        with redirect_stdout(sys.stderr):
            build(Construct(stack, name), app)
    for sample in samples():
        sample(Construct(stack, f"sample_{sample.__name__}"))
    return stack


def samples() -> Iterator[Callable[[Construct], None]]:
    """The functions that build a construct richly: those that take a stack, and nothing else."""
    for found in iter_modules(construct_samples.__path__, f"{construct_samples.__name__}."):
        module = importlib.import_module(found.name)
        for name, function in inspect.getmembers(module, inspect.isfunction):
            own = function.__module__ == found.name and not name.startswith("_")
            if own and list(inspect.signature(function).parameters) == ["stack"]:
                yield function


def wrong(folder: Path) -> TerraformStack:
    """A stack with an argument that no data source has."""
    stack = TerraformStack(cdk.Testing.app(outdir=str(folder / "wrong")), "wrong")
    GlbrProvider(stack, "glbr")
    DataSettings(stack, "mistaken").add_override("bogus", True)
    return stack


def classes(stack: TerraformStack) -> list[str]:
    """The classes of all constructs in a stack."""
    return sorted({f"{type(found).__module__}.{type(found).__name__}" for found in stack.node.find_all()})


def main(folder: Path) -> dict[str, Json]:
    """Build, synthesize, validate: what stacks hold, whether they are valid, and what Terraform has against them."""
    return {stack.node.id: judged(stack) for stack in (everything(folder), wrong(folder))}


def judged(stack: TerraformStack) -> Json:
    """One stack."""
    written = cdk.Testing.full_synth(stack)
    valid = cdk.Testing.to_be_valid_terraform(written)
    # The CDK says no more than yes or no.
    return {"classes": classes(stack), "valid": valid, "complaints": [] if valid else complaints(Path(written))}


def complaints(written: Path) -> list[str]:
    """What Terraform has against a synthesized app, with the path of the construct it is about."""
    (folder,) = (written / "stacks").iterdir()
    command = [os.environ["TERRAFORM_BINARY_NAME"], "validate", "-json"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    found = json.loads(done.stdout)["diagnostics"]
    return [f"{entry.get('address', '')}: {entry['summary']}: {entry['detail']} {_where(entry)}" for entry in found]


def _where(entry: Json) -> str:
    """The text of the configuration that a complaint is about."""
    return " ".join(str((entry.get("snippet") or {}).get("context", "")).split())


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(Path(sys.argv[1]))))
