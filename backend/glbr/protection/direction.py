"""Which way a change goes, for the one who may have to restore."""

from enum import IntEnum


class Direction(IntEnum):
    """From the most welcome to the worst; the worst of several counts."""

    STRENGTHENING = 1
    """More copies, more often, kept or locked for longer (where that can be taken back), more assets."""
    NEUTRAL = 2
    """Nothing changes for whoever has to restore."""
    ONE_WAY = 3
    """Good for protection, and nobody can take it back: a longer lock."""
    WEAKENING = 4
    """Fewer or shorter-lived recovery points than before, from now on."""
    DESTRUCTIVE = 5
    """Recovery points that exist, or all protection of an asset, are lost."""

    @property
    def word(self) -> str:
        """As people write it: `one-way`."""
        return self.name.lower().replace("_", "-")
