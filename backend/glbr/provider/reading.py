"""Finding objects at HPE: by id, by name, by what makes them the same; many refreshed together are read as lists."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Mapping
from typing import Final

from glbr.api.client import Client
from glbr.api.errors import ApiError, BadRequest, GlbrError, NotFound, UnexpectedReply
from glbr.api.filters import Equal, Filter, all_of
from glbr.api.pages import pages
from glbr.definition.resource import Observed

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

    def forget(self, definition: type[Observed]) -> None:
        """Drop what is known of a collection: something in it was changed."""
        self._lists.pop(definition.collection, None)
        self._reads[definition.collection] = 0

    async def refreshed(self, definition: type[Observed], identifier: str) -> Reply | None:
        """One object for a refresh; from a list when many are refreshed. `None` when it is gone."""
        self._reads[definition.collection] += 1
        if self._coalesce and self._reads[definition.collection] > SINGLE_READS:
            try:
                found = (await self._all_by_id(definition)).get(identifier)
            except (ApiError, UnexpectedReply):
                found = None  # a list that cannot be had is no reason to fail: it only saves calls
            if found is not None:
                return found
        # Missing in a list is not gone: only HPE's answer for the object itself says so.
        return await self.by_id(definition, identifier)

    async def by_id(self, definition: type[Observed], identifier: str) -> Reply | None:
        """One object as it is now; `None` when there is none of that id."""
        if identifier.strip(".") == "":
            return None  # such a path is not that of an object
        doing = f"reading {definition.words()} {identifier}"
        if not definition.readable_alone:
            return await self._in_list(definition, identifier, doing)
        try:
            told = await self._client.get(definition.path_of(identifier), doing=doing)
            return told if str(told.get("id")).lower() == identifier.lower() else None
        except NotFound:
            return None
        except BadRequest:
            # Some collections list no 404 among their answers (protection stores): the list decides.
            found = await self._in_list(definition, identifier, doing)
            if found is None:
                return None
            raise

    async def named(self, definition: type[Observed], name: str) -> Reply:
        """The one object that people call by this name.

        Raises:
            NotExactlyOne: none has it, or several have; the message lists them.
        """
        found = await self.alike(definition, {definition.named_by: name})
        if len(found) == 1:
            return found[0]
        words = definition.words()
        if found:
            ids = "\n".join(f"  {item.get('id')}" for item in found)
            detail = f"Given: {name!r}. {len(found)} have that name; use the id of the one you mean:\n{ids}"
            raise NotExactlyOne(f"More than one {words} is called {name!r}", detail)
        raise NotExactlyOne(f"No {words} is called {name!r}", await self._neighbours(definition, name))

    async def alike(self, definition: type[Observed], properties: Mapping[str, object]) -> list[Reply]:
        """All objects with these values, by HPE's property names."""
        condition = all_of(
            Equal(name, str(value)) for name, value in properties.items() if name in definition.filterable
        )
        doing = f"looking for {definition.words()} {' '.join(map(str, properties.values()))}"
        found = self.listed(definition, doing=doing, condition=condition)
        # What HPE cannot filter by is compared here; so is the rest, since a filter that is not understood filters nothing.
        return [item async for item in found if all(at(item, name) == value for name, value in properties.items())]

    def listed(
        self, definition: type[Observed], *, doing: str = "", condition: Filter | None = None
    ) -> AsyncIterator[Reply]:
        """The objects of a collection, page by page as they are needed."""
        doing = doing or f"listing {definition.plural_words()}"
        return pages(
            self._client, definition.collection, doing=doing, filter=condition, parameter_style=definition.paging
        )

    async def _neighbours(self, definition: type[Observed], name: str) -> str:
        names = sorted({str(at(item, definition.named_by)) async for item in self.listed(definition)})
        if not names:
            return f"Given: {name!r}. There is no {definition.words()} at all in this workspace and region."
        shown = "\n".join(f"  {item}" for item in names[:20])
        more = f"\n  … and {len(names) - 20} more" if len(names) > 20 else ""  # a screenful
        return f"Given: {name!r}. There are:\n{shown}{more}"

    async def _in_list(self, definition: type[Observed], identifier: str, doing: str) -> Reply | None:
        async for item in self.listed(definition, doing=doing):
            if item.get("id") == identifier:
                return item
        return None

    async def _all_by_id(self, definition: type[Observed]) -> dict[str, Reply]:
        """The whole collection by id, fetched once for all who wait for it."""
        path = definition.collection
        if path not in self._lists:
            self._lists[path] = asyncio.ensure_future(self._fetch(definition))
        return await asyncio.shield(self._lists[path])

    async def _fetch(self, definition: type[Observed]) -> dict[str, Reply]:
        return {str(item.get("id")): item async for item in self.listed(definition)}


def at(reply: Reply, property_path: str) -> object:
    """The value of one of HPE's properties, such as `assetInfo/id`."""
    value: object = reply
    for step in property_path.split("/"):
        value = value.get(step) if isinstance(value, Mapping) else None
    return value
