"""When a call to HPE is made again, and how long to wait before: the only such policy.

Two things are kept apart. *May it be repeated?* A read always may; a request that changes something only if HPE has
certainly not acted on it, or if doing it twice comes to the same. HPE publishes no key by which it would notice a
repetition. *When?* With full jitter, and never before the moment that HPE names.
"""

import ssl
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from glbr.api.clock import Clock, Pauses, Random
from glbr.api.errors import Unreachable
from glbr.api.lean_httpx import httpx
from glbr.api.rate_limit import (
    LONGEST_WAIT_SECONDS,
    RateLimit,
    retry_after_seconds,
    too_long_a_wait,
    wished_pause_seconds,
)
from glbr.api.request import Request

TRIES = 6  # five pauses: 16 seconds at most, 8 on average, unless HPE asks for more
FIRST_PAUSE_SECONDS = 0.5
LONGEST_PAUSE_SECONDS = 20.0

_NOTHING_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError)
_GATEWAY_FAULTS = frozenset({502, 503, 504})
_ENDS_UNCLEAR = _GATEWAY_FAULTS | {500}
_SAME_TWICE = frozenset({"GET", "PUT", "DELETE"})


@dataclass(frozen=True, slots=True)
class Answer:
    """The last answer to a request, whatever its status.

    `gave_up` says in a sentence why there was no further try, where one would have been allowed.
    `may_have_acted` is True when HPE may have carried out a change, in this try or an earlier one, without saying so.
    """

    response: httpx.Response
    gave_up: str
    may_have_acted: bool


class Retries:
    """Sends a request until there is an answer worth giving back."""

    def __init__(self, *, clock: Clock, random: Random, pauses: Pauses) -> None:
        self._clock = clock
        self._random = random
        self._pauses = pauses
        self._rate_limit = RateLimit(clock=clock, random=random, pauses=pauses)

    async def answer(
        self,
        request: Request,
        send: Callable[[int], Awaitable[httpx.Response]],
        *,
        host: str,
        changes_nothing: bool = False,
    ) -> Answer:
        """Send, wait and send again, as far as the policy allows; `send` takes the number of the try, from 1.

        `changes_nothing` marks a request as a read whatever its method: asking for a token is a POST.

        Raises:
            Unreachable: No answer at all, now or after the tries.
            Throttled: HPE asks for a wait that is too long before anything is sent.
            Interrupted: Stopping was asked for while waiting.
        """
        method = "GET" if changes_nothing else request.method
        may_have_acted = False
        attempt = 0
        while True:
            attempt += 1
            await self._rate_limit.admit(request)
            wish = 0.0
            try:
                response = await send(attempt)
            except httpx.RequestError as loss:
                may_have_acted |= method != "GET" and not isinstance(loss, _NOTHING_SENT)
                if attempt == TRIES or not _may_follow_loss(method, loss):
                    raise _unreachable(request, host, loss, attempt, may_have_acted=may_have_acted) from loss
            else:
                self._rate_limit.learn(response)
                wish = wished_pause_seconds(response, self._clock)
                may_repeat = self._may_follow_reply(method, response)
                unclear = method != "GET" and response.status_code in _ENDS_UNCLEAR and not self._is_put_off(response)
                may_have_acted |= unclear
                if not may_repeat or attempt == TRIES or wish > LONGEST_WAIT_SECONDS:
                    return Answer(response, _why_no_more(wish, attempt) if may_repeat else "", may_have_acted)
            await self._pauses.pause(wish + self._jitter(attempt), doing=request.doing)

    def _jitter(self, attempt: int) -> float:
        """Give a pause anywhere between nothing and the doubled one, so that callers do not come back together."""
        return self._random() * min(LONGEST_PAUSE_SECONDS, FIRST_PAUSE_SECONDS * 2.0 ** (attempt - 1))

    def _is_put_off(self, response: httpx.Response) -> bool:
        """Tell whether HPE turned the request away unread: come later."""
        status = response.status_code
        return status == 429 or (status == 503 and retry_after_seconds(response, self._clock) is not None)

    def _may_follow_reply(self, method: str, response: httpx.Response) -> bool:
        if self._is_put_off(response):
            return True
        # A 500 is the service's own failure: it may have stopped half way, and only a read is harmless to repeat.
        return method in _SAME_TWICE and response.status_code in (_ENDS_UNCLEAR if method == "GET" else _GATEWAY_FAULTS)


def _may_follow_loss(method: str, loss: httpx.RequestError) -> bool:
    if _distrusts_certificate(loss):
        return False  # the next try would meet the same certificate
    return method in _SAME_TWICE or isinstance(loss, _NOTHING_SENT)


def _why_no_more(wish: float, attempt: int) -> str:
    return too_long_a_wait(wish) if wish > LONGEST_WAIT_SECONDS else f"This was the last of {attempt} tries."


def _distrusts_certificate(loss: BaseException | None) -> bool:
    while loss is not None:
        if isinstance(loss, ssl.SSLCertVerificationError):
            return True
        loss = loss.__cause__ or loss.__context__
    return False


def _unreachable(
    request: Request, host: str, loss: httpx.RequestError, attempt: int, *, may_have_acted: bool
) -> Unreachable:
    advice = ""
    if _distrusts_certificate(loss):
        what = f"the certificate of {host} is not trusted by this machine."
        advice = (
            "If a proxy of your organisation inspects the traffic, name the file with its certificate in the "
            "environment variable SSL_CERT_FILE."
        )
    elif isinstance(loss, _NOTHING_SENT):
        what = f"{host} could not be reached ({_plain(loss)})."
    elif isinstance(loss, httpx.TimeoutException):
        what = f"{host} took the request and gave no answer in time."
    else:
        what = f"the connection to {host} broke before the answer was complete."
    count = "" if attempt == 1 else f" {attempt} tries were made."
    return Unreachable(
        doing=request.doing,
        host=host,
        what=f"{what} The request was {request.method} {request.path}.{count}",
        may_have_acted=may_have_acted,
        advice=advice,
    )


def _plain(loss: httpx.RequestError) -> str:
    """Give the words of the operating system about a connection; other texts may quote headers, so the token."""
    return str(loss).strip() or (
        "no connection in time" if isinstance(loss, httpx.TimeoutException) else "no reason given"
    )
