"""Reads what `.terraform.lock.hcl` expects of the provider, to say beforehand what `terraform init` would refuse."""

import hashlib
import re
from base64 import b64encode
from dataclasses import dataclass
from pathlib import Path

from glbr import __version__

NAME = ".terraform.lock.hcl"

_BLOCK = re.compile(r'^provider "[^"]+/glbr/glbr" \{\n(.*?)^\}', re.MULTILINE | re.DOTALL)
_VERSION = re.compile(r'^\s*version\s*=\s*"([^"]+)"', re.MULTILINE)
_HASH = re.compile(r'"(h1:[^"]+)"')


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A lock file that does not fit the installed provider, and why."""

    path: Path
    reason: str

    def __str__(self) -> str:
        return f"{self.path} {self.reason}. Terraform will refuse until you run: terraform init -upgrade"


def package_hash(launcher_name: str, content: bytes) -> str:
    """Compute Terraform's `h1:` hash of a provider folder that holds one file.

    That is the SHA-256 of a listing in sha256sum's form, in base64, as Go's modules are hashed.
    """
    listing = f"{hashlib.sha256(content).hexdigest()}  {launcher_name}\n"
    return "h1:" + b64encode(hashlib.sha256(listing.encode()).digest()).decode()


def mismatches(folder: Path, package: str) -> list[Mismatch]:
    """Compare the lock file of a folder, if there is one, with the package's hash."""
    path = folder / NAME
    if not path.is_file():
        return []
    found = []
    for block in _BLOCK.findall(path.read_text(encoding="utf-8", errors="replace")):
        version = _VERSION.search(block)
        if version and version[1] != __version__:
            found.append(Mismatch(path, f"names version {version[1]} of glbr/glbr, and this is {__version__}"))
        elif (hashes := _HASH.findall(block)) and package not in hashes:
            found.append(Mismatch(path, "names another build of glbr/glbr: its hash is not that of the installed one"))
    return found
