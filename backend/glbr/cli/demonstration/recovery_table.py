"""The table at the end: which recovery points exist, per tier."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from rich import box
from rich.table import Table


@dataclass(slots=True)
class Tier:
    """The recovery points that one schedule of one policy has made."""

    policy: str
    kind: str
    store: str
    assets: set[str] = field(default_factory=set)
    count: int = 0
    locked: int = 0
    oldest: str = ""
    newest: str = ""


def tiers(items: Sequence[Mapping[str, Any]]) -> list[Tier]:
    """Add the simulator's entries, one per asset, up to one per policy, schedule and store."""
    found: dict[tuple[object, ...], Tier] = {}
    for item in items:
        key = (item["policyId"], item["scheduleId"], item["tierId"], item["storeId"])
        tier = found.setdefault(key, Tier(item["policyName"], item["tierType"], item["storeName"] or "the array"))
        tier.assets.add(item["assetId"])
        tier.count += item["count"]
        tier.locked += item["locked"]
        tier.oldest = min(tier.oldest or item["oldest"], item["oldest"])
        tier.newest = max(tier.newest, item["newest"])
    return [found[key] for key in sorted(found, key=str)]


def table(found: Sequence[Tier], now: str) -> Table:
    """Lay the tiers out for a terminal."""
    # Few lines and short dates: the seven columns fit a terminal of 80.
    drawn = Table(
        title=f"Recovery points on {now[:10]} (simulated)",
        title_style="bold",
        box=box.SIMPLE_HEAD,
        pad_edge=False,
        padding=(0, 1, 0, 0),
    )
    for heading in ("Policy", "Tier", "Kept in"):
        drawn.add_column(heading)
    for heading in ("Copies", "Locked"):
        drawn.add_column(heading, justify="right")
    drawn.add_column("Oldest", no_wrap=True)
    drawn.add_column("Newest", no_wrap=True)
    for tier in found:
        drawn.add_row(
            tier.policy,
            tier.kind,
            tier.store,
            f"{tier.count:,}",
            f"{tier.locked:,}",
            _minute(tier.oldest),
            _minute(tier.newest),
        )
    return drawn


def _minute(instant: str) -> str:
    return instant[5:16].replace("T", " ")
