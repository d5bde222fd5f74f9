"""Objects that a plan does not speak of, because it was aimed at others or ended early: they stay as they are."""

from collections.abc import Iterator

from glbr.review.ingest.entry import Entry
from glbr.review.ingest.kinds import is_ours, noun_of
from glbr.review.ingest.shapes import Document, Standing, StandingModule
from glbr.review.ingest.values import covered


def standing(document: Document) -> Iterator[Standing]:
    """Everything in the state before a plan."""
    state = (document.get("prior_state") or {}).get("values") or {}
    yield from _resources(state.get("root_module") or {})


def managed(document: Document) -> Iterator[Standing]:
    """Objects of ours in that state, without leftovers of interrupted replacements."""
    for item in standing(document):
        ours = is_ours(item.get("provider_name") or "", item.get("type") or "")
        if ours and item.get("mode", "managed") == "managed" and not item.get("deposed_key"):
            yield item


def untouched(document: Document, seen: set[str]) -> Iterator[Entry]:
    """Objects of ours in the state that no change speaks of.

    Args:
        document: The plan.
        seen: Addresses that its changes speak of.
    """
    for item in managed(document):
        address = item.get("address") or ""
        if address and address not in seen:
            tree = covered(item.get("values"), item.get("sensitive_values"))
            yield Entry(address, address, noun_of(item.get("type") or ""), tree if isinstance(tree, dict) else {})


def _resources(module: StandingModule) -> Iterator[Standing]:
    yield from module.get("resources") or ()
    for child in module.get("child_modules") or ():
        yield from _resources(child)
