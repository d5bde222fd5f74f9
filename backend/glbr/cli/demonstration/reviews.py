"""The end of the demonstration: two pull requests against the clinic, planned by Terraform and reviewed."""

import sys

from rich.console import Console
from rich.text import Text

from glbr.cli.demonstration.proposals import DANGEROUS, STRONGER, Proposal
from glbr.cli.demonstration.steps import Steps
from glbr.cli.demonstration.workplace import Workplace
from glbr.cli.engine import Engine

_GLBR = (sys.executable, "-P", "-m", "glbr.cli")
_COLOURS = {"-": "red", "+": "green"}


def review_proposals(place: Workplace, steps: Steps, engine: Engine, console: Console) -> None:
    """Plan and review a change that must be stopped, and one that must not.

    Raises:
        NoDemonstration: When a review comes to anything else.
    """
    place.pages.mkdir(parents=True, exist_ok=True)
    steps.run("glbr inventory", [*_GLBR, "inventory", f"--output={place.inventory}"], place.folder, shown=True)
    for proposal in (DANGEROUS, STRONGER):
        _review(proposal, place, steps, engine, console)


def _review(proposal: Proposal, place: Workplace, steps: Steps, engine: Engine, console: Console) -> None:
    source = place.example.read_text()
    place.proposed.write_text(proposal.applied(source))
    console.print(f"\nA pull request: [bold]{proposal.title}[/bold]")
    for line in proposal.difference(source):
        console.print(Text(f"   {line}", style=_COLOURS[line[0]]), soft_wrap=True)
    steps.run("Synthesizing it", [sys.executable, place.proposed], place.folder)
    planned = place.stack() / f"{proposal.name}.tfplan"
    plan = [*engine.command, "plan", "-input=false", "-no-color", f"-out={planned}"]
    steps.run("Planning it", plan, place.stack())
    document = planned.with_suffix(".json")
    shown = steps.run("Writing the plan as JSON", [*engine.command, "show", "-json", str(planned)], place.stack())
    document.write_text(shown)
    page = place.pages / f"{proposal.name}.html"
    review = [*_GLBR, "review", str(document), f"--inventory={place.inventory}", f"--output=terminal,html={page}"]
    steps.run("glbr review", review, place.folder, ends_with=proposal.exit_code, shown=True)
    verdict = "stops it, with exit code 2" if proposal.exit_code else "lets it pass"
    console.print(f"The review {verdict}. The page: {page.relative_to(place.root)}", highlight=False, soft_wrap=True)
