"""What the provider remembers with an object, beside its state, in Terraform's private data."""

import json
from dataclasses import asdict, dataclass
from typing import Self


@dataclass(frozen=True, slots=True)
class Private:
    """Notes from one call to the next.

    Attributes:
        imported: The object was just imported: nobody's spelling is to be kept yet.
        operation_id: The operation at HPE that makes the object, when Terraform stopped before its end.
        deletion_id: The operation at HPE that removes the object, when Terraform stopped before its end.
        change_id: The operation at HPE that changes the object, when Terraform stopped before its end.
        unsent: Arguments that should have been sent after the creation, and were not, or not surely. The state has to hold
            them as planned, whatever happened; the next refresh takes out what HPE does not tell of them.
        lost_if_replaced: From the first to the second question of one plan: what goes with the object that is to be
            replaced, should Terraform ask for a new one although nothing changes.
    """

    imported: bool = False
    operation_id: str | None = None
    deletion_id: str | None = None
    change_id: str | None = None
    unsent: tuple[str, ...] = ()
    lost_if_replaced: str = ""

    @classmethod
    def read(cls, data: bytes) -> Self:
        """Read what an earlier call wrote; anything unreadable is nothing."""
        try:
            notes = json.loads(data) if data else {}
        except ValueError:
            notes = {}
        known = (
            {name: notes[name] for name in cls.__dataclass_fields__ if name in notes} if isinstance(notes, dict) else {}
        )
        return cls(**known)

    def write(self) -> bytes:
        """Write for a later call; nothing to remember is no bytes."""
        notes = {name: value for name, value in asdict(self).items() if value}
        return json.dumps(notes, sort_keys=True).encode() if notes else b""
