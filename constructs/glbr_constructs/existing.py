"""What HPE has already and this program only refers to."""

from collections.abc import Callable

from constructs import Construct

from glbr_constructs.given import Given
from glbr_constructs.placed import Placed


class Existing(Placed):
    """Something with an identifier: one that is known, or one that Terraform looks up."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        identify: str | Callable[[Construct], str] | None = None,
        *,
        name: str | None = None,
    ) -> None:
        """Refer to it.

        Args:
            scope: Where the construct belongs.
            id_: Name of the construct in that place.
            identify: The identifier, or what makes the look-up inside of this construct and returns the identifier. Look-ups
                by name or identifier give it: `from_…_id`, `from_…_name`.
            name: What it is looked up by, where a name is.

        Raises:
            Refused: the identifier or the name says nothing.
        """
        super().__init__(scope, id_)
        given = Given.to("looking up", self)
        if identify is None:
            kind = type(self)
            ways = " or ".join(f"{kind.__name__}.{way}(...)" for way in dir(kind) if way.startswith("from_"))
            raise given.refused(f"a {kind.__name__} is not made here. Given: name={name!r}", f"Allowed: {ways}")
        if isinstance(identify, str) or not callable(identify):
            given.text("the identifier", identify, "the identifier that HPE made, as the console or an output tells it")
            self.identifier = identify
            return
        if name is not None:
            given.text("name", name, "the name shown in the console")
        self.identifier = identify(self)
