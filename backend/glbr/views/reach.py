"""Definition → the operations of HPE's API that Terraform reaches through it."""

from collections.abc import Iterator
from dataclasses import dataclass

from glbr.definition.computation import Computation
from glbr.definition.resource import Observed, Resource
from glbr.definition.thing import Thing


@dataclass(frozen=True, slots=True)
class Reach:
    """One operation, and what in Terraform reaches it.

    Attributes:
        method: HTTP method.
        path: Path, places in braces.
        thing: What reaches it: a type of Terraform's, and what it does.
    """

    method: str
    path: str
    thing: str


def reached(definition: type[Thing]) -> Iterator[Reach]:
    """Every operation a definition can use; HPE need not offer each (a job has no PATCH)."""
    if issubclass(definition, Computation):
        yield from (Reach("POST", path, f"data source `{definition.type_name()}`") for path in definition.paths)
    if issubclass(definition, Observed):
        yield from _read(definition)
    if issubclass(definition, Resource):
        yield from _written(definition)


def _read(definition: type[Observed]) -> Iterator[Reach]:
    name, also = definition.type_name(), issubclass(definition, Resource)
    if "many" in definition.sources:
        yield Reach("GET", definition.collection, f"data source `glbr_{definition.plural()}`")
    if "one" in definition.sources:
        refreshed = f", refresh of resource `{name}`" if also else ""
        yield Reach("GET", f"{definition.collection}/{{id}}", f"data source `{name}`{refreshed}")


def _written(definition: type[Resource]) -> Iterator[Reach]:
    collection, resource = definition.written_at or definition.collection, f"resource `{definition.type_name()}`"
    one = f"{collection}/{{id}}"
    if not definition.stands:
        yield Reach("POST", collection, f"{resource}: create")
        yield Reach("PUT", one, f"{resource}: update of an unused one")
        yield Reach("DELETE", one, f"{resource}: destroy")
    yield Reach("PATCH", one, f"{resource}: {'create and ' if definition.stands else ''}update")
    yield from (Reach("POST", f"{one}/{action}", f"{resource}: update") for action in definition.actions)
