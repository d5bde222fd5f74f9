"""Numbers, tiers and chains of a policy: worked out from what it says, never from the order of the program."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from glbr.resources.parts.tier_order import in_order
from glbr_constructs import (
    Copies,
    Daily,
    Every,
    GlbrProvider,
    Monthly,
    ProtectionPolicy,
    ProtectionStore,
    Refused,
    Schedule,
    Weekly,
)
from glbr_constructs.cdk import cdk
from glbr_constructs.policies.copies import Source

Synthesize = Callable[[], dict[str, Any]]
Tiers = list[dict[str, Any]]

SCHEDULES = [
    Every.minutes(30).keep(days=1),
    Every.hours(4).keep(days=2),
    Every.hours(12).keep(days=2),
    Every.hours(4, minute=30).keep(weeks=1),
    Daily.at("01:30").keep(weeks=2),
    Daily.at("13:30").keep(weeks=2).lock(weeks=1),
    Daily.at("01:30").keep(weeks=2).named("again"),
    Weekly.on("saturday"),
    Weekly.on("sunday", "monday"),
    Monthly.on_last_day().keep(years=7),
]


@dataclass(frozen=True)
class Addition:
    kind: str
    schedule: Schedule
    store: int
    source: "Addition | None"

    def to(self, policy: ProtectionPolicy, stores: list[Any], made: dict["Addition", Copies]) -> Copies:
        """Add it, and first what it is made from, unless that is done."""
        if self not in made:
            source: Source = "asset" if self.source is None else self.source.to(policy, stores, made)
            made[self] = (
                policy.add_snapshot(self.schedule, source=source)
                if self.kind == "SNAPSHOT"
                else policy.add_backup(self.schedule, to=stores[self.store], source=source)
            )
        return made[self]


@st.composite
def additions(draw: st.DrawFn) -> list[Addition]:
    """Different schedules, each made from the asset or from one before it."""
    drawn: list[Addition] = []
    parts = st.tuples(st.sampled_from(["SNAPSHOT", "BACKUP"]), st.sampled_from(SCHEDULES), st.integers(0, 1))
    for kind, schedule, store in draw(st.lists(parts, min_size=1, max_size=7, unique=True)):
        source = draw(st.sampled_from([None, *drawn]))
        one = Addition(kind, schedule, 0 if kind == "SNAPSHOT" else store, source)
        if all((one.kind, one.schedule, one.store) != (it.kind, it.schedule, it.store) for it in drawn):
            drawn.append(one)
    return drawn


def synthesized(*orders: list[Addition]) -> list[Tiers]:
    """A policy for each order in which the same is added."""
    stack = cdk.TerraformStack(cdk.Testing.app(), "clinic")
    GlbrProvider(stack, "glbr")
    stores = [ProtectionStore.from_protection_store_id(stack, f"s{number}", f"store-{number}") for number in range(2)]
    for position, order in enumerate(orders):
        policy = ProtectionPolicy(stack, f"p{position}", name="gold")
        made: dict[Addition, Copies] = {}
        for addition in order:
            addition.to(policy, stores, made)
    policies = json.loads(cdk.Testing.synth(stack, True))["resource"]["glbr_protection_policy"]
    return [policies[f"p{position}"]["protections"] for position in range(len(orders))]


FEW = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@FEW
@given(st.data())
def test_any_order_of_the_same_additions_gives_the_same_policy(data: st.DataObject) -> None:
    wanted = data.draw(additions())
    shuffled = data.draw(st.permutations(wanted))

    one, other = synthesized(wanted, shuffled)

    numbers = [entry["schedule_id"] for tier in one for entry in tier["schedules"]]
    assert one == other
    assert len(set(numbers)) == len(numbers) == len(wanted)
    assert not any("0" in str(number) for number in numbers)
    assert in_order(one) == one, "an import tells tiers and schedules in another order"


@FEW
@given(additions())
def test_adding_one_leaves_the_numbers_of_other_kinds_alone(wanted: list[Addition]) -> None:
    last = wanted[-1]

    fewer, more = synthesized(wanted[:-1] or wanted, wanted)

    def others(tiers: Tiers) -> dict[int, Any]:
        return {
            entry["schedule_id"]: (tier["type"], entry["schedule"], entry.get("name"), entry["schedule_id"])
            for tier in tiers
            for entry in tier["schedules"]
            if tier["type"] != last.kind
        }

    assert others(fewer) == others(more)


@FEW
@given(st.data())
def test_another_rhythm_time_or_retention_leaves_all_numbers_alone_where_it_is_the_only_one_of_its_kind_in_its_store(
    data: st.DataObject,
) -> None:
    wanted = data.draw(additions())
    edited = data.draw(st.sampled_from(wanted))
    alone = [one for one in wanted if one is edited or (one.kind, one.store) != (edited.kind, edited.store)]
    before = [replace(one, source=None) for one in alone]
    schedule = data.draw(st.sampled_from(SCHEDULES))
    after = [replace(one, schedule=schedule) if it is edited else one for it, one in zip(alone, before, strict=True)]

    def numbers(tiers: Tiers) -> list[Any]:
        return [
            (tier["type"], tier.get("protection_store_id"), entry["schedule_id"])
            for tier in tiers
            for entry in tier["schedules"]
        ]

    def of_others(tiers: Tiers) -> Tiers:
        kind, store = edited.kind, None if edited.kind == "SNAPSHOT" else f"store-{edited.store}"
        return [tier for tier in tiers if (tier["type"], tier.get("protection_store_id")) != (kind, store)]

    one, other = synthesized(before, after)

    assert numbers(one) == numbers(other)
    assert of_others(one) == of_others(other)


@pytest.fixture
def gold(stack: cdk.TerraformStack) -> ProtectionPolicy:
    return ProtectionPolicy(stack, "gold", name="gold")


@pytest.fixture
def local(stack: cdk.TerraformStack) -> Any:
    return ProtectionStore.from_protection_store_id(stack, "local", "store-1")


def test_the_number_says_the_kind(gold: ProtectionPolicy, local: Any) -> None:
    cloud = gold.add_cloud_backup(Monthly.on_last_day(), to=local)
    log = gold.add_database_log_backup(Every.minutes(15), to=local)
    replica = gold.add_replicated_snapshot(Every.hours(12))
    weekly = gold.add_backup(Weekly.on("saturday"), to=local)
    hourly = gold.add_snapshot(Every.hours(4))

    found = [one.schedule_id for one in (hourly, weekly, cloud, log, replica)]

    assert found == [1, 2, 3, 4, 5]
    assert [one.schedule_id for one in gold.copies] == found


def test_a_tenth_schedule_of_one_kind_skips_the_numbers_with_a_zero(gold: ProtectionPolicy) -> None:
    for hour in range(10):
        gold.add_replicated_snapshot(Daily.at(f"{hour:02}:00"))

    assert [one.schedule_id for one in gold.copies] == [5, 15, 25, 35, 45, 55, 65, 75, 85, 95]
    assert gold.add_replicated_snapshot(Daily.at("23:00")).schedule_id == 115


def test_schedules_of_one_kind_are_in_order_of_store_rhythm_and_time(
    stack: cdk.TerraformStack, gold: ProtectionPolicy
) -> None:
    near, far = (ProtectionStore.from_protection_store_id(stack, f"s{number}", f"{9 - number}") for number in range(2))
    ordered = [
        (near, Every.hours(12)),
        (near, Daily.at("01:30")),
        (near, Daily.at("13:30").keep(days=1)),
        (near, Weekly.on("monday")),
        (near, Weekly.on("sunday")),
        (near, Monthly.on_last_day()),
        (far, Every.hours(4)),
        (far, Daily.at("00:30")),
    ]

    for store, schedule in reversed(ordered):
        gold.add_backup(schedule, to=store)

    assert [(one.store, one.schedule) for one in gold.copies] == ordered
    assert [one.schedule_id for one in gold.copies] == [2, 12, 22, 32, 42, 52, 62, 72]


def test_a_rhythm_that_overtakes_another_one_in_its_store_changes_places_with_it_unless_its_number_is_pinned(
    stack: cdk.TerraformStack, local: Any
) -> None:
    def numbered(id_: str, first: Schedule, schedule_id: int | None = None) -> tuple[int, int]:
        policy = ProtectionPolicy(stack, id_, name=id_)
        edited = policy.add_backup(first, to=local, schedule_id=schedule_id)
        other = policy.add_backup(Weekly.on("sunday"), to=local)
        return edited.schedule_id, other.schedule_id

    assert numbered("before", Daily.at()) == (2, 12)
    assert numbered("same_order", Weekly.on("saturday", "tuesday")) == (2, 12)
    assert numbered("overtaking", Monthly.on_last_day()) == (12, 2)
    assert numbered("pinned", Monthly.on_last_day(), schedule_id=2) == (2, 12)


def test_a_number_that_is_written_wins_and_the_others_go_around_it(
    gold: ProtectionPolicy, local: Any, synthesize: Synthesize
) -> None:
    gold.add_backup(Daily.at("01:30"), to=local, source="asset")
    snapshots = gold.add_snapshot(Daily.at("00:30"), schedule_id=12)
    gold.add_backup(Weekly.on("sunday"), to=local, source=snapshots, schedule_id=2)

    tiers = synthesize()["resource"]["glbr_protection_policy"]["gold"]["protections"]

    assert [(tier["type"], [entry["schedule_id"] for entry in tier["schedules"]]) for tier in tiers] == [
        ("BACKUP", [2, 22]),
        ("SNAPSHOT", [12]),
    ]
    assert tiers[0]["schedules"][0]["source_protection_schedule_id"] == 12


def test_a_number_that_was_read_is_never_wrong_later(gold: ProtectionPolicy) -> None:
    late = gold.add_snapshot(Daily.at("13:30"))
    assert late.schedule_id == 1

    with pytest.raises(
        Refused,
        match=r"this makes schedule 1 \(SNAPSHOT 'daily at 13:30.*'\) the schedule 11, but its schedule_id has been read "
        r"already\. Add this before you read it, or write schedule_id=1 where",
    ):
        gold.add_snapshot(Daily.at("01:30"))

    assert [one.schedule_id for one in gold.copies] == [1]
    assert gold.add_snapshot(Daily.at("22:30")).schedule_id == 11


def test_two_schedules_that_say_the_same_are_refused(gold: ProtectionPolicy, stack: cdk.TerraformStack) -> None:
    first, second = (cdk.TerraformVariable(stack, name, type="string").string_value for name in ("first", "second"))
    gold.add_snapshot(Every.hours(4).keep(days=2))
    gold.add_snapshot(Daily.at(first))

    with pytest.raises(
        Refused, match=r"another schedule of the same kind says the same\. Given: SNAPSHOT 'every 4 hours"
    ):
        gold.add_snapshot(Every.hours(4).keep(days=2))
    with pytest.raises(
        Refused, match=r"(?s)says the same\. Given: SNAPSHOT 'daily at \(known to Terraform\).*schedule_id="
    ):
        gold.add_snapshot(Daily.at(second))

    assert gold.add_snapshot(Daily.at(second), schedule_id=7).schedule_id == 7


def test_each_copy_is_made_from_the_one_before_it(gold: ProtectionPolicy, local: Any, synthesize: Synthesize) -> None:
    cloud = gold.add_cloud_backup(Weekly.on("saturday"), to=local)
    sources = [cloud.source]
    snapshots = gold.add_snapshot(Every.hours(4))
    sources.append(cloud.source)
    backups = gold.add_backup(Daily.at("01:30"), to=local)
    sources.append(cloud.source)

    tiers = synthesize()["resource"]["glbr_protection_policy"]["gold"]["protections"]

    assert sources == [None, snapshots, backups]
    assert [tier["schedules"][0].get("source_protection_schedule_id") for tier in tiers] == [None, 1, 2]


def test_what_a_copy_is_made_from_is_asked_for_where_several_would_do(gold: ProtectionPolicy, local: Any) -> None:
    gold.add_snapshot(Every.hours(4))
    backups = gold.add_backup(Daily.at("01:30"), to=local)

    with pytest.raises(
        Refused,
        match=r"(?s)adding SNAPSHOT 'daily.*what BACKUP 'daily at 01:30.*' is made from cannot be worked out: the policy has "
        r"SNAPSHOT 'every 4 hours.*' and SNAPSHOT 'daily at 00:30.*'\. Say it with source=",
    ):
        gold.add_snapshot(Daily.at("00:30"))

    assert backups.source is gold.copies[0]


def test_a_source_that_comes_from_the_copy_itself_is_not_taken(gold: ProtectionPolicy, local: Any) -> None:
    backups = gold.add_backup(Daily.at("01:30"), to=local)

    again = gold.add_snapshot(Every.hours(4), source=backups)

    assert (backups.source, again.source) == (None, backups)


def test_the_policy_can_be_read_as_a_table(gold: ProtectionPolicy, local: Any) -> None:
    gold.add_cloud_backup(Weekly.on("saturday").keep(months=6).lock(months=1), to=local)
    gold.add_backup(Daily.at("01:30").keep(weeks=2), to=local)
    gold.add_snapshot(Every.hours(4))

    lines = [re.split(r"  +", line) for line in gold.describe().splitlines()]

    assert lines == [
        ["id", "kind", "when", "kept", "locked", "made from", "store"],
        ["1", "SNAPSHOT", "every 4 hours", "for ever", "-", "the asset", "-"],
        ["2", "BACKUP", "daily at 01:30", "2 weeks", "-", "1", "clinic/local"],
        ["3", "CLOUD_BACKUP", "weekly on Saturday at 03:00", "6 months", "1 month", "2", "clinic/local"],
    ]
