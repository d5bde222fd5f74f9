"""The differences a person has read and accepted, held against those there are."""

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from authorities.comparison import Difference, differences
from authorities.contract_schema import Published
from glbr.resources import things
from glbr.simulator import contract

PROJECT = Path(__file__).parents[3]
TABLE = PROJECT / "tests" / "authorities" / "reviewed.toml"


@dataclass(frozen=True)
class Reviewed:
    """One line of the table."""

    noun: str
    place: str
    path: str
    kind: str
    reason: str

    def covers(self, found: Difference) -> bool:
        """Whether this line speaks of that difference."""
        is_path = found.path.endswith(self.path[1:]) if self.path.startswith("*.") else found.path == self.path
        return self.noun in ("*", found.noun) and (self.place, self.kind) == (found.place, found.kind) and is_path


def published() -> Published:
    """HPE's contract, read without the simulator."""
    text = Path(contract.__path__[0], "openapi.yaml").read_bytes()
    return Published(yaml.load(text, yaml.CSafeLoader))


def reviewed() -> list[Reviewed]:
    """The table."""
    return [Reviewed(*line) for line in tomllib.loads(TABLE.read_text(encoding="utf-8"))["reviewed"]]


def all_differences(api: Published) -> list[Difference]:
    """Every difference of every definition."""
    return [found for noun, definition in things().items() for found in differences(noun, definition, api)]


def unreviewed(found: Iterable[Difference], table: Iterable[Reviewed]) -> list[Difference]:
    """Differences nobody has accepted."""
    lines = list(table)
    return [difference for difference in found if not any(line.covers(difference) for line in lines)]


def stale(found: Iterable[Difference], table: Iterable[Reviewed]) -> list[Reviewed]:
    """Lines that speak of a difference that is no more."""
    known = list(found)
    return [line for line in table if not any(line.covers(difference) for difference in known)]


def page(found: Iterable[Difference], table: Iterable[Reviewed]) -> str:
    """The table for people, one section for each object."""
    sections = ["\n".join(_opening())]
    known, lines = list(found), list(table)
    for noun in dict.fromkeys(difference.noun for difference in known):
        rows = sorted(set(_rows([difference for difference in known if difference.noun == noun], lines)))
        head = (
            f"## {noun.replace('_', ' ').capitalize()}\n\n| where | what | difference | reason |\n|---|---|---|---|\n"
        )
        sections.append(head + "\n".join(rows))
    return "\n\n".join(sections) + "\n"


def _opening() -> Iterator[str]:
    yield "# Reviewed differences"
    yield ""
    yield "The provider follows definitions that we write, the simulator follows the contract that HPE publishes. A test"
    yield "compares the two. Each difference it finds is listed here with the reason why it is right; any other one fails."
    yield ""
    yield "Generated from `tests/authorities/reviewed.toml` by `PYTHONPATH=tests/support python -m authorities`: do not edit."


def _rows(found: Iterable[Difference], lines: list[Reviewed]) -> Iterator[str]:
    for difference in found:
        reason = next((line.reason for line in lines if line.covers(difference)), "not reviewed yet")
        kind = f"{difference.kind} ({difference.detail})" if difference.detail else difference.kind
        cell = kind.replace("|", "\\|")
        yield f"| {difference.place} | `{difference.path}` | {cell} | {reason} |"
