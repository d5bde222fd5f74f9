"""A process that compiles and runs the conditions of a team's own rules: `python -m glbr.review.gate.cel_worker`.

It reads one JSON object from its input and writes one JSON line for each rule as soon as that is done, so that whoever has
to end it knows which rule it was at.

Input: `{"seconds": of work at most, "rules": [{"id", "when", "claim", "kind"}], "visits": {kind: [[object, before, after]]},
"model": …}`, all in plain values.
Output: `{"refused": {id: why}}` when a condition is no CEL, and nothing else; else for each rule
`{"rule": id, "verdicts": [[visit, verdict, why]]}`, where what holds or does not apply is left out.
"""

import json
import re
import resource
import sys
from collections.abc import Mapping
from typing import Any, Final

VARIABLES: Final = ("object", "before", "after", "model")

LEFT_OUT: Final = ("value", "prevent_destroy", "ignore_changes")
"""Names that are not there when nobody can tell their value yet, so that no condition makes anything of it."""

_MEMORY: Final = 2 << 30
_BOUND: Final = re.compile(r"\.\s*(?:all|exists|exists_one|existsOne|map|filter|bind)\s*\(\s*([A-Za-z_]\w*)")


def main() -> None:
    """Do the work that the input asks for."""
    import cel

    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    asked = json.load(sys.stdin)
    resource.setrlimit(resource.RLIMIT_CPU, (asked["seconds"], asked["seconds"] + 1))
    programs, refused = _compiled(asked["rules"])
    if refused:
        _say({"refused": refused})
        return
    context = cel.Context(variables={"model": asked["model"]})  # once: it is large
    for rule in asked["rules"]:
        when, claim = programs[rule["id"]]
        verdicts = [
            [number, *verdict]
            for number, visit in enumerate(asked["visits"][rule["kind"]])
            if (verdict := _verdict(when, claim, _show(context, visit)))
        ]
        _say({"rule": rule["id"], "verdicts": verdicts})


def _say(line: Mapping[str, object]) -> None:
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


def _compiled(rules: list[Mapping[str, str]]) -> tuple[dict[str, tuple[Any, Any]], dict[str, str]]:
    programs, refused = {}, {}
    for rule in rules:
        try:
            programs[rule["id"]] = (_program(rule, "when"), _program(rule, "claim"))
        except ValueError as wrong:
            refused[rule["id"]] = str(wrong)
    return programs, refused


def _program(rule: Mapping[str, str], part: str) -> Any:
    import cel

    source, written = rule[part], "assert" if part == "claim" else part
    try:
        program = cel.compile(source)
    except ValueError as wrong:
        lines = [line for line in str(wrong).splitlines() if line.strip()]
        reason = lines[0].partition("ERROR: ")[2] or lines[0]
        raise ValueError(f"`{written}` is no CEL: {reason}") from None
    unknown = set(program.variables()) - {*VARIABLES, *_BOUND.findall(source)}
    if unknown:
        raise ValueError(
            f"`{written}` uses {', '.join(sorted(unknown))}, which there is not. Variables: {', '.join(VARIABLES)}"
        )
    return program


def _show(context: Any, visit: list[object]) -> Any:
    context.update(dict(zip(("object", "before", "after"), visit, strict=True)))
    return context


def _verdict(when: Any, claim: Any, given: Any) -> tuple[str, str] | None:
    """None where the rule does not apply or holds; else `fail`, `unknown` or `error`, and why."""
    part = "when"
    try:
        applies = when.execute(given)
        if applies is False:
            return None
        part = "assert"
        holds = claim.execute(given) if applies is True else applies
    except KeyError as missing:
        name = str(missing.args[0]).strip("'\"") if missing.args else ""
        if name in LEFT_OUT:
            return "unknown", "a value that decides is not known"
        return "error", f"`{part}` asks for `{name}`, which there is not"
    except (RuntimeError, TypeError, ValueError, ArithmeticError, LookupError) as problem:
        return "error", f"`{part}` cannot be worked out: {str(problem).split(': ')[0].splitlines()[0][:200]}"
    if applies is not True or not isinstance(holds, bool):
        return "error", f"`{part}` gives something else than true or false"
    return None if holds else ("fail", "")


if __name__ == "__main__":
    main()
