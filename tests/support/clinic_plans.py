"""Plans of the clinic, written by hand, for tests of what is read out of a plan."""

from collections.abc import Mapping
from datetime import UTC, datetime

from glbr.review.ingest.read import read
from glbr.review.model.model import Model
from plans import (
    change,
    group,
    job,
    plan,
    policy,
    schedule,
    store,
    tier,
)

NOW = datetime(2026, 12, 1, tzinfo=UTC)
LOCAL, CLOUD, SECOND = (f"glbr_protection_store.{name}" for name in ("local", "cloud", "second"))
GOLD, CREW, WORK = (
    "glbr_protection_policy.gold",
    "glbr_virtual_machine_protection_group.crew",
    "glbr_protection_job.work",
)
ID_OF = {"id": True}


def gold(
    local: str | None = "s-local", cloud: str | None = "s-cloud", identifier: str | None = "p-gold"
) -> dict[str, object]:
    return policy(
        "gold",
        identifier,
        tier("BACKUP", local, schedule(2, lock_for="2 weeks"), identifier="t-backup"),
        tier("CLOUD_BACKUP", cloud, schedule(3, "WEEKLY", "6 months"), identifier="t-cloud"),
    )


def clinic(**changed: Mapping[str, object] | None) -> dict[str, tuple[object, object]]:
    """The objects of a small estate by address, before and after; a change replaces what is after."""
    there = {
        LOCAL: store("local", "s-local"),
        CLOUD: store("cloud", "s-cloud", "CLOUD"),
        GOLD: gold(),
        CREW: group("crew", "g-crew", "vm-1", "vm-2"),
        WORK: job("j-work", "g-crew", "p-gold"),
    }
    return {address: (values, changed.get(address.rpartition(".")[2], values)) for address, values in there.items()}


def settled(*but: str, **changed: Mapping[str, object] | None) -> list[dict[str, object]]:
    """The entries of that estate; those of some addresses are left out, for the test to write its own."""
    return [change(address, *both) for address, both in clinic(**changed).items() if address not in but]


def model(*changes: object, **more: object) -> Model:
    return read(plan(*changes, **more), now=NOW)


def replaced(address: str, before: object, after: object, **more: object) -> dict[str, object]:
    return change(address, before, after, unknown=more.pop("unknown", ID_OF), actions=["delete", "create"], **more)


def stores_of(found: Model, key: str = GOLD) -> list[object]:
    """Where the tiers of a policy go after the change: a key, an id, or how little is known."""
    tiers = found.after.policies[key].tiers.value
    assert tiers is not None
    return [one.store.value or one.store.state for one in tiers]
