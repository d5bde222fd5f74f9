"""How long things may take before the provider gives up on them."""

from __future__ import annotations

from typing import NamedTuple


class Limits(NamedTuple):
    """Seconds, each."""

    grace: float = 0.8
    """For calls in flight to end by themselves. Terraform kills a plugin 2 s after asking it to end."""

    last_words: float = 0.3
    """Each for cancelled calls to clean up, for the provider to let go, and for connections to close."""

    parent_poll: float = 1.0
    """Between two looks at whether the parent process is still there."""

    first_connection: float = 60.0
    """From the handshake to Terraform's first connection: as long as Terraform itself waits for a plugin."""
