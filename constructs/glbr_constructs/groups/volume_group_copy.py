"""What snapshots and backups of a group of volumes have in common."""

from collections.abc import Callable
from typing import Final

from constructs import Construct

from glbr.protection.policy import lock_problems
from glbr_constructs import roles
from glbr_constructs.existing import Existing
from glbr_constructs.given import Given
from glbr_constructs.synthesis.arguments import Length
from glbr_constructs.synthesis.kinds import period

GROUP: Final = (
    "a VolumeProtectionGroup, made here or looked up: VolumeProtectionGroup.from_volume_protection_group_name(...)"
)
"""What a copy is made of."""


class ExistingCopy(Existing):
    """A copy that HPE has already."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        identify: str | Callable[[Construct], str],
        group: roles.VolumeGroup,
        *,
        name: str | None = None,
    ) -> None:
        group_id(f"looking up copy {id_}", group)
        super().__init__(scope, id_, identify, name=name)
        self.volume_group = group

    @property
    def copy_id(self) -> str:
        """Identifier of the copy."""
        return self.identifier


def group_id(doing: str, group: roles.VolumeGroup) -> str:
    """The identifier of a group of volumes.

    Raises:
        Refused: it is something else.
    """
    Given(doing).part("group", group, ("volume_protection_group_id",), "a group of volumes", GROUP)
    return group.volume_protection_group_id


def check_copy(given: Given, name: str, description: str | None) -> None:
    """Look at what every copy has.

    Raises:
        Refused: HPE does not take it.
    """
    given.text("name", name, "the name of the copy, such as 'before the upgrade'", at_most=255)
    given.note(description)


def lengths(given: Given, expire_after: Length | None, lock_for: Length | None) -> tuple[str | None, str | None]:
    """Retention and lock as text, the second not longer than the first.

    Raises:
        Refused: one is no length of time, or the lock is longer.
    """
    kept, locked = _length(given, "expire_after", expire_after), _length(given, "lock_for", lock_for)
    given.sound(lock_problems({"expire_after": kept, "lock_for": locked}, ()))
    return kept, locked


def _length(given: Given, argument: str, length: Length | None) -> str | None:
    if length is None:
        return None
    allowed = "Allowed: a number and a unit, such as '14 days', '2 weeks' or '6 months'"
    try:
        text = period(length)
    except ValueError as wrong:
        raise given.refused(f"{argument}={length!r} is no length of time: {wrong}", allowed) from None
    if not isinstance(text, str):
        raise given.refused(f"{argument}={length!r} is no length of time", allowed)
    return text
