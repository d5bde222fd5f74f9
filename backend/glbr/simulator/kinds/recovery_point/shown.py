"""How HPE shows a page of recovery points."""

from collections.abc import Sequence

from glbr.simulator.contract.document import JsonObject
from glbr.simulator.copies import Copy
from glbr.simulator.kinds.recovery_point import sql, vmware, volume
from glbr.simulator.kinds.recovery_point.facts import Scene
from glbr.simulator.kinds.recovery_point.listing import Listing
from glbr.simulator.references import without_none
from glbr.simulator.world import World

_SHOWN = {
    "volume-protection-groups": volume.shown,
    "mssql-databases": sql.shown,
}


def shown_copies(world: World, listing: Listing, asset: str, copies: Sequence[Copy]) -> list[JsonObject]:
    """HPE's replies for copies of one asset."""
    scene = Scene.of(world, listing, asset, copies)
    show = _SHOWN.get(listing.collection, vmware.shown)
    return [without_none(show(scene, copy, world.copies.track(copy.track))) for copy in copies]
