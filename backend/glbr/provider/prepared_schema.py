"""The answer to Terraform's first question, made beforehand: asked at every start, and slow to make out of definitions.

`schema.binpb` holds it, compressed, behind a digest of the sources it was made of. Where these have changed since, the
answer is made anew, so that nobody who edits a definition has to think of it.
"""

from __future__ import annotations

import hashlib
import zlib
from pathlib import Path
from typing import Final

_PACKAGE: Final = Path(__file__).parents[1]
FILE: Final = Path(__file__).parent / "schema.binpb"
SOURCES: Final = (
    "definition/*.py",
    "resources/*.py",
    "resources/parts/*.py",
    "views/terraform_schema.py",
    "provider/schema_message.py",
)
"""What the answer depends on, below the package."""


def digest() -> bytes:
    """Of the sources of today."""
    sources = hashlib.sha256()
    for pattern in SOURCES:
        for file in sorted(_PACKAGE.glob(pattern)):
            sources.update(file.name.encode())
            sources.update(file.read_bytes())
    return sources.digest()


def packed(answer: bytes) -> bytes:
    """The content of the file."""
    return digest() + zlib.compress(answer, 9)


def prepared(file: Path = FILE) -> bytes | None:
    """The answer, if it was made of the sources of today."""
    try:
        content = file.read_bytes()
    except OSError:
        return None
    length = hashlib.sha256().digest_size
    return zlib.decompress(content[length:]) if content[:length] == digest() else None
