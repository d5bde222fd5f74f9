"""Simulated time: it stands, runs, jumps, and never goes back."""

from datetime import UTC, datetime, timedelta

import pytest

from glbr.simulator.clock import Clock

START = datetime(2026, 1, 5, tzinfo=UTC)


class Wall:
    def __init__(self):
        self.seconds = 1_800_000_000.0

    def __call__(self):
        return self.seconds


def test_a_frozen_clock_stands_until_advanced():
    wall = Wall()
    clock = Clock(wall=wall, at=START, frozen=True)

    wall.seconds += 100
    stood = clock.now()
    clock.advance(timedelta(days=1))

    assert (stood, clock.now()) == (START, START + timedelta(days=1))


def test_a_running_clock_follows_real_time_at_its_speed():
    wall = Wall()
    clock = Clock(wall=wall, at=START, speed=60)

    wall.seconds += 10
    quick = clock.now()
    clock.run(1)
    wall.seconds += 10

    assert (quick, clock.now()) == (START + timedelta(minutes=10), START + timedelta(minutes=10, seconds=10))


def test_a_running_clock_can_be_advanced_too():
    wall = Wall()
    clock = Clock(wall=wall, at=START)

    clock.advance(timedelta(hours=1))
    wall.seconds += 5

    assert clock.now() == START + timedelta(hours=1, seconds=5)


def test_real_time_going_back_does_not_turn_the_clock_back():
    wall = Wall()
    clock = Clock(wall=wall, at=START)

    wall.seconds -= 50

    assert clock.now() == START


def test_a_running_clock_goes_on_while_switched_off():
    wall = Wall()
    saved = Clock(wall=wall, at=START).saved()

    wall.seconds += 3600
    clock = Clock(wall=wall)
    clock.restore(saved)

    assert clock.now() == START + timedelta(hours=1)


@pytest.mark.parametrize("speed", [0, -1])
def test_a_clock_that_would_not_move_is_refused(speed):
    with pytest.raises(ValueError, match="freeze the clock to stop it"):
        Clock(speed=speed)


async def test_a_real_clock_makes_copies_as_time_goes_by(person_with):
    wall = Wall()
    async with person_with(clock="real", wall=wall) as person:
        policy = await person.policy(person.snapshots(person.schedule(1, "BY_MINUTES", 10)))
        await person.protect(person.vm(1), policy["id"])
        wall.seconds += 800  # the token lives 900 seconds of the same time

        times = await person.copy_times()

    assert times == ["2027-01-15T08:00", "2027-01-15T08:10"]
