"""The 3-2-1-1-0 rule: proven from what is written, or refused with the digit that is not met."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from glbr.review.analysis.score import score
from glbr.review.ingest.application import Application
from glbr_constructs import (
    BRONZE,
    GOLD,
    SILVER,
    Daily,
    Every,
    Override,
    PolicyClass,
    ProtectedSite,
    ProtectionStore,
    Refused,
    Schedule,
    StoreOnce,
    ThreeTwoOneOneZero,
    VirtualMachine,
    Weekly,
)
from glbr_constructs.cdk import cdk
from glbr_constructs.patterns.proof import LEAST_LOCK

Synthesize = Callable[[], dict[str, Any]]


@pytest.fixture
def appliance(stack: cdk.TerraformStack) -> StoreOnce:
    return StoreOnce.from_storeonce_id(stack, "appliance", "storeonce-1")


@pytest.fixture
def erp(stack: cdk.TerraformStack, appliance: StoreOnce) -> ThreeTwoOneOneZero:
    return ThreeTwoOneOneZero(stack, "erp", name="erp", on=appliance, location="azure:eastus2")


@pytest.fixture
def machine(stack: cdk.TerraformStack) -> VirtualMachine:
    return VirtualMachine.from_virtual_machine_id(stack, "machine", "vm-1")


def test_the_proof_tells_each_digit_and_claims_no_verified_restore(erp: ThreeTwoOneOneZero) -> None:
    assert str(erp.proof).splitlines() == [
        "3-2-1-1-0 of clinic/erp",
        "3 copies    yes       4: the data itself, snapshots, local, cloud",
        "2 media     yes       3: array, appliance, cloud",
        "1 off-site  yes       1: cloud",
        "1 locked    yes       local for 1 week from each copy on, cloud for 4 weeks from each copy on",
        "0 errors    not told  HPE's API tells of no verified restore. Try one, and note the day (DP-VER-002).",
    ]
    assert erp.proof.holds
    assert [line.holds for line in erp.proof.lines] == [True, True, True, True, None]


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"backups": None, "snapshots": None}, r"digit 3, copies, of clinic/bad\. Given: 2: the data itself, cloud"),
        ({"cloud_backups": None}, r"digit 1, off-site, of clinic/bad\. Given: 0\. .*with a cloud location"),
        (
            {"backups": Daily.at().keep(weeks=2), "cloud_backups": Daily.at().keep(weeks=2).lock(days=6)},
            r"digit 1, locked, of clinic/bad\. Given: cloud for 6 days from each copy on\. Wanted: .* for 7 days or longer",
        ),
        (
            {
                "snapshots": Every.hours(4).keep(weeks=2).lock(weeks=2),
                "backups": Daily.at().keep(weeks=2),
                "cloud_backups": Weekly.on("sunday").keep(weeks=9),
            },
            r"digit 1, locked, of clinic/bad\. Given: no backup is locked",
        ),
    ],
)
def test_a_digit_that_is_not_met_is_refused_where_it_is_written(
    stack: cdk.TerraformStack, appliance: StoreOnce, changed: dict[str, Any], said: str
) -> None:
    with pytest.raises(Refused, match=said):
        ThreeTwoOneOneZero(stack, "bad", name="bad", on=appliance, location="azure:eastus2", **changed)


def test_media_are_counted_too(erp: ThreeTwoOneOneZero) -> None:
    only_snapshots = [{"type": "SNAPSHOT", "schedules": [Every.hours(1).entry(1, None)]}]
    erp.policy.resource.set_argument("protections", only_snapshots)

    said = [problem.summary for problem in erp.proof.problems()]

    assert said == [
        "3-2-1-1-0 is not met: the digit 3, copies, of clinic/erp",
        "3-2-1-1-0 is not met: the digit 2, media, of clinic/erp",
        "3-2-1-1-0 is not met: the digit 1, off-site, of clinic/erp",
        "3-2-1-1-0 is not met: the digit 1, locked, of clinic/erp",
    ]


def test_a_change_after_the_pattern_was_made_is_found_at_synthesis(
    erp: ThreeTwoOneOneZero, synthesize: Synthesize
) -> None:
    for tier in (1, 2):
        erp.policy.resource.add_override(f"protections.{tier}.schedules.0.lock_for", None)

    with pytest.raises(RuntimeError, match="3-2-1-1-0 is not met: the digit 1, locked, of clinic/erp"):
        synthesize()


def test_an_override_can_also_mend_what_was_broken(erp: ThreeTwoOneOneZero, synthesize: Synthesize) -> None:
    erp.policy.resource.add_override("protections.1.schedules.0.lock_for", None)
    erp.policy.resource.add_override("protections.2.schedules.0.lock_for", "3 months")

    synthesize()

    assert erp.proof.lines[3].found == "cloud for 3 months from each copy on"


def test_a_lock_that_only_terraform_knows_is_not_taken_for_one(erp: ThreeTwoOneOneZero) -> None:
    for tier in (1, 2):
        erp.policy.resource.add_override(f"protections.{tier}.schedules.0.lock_for", "${var.lock}")

    (problem,) = erp.proof.problems()

    assert problem.summary == "3-2-1-1-0 cannot be told: the digit 1, locked, of clinic/erp"


def test_another_schedule_without_a_lock_takes_nothing_away(erp: ThreeTwoOneOneZero, synthesize: Synthesize) -> None:
    erp.policy.add_cloud_backup(Weekly.on("sunday").keep(months=9), to=erp.cloud_store)

    synthesize()

    assert erp.proof.holds


def test_a_job_with_values_of_its_own_is_proven_too(
    erp: ThreeTwoOneOneZero, machine: VirtualMachine, synthesize: Synthesize
) -> None:
    local, cloud = erp.policy.copies[1:]
    erp.policy.protect(machine, overrides=[Override(local).lock(days=2), Override(cloud).lock(days=3)])

    with pytest.raises(RuntimeError, match=r"locked, of clinic/erp/Default_machine\. Given: local for 2 days"):
        synthesize()


def test_a_job_may_lock_longer(erp: ThreeTwoOneOneZero, machine: VirtualMachine, synthesize: Synthesize) -> None:
    local = erp.policy.copies[1]
    erp.protect(machine, overrides=[Override(local).lock(weeks=2)])

    (job,) = synthesize()["resource"]["glbr_protection_job"].values()

    assert job["overrides"]["protections"][0]["schedules"][0]["lock_for"] == "2 weeks"


def test_a_store_of_a_type_that_only_hpe_knows_is_asked_for_it_while_terraform_plans(
    stack: cdk.TerraformStack, appliance: StoreOnce, synthesize: Synthesize
) -> None:
    known = ProtectionStore.from_protection_store_name(stack, "found", "Cloud_eastus2")

    erp = ThreeTwoOneOneZero(stack, "erp", name="erp", on=appliance, cloud_store=known)

    asked = synthesize()["data"]["glbr_protection_store"]
    (condition,) = next(block for name, block in asked.items() if name != "found")["lifecycle"]["postcondition"]
    assert condition["condition"] == '${self.protection_store_type == "CLOUD"}'
    assert condition["error_message"] == "cloud_store of clinic/erp must be a store of type CLOUD. Give another store."
    assert "cloud (Terraform asks its type)" in erp.proof.lines[2].found


def test_copies_in_a_store_of_somebody_else_are_told_by_its_path(
    stack: cdk.TerraformStack, appliance: StoreOnce, erp: ThreeTwoOneOneZero
) -> None:
    other = ProtectionStore.on_premises(stack, "other", name="other", on=appliance)

    erp.policy.add_backup(Daily.at("12:00").keep(weeks=3), to=other)

    assert "clinic/other" in erp.proof.lines[0].found


@pytest.mark.parametrize("snapshots", [None, Every.hours(4).keep(days=2)])
def test_the_review_counts_the_same(
    stack: cdk.TerraformStack, appliance: StoreOnce, synthesize: Synthesize, snapshots: Schedule | None
) -> None:
    erp = ThreeTwoOneOneZero(stack, "erp", name="erp", on=appliance, location="azure:eastus2", snapshots=snapshots)

    side = Application({"clinic": synthesize()}).model(datetime(2027, 1, 31, tzinfo=UTC)).after

    (policy,) = side.policies.values()
    counted = score(policy.tiers, side.stores)
    assert [line.found.split(":")[0] for line in erp.proof.lines[:3]] == [str(digit) for digit in counted.digits[:3]]
    assert [line.holds for line in erp.proof.lines] == [digit.is_met for digit in counted.digits]


def test_the_least_lock_is_that_of_the_review() -> None:
    from glbr.review.rules.lock.no_immutable_copy import RULE

    assert RULE.parameters["at_least"].default == str(LEAST_LOCK)


@pytest.mark.parametrize("class_", [GOLD, SILVER, BRONZE])
def test_each_class_on_offer_meets_the_rule(
    stack: cdk.TerraformStack, appliance: StoreOnce, class_: PolicyClass
) -> None:
    classes = {"any": class_}

    site = ProtectedSite(stack, "site", name="clinic", on=appliance, location="azure:eastus2", classes=classes)

    assert site.proofs["any"].holds


def test_a_class_that_does_not_meet_the_rule_says_why_it_need_not(
    stack: cdk.TerraformStack, appliance: StoreOnce
) -> None:
    scratch = PolicyClass(snapshots=Every.hours(6).keep(days=1))
    with pytest.raises(Refused, match=r"the digit 3, copies, of clinic/site/scratch"):
        ProtectedSite(stack, "site", name="clinic", on=appliance, classes={"scratch": scratch})

    exempt = replace(scratch, exempt="made anew from images each night")
    site = ProtectedSite(stack, "other", name="clinic", on=appliance, classes={"scratch": exempt})

    assert not site.proofs["scratch"].holds
    assert site.policies["scratch"].resource.written()["name"] == "clinic-scratch"


def test_the_pattern_stands_where_a_policy_is_wanted(erp: ThreeTwoOneOneZero) -> None:
    assert erp.protection_policy_id == erp.policy.protection_policy_id


def test_a_store_that_an_escape_hatch_moved_on_site_is_not_claimed_to_be_off_site(erp: ThreeTwoOneOneZero) -> None:
    store = erp.cloud_store
    assert isinstance(store, ProtectionStore)

    store.resource.add_override("protection_store_type", "ON_PREMISES")

    assert not erp.proof.holds
    assert {line.name: line.holds for line in erp.proof.lines}["off-site"] is False
