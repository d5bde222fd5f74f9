"""Options that `glbr review` and `glbr drift` share: what is judged by, and what comes out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from glbr.cli.reviewing.outputs import FORMATS, MARKDOWN_FOR, Output, outputs

if TYPE_CHECKING:
    from glbr.review.gate.gate import Gate, Wishes

Command = TypeVar("Command", bound=Callable[..., Any])

FILE: Final = click.Path(path_type=Path)

# The backspace is click's sign for a paragraph that keeps its line breaks.
EXIT_CODES: Final = """\b
Exit codes:
  0  clean: nothing that the gate asks about
  1  no verdict: wrong usage, wrong input, a wrong gate file
  2  blocked: a hard finding stands
  3  needs approval: a soft finding stands, or the change weakens protection
  4  undecidable: a hard rule cannot tell, or the plan does not show everything"""

_OPTIONS: Final = (
    click.option(
        "--inventory", type=FILE, metavar="FILE", help="What `glbr inventory` wrote: copies, members, classes."
    ),
    click.option(
        "--config",
        type=FILE,
        metavar="FILE",
        help="The gate's settings  [default: glbr-review.yaml here, if there is one]",
    ),
    click.option(
        "--base-config",
        type=FILE,
        metavar="FILE|DIR",
        help="Settings, rules and waivers of the base branch: only they count.",
    ),
    click.option("--pack", metavar="NAME|FILE", help="Pack of enforcement, in place of the settings' own."),
    click.option(
        "-o",
        "--output",
        "wanted",
        multiple=True,
        metavar="FORMAT[=FILE],…",
        help=f"What to write, and where: {', '.join(FORMATS)}; may be repeated.  [default: terminal]",
    ),
    click.option("--json", "as_json", is_flag=True, help="The same as -o json."),
    click.option(
        "--markdown-for",
        type=click.Choice(MARKDOWN_FOR),
        default="github",
        show_default=True,
        help="Whose limit Markdown has to fit.",
    ),
    click.option("--quiet-if-clean", is_flag=True, help="Nothing in the terminal when there is nothing to decide."),
    click.option(
        "--fail-on", multiple=True, metavar="WHAT,…", help="Block on weakening, destructive, a severity or a rule."
    ),
    click.option(
        "--require-approval",
        type=click.Choice(["never", "destructive", "weakening", "any-change"]),
        help="From where on somebody has to approve; never: nobody, not even for soft findings.  [default: weakening]",
    ),
    click.option(
        "--unknown",
        type=click.Choice(["fail", "pass-advisory"]),
        help="What becomes of a rule that cannot decide.  [default: fail]",
    ),
    click.option("--exit-zero", is_flag=True, help="End with 0 whatever the verdict; 1 stays 1."),
    click.option("--stack", default="", metavar="NAME", help="What the change is called in reports."),
)


def judging_options(command: Command) -> Command:
    """Give a command the options that `Judging` reads."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


@dataclass(frozen=True, slots=True)
class Judging:
    """What somebody gave for the options of `judging_options`, by their names."""

    given: Mapping[str, Any]

    def outputs(self) -> list[Output]:
        """What to write, and where.

        Raises:
            click.UsageError: As `outputs` says.
        """
        return outputs([*self.given["wanted"], *(["json"] if self.given["as_json"] else [])])

    def wishes(self) -> "Wishes":
        """What the command line asks of the gate."""
        from glbr.review.gate.gate import Wishes

        words = [word.strip() for given in self.given["fail_on"] for word in given.split(",")]
        names = ("pack", "require_approval", "unknown")
        pack, require_approval, unknown = (self.given[name] for name in names)
        return Wishes(pack, require_approval, unknown, tuple(filter(None, words)), self.given["exit_zero"])

    def gate(self) -> "Gate":
        """The gate that is to judge.

        Raises:
            ReviewProblem: A file of the gate is missing or wrong.
        """
        from glbr.cli.reviewing.reading import gate_of

        return gate_of(self.given["config"], self.given["base_config"], self.wishes())
