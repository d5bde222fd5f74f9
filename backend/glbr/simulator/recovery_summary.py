"""What could be restored right now: recovery points per policy tier, asset and store."""

from glbr.simulator.clock import text_of_seconds
from glbr.simulator.contract.document import JsonObject
from glbr.simulator.world import World


def summary(world: World) -> list[JsonObject]:
    """One entry per tier, schedule, asset and store that has copies."""
    stores = {store["id"]: store["displayName"] for store in world.objects.all("protection-stores")}
    merged: dict[tuple[object, ...], JsonObject] = {}
    for track, count, locked, oldest, newest in world.copies.per_track(world.now.timestamp()):
        key = (track.policy, track.tier, track.schedule, track.asset, track.store, track.job)
        entry = merged.setdefault(
            key,
            {
                "policyId": track.policy,
                "policyName": track.policy_name,
                "tierId": track.tier,
                "tierType": track.tier_type,
                "scheduleId": track.schedule,
                "assetId": track.asset,
                "assetName": track.asset_name,
                "assetType": track.asset_type,
                "jobId": track.job,
                "storeId": track.store,
                "storeName": stores.get(track.store or ""),
                "count": 0,
                "locked": 0,
                "oldest": text_of_seconds(oldest),
                "newest": text_of_seconds(newest),
            },
        )
        entry["count"] += count
        entry["locked"] += locked
        entry["oldest"] = min(entry["oldest"], text_of_seconds(oldest))
        entry["newest"] = max(entry["newest"], text_of_seconds(newest))
        entry["members"] = len(track.members)
    return list(merged.values())
