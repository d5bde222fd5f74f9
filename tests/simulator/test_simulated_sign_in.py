"""Who may ask: tokens, their end, rights, and rate limits."""

import base64
import json

import pytest

from glbr.simulator.options import CLIENT_ID, CLIENT_SECRET, READER_ID, WORKSPACE_ID

WORKSPACE = f"/authorization/v2/oauth2/{WORKSPACE_ID}/token"
SSO = "/as/token.oauth2"
STORES = "/backup-recovery/v1beta1/protection-stores"
FORM = {"grant_type": "client_credentials", "client_id": CLIENT_ID, "client_secret": CLIENT_SECRET}


class Wall:
    """Real time, moved by hand."""

    def __init__(self):
        self.seconds = 1_800_000_000.0

    def __call__(self):
        return self.seconds


@pytest.mark.parametrize(("path", "lives"), [(WORKSPACE, 900), (SSO, 7200)])
async def test_tokens_live_as_long_as_their_endpoint_says(person_with, path, lives):
    wall = Wall()
    async with person_with(wall=wall) as person:
        token = (await person.http.post(path, data=FORM)).json()
        person.http.headers["authorization"] = f"Bearer {token['access_token']}"
        claims = json.loads(base64.urlsafe_b64decode(token["access_token"].split(".")[1] + "=="))

        wall.seconds += lives - 1
        before = await person.http.get(STORES)
        wall.seconds += 1
        after = await person.http.get(STORES)

    assert (token["expires_in"], token["token_type"]) == (lives, "Bearer")
    assert claims["exp"] - claims["iat"] == lives
    assert (before.status_code, after.status_code) == (200, 401)
    assert "expired" in after.json()["message"]


@pytest.mark.parametrize(
    ("path", "change", "status", "error"),
    [
        (WORKSPACE, {"client_secret": "wrong"}, 401, "invalid_client"),
        (WORKSPACE, {"client_id": "nobody"}, 401, "invalid_client"),
        (WORKSPACE, {"grant_type": "password"}, 400, "unsupported_grant_type"),
        (f"/authorization/v2/oauth2/{'f' * 32}/token", {}, 401, "invalid_client"),
    ],
)
async def test_wrong_credentials_get_no_token(person, path, change, status, error):
    reply = await person.http.post(path, data=FORM | change)

    assert (reply.status_code, reply.json()["error"]) == (status, error)
    assert CLIENT_SECRET not in reply.text


@pytest.mark.parametrize("header", [None, "Bearer nonsense", "Bearer a.b.c", "Basic eA=="])
async def test_a_wrong_token_is_refused(person, header):
    person.http.headers.pop("authorization")
    reply = await person.http.get(STORES, headers={"authorization": header} if header else {})

    assert reply.status_code == 401
    assert reply.json()["errorCode"] == "HPE_GL_ERROR_UNAUTHORIZED"


async def test_the_reader_may_read_and_not_write(person):
    store = await person.store()
    await person.sign_in(READER_ID)

    read = await person.http.get(STORES)
    write = await person.http.delete(f"{STORES}/{store}")

    assert (read.status_code, write.status_code) == (200, 403)


async def test_rate_limits_count_down_refuse_and_start_anew(person_with):
    wall = Wall()
    async with person_with({"rate_limit": 2, "rate_window_seconds": 30}, wall=wall) as person:
        replies = [await person.http.get(STORES) for _ in range(3)]
        wall.seconds += 30
        later = await person.http.get(STORES)

    assert [reply.status_code for reply in replies] == [200, 200, 429]
    assert [reply.headers["ratelimit-remaining"] for reply in replies] == ["1", "0", "0"]
    assert (replies[2].headers["ratelimit-limit"], replies[2].headers["ratelimit-reset"]) == ("2", "30")
    assert later.status_code == 200


async def test_without_a_limit_there_are_no_headers(person):
    reply = await person.http.get(STORES)

    assert not [name for name in reply.headers if name.startswith("ratelimit")]
