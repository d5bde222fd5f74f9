"""Where a review's input comes from: a file, a folder, the standard input."""

import sys
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from glbr.review.gate.gate import Gate, Wishes, gate
from glbr.review.gate.settings import FILE_NAME
from glbr.review.model.model import Model, Waiver
from glbr.review.problem import ReviewProblem


def gate_of(config: Path | None, base_config: Path | None, wishes: Wishes) -> Gate:
    """Put the gate together; without `--config` from the settings in the working directory, if there are any.

    Raises:
        ReviewProblem: A file of the gate is missing or wrong.
    """
    here = Path(FILE_NAME)
    return gate(config or (here if here.is_file() else None), base_config, wishes)


@dataclass(frozen=True)
class Inputs:
    """What the command line names.

    Attributes:
        file: A path, or `-`.
        base: Configuration of the base branch, or its folder.
        sources: The configuration behind a plan.
        inventory: What `glbr inventory` wrote.
        stack: What the change is called; empty for its own name.
        now: The moment of the review.
    """

    file: str
    base: Path | None = None
    sources: Path | None = None
    inventory: Path | None = None
    stack: str = ""
    now: datetime = field(default_factory=lambda: datetime.now(UTC))

    def model(self) -> Model:
        """Read everything.

        Raises:
            ReviewProblem: An input is missing, or is not what it should be.
        """
        from glbr.review.ingest.read import read

        found = sys.stdin.buffer.read() if self.file == "-" else _configuration(Path(self.file))
        return read(
            found,
            name="standard input" if self.file == "-" else self.file,
            base=_base(self.base) if self.base else None,
            inventory=self.inventory,
            stack=self.stack,
            now=self.now,
            sources=self.sources,
        )

    def base_waivers(self) -> tuple[Waiver, ...]:
        """Waivers that travel with the configuration of the base branch."""
        from glbr.review.ingest.folder import sources_of

        return sources_of(_base(self.base)).waivers if self.base is not None else ()


def _base(path: Path) -> Path:
    """The base's configuration: beside a plan it may also be in Terraform's own language.

    Raises:
        ReviewProblem: It is a folder with no configuration that can be read, or with several.
    """
    return path if path.is_dir() and any(path.glob("*.tf")) else _configuration(path)


def _configuration(path: Path) -> Path:
    """What there is to read at a path: of `cdktf.out`, or of the application's folder above it, the only stack.

    Raises:
        ReviewProblem: It is a folder with no configuration that can be read, or with several.
    """
    if not path.is_dir() or any(path.glob("*.tf.json")):
        return path
    stacks = sorted(path.glob("stacks/*/cdk.tf.json")) or sorted(path.glob("cdktf.out/stacks/*/cdk.tf.json"))
    if len(stacks) == 1:
        return stacks[0]
    if stacks:
        named = ", ".join(str(one.parent) for one in stacks[:10])
        raise ReviewProblem(
            f"Reading {path}: it holds {len(stacks)} stacks", f"Each is reviewed on its own. Give one of: {named}."
        )
    raise ReviewProblem(
        f"Reading {path}: the folder holds no configuration in JSON",
        "Plain Terraform is reviewed by its plan: terraform plan -out=tfplan && terraform show -json tfplan > plan.json. "
        "A CDK application has to be synthesized first: cdktf synth.",
    )
