"""Thresholds out of a rule's parameters, as what they are."""

from glbr.protection.period import Period
from glbr.review.rules.rule import Parameters


def period(parameters: Parameters, name: str) -> Period | None:
    """A period; None when it was left empty, which switches off what it is for.

    Raises:
        InvalidPeriod: It is something else; gates and packs refuse that before.
    """
    text = str(parameters[name]).strip()
    return Period.parse(text) if text else None


def number(parameters: Parameters, name: str) -> float:
    """A number: a share, a factor, a count.

    Raises:
        ValueError: It is something else; gates and packs refuse that before.
    """
    return float(str(parameters[name]))
