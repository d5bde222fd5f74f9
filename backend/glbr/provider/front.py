"""Answers Terraform's first question at once, and has the rest of the provider loaded while Terraform reads."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from glbr.provider.prepared_schema import prepared
from glbr.provider.transport.methods import Method, Servicer
from glbr.provider.transport.unloadable import loaded

SCHEMA: Final = "/tfplugin6.Provider/GetProviderSchema"
HEAD_START_SECONDS: Final = 0.01
"""So long the answer has to leave before the loading, which holds the event loop, begins."""


class Front(Mapping[str, Method]):
    """A servicer that loads another one when it is needed."""

    def __init__(self, load: Callable[[], Servicer], prepared: Callable[[], bytes | None] = prepared) -> None:
        self._load = load
        self._prepared = prepared
        self._servicer: Servicer | None = None
        self._asked = False
        self._known: bytes | None = None

    @property
    def methods(self) -> Mapping[str, Method]:
        """Those of the other one."""
        return self

    async def shutdown(self) -> None:
        """Let go of what was loaded."""
        if self._servicer is not None:
            await self._servicer.shutdown()

    def __getitem__(self, path: str) -> Method:
        if path == SCHEMA and (answer := self._answer()) is not None:
            if self._servicer is None:
                asyncio.get_running_loop().call_later(HEAD_START_SECONDS, self._behind)
            return _answering(answer)
        return self._behind().methods[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self._behind().methods)

    def __len__(self) -> int:
        return len(self._behind().methods)

    def _answer(self) -> bytes | None:
        """The prepared answer; read once, since a provider that is kept running is asked by every command."""
        if not self._asked:
            self._asked, self._known = True, self._prepared()
        return self._known

    def _behind(self) -> Servicer:
        if self._servicer is None:
            self._servicer = loaded(self._load)
        return self._servicer


def _answering(answer: bytes) -> Method:
    async def serve(_request: bytes) -> bytes:
        return answer

    return serve
