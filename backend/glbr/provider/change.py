"""Carrying a change out: a PATCH or PUT, then the calls of their own, each to its end."""

import contextlib
from collections.abc import Mapping

from glbr.api.client import Client
from glbr.api.errors import Interrupted, NotFound, OperationFailed, OperationPaused, OperationTimedOut
from glbr.api.operations import wait
from glbr.api.request import Request
from glbr.definition.collection import Collection
from glbr.definition.resource import Resource
from glbr.definition.tree import Tree
from glbr.definition.update import Update
from glbr.views.rest_body import step_body, update_body


class Change:
    """Changes one object.

    Attributes:
        operation_id: The operation at HPE that goes on although we do not wait any more.
    """

    def __init__(
        self,
        client: Client,
        definition: type[Resource],
        collection: Collection,
        identifier: str,
        *,
        doing: str,
        timeout_seconds: float,
    ) -> None:
        self._client = client
        self._definition = definition
        self._place = collection.one_written(identifier)
        self._identifier = identifier
        self._doing = doing
        self._timeout_seconds = timeout_seconds
        self.operation_id: str | None = None

    async def carry_out(self, update: Update, config: Tree) -> Mapping[str, object] | None:
        """Send everything and wait for its end; gives the object where HPE answers the last of it with the object.

        Raises:
            GlbrError: HPE refused a part. What was sent before it stays changed.
        """
        told = None
        if update.method is not None:
            body = update_body(self._definition, update, config)
            told = await self._sent(Request(update.method, self._place, self._doing, body=body))
        for step in update.steps:
            path = f"{self._place}/{step.action}"
            told = await self._sent(Request("POST", path, self._doing, body=step_body(self._definition, step)))
        return told if told and told.get("id") == self._identifier else None

    async def _sent(self, request: Request) -> Mapping[str, object] | None:
        reply = await self._client.send(request)
        if reply.operation_id is None:
            return reply.body
        await self._ended(reply.operation_id)
        return None

    async def follow(self, operation_id: str) -> None:
        """Wait for a change that an earlier run has begun; how it ended is to be read off the object."""
        with contextlib.suppress(OperationFailed, NotFound):
            await self._ended(operation_id)

    async def _ended(self, operation_id: str) -> None:
        try:
            await wait(self._client, operation_id, doing=self._doing, timeout_seconds=self._timeout_seconds)
        except (Interrupted, OperationTimedOut, OperationPaused):
            self.operation_id = operation_id
            raise
