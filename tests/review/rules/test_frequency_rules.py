"""Rules about frequency: what fires, what stays quiet, and what cannot be told."""

from collections.abc import Mapping
from zoneinfo import ZoneInfo

import pytest

from glbr.protection.direction import Direction
from glbr.review.analysis.analysis import Analysis
from glbr.review.rules.catalogue import catalogue
from glbr.review.rules.estate import BACKUP, CLOUD_BACKUP, JOB, MACHINE, POLICY, SNAPSHOT
from glbr.review.rules.example import Add, Example, Remove, Set
from glbr.review.rules.finding import Finding, Severity
from rule_examples import analysis_of, judged

UNKNOWN = "${terraform_data.later.id}"
LATER = Add("terraform_data.later", {"input": "later"})
HOURS = f"{SNAPSHOT}.schedules[0].schedule.repeat_interval.every"


def look(number: int, example: Example) -> list[Finding]:
    """What one rule about frequency finds."""
    return judged(catalogue()[f"DP-RPO-00{number}"], example)


def cadence(recurrence: str, every: int = 1, **values: object) -> Mapping[str, object]:
    """HPE's Schedule."""
    return {"recurrence": recurrence, "repeat_interval": {"every": every}, **values}


def test_a_longer_gap_is_told_at_the_schedule_that_makes_it() -> None:
    [found] = look(1, Example(after=(Set(POLICY, HOURS, 12),)))
    assert (found.tier, found.schedule, found.path) == ("SNAPSHOT", 1, f"{SNAPSHOT}.schedules[0].schedule")
    assert (found.before, found.after) == ("worst gap 4 hours", "worst gap 12 hours")
    assert found.direction is Direction.WEAKENING


def test_a_window_makes_a_gap_longer_though_the_step_stays() -> None:
    window = {"active_from_time": "16:15", "active_until_time": "20:15"}
    [found] = look(1, Example(after=(Set(POLICY, f"{SNAPSHOT}.schedules[0].schedule.active_time", window),)))
    assert found.before == "worst gap 4 hours"
    assert found.after != found.before


def test_the_loss_of_the_tier_with_the_shortest_gaps_is_told_for_all_tiers_together() -> None:
    tiers = [
        Set(POLICY, f"{BACKUP}.schedules[0].source_protection_schedule_id", None),
        Set(POLICY, "protections[0]", None),
    ]
    [found] = look(1, Example(after=tuple(tiers)))
    assert (found.tier, found.before) == ("", "worst gap 4 hours")


def test_a_growth_within_the_share_that_is_let_pass_is_quiet() -> None:
    minutes = [cadence("BY_MINUTES", 30), cadence("BY_MINUTES", 32)]
    before, after = (Set(POLICY, f"{SNAPSHOT}.schedules[0].schedule", one) for one in minutes)
    assert look(1, Example(before=(before,), after=(after,), parameters={"more_percent": 50})) == []
    assert look(1, Example(before=(before,), after=(after,), parameters={"more_percent": 0}))


def test_a_schedule_that_gets_rarer_behind_another_is_told_with_less_weight() -> None:
    second = {"schedule_id": 4, "source_protection_schedule_id": 2, "expire_after": "1 year"}
    add = Set(POLICY, f"{CLOUD_BACKUP}.schedules[1]", {**second, "schedule": cadence("WEEKLY")})
    rarer = Set(POLICY, f"{CLOUD_BACKUP}.schedules[1].schedule", cadence("MONTHLY"))
    [found] = look(1, Example(before=(add,), after=(rarer,)))
    assert (found.schedule, found.severity) == (4, Severity.MEDIUM)


def test_fewer_copies_with_the_same_worst_gap_are_told_with_little_weight() -> None:
    days = [cadence("WEEKLY", repeat_interval={"every": 1, "on": on}) for on in ([0, 1, 2], [0, 2])]
    entry = {"schedule_id": 4, "source_protection_schedule_id": 2, "expire_after": "1 year"}
    before, after = (Set(POLICY, f"{CLOUD_BACKUP}.schedules[1]", {**entry, "schedule": one}) for one in days)
    [found] = look(1, Example(before=(before,), after=(after,)))
    assert (found.schedule, found.severity, found.direction) == (4, Severity.LOW, Direction.WEAKENING)


def test_another_start_time_is_no_longer_gap() -> None:
    assert look(1, Example(after=(Set(POLICY, f"{BACKUP}.schedules[0].schedule.start_time", "23:00"),))) == []


def test_a_rhythm_that_only_the_apply_will_tell_is_unknown() -> None:
    edits = (LATER, Set(POLICY, f"{SNAPSHOT}.schedules[0].schedule.repeat_interval.every", UNKNOWN))
    [found] = look(1, Example(after=edits))
    assert (found.verdict, found.tier) == ("unknown", "SNAPSHOT")
    # Daily backups meet the objective whatever the snapshots do.
    assert look(2, Example(after=edits)) == []
    [night] = look(3, Example(after=edits))
    assert night.verdict == "unknown"


def test_an_unknown_lock_does_not_hide_the_gaps() -> None:
    edits = (LATER, Set(POLICY, f"{BACKUP}.schedules[0].lock_for", UNKNOWN), Set(POLICY, HOURS, 12))
    [found] = look(1, Example(after=edits))
    assert (found.verdict, found.tier) == ("fail", "SNAPSHOT")


def test_backups_have_to_be_made_every_week_however_good_the_snapshots_are() -> None:
    rare = [Set(POLICY, f"{tier}.schedules[0].schedule", cadence("MONTHLY")) for tier in (BACKUP, CLOUD_BACKUP)]
    [found] = look(2, Example(after=tuple(rare)))
    assert "between two backups" in found.message.lower()
    weekly = [Set(POLICY, f"{tier}.schedules[0].schedule", cadence("WEEKLY")) for tier in (BACKUP, CLOUD_BACKUP)]
    assert look(2, Example(after=tuple(weekly))) == []


def test_the_hour_that_a_clock_change_adds_to_a_day_breaks_no_objective() -> None:
    daily = [
        Set(POLICY, f"{tier}.schedules[0].schedule", cadence("DAILY", start_time="01:30"))
        for tier in (SNAPSHOT, BACKUP, CLOUD_BACKUP)
    ]
    analysis = Analysis(analysis_of(Example(after=tuple(daily))).model, ZoneInfo("Europe/Berlin"))
    rule = catalogue()["DP-RPO-002"]
    parameters = {name: parameter.default for name, parameter in rule.parameters.items()}
    assert list(rule.judge(rule, analysis, parameters)) == []
    assert list(rule.judge(rule, analysis, {**parameters, "objective": "23 hours"}))


def test_a_whole_day_in_steps_has_no_night() -> None:
    window = {"active_from_time": "00:00", "active_until_time": "23:59"}
    assert look(3, Example(after=(Set(POLICY, f"{SNAPSHOT}.schedules[0].schedule.active_time", window),))) == []


@pytest.mark.parametrize(
    ("rhythm", "said"),
    [
        (cadence("MONTHLY", repeat_interval={"every": 1, "on": [29, 30]}), "shorter month"),
        (cadence("WEEKLY", 2), "every other week"),
        (cadence("WEEKLY", 3), "weeks between"),
        (cadence("HOURLY", 6), "made from"),
    ],
)
def test_what_the_calendar_leaves_out_is_told(rhythm: Mapping[str, object], said: str) -> None:
    entry = {"schedule_id": 4, "source_protection_schedule_id": 2, "expire_after": "1 year", "schedule": rhythm}
    [found] = look(4, Example(after=(Set(POLICY, f"{CLOUD_BACKUP}.schedules[1]", entry),)))
    assert found.schedule == 4
    assert said in found.message


def test_a_month_that_has_an_earlier_day_too_is_never_left_out() -> None:
    rhythm = cadence("MONTHLY", repeat_interval={"every": 1, "on": [15, 31]})
    entry = {"schedule_id": 4, "source_protection_schedule_id": 2, "expire_after": "1 year", "schedule": rhythm}
    assert look(4, Example(after=(Set(POLICY, f"{CLOUD_BACKUP}.schedules[1]", entry),))) == []


def test_an_objective_off_site_counts_whatever_the_local_backups_do() -> None:
    weekly = Set(POLICY, f"{CLOUD_BACKUP}.schedules[0].schedule", cadence("WEEKLY"))
    [found] = look(5, Example(after=(weekly,), parameters={"objective": "3 days"}))
    assert "3 days" in found.message


def test_ten_schedules_at_one_minute_are_let_pass_and_eleven_are_not() -> None:
    def jobs(count: int) -> list[Add]:
        policy = "${glbr_protection_policy.gold.id}"
        return [
            Add(
                f"glbr_protection_job.more_{position}",
                {
                    "protection_policy_id": policy,
                    "asset_info": {"id": MACHINE % (8 + position), "type": "virtualization/virtual-machine"},
                },
            )
            for position in range(count)
        ]

    assert look(6, Example(after=tuple(jobs(9)))) == []
    found = look(6, Example(after=tuple(jobs(10))))
    assert {(one.subject, one.after, one.assets) for one in found} == {
        ("store Local_clinic", "11 at 01:30", 16),
        ("store Cloud_eastus2", "11 at 03:00", 16),
    }


def test_a_job_that_is_made_anew_without_a_date_leaves_no_hole() -> None:
    tier = "${glbr_protection_policy.gold.protections[1].id}"
    override = {"protections": [{"id": tier, "schedules": [{"schedule_id": 2, "expire_after": "6 weeks"}]}]}
    assert look(7, Example(after=(Set(JOB, "overrides", override),))) == []


def test_a_date_within_the_usual_gap_is_no_hole() -> None:
    # The plan is made at 08:00, the next snapshot would be at 12:00, and the one after it at 16:00.
    assert look(7, Example(after=(Set(JOB, "effective_from_date_time", "2026-01-05T16:00:00Z"),))) == []
    [found] = look(7, Example(after=(Set(JOB, "effective_from_date_time", "2026-01-05T16:00:01Z"),)))
    assert (found.path, found.before) == ("effective_from_date_time", "worst gap 4 hours")


def test_a_first_job_that_waits_is_told_as_a_state() -> None:
    job = Set(JOB, "effective_from_date_time", "2027-01-01T00:00:00Z")
    gone = Remove(JOB)
    arguments = {
        "protection_policy_id": "${glbr_protection_policy.gold.id}",
        "asset_info": {
            "id": "${glbr_virtual_machine_protection_group.everything.id}",
            "type": "backup-recovery/virtual-machine-protection-group",
        },
    }
    found = look(7, Example(before=(gone,), after=(Add(JOB, arguments), job)))
    assert {one.direction for one in found} == {Direction.NEUTRAL}
    assert {one.assets for one in found} == {6}


def test_a_date_that_only_the_apply_will_tell_is_unknown() -> None:
    [found] = look(7, Example(after=(LATER, Set(JOB, "effective_from_date_time", UNKNOWN))))
    assert (found.verdict, found.address) == ("unknown", JOB)
