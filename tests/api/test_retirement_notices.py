"""HPE announces in the head of its answers which parts of its API will go."""

import httpx

from glbr.api.request import Request

JOB = "/backup-recovery/v1beta1/protection-jobs/00000020-0000-4000-8000-000000000001"
LEAVING = {
    "Deprecation": "@1798761600",
    "Sunset": "Fri, 01 Jan 2027 00:00:00 GMT",
    "Link": '<https://developer.example/v1>; rel="successor-version"',
}


async def test_a_part_that_will_go_is_told_once_with_its_last_day(hpe):
    hpe.will(*(httpx.Response(200, headers=LEAVING, json={}) for _ in range(3)))

    for number in (1, 2, 3):
        await hpe.client.send(Request("GET", JOB[:-1] + str(number), "reading"))

    [(summary, detail)] = hpe.client.notices.take()
    assert summary == "HPE is going to retire /backup-recovery/v1beta1/protection-jobs/{id}"
    assert "Fri, 01 Jan 2027 00:00:00 GMT" in detail
    assert "developer.example" in detail
    assert hpe.client.notices.take() == []


async def test_an_announcement_without_a_date_says_that_there_is_none(hpe):
    hpe.will(httpx.Response(200, headers={"Deprecation": "true"}, json={}))

    await hpe.client.send(Request("GET", JOB, "reading"))

    [(_, detail)] = hpe.client.notices.take()
    assert "No date is announced" in detail


async def test_an_answer_without_an_announcement_tells_nothing(hpe):
    await hpe.client.send(Request("GET", JOB, "reading"))

    assert hpe.client.notices.take() == []
