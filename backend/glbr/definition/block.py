"""A group of attributes: an HPE object, or an object nested in one."""

from collections.abc import Hashable, Iterator, Mapping
from typing import ClassVar, get_type_hints

from glbr.definition.fields import Field, Word, fields_from
from glbr.definition.tree import Tree
from glbr.protection.problem import Problem


class Block:
    """Attributes that belong together, each written as `name: type = argument("...")`.

    A block is never instantiated: it describes trees.
    """

    told_apart_by: ClassVar[tuple[str, ...]] = ()
    """Arguments that tell elements of a list or set apart, so that a reply is matched however HPE orders it."""
    named_once: ClassVar[bool] = True
    """Whether two elements that these arguments do not tell apart are refused, as one that is named twice."""

    _fields: ClassVar[Mapping[str, Field] | None] = None

    @classmethod
    def fields(cls) -> Mapping[str, Field]:
        """All attributes by name, in the order they are written."""
        known = cls.__dict__.get("_fields")
        if known is None:
            # Worked out when first needed, not when the class is made: a provider start rarely needs every object.
            hints = get_type_hints(cls)
            words = {name: word for parent in reversed(cls.__mro__) for name, word in vars(parent).items()}
            known = {
                field.name: field
                for name, word in words.items()
                if isinstance(word, Word)
                for field in fields_from(name, hints[name], word)
            }
            cls._fields = known
        return known

    @classmethod
    def key_of(cls, tree: Tree) -> Hashable | None:
        """What tells this element apart from its neighbours; `None` leaves only its position."""
        if not cls.told_apart_by:
            return None
        values = tuple(tree.get(name) for name in cls.told_apart_by)
        return values if all(isinstance(value, str | int) for value in values) else None

    @classmethod
    def problems(cls, tree: Tree) -> Iterator[Problem]:
        """Contradictions between attributes. Whatever is unknown is no contradiction."""
        del tree
        yield from ()
