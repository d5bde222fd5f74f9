"""The beginning of a finding: about an object, about assets that share their fate, or about the plan as a whole.

Rules add the rest with `dataclasses.replace`.
"""

from dataclasses import replace

from glbr.protection.direction import Direction
from glbr.review.analysis.unit import Unit
from glbr.review.model.model import Change
from glbr.review.model.objects import Managed
from glbr.review.rules.finding import Finding
from glbr.review.rules.rule import Rule
from glbr.review.rules.wording import WHOLE_PLAN, subject, unit_subject


def about(rule: Rule, item: Managed, direction: Direction, message: str) -> Finding:
    """A finding about one object, to be mended where that is written."""
    return _finding(rule, direction, item.key, item.address, subject(item), message)


def about_unit(rule: Rule, unit: Unit, written: Managed | None, direction: Direction, message: str) -> Finding:
    """A finding about assets, to be mended where the job, group or policy is written that decides about them."""
    address = written.address if written is not None else ""
    found = _finding(rule, direction, unit.key, address, unit_subject(unit), message, assets=unit.count)
    # The name of an asset is not written otherwise because a sentence begins with it.
    return replace(found, message=message) if message.startswith(unit.name) else found


def about_change(rule: Rule, change: Change, direction: Direction, message: str) -> Finding:
    """A finding about what Terraform does to an object of which nothing else is known."""
    return _finding(rule, direction, change.key, change.address, change.address, message)


def about_plan(rule: Rule, direction: Direction, message: str, key: str = WHOLE_PLAN) -> Finding:
    """A finding about the plan, to be mended nowhere in it."""
    return _finding(rule, direction, key, "", WHOLE_PLAN, message)


def undecided(finding: Finding, resolve: str) -> Finding:
    """The same, as something that cannot be decided, with what would make it decidable."""
    return replace(finding, verdict="unknown", resolve=resolve)


def _finding(
    rule: Rule, direction: Direction, key: str, address: str, called: str, message: str, *, assets: int = 0
) -> Finding:
    sentence = f"{message[:1].upper()}{message[1:]}"
    return Finding(rule.id, "fail", rule.severity, direction, key, address, called, sentence, assets=assets)
