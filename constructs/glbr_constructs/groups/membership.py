"""Who is a member of a group: named one by one, and added to later."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, Self, TypeVar

from constructs import Construct

from glbr_constructs.given import Given, called
from glbr_constructs.managed import Managed
from glbr_constructs.synthesis.resource import Resource

R = TypeVar("R", bound=Resource)
M = TypeVar("M", bound=Construct)


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership(Generic[M]):
    """How a kind of group lists its members.

    Attributes:
        argument: HPE's argument that lists them.
        kind: What a member is.
        plural: What members are, in words.
        cure: How to get one.
        identify: What tells one from another.
        entry: A member in HPE's words.
    """

    argument: str
    kind: type[M]
    plural: str
    cure: str
    identify: Callable[[M], str]
    entry: Callable[[M], Mapping[str, object]]

    def listed(self, given: Given, argument: str, members: Sequence[M], known: Sequence[M] = ()) -> list[M]:
        """The members, after those that are known already.

        Raises:
            Refused: one is of another kind, or is there twice, or there is none.
        """
        given.several(argument, members, f"a list of {self.plural}: {self.cure}", at_least=1)
        for member in members:
            if not isinstance(member, self.kind):
                wrong = f"{argument} has {called(member)}, and this is a group of {self.plural}"
                raise given.refused(wrong, f"Allowed: a {self.kind.__name__}, such as {self.cure}")
        together = [*known, *members]
        given.unlike(argument, together, self.identify)
        return together


class Group(Managed[R], Generic[R, M]):
    """Assets that are protected together."""

    _membership: Membership[M]
    _members: list[M] | None = None
    _named_by: str

    def add_member(self, member: M) -> Self:
        """Take one more asset into a group whose members are named one by one.

        Args:
            member: The asset.

        Raises:
            Refused: it is of another kind, or in the group already, or HPE decides who is in the group.
        """
        return self._add("member", [member])

    def add_members(self, members: Sequence[M]) -> Self:
        """Take more assets into a group whose members are named one by one.

        Args:
            members: The assets.

        Raises:
            Refused: one is of another kind, or in the group already, or HPE decides who is in the group.
        """
        return self._add("members", members)

    def _add(self, argument: str, members: Sequence[M]) -> Self:
        given = Given.to("adding to group", self)
        if self._members is None:
            wrong = f"{argument} cannot be added: the group names its members by {self._named_by}"
            allowed = f"Allowed: only a group whose {self._membership.plural} are listed one by one takes more"
            raise given.refused(wrong, allowed)
        self._members = self._membership.listed(given, argument, members, self._members)
        self.resource.set_argument(self._membership.argument, [self._membership.entry(one) for one in self._members])
        return self


def one_way(given: Given, ways: Mapping[str, object]) -> str:
    """The one argument by which a group names its members.

    Raises:
        Refused: none was given, or several.
    """
    written = [way for way, members in ways.items() if members is not None]
    if len(written) != 1:
        wrong = f"a group names its members in one way. Given: {' and '.join(written) or 'none'}"
        raise given.refused(wrong, f"Allowed: one of {', '.join(ways)}")
    return written[0]
