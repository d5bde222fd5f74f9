"""Plans that cannot be true, or that say more than is understood: judged as if they were whole, they would read as clean."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Final

from glbr.review.ingest.document import MAKE_A_PLAN, quoted
from glbr.review.ingest.kinds import is_ours
from glbr.review.ingest.objects import moment
from glbr.review.ingest.shapes import Document, Planned, Standing
from glbr.review.problem import ReviewProblem

_ACTIONS: Final = frozenset(
    {
        ("no-op",), ("create",), ("read",), ("update",), ("delete",), ("forget",), ("delete", "create"),
        ("create", "delete"), ("create", "forget"),
    }
)  # fmt: skip
"""Everything that Terraform and OpenTofu do to one object, in their words."""
_FROM, _UNTIL = datetime(2000, 1, 1, tzinfo=UTC), datetime(2200, 1, 1, tzinfo=UTC)
_WHOLE: Final = "Give the whole output of terraform show -json. " + MAKE_A_PLAN


def moment_of_plan(document: Document, name: str) -> datetime | None:
    """When a plan was made; None for one that does not tell, as Terraform before 1.5 did not.

    Raises:
        ReviewProblem: it is no moment, or one at which nobody made a plan.
    """
    told = document.get("timestamp")
    if not told:
        return None
    found = moment(told).value
    if found is None:
        raise ReviewProblem(
            f"{name} has a timestamp that is no moment: {quoted(told, 40)}",
            "Terraform writes 2026-11-23T11:45:41Z. " + _WHOLE,
        )
    if not _FROM <= found < _UNTIL:
        raise ReviewProblem(
            f"{name} has the timestamp {quoted(told, 40)}, at which nobody made a plan",
            "Allowed are the years 2000 to 2199. Copies would be counted from it. " + _WHOLE,
        )
    return found


def refuse_unknown_actions(items: Iterable[Planned], name: str) -> None:
    """Stop at what Terraform will do to an object of ours in words that nobody here knows.

    Raises:
        ReviewProblem: which object, and which words.
    """
    for item in items:
        actions = item["change"].get("actions") or ()
        if tuple(actions) not in _ACTIONS:
            words = quoted(", ".join(actions), 60) if actions else "nothing at all"
            raise ReviewProblem(
                f"{name} has an action that this version of glbr does not know: {words}, for {item['address']}",
                "Known are no-op, create, read, update, delete, forget, and a replacement in either order. "
                "Take a newer glbr, or give the JSON just as terraform show -json wrote it.",
            )


def refuse_what_is_cut_out(document: Document, name: str, seen: set[str], before: Iterable[Standing]) -> None:
    """Stop at a plan whose changes somebody has taken out: its two states of things differ, and no change says why.

    Args:
        document: The plan.
        name: What it is called.
        seen: Addresses of ours that its changes speak of.
        before: Objects of ours in the state before it.

    Raises:
        ReviewProblem: which object it is about.
    """
    if document.get("deferred_changes"):
        return  # what is put off has no values as yet
    was = {item.get("address") or "": item.get("values") for item in before}
    will = {address: values for address, values in _planned(document.get("planned_values")) if address not in seen}
    differing = [address for address, values in will.items() if address not in was or was[address] != values]
    if differing:
        lacks = "has no resource_changes" if not seen else "lacks some of its resource_changes"
        raise ReviewProblem(f"{name} {lacks}: {min(differing)} is not the same before and after it", _WHOLE)


def _planned(values: object) -> Iterator[tuple[str, object]]:
    """Objects of ours as a plan will have them, by address."""
    module = values.get("root_module") if isinstance(values, dict) else None
    pending = [module]
    while pending:
        module = pending.pop()
        if not isinstance(module, dict):
            continue
        children, listed = module.get("child_modules"), module.get("resources")
        pending += children if isinstance(children, list) else []
        for item in listed if isinstance(listed, list) else []:
            if isinstance(item, dict) and item.get("mode") == "managed" and _is_ours(item):
                yield str(item.get("address")), item.get("values")


def _is_ours(item: Mapping[str, object]) -> bool:
    return is_ours(str(item.get("provider_name") or ""), str(item.get("type") or ""))
