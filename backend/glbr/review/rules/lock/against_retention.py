"""Holds the lock of every schedule against its retention."""

from collections.abc import Callable, Iterator

from glbr.protection.period import Period
from glbr.review.analysis.analysis import Analysis
from glbr.review.rules.finding import Finding
from glbr.review.rules.from_shifts import told, undecidable, unseen
from glbr.review.rules.regimes import Applied, Regime, place
from glbr.review.rules.rule import Rule

Complaint = Callable[[Applied, Period, Period], str]
"""Says in a sentence what is wrong with a schedule, its lock and its retention; empty when nothing is."""


def against_retention(
    rule: Rule, analysis: Analysis, regime: Regime, question: str, complaint: Complaint
) -> Iterator[Finding]:
    """A finding for each schedule after the change that there is something to say about.

    Args:
        rule: The rule that tells it.
        analysis: The analysis.
        regime: Where to look.
        question: What cannot be decided while one of the two is unknown: `Whether the lock outlasts the retention`.
        complaint: Judges one schedule of which both are known.
    """
    yield from unseen(rule, analysis, regime)
    for one in regime.after:
        lock, keep = one.schedule.lock, one.schedule.keep
        if lock.is_absent or keep.is_absent:
            continue
        if lock.value is None or keep.value is None:
            message = f"{question} is not known: lock {lock}, retention {keep}."
            yield undecidable(rule, analysis, regime, message, one, "lock_for" if lock.is_unknown else "expire_after")
        elif message := complaint(one, lock.value, keep.value):
            yield told(
                rule,
                regime,
                place(analysis, regime, one, "lock_for", (lock.origin, keep.origin)),
                message,
                after=f"kept {keep}, locked {lock}",
                tier=one.kind,
                schedule=one.schedule.number.value,
            )
