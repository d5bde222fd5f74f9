"""The page of each rule, and the index of all: what the rule's own record says, in Markdown."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from glbr.review.rules.example import Add, Edit, Example, Json, Move, Remove, Set
from glbr.review.rules.finding import Severity
from glbr.review.rules.rule import Parameter, Rule

FAMILIES: Final[Mapping[str, str]] = {
    "LOSS": "Loss of data or protection",
    "LOCK": "Immutability",
    "RET": "Retention",
    "RPO": "Frequency and RPO",
    "COPY": "Copies and isolation",
    "COV": "Coverage",
    "VER": "Verification",
    "SEC": "Access and secrets",
    "PLAN": "The plan itself",
}
"""What the middle of an id stands for, in the order of the index."""

_NEEDS: Final = {
    "change": "A change: a plan, or two configurations to compare.",
    "state": "The result alone: a plan, or one configuration without any plan.",
    "both": "A plan or two configurations; what it says of the result it says of one configuration, too.",
}
_NARROW: Final = 72
"""So many characters of a value stay on one line."""


def page(rule: Rule) -> str:
    """The page of one rule."""
    parts = [
        f"# {rule.id}: {rule.title}",
        f"**Severity:** {rule.severity.word} · **Looks at:** {', '.join(rule.applies_to)} · **Since:** {rule.since}",
        f"**Needs:** {_NEEDS[rule.mode]}",
        "## Why",
        rule.explain,
        "## What to do",
        rule.fix,
        *_parameters(rule.parameters),
        "## Fires on",
        *_example(rule.fires),
        "## Stays quiet on",
        *_example(rule.quiet),
        "## Sources",
        "\n".join(f"- {source}" for source in rule.sources),
        "[All rules](README.md)",
    ]
    return "\n\n".join(parts) + "\n"


def index(rules: Iterable[Rule], unbuilt: Mapping[str, str]) -> str:
    """The page that lists every rule by family, and what cannot be judged."""
    by_family: dict[str, list[Rule]] = {family: [] for family in FAMILIES}
    for rule in rules:
        by_family[rule.id.split("-")[1]].append(rule)
    ladder = ", ".join(severity.word for severity in reversed(Severity))
    introduction = (
        "Each rule says what a change does to recovery points, or what is missing in the result. How bad it is belongs to the "
        f"rule: {ladder}. What follows from it, a block, an approval or "
        "a remark, belongs to the pack. The examples change one estate: three copies of six machines, a snapshot every 4 "
        "hours, a daily backup onto a StoreOnce and a daily one into Azure."
    )
    parts = ["# Rules of the review", introduction]
    for family, found in by_family.items():
        if found:
            rows = [f"| [{rule.id}]({rule.id}.md) | {rule.severity.word} | {_cell(rule.title)} |" for rule in found]
            parts += [f"## {FAMILIES[family]}", "\n".join(["| Rule | Severity | Finds |", "|---|---|---|", *rows])]
    if unbuilt:
        rows = [f"| {name} | {_cell(why)} |" for name, why in sorted(unbuilt.items())]
        parts += ["## What cannot be judged", "\n".join(["| Rule | Why |", "|---|---|", *rows])]
    return "\n\n".join(parts) + "\n"


def _parameters(parameters: Mapping[str, Parameter]) -> Iterator[str]:
    if not parameters:
        return
    yield "## Parameters"
    rows = ["| Parameter | Default | Means | Default comes from |", "|---|---|---|---|"]
    for name, parameter in parameters.items():
        means = parameter.says
        if parameter.allowed:
            means += f" One of {', '.join(f'`{_plain(value)}`' for value in parameter.allowed)}."
        cells = (f"`{name}`", f"`{_plain(parameter.default)}`", _cell(means), _cell(parameter.source))
        rows.append(f"| {' | '.join(cells)} |")
    yield "\n".join(rows)


def _example(example: Example) -> Iterator[str]:
    """The parts of an example that are there, each with a line that says what it is."""
    if example.before:
        yield "The estate, applied with this:"
        yield _code(example.before)
    if example.outside:
        yield "Somebody changes this at HPE, without Terraform:"
        yield _code(example.outside)
    if example.after:
        yield "The configuration, judged without a plan:" if example.only_state else "The change:"
        yield _code(example.after)
    else:
        yield "The configuration as it is, without a plan." if example.only_state else "No change."
    told = {
        "The inventory tells": example.inventory,
        "The plan says": example.plan,
        "The gate's settings say": example.settings,
        "The rule's parameters are": example.parameters,
    }
    for words, document in told.items():
        if document:
            yield f"{words}:"
            yield f"```json\n{json.dumps(document, indent=2, default=list)}\n```"


def _code(edits: tuple[Edit, ...]) -> str:
    return "```hcl\n" + "\n\n".join(_edit(edit) for edit in edits) + "\n```"


def _edit(edit: Edit) -> str:
    match edit:
        case Set(address, path, None):
            return f"# in {address}, taken away:\n# {path}"
        case Set(address, path, value):
            return f"# in {address}:\n{path} = {_hcl(value, '')}"
        case Add(address, arguments):
            return _block(address, arguments)
        case Remove(address, forget=True):
            return f"removed {{\n  from = {address}\n\n  lifecycle {{\n    destroy = false\n  }}\n}}"
        case Remove(address):
            return f"# taken away: {address}"
        case Move(address, to, block=True):
            return f"moved {{\n  from = {address}\n  to   = {to}\n}}"
        case Move(address, to):
            return f"# renamed without a moved block: {address} is now {to}"


def _block(address: str, arguments: Json) -> str:
    kind, name = address.removeprefix("data.").split(".")
    word = "data" if address.startswith("data.") else "resource"
    lines = []
    for key, value in arguments.items():
        if key == "lifecycle" and isinstance(value, Mapping):
            inner = "\n".join(f"    {one} = {_hcl(own, '    ')}" for one, own in value.items())
            lines.append(f"  lifecycle {{\n{inner}\n  }}")
        else:
            lines.append(f"  {key} = {_hcl(value, '  ')}")
    return f'{word} "{kind}" "{name}" {{\n' + "\n".join(lines) + "\n}"


def _hcl(value: object, indent: str) -> str:
    """A value as HCL has it: on one line if it fits."""
    if isinstance(value, str) and value.startswith("${") and value.endswith("}") and value.count("${") == 1:
        return value[2:-1]
    deeper = indent + "  "
    if isinstance(value, Mapping) and value:
        pairs = [f"{_key(str(name))} = {_hcl(item, deeper)}" for name, item in value.items()]
        return _wrapped("{", "}", pairs, indent)
    if isinstance(value, (list, tuple)) and value:
        return _wrapped("[", "]", [_hcl(item, deeper) for item in value], indent)
    return json.dumps(value)


def _wrapped(start: str, end: str, parts: list[str], indent: str) -> str:
    space = " " if start == "{" else ""
    line = f"{start}{space}{', '.join(parts)}{space}{end}"
    if len(line) <= _NARROW and "\n" not in line:
        return line
    comma = "," if start == "[" else ""
    inner = "\n".join(f"{indent}  {part}{comma}" for part in parts)
    return f"{start}\n{inner}\n{indent}{end}"


def _key(name: str) -> str:
    return name if name.replace("-", "_").isidentifier() else json.dumps(name)


def _plain(value: object) -> str:
    """A parameter's value as a gate's file has it."""
    return json.dumps(value, default=list) if not isinstance(value, str) else value or '""'


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")
