"""A locked copy cannot be deleted, and its lock cannot be shortened, by anybody."""

from glbr.simulator.call import Call
from glbr.simulator.clock import moment_of, text_of_seconds
from glbr.simulator.copies import Copy
from glbr.simulator.errors import ApiError
from glbr.simulator.world import World


def refuse_locked(world: World, copy: Copy, what: str) -> None:
    """412 for a copy whose lock has not ended."""
    if _is_locked(world, copy):
        raise ApiError(412, f"{what}: the copy is locked until {_end(copy)}; nobody can delete it before")


def refuse_locked_in_store(world: World, store: str, what: str) -> None:
    """412 while a store holds a copy whose lock has not ended; `force` does not help."""
    _, locked = world.copies.in_store(store)
    if locked is not None and locked > world.now.timestamp():
        raise ApiError(
            412, f"{what}: the store holds locked copies until {text_of_seconds(locked)}; nobody can delete them"
        )


def refuse_shorter_lock(call: Call, copy: Copy) -> None:
    """412 for an earlier `lockedUntil` while the present lock holds.

    HPE does not publish whether a lock can be shortened; a lock that can be would be none.
    """
    if "lockedUntil" not in call.body or not _is_locked(call.world, copy):
        return
    wanted = call.body["lockedUntil"]
    if wanted is None or moment_of(wanted).timestamp() < (copy.locked or 0):
        raise call.refuse(412, f"the copy is locked until {_end(copy)}; a lock can be made longer, given {wanted!r}")


def _is_locked(world: World, copy: Copy) -> bool:
    return copy.locked is not None and copy.locked > world.now.timestamp()


def _end(copy: Copy) -> str:
    return text_of_seconds(copy.locked or 0)
