"""Which operation of HPE's API is reached by what in Terraform: the table of the docs, and what is missing in it."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from authorities.contract_schema import Published, nameless
from authorities.review import PROJECT
from glbr.resources import things
from glbr.views.reach import reached

TABLE = PROJECT / "tests" / "authorities" / "planned.toml"
PAGE = PROJECT / "docs" / "coverage.md"


@dataclass(frozen=True)
class Row:
    """One operation of the contract.

    Attributes:
        method: HTTP method.
        path: Path as HPE writes it.
        name: HPE's operationId.
        by: What reaches it; more than one is too many, none is too few.
        planned: What will reach it: an action, an ephemeral resource; empty when something does.
    """

    method: str
    path: str
    name: str
    by: tuple[str, ...]
    planned: str


def planned() -> Mapping[str, str]:
    """What is still to be built, by operationId."""
    table: dict[str, str] = tomllib.loads(TABLE.read_text(encoding="utf-8"))["planned"]
    return table


def rows(api: Published) -> list[Row]:
    """Every operation of the contract, in its order."""
    claims: dict[tuple[str, str], list[str]] = {}
    for definition in things().values():
        for reach in reached(definition):
            claims.setdefault((reach.method, nameless(reach.path)), []).append(reach.thing)
    table = {**planned()}
    sign_in = tomllib.loads(TABLE.read_text(encoding="utf-8"))["provider"]
    return [
        Row(
            method.upper(),
            path,
            name,
            tuple(claims.get((method.upper(), nameless(path)), [])) + ((sign_in[name],) if name in sign_in else ()),
            table.get(name, ""),
        )
        for method, path, name in api.all_operations()
    ]


def page(table: list[Row]) -> str:
    """The table for people, one section for each service."""
    open_ones = sum(bool(row.planned) for row in table)
    return "\n".join(
        [
            "# Coverage of HPE's API",
            "",
            f"Each of the {len(table)} operations that HPE publishes, and what in Terraform reaches it:",
            f"{len(table) - open_ones} are reached, {open_ones} are planned as actions or ephemeral resources.",
            "",
            "HPE publishes no calls for cloud (csp) accounts, machines and volumes, so there is nothing here for them.",
            "",
            "Generated from the definitions and the contract by `PYTHONPATH=tests/support python -m authorities`: do not edit.",
            *_sections(table),
            "",
        ]
    )


def _sections(table: list[Row]) -> Iterator[str]:
    service = ""
    for row in table:
        _, name, *_ = row.path.split("/")
        if name != service:
            service = name
            yield from ("", f"## {service}", "", "| operation | call | reached by |", "|---|---|---|")
        by = ", ".join(row.by) or f"planned: {row.planned}"
        yield f"| {row.name} | `{row.method} {row.path}` | {by} |"
