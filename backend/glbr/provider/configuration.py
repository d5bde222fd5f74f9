"""The provider block as it was given, and the session that comes of it."""

import asyncio
from collections.abc import Mapping
from typing import TYPE_CHECKING

from glbr.api.errors import GlbrError
from glbr.definition.tree import Tree, is_fully_known

if TYPE_CHECKING:
    from glbr.api.settings import Guard
    from glbr.provider.session import Session


class Configuration:
    """Opens the session when the provider is configured; before that, and while a value is unknown, there is none."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self.stopping = asyncio.Event()
        self._environment = environment
        self._session: Session | None = None
        self._unknown: list[str] = []

    async def configure(self, arguments: Tree) -> None:
        """Take the provider block over.

        Raises:
            InvalidConfiguration: naming every problem at once.
        """
        self._unknown = [name for name, value in arguments.items() if not is_fully_known(value)]
        if self._unknown:
            return  # told when something is needed of HPE: a plan may get by without
        # pydantic and httpx come in here: two of the three starts of a plan never get this far.
        from glbr.provider.session import Session

        await self.close()
        self.stopping = asyncio.Event()  # in reattach mode one process serves command after command
        self._session = Session.configured(arguments, self._environment, self.stopping)

    @property
    def session(self) -> "Session":
        """The open session.

        Raises:
            GlbrError: the configuration is not known yet.
        """
        if self._session is None:
            names = ", ".join(self._unknown) or "the whole block"
            raise GlbrError(
                "The glbr provider is not configured yet",
                f"Its configuration depends on values that only an apply will tell: {names}. Make those first "
                "(terraform apply -target=…), or give the values directly.",
            )
        return self._session

    @property
    def guard(self) -> "Guard":
        """How plans that weaken protection are taken; not at all while nobody knows whom to ask."""
        return "off" if self._session is None else self._session.client.settings.protection_guard

    def notices(self) -> list[tuple[str, str]]:
        """What HPE has announced and nobody has been told: summary and detail of each."""
        return [] if self._session is None else self._session.client.notices.take()

    async def close(self) -> None:
        """Close the connection to HPE."""
        if self._session is not None:
            await self._session.client.aclose()
            self._session = None
