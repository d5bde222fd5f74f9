"""What a person writes to import an object: its id or its name, behind the ids of the objects above it."""

from typing import Final

from glbr.api.errors import GlbrError
from glbr.definition.resource import Resource

_STEPS: Final = (".", "..")
"""Parts of a path that lead elsewhere: HPE gives no object such an id."""


def parts_of(definition: type[Resource], given: str) -> tuple[str, ...]:
    """The ids of the objects above, in their order, then the id or name of the object itself.

    Only the name of an object that is below no other may have a slash.

    Raises:
        GlbrError: this is not of that form; nothing has been asked.
    """
    above = definition.above()
    parts = tuple(given.split("/")) if above else (given,)
    if len(parts) == len(above) + 1 and all(part.strip() and part not in _STEPS for part in parts):
        return parts
    form = "/".join((*(f"<{name}>" for name in above), "<id or name>"))
    advice = " An object whose name has a slash is imported by its id." if above else ""
    raise GlbrError(
        f"This is no import id of {definition.words()}",
        f"Given: {given!r}. Write {form}, with no part left empty.{advice}",
    )
