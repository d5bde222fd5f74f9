"""`glbr inventory`: what no plan tells, for reviews."""

import json
import os
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import click

from glbr.cli.examples import examples


@click.command(
    "inventory",
    epilog=examples(
        "glbr inventory > inventory.json",
        "glbr inventory --output inventory.json",
        "glbr review plan.json --inventory inventory.json",
    ),
)
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="File to write, instead of standard output."
)
def command(*, output: Path | None) -> None:
    """Take stock of a workspace, so that a review can say what is at stake.

    Reads stores and the recovery points in them, members of groups, policies, jobs and what there is to protect, with the
    GLBR_… variables. Nothing is changed, and no secret is written. Add what HPE cannot know by hand: data_class and site
    of assets, restore_tests. Exit code 1 when HPE does not answer; no half of an inventory is written then.
    """
    import asyncio

    watched = sys.stderr.isatty()
    found = asyncio.run(_take(_told if watched else _silent))
    if watched:
        _told("")
    text = json.dumps(found, indent=1, ensure_ascii=False)
    if output is None:
        click.echo(text)
        return
    output.write_text(text + "\n", encoding="utf-8")
    click.echo(
        f"Wrote {output}: {', '.join(f'{name} {len(value)}' for name, value in found.items() if isinstance(value, list))}."
    )


async def _take(tell: Callable[[str], None]) -> dict[str, object]:
    from glbr.api.client import Client
    from glbr.api.settings import Settings
    from glbr.cli.stocktaking import take_stock
    from glbr.provider.reading import Reading

    client = Client.connect(Settings.from_arguments({}, os.environ))
    try:
        return await take_stock(Reading(client), datetime.now(UTC).replace(microsecond=0), tell)
    finally:
        await client.aclose()


def _told(line: str) -> None:
    # One line that is written over, so that long work shows that it goes on.
    click.echo(f"\r\x1b[K{line}", nl=False, err=True)


def _silent(line: str) -> None:
    del line
