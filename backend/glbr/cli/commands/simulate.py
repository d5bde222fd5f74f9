"""`glbr simulate`: HPE's service on this machine."""

import json
import signal
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from glbr.cli.examples import examples

if TYPE_CHECKING:
    from glbr.simulator.options import Options


@click.command(
    "simulate",
    epilog=examples(
        "glbr simulate",
        "glbr simulate --world fleet --vms 500 --port 0",
        "glbr simulate --state clinic.db --operation-seconds 20",
    ),
)
@click.option(
    "--world", default="clinic", show_default=True, help="What there is at the start: empty, clinic or fleet."
)
@click.option(
    "--vms", type=click.IntRange(min=1), default=100, show_default=True, help="Virtual machines in the world fleet."
)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8930,
    show_default=True,
    help="Port on 127.0.0.1; 0 takes a free one.",
)
@click.option(
    "--state",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Keep everything in FILE over a restart.",
)
@click.option(
    "--clock",
    default="real",
    show_default=True,
    metavar="real|frozen|TIME",
    help="Run, stand still, or stand still at TIME (2026-01-05T00:00:00Z).",
)
@click.option(
    "--speed", type=float, default=1.0, show_default=True, help="Simulated seconds per second of a running clock."
)
@click.option(
    "--operation-seconds",
    type=click.FloatRange(min=0),
    default=0.0,
    show_default=True,
    help="Simulated seconds that work after a 202 takes.",
)
@click.option(
    "--set",
    "changes",
    multiple=True,
    metavar="NAME=VALUE",
    help="Another behaviour, such as rate_limit=100; may be repeated.",
)
@click.option("--seed", type=int, default=0, show_default=True, help="Root of identifiers and of chance.")
@click.option("--json", "as_json", is_flag=True, help="When ready, tell a script: one line of JSON.")
def command(port: int, operation_seconds: float, changes: tuple[str, ...], *, as_json: bool, **options: Any) -> int:
    """Simulate HPE's service on this machine, with no HPE account.

    It prints the variables that point Terraform's provider to it, and has a page that shows stores, policies, jobs and
    recovery points. Ctrl-C stops it.
    """
    from glbr.cli.surroundings import settings_for
    from glbr.simulator.server import RunningSimulator

    chosen = _options(operation_seconds, changes, options)
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    try:
        simulator = RunningSimulator(chosen, port=port)
        with simulator:
            variables = settings_for(chosen, simulator.url)
            page = f"{simulator.url}/_simulator/"
            if as_json:
                click.echo(json.dumps({"url": simulator.url, "page": page, "environment": variables}))
            else:
                _introduce(chosen, page, variables)
            stop.wait()
    except ValueError as problem:
        raise click.UsageError(str(problem)) from problem
    return 0


def _options(operation_seconds: float, changes: tuple[str, ...], options: dict[str, Any]) -> "Options":
    from glbr.simulator.clock import moment_of
    from glbr.simulator.options import Options
    from glbr.simulator.settings import Settings

    pairs = [change.partition("=") for change in changes]
    try:
        settings = Settings(operation_seconds=operation_seconds).changed(
            {name: _value(text) for name, _, text in pairs}
        )
    except ValueError as problem:
        raise click.UsageError(str(problem)) from problem
    if options["clock"] not in ("real", "frozen"):
        try:
            options["clock"] = moment_of(options["clock"])
        except ValueError as problem:
            raise click.UsageError(
                f"--clock is {options['clock']!r}; give real, frozen, or an instant such as 2026-01-05T00:00:00Z"
            ) from problem
    return Options(**options, settings=settings)


def _value(text: str) -> object:
    """Read what stands behind the equals sign: a number or true/false, else the text itself."""
    try:
        return json.loads(text)
    except ValueError:
        return text


def _introduce(options: "Options", page: str, variables: dict[str, str]) -> None:
    click.echo(f"HPE's backup service, simulated: world {options.world}, clock {options.clock}, ", nl=False)
    click.echo(f"state in {options.state}" if options.state else "state in memory (gone when stopped)")
    click.echo(f"Page and controls: {page}\n\nIn another terminal, paste:\n")
    for name, value in variables.items():
        click.echo(f"  export {name}={value}")
    if options.clock != "real" and options.settings.operation_seconds:
        click.echo("\nNote: the clock stands still, so work that takes time ends only when you move the clock on.")
    click.echo("\nReady. Ctrl-C stops it.")
