"""Lists come whole and once, however the server cuts them."""

from itertools import count

import httpx
import pytest

from glbr.api.errors import UnexpectedReply
from glbr.api.filters import Equal
from glbr.api.pages import pages

STORES = "/backup-recovery/v1beta1/protection-stores"
JOBS = "/backup-recovery/v1beta1/protection-jobs"
DOING = "listing protection stores"


def collection(size, *, cap=10**9, total=True, **extra):
    """A server that holds so many objects and gives at most `cap` a page."""

    def answer(request: httpx.Request) -> httpx.Response:
        offset = int(request.url.params.get("offset", 0))
        limit = min(int(request.url.params.get("limit", size)), cap)
        items = [{"id": str(number)} for number in range(size)[offset : offset + limit]]
        body = {"items": items, "count": len(items), "offset": offset} | ({"total": size} if total else {}) | extra
        return httpx.Response(200, json=body)

    return [answer] * 400


async def read(hpe, path=STORES, **arguments):
    return [item["id"] async for item in pages(hpe.client, path, doing=DOING, **arguments)]


def asked(hpe):
    return [(int(call.url.params["offset"]), int(call.url.params["limit"])) for call in hpe.calls]


@pytest.mark.parametrize("size", [0, 1, 499, 500, 501, 1203])
@pytest.mark.parametrize("total", [True, False])
async def test_every_object_comes_once(hpe, size, total):
    hpe.will(*collection(size, total=total))

    found = await read(hpe)

    assert found == [str(number) for number in range(size)]


async def test_a_thousand_objects_take_two_calls(hpe):
    hpe.will(*collection(1000))

    await read(hpe, "/virtualization/v1beta1/virtual-machines")

    assert asked(hpe) == [(0, 500), (500, 500)]


async def test_a_server_may_give_fewer_than_asked(hpe):
    hpe.will(*collection(95, cap=10))

    found = await read(hpe)

    assert len(found) == 95
    assert asked(hpe)[1] == (10, 500)


@pytest.mark.parametrize("name", ["limit", "pageLimit"])
async def test_without_a_total_the_limit_in_force_tells_a_short_page(hpe, name):
    hpe.will(*collection(25, cap=10, total=False, **{name: 10}))

    found = await read(hpe)

    assert len(found) == 25
    assert len(hpe.calls) == 3


@pytest.mark.parametrize("size", [20, 25])
async def test_without_a_total_a_short_page_is_not_the_end(hpe, size):
    hpe.will(*collection(size, cap=10, total=False))

    found = await read(hpe)

    assert len(found) == size
    assert len(hpe.calls) == 3


async def test_without_a_total_a_server_that_ignores_the_offset_is_read_once(hpe):
    hpe.will(*[httpx.Response(200, json={"items": [{"id": "1"}, {"id": "2"}]})] * 5)

    assert await read(hpe) == ["1", "2"]


async def test_jobs_without_a_total_end_where_no_further_page_can_start(hpe):
    hpe.will(*collection(9000, cap=20000, total=False))

    assert len(await read(hpe, JOBS)) == 9000


@pytest.mark.parametrize("counted", [True, False])
async def test_nulls_among_the_objects_hide_none_of_them(hpe, counted):
    def answer(request: httpx.Request) -> httpx.Response:
        offset = int(request.url.params["offset"])
        places = [None if counted and number % 3 == 0 else {"id": str(number)} for number in range(9)]
        given = places[offset : offset + 3]
        items = given if counted else [None, *given, None]
        return httpx.Response(200, json={"items": items, "count": len(given), "total": 9})

    hpe.will(*[answer] * 9)

    assert await read(hpe) == [str(number) for number in range(9) if not counted or number % 3]


@pytest.mark.parametrize("body", [{"items": None, "total": 0}, {"items": None}, {"items": [], "total": 7}])
async def test_null_and_empty_items_are_an_empty_list(hpe, body):
    hpe.will(httpx.Response(200, json=body))

    assert await read(hpe) == []


async def test_a_collection_that_changes_meanwhile_repeats_nothing(hpe):
    first = {"items": [{"id": "1"}, {"id": "2"}], "total": 4}
    second = {"items": [{"id": "2"}, {"id": "3"}], "total": 4}
    hpe.will(httpx.Response(200, json=first), httpx.Response(200, json=second))

    assert await read(hpe) == ["1", "2", "3"]


async def test_pages_are_asked_for_only_when_needed(hpe):
    hpe.will(*collection(2000))

    async for item in pages(hpe.client, STORES, doing=DOING):
        if item["id"] == "499":
            break

    assert len(hpe.calls) == 1


@pytest.mark.parametrize("items", [[{"id": "1"}], [{"name": "without an id"}]])
async def test_a_server_that_ignores_the_offset_is_found_out(hpe, items):
    hpe.will(*[httpx.Response(200, json={"items": items, "total": 10})] * 5)

    with pytest.raises(UnexpectedReply, match="would never end"):
        await read_any(hpe)

    assert len(hpe.calls) == 2


async def read_any(hpe):
    return [item async for item in pages(hpe.client, STORES, doing=DOING)]


@pytest.mark.parametrize("body", [{"items": "many"}, {"total": 3}, {"items": [1]}])
async def test_a_page_of_another_shape_is_told(hpe, body):
    hpe.will(httpx.Response(200, json=body))

    with pytest.raises(UnexpectedReply, match="items"):
        await read(hpe)


async def test_jobs_beyond_the_furthest_start_come_in_one_last_page(hpe):
    hpe.will(*collection(9000, cap=20000))

    found = await read(hpe, JOBS)

    assert len(found) == 9000
    assert asked(hpe) == [(0, 500), (500, 500), (1000, 20000)]


async def test_jobs_out_of_reach_are_told_rather_than_left_out(hpe):
    hpe.will(*collection(30000, cap=20000))

    with pytest.raises(UnexpectedReply, match="beyond object 1000"):
        await read(hpe, JOBS)

    assert len(hpe.calls) == 3


@pytest.mark.parametrize("collection_name", ["issues", "dual-auth-operations", "settings"])
async def test_small_collections_are_asked_for_what_they_allow(hpe, collection_name):
    hpe.will(*collection(150))

    await read(hpe, f"/data-services/v1beta1/{collection_name}")

    assert asked(hpe) == [(0, 100), (100, 100)]


async def test_filter_sort_and_limit_go_with_every_page(hpe):
    hpe.will(*collection(30))

    await read(hpe, filter=Equal("name", "it's"), sort="name desc", limit=20)

    assert [dict(call.url.params) for call in hpe.calls] == [
        {"filter": "name eq 'it''s'", "sort": "name desc", "offset": str(offset), "limit": "20"} for offset in (0, 20)
    ]


async def test_a_filter_may_be_a_users_own_text(hpe):
    hpe.will(*collection(1))

    await read(hpe, filter="name eq 'gold'")

    assert hpe.calls[0].url.params["filter"] == "name eq 'gold'"


@pytest.mark.parametrize(("style", "names"), [("page", {"pageOffset", "pageLimit"}), ("none", set())])
async def test_a_collection_names_its_own_paging_parameters(hpe, style, names):
    hpe.will(*collection(3))

    await read(hpe, parameter_style=style)

    assert set(hpe.calls[0].url.params) == names
    assert len(hpe.calls) == 1


async def test_an_endless_list_ends_with_the_reader(hpe):
    numbers = count()
    hpe.will(*[lambda _request: httpx.Response(200, json={"items": [{"id": next(numbers)}], "total": 10**9})] * 50)

    taken = 0
    async for _ in pages(hpe.client, STORES, doing=DOING):
        taken += 1
        if taken == 20:
            break

    assert len(hpe.calls) == 20
