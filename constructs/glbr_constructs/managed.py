"""What every construct around one resource offers."""

from typing import Generic, Self, TypeVar

from constructs import Construct

from glbr_constructs.checks.acknowledgement import Until, acknowledge
from glbr_constructs.synthesis.resource import Resource

R = TypeVar("R", bound=Resource)


class Managed(Construct, Generic[R]):
    """A construct that stands for one object at HPE, and holds the resource that makes it.

    Attributes:
        resource: The resource, with HPE's own arguments and attributes. `node.default_child` is the same.
    """

    resource: R

    def acknowledge(
        self, rule: str, reason: str, until: Until, owner: str, *, tier: str = "", value: str = "", ticket: str = ""
    ) -> Self:
        """Accept what a rule finds here, for a while, and go on.

        Args:
            rule: Identifier of the rule, such as `DP-LOCK-001`.
            reason: Why that is fine, for those who read it later.
            until: Last day on which it holds: a date, or text such as `2027-01-31`.
            owner: Who answers for it.
            tier: Kind of copy it holds for, such as `BACKUP`; every kind without it.
            value: What is accepted, such as `1 week`; whatever the rule finds without it.
            ticket: Where it was decided.

        Raises:
            Refused: there is no such rule, something is empty, or the day is over.
        """
        acknowledge(self.resource, rule, reason, until, owner, tier=tier, value=value, ticket=ticket)
        return self
