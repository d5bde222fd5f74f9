"""`glbr drift`: whether somebody has weakened protection outside of Terraform."""

from pathlib import Path
from typing import Any

import click

from glbr.cli.examples import examples
from glbr.cli.reviewing.gate_command import GateCommand
from glbr.cli.reviewing.options import EXIT_CODES, FILE, Judging, judging_options


@click.command(
    "drift",
    cls=GateCommand,
    epilog=f"{EXIT_CODES}\n\n"
    + examples(
        "glbr drift",
        "glbr drift infrastructure/ --pack ransomware",
        "glbr drift infrastructure/ -o terminal,md=drift.md,html=drift.html --markdown-for github-summary",
    ),
)
@click.argument("folder", type=FILE, default=".", metavar="[FOLDER]")
@judging_options
def command(folder: Path, **options: Any) -> int:
    """Look whether somebody has weakened protection outside of Terraform.

    FOLDER is a working directory of Terraform that has been initialised; the one you are in when left out. Terraform
    compares its state with what there is at HPE (plan -refresh-only), and what has changed is judged as glbr review judges
    a change. Nothing is applied, and the state is left as it is. Needs what a plan needs: the account, and the GLBR_…
    variables.
    """
    from datetime import UTC, datetime

    from rich.console import Console
    from rich.markup import escape

    from glbr.cli.engine import find_engine
    from glbr.cli.reviewing.refreshing import refresh_only_plan
    from glbr.cli.reviewing.verdict import verdict
    from glbr.review.ingest.read import read

    judging = Judging(options)
    # Before the wait: what is wrong with the command line or the gate's files is told at once.
    wanted, gate, engine = judging.outputs(), judging.gate(), find_engine()
    with Console(stderr=True).status(
        f"Terraform compares its state with what there is at HPE, for {escape(str(folder))}"
    ):
        document = refresh_only_plan(engine, folder)
    now = datetime.now(UTC)
    model = read(
        document,
        name=f"the refresh-only plan of {folder}",
        inventory=options["inventory"],
        stack=options["stack"] or folder.resolve().name,
        now=now,
        sources=folder,
    )
    return verdict(model, gate, wanted, judging, now=now)
