"""Where the corpus lies, and what stands in its manifest: `tests/review/corpus`."""

import gzip
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Final

from glbr.review.gate.gate import gate
from glbr.review.gate.judging import judge
from glbr.review.ingest.read import read
from glbr.review.report import Judged, Report
from rule_examples import NOW

Json = dict[str, object]

CORPUS: Final = Path(__file__).parents[2] / "review" / "corpus"
MANIFEST: Final = CORPUS / "manifest.json"
MOMENT: Final = datetime.fromisoformat(NOW)

COMPANIONS: Final = {
    "inventory": ".inventory.json",
    "settings": ".gate.yaml",
    "base": ".base.tf.json",
    "sources": ".sources.tf.json",
}
"""What else a review is given, by its part: the ending of the file beside the plan."""


@dataclass
class Entry:
    """One plan in the manifest.

    Attributes:
        about: What it is about.
        made: How it came about, step by step; also what was written into it by hand, and why no Terraform says that.
        terraform: Version of Terraform that wrote it; empty for a configuration, which no Terraform took.
        companions: What else the review is given: parts of `COMPANIONS`.
        outcome: What the gate of the default pack says.
        findings: What the review finds, one line each, sorted.
    """

    about: str
    made: list[str]
    terraform: str = ""
    companions: list[str] = field(default_factory=list)
    outcome: str = ""
    findings: list[str] = field(default_factory=list)


@dataclass
class Recording:
    """What was made: a document, and what belongs beside it."""

    entry: Entry
    document: Json
    companions: dict[str, Json] = field(default_factory=dict)


def document_file(name: str, entry: Entry) -> Path:
    """The file of a plan, or of a configuration that no Terraform took."""
    return CORPUS / (f"{name}.json.gz" if entry.terraform else f"{name}.tf.json")


def companion_file(name: str, part: str) -> Path:
    """The file of something that the review is given beside it."""
    return CORPUS / f"{name}{COMPANIONS[part]}"


def document_bytes(name: str, entry: Entry) -> bytes:
    """The document as a review reads it."""
    data = document_file(name, entry).read_bytes()
    return gzip.decompress(data) if entry.terraform else data


def manifest() -> dict[str, Entry]:
    """Every plan by its name: `DP-LOCK-001/fires`, `cases/store-replaced`."""
    if not MANIFEST.exists():
        return {}
    return {name: Entry(**told) for name, told in json.loads(MANIFEST.read_text(encoding="utf-8"))["plans"].items()}


def write_manifest(entries: Mapping[str, Entry]) -> None:
    """Write the manifest, in order of name."""
    whole = {"reviewed_at": NOW, "plans": {name: asdict(entries[name]) for name in sorted(entries)}}
    MANIFEST.write_text(json.dumps(whole, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def store(name: str, made: Recording) -> Entry:
    """Write a document and what belongs to it. Equal documents make equal files."""
    entry = made.entry
    for old in (CORPUS / name).parent.glob(f"{Path(name).name}.*"):
        old.unlink()
    file = document_file(name, entry)
    file.parent.mkdir(parents=True, exist_ok=True)
    data = json.dumps(made.document, separators=(",", ":"), ensure_ascii=False).encode()
    file.write_bytes(gzip.compress(data, mtime=0) if entry.terraform else data + b"\n")
    entry.companions = sorted(made.companions)
    for part, document in made.companions.items():
        text = json.dumps(document, separators=(",", ":"), ensure_ascii=False)
        companion_file(name, part).write_text(text + "\n", encoding="utf-8")
    return entry


def reviewed(name: str, entry: Entry, document: bytes | None = None, inventory: Path | None = None) -> Report:
    """What the review says of a plan today, by the default pack, at the moment of the examples.

    Another document may stand in for the stored one, and another inventory for that beside it.
    """
    beside = {part: companion_file(name, part) for part in entry.companions}
    model = read(
        document or document_bytes(name, entry),
        name=f"{name}.json",
        now=MOMENT,
        inventory=inventory or beside.get("inventory"),
        base=beside.get("base"),
        sources=beside.get("sources"),
    )
    return judge(model, gate(beside.get("settings")), today=MOMENT)


def findings(report: Report) -> list[str]:
    """What a review found, one line each: `DP-LOCK-002 fail glbr_protection_policy.gold BACKUP: 2 weeks → 1 week`."""
    return sorted(map(_line, report.judged))


def _line(one: Judged) -> str:
    found = one.finding
    place = " ".join(filter(None, (found.rule, one.result, found.key, found.tier)))
    return f"{place}: {found.before or '-'} → {found.after or '-'}" if found.before or found.after else place
