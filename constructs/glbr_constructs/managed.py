"""What every construct around one resource offers."""

from typing import Generic, Self, TypeVar

from glbr_constructs.checks.acknowledgement import Until, acknowledge
from glbr_constructs.checks.review_terms import RuleId
from glbr_constructs.placed import Placed
from glbr_constructs.synthesis.resource import Resource

R = TypeVar("R", bound=Resource)


class Managed(Placed, Generic[R]):
    """A construct that stands for one object at HPE, and holds the resource that makes it.

    Attributes:
        resource: The resource, with HPE's own arguments and attributes. `node.default_child` is the same.
    """

    resource: R

    def acknowledge(
        self,
        rule: RuleId | str,
        reason: str,
        until: Until,
        owner: str,
        *,
        tier: str = "",
        value: str = "",
        ticket: str = "",
        schedule: int | None = None,
    ) -> Self:
        """Accept what a rule finds here, for a while, and go on.

        Args:
            rule: Identifier of the rule, such as `DP-LOCK-001`.
            reason: Why that is fine, for those who read it later; 10 characters or more.
            until: Last day on which it holds, at most 180 days from the day of the check: a date, or text such as `2027-01-31`.
            owner: Who answers for it.
            tier: Kind of copy it holds for, such as `BACKUP`. What is found in one kind of copy needs it.
            value: What is accepted, such as `1 week`. Without it, the review of a plan accepts only what is there today.
            ticket: Where it was decided.
            schedule: Number of the schedule it holds for; any without it.

        Raises:
            Refused: there is no such rule, or something is empty or not what it should be.
        """
        acknowledge(self.resource, rule, reason, until, owner, tier=tier, value=value, ticket=ticket, schedule=schedule)
        return self
