"""`glbr inventory`: what no plan tells, for reviews."""

import json
import os
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import click

from glbr.api.errors import GlbrError
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
    of assets, restore_tests. A run of a group counts as one copy, and so does each backup of a single asset; what a member of
    a protected group kept from a job of its own that is gone is not counted. Arguments of scripts are not written, only a
    mark that tells whether they are the same. Exit code 1 when HPE does not answer; no half of an inventory is written then.
    """
    import asyncio

    if output is not None:
        _check_writable(output)
    watched = sys.stderr.isatty()
    found = asyncio.run(_take(_told if watched else _silent))
    if watched:
        _told("")
    text = json.dumps(found, indent=1, ensure_ascii=False)
    if output is None:
        click.echo(text)
        return
    _write(output, text + "\n")
    click.echo(
        f"Wrote {output}: {', '.join(f'{name} {len(value)}' for name, value in found.items() if isinstance(value, list))}."
    )


def _check_writable(file: Path) -> None:
    """Before minutes of reading, not after them."""
    folder = file.resolve().parent
    if not folder.is_dir():
        raise GlbrError(f"{file} cannot be written: there is no folder {folder}", "Make it first. Nothing was read.")
    if not os.access(file if _is_special(file) else folder, os.W_OK):
        raise GlbrError(f"{file} cannot be written: its folder is not yours to write in", "Nothing was read.")


def _write(file: Path, text: str) -> None:
    """Whole or not at all, and for its owner alone: it tells where copies are, and for how long."""
    data = text.encode("utf-8", "backslashreplace")
    if _is_special(file):
        file.write_bytes(data)
        return
    whole = file.resolve()  # what a link points to, not the link
    descriptor, name = tempfile.mkstemp(dir=whole.parent, prefix=".glbr-")
    written = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as opened:
            opened.write(data)
        written.replace(whole)
    except BaseException:
        written.unlink(missing_ok=True)
        raise


def _is_special(file: Path) -> bool:
    """Whether it is a device or a pipe, which cannot be replaced."""
    return file.exists() and not file.is_file()


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
