"""The one sentence for whoever reads nothing else."""

from dataclasses import replace

import pytest

from glbr.protection.direction import Direction
from glbr.review.gate.gate import Wishes
from glbr.review.gate.packs import shipped
from judging_parts import CRITICAL, GROUP, HIGH, LOW, POLICY, WAIVED, finds, review
from report_parts import change, model, unit


@pytest.mark.parametrize(
    ("message", "headline"),
    [
        (
            "12 VMs lose the cloud backup of gold.",
            "12 VMs lose the cloud backup of gold",
        ),
        ("Store v1.5 goes. So do 3 copies.", "policy gold, CLOUD_BACKUP, 12 assets: Store v1.5 goes"),
        ("At least 12 assets lose gold.", "policy gold, CLOUD_BACKUP: At least 12 assets lose gold"),
        ("x" * 300, f"policy gold, CLOUD_BACKUP, 12 assets: {'x' * 161}…"),
    ],
)
def test_the_headline_says_the_worst_with_its_place_and_reach(message, headline):
    assert review(finds(replace(CRITICAL, message=message))).headline == headline


def test_the_headline_has_the_second_worst_in_figures():
    worst = finds(replace(CRITICAL, message="12 VMs lose their off-site copy.", subject="group clinic", tier=""))
    second = finds(
        replace(HIGH, before="worst RPO 4 hours", after="worst RPO 1 day", subject="group clinic"), name="DP-T-2"
    )

    assert review(worst, second).headline == "group clinic: 12 VMs lose their off-site copy; worst RPO 4 hours → 1 day"


def test_the_headline_of_good_news_is_one_line():
    assert review(finds(), about=model()).headline == "Nothing changes for whoever has to restore"
    assert (
        review(finds(), about=model([unit("clinic", before=False)])).headline
        == "Protection gets stronger for 12 assets"
    )


@pytest.mark.parametrize(
    ("changes", "found", "headline"),
    [
        ([change(POLICY)], (), "Nothing about protection changes"),
        ([change(POLICY, "no-op")], (), "Nothing changes for whoever has to restore"),
        (
            [change(POLICY, "delete", "create"), change(GROUP, "create", "delete")],
            (),
            "2 objects are made anew; protection stays as it was",
        ),
        ([change(POLICY, "delete")], (), "1 object is destroyed; protection stays as it was"),
        ([change(POLICY)], (replace(LOW, direction=Direction.NEUTRAL),), "Nothing weakens; 1 remark"),
    ],
)
def test_the_headline_of_a_change_that_harms_nobody_says_what_it_does(changes, found, headline):
    report = review(finds(*found), about=model([], changes))

    assert (report.outcome, report.headline) == ("clean", headline)


GOLD = "policy gold, CLOUD_BACKUP, 12 assets: It goes"


@pytest.mark.parametrize(
    ("values", "given", "headline"),
    [
        ({"verdict": "unknown"}, {"wishes": Wishes(unknown="pass-advisory")}, f"It cannot be told: {GOLD}, and this"),
        ({}, {"pack": shipped("lab")}, f"{GOLD}, and this gate lets that pass"),
        ({}, {"waivers": (WAIVED,)}, f"{GOLD}; waived by storage-team until 2027-01-31"),
    ],
)
def test_the_headline_tells_what_a_gate_lets_pass(values, given, headline):
    report = review(finds(replace(CRITICAL, message="It goes.", **values)), **given)

    assert report.outcome == "clean"
    assert report.headline.startswith(headline)


def test_the_headline_tells_of_a_loss_that_no_rule_tells_and_nobody_is_asked_about():
    report = review(finds(), about=model([unit("clinic", after=False)]), wishes=Wishes(require_approval="never"))

    assert report.headline == "Copies, or all protection, are lost for 12 assets, and this gate lets that pass"
