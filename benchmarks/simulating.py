"""How quickly the simulator lets time pass."""

from collections.abc import Iterator
from typing import Final

from benchmarks.figures import Budget, Line, NotMeasured, Row, alternating, seconds
from benchmarks.service_calls import Caller
from benchmarks.sizes import Size

from glbr.simulator.server import running

_YEAR: Final = Budget("median", 3, "3 s for a simulated year of 10 hourly policies")
_POLICIES: Final = 10
_HOURS_A_DAY: Final = 24


def simulated_time(size: Size) -> Iterator[Line]:
    """Hourly policies over a year, each copy made and none forgotten."""
    expected = _POLICIES * _HOURS_A_DAY * size.days
    name = f"simulator: {size.days} days of {_POLICIES} hourly policies, {expected:,} copies"
    times = alternating(size.slow_commands, "s", {name: lambda: _passed(size.days, expected)})
    yield Row(times[name], budget=_YEAR, judged=size.judged)


def _passed(days: int, expected: int) -> float:
    with running(world="clinic", clock="frozen") as simulator:
        caller = Caller(simulator.url, simulator.options)
        caller.protect_hourly(_POLICIES)
        before = caller.copies()
        taken = seconds(lambda: simulator.advance(days=days))
        made = caller.copies() - before
        caller.close()
    if made != expected:
        raise NotMeasured(
            f"{days} simulated days made a wrong number of copies",
            f"{made:,} were made, {expected:,} are due. Mend the simulator before its speed is measured.",
        )
    return taken
