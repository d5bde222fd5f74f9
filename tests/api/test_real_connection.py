"""The client over real sockets, and what its import costs."""

import asyncio
import io
import logging
import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import pytest

from glbr.api.client import Client
from glbr.api.errors import Unreachable
from glbr.api.request import Request
from glbr.api.settings import Settings

TOKEN = b'{"access_token": "canary-token", "expires_in": 900}'
PATH = "/backup-recovery/v1beta1/storeonces"


@asynccontextmanager
async def server(answer: Callable[[str], bytes | None]) -> AsyncIterator[str]:
    """Serve HTTP/1.1 on a free port; an answer of None drops the connection."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while head := (await reader.readuntil(b"\r\n\r\n")).decode():
                lengths = [line for line in head.splitlines() if line.lower().startswith("content-length:")]
                await reader.readexactly(int(lengths[0].split(":")[1]) if lengths else 0)
                body = TOKEN if "oauth2" in head else answer(head)
                if body is None:
                    return
                writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ")
                writer.write(b"%d\r\n\r\n%s" % (len(body), body))
                await writer.drain()
        except asyncio.IncompleteReadError:
            pass
        finally:
            writer.close()

    listening = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with listening:
        yield f"http://127.0.0.1:{listening.sockets[0].getsockname()[1]}"


def settings(endpoint: str) -> Settings:
    who = {"client_id": "someone", "client_secret": "canary-secret"}
    return Settings.from_arguments({**who, "endpoint": endpoint}, {})


async def test_a_call_over_the_wire_is_answered_and_leaves_no_secret_in_any_log():
    written = io.StringIO()
    root = logging.getLogger()
    handler, level = logging.StreamHandler(written), root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    heads: list[str] = []

    def answer(head: str) -> bytes:
        heads.append(head)
        return b'{"items": [], "total": 0}'

    try:
        async with server(answer) as endpoint:
            client = Client.connect(settings(endpoint))
            body = await client.get(PATH, doing="listing StoreOnces", query={"filter": "name eq 'a b&c'"})
            await client.aclose()
    finally:
        root.removeHandler(handler)
        root.setLevel(level)

    assert body == {"items": [], "total": 0}
    assert heads[0].startswith(f"GET {PATH}?filter=name")
    assert "a%20b%26c" in heads[0] or "a+b%26c" in heads[0]
    assert "Bearer canary-token" in heads[0]
    assert PATH in written.getvalue()
    assert "canary" not in written.getvalue()


async def test_a_connection_dropped_after_a_post_is_told_as_lost():
    async with server(lambda _head: None) as endpoint:
        client = Client.connect(settings(endpoint))
        with pytest.raises(Unreachable) as caught:
            await client.send(Request("POST", PATH, "registering StoreOnce so1", body={"name": "so1"}))
        await client.aclose()

    assert caught.value.may_have_acted
    assert "127.0.0.1" in caught.value.detail


async def test_a_client_for_hpes_own_service_can_be_made_offline():
    who = {"client_id": "someone", "client_secret": "canary-secret"}

    client = Client.connect(Settings.from_arguments({**who, "region": "us-west"}, {}))

    assert client.settings.region == "us-west"
    await client.aclose()


def modules_after(statement: str) -> set[str]:
    code = f"{statement}; import sys; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(run.stdout.split())


def test_the_client_does_without_the_command_line_of_httpx():
    loaded = modules_after("import glbr.api.client, glbr.api.operations, glbr.api.pages")

    assert "httpx" in loaded
    assert not {"httpx._main", "click", "rich", "pygments"} & loaded


def test_httpx_is_whole_for_whoever_imports_it_next():
    loaded = modules_after("import glbr.api.client, httpx._main")

    assert "click" in loaded


def test_naming_the_errors_costs_neither_httpx_nor_pydantic():
    loaded = modules_after("import glbr.api.errors, glbr.api.request")

    assert not {"httpx", "pydantic"} & loaded
