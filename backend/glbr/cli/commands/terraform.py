"""`glbr terraform`: runs the engine that was found, for people who have none on their PATH."""

import os
import subprocess
import sys

import click

from glbr.cli.engine import find_engine
from glbr.cli.examples import examples


@click.command(
    "terraform",
    epilog=examples("glbr terraform plan"),
    context_settings={"ignore_unknown_options": True, "help_option_names": ["--help"]},
    add_help_option=False,
)
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def command(arguments: tuple[str, ...]) -> int:
    """Run Terraform (or OpenTofu), wherever it was found.

    Everything after `terraform` goes to it unchanged. GLBR_TERRAFORM=PATH chooses another one.
    """
    if arguments == ("--help",):
        context = click.get_current_context()
        click.echo(f"{context.get_help()}\n\nTerraform's own help: glbr terraform -help")
        return 0
    engine = find_engine()
    sys.stdout.flush()
    if os.name == "posix":
        # The engine takes this process over, so that signals, prompts and exit codes are entirely its own.
        os.execv(engine.command[0], [*engine.command, *arguments])  # noqa: S606 (no shell on purpose)
    return subprocess.run([*engine.command, *arguments], check=False).returncode  # noqa: S603 (what the person typed)
