"""Identifiers that are the same in every run: made from a seed and a counter, not by chance."""

import hashlib
import uuid
from collections.abc import Callable


def identity(*words: object) -> str:
    """A UUID that these words always give."""
    digest = hashlib.blake2b("/".join(map(str, words)).encode(), digest_size=16).digest()
    return str(uuid.UUID(bytes=digest, version=4))


class Identities:
    """Fresh identifiers; the counter is kept by the world, so a restart repeats none."""

    def __init__(self, seed: int, count: Callable[[], int]) -> None:
        self._seed = seed
        self._count = count

    def fresh(self, kind: str) -> str:
        """A UUID nobody holds yet."""
        return identity(self._seed, kind, self._count())

    def debug_id(self) -> str:
        """HPE's trace number of one error: 32 hexadecimal digits."""
        return self.fresh("debug").replace("-", "")
