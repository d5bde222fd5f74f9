"""What the pictures of the page say: told by their text twins, and by the marks that are drawn."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from glbr.protection.effective import Tiers
from glbr.protection.setting import Setting
from glbr.review.analysis.analysis import Analysis
from glbr.review.analysis.score import NOT_TOLD, score
from glbr.review.model.model import Model
from glbr.review.model.objects import Side
from glbr.review.views.pictures.fate import fates
from glbr.review.views.pictures.lanes import lanes
from glbr.review.views.pictures.picture import Picture
from glbr.review.views.pictures.score_card import score_card
from glbr.review.views.pictures.svg import element, fitted
from glbr.review.views.pictures.timeline import timeline
from glbr.review.views.pictures.waterfall import waterfall
from pictured_report import (
    CLINIC,
    CLOUD,
    GOLD,
    GOLD_AFTER,
    GOLD_BEFORE,
    LOCAL,
    backup,
    cloud,
    pictured,
    policy,
    schedule,
    side,
    snapshot,
    tier,
)
from report_parts import change, model

UNKNOWN_VALUE = object()
UNKNOWN: Tiers = Setting("unknown")


STORE_UNKNOWN = {**backup("5 weeks", "2 weeks"), "protection_store_id": UNKNOWN_VALUE}


def unknown(part: str) -> dict[str, object]:
    """A daily schedule of which one part is known only after the apply."""
    return schedule(3, "1 year", None, "DAILY") | {part: UNKNOWN_VALUE}


def told(before: Tiers, after: Tiers, *, origin: str = "plan", changes: tuple[str, ...] = ()) -> Analysis:
    """An analysis of one group that one policy protects."""
    groups = {CLINIC: (("vm-1", "vm-2"), GOLD)}
    was, will = (side({GOLD: tiers}, groups, stores=(LOCAL, CLOUD)) for tiers in (before, after))
    made = model((), [change(key, "delete", "create") for key in changes], origin=origin)  # type: ignore[arg-type]
    about: Model = replace(made, before=was if origin == "plan" else Side(), after=will)
    return Analysis(about)


def drawn(picture: Picture | None) -> Picture:
    assert picture is not None
    return picture


def row(picture: Picture, *begin: str) -> tuple[str, ...]:
    """The first row of the text twin that has these cells."""
    return next(row for row in picture.rows if set(begin) <= set(row))


class TestScore:
    stores = side({}, {}, stores=(LOCAL, CLOUD)).stores

    def digits(self, tiers: Tiers) -> list[str]:
        return [str(digit) for digit in score(tiers, self.stores).digits]

    def test_the_data_itself_is_the_first_copy_and_each_place_one_more(self) -> None:
        assert self.digits(GOLD_BEFORE) == ["4", "3", "1", "2", "not known"]
        assert self.digits(Setting("absent")) == ["1", "1", "0", "0", "not known"]

    def test_two_tiers_in_one_store_are_one_copy(self) -> None:
        twice = policy(backup("5 weeks", None), tier("CLOUD_BACKUP", LOCAL, schedule(3, "1 year", None, "DAILY")))
        assert self.digits(twice)[:3] == ["2", "2", "0"]

    def test_logs_alone_are_no_copy(self) -> None:
        logs = policy(tier("DATABASE_LOG_BACKUP", LOCAL, schedule(1, "1 week", "1 week", "BY_MINUTES", 15)))
        assert self.digits(logs)[:4] == ["1", "1", "0", "0"]

    def test_a_tier_without_a_schedule_makes_no_copy(self) -> None:
        assert self.digits(policy(tier("BACKUP", LOCAL)))[0] == "1"

    @pytest.mark.parametrize(
        ("tiers", "digits"),
        [
            (UNKNOWN, ["1 or more", "1 or more", "0 or more", "0 or more"]),
            (policy(snapshot(), STORE_UNKNOWN), ["2 or more", "2", "0", "1"]),
            (policy(tier("BACKUP", LOCAL, unknown("lock_for"))), ["2", "2", "0", "0 or more"]),
            (
                policy(tier("REPLICATED_SNAPSHOT", None, schedule(2, "5 weeks", None, "DAILY"))),
                ["2", "1", "0 or more", "0"],
            ),
        ],
        ids=["tiers", "store", "lock", "site of another array"],
    )
    def test_what_is_unknown_is_never_taken_for_absent(self, tiers: Tiers, digits: list[str]) -> None:
        assert self.digits(tiers)[:4] == digits
        assert all(digit.is_met is not False for digit in score(tiers, self.stores).digits if not digit.certain)

    def test_errors_are_never_known(self) -> None:
        errors = score(GOLD_BEFORE, self.stores).errors
        assert (errors.is_met, errors.of) == (None, (NOT_TOLD,))

    def test_the_card_tells_both_sides_and_what_is_lost(self) -> None:
        analysis = told(GOLD_BEFORE, GOLD_AFTER)
        card = drawn(score_card(analysis, fates(analysis)))
        assert row(card, "off-site") == ("gold: clinic (2 assets)", "off-site", "1", "1", "0", "not met", "none")
        assert card.drawing.count(">lost<") == 1


class TestTimeline:
    def picture(self, before: Tiers, after: Tiers, **more: str) -> Picture:
        analysis = told(before, after, **more)  # type: ignore[arg-type]
        return drawn(timeline(analysis, fates(analysis)[0], 1))

    def test_a_lost_tier_is_told_with_what_it_held(self) -> None:
        picture = self.picture(GOLD_BEFORE, GOLD_AFTER)
        name = "Cloud backup to Cloud_eastus2"
        assert row(picture, name, "schedule 3", "before")[3:] == (
            "daily at 03:00",
            "181 points, kept 6 months, locked 1 month",
            "180 days",
        )
        assert row(picture, name, "schedule 3", "after")[3:] == ("none", "lost", "none")
        assert "✕ lost" in picture.drawing

    def test_what_stays_has_one_row(self) -> None:
        rows = [row for row in self.picture(GOLD_BEFORE, GOLD_AFTER).rows if row[0].startswith("Snapshot")]
        assert [row[2] for row in rows] == ["unchanged"]

    def test_the_locked_part_is_hatched_and_shrinks_with_the_lock(self) -> None:
        def hatched(tiers: Tiers) -> int:
            return self.picture(tiers, tiers).drawing.count('fill="url(#timeline-1-locked)"')

        assert hatched(policy(backup("5 weeks", "2 weeks"))) == 1
        assert hatched(policy(backup("5 weeks", None))) == 0

    def test_each_point_held_is_drawn_while_they_are_apart(self) -> None:
        weekly = policy(tier("BACKUP", LOCAL, schedule(1, "4 weeks", None, "WEEKLY")))
        picture = self.picture(weekly, weekly)
        assert picture.rows[0][4] == "4 points, kept 4 weeks, not locked"
        assert picture.drawing.count('class="point after"') == 4

    def test_points_that_never_expire_reach_the_end(self) -> None:
        for_ever = policy(tier("BACKUP", LOCAL, {**schedule(1, "1 week", None, "WEEKLY"), "expire_after": None}))
        picture = self.picture(for_ever, for_ever)
        assert picture.rows[0][-1] == "never expires"
        assert "never expires →" in picture.drawing

    @pytest.mark.parametrize(
        "after",
        [
            UNKNOWN,
            policy(tier("CLOUD_BACKUP", CLOUD, unknown("expire_after"))),
            policy(tier("CLOUD_BACKUP", CLOUD, unknown("schedule"))),
            policy({"type": "CLOUD_BACKUP", "protection_store_id": CLOUD, "schedules": UNKNOWN_VALUE}),
            policy({"type": UNKNOWN_VALUE, "protection_store_id": CLOUD, "schedules": []}),
        ],
        ids=["all tiers", "retention", "rhythm", "schedules", "kind"],
    )
    def test_what_is_unknown_after_is_never_lost(self, after: Tiers) -> None:
        before = policy(tier("CLOUD_BACKUP", CLOUD, schedule(3, "1 year", None, "DAILY")))
        picture = self.picture(before, after)
        assert "lost" not in {cell for row in picture.rows for cell in row}
        assert "? known only after the apply" in picture.drawing

    def test_one_configuration_has_no_before(self) -> None:
        assert {row[2] for row in self.picture(GOLD_BEFORE, GOLD_AFTER, origin="configuration").rows} == {"in force"}


class TestWaterfall:
    def picture(self, before: Tiers, after: Tiers, **more: tuple[str, ...]) -> Picture:
        analysis = told(before, after, **more)  # type: ignore[arg-type]
        return drawn(waterfall(analysis, fates(analysis)[0], 1))

    def test_the_day_is_told_when_the_last_point_of_a_lost_tier_is_gone(self) -> None:
        picture = self.picture(policy(backup("5 weeks", None)), policy(snapshot()))
        assert "last of today&#39;s points gone: 28 Dec 2026" in picture.drawing
        name = "On-premises backup to Local_clinic"
        assert row(picture, name, "23 Nov 2026")[2:] == ("35", "0", "35", "35")
        assert row(picture, name, "28 Dec 2026")[2:] == ("0", "0", "0", "35")

    def test_new_points_take_the_place_of_old_ones(self) -> None:
        picture = self.picture(policy(backup("2 weeks", None)), policy(backup("4 weeks", None)))
        assert row(picture, "1 Jan 2027")[2:] == ("0", "28", "28", "14")

    def test_points_in_a_store_that_is_made_anew_are_gone_at_once(self) -> None:
        tiers = policy(backup("5 weeks", None))
        picture = self.picture(tiers, tiers, changes=(LOCAL,))
        assert picture.rows[0][2] == "0"
        assert "✕ today&#39;s points are destroyed, at once" in picture.drawing

    def test_old_points_are_drawn_while_the_new_ones_are_unknown(self) -> None:
        after = policy(tier("BACKUP", LOCAL, unknown("expire_after")))
        picture = self.picture(policy(backup("5 weeks", None)), after)
        assert picture.rows[0][2:] == ("35", "known only after the apply", "known only after the apply", "35")

    def test_there_is_none_without_a_change(self) -> None:
        analysis = told(GOLD_BEFORE, GOLD_BEFORE, origin="configuration")
        assert waterfall(analysis, fates(analysis)[0], 1) is None

    def test_points_that_outlast_the_picture_are_said_to(self) -> None:
        picture = self.picture(policy(cloud("6 months", None)), policy(snapshot()))
        assert "some of today&#39;s points stay longer than this" in picture.drawing


class TestLanes:
    def test_lost_and_new_ways_are_told_apart_in_words_and_by_their_line(self) -> None:
        report = pictured()
        picture = drawn(lanes(report.analysis, fates(report.analysis)))
        assert (
            "tier cloud backup (policy gold)",
            "store Cloud_eastus2 (azure:eastus2, no new copies)",
            "lost",
        ) in picture.rows
        assert ("asset 3 assets that leave clinic (3 assets)", "group clinic (custom group)", "lost") in picture.rows
        assert ("job silver_ward (policy silver)", "tier snapshot (policy silver, stronger)", "new") in picture.rows
        assert ("job gold_clinic (policy gold)", "tier snapshot (policy gold)", "stays") in picture.rows
        lost = sum(row[2] == "lost" for row in picture.rows)
        assert picture.drawing.count('class="edge lost"') == lost == picture.drawing.count('class="label missed"')
        assert picture.more == "and 1 more unchanged"

    def test_a_store_that_is_left_is_not_said_to_be_destroyed(self) -> None:
        report = pictured()
        picture = drawn(lanes(report.analysis, fates(report.analysis)))
        assert "✕ no new copies" in picture.drawing
        assert "destroyed" not in picture.drawing

    def test_a_store_that_is_made_anew_is_said_to_be_empty_and_a_job_is_not(self) -> None:
        analysis = told(GOLD_BEFORE, GOLD_BEFORE, changes=(LOCAL, "glbr_protection_job.gold_clinic"))
        picture = drawn(lanes(analysis, fates(analysis)))
        assert "✕ made anew, empty" in picture.drawing
        assert "store Local_clinic (on premises, made anew, empty)" in {row[1] for row in picture.rows}
        assert "job gold_clinic (policy gold, made anew)" in {row[0] for row in picture.rows}
        assert picture.drawing.count('class="node lost"') == 1

    @pytest.mark.parametrize(
        "after",
        [UNKNOWN, policy(STORE_UNKNOWN)],
        ids=["all tiers", "store"],
    )
    def test_a_way_that_may_stay_is_open_and_not_lost(self, after: Tiers) -> None:
        analysis = told(policy(backup("5 weeks", "2 weeks")), after)
        picture = drawn(lanes(analysis, fates(analysis)))
        assert {row[2] for row in picture.rows} == {"stays", "known only after the apply"}
        assert "? open" in picture.drawing

    def test_nothing_is_lost_or_new_where_nothing_changes(self) -> None:
        analysis = told(GOLD_BEFORE, GOLD_BEFORE)
        assert {row[2] for row in drawn(lanes(analysis, fates(analysis))).rows} == {"stays"}


def test_a_clock_that_stands_still_is_the_plans_own() -> None:
    """The pictures count from the plan's moment, so that a page made later is the same page."""
    analysis = told(policy(backup("5 weeks", None)), policy(snapshot()))
    later = replace(analysis.model.provenance, at=datetime(2027, 3, 1, tzinfo=UTC))
    moved = Analysis(replace(analysis.model, provenance=later))
    picture = drawn(waterfall(moved, fates(moved)[0], 1))
    assert picture.rows[0][1] == "1 Mar 2027"


def test_no_value_leaves_its_attribute() -> None:
    assert element("g", "<b>", class_='"><script>') == '<g class="&#34;&gt;&lt;script&gt;">&lt;b&gt;</g>'


def test_letters_of_east_asia_take_two_places() -> None:
    assert fitted("日本語日本語", 8) == "日本語…"
    assert fitted("clinic", 8) == "clinic"
