"""Where a construct goes."""

from constructs import Construct

from glbr_constructs.refusal import Refused
from glbr_constructs.synthesis.making import make
from glbr_constructs.synthesis.place import path_of, place_of
from glbr_constructs.synthesis.printed import misprint
from glbr_constructs.synthesis.signature import ConstructorSignature


class Placed(Construct):
    """A construct whose place is checked before the CDK looks at it."""

    __signature__ = ConstructorSignature()

    def __init__(self, scope: Construct, id_: str) -> None:
        """Put it there.

        Args:
            scope: Where the construct belongs.
            id_: Name of the construct in that place.

        Raises:
            Refused: there is no such place, or another construct has the name there.
        """
        kind = type(self).__name__.removeprefix("_Existing")
        if not isinstance(scope, Construct):
            raise Refused(
                f"making {kind} {id_!r}: scope={scope!r} is no construct. Allowed: a stack, or a construct in one; inside of a "
                "stack's own constructor write self."
            )
        if not isinstance(id_, str) or not id_:
            raise Refused(
                f"making {kind} in {path_of(scope) or 'the app'}: id_={id_!r} is no name for a construct. Allowed: a text that "
                "no other construct beside it has, such as 'gold'."
            )
        if wrong := misprint(id_):
            raise Refused(f"making {kind} in {path_of(scope) or 'the app'}: id_={wrong}.")
        where = place_of(scope)

        def refused(said: str) -> Refused:
            return Refused(
                f"making {kind} in {where.path or 'the app'}: id_={id_!r} is not possible: "
                f"{said.splitlines()[0].removeprefix('Error: ')}. Allowed: a name that no other construct beside it has."
            )

        make(self, scope, id_, refused)


def beside(construct: Construct) -> Construct:
    """The place in which a construct stands, for another that belongs to it: both have short addresses there."""
    place = construct.node.scope
    return place if isinstance(place, Construct) else construct
