"""What became of a creation whose outcome nobody told: its object, the operation that makes it, or nothing.

Whatever is found is held against what was wanted before it is taken for ours: HPE's operations say in words, and in links
of no fixed form, what they make.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, timedelta
from typing import Final

from glbr.api.client import Client
from glbr.api.errors import NotFound, OperationFailed
from glbr.api.operations import OPERATIONS, SUCCEEDED, Operation, wait
from glbr.api.pages import pages
from glbr.definition.collection import Collection
from glbr.definition.resource import Resource
from glbr.definition.tree import Tree
from glbr.definition.types import TEXT
from glbr.provider.reading import Reading, Reply, at

PATIENCE: Final = timedelta(seconds=60)
"""How long a creation whose answer was lost is looked for: a live POST took 21 s to answer (NOTES section 7)."""
SHORT_PATIENCE: Final = timedelta(seconds=5)
"""The same after an answer that says the service failed: whatever it began before that is to be seen by then."""
RECENT: Final = 100
"""How many operations, newest first, are searched for ours: a page."""
TELLING: Final = 3
"""So many characters at least tell an object apart from others. A shorter text may stand in any operation's name."""


def names_of(definition: type[Resource], planned: Tree) -> set[str]:
    """What HPE may call a planned object by in the name of the operation that makes it: any text that a person gave it.

    An appliance that is known by its serial number may be called by its name or its address there.
    """
    texts = [
        planned.get(name)
        for name, entry in definition.fields().items()
        if entry.plain is TEXT and entry.nesting is None and entry.write_to and not entry.sensitive and not entry.to
    ]
    return {text for text in texts if isinstance(text, str) and len(text) >= TELLING}


class Search:
    """Looks for one object by what would make another the same (`Resource.twin`)."""

    def __init__(
        self,
        client: Client,
        reading: Reading,
        collection: Collection,
        *,
        twin: Mapping[str, object],
        names: Iterable[str],
        doing: str,
    ) -> None:
        """Prepare a search.

        Args:
            client: Who asks HPE.
            reading: Where objects are read.
            collection: Where the object would be.
            twin: What would make another object the same.
            names: What an operation that makes it may call it by.
            doing: What is being done, for messages.
        """
        self._client = client
        self._reading = reading
        self._collection = collection
        self._twin = twin
        self._brackets = [f"[{name}]" for name in names]
        self._doing = doing

    async def twins(self) -> list[Reply]:
        """Objects that are there and are the same."""
        return await self._reading.alike(self._collection, self._twin)

    async def made_by(self, operation_id: str, timeout_seconds: float) -> Reply | None:
        """Our object, once an operation has ended; `None` when it made nothing, or something else."""
        try:
            operation = await wait(self._client, operation_id, doing=self._doing, timeout_seconds=timeout_seconds)
        except (OperationFailed, NotFound):
            return None
        found = await self.named_by(operation)
        return found if found is not None and self._is_twin(found) else None

    async def named_by(self, operation: Operation) -> Reply | None:
        """The object that an ended operation names, else the only one that is there and the same."""
        told = operation.resource_id(self._collection.definition.kind())
        if told is not None and (found := await self._reading.by_id(self._collection, told)) is not None:
            return found
        twins = await self.twins()
        return twins[0] if len(twins) == 1 else None

    def _is_twin(self, found: Reply) -> bool:
        return all(at(found, name) == value for name, value in self._twin.items())

    async def outcome(
        self, since: datetime, patience: timedelta, timeout_seconds: float, note: Callable[[str], None]
    ) -> Reply | None:
        """What was made, after a patient search; `None` when HPE never got the request.

        The name was free when the creation began, so what bears it now is taken for ours. HPE's clock is not asked: it need
        not agree with this machine's.

        Args:
            since: From when on patience counts, by this machine's clock.
            patience: How long to look.
            timeout_seconds: How long to wait for an operation that is found.
            note: Is told the id of that operation.
        """
        pause, foreign = 1.0, set[str]()
        while True:
            if (operation := await self._running(foreign)) is not None:
                note(operation.id)
                if (found := await self.made_by(operation.id, timeout_seconds)) is not None:
                    return found
                foreign.add(operation.id)
            if twins := await self.twins():
                return twins[0]
            if self._client.clock.now() - since > patience:
                return None
            await self._client.pauses.pause(pause, doing=self._doing)
            pause *= 2

    async def _running(self, foreign: set[str]) -> Operation | None:
        """An operation under way that names our object in brackets, or links what it is made of."""
        ids = {str(value) for value in self._twin.values()}
        searched = 0
        async for item in pages(self._client, OPERATIONS, doing=self._doing, sort="createdAt desc", limit=RECENT):
            operation = Operation.model_validate(item)
            links = [operation.source_resource_uri, *(made.resource_uri for made in operation.associated_resources)]
            linked = {link.rstrip("/").rpartition("/")[2] for link in links}
            going_on = operation.state != SUCCEEDED and not operation.has_failed and operation.id not in foreign
            named = any(name in operation.display_name for name in self._brackets)
            if going_on and (named or ids & linked):
                return operation
            searched += 1
            if searched == RECENT:
                break
        return None
