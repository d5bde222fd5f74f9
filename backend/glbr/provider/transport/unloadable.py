"""Stands in for a provider whose code could not be loaded, so that Terraform's user learns why."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping

from glbr.provider.transport.methods import Method, Servicer
from glbr.provider.transport.status import CallFailed, Code

_log = logging.getLogger("glbr.transport")


class Unloadable(Mapping[str, Method]):
    """A servicer that answers every call with the reason."""

    def __init__(self, error: Exception) -> None:
        self._reason = (
            f"Loading GLBR's provider failed: {type(error).__name__}: {error}. "
            "Install it anew, with its dependencies: pip install --force-reinstall glbr"
        )

    @property
    def methods(self) -> Mapping[str, Method]:
        """Any path at all."""
        return self

    async def shutdown(self) -> None:
        """Nothing was loaded, nothing is held."""

    def __getitem__(self, path: str) -> Method:
        return self._explain

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0

    async def _explain(self, _request: bytes) -> bytes:
        raise CallFailed(Code.INTERNAL, self._reason)


def loaded(load: Callable[[], Servicer]) -> Servicer:
    """Load a provider; one that cannot be loaded is replaced by the reason."""
    try:
        return load()
    except Exception as error:  # noqa: BLE001 - whatever it is, Terraform's user has to learn of it
        _log.error("loading failed", exc_info=error)
        return Unloadable(error)
