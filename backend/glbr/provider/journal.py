"""Creations that were begun and not yet reported to Terraform, noted on disk.

A provider that is killed between sending a creation and reporting it leaves nothing in Terraform's state. Without a note,
the next run could not tell its own half-made object from somebody else's: it would have to refuse the name, or make the
object twice. The note holds no values of the configuration, only their digest.
"""

import asyncio
import contextlib
import hashlib
import json
import os
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Begun:
    """One creation that was begun.

    Attributes:
        type_name: Terraform's type of the object.
        digest: Digest of what was sent, and where.
        since: When, by this machine's clock, RFC 3339.
        name: What the object is called.
        run: The run of the provider that began it. Not a process id: those come again in each container.
        operation_id: HPE's operation, once it answered.
    """

    type_name: str
    digest: str
    since: str
    name: str
    run: str
    operation_id: str | None = None


class Journal:
    """Notes in a folder beside Terraform's own working data, one small file each."""

    def __init__(self, folder: Path, *, run: str) -> None:
        self._folder = folder
        self._run = run
        self._turns: defaultdict[tuple[str, str], asyncio.Lock] = defaultdict(asyncio.Lock)

    @classmethod
    def beside_terraform(cls, environment: Mapping[str, str]) -> "Journal":
        """The journal of the working directory, in which Terraform starts its providers."""
        data = environment.get("TF_DATA_DIR") or ".terraform"
        return cls(Path(data).absolute() / "glbr" / "begun", run=os.urandom(16).hex())

    def turn(self, type_name: str, name: str) -> asyncio.Lock:
        """Held while an object of this name is being made by this run."""
        return self._turns[type_name, name]

    def left_over(self, type_name: str, digest: str) -> Begun | None:
        """The same creation, begun by a process that did not come to report it."""
        begun = _read(self._file(type_name, digest))
        return None if begun is None or begun.run == self._run else begun

    def forgotten(self, type_name: str, digest: str) -> list[Begun]:
        """Other creations of this type that an earlier run began and did not come to report."""
        found = [_read(file) for file in self._folder.glob(f"{type_name}-*.json")]
        return [begun for begun in found if begun and begun.run != self._run and begun.digest != digest]

    def begin(self, type_name: str, digest: str, name: str, now: datetime) -> Begun:
        """Note a creation before it is sent."""
        begun = Begun(type_name, digest, now.isoformat(), name, self._run)
        self.note(begun)
        return begun

    def note(self, begun: Begun) -> None:
        """Write a note in one step, so that a kill leaves the old one or the new one."""
        file = self._file(begun.type_name, begun.digest)
        file.parent.mkdir(parents=True, exist_ok=True)
        draft = file.with_suffix(f".{self._run}")
        draft.write_text(json.dumps(asdict(begun), sort_keys=True), encoding="utf-8")
        draft.replace(file)

    def end(self, type_name: str, digest: str) -> None:
        """Forget a creation: it was reported, or HPE refused it. The last note takes the folder along."""
        file = self._file(type_name, digest)
        file.unlink(missing_ok=True)
        for folder in (file.parent, file.parent.parent):
            with contextlib.suppress(OSError):  # other creations are noted there
                folder.rmdir()

    @property
    def folder(self) -> Path:
        """Where the notes are."""
        return self._folder

    def _file(self, type_name: str, digest: str) -> Path:
        return self._folder / f"{type_name}-{digest[:32]}.json"


def _read(file: Path) -> Begun | None:
    try:
        return Begun(**json.loads(file.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def digest_of(workspace: str, body: Mapping[str, object]) -> str:
    """What a creation is recognised by: the same body to the same place."""
    return hashlib.sha256(json.dumps([workspace, body], sort_keys=True).encode()).hexdigest()
