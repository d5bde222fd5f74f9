"""How many requests a client may make: fixed windows, and HPE's three headers."""

from collections.abc import Callable

from glbr.simulator.errors import ApiError
from glbr.simulator.settings import Settings


class RateLimit:
    """Counts requests per client and window of real time."""

    def __init__(self, wall: Callable[[], float]) -> None:
        self._wall = wall
        self._windows: dict[str, tuple[float, int]] = {}

    def count(self, client: str, settings: Settings) -> dict[str, str]:
        """Count one request; gives the headers of its reply, whether it is refused or not."""
        if not settings.rate_limit:
            return {}
        now = self._wall()
        began, used = self._windows.get(client, (now, 0))
        if now >= began + settings.rate_window_seconds:
            began, used = now, 0
        used += 1
        self._windows[client] = began, used
        return {
            "ratelimit-limit": str(settings.rate_limit),
            "ratelimit-remaining": str(max(0, settings.rate_limit - used)),
            "ratelimit-reset": str(max(1, round(began + settings.rate_window_seconds - now))),
        }

    def check(self, client: str, settings: Settings) -> None:
        """429 once the window is used up."""
        _, used = self._windows.get(client, (0.0, 0))
        if settings.rate_limit and used > settings.rate_limit:
            raise ApiError(429, f"more than {settings.rate_limit} requests in {settings.rate_window_seconds:g} seconds")
