"""A folder with a configuration: the CDK's output, or files of Terraform's language or JSON, with local modules below it."""

import json
import os
import re
from dataclasses import replace
from pathlib import Path
from typing import Final

from glbr.review.ingest.hcl import blocks_of
from glbr.review.ingest.sources import Guard, Sources
from glbr.review.ingest.synthesized import Configuration, configuration_of
from glbr.review.ingest.values import Tree
from glbr.review.model.model import Location, Waiver
from glbr.review.problem import ReviewProblem

SYNTHESIZED: Final = "cdk.tf.json"
"""What the CDK calls its output."""

_DEEPEST: Final = 8
"""So many modules may be called from within each other."""


def joined(folder: Path) -> Tree:
    """All files of Terraform's JSON of one folder as one document.

    Raises:
        ReviewProblem: there is none, or one cannot be read.
    """
    files = sorted(folder.glob("*.tf.json"))
    if not files:
        raise ReviewProblem(
            f"{folder} holds no {SYNTHESIZED} and no other *.tf.json",
            "Give a plan (terraform show -json p > plan.json), or what cdktf synth wrote: cdktf.out/stacks/<stack>.",
        )
    whole: dict[str, list[object]] = {}
    for file in files:
        for key, value in _json(file).items():
            whole.setdefault(key, []).extend(value if isinstance(value, list) else [value])
    return whole


def sources_of(place: Path) -> Sources:
    """What a configuration tells beyond its plan.

    Args:
        place: A folder, or one file of Terraform's JSON.

    Raises:
        ReviewProblem: there is no such place, or a file in it cannot be read.
    """
    if not place.exists():
        raise ReviewProblem(
            f"there is no configuration at {place}", "Name the folder with the *.tf files, or cdktf.out/stacks/<stack>."
        )
    reading = _Reading(_repository(place))
    reading.folder(place, "", 0)
    return Sources(reading.guards, reading.places, tuple(reading.waivers))


def written_in(configuration: Configuration, place: Path) -> Sources:
    """The same of a configuration that was read already."""
    reading = _Reading(_repository(place))
    reading.configuration(configuration, place if place.is_file() else None, "")
    return Sources(reading.guards, reading.places, tuple(reading.waivers))


class _Reading:
    """Goes through the files, module by module."""

    def __init__(self, root: Path) -> None:
        self.guards: dict[str, Guard] = {}
        self.places: dict[str, Location] = {}
        self.waivers: list[Waiver] = []
        self._root = root

    def folder(self, place: Path, prefix: str, depth: int) -> None:
        """Read one module."""
        for file in [place] if place.is_file() else sorted(place.glob("*.tf.json")):
            document = _json(file)
            self.configuration(configuration_of(document), file, prefix)
            for name, call in _calls(document):
                self._module(file.parent, f"{prefix}module.{name}.", call, depth)
        for file in [] if place.is_file() else sorted([*place.glob("*.tf"), *place.glob("*.tofu")]):
            for block in blocks_of(_text(file)):
                if block.name.startswith("module."):
                    self._module(file.parent, f"{prefix}{block.name}.", block.source, depth)
                else:
                    self.guards[prefix + block.name] = block.guard
                    self.places[prefix + block.name] = Location(self._relative(file), block.line)

    def configuration(self, configuration: Configuration, file: Path | None, prefix: str) -> None:
        """Take in what one file of JSON tells."""
        # What the CDK wrote is in no repository: the construct tells more than the line.
        text = _text(file) if file and any(not one.construct for one in configuration.resources.values()) else ""
        for address, resource in configuration.resources.items():
            self.guards[prefix + address] = resource.guard
            self.waivers += (replace(waiver, address=prefix + waiver.address) for waiver in resource.waivers())
            line = _line(text, address) if text and not resource.construct else 0
            where = self._relative(file) if line and file else ""
            self.places[prefix + address] = Location(where, line, resource.construct)

    def _module(self, folder: Path, prefix: str, source: str, depth: int) -> None:
        inner = folder / source
        if source.startswith(("./", "../")) and depth < _DEEPEST and inner.is_dir():
            self.folder(inner, prefix, depth + 1)

    def _relative(self, file: Path) -> str:
        return Path(os.path.relpath(file.resolve(), self._root)).as_posix()


def _calls(document: Tree) -> list[tuple[str, str]]:
    modules = document.get("module")
    found = [
        item
        for part in (modules if isinstance(modules, list) else [modules])
        if isinstance(part, dict)
        for item in part.items()
    ]
    return [(str(name), str(call.get("source") or "")) for name, call in found if isinstance(call, dict)]


def _repository(place: Path) -> Path:
    """The folder that paths are told from: the repository, else where the command runs, else the place itself."""
    place = place.resolve()
    above = [place, *place.parents]
    found = next((folder for folder in above if (folder / ".git").exists()), None)
    if found is not None:
        return found
    here = Path.cwd()
    return here if here in above else place if place.is_dir() else place.parent


def _line(text: str, address: str) -> int:
    """Where a resource starts in a file of JSON; 0 when that cannot be told."""
    kind, _, name = address.partition(".")
    found = re.search(rf'"{re.escape(kind)}"\s*:.*?("{re.escape(name)}")\s*:', text, re.DOTALL)
    return text.count("\n", 0, found.start(1)) + 1 if found else 0


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig", errors="replace")
    except OSError as failed:
        raise ReviewProblem(f"{file} cannot be read: {failed.strerror or failed}", "Check its permissions.") from None


def _json(file: Path) -> dict[str, object]:
    try:
        found = json.loads(_text(file))
    except (ValueError, RecursionError) as invalid:
        raise ReviewProblem(f"{file} is not JSON: {invalid}", "Write it anew: cdktf synth.") from None
    if isinstance(found, dict) and ("format_version" in found or "lineage" in found):
        raise ReviewProblem(f"{file} is a plan or a state, not a configuration", "Give the folder with the *.tf files.")
    if not isinstance(found, dict):
        raise ReviewProblem(
            f"{file} is JSON, but no configuration", "A configuration is an object with resource in it."
        )
    return found
