"""Where a construct stands among the others, asked of Node once at most."""

import hashlib
import re
from collections.abc import Sequence
from typing import Final

from constructs import IConstruct

from glbr_constructs.cdk import cdk

_REMEMBERED: Final = "_place"
_PATH: Final = "_path"
_PLAIN_ID: Final = re.compile(r"[^/\x00-\x1f\x7f\ud800-\udfff]+")
"""A name that the CDK takes as it is: no separator in it, and nothing that UTF-8 cannot hold."""

_HIDDEN: Final = "Default"
_HIDDEN_FROM_PEOPLE: Final = "Resource"
_UNSPEAKABLE: Final = re.compile("[^A-Za-z0-9_-]")
_LONGEST: Final = 255
_LONGEST_READABLE: Final = 240
_HASH_DIGITS: Final = 8


class Place:
    """Where a construct stands.

    Attributes:
        stack: The stack it belongs to; `None` outside of any.
        names: Names of the constructs from the stack down to it, without the stack's own.
    """

    __slots__ = ("_origin", "names", "stack")

    def __init__(self, stack: cdk.TerraformStack | None, names: tuple[str, ...], origin: IConstruct) -> None:
        """Note the place.

        Args:
            stack: The stack, if there is one.
            names: Names below the stack, or below the origin where there is none.
            origin: The construct that the names start at; it is asked for its path when that is needed.
        """
        self.stack, self.names, self._origin = stack, names, origin

    @property
    def path(self) -> str:
        """Its path from the root, such as `clinic/site/gold`. Costs two calls to Node the first time."""
        above = vars(self._origin).get(_PATH)
        if above is None:
            above = vars(self._origin)[_PATH] = self._origin.node.path
        return "/".join((above, *self.names) if above else self.names)

    def inside(self, id_: str) -> "Place":
        """The place of a construct in this one."""
        return Place(self.stack, (*self.names, id_), self._origin)


def place_of(construct: IConstruct) -> Place:
    """Where a construct stands. Costs a few calls to Node the first time, none for a stack and what was remembered."""
    known = vars(construct).get(_REMEMBERED)
    if isinstance(known, Place):
        return known
    found = vars(construct)[_REMEMBERED] = _looked_up(construct)
    return found


def _looked_up(construct: IConstruct) -> Place:
    if isinstance(construct, cdk.TerraformStack):
        return Place(construct, (), construct)
    stack = _stack_of(construct)
    if stack is None:
        return Place(None, (), construct)
    above = place_of(stack).path
    return Place(stack, tuple(construct.node.path.removeprefix(f"{above}/").split("/")), stack)


def remember(construct: IConstruct, scope: IConstruct, id_: str) -> None:
    """Keep the place of a construct that was just made, so that nobody needs to ask Node for it."""
    if is_plain(id_) and not isinstance(construct, cdk.TerraformStack):
        vars(construct)[_REMEMBERED] = place_of(scope).inside(id_)


def path_of(construct: IConstruct) -> str:
    """Path of a construct from the root, such as `clinic/gold`, for messages to people."""
    return place_of(construct).path


def identity(stack: cdk.TerraformStack) -> str:
    """What tells a stack from others. Python may hold several objects for one stack, so that they cannot."""
    found: str = stack.__jsii_ref__.ref  # type: ignore[attr-defined]  # how jsii tells its objects apart
    return found


def is_plain(id_: str) -> bool:
    """Whether the CDK keeps this name of a construct as it is."""
    return _PLAIN_ID.fullmatch(id_) is not None


def is_unusual(id_: str) -> bool:
    """Whether the CDK may refuse a construct for its name, as far as can be told without asking it."""
    return not is_plain(id_) or "${" in id_


def logical_id(names: Sequence[str]) -> str | None:
    """Name of a resource in the configuration, as the CDK makes it from the names of the constructs it is in.

    A name that stands alone is kept. Otherwise the names are joined, and a digest tells apart what reads alike.

    Returns:
        The name; `None` where the CDK makes none, because only hidden names are left.
    """
    counted = [name for name in names if name != _HIDDEN]
    if not counted:
        return None
    if len(counted) == 1 and len(alone := _UNSPEAKABLE.sub("", counted[0])) <= _LONGEST:
        return alone
    spoken: list[str] = []
    for name in counted:
        if not spoken or not spoken[-1].endswith(name):
            spoken.append(name)
    readable = "_".join(_UNSPEAKABLE.sub("", name) for name in spoken if name != _HIDDEN_FROM_PEOPLE)
    digest = hashlib.md5("/".join(counted).encode(), usedforsecurity=False).hexdigest()
    return f"{readable[:_LONGEST_READABLE]}_{digest[:_HASH_DIGITS].upper()}"


def _stack_of(construct: IConstruct) -> cdk.TerraformStack | None:
    try:
        return cdk.TerraformStack.of(construct)
    except RuntimeError:  # how the CDK says that there is none
        return None
