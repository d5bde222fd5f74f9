"""What goes with a store: its recovery points as an inventory counts them, and who has copies in it."""

from typing import Final

from glbr.review.analysis.analysis import Analysis
from glbr.review.model.objects import Store
from glbr.review.rules.wording import assets_of, counted, in_assets

OLD: Final = "glbr_protection_store.old"
"""A store of examples that no job copies into."""

OLD_STORE: Final = {
    "display_name": "Local_old",
    "protection_store_type": "ON_PREMISES",
    "storage_system_id": "${data.glbr_storeonce.main.id}",
    "storage_system_type": "STOREONCE",
}


def holds(analysis: Analysis, store: Store) -> str:
    """What is in a store: `142 recovery points, locked until 2027-03-01 at the latest`."""
    held = store.holdings
    if held is None:
        given = analysis.model.provenance.inventory_at is not None
        return f"contents unknown: {'the inventory does not tell of it' if given else 'no inventory was given'}"
    points = counted(held.copies, "recovery point")
    return points if held.locked_until is None else f"{points}, locked until {held.locked_until:%Y-%m-%d} at the latest"


def is_empty(store: Store) -> bool:
    """Whether an inventory says that nothing is in it."""
    return store.holdings is not None and store.holdings.copies == 0


def users(analysis: Analysis, key: str) -> tuple[int, str]:
    """How many assets had copies in a store before the change, as a number and in words."""
    units = analysis.users_of_store(analysis.model.before, key)
    if not units:
        return 0, "no job of this configuration copies into it"
    return assets_of(units), f"{in_assets(units)} had copies in it"
