"""Lists at HPE, page by page, as one stream of objects."""

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from typing import Literal

from pydantic import AliasChoices, BaseModel, Field, ValidationError

from glbr.api.client import Client
from glbr.api.errors import UnexpectedReply
from glbr.api.filters import Filter

ParameterStyle = Literal["offset", "page", "none"]

_PARAMETERS: dict[ParameterStyle, tuple[str, str] | None] = {
    "offset": ("offset", "limit"),
    "page": ("pageOffset", "pageLimit"),
    "none": None,
}


async def pages(
    client: Client,
    path: str,
    *,
    doing: str,
    filter: Filter | str | None = None,  # noqa: A002  it is the name of HPE's parameter
    sort: str | None = None,
    limit: int | None = None,
    parameter_style: ParameterStyle = "offset",
) -> AsyncIterator[Mapping[str, object]]:
    """Yield the objects of a collection one by one, asking for a page only when it is needed.

    Each object comes once, even if the collection changes meanwhile and pages overlap.

    Args:
        client: Where to ask.
        path: The collection, such as `/backup-recovery/v1beta1/protection-jobs`.
        doing: In which words to speak of it, such as "listing protection jobs".
        filter: Which objects; text is sent as it stands.
        sort: Such as `name desc`.
        limit: Objects a page; the best for the collection if not given.
        parameter_style: How the collection names its paging parameters; `none` if it takes none, as storage locations.

    Raises:
        UnexpectedReply: A page cannot be read, the same page comes again and again, or HPE's limits keep the rest of
            the collection out of reach.
        ApiError, Unreachable, Interrupted: As `Client.send` does.
    """
    walk = _Walk(path, doing, _reach(path, limit))
    names = _PARAMETERS[parameter_style]
    query = {"filter": filter.render() if isinstance(filter, Filter) else filter, "sort": sort}
    fixed = {name: value for name, value in query.items() if value}
    while not walk.ended:
        asked = walk.limit
        place = {names[0]: str(walk.offset), names[1]: str(asked)} if names else {}
        body = await client.get(path, doing=doing, query=fixed | place)
        for item in walk.take(body, asked if names else None):
            yield item


@dataclass(frozen=True, slots=True)
class _Reach:
    """How much one call asks for, and how far from the first object it may start."""

    limit: int
    max_limit: int
    max_offset: int | None = None


# 500 is half of what most collections allow: a thousand VMs take two calls, and an answer stays near a megabyte.
_MOST = _Reach(500, 1000)
_SMALL = _Reach(100, 100)
# 20000 a page but no start beyond 1000: with pages of 500 alone, object 1501 could not be read.
_SHORT_OFFSET = _Reach(500, 20000, max_offset=1000)
_REACH = {
    "protection-jobs": _SHORT_OFFSET,
    "protection-policies": _SHORT_OFFSET,
    "volume-protection-groups": _SHORT_OFFSET,  # and the copies below them
    "dual-auth-operations": _SMALL,
    "issues": _SMALL,
    "issues-metadata": _SMALL,
    "settings": _SMALL,
}


def _reach(path: str, limit: int | None) -> _Reach:
    reach = next((_REACH[segment] for segment in path.split("/") if segment in _REACH), _MOST)
    return reach if limit is None else _Reach(limit, max(limit, reach.max_limit), reach.max_offset)


class _Page(BaseModel):
    # The array lists may hold nulls among their objects.
    items: list[dict[str, object] | None] | None
    total: object = None
    # Whether nulls count among the objects, only the server knows.
    count: object = None
    # What the server made of the limit, where it says so.
    limit: object = Field(None, validation_alias=AliasChoices("limit", "pageLimit"))


class _Walk:
    """Where a list has been read to, and whether that was all."""

    def __init__(self, path: str, doing: str, reach: _Reach) -> None:
        self.offset = 0
        self.ended = False
        self._path = path
        self._doing = doing
        self._reach = reach
        self._seen: set[object] = set()
        self._previous: list[dict[str, object]] = []
        self._full = 0  # the most that a page held
        self._short = False  # whether the last page held fewer than asked for, and may have been all

    @property
    def limit(self) -> int:
        """The size of the next page; the last page that can be reached takes all the rest."""
        reach = self._reach
        if reach.max_offset is not None and self.offset + reach.limit > reach.max_offset:
            return reach.max_limit
        return reach.limit

    def take(self, body: Mapping[str, object], asked: int | None) -> list[dict[str, object]]:
        """Read a page and give what is new in it; `asked` is None where there is only one page."""
        try:
            page = _Page.model_validate(body)
        except ValidationError:
            raise self._unexpected('was answered without "items", the list of objects.') from None
        given = page.items or []
        items = [item for item in given if item is not None]
        fresh = [item for item in items if item.get("id") is None or item["id"] not in self._seen]
        # The second look is for objects without an id.
        if items and (not fresh or items == self._previous):
            if self._short:  # all of it has been read, and the server passes over the offset
                self.ended = True
                return []
            raise self._unexpected(f"gave the same objects again at offset {self.offset}, so it would never end.")
        self._seen.update(item["id"] for item in fresh if item.get("id") is not None)
        self._previous = items
        counted = page.count if isinstance(page.count, int) and 0 < page.count <= len(given) else len(given)
        self.offset += counted
        self.ended = asked is None or self._is_last(page, counted, asked)
        if not self.ended and self._is_out_of_reach:
            raise self._unexpected(
                f"has more than the {self.offset} objects that can be read: HPE allows no start beyond object "
                f"{self._reach.max_offset}. Narrow the list down with a filter."
            )
        return fresh

    def _is_last(self, page: _Page, count: int, asked: int) -> bool:
        if count == 0:
            return True
        if isinstance(page.total, int):
            # A server may give fewer than asked, so only the total tells.
            return self.offset >= page.total
        if isinstance(page.limit, int) and page.limit > 0:
            return count < min(asked, page.limit)
        self._short = count < asked
        # Nothing tells a last page from one of a server that gives fewer than asked: the next one does, where there can be one.
        last = self._short and (count < self._full or self._is_out_of_reach)
        self._full = max(count, self._full)
        return last

    @property
    def _is_out_of_reach(self) -> bool:
        furthest = self._reach.max_offset
        return furthest is not None and self.offset > furthest

    def _unexpected(self, what: str) -> UnexpectedReply:
        return UnexpectedReply(doing=self._doing, what=f"GET {self._path} {what}")
