"""`glbr doctor`: checks this machine and says what to do."""

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from glbr.cli.examples import examples

if TYPE_CHECKING:
    from glbr.cli.checks.finding import Finding

_COLOURS = {"ok": "green", "warn": "yellow", "fail": "red", "skipped": "bright_black"}


@click.command("doctor", epilog=examples("glbr doctor", "glbr doctor --strict --json"))
@click.option("--strict", is_flag=True, help="What cannot be checked counts as failed.")
@click.option("--json", "as_json", is_flag=True, help="Tell a script: one JSON object.")
def command(*, strict: bool, as_json: bool) -> int:
    """Check this machine, the provider, and the way to HPE.

    Looks for Terraform or OpenTofu, Node and the installed provider, then signs in with the GLBR_… variables and reads
    one object. Nothing is changed, and no secret is shown. Exit code 1 if something fails.
    """
    from glbr.cli.checks.finding import Status, worst

    findings = _examine(os.environ, Path.cwd())
    verdict = worst(findings, strict=strict)
    if as_json:
        click.echo(json.dumps({"verdict": verdict, "checks": [asdict(finding) for finding in findings]}, indent=2))
    else:
        _show(findings)
    return 1 if verdict is Status.FAIL else 0


def _examine(environment: Mapping[str, str], folder: Path) -> "list[Finding]":
    from glbr.cli.checks.machine import check_engine, check_node, check_this_python
    from glbr.cli.checks.provider import check_provider
    from glbr.cli.checks.service import check_service

    return [
        check_this_python(),
        check_engine(environment),
        check_node(environment),
        *check_provider(environment, folder),
        *check_service(environment),
    ]


def _show(findings: "Sequence[Finding]") -> None:
    wide = max(len(finding.check) for finding in findings)
    for finding in findings:
        click.secho(f"{finding.status:<8}", fg=_COLOURS[finding.status], nl=False)
        click.echo(f"{finding.check:<{wide}}  {finding.found}")
        for line in finding.todo.splitlines():
            click.echo(f"{'':<{8 + wide}}  {line}" if line else "")
