"""What `glbr review` shows without judging anything: its rules, its packs, its model."""

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from glbr.review.gate.gate import Gate
from glbr.review.problem import ReviewProblem

if TYPE_CHECKING:
    from glbr.review.model.model import Model
    from glbr.review.rules.example import Edit, Example
    from glbr.review.rules.rule import Rule


def schema() -> int:
    """Print the JSON Schema of the model."""
    from glbr.review.model.document import schema as of_model

    click.echo(json.dumps(of_model(), indent=2))
    return 0


def model(found: "Model") -> int:
    """Print a model."""
    from glbr.review.model.document import as_document

    click.echo(json.dumps(as_document(found), indent=2))
    return 0


def packs() -> int:
    """Print the packs, with what they make of each severity."""
    from glbr.review.gate.packs import shipped, shipped_names

    for name in shipped_names():
        pack = shipped(name)
        click.secho(name, bold=True)
        click.echo(f"  {pack.description}")
        click.echo(
            f"  {', '.join(f'{rule}: {level}' for rule, level in pack.enforcement.items()) or 'all: advisory'}\n"
        )
    return 0


def rules(gate: Gate) -> int:
    """Print every rule: id, what the gate makes of it, severity, title."""
    named = [(rule.id, rule.severity, rule.title) for rule in gate.rules.values()]
    named += [(rule.id, rule.how_bad, rule.title) for rule in gate.user_rules]
    wide = max((len(name) for name, *_ in named), default=0)
    for name, severity, title in named:
        level = gate.pack.level(name, severity, gate.settings.enforcement)
        click.echo(f"{name:<{wide}}  {level:<8}  {severity.word:<8}  {title}")
    return 0


def explanation(name: str, gate: Gate) -> int:
    """Print all there is to know about one rule.

    Raises:
        ReviewProblem: There is no such rule.
    """
    own = next((rule for rule in gate.user_rules if rule.id == name), None)
    if own is not None:
        _paragraphs(own.id, own.title, [("Why", own.explain), ("What to do", own.fix), ("Holds when", own.claim)])
        return 0
    rule = gate.rules.get(name)
    if rule is None:
        from glbr.review.gate.documents import suggestion

        raise ReviewProblem(
            f"There is no rule {name}", f"{suggestion(name, gate.names)}--list-rules shows all of them."
        )
    level = gate.pack.level(rule.id, rule.severity, gate.settings.enforcement)
    _paragraphs(rule.id, rule.title, list(_of_rule(rule, level)))
    return 0


def _of_rule(rule: "Rule", level: str) -> Iterator[tuple[str, str]]:
    needs = {"change": "a change", "state": "a state of things", "both": "a change or a state of things"}[rule.mode]
    yield "Severity", f"{rule.severity.word}; {level} by the gate in force; looks at {needs}"
    yield "Why", rule.explain
    yield "What to do", rule.fix
    for name, parameter in rule.parameters.items():
        default = ", ".join(parameter.default) if isinstance(parameter.default, tuple) else str(parameter.default)
        yield f"Parameter {name}", f"{parameter.says} Default: {default or 'none'} ({parameter.source})"
    for source in rule.sources:
        yield "Source", source
    yield "Fires on", _example(rule.fires)
    yield "Quiet on", _example(rule.quiet)


def _paragraphs(name: str, title: str, paragraphs: list[tuple[str, str]]) -> None:
    click.secho(f"{name} {title}", bold=True)
    for head, text in paragraphs:
        click.echo(f"\n{head}")
        click.echo("\n".join(f"  {line}" for line in text.splitlines()))


def _example(example: "Example") -> str:
    """An example as the edits that it makes to the clinic of `examples/three-copies`."""
    parts = [
        ("before", example.before),
        ("change", example.after),
        ("outside of Terraform", example.outside),
    ]
    lines = [f"{when}: {_edit(edit)}" for when, edits in parts for edit in edits]
    given = {"inventory": example.inventory, "plan": example.plan, "settings": example.settings}
    lines += [
        f"{name}: {json.dumps(value)}" for name, value in {**given, "parameters": example.parameters}.items() if value
    ]
    return "\n".join(lines) or "the clinic of examples/three-copies as it is"


def _edit(edit: "Edit") -> str:
    from glbr.review.rules.example import Add, Move, Remove, Set

    match edit:
        case Set(address, path, None):
            return f"{address}: take {path} away"
        case Set(address, path, value):
            return f"{address}: {path} = {json.dumps(value)}"
        case Add(address, arguments):
            return f"add {address} {json.dumps(arguments)}"
        case Remove(address, forget):
            return f"{'forget' if forget else 'remove'} {address}"
        case Move(address, to, block):
            return f"rename {address} to {to}{', with a moved block' if block else ''}"
