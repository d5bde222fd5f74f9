"""Finding objects at HPE: by id, by name, by what makes them the same; many refreshed together are read as lists."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Mapping
from typing import Final

from glbr.api.client import Client
from glbr.api.errors import ApiError, BadRequest, GlbrError, NotFound, UnexpectedReply
from glbr.api.filters import Equal, Filter, all_of
from glbr.api.pages import pages
from glbr.definition.collection import Collection

Reply = Mapping[str, object]

SINGLE_READS: Final = 3
"""So many objects of a collection are read one by one before whole lists are fetched. Terraform asks for ten at a time,
so a list page serves at least as many; a plan of a few objects never pays for a list."""


class NotExactlyOne(GlbrError):
    """A look-up by name that found none, or several."""


class Reading:
    """Reads of one configured provider."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._coalesce = client.settings.refresh_mode == "coalesced"
        self._reads: Counter[str] = Counter()
        self._lists: dict[str, asyncio.Future[dict[str, Reply]]] = {}

    def forget(self, collection: Collection) -> None:
        """Drop what is known of a collection: something in it was changed."""
        self._lists.pop(collection.path, None)
        self._reads[collection.path] = 0

    async def refreshed(self, collection: Collection, identifier: str) -> Reply | None:
        """One object for a refresh; from a list when many are refreshed. `None` when it is gone."""
        self._reads[collection.path] += 1
        if self._coalesce and self._reads[collection.path] > SINGLE_READS:
            try:
                found = (await self._all_by_id(collection)).get(identifier)
            except (ApiError, UnexpectedReply):
                found = None  # a list that cannot be had is no reason to fail: it only saves calls
            if found is not None:
                return found
        # Missing in a list is not gone: only HPE's answer for the object itself says so.
        return await self.by_id(collection, identifier)

    async def by_id(self, collection: Collection, identifier: str) -> Reply | None:
        """One object as it is now; `None` when there is none of that id."""
        if identifier.strip(".") == "":
            return None  # such a path is not that of an object
        doing = f"reading {collection.definition.words()} {identifier}"
        if not collection.definition.readable_alone:
            return await self._in_list(collection, identifier, doing)
        try:
            told = await self._client.get(collection.one(identifier), doing=doing)
            return told if str(told.get("id")).lower() == identifier.lower() else None
        except NotFound:
            return None
        except BadRequest:
            # Some collections list no 404 among their answers (protection stores): the list decides.
            found = await self._in_list(collection, identifier, doing)
            if found is None:
                return None
            raise

    async def named(self, collection: Collection, name: str) -> Reply:
        """The one object that people call by this name.

        Raises:
            NotExactlyOne: none has it, or several have; the message lists them.
        """
        found = await self.alike(collection, {collection.definition.named_by: name})
        if len(found) == 1:
            return found[0]
        words = collection.definition.words()
        if found:
            ids = "\n".join(f"  {item.get('id')}" for item in found)
            detail = f"Given: {name!r}. {len(found)} have that name; use the id of the one you mean:\n{ids}"
            raise NotExactlyOne(f"More than one {words} is called {name!r}", detail)
        raise NotExactlyOne(f"No {words} is called {name!r}", await self._neighbours(collection, name))

    async def alike(self, collection: Collection, properties: Mapping[str, object]) -> list[Reply]:
        """All objects with these values, by HPE's property names."""
        definition = collection.definition
        condition = all_of(
            Equal(name, str(value)) for name, value in properties.items() if name in definition.filterable
        )
        doing = f"looking for {definition.words()} {' '.join(map(str, properties.values()))}"
        found = self.listed(collection, doing=doing, condition=condition)
        # What HPE cannot filter by is compared here; so is the rest, since a filter that is not understood filters nothing.
        return [item async for item in found if all(at(item, name) == value for name, value in properties.items())]

    def listed(
        self, collection: Collection, *, doing: str = "", condition: Filter | None = None, sort: str | None = None
    ) -> AsyncIterator[Reply]:
        """The objects of a collection, page by page as they are needed."""
        definition = collection.definition
        doing = doing or f"listing {definition.plural_words()}"
        return pages(
            self._client,
            collection.path,
            doing=doing,
            filter=condition,
            sort=sort,
            parameter_style=definition.paging,
        )

    async def _neighbours(self, collection: Collection, name: str) -> str:
        named_by, words = collection.definition.named_by, collection.definition.words()
        names = sorted({str(at(item, named_by)) async for item in self.listed(collection)})
        if not names:
            return f"Given: {name!r}. There is no {words} at all in this workspace and region."
        shown = "\n".join(f"  {item}" for item in names[:20])
        more = f"\n  … and {len(names) - 20} more" if len(names) > 20 else ""  # a screenful
        return f"Given: {name!r}. There are:\n{shown}{more}"

    async def _in_list(self, collection: Collection, identifier: str, doing: str) -> Reply | None:
        async for item in self.listed(collection, doing=doing):
            if item.get("id") == identifier:
                return item
        return None

    async def _all_by_id(self, collection: Collection) -> dict[str, Reply]:
        """The whole collection by id, fetched once for all who wait for it."""
        if collection.path not in self._lists:
            self._lists[collection.path] = asyncio.ensure_future(self._fetch(collection))
        return await asyncio.shield(self._lists[collection.path])

    async def _fetch(self, collection: Collection) -> dict[str, Reply]:
        return {str(item.get("id")): item async for item in self.listed(collection)}


def at(reply: Reply, property_path: str) -> object:
    """The value of one of HPE's properties, such as `assetInfo/id`."""
    value: object = reply
    for step in property_path.split("/"):
        value = value.get(step) if isinstance(value, Mapping) else None
    return value
