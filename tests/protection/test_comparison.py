"""Each kind of change to tiers is told once, in the right direction, with words for before and after."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glbr.protection.cadence import Cadence
from glbr.protection.comparison import compare
from glbr.protection.direction import Direction
from glbr.protection.effective import Schedule, Tier
from glbr.protection.period import Period
from glbr.protection.setting import Setting, known

ABSENT, UNKNOWN = Setting("absent"), Setting("unknown")
S, N, ONE_WAY, W, D = Direction  # in their order: strengthening, neutral, one-way, weakening, destructive
EVERY_4_HOURS = Cadence("HOURLY", 4)


def schedule(number=1, cadence=EVERY_4_HOURS, keep="2 weeks", lock="1 week", **more):
    values = {"source": ABSENT, "consistency": ABSENT, "pre_script": ABSENT, "post_script": ABSENT}
    periods = [known(Period.parse(text)) if isinstance(text, str) else text or ABSENT for text in (keep, lock)]
    cadence = known(cadence) if isinstance(cadence, Cadence) else cadence
    number = number if isinstance(number, Setting) else known(number)
    values |= {name: value if isinstance(value, Setting) else known(value) for name, value in more.items()}
    return Schedule(number, "", cadence, *periods, **values)


def tier(kind="BACKUP", store="s-1", *schedules):
    stored = store if isinstance(store, Setting) else known(store) if store else ABSENT
    kind = kind if isinstance(kind, Setting) else known(kind)
    return Tier(kind, stored, known(schedules or (schedule(),)), ("protections", 0))


def tiers(*given_tiers):
    return known(given_tiers)


def told(before, after):
    return [(shift.what, shift.direction, shift.before, shift.after) for shift in compare(before, after)]


def of_schedule(before, after):
    """What is told of one schedule in one tier."""
    return told(tiers(tier("BACKUP", "s-1", before)), tiers(tier("BACKUP", "s-1", after)))


@pytest.mark.parametrize(
    ("before", "after", "what", "direction", "words"),
    [
        ({"keep": "2 weeks"}, {"keep": "8 days"}, "retention shortened", W, ("kept 2 weeks", "kept 8 days")),
        ({"keep": "2 weeks"}, {"keep": "15 days"}, "retention lengthened", S, ("kept 2 weeks", "kept 15 days")),
        ({"keep": None}, {"keep": "7 years"}, "retention shortened", W, ("kept for ever", "kept 7 years")),
        ({"keep": "7 years"}, {"keep": None}, "retention removed", N, ("kept 7 years", "kept for ever")),
        ({"lock": "1 week"}, {"lock": "6 days"}, "lock shortened", W, ("locked 1 week", "locked 6 days")),
        ({"lock": "1 week"}, {"lock": None}, "lock removed", W, ("locked 1 week", "not locked")),
        ({"lock": "1 week"}, {"lock": "8 days"}, "lock lengthened", ONE_WAY, ("locked 1 week", "locked 8 days")),
        ({"lock": None}, {"lock": "1 day"}, "lock lengthened", ONE_WAY, ("not locked", "locked 1 day")),
        (
            {"consistency": "APPLICATION"},
            {"consistency": "CRASH"},
            "consistency lowered",
            W,
            ("consistency APPLICATION", "consistency CRASH"),
        ),
        (
            {},
            {"consistency": "CRASH_CONSISTENT_ON_FAILURE"},
            "consistency raised",
            S,
            ("consistency of the application type", "consistency CRASH_CONSISTENT_ON_FAILURE"),
        ),
        (
            {"pre_script": "h /p --password=secret"},
            {},
            "script changed",
            W,
            ("a script before each copy", "no script before each copy"),
        ),
        (
            {"post_script": "h /p --password=secret"},
            {"post_script": "h /p --password=other"},
            "script changed",
            N,
            ("a script after each copy", "another script after each copy, or other arguments"),
        ),
        ({"source": 9}, {}, "source changed", N, ("made from schedule 9", "made from the asset")),
        ({}, {"source": 9}, "source changed", W, ("made from the asset", "made from schedule 9")),
        ({"lock": "1 week"}, {"lock": UNKNOWN}, "undecidable", W, ("locked 1 week", "lock known only after the apply")),
        ({"source": UNKNOWN}, {}, "undecidable", W, ("a source known only after the apply", "made from the asset")),
    ],
)
def test_one_value_of_a_schedule(before, after, what, direction, words):
    assert of_schedule(schedule(**before), schedule(**after)) == [(what, direction, *words)]


@pytest.mark.parametrize(
    ("before", "after", "what", "direction"),
    [
        (Cadence("HOURLY", 4), Cadence("HOURLY", 4, (15,), None, ("16:15", "20:15")), "rarer", W),
        (Cadence("HOURLY", 4), Cadence("HOURLY", 1), "more often", S),
        (Cadence("HOURLY", 4), Cadence("HOURLY", 4, (30,)), "moved in time", N),
        (Cadence("DAILY", 1), Cadence("DAILY", 1, (), "01:30"), "moved in time", N),
        (Cadence("WEEKLY", 1), Cadence("WEEKLY", 1, (5,)), "moved in time", N),
        (Cadence("DAILY", 1), Cadence("WEEKLY", 1, (0, 1, 2, 3, 4)), "rarer", W),
        (Cadence("MONTHLY", 1), Cadence("MONTHLY", 1, (31,)), "rarer", W),
        # The night is as long, but of eleven copies a day two are left.
        (
            Cadence("HOURLY", 1, (), None, ("08:00", "18:00")),
            Cadence("HOURLY", 10, (), None, ("00:00", "10:00")),
            "rarer",
            W,
        ),
    ],
)
def test_rhythms_are_compared_by_the_gaps_they_leave(before, after, what, direction):
    ((told_what, told_direction, old, new),) = of_schedule(schedule(cadence=before), schedule(cadence=after))

    assert (told_what, told_direction) == (what, direction)
    assert old.startswith(f"{before}; at worst ")
    assert new.endswith(" without a recovery point")


def test_the_worst_gap_is_told_in_words():
    before, after = Cadence("HOURLY", 4), Cadence("HOURLY", 4, (15,), None, ("16:15", "20:15"))

    assert of_schedule(schedule(cadence=before), schedule(cadence=after))[0][2:] == (
        "every 4 hours; at worst 4 hours without a recovery point",
        "every 4 hours at minute 15, 16:15 to 20:15 UTC; at worst 20 hours without a recovery point",
    )


@pytest.mark.parametrize(("name", "what"), [("keep", "retention shortened"), ("lock", "lock shortened")])
def test_a_month_is_never_thirty_days(name, what):
    before, after = schedule(**{name: "1 month"}), schedule(**{name: "30 days"})

    (there,) = compare(tiers(tier("BACKUP", "s", before)), tiers(tier("BACKUP", "s", after)))
    (back,) = compare(tiers(tier("BACKUP", "s", after)), tiers(tier("BACKUP", "s", before)))

    assert there.what == back.what == what
    assert there.direction == back.direction == W
    assert there.note.startswith("on some days of the year only")
    assert there.path == ({"keep": "expire_after", "lock": "lock_for"}[name],)


def test_the_same_length_in_other_words_tells_nothing():
    assert of_schedule(schedule(keep="2 weeks", lock="1 year"), schedule(keep="14 days", lock="12 months")) == []


def test_who_chose_a_value_is_no_difference():
    policy, job = schedule(lock=known(Period(1, "WEEKS"), "policy")), schedule(lock=known(Period(1, "WEEKS"), "job"))

    assert of_schedule(policy, job) == []


CLOUD = tier("CLOUD_BACKUP", "c-1", schedule(2, Cadence("DAILY", 1), "1 year", None))
LOCAL = tier("BACKUP", "s-1", schedule(1))
IN_WORDS = "daily at 00:00, kept 1 year"


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ((LOCAL, CLOUD), (LOCAL,), [("tier lost", W, IN_WORDS, "nothing")]),
        ((CLOUD,), (), [("tier lost", D, IN_WORDS, "nothing")]),
        ((LOCAL,), (LOCAL, CLOUD), [("tier gained", S, "nothing", IN_WORDS)]),
        ((LOCAL,), (replace(LOCAL, store=known("s-2")),), [("store changed", W, "store s-1", "store s-2")]),
        (
            (LOCAL,),
            (replace(LOCAL, store=UNKNOWN),),
            [("undecidable", W, "store s-1", "store known only after the apply")],
        ),
        (
            (CLOUD,),
            (replace(CLOUD, kind=known("BACKUP")),),
            [("tier lost", W, f"CLOUD_BACKUP: {IN_WORDS}", f"BACKUP: {IN_WORDS}")],
        ),
        (
            (LOCAL,),
            (tier("BACKUP", "s-1", schedule(1), schedule(7, keep="1 day", lock=None)),),
            [("schedule gained", S, "nothing", "every 4 hours, kept 1 day")],
        ),
        (
            (tier("BACKUP", "s-1", schedule(1), schedule(7, keep="1 day")),),
            (LOCAL,),
            [("schedule lost", W, "every 4 hours, kept 1 day, locked 1 week", "nothing")],
        ),
        (
            (LOCAL,),
            (replace(LOCAL, schedules=known(())),),
            [("schedule lost", D, "every 4 hours, kept 2 weeks, locked 1 week", "nothing")],
        ),
    ],
)
def test_tiers_and_schedules_come_and_go(before, after, expected):
    assert told(tiers(*before), tiers(*after)) == expected


def test_unknown_tiers_are_undecidable():
    words = ("BACKUP: every 4 hours, kept 2 weeks, locked 1 week", "known only after the apply")

    assert told(tiers(LOCAL), UNKNOWN) == [("undecidable", W, *words)]
    assert told(UNKNOWN, UNKNOWN) == [("undecidable", W, words[1], words[1])]
    assert told(ABSENT, ABSENT) == []


def test_a_tier_that_is_unknown_may_be_the_one_that_seems_lost():
    blind = Tier(UNKNOWN, UNKNOWN, UNKNOWN)

    assert {what for what, *_ in told(tiers(LOCAL), tiers(blind))} == {"undecidable"}
    assert {what for what, *_ in told(tiers(blind), tiers(LOCAL))} == {"undecidable"}


def test_schedules_that_are_only_numbered_anew_tell_nothing():
    daily = Cadence("DAILY", 1)
    before = tiers(tier("SNAPSHOT", None, schedule(1)), tier("BACKUP", "s", schedule(2, daily, source=1)))
    after = tiers(tier("SNAPSHOT", None, schedule(2)), tier("BACKUP", "s", schedule(5, daily, source=2)))

    assert told(before, after) == []


def test_a_schedule_that_moves_to_another_tier_is_lost_to_the_first_and_says_where_it_went():
    daily = schedule(2, Cadence("DAILY", 1))
    before = tiers(tier("CLOUD_BACKUP", "c", schedule(1), daily), tier("BACKUP", "s", schedule(3)))
    after = tiers(tier("CLOUD_BACKUP", "c", schedule(1)), tier("BACKUP", "s", schedule(3), daily))

    (shift,) = compare(before, after)

    assert (shift.what, shift.direction, shift.kind) == ("schedule lost", W, "CLOUD_BACKUP")
    assert shift.note == "it goes on as schedule 2 of BACKUP in store s"


def test_a_schedule_whose_source_goes_makes_no_more_copies():
    before = tiers(tier("SNAPSHOT", None, schedule(1)), tier("BACKUP", "s", schedule(2, source=1)))
    after = tiers(tier("BACKUP", "s", schedule(2, source=1)))

    changed = next(shift for shift in compare(before, after) if shift.what == "source changed")

    assert (changed.direction, changed.schedule, changed.note) == (W, 2, "there is no schedule 1: no copy will be made")


def test_a_rarer_source_weakens():
    def chained(source):
        snapshots = tier("SNAPSHOT", None, schedule(1), schedule(2, Cadence("DAILY", 1)))
        return tiers(snapshots, tier("BACKUP", "s", schedule(3, source=source)))

    assert told(chained(1), chained(2)) == [("source changed", W, "made from schedule 1", "made from schedule 2")]
    assert told(chained(2), chained(1)) == [("source changed", N, "made from schedule 2", "made from schedule 1")]


def test_the_worst_comes_first_within_a_tier():
    shifts = of_schedule(schedule(keep="1 week", lock="1 week"), schedule(keep="2 weeks", lock="1 day"))

    assert [what for what, *_ in shifts] == ["lock shortened", "retention lengthened"]


periods = st.builds(Period, st.integers(1, 40), st.sampled_from(["HOURS", "DAYS", "WEEKS", "MONTHS", "YEARS"]))
cadences = st.one_of(
    st.builds(Cadence, st.just("HOURLY"), st.integers(1, 24), window=st.none() | st.just(("08:00", "18:00"))),
    st.builds(Cadence, st.just("DAILY"), st.integers(1, 4)),
    st.builds(Cadence, st.just("WEEKLY"), st.integers(1, 3), st.sampled_from([(), (1, 4)])),
    st.builds(Cadence, st.just("MONTHLY"), st.integers(1, 3), st.sampled_from([(), (0,), (31,)])),
)
values = [cadences, periods | st.none(), periods | st.none()]
kinds = st.sampled_from([("SNAPSHOT", None), ("BACKUP", "s-1"), ("BACKUP", "s-2"), ("CLOUD_BACKUP", "c-1")])


@st.composite
def policies(draw):
    """Tiers whose schedules have numbers of their own, fully known."""
    drawn = draw(st.lists(st.tuples(kinds, st.lists(st.tuples(*values), min_size=1, max_size=3)), max_size=3))
    numbers = iter(range(1, 100))
    return [
        tier(
            *kind,
            *(
                schedule(next(numbers), cadence, keep and str(keep), lock and str(lock))
                for cadence, keep, lock in entries
            ),
        )
        for kind, entries in drawn
    ]


@settings(max_examples=50, deadline=None)
@given(policy=policies(), chance=st.randoms(use_true_random=False))
def test_the_same_tiers_in_another_order_tell_nothing(policy, chance):
    shuffled = [
        replace(one, schedules=known(tuple(chance.sample(one.known_schedules(), len(one.known_schedules())))))
        for one in chance.sample(policy, len(policy))
    ]

    assert told(tiers(*policy), tiers(*policy)) == []
    assert told(tiers(*policy), tiers(*shuffled)) == []


@settings(max_examples=100, deadline=None)
@given(before=st.tuples(cadences, periods), after=st.tuples(cadences, periods), gained=policies())
def test_whoever_only_strengthens_weakens_on_the_way_back(before, after, gained):
    old, new = (tier("BACKUP", "s", schedule(100, cadence, str(keep), None)) for cadence, keep in (before, after))
    there = {shift.direction for shift in compare(tiers(old), tiers(new, *gained))}

    if there == {S}:
        assert any(shift.direction >= W for shift in compare(tiers(new, *gained), tiers(old)))


@settings(max_examples=60, deadline=None)
@given(before=periods | st.none(), after=periods | st.none())
def test_a_longer_lock_is_never_neutral_and_a_shorter_one_never_silent(before, after):
    shifts = of_schedule(schedule(lock=before and str(before)), schedule(lock=after and str(after)))
    is_longer = after is not None and (before is None or after.can_outlast(before))
    is_shorter = before is not None and (after is None or before.can_outlast(after))

    assert [direction for _, direction, *_ in shifts] == ([W] if is_shorter else [ONE_WAY] if is_longer else [])


def test_one_of_two_tiers_in_one_place_that_the_other_makes_up_for_is_no_loss():
    strong, weak = tier("BACKUP", "s-1", schedule(1)), tier("BACKUP", "s-1", schedule(7, keep="1 week", lock=None))
    assert told(tiers(strong, weak), tiers(strong)) == []
    (shift,) = compare(tiers(strong, weak), tiers(weak))
    assert (shift.what, shift.direction, shift.schedule) == ("schedule lost", W, 1)
    elsewhere = tier("BACKUP", "s-2", schedule(1))
    assert [one.what for one in compare(tiers(strong, elsewhere), tiers(elsewhere))] == ["tier lost"]
