"""Accepting what a rule finds: who, why, until when. The review finds it in the synthesized configuration."""

import datetime as dt
from typing import Final, TypeAlias

from glbr_constructs.synthesis.resource import Resource

Until: TypeAlias = dt.date | str
"""A day: a date, or text such as `2027-01-31`."""

ACKNOWLEDGED: Final = "glbr_acknowledged"
"""Key of a resource's metadata under which the review looks."""


def acknowledge(
    resource: Resource,
    rule: str,
    reason: str,
    until: Until,
    owner: str,
    *,
    tier: str = "",
    value: str = "",
    ticket: str = "",
) -> None:
    """Accept what a rule finds in a resource."""
    entry = {"rule": rule, "reason": reason, "until": str(until), "owner": owner}
    entry |= {name: text for name, text in {"tier": tier, "value": value, "ticket": ticket}.items() if text}
    resource.add_override(f"//.metadata.{ACKNOWLEDGED}", [entry])
