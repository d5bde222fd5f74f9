"""The front door: finds the subcommand, runs it, and tells in words whatever goes wrong."""

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pkgutil import iter_modules

import click

from glbr import __version__
from glbr.api.errors import GlbrError
from glbr.cli import commands
from glbr.cli.examples import examples
from glbr.review.problem import ReviewProblem

DONE, PROBLEM_FOUND, WRONG_USAGE, INTERRUPTED = 0, 1, 2, 130

_WHOLE_TRACEBACK = "GLBR_TRACEBACK"


class Subcommands(click.Group):
    """The subcommands, each imported when it is asked for: the command starts quickly however many there are."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click's signature)
        """Name the subcommands, which are the modules in `commands/`."""
        return sorted(module.name for module in iter_modules(commands.__path__))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import one subcommand; None if there is none of that name."""
        if cmd_name not in self.list_commands(ctx):
            return None
        found = import_module(f"{commands.__name__}.{cmd_name}").command
        if not isinstance(found, click.Command):
            raise TypeError(f"loading glbr {cmd_name}: `command` in its module is not a click command")
        return found


@click.command(
    cls=Subcommands,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=examples("glbr simulate", "glbr install", "glbr doctor", "glbr review plan.json"),
)
@click.version_option(__version__, prog_name="glbr")
def glbr() -> None:
    """HPE GreenLake for Backup and Recovery as infrastructure code.

    Each command has --help with examples. Exit codes: 0 done, 1 a problem was found, 2 wrong usage.
    A review has its own: see glbr review --help.
    """


def run(arguments: Sequence[str] | None = None) -> int:
    """Run a command line (that of this process if None) and return the exit code."""
    try:
        result = glbr.main(args=arguments, prog_name="glbr", standalone_mode=False)
    except click.ClickException as problem:
        problem.show()
        return problem.exit_code
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has gone (`glbr doctor | head`); the interpreter must not trip over that at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PROBLEM_FOUND
    except GlbrError as problem:
        _tell(problem.summary, problem.detail)
        return PROBLEM_FOUND
    except ReviewProblem as problem:
        _tell(_harmless(problem.summary), _harmless(problem.detail))
        return PROBLEM_FOUND
    except OSError as problem:
        where = f" ({problem.filename})" if problem.filename else ""
        _tell(f"{problem.strerror or problem}{where}", "The operating system refused this; glbr stopped there.")
        return PROBLEM_FOUND
    except Exception as fault:  # a fault of ours: people get a sentence, never a traceback
        if os.environ.get(_WHOLE_TRACEBACK):
            raise
        _tell(
            f"A fault in glbr itself: {type(fault).__name__}: {fault}",
            f"Please report it, with what you ran. {_WHOLE_TRACEBACK}=1 shows where in the program it happened.",
        )
        return PROBLEM_FOUND
    return result if isinstance(result, int) else DONE


def _harmless(text: str) -> str:
    """Text that may quote somebody else's file, without anything that a terminal would obey."""
    return "".join(letter if letter.isprintable() or letter == "\n" else ascii(letter)[1:-1] for letter in text)


def _tell(summary: str, *paragraphs: str) -> None:
    click.secho(f"Error: {summary}", err=True, fg="red", bold=True)
    for paragraph in filter(None, paragraphs):
        click.echo(f"\n{paragraph}", err=True)
