"""Removing an object, and knowing whether it is gone."""

from collections.abc import Mapping

from glbr.api.client import Client
from glbr.api.errors import (
    Conflict,
    GlbrError,
    Interrupted,
    NotAllowedNow,
    NotFound,
    OperationFailed,
    OperationPaused,
    OperationTimedOut,
    PreconditionFailed,
)
from glbr.api.operations import wait
from glbr.api.request import Request
from glbr.definition.collection import Collection
from glbr.provider.reading import Reading


class Removal:
    """Removes one object.

    Attributes:
        operation_id: The operation at HPE that goes on although we do not wait any more; the next removal takes it up.
    """

    def __init__(
        self, client: Client, reading: Reading, collection: Collection, identifier: str, *, name: str, advice: str
    ) -> None:
        self._client = client
        self._reading = reading
        self._collection = collection
        self._identifier = identifier
        self._advice = advice
        self._doing = f"deleting {collection.definition.words()} {name}"
        self.operation_id: str | None = None

    async def carry_out(self, timeout_seconds: float, query: Mapping[str, str], begun: str | None) -> GlbrError | None:
        """Remove the object; gives why it is still there, or `None`.

        Args:
            timeout_seconds: How long to wait.
            query: Query of the request.
            begun: The operation of an earlier run that may still be at it. A second request would wait for a second
                approval under dual authorization.
        """
        if begun is not None:
            failure = await self._ended(begun, timeout_seconds)
            if failure is None or self.operation_id is not None:
                return failure
        try:
            path = self._collection.one_written(self._identifier)
            reply = await self._client.send(Request("DELETE", path, self._doing, query))
        except NotFound:
            return None
        except (PreconditionFailed, Conflict, NotAllowedNow) as refused:
            return refused.advise(self._advice) if self._advice else refused
        return None if reply.operation_id is None else await self._ended(reply.operation_id, timeout_seconds)

    async def _ended(self, operation_id: str, timeout_seconds: float) -> GlbrError | None:
        try:
            await wait(self._client, operation_id, doing=self._doing, timeout_seconds=timeout_seconds)
        except (Interrupted, OperationTimedOut, OperationPaused) as unfinished:
            self.operation_id = operation_id
            return unfinished
        except (OperationFailed, NotFound) as failure:
            # Only the object itself tells: an operation can fail because somebody else was quicker.
            gone = await self._reading.by_id(self._collection, self._identifier) is None
            return None if gone else failure
        return None
