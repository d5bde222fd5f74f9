"""How fast HPE lets one API client call, and the waits that keep within it.

HPE counts per API client, so what one call learns holds for all: they share one gate. Headers:
`retry-after` (seconds or a date), and `ratelimit-limit`, `ratelimit-remaining`, `ratelimit-reset` (seconds).
"""

import math
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from glbr.api.clock import Clock, Pauses, Random
from glbr.api.errors import Throttled
from glbr.api.lean_httpx import httpx
from glbr.api.request import Request

LONGEST_WAIT_SECONDS = 300.0  # beyond this an answer serves a person better than waiting
SPREAD_SECONDS = 0.5  # so that the calls held at the gate do not all leave in the same instant


def retry_after_seconds(response: httpx.Response, clock: Clock) -> float | None:
    """Read how long HPE asks to wait before a repetition; None without a readable wish."""
    text = response.headers.get("retry-after", "")
    seconds = _seconds(text)
    if seconds is not None:
        return seconds
    until = _date(text)
    if until is None:
        return None
    # HPE's own idea of the time, if it gives one: this machine's clock may be wrong.
    now = _date(response.headers.get("date", "")) or clock.now()
    return max(0.0, (until - now).total_seconds())


def wished_pause_seconds(response: httpx.Response, clock: Clock) -> float:
    """Read how long to wait before the same call again, by the strictest header; 0 without one."""
    reset = (
        _seconds(response.headers.get("ratelimit-reset", ""))
        if response.status_code == httpx.codes.TOO_MANY_REQUESTS
        else None
    )
    return max(retry_after_seconds(response, clock) or 0.0, reset or 0.0)


class RateLimit:
    """The gate before every call: shut while HPE would refuse."""

    def __init__(self, *, clock: Clock, random: Random, pauses: Pauses) -> None:
        self._clock = clock
        self._random = random
        self._pauses = pauses
        self._shut_until = -math.inf

    def learn(self, response: httpx.Response) -> None:
        """Shut the gate if this answer says that the next call would be refused."""
        wait = 0.0
        if response.status_code == httpx.codes.TOO_MANY_REQUESTS:
            wait = wished_pause_seconds(response, self._clock)
        elif _seconds(response.headers.get("ratelimit-remaining", "")) == 0:
            wait = _seconds(response.headers.get("ratelimit-reset", "")) or 0.0
        if wait > 0:
            self._shut_until = max(self._shut_until, self._clock.monotonic() + wait)

    async def admit(self, request: Request) -> None:
        """Wait until the gate is open.

        Raises:
            Throttled: That would take longer than anybody would wait.
            Interrupted: Stopping was asked for.
        """
        while (wait := self._shut_until - self._clock.monotonic()) > 0:
            if wait > LONGEST_WAIT_SECONDS:
                raise Throttled(
                    status=httpx.codes.TOO_MANY_REQUESTS,
                    message="not sent, since the calls allowed to this API client are used up.",
                    method=request.method,
                    path=request.path,
                    doing=request.doing,
                    retries=too_long_a_wait(wait),
                )
            await self._pauses.pause(wait + self._random() * SPREAD_SECONDS, doing=request.doing)


def too_long_a_wait(seconds: float) -> str:
    """Say why we do not wait as long as HPE asks."""
    return (
        f"HPE asks to wait {seconds:.0f} seconds, which is longer than the {LONGEST_WAIT_SECONDS:.0f} seconds that "
        "the provider waits for one call. Apply again after that time."
    )


def _seconds(text: str) -> float | None:
    try:
        seconds = float(text)
    except ValueError:
        return None
    return seconds if math.isfinite(seconds) and seconds >= 0 else None


def _date(text: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
