"""What an inventory says, by HPE's ids; a review without one finds nothing here."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from glbr.protection.setting import Setting
from glbr.review.ingest.values import Tree
from glbr.review.model.objects import Holdings

if TYPE_CHECKING:
    from glbr.review.ingest.inventory import Inventory, KnownAsset, KnownJob, KnownStore


class Known:
    """The facts of an inventory."""

    def __init__(self, inventory: "Inventory | None") -> None:
        self.taken_at: datetime | None = inventory.taken_at if inventory else None
        self._stores = {one.id: one for one in inventory.stores} if inventory else {}
        self._members = {one.id: tuple(sorted(set(one.members))) for one in inventory.groups} if inventory else {}
        self._groups = tuple(inventory.groups) if inventory else ()
        self._policies = {one.id: one for one in inventory.policies} if inventory else {}
        self.jobs: Mapping[str, KnownJob] = {one.id: one for one in inventory.jobs} if inventory else {}
        self.assets: tuple[KnownAsset, ...] = tuple(inventory.assets) if inventory else ()
        self.restore_tests = tuple(inventory.restore_tests) if inventory else ()

    def store(self, identifier: Setting[str]) -> "KnownStore | None":
        """What is known of a store."""
        return self._stores.get(identifier.value or "")

    def holdings(self, identifier: Setting[str]) -> Holdings | None:
        """What a store holds."""
        found = self.store(identifier)
        return Holdings(found.copies, found.locked_until, found.bytes) if found else None

    def members(self, identifier: str) -> Setting[tuple[str, ...]]:
        """Members of a group at the time of the inventory."""
        found = self._members.get(identifier)
        return Setting("known", found, "inventory") if found is not None else Setting("unknown")

    def names(self) -> Iterator[tuple[str, str]]:
        """Names of assets and groups, each with its id."""
        yield from ((one.id, one.name) for one in self.assets if one.name)
        yield from ((one.id, one.name) for one in self._groups if one.name)

    def policy(self, identifier: str) -> Tree | None:
        """The tiers of a policy, as a plain tree; None when they are not told."""
        found = self._policies.get(identifier)
        return None if found is None or found.protections is None else {"protections": found.protections}

    def jobs_of_policy(self, identifier: str) -> set[str]:
        """Ids of the jobs that use a policy, by whatever the inventory tells."""
        told = self._policies.get(identifier)
        own = set(told.jobs) if told else set()
        return own | {job.id for job in self.jobs.values() if job.policy_id == identifier}

    def suspended(self, identifier: Setting[str]) -> Setting[bool]:
        """Whether a job is suspended."""
        found = self.jobs.get(identifier.value or "")
        if found is None or not found.operational:
            return Setting("unknown")
        return Setting("known", found.operational != "ACTIVE", "inventory")
