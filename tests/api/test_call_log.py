"""The log tells what happened and holds no secret."""

import io
import logging
import traceback

import httpx
import pytest

from glbr.api.errors import GlbrError
from glbr.api.request import Request

MANAGERS = "/backup-recovery/v1alpha1/hypervisor-managers"
REGISTER = Request(
    "POST",
    MANAGERS,
    "registering hypervisor manager vc1",
    query={"force": "true", "code": "canary-query"},
    body={
        "name": "vc1",
        "id": {"value": "canary-nested"},
        "password": "canary-password",
        "credentials": {"username": "root", "password": "canary-deep"},
    },
)


async def test_a_call_leaves_one_record_for_the_request_and_one_for_the_reply(hpe, caplog):
    caplog.set_level(logging.INFO, logger="glbr.api")
    hpe.will(httpx.Response(200, json={}, headers={"x-request-id": "r-1", "set-cookie": "canary"}))

    await hpe.client.send(REGISTER)

    request, reply = [record for record in caplog.records if record.fields["path"] == MANAGERS]
    assert request.fields["method"] == "POST"
    assert request.fields["query"] == {"force": "true"}
    assert request.fields["headers"]["content-type"] == "application/json"
    assert reply.fields["status"] == 200
    assert reply.fields["attempt"] == 1
    assert reply.fields["milliseconds"] == 0
    assert reply.fields["headers"]["x-request-id"] == "r-1"
    assert "body" not in request.fields


async def test_bodies_are_logged_only_while_debugging_and_only_their_known_fields(hpe, caplog):
    caplog.set_level(logging.DEBUG, logger="glbr.api")
    hpe.will(httpx.Response(200, json={"id": "7", "activationCode": "canary"}))

    await hpe.client.send(REGISTER)

    request, reply = [record for record in caplog.records if record.fields["path"] == MANAGERS]
    assert request.fields["body"] == {"name": "vc1"}
    assert reply.fields["body"] == {"id": "7"}


async def test_every_try_is_logged_with_its_number(hpe, caplog):
    caplog.set_level(logging.INFO, logger="glbr.api")
    hpe.will(httpx.ReadTimeout("late"), httpx.Response(503))

    await hpe.client.send(Request("GET", MANAGERS, "listing hypervisor managers"))

    records = [record.fields for record in caplog.records if record.fields["path"] == MANAGERS]
    assert [fields["attempt"] for fields in records] == [1, 1, 2, 2, 3, 3]
    assert records[1]["error"] == "ReadTimeout"


async def everything_goes_wrong(hpe, refusal):
    """Walk through as many outcomes as there are and collect all texts of the errors."""
    said = []
    scripts = [
        [httpx.Response(200, json={"password": "canary-reply"})],
        [refusal(401), refusal(401)],
        [refusal(400, message="no")],
        [httpx.Response(200, text="canary-text")],
        [httpx.Response(502, text="canary-html")],
        [httpx.LocalProtocolError("Illegal header value b'Bearer canary-token-1'")],
        [httpx.ReadError("canary-wire")],
        [httpx.DecodingError("canary-gzip")],
    ]
    for script in scripts:
        hpe.will(*script)
        try:
            await hpe.client.send(REGISTER)
        except GlbrError as error:
            said.append(f"{error} {error.summary} {error.detail} {error!r} {error.args}")
            said.append("".join(traceback.format_exception_only(error)))
    hpe.time.seconds += 1000
    hpe.token_script = [
        httpx.Response(400, json={"error": "invalid_client", "error_description": "canary-client-secret-7f3a"})
    ]
    with pytest.raises(GlbrError) as caught:
        await hpe.client.send(REGISTER)
    return [*said, str(caught.value)]


async def test_no_secret_is_in_any_log_record_or_error(hpe, refusal):
    written = io.StringIO()
    root = logging.getLogger()
    handler, level = logging.StreamHandler(written), root.level
    handler.setFormatter(logging.Formatter("%(name)s %(message)s %(fields)s", defaults={"fields": ""}))
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    try:
        said = await everything_goes_wrong(hpe, refusal)
    finally:
        root.removeHandler(handler)
        root.setLevel(level)

    assert len(said) > 10
    assert "canary" not in "\n".join(said)
    assert MANAGERS in written.getvalue()
    assert "canary" not in written.getvalue()


@pytest.mark.parametrize("name", ["hpack.hpack", "hpack.table", "httpcore.http2", "httpcore.http11", "httpx"])
async def test_libraries_that_write_whole_headers_are_kept_quiet(hpe, name):
    await hpe.client.send(REGISTER)

    assert not logging.getLogger(name).isEnabledFor(logging.INFO)
