"""What a simulator is started with."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from time import time

from glbr.simulator.settings import Settings

CLIENT_ID = "simulator-client"
READER_ID = "simulator-reader"
APPROVER_ID = "simulator-approver"
CLIENT_SECRET = "simulator-secret"  # noqa: S105 (published on purpose: it opens nothing but a simulator)
WORKSPACE_ID = "0123456789abcdef0123456789abcdef"


@dataclass(frozen=True)
class Options:
    """How one simulator is set up.

    Attributes:
        world: what it starts with, a name from `worlds/`: `empty`, `clinic` or `fleet`.
        vms: how many virtual machines the world `fleet` holds.
        state: file that keeps the world over a restart; in memory when None.
        clock: `real`, `frozen` (at the world's own start), or an instant to freeze at.
        speed: simulated seconds per real second for a running clock.
        time_zone: zone of `startTime` and of copy names. HPE does not document it; recordings show
            the zone of the site, so it stands for the zone of the Data Orchestrator.
        client_id: API client with all rights.
        reader_id: API client that may only read; same secret.
        approver_id: a second API client with all rights, for what the first may not approve by itself; same secret.
        client_secret: secret of all clients.
        workspace_id: 32 hexadecimal digits.
        seed: root of identifiers and of chance in faults.
        request_log_size: how many requests the log remembers.
        settings: behaviour that can be switched later, too.
        wall: real seconds since 1970; tokens, rate limits and the real clock use it.
    """

    world: str = "clinic"
    vms: int = 100
    state: Path | None = None
    clock: str | datetime = "real"
    speed: float = 1.0
    time_zone: str = "UTC"
    client_id: str = CLIENT_ID
    reader_id: str = READER_ID
    approver_id: str = APPROVER_ID
    client_secret: str = field(default=CLIENT_SECRET, repr=False)
    workspace_id: str = WORKSPACE_ID
    seed: int = 0
    request_log_size: int = 1000
    settings: Settings = field(default_factory=Settings)
    wall: Callable[[], float] = time
