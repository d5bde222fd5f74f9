"""How an argument is refused."""


class InvalidArgument(ValueError):
    """Something was given that the object does not take, or something it needs is missing.

    Attributes:
        reason: What is wrong, and what is allowed.
        where: The argument, such as `protections[0].type`, as seen from `owner`.
        owner: The class that was being made.
    """

    def __init__(self, reason: str, where: str = "", owner: str = "") -> None:
        """Say what is wrong, and where."""
        self.reason, self.where, self.owner = reason, where, owner
        place = f"{owner}.{where}" if owner and where else where
        super().__init__(f"{place}: {reason}" if place else reason)

    def inside(self, outer: str, owner: str = "") -> "InvalidArgument":
        """The same, as seen from further out."""
        dot = "." if self.where and not self.where.startswith("[") else ""
        return InvalidArgument(self.reason, f"{outer}{dot}{self.where}", owner)
