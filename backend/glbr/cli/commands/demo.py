"""`glbr demo`: what `make demo` runs."""

import click

from glbr.cli.examples import examples


@click.command("demo", epilog=examples("glbr demo", "glbr demo --keep", "glbr demo --stop"))
@click.option("--keep", is_flag=True, help="Leave the simulator up, and say how to go on by hand.")
@click.option("--stop", is_flag=True, help="Stop what --keep left up, and remove what it wrote.")
def command(*, keep: bool, stop: bool) -> int:
    """Show the whole way, from a Python construct to recovery points.

    Starts a simulated clinic, synthesizes examples/three-copies, plans and applies it with Terraform, moves the clock on
    by a month and shows which recovery points there are. No HPE account is needed; everything stays in .glbr/ of the
    checkout.
    """
    from rich.console import Console

    from glbr.cli.demonstration.show import show, stop_remembered
    from glbr.cli.demonstration.workplace import checkout

    if keep and stop:
        raise click.UsageError("--keep and --stop exclude each other; give one of them")
    place = checkout()
    if stop:
        click.echo("Stopped the simulator." if stop_remembered(place) else "No simulator from an earlier demo is up.")
        place.clear()
        return 0
    show(place, Console(), keep=keep)
    return 0
