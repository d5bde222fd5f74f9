"""The service over HTTP: HPE's paths, and the simulator's own under `/_simulator`."""

import asyncio

from starlette.requests import Request as HttpRequest
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from glbr.simulator.control import control_app
from glbr.simulator.errors import ConnectionDroppedError
from glbr.simulator.service import Request, Service

CONTROL = "/_simulator"


class SimulatorApp:
    """An ASGI application around one service."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._control: ASGIApp = control_app(service)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request of the server."""
        if scope["type"] != "http":
            return
        if scope["path"] == CONTROL or scope["path"].startswith(f"{CONTROL}/"):
            await self._control({**scope, "path": scope["path"].removeprefix(CONTROL) or "/"}, receive, send)
            return
        await self._serve(scope, receive, send)

    async def _serve(self, scope: Scope, receive: Receive, send: Send) -> None:
        http = HttpRequest(scope, receive)
        headers = {name.lower(): value for name, value in http.headers.items()}
        request = Request(http.method, scope["path"], scope["query_string"].decode(), headers, await http.body())
        match, struck = self._service.strike(request)
        if "slow" in struck:
            await asyncio.sleep(struck["slow"].seconds)
        answer = self._service.answer(request, match, struck)
        if answer.dropped:
            await _drop(scope, receive)
            return
        response = Response(answer.body, answer.status, headers=dict(answer.headers))
        await response(scope, receive, send)


async def _drop(scope: Scope, receive: Receive) -> None:
    """Cut the connection without a word; `server.py` puts the transport where we find it."""
    transport = scope.get("state", {}).get("transport")
    if transport is None:
        raise ConnectionDroppedError("a fault on order cut the connection")
    transport.abort()
    # The server learns of the cut in the next round of its loop; only then may we return without an answer.
    while (await receive())["type"] != "http.disconnect":
        continue
