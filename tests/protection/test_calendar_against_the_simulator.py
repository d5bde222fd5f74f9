"""The calendar predicts exactly the copies that the simulator makes, locks and lets go.

Both were written apart, from HPE's contract and the same list of assumptions. Random policies with their jobs are put into
one simulated account at a time; then its clock goes on in a few steps, and at each stop everything is compared.
"""

from contextlib import closing
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from glbr.protection.calendar import recovery_points
from glbr.protection.effective import tiers_of
from glbr.protection.period import Period
from glbr.simulator.clock import text_of
from glbr.simulator.options import Options
from glbr.simulator.world import World

ZONES = ("UTC", "America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "Asia/Kathmandu", "America/St_Johns")
KINDS = ("SNAPSHOT", "BACKUP", "CLOUD_BACKUP", "REPLICATED_SNAPSHOT")
STORES = {"BACKUP": "local", "CLOUD_BACKUP": "cloud"}
MACHINE = "virtualization/virtual-machine"

# Just before an end of a month, a leap day, a change of the clocks on either side of the Atlantic.
TURNING_POINTS = [
    datetime(2026, 1, 30, 20, tzinfo=UTC),
    datetime(2026, 3, 8, 5, 30, tzinfo=UTC),
    datetime(2026, 3, 28, 22, tzinfo=UTC),
    datetime(2026, 10, 24, 23, tzinfo=UTC),
    datetime(2026, 11, 1, 4, 59, 30, tzinfo=UTC),
    datetime(2026, 12, 31, 21, tzinfo=UTC),
    datetime(2028, 2, 28, 23, 15, tzinfo=UTC),
]

times = st.builds("{:02}:{:02}".format, st.integers(0, 23), st.integers(0, 59)) | st.sampled_from(["02:30", "01:30"])
periods = st.builds(Period, st.integers(1, 40), st.sampled_from(["HOURS", "DAYS", "WEEKS", "MONTHS"])) | st.just(
    Period(1, "YEARS")
)


def cadences(recurrence, every, on=None, **more):
    interval = st.fixed_dictionaries({"every": every}, optional={"on": on} if on is not None else {})
    return st.fixed_dictionaries({"recurrence": st.just(recurrence), "repeat_interval": interval}, optional=more)


def days(first, last):
    return st.lists(st.integers(first, last), max_size=3)


windows = st.fixed_dictionaries({"active_from_time": times, "active_until_time": times})
by_minutes = cadences("BY_MINUTES", st.integers(1, 60), active_time=windows)
hourly = cadences("HOURLY", st.integers(1, 24), days(0, 59), active_time=windows)
by_days = st.one_of(
    cadences("DAILY", st.integers(1, 9), start_time=times),
    cadences("WEEKLY", st.integers(1, 4), days(0, 6), start_time=times),
    cadences("MONTHLY", st.integers(1, 5), st.lists(st.sampled_from([0, 1, 15, 28, 29, 30, 31])), start_time=times),
)


@st.composite
def protections(draw, rhythms):
    """A policy as a plain tree, and what a job overrides of it."""
    count = draw(st.integers(1, 4))
    # A number says nothing about the order, nor about which schedule is made from which.
    numbers = draw(st.permutations(range(1, count + 1)))
    entries = []
    for place, number in enumerate(numbers):
        entry = {"schedule_id": number, "schedule": draw(rhythms)}
        entry |= draw(st.fixed_dictionaries({}, optional={"expire_after": periods, "lock_for": periods}))
        if place and draw(st.booleans()):
            entry["source_protection_schedule_id"] = draw(st.sampled_from(numbers[:place]))
        entries.append(entry)
    tiers, overrides = [], []
    for entry in draw(st.permutations(entries)):
        if not tiers or draw(st.booleans()):
            kind = draw(st.sampled_from(KINDS))
            store = {"protection_store_id": STORES[kind]} if kind in STORES else {}
            tiers.append({"id": f"tier-{len(tiers)}", "type": kind, **store, "schedules": []})
        tiers[-1]["schedules"].append(entry)
        own = draw(st.fixed_dictionaries({}, optional={"expire_after": periods, "lock_for": periods}))
        if own and draw(st.booleans()):
            if not overrides or overrides[-1]["id"] != tiers[-1]["id"]:
                overrides.append({"id": tiers[-1]["id"], "schedules": []})
            overrides[-1]["schedules"].append({"schedule_id": entry["schedule_id"], **own})
    return {"protections": tiers}, {"protections": overrides} if overrides else None


@st.composite
def accounts(draw, rhythms, longest):
    """A zone, when it begins, policies with the minutes after which each takes effect, and stretches of time in minutes."""
    begin = draw(st.sampled_from(TURNING_POINTS)) + timedelta(minutes=draw(st.integers(0, 600)))
    jobs = draw(st.lists(st.tuples(protections(rhythms), st.integers(0, 3000)), min_size=4, max_size=8))
    steps = draw(st.lists(st.integers(1, longest // 3 * 1440), min_size=1, max_size=3))
    return draw(st.sampled_from(ZONES)), begin, jobs, steps


def in_hpes_words(tree):
    """The same tree with HPE's names and periods."""
    if isinstance(tree, Period):
        return {"value": tree.value, "unit": tree.unit}
    if isinstance(tree, list):
        return [in_hpes_words(item) for item in tree]
    if not isinstance(tree, dict):
        return tree
    words = (name.split("_") for name in tree)
    names = ["".join([first, *(word.capitalize() for word in rest)]) for first, *rest in words]
    return {name: in_hpes_words(value) for name, value in zip(names, tree.values(), strict=True)}


def in_our_words(tree):
    """The same tree with periods as people write them."""
    if isinstance(tree, list):
        return [in_our_words(item) for item in tree]
    if isinstance(tree, dict):
        return {name: in_our_words(value) for name, value in tree.items()}
    return str(tree) if isinstance(tree, Period) else tree


def fill(world, begin, jobs):
    """Put machines, policies and jobs into an empty account."""
    for store in STORES.values():
        world.objects.put("protection-stores", {"id": store, "displayName": store, "state": "ONLINE"})
    for place, ((policy, overrides), wait) in enumerate(jobs):
        name = f"{place}"
        world.objects.put("virtual-machines", {"id": name, "name": name})
        body = {"id": name, "name": name, "applicationType": "VMWARE", **in_hpes_words(policy)}
        world.objects.put("protection-policies", body)
        job = {
            "id": name,
            "assetInfo": {"id": name, "type": MACHINE, "name": name},
            "protectionPolicyId": name,
            "policyName": name,
            "startsAt": text_of(begin + timedelta(minutes=wait)),
        }
        world.objects.put("protection-jobs", job | ({"overrides": in_hpes_words(overrides)} if overrides else {}))


def made_by_the_simulator(world):
    """Copies that are there: machine, tier, schedule, and the three instants."""
    found = []
    for track, *_ in world.copies.per_track(0):
        places = {world.copies.track_number(track): 0}
        copies = world.copies.of_tracks(places)
        found += [(track.asset, track.tier, track.schedule, copy.at, copy.expires, copy.locked) for copy in copies]
    return sorted(found, key=str)


def seconds(moment):
    return None if moment is None else int(moment.timestamp())


def compare(account):
    zone, begin, jobs, steps = account
    # The first run of a job that takes effect at the very start belongs to its creation, which is not what is asked here.
    begin_of_account = begin - timedelta(minutes=1)
    with closing(World(Options(world="empty", clock=begin_of_account, time_zone=zone), {})) as world:
        fill(world, begin, jobs)
        first_row = world.copies.next_row()
        for step in steps:
            now = world.advance(timedelta(minutes=step))
            made, held = 0, []
            for place, ((policy, overrides), wait) in enumerate(jobs):
                start = begin + timedelta(minutes=wait)
                tiers = tiers_of(in_our_words(policy), in_our_words(overrides))
                points = recovery_points(tiers, start, now, ZoneInfo(zone)) if start <= now else []
                made += len(points)
                held += [
                    (
                        f"{place}",
                        f"tier-{p.tier}",
                        p.schedule,
                        seconds(p.at),
                        seconds(p.expires),
                        seconds(p.locked_until),
                    )
                    for p in points
                    if p.goes is None or p.goes > now
                ]
            assert sorted(held, key=str) == made_by_the_simulator(world)
            assert made == world.copies.next_row() - first_row


@settings(max_examples=20, deadline=None, phases=(Phase.generate,))
@given(account=accounts(hourly | by_days | by_days | by_days, longest=396))
def test_the_calendar_is_right_about_thirteen_months(account):
    compare(account)


@settings(max_examples=20, deadline=None, phases=(Phase.generate,))
@given(account=accounts(by_minutes | hourly | by_days, longest=9))
def test_the_calendar_is_right_about_every_minute_of_some_days(account):
    compare(account)
