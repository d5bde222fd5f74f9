"""What HPE has already and this program only refers to."""

from collections.abc import Callable

from constructs import Construct


class Existing(Construct):
    """Something with an identifier: one that is known, or one that Terraform looks up."""

    def __init__(self, scope: Construct, id_: str, identify: str | Callable[[Construct], str]) -> None:
        """Refer to it.

        Args:
            scope: Where the construct belongs.
            id_: Name of the construct in that place.
            identify: The identifier, or what makes the look-up inside of this construct and returns the identifier.
        """
        super().__init__(scope, id_)
        self.identifier = identify if isinstance(identify, str) else identify(self)
