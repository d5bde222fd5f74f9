"""While work on an appliance is under way, the appliance shows it; the states follow its progress.

The state is never stored: it is read off the operation, so that work which fails leaves the
appliance in the state it had.
"""

from collections.abc import Sequence

from glbr.simulator.call import Call, Reply
from glbr.simulator.contract.document import JsonObject
from glbr.simulator.operations import Work
from glbr.simulator.references import last_segment
from glbr.simulator.world import World

# The stored field, which is never shown.
WORK = "work"


def accept_showing(call: Call, work: Work, collection: str, identifier: str, states: Sequence[str]) -> Reply:
    """Answer 202, and let the object pass through these states until the work is over."""
    reply = call.accept(work)
    operation = last_segment(reply.location or "")
    item = call.world.objects.find(collection, identifier)
    if item is not None and _progress(call.world, operation) is not None:
        call.world.objects.put(collection, {**item, WORK: {"operation": operation, "states": list(states)}})
    return reply


def state_in_passing(world: World, item: JsonObject) -> str | None:
    """The state that unfinished work gives the object now; None when nothing is under way."""
    work = item.get(WORK)
    progress = _progress(world, work["operation"]) if work else None
    if work is None or progress is None:
        return None
    states: list[str] = work["states"]
    return states[min(progress * len(states) // 100, len(states) - 1)]


def _progress(world: World, operation: str) -> int | None:
    found = world.operations.find(operation)
    # Work that waits for a second person has not touched anything yet.
    if found is None or found["endedAt"] is not None or found["state"] == "PAUSED":
        return None
    return int(found["progressPercent"])
