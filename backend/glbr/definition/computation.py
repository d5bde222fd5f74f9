"""A question that HPE answers without keeping anything: sizing, a check before a restore."""

from typing import ClassVar

from glbr.definition.collection import named_in
from glbr.definition.thing import Thing
from glbr.definition.tree import Tree


class Computation(Thing):
    """A question with its answer: it becomes a data source. Its arguments are sent, its results are told."""

    paths: ClassVar[tuple[str, ...]]
    """Where it is asked; of several, the first whose arguments in braces are all given."""

    @classmethod
    def path_for(cls, given: Tree) -> str:
        """The path to ask these arguments at, its places still in braces."""
        return next(path for path in cls.paths if all(given.get(name) is not None for name in named_in(path)))
