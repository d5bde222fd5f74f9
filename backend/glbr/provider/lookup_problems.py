"""What is wrong with how a data source looks for objects."""

from collections.abc import Iterator, Mapping

from glbr.definition.resource import Observed
from glbr.definition.tree import Tree, Unknown
from glbr.protection.problem import Problem
from glbr.views.terraform_schema import lookup_name


def lookup_problems(definition: type[Observed], config: Tree) -> Iterator[Problem]:
    """One object is named by exactly one of `id` and its name."""
    name = lookup_name(definition)
    given = [argument for argument in ("id", name) if config.get(argument) is not None]
    if len(given) == 1 or any(isinstance(config.get(argument), Unknown) for argument in ("id", name)):
        return
    said = "both" if given else "neither"
    yield Problem(
        (name,) if given else (),
        f"Give either id or {name}",
        f"Given: {said}. A {definition.words()} is found by its id or by its {name}.",
    )


def filter_problems(definition: type[Observed], config: Tree) -> Iterator[Problem]:
    """HPE's list can be asked only for certain properties."""
    for position, condition in enumerate(conditions(config)):
        name = condition.get("property")
        if isinstance(name, str) and name not in definition.filterable:
            yield Problem(
                ("filters", position, "property"),
                f"{definition.plural()} cannot be filtered by {name}",
                f"Given: {name!r}. Allowed: {', '.join(definition.filterable)}.",
            )


def conditions(config: Tree) -> list[Tree]:
    """The conditions of a list that are known."""
    filters = config.get("filters")
    return [item for item in filters if isinstance(item, Mapping)] if isinstance(filters, list) else []
