"""A copy that is being read, or that a host has attached, cannot be deleted."""

from glbr.simulator.call import Call, Reply
from glbr.simulator.copies import Copy
from glbr.simulator.errors import ApiError
from glbr.simulator.operations import Work
from glbr.simulator.world import World

# Effects that read a copy; the state each form of copy then shows is in `recovery_point_listing`.
RESTORING = "restore"
COPYING = "volume_group_copy.backup"
ATTACHING = "volume_group_copy.attach"
DETACHING = "volume_group_copy.detach"


def effects_at_work(world: World) -> dict[int, tuple[str, bool]]:
    """Row of each copy that an operation works on: its effect, and whether it is paused.

    Work that reads a copy goes before work that would change it, and that before what waits.
    """
    found = sorted(world.copies.worked_on(), key=lambda one: (_reads(one[1]), not one[2]))
    return {row: (effect, paused) for row, effect, paused in found}


def accept_reading(call: Call, work: Work) -> Reply:
    """Answer 202 for work that reads the copies it names in `copies`: they outlive it."""
    settings = call.world.settings
    seconds = max(settings.operation_seconds, settings.operation_seconds_at_most)
    if seconds > 0:
        for row in work.arguments["copies"]:
            call.world.copies.keep_until(row, int(call.world.now.timestamp() + seconds) + 1)
    return call.accept(work)


def refuse_in_use(world: World, copy: Copy, what: str) -> None:
    """412 while an operation reads the copy or a host holds it."""
    effect, _ = effects_at_work(world).get(copy.row, ("", False))
    if _reads(effect):
        raise ApiError(412, f"{what}: the copy is in use by an operation that is under way; wait for its end")
    if copy.patch.get("attached"):
        hosts = ", ".join(copy.patch["attached"])
        raise ApiError(412, f"{what}: the copy is attached to {hosts}; detach it first")


def refuse_in_use_in_store(world: World, store: str, what: str) -> None:
    """412 while a store holds a copy that is in use."""
    reading = [row for row, effect, _ in world.copies.worked_on() if _reads(effect)]
    tracks = world.copies.tracks_of_rows([*reading, *world.copies.attached_rows()])
    if any(track.store == store for track in tracks.values()):
        raise ApiError(412, f"{what}: the store holds copies that are being restored from or attached to a host")


def _reads(effect: str) -> bool:
    """Whether work of this effect needs its copy until its end."""
    return effect.startswith(RESTORING) or effect in (COPYING, ATTACHING, DETACHING)
