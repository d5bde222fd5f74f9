"""Only what is safe is repeated, and never before HPE allows it."""

import asyncio
import ssl
from email.utils import format_datetime

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from glbr.api.errors import (
    BadRequest,
    Conflict,
    Interrupted,
    NotFound,
    PreconditionFailed,
    ServerFault,
    Throttled,
    Unreachable,
)
from glbr.api.request import Request

PATH = "/backup-recovery/v1beta1/protection-stores/7"
LOST = httpx.ReadTimeout("late")
NOT_SENT = httpx.ConnectError("refused")


def asking(method: str) -> Request:
    return Request(method, PATH, "changing protection store Cloud_eastus2", body={} if method != "GET" else None)


REPEATED = [
    *[(method, status) for method in ("GET", "PUT", "DELETE") for status in (429, 502, 503, 504)],
    ("GET", 500),
    ("POST", 429),
    ("PATCH", 429),
]

FINAL = [
    *[(method, status) for method in ("POST", "PATCH") for status in (500, 502, 503, 504)],
    ("PUT", 500),
    ("DELETE", 500),
    ("GET", 501),
    *[(method, status) for method in ("GET", "POST", "DELETE") for status in (400, 404, 405, 409, 412, 422, 424)],
]


@pytest.mark.parametrize(("method", "status"), REPEATED)
async def test_what_is_safe_is_repeated_until_it_works(hpe, refusal, method, status):
    hpe.will(*[refusal(status) for _ in range(5)])

    reply = await hpe.client.send(asking(method))

    assert reply.status == 200
    assert len(hpe.calls) == 6


@pytest.mark.parametrize(("method", "status"), REPEATED)
async def test_six_tries_are_the_end(hpe, refusal, method, status):
    hpe.will(*[refusal(status) for _ in range(7)])

    with pytest.raises((Throttled, ServerFault)) as caught:
        await hpe.client.send(asking(method))

    assert len(hpe.calls) == 6
    assert "last of 6 tries" in caught.value.detail


@pytest.mark.parametrize(("method", "status"), FINAL)
async def test_what_is_not_safe_or_makes_no_sense_is_not_repeated(hpe, refusal, method, status):
    hpe.will(refusal(status))

    with pytest.raises(Exception, match="HPE answered"):
        await hpe.client.send(asking(method))

    assert len(hpe.calls) == 1
    assert hpe.time.pauses == []


@pytest.mark.parametrize("method", ["POST", "PATCH"])
async def test_a_change_put_off_with_a_time_is_sent_again(hpe, refusal, method):
    hpe.will(refusal(503, {"retry-after": "4"}))

    await hpe.client.send(asking(method))

    assert len(hpe.calls) == 2
    assert hpe.time.seconds >= 4


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE"])
@pytest.mark.parametrize("loss", [LOST, NOT_SENT, httpx.RemoteProtocolError("gone"), httpx.ReadError("reset")])
async def test_a_harmless_call_outlives_a_bad_line(hpe, method, loss):
    hpe.will(loss, loss)

    reply = await hpe.client.send(asking(method))

    assert reply.status == 200
    assert len(hpe.calls) == 3


@pytest.mark.parametrize("method", ["POST", "PATCH"])
@pytest.mark.parametrize("loss", [NOT_SENT, httpx.ConnectTimeout("slow"), httpx.PoolTimeout("full")])
async def test_a_change_that_never_left_is_sent_again(hpe, method, loss):
    hpe.will(loss)

    await hpe.client.send(asking(method))

    assert len(hpe.calls) == 2


@pytest.mark.parametrize("method", ["POST", "PATCH"])
@pytest.mark.parametrize(
    "loss", [LOST, httpx.RemoteProtocolError("gone"), httpx.ReadError("reset"), httpx.WriteError("x")]
)
async def test_a_change_whose_answer_was_lost_is_not_sent_again(hpe, method, loss):
    hpe.will(loss)

    with pytest.raises(Unreachable) as caught:
        await hpe.client.send(asking(method))

    assert caught.value.may_have_acted
    assert len(hpe.calls) == 1
    assert "may or may not" in caught.value.detail


@pytest.mark.parametrize(("method", "may_have_acted"), [("GET", False), ("POST", False), ("DELETE", False)])
async def test_a_host_that_cannot_be_reached_has_not_acted(hpe, method, may_have_acted):
    hpe.will(*[NOT_SENT] * 6)

    with pytest.raises(Unreachable) as caught:
        await hpe.client.send(asking(method))

    assert caught.value.may_have_acted is may_have_acted
    assert caught.value.summary.startswith("Changing protection store Cloud_eastus2")
    assert "eu-west.api.greenlake.hpe.com" in caught.value.detail


@pytest.mark.parametrize(("method", "may_have_acted"), [("GET", False), ("PUT", True), ("DELETE", True)])
async def test_lost_answers_leave_it_open_whether_a_change_was_made(hpe, method, may_have_acted):
    hpe.will(LOST, *[NOT_SENT] * 5)

    with pytest.raises(Unreachable) as caught:
        await hpe.client.send(asking(method))

    assert caught.value.may_have_acted is may_have_acted


async def test_a_certificate_that_is_not_trusted_is_not_tried_again(hpe):
    loss = httpx.ConnectError("[SSL: CERTIFICATE_VERIFY_FAILED]")
    loss.__cause__ = ssl.SSLCertVerificationError()
    hpe.will(loss)

    with pytest.raises(Unreachable) as caught:
        await hpe.client.send(asking("GET"))

    assert len(hpe.calls) == 1
    assert "SSL_CERT_FILE" in caught.value.detail


@pytest.mark.parametrize(
    ("status", "may_have_acted"), [(500, True), (502, True), (504, True), (501, False), (409, False)]
)
async def test_a_fault_says_whether_a_change_may_have_been_made(hpe, refusal, status, may_have_acted):
    hpe.will(refusal(status))

    with pytest.raises((ServerFault, Conflict)) as caught:
        await hpe.client.send(asking("POST"))

    assert caught.value.may_have_acted is may_have_acted


@pytest.mark.parametrize("first", [LOST, httpx.Response(504), httpx.Response(502), httpx.Response(503)])
async def test_a_repeated_delete_that_finds_nothing_is_done_if_the_first_may_have_worked(hpe, refusal, first):
    hpe.will(first, refusal(404))

    reply = await hpe.client.send(asking("DELETE"))

    assert reply.status == 204
    assert reply.body is None


@pytest.mark.parametrize("first", [NOT_SENT, httpx.Response(429), httpx.Response(503, headers={"retry-after": "1"})])
async def test_a_repeated_delete_that_finds_nothing_is_a_surprise_if_the_first_did_not_work(hpe, refusal, first):
    hpe.will(first, refusal(404))

    with pytest.raises(NotFound):
        await hpe.client.send(asking("DELETE"))

    assert len(hpe.calls) == 2


async def test_pauses_double_up_to_full_jitter(hpe):
    hpe.chance = 1.0
    hpe.will(*[httpx.Response(502)] * 5)

    await hpe.client.send(asking("GET"))

    assert hpe.time.pauses == [0.5, 1, 2, 4, 8]


@given(seconds=st.floats(0, 300), chance=st.floats(0, 0.999))
async def test_retry_after_is_never_undercut(seconds, chance, make_hpe, refusal):
    hpe = make_hpe()
    hpe.chance = chance
    hpe.will(refusal(429, {"retry-after": repr(seconds)}))

    await hpe.client.send(asking("POST"))

    first, second = hpe.called_at
    assert second - first >= seconds
    await hpe.client.aclose()


async def test_retry_after_may_be_a_date(hpe, refusal):
    hpe.time.seconds = 100
    hpe.will(refusal(503, {"retry-after": "Mon, 04 May 2026 12:02:30 GMT"}))

    await hpe.client.send(asking("GET"))

    assert hpe.called_at == [100, 150]


async def test_a_date_is_measured_on_the_clock_of_the_server(hpe, refusal):
    server_now = format_datetime(hpe.time.now().replace(year=2030), usegmt=True)
    then = format_datetime(hpe.time.now().replace(year=2030, minute=1), usegmt=True)
    hpe.will(refusal(503, {"retry-after": then, "date": server_now}))

    await hpe.client.send(asking("GET"))

    assert hpe.called_at == [0, 60]


@pytest.mark.parametrize("text", ["soon", "-3", "nan", "inf", ""])
async def test_an_unreadable_wish_counts_as_none(hpe, refusal, text):
    hpe.will(refusal(429, {"retry-after": text}))

    await hpe.client.send(asking("GET"))

    assert hpe.called_at == [0, 0]


async def test_the_reset_of_the_rate_limit_is_waited_for(hpe, refusal):
    hpe.will(refusal(429, {"ratelimit-reset": "40", "retry-after": "3"}))

    await hpe.client.send(asking("POST"))

    assert hpe.called_at[1] >= 40


async def test_a_wait_of_more_than_five_minutes_is_refused_and_said(hpe, refusal):
    hpe.will(refusal(429, {"retry-after": "301"}))

    with pytest.raises(Throttled) as caught:
        await hpe.client.send(asking("GET"))

    assert "301 seconds" in caught.value.detail
    assert hpe.time.pauses == []


async def test_one_refusal_holds_back_all_calls(hpe, refusal):
    hpe.will(*[refusal(429) for _ in range(5)], refusal(429, {"retry-after": "30"}))
    with pytest.raises(Throttled):
        await hpe.client.send(asking("GET"))

    await asyncio.gather(*(hpe.client.send(asking("POST")) for _ in range(5)))

    assert len(hpe.calls) == 11
    assert all(moment >= 30 for moment in hpe.called_at[6:])


async def test_the_next_call_waits_when_none_remains(hpe):
    hpe.will(httpx.Response(200, json={}, headers={"ratelimit-remaining": "0", "ratelimit-reset": "12"}))
    await hpe.client.send(asking("GET"))

    await hpe.client.send(asking("POST"))

    assert hpe.called_at[1] >= 12


async def test_the_next_call_is_not_sent_when_none_remains_for_long(hpe):
    hpe.will(httpx.Response(200, json={}, headers={"ratelimit-remaining": "0", "ratelimit-reset": "3600"}))
    await hpe.client.send(asking("GET"))

    with pytest.raises(Throttled, match="3600 seconds"):
        await hpe.client.send(asking("POST"))

    assert len(hpe.calls) == 1


async def test_a_healthy_allowance_makes_nobody_wait(hpe):
    hpe.will(httpx.Response(200, json={}, headers={"ratelimit-remaining": "57", "ratelimit-reset": "12"}))
    await hpe.client.send(asking("GET"))

    await hpe.client.send(asking("GET"))

    assert hpe.time.pauses == []


async def test_stopping_ends_a_wait_at_once(hpe, refusal):
    hpe.will(refusal(429, {"retry-after": "200"}))
    held = asyncio.Event()

    async def never_ending(_seconds):
        hpe.stopping.set()
        await held.wait()

    hpe.time.sleep = never_ending
    client = hpe.make_client()

    with pytest.raises(Interrupted) as caught:
        await client.send(asking("GET"))

    assert caught.value.operation_id is None
    assert len(hpe.calls) == 1
    await client.aclose()


async def test_a_request_under_way_is_finished_although_stopping(hpe):
    hpe.stopping.set()

    reply = await hpe.client.send(asking("POST"))

    assert reply.status == 200


@pytest.mark.parametrize(
    ("status", "kind"), [(400, BadRequest), (422, BadRequest), (409, Conflict), (412, PreconditionFailed)]
)
async def test_a_refusal_tells_the_deed_the_reason_and_what_support_needs(hpe, refusal, status, kind):
    hpe.will(refusal(status, message="The store still holds copies."))

    with pytest.raises(kind) as caught:
        await hpe.client.send(asking("DELETE"))

    assert caught.value.summary.startswith("Changing protection store Cloud_eastus2: ")
    assert caught.value.detail.startswith("Changing protection store Cloud_eastus2: ")
    assert "The store still holds copies." in caught.value.detail
    assert "HPE error code: HPE_GL_X\nHPE debug id: d-1" in caught.value.detail
