"""What is wrong with how a data source looks for objects."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from glbr.definition.resource import Observed
from glbr.definition.tree import Tree, Unknown
from glbr.protection.problem import Problem
from glbr.provider.offer import Source
from glbr.views.terraform_schema import lookup_name

_KEY: Final = r"[A-Za-z0-9_/]+( (asc|desc))?"
_SORT: Final = re.compile(rf"{_KEY}(, ?{_KEY})*")


def search_problems(source: Source, config: Tree) -> Iterator[Problem]:
    """What is wrong with the way a data source looks for something."""
    definition = source.definition
    if not issubclass(definition, Observed):
        return
    if source.gives == "many":
        yield from _filter_problems(definition, config)
        yield from _sort_problems(config)
    else:
        yield from _lookup_problems(definition, config)


def _lookup_problems(definition: type[Observed], config: Tree) -> Iterator[Problem]:
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


def _filter_problems(definition: type[Observed], config: Tree) -> Iterator[Problem]:
    """HPE's list can be asked only for certain properties."""
    for position, condition in enumerate(conditions(config)):
        name = condition.get("property")
        if isinstance(name, str) and name not in definition.filterable:
            yield Problem(
                ("filters", position, "property"),
                f"{definition.plural()} cannot be filtered by {name}",
                f"Given: {name!r}. Allowed: {', '.join(definition.filterable)}.",
            )

        values, comparison = condition.get("values"), condition.get("comparison")
        if isinstance(values, list) and len(values) > 1 and comparison in ("ne", "gt", "lt"):
            yield Problem(
                ("filters", position, "values"),
                f"A comparison with {comparison} takes one value",
                f"Given: {len(values)} values. Write one condition for each.",
            )


def _sort_problems(config: Tree) -> Iterator[Problem]:
    """HPE sorts by properties, each with its direction behind it."""
    sort = config.get("sort")
    if isinstance(sort, str) and not _SORT.fullmatch(sort):
        yield Problem(
            ("sort",),
            "This is no order to sort by",
            f"Given: {sort!r}. Write HPE's name of a property, with asc or desc behind it if wanted, several with commas "
            "between them: 'createdAt desc, name'.",
        )


def conditions(config: Tree) -> list[Tree]:
    """The conditions of a list that are known."""
    filters = config.get("filters")
    return [item for item in filters if isinstance(item, Mapping)] if isinstance(filters, list) else []
