"""Documents in, a model out: the front door of the review."""

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Final

from glbr.review.ingest.configuration import model_of_configuration
from glbr.review.ingest.document import MAKE_A_PLAN, is_plan, read_document
from glbr.review.ingest.folder import joined, sources_of, written_in
from glbr.review.ingest.known import Known
from glbr.review.ingest.plan import model_of_plan
from glbr.review.ingest.shapes import Document
from glbr.review.ingest.sources import NOWHERE, Sources
from glbr.review.ingest.synthesized import Configuration, configuration_of
from glbr.review.model.model import Model
from glbr.review.problem import ReviewProblem

_GIVEN_AS_BYTES: Final = "the document"


def read(
    file: Path | bytes,
    *,
    name: str = "",
    base: Path | None = None,
    inventory: Path | None = None,
    stack: str = "",
    now: datetime,
    sources: Path | None = None,
) -> Model:
    """Tell what a document is, and make a model of it.

    Args:
        file: A plan or a configuration, both in JSON; or a folder of configuration; or the bytes of such a file.
        name: What it is called; its path when left out.
        base: The configuration before the change, when `file` is the one after it. Beside a plan it tells the lifecycle
            that objects had; the plan itself knows the rest.
        inventory: What `glbr inventory` wrote.
        stack: What the change is called in reports.
        now: The moment, for what does not tell its own.
        sources: The configuration that belongs to a plan: a folder, or one file of JSON. Tells files, lines, lifecycle
            and what was acknowledged, which are not in a plan.

    Raises:
        ReviewProblem: something is not what it should be: what, and what to do.
    """
    name = name or (str(file) if isinstance(file, Path) else _GIVEN_AS_BYTES)
    with _undisturbed():
        return _read(file, name, base, _known(inventory), stack, now, sources)


def _known(file: Path | None) -> Known:
    if file is None:
        return Known(None)
    from glbr.review.ingest.inventory import read_inventory

    return Known(read_inventory(file))


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Without looking for garbage: while millions of values come in there is none, and the search takes most of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _read(
    file: Path | bytes, name: str, base: Path | None, known: Known, stack: str, now: datetime, sources: Path | None
) -> Model:
    if isinstance(file, Path) and file.is_dir():
        head, plan = configuration_of(joined(file)), None
    else:
        document = read_document(file if isinstance(file, bytes) else _bytes(file, name), name)
        plan = document if is_plan(document) else None
        head = Configuration({}) if plan else configuration_of(_parts(document))
    if plan is not None:
        told = (sources_of(sources) if sources else NOWHERE, sources_of(base) if base else NOWHERE)
        return model_of_plan(plan, (name, str(base or "")), known, told, stack, now)
    written = _told(head, file, sources)
    return model_of_configuration(
        head, _configuration(base) if base else None, (name, str(base or "")), known, written, stack, now
    )


def _told(head: Configuration, file: Path | bytes, sources: Path | None) -> Sources:
    if sources is not None:
        return sources_of(sources)
    return written_in(head, file if isinstance(file, Path) else Path())


def _configuration(place: Path) -> Configuration:
    """The configuration before a change."""
    if place.is_dir():
        return configuration_of(joined(place))
    document = read_document(_bytes(place, str(place)), str(place))
    if is_plan(document):
        raise ReviewProblem(f"{place} is a plan; a base is a configuration", "Give the base's cdk.tf.json.")
    return configuration_of(_parts(document))


def _parts(document: Document) -> Mapping[str, object]:
    return dict(document)


def _bytes(file: Path, name: str) -> bytes:
    try:
        return file.read_bytes()
    except OSError as failed:
        raise ReviewProblem(f"{name} cannot be read: {failed.strerror or failed}", MAKE_A_PLAN) from None
