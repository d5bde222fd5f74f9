"""`glbr review`: what a change does to recovery points, and whether it may pass."""

from typing import Any

import click

from glbr.cli.examples import examples
from glbr.cli.reviewing.gate_command import GateCommand
from glbr.cli.reviewing.options import EXIT_CODES, FILE, Judging, judging_options


@click.command(
    "review",
    cls=GateCommand,
    epilog=f"{EXIT_CODES}\n\n"
    + examples(
        "glbr review plan.json",
        "terraform show -json tfplan | glbr review -",
        "glbr review plan.json --base-config base/ -o terminal,md=comment.md,sarif=review.sarif",
        "glbr review cdktf.out/stacks/clinic --base base/cdk.tf.json",
        "glbr review --explain DP-LOCK-001",
    ),
)
@click.argument("file", required=False, metavar="FILE")
@click.option(
    "--base", type=FILE, metavar="FILE", help="FILE is a configuration: compare with that of the base branch."
)
@click.option("--sources", type=FILE, metavar="DIR", help="The configuration behind a plan: places, guards, waivers.")
@judging_options
@click.option("--model", "show_model", is_flag=True, help="Print the protection model as JSON, and judge nothing.")
@click.option("--schema", "show_schema", is_flag=True, help="Print the JSON Schema of the protection model.")
@click.option("--list-rules", is_flag=True, help="Name every rule, with what the pack makes of it.")
@click.option("--list-packs", is_flag=True, help="Name the packs.")
@click.option("--explain", metavar="RULE", help="Why a rule is there, what to do, its thresholds and examples.")
def command(file: str | None, **options: Any) -> int:
    """Say what a change does to recovery points, and whether it may pass.

    FILE is a plan from `terraform show -json`, a synthesized configuration (cdk.tf.json) or a folder that holds one; - is
    the standard input. Needs no network and no account.
    """
    from glbr.cli.reviewing import showing

    if options["show_schema"]:
        return showing.schema()
    judging = Judging(options)
    if options["list_packs"]:
        return showing.packs()
    if options["list_rules"] or options["explain"]:
        gate = judging.gate()
        return showing.explanation(options["explain"], gate) if options["explain"] else showing.rules(gate)
    if file is None:
        raise click.UsageError(
            "There is no FILE to review. Give a plan from `terraform show -json`, or - for the input."
        )
    return _review(file, judging)


def _review(file: str, judging: Judging) -> int:
    from glbr.cli.reviewing import showing
    from glbr.cli.reviewing.reading import Inputs

    wanted, gate, given = judging.outputs(), judging.gate(), judging.given
    inputs = Inputs(file, given["base"], given["sources"], given["inventory"], given["stack"])
    model = inputs.model()
    if given["show_model"]:
        return showing.model(model)
    from glbr.cli.reviewing.verdict import verdict

    return verdict(model, gate, wanted, judging, now=inputs.now, base_waivers=inputs.base_waivers)
