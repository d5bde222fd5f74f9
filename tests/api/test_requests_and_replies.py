"""What goes to HPE, and what is read from its answers."""

import httpx
import pytest

from glbr.api.errors import ApiError, BadRequest, ServerFault, UnexpectedReply
from glbr.api.request import Reply, Request

POLICIES = "/backup-recovery/v1beta1/protection-policies"


def asking(method, **parts):
    return Request(method, POLICIES, "changing protection policy gold", **parts)


@pytest.mark.parametrize(
    ("method", "content_type"),
    [("POST", "application/json"), ("PUT", "application/json"), ("PATCH", "application/merge-patch+json")],
)
async def test_a_change_is_sent_in_the_form_hpe_takes(hpe, method, content_type):
    await hpe.client.send(asking(method, query={"force": "true"}, body={"name": "gold"}))

    [call] = hpe.calls
    assert str(call.url) == f"https://eu-west.api.greenlake.hpe.com{POLICIES}?force=true"
    assert call.headers["content-type"] == content_type
    assert hpe.bodies() == [{"name": "gold"}]


async def test_a_call_without_a_body_claims_none(hpe):
    await hpe.client.send(asking("GET"))

    assert "content-type" not in hpe.calls[0].headers
    assert hpe.calls[0].content == b""


async def test_the_token_goes_to_the_endpoint_only(hpe):
    await hpe.client.send(Request("GET", "//elsewhere.example/x", "reading"))

    assert hpe.calls[0].url.host == "eu-west.api.greenlake.hpe.com"
    with pytest.raises(ValueError, match="starts with a slash"):
        Request("GET", ".elsewhere.example/x", "reading")


@pytest.mark.parametrize(
    "location",
    [
        "/data-services/v1beta1/async-operations/op-1",
        "/api/v1/tasks/op-1",
        "/api/v1/tasks/op-1/",
        "https://eu-west.api.greenlake.hpe.com/data-services/v1beta1/async-operations/op-1?select=id",
    ],
)
async def test_the_operation_is_found_in_every_form_of_location(hpe, location):
    hpe.will(httpx.Response(202, headers={"Location": location}))

    reply = await hpe.client.send(asking("POST"))

    assert reply.operation_id == "op-1"
    assert reply.body is None


async def test_an_accepted_request_may_have_an_empty_object_as_its_body(hpe):
    hpe.will(httpx.Response(202, json={}, headers={"location": "/api/v1/tasks/op-1"}))

    reply = await hpe.client.send(asking("POST"))

    assert reply.operation_id == "op-1"


@pytest.mark.parametrize("headers", [{}, {"location": ""}, {"location": "/"}])
def test_an_accepted_request_without_its_operation_is_told(headers):
    reply = Reply(202, headers, None, "creating protection store s")

    with pytest.raises(UnexpectedReply, match="Creating protection store s"):
        _ = reply.operation_id


@pytest.mark.parametrize("status", [200, 201, 204])
def test_a_finished_request_has_no_operation(status):
    assert Reply(status, {"location": "/backup-recovery/v1beta1/data-orchestrators/7"}, None).operation_id is None


async def test_an_empty_answer_is_fine_for_a_change_and_not_for_a_read(hpe):
    hpe.will(httpx.Response(204), httpx.Response(200))

    reply = await hpe.client.send(asking("DELETE"))
    with pytest.raises(UnexpectedReply, match="empty body"):
        await hpe.client.get(POLICIES, doing="listing protection policies")

    assert reply.body is None


@pytest.mark.parametrize("answer", [{"text": "<html>"}, {"json": [1]}, {"json": "gold"}, {"content": b"\xff\xfe"}])
async def test_an_answer_of_another_form_is_told_without_its_text(hpe, answer):
    hpe.will(httpx.Response(200, **answer))

    with pytest.raises(UnexpectedReply) as caught:
        await hpe.client.send(asking("GET"))

    assert "eu-west.api.greenlake.hpe.com" in caught.value.detail
    assert "<html>" not in str(caught.value)


async def test_a_redirection_is_not_followed(hpe):
    hpe.will(httpx.Response(307, headers={"location": "https://elsewhere.example/"}))

    with pytest.raises(UnexpectedReply, match="redirection"):
        await hpe.client.send(asking("POST"))

    assert len(hpe.calls) == 1


@pytest.mark.parametrize(
    "body",
    [
        {"httpStatusCode": 422, "errorCode": "C-1", "message": "The name is taken.", "debugId": "d-7"},
        {"error": "The name is taken.", "errorCode": "C-1", "traceId": "d-7"},
        {"error": {"message": "The name is taken.", "errorCode": "C-1", "debugId": "d-7"}},
        {"message": "The name is taken.", "errorCode": "C-1", "debugId": "d-7", "errorDetails": [{"field": "name"}]},
        {"message": None, "invalidReasons": ["The name is taken."], "errorCode": "C-1", "debugId": "d-7"},
    ],
)
async def test_both_dialects_of_error_are_understood(hpe, body):
    hpe.will(httpx.Response(422, json=body))

    with pytest.raises(BadRequest) as caught:
        await hpe.client.send(asking("POST"))

    assert "The name is taken." in caught.value.message
    assert caught.value.error_code == "C-1"
    assert caught.value.debug_id == "d-7"


@pytest.mark.parametrize("answer", [{"text": "<html>Bad gateway</html>"}, {}, {"json": []}, {"json": {"message": {}}}])
async def test_a_refusal_of_another_form_is_still_a_refusal(hpe, answer):
    hpe.will(httpx.Response(501, headers={"x-request-id": "r-5"}, **answer))

    with pytest.raises(ServerFault) as caught:
        await hpe.client.send(asking("POST"))

    assert caught.value.status == 501
    assert caught.value.debug_id == "r-5"
    assert "<html>" not in caught.value.detail


async def test_a_status_nobody_foresaw_is_an_api_error(hpe, refusal):
    hpe.will(refusal(418))

    with pytest.raises(ApiError) as caught:
        await hpe.client.send(asking("GET"))

    assert type(caught.value) is ApiError
    assert caught.value.status == 418
