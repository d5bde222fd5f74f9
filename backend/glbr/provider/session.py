"""What a configured provider works with: the connection to HPE, and what it has read."""

import asyncio
from collections.abc import Mapping
from typing import Self

from glbr.api.client import Client
from glbr.api.settings import Settings
from glbr.definition.resource import Resource
from glbr.definition.tree import Tree
from glbr.provider.journal import Journal
from glbr.provider.lifecycle import Lifecycle
from glbr.provider.reading import Reading
from glbr.provider.standing import Standing


class Session:
    """One configuration of the provider. Loaded with httpx and pydantic, so never on the way to the handshake."""

    def __init__(self, client: Client, journal: Journal) -> None:
        self.client = client
        self.reading = Reading(client)
        self._journal = journal
        self._standing = Standing()

    @classmethod
    def configured(cls, arguments: Tree, environment: Mapping[str, str], stopping: asyncio.Event) -> Self:
        """Open a session; nothing is sent to HPE before the first need.

        Raises:
            InvalidConfiguration: naming every problem at once.
        """
        settings = Settings.from_arguments(arguments, environment)
        return cls(Client.connect(settings, stopping=stopping), Journal.beside_terraform(environment))

    def life_of(self, definition: type[Resource]) -> Lifecycle:
        """The life of objects of one definition."""
        return Lifecycle(definition, self.client, self.reading, self._journal, self._standing)
