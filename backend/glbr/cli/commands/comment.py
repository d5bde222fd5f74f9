"""`glbr comment`: posts the Markdown of a review where people read it."""

import os
from pathlib import Path

import click

from glbr.cli.examples import examples


@click.command(
    "comment",
    epilog=examples(
        "glbr comment review.md",
        "glbr comment review.md --to gitlab --repository group/clinic --number 12",
    ),
)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--to", "kind", type=click.Choice(["github", "gitlab"]), help="Forge; the one that the CI job runs on.")
@click.option("--repository", default="", help="owner/name on GitHub, project on GitLab.")
@click.option("--number", default="", help="Number of the pull or merge request.")
@click.option("--api", "address", default="", help="Address of the forge's API, for one of your own.")
@click.option(
    "--new", "only_new", is_flag=True, help="Write another comment instead of updating the one that is there."
)
def command(*, file: Path, kind: str | None, repository: str, number: str, address: str, only_new: bool) -> None:
    """Post a review to its pull or merge request: one comment per stack, updated in its place.

    The token comes from GITHUB_TOKEN or GITLAB_TOKEN, the rest from the CI job unless it is given. The comment of a newer
    plan is never overwritten by an older one. Exit code 1 when it could not be posted.
    """
    import time
    from datetime import UTC, datetime
    from typing import cast

    from glbr.cli.commenting.forge import NotPosted
    from glbr.cli.commenting.place import Asked, Kind, forge_of
    from glbr.cli.commenting.posting import post
    from glbr.review.views.marker import Marker

    try:
        body = file.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise NotPosted(
            f"{file} is no review", "It is no text in UTF-8, which glbr review -o md=FILE writes. Post that file."
        ) from None
    marker = Marker.read(body)
    if marker is None:
        raise NotPosted(f"{file} is no review", "Its first line is not that of glbr review -o md=FILE. Post that file.")
    forge = forge_of(Asked(cast("Kind | None", kind), repository, number, address), os.environ)
    done = post(forge, body, marker, now=datetime.now(UTC), pause=time.sleep, only_new=only_new)
    click.echo(
        f"{forge.place}: {'the comment there is of a newer plan; left as it is' if done == 'newer there' else done}"
    )
