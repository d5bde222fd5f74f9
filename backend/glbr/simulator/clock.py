"""Simulated time: real, sped up, frozen, or moved on by hand."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Literal

Mode = Literal["real", "frozen"]


class Clock:
    """The only time the simulated service knows; every behaviour reads it.

    Simulated time never goes back: neither by a request nor over a restart.
    """

    def __init__(
        self,
        *,
        wall: Callable[[], float] = time.time,
        at: datetime | None = None,
        frozen: bool = False,
        speed: float = 1.0,
    ) -> None:
        """Start a clock.

        Args:
            wall: seconds since 1970 of the real world.
            at: simulated time to start at; the real time when None.
            frozen: stand still until advanced.
            speed: simulated seconds per real second.
        """
        self._wall = wall
        self._wall_anchor = wall()
        self._anchor = at.astimezone(UTC) if at else datetime.fromtimestamp(self._wall_anchor, UTC)
        self._frozen = frozen
        self._speed = _checked_speed(speed)

    @property
    def mode(self) -> Mode:
        """Whether time runs by itself."""
        return "frozen" if self._frozen else "real"

    @property
    def speed(self) -> float:
        """Simulated seconds per real second while not frozen."""
        return self._speed

    def now(self) -> datetime:
        """Simulated time, in UTC, whole milliseconds."""
        if self._frozen:
            return self._anchor
        passed = max(0.0, self._wall() - self._wall_anchor) * self._speed
        moment = self._anchor + timedelta(seconds=passed)
        return moment.replace(microsecond=moment.microsecond // 1000 * 1000)

    def advance(self, step: timedelta) -> datetime:
        """Move on by `step`; gives the new time."""
        if step < timedelta(0):
            raise ValueError(f"advancing the clock by {step}: time cannot go back; give a step of zero or more")
        self._hold()
        self._anchor += step
        return self.now()

    def freeze(self, at: datetime | None = None) -> datetime:
        """Stand still, now or at a later instant."""
        self._hold()
        if at is not None:
            if at.astimezone(UTC) < self._anchor:
                raise ValueError(
                    f"freezing at {at.isoformat()}: it is already {self._anchor.isoformat()}; pick a later time"
                )
            self._anchor = at.astimezone(UTC)
        self._frozen = True
        return self._anchor

    def run(self, speed: float = 1.0) -> None:
        """Let time pass by itself again, `speed` times as fast as real time."""
        checked = _checked_speed(speed)
        self._hold()
        self._speed = checked
        self._frozen = False

    def saved(self) -> dict[str, float | str]:
        """What a restart needs to go on from here."""
        return {
            "anchor": self._anchor.isoformat(),
            "wall": self._wall_anchor,
            "mode": self.mode,
            "speed": self._speed,
        }

    def restore(self, saved: dict[str, float | str]) -> None:
        """Go on from `saved`; while switched off, a real clock has kept running."""
        self._anchor = datetime.fromisoformat(str(saved["anchor"]))
        self._wall_anchor = float(saved["wall"])
        self._frozen = saved["mode"] == "frozen"
        self._speed = float(saved["speed"])

    def _hold(self) -> None:
        self._anchor = self.now()
        self._wall_anchor = self._wall()


def _checked_speed(speed: float) -> float:
    if speed <= 0:
        raise ValueError(f"setting the clock's speed to {speed}: it must be above 0; freeze the clock to stop it")
    return speed


def text_of(moment: datetime) -> str:
    """An instant as the simulator keeps it: RFC 3339 in UTC, six digits, `Z`."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def moment_of(text: str) -> datetime:
    """An RFC 3339 text as an instant; raises ValueError for anything else, and outside the years 1 to 9999."""
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(f"{text!r} names no zone; end it with Z")
    try:
        return moment.astimezone(UTC)
    except OverflowError as problem:
        raise ValueError(f"{text!r} lies outside the years 1 to 9999 in UTC") from problem


def text_of_seconds(seconds: int) -> str:
    """Seconds since 1970 as the simulator keeps instants."""
    return text_of(datetime.fromtimestamp(seconds, UTC))
