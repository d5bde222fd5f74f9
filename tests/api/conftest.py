"""HPE as a script, and a clock that only moves when somebody waits."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime, timedelta

import httpx
import pytest

from glbr.api.client import Client
from glbr.api.settings import Settings

SECRET = "canary-client-secret-7f3a"
START = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)

Step = httpx.Response | Exception | Callable[[httpx.Request], httpx.Response]


class Time:
    """A clock whose hands move by the sleeps alone, however many sleep at once."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.pauses: list[float] = []

    def monotonic(self) -> float:
        return self.seconds

    def now(self) -> datetime:
        return START + timedelta(seconds=self.seconds)

    async def sleep(self, seconds: float) -> None:
        self.pauses.append(seconds)
        until = self.seconds + seconds
        await asyncio.sleep(0)
        self.seconds = max(self.seconds, until)


class Hpe:
    """Answers API calls by a script, then 200 for ever; gives a new token for each request of one."""

    def __init__(self) -> None:
        self.time = Time()
        self.chance = 0.0
        self.calls: list[httpx.Request] = []
        self.called_at: list[float] = []
        self.sign_ins: list[httpx.Request] = []
        self.token_script: list[Step] = []
        self.tokens_in_force: set[str] = set()
        self.expires_in: object = 900
        self.stopping = asyncio.Event()
        self._script: list[Step] = []
        self.client = self.make_client()

    def make_client(self, **arguments: str) -> Client:
        given = {
            "region": "eu-west",
            "workspace_id": "0" * 32,
            "client_id": "someone",
            "client_secret": SECRET,
        } | arguments
        return Client(
            Settings.from_arguments(given, {}),
            transport=httpx.MockTransport(self._answer),
            clock=self.time,
            random=lambda: self.chance,
            sleep=self.time.sleep,
            stopping=self.stopping,
        )

    def will(self, *steps: Step) -> None:
        """Answer the next calls so."""
        self._script.extend(steps)

    def bodies(self) -> list[object]:
        return [json.loads(call.content) for call in self.calls]

    async def _answer(self, request: httpx.Request) -> httpx.Response:
        await asyncio.sleep(0)
        if "oauth2" in request.url.path:
            self.sign_ins.append(request)
            return self._play(self.token_script, request, self._new_token)
        self.calls.append(request)
        self.called_at.append(self.time.seconds)
        if request.headers["authorization"].removeprefix("Bearer ") not in self.tokens_in_force:
            return refusal(401, errorCode="HPE_GL_ERROR_UNAUTHORIZED")
        return self._play(self._script, request, lambda: httpx.Response(200, json={}))

    def _play(
        self, script: list[Step], request: httpx.Request, otherwise: Callable[[], httpx.Response]
    ) -> httpx.Response:
        step = script.pop(0) if script else otherwise()
        if isinstance(step, Exception):
            raise step
        return step if isinstance(step, httpx.Response) else step(request)

    def _new_token(self) -> httpx.Response:
        token = f"canary-token-{len(self.sign_ins)}"
        self.tokens_in_force = {token}
        return httpx.Response(200, json={"access_token": token, "token_type": "Bearer", "expires_in": self.expires_in})


def refusal(status: int, headers: dict[str, str] | None = None, **body: object) -> httpx.Response:
    """HPE's way to say no."""
    said = {"httpStatusCode": status, "errorCode": "HPE_GL_X", "message": "It will not do.", "debugId": "d-1"} | body
    return httpx.Response(status, json=said, headers=headers)


@pytest.fixture
async def hpe() -> AsyncIterator[Hpe]:
    scripted = Hpe()
    yield scripted
    await scripted.client.aclose()


@pytest.fixture(scope="session")
def make_hpe() -> type[Hpe]:
    return Hpe


@pytest.fixture(scope="session", name="refusal")
def _refusal() -> Callable[..., httpx.Response]:
    return refusal


@pytest.fixture(scope="session")
def secret() -> str:
    return SECRET
