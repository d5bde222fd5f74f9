"""One token serves all calls, and wrong credentials are told plainly."""

import asyncio

import httpx
import pytest

from glbr.api.errors import Forbidden, SignInRefused, Throttled, Unauthorized, UnexpectedReply
from glbr.api.request import Request

PATH = "/backup-recovery/v1beta1/protection-policies"
READ = Request("GET", PATH, "listing protection policies")


async def test_two_hundred_parallel_calls_ask_for_one_token(hpe):
    replies = await asyncio.gather(*(hpe.client.send(READ) for _ in range(200)))

    assert len(replies) == len(hpe.calls) == 200
    assert len(hpe.sign_ins) == 1


async def test_the_sign_in_is_an_oauth_form_at_the_workspace(hpe):
    await hpe.client.send(READ)

    [sign_in] = hpe.sign_ins
    assert str(sign_in.url) == f"https://global.api.greenlake.hpe.com/authorization/v2/oauth2/{'0' * 32}/token"
    assert sign_in.headers["content-type"] == "application/x-www-form-urlencoded"
    assert b"grant_type=client_credentials&client_id=someone&client_secret=" in sign_in.content


@pytest.mark.parametrize(("age", "sign_ins"), [(800, 1), (820, 2)])
async def test_a_token_is_renewed_ninety_seconds_before_its_end(hpe, age, sign_ins):
    await hpe.client.send(READ)
    hpe.time.seconds = age

    await hpe.client.send(READ)

    assert len(hpe.sign_ins) == sign_ins
    assert hpe.calls[-1].headers["authorization"] == f"Bearer canary-token-{sign_ins}"


@pytest.mark.parametrize("expires_in", [None, "900"])
async def test_a_token_without_a_plain_lifetime_lives_fifteen_minutes(hpe, expires_in):
    hpe.expires_in = expires_in
    await hpe.client.send(READ)
    hpe.time.seconds = 809
    await hpe.client.send(READ)
    hpe.time.seconds = 811

    await hpe.client.send(READ)

    assert len(hpe.sign_ins) == 2


async def test_a_token_refused_by_the_api_is_renewed_once_and_the_call_sent_once_more(hpe):
    await hpe.client.send(READ)
    hpe.tokens_in_force = set()

    await hpe.client.send(Request("POST", PATH, "creating protection policy gold", body={"name": "gold"}))

    assert len(hpe.sign_ins) == 2
    assert len(hpe.calls) == 3


async def test_parallel_calls_with_an_ended_token_share_one_renewal(hpe):
    await hpe.client.send(READ)
    hpe.tokens_in_force = set()

    await asyncio.gather(*(hpe.client.send(READ) for _ in range(50)))

    assert len(hpe.sign_ins) == 2


async def test_a_second_401_is_final(hpe, refusal):
    hpe.will(refusal(401), refusal(401), refusal(401))

    with pytest.raises(Unauthorized) as caught:
        await hpe.client.send(READ)

    assert len(hpe.calls) == 2
    assert len(hpe.sign_ins) == 2
    assert caught.value.debug_id == "d-1"


async def test_a_401_on_a_later_try_is_final_too(hpe, refusal):
    hpe.will(refusal(401), refusal(503), refusal(401))

    with pytest.raises(Unauthorized):
        await hpe.client.send(READ)

    assert len(hpe.calls) == 3
    assert len(hpe.sign_ins) == 2


async def test_wrong_credentials_give_one_error_that_names_what_to_check(hpe, secret):
    hpe.token_script = [
        httpx.Response(401, json={"error": "invalid_client", "error_description": f"{secret} is wrong"})
    ]

    results = await asyncio.gather(*(hpe.client.send(READ) for _ in range(20)), return_exceptions=True)
    with pytest.raises(SignInRefused) as caught:
        await hpe.client.send(READ)

    assert all(isinstance(result, SignInRefused) for result in results)
    assert len(hpe.sign_ins) == 1
    assert hpe.calls == []
    for word in ("GLBR_CLIENT_ID", "GLBR_CLIENT_SECRET", "GLBR_WORKSPACE_ID", "global.api.greenlake.hpe.com"):
        assert word in caught.value.detail
    assert "invalid_client" in caught.value.detail
    assert secret not in str(caught.value)


async def test_a_busy_token_service_is_asked_again_after_the_time_it_names(hpe):
    hpe.token_script = [httpx.Response(503), httpx.Response(429, headers={"retry-after": "7"})]

    await hpe.client.send(READ)

    assert len(hpe.sign_ins) == 3
    assert hpe.time.seconds >= 7


async def test_a_token_service_out_of_order_fails_all_waiting_calls_together(hpe):
    hpe.token_script = [httpx.Response(429)] * 6

    results = await asyncio.gather(*(hpe.client.send(READ) for _ in range(50)), return_exceptions=True)

    assert {type(result) for result in results} == {Throttled}
    assert len(hpe.sign_ins) == 6


@pytest.mark.parametrize(
    "reply",
    [
        httpx.Response(200, text="<html>proxy</html>"),
        httpx.Response(200, json={"access_token": "canary-token-x\r\nInjected: 1"}),
        httpx.Response(302, headers={"location": "https://elsewhere.example/"}),
    ],
)
async def test_an_answer_without_a_usable_token_is_told_without_quoting_it(hpe, reply):
    hpe.token_script = [reply]

    with pytest.raises(UnexpectedReply) as caught:
        await hpe.client.send(READ)

    assert "global.api.greenlake.hpe.com" in caught.value.detail
    assert "canary" not in str(caught.value)


async def test_a_cancelled_call_does_not_take_the_token_from_the_others(hpe):
    first = asyncio.create_task(hpe.client.send(READ))
    second = asyncio.create_task(hpe.client.send(READ))
    await asyncio.sleep(0)

    first.cancel()
    reply = await second

    assert reply.status == 200
    assert len(hpe.sign_ins) == 1


async def test_a_missing_permission_is_no_reason_for_a_new_token(hpe, refusal):
    hpe.will(refusal(403))

    with pytest.raises(Forbidden):
        await hpe.client.send(READ)

    assert len(hpe.sign_ins) == 1
