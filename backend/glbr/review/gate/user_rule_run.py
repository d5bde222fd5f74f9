"""Runs a team's own rules over a model, in a process with limits, and makes findings of what they say."""

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from glbr.protection.direction import Direction
from glbr.review.gate.cel_worker import LEFT_OUT
from glbr.review.gate.user_rules import Kind, UserRule
from glbr.review.model.document import as_document
from glbr.review.model.model import Model
from glbr.review.problem import ReviewProblem
from glbr.review.rules.finding import Finding

_SECONDS: Final = 8
_PATIENCE: Final = 2
"""How many seconds more than its work a process may take, on a machine that does other things, too."""

Visit = tuple[object, object, object]
"""What a condition is about, as it was before and as it will be; None for not there."""


def user_findings(
    rules: Sequence[UserRule], model: Model, *, seconds: int = _SECONDS
) -> Iterator[tuple[UserRule, Finding, bool]]:
    """What a team's own rules find; with each finding, whether the rule broke rather than judged.

    Args:
        rules: The rules.
        model: What they look at.
        seconds: How long they may work, all together.

    Raises:
        ReviewProblem: A condition is no CEL, or names what there is not.
    """
    document = _visible(as_document(model))
    visits = {kind: _visits(document, kind) for kind in {rule.kind for rule in rules}}
    asked = {
        "seconds": seconds,
        "rules": [{"id": rule.id, "kind": rule.kind, "when": rule.when, "claim": rule.claim} for rule in rules],
        "visits": visits,
        "model": document,
    }
    said = _run(json.dumps(asked), seconds + _PATIENCE)
    if refused := next((line["refused"] for line in said if "refused" in line), None):
        (rule_id, why), *others = refused.items()
        more = "\n".join(f"Rule {name}: {reason}" for name, reason in others)
        raise ReviewProblem(f"Rule {rule_id} of your own: {why}", more or "See https://cel.dev for what CEL can say.")
    verdicts = {line["rule"]: line["verdicts"] for line in said}
    running = next((rule for rule in rules if rule.id not in verdicts), None)
    for rule in rules:
        if rule.id not in verdicts:
            yield rule, _unfinished(rule, running or rule, seconds), True
            continue
        for number, verdict, why in verdicts[rule.id]:
            yield rule, _finding(rule, visits[rule.kind][number], verdict, why), verdict == "error"


def _run(asked: str, seconds: float) -> list[dict[str, Any]]:
    """The lines that the worker got to before it was done, or was ended."""
    command = [sys.executable, "-P", "-m", "glbr.review.gate.cel_worker"]
    try:
        ran = subprocess.run(  # noqa: S603 (this Python, and a module of ours)
            command, input=asked, capture_output=True, text=True, timeout=seconds, check=False
        )
        output = ran.stdout
    except subprocess.TimeoutExpired as late:
        output = late.stdout.decode() if isinstance(late.stdout, bytes) else late.stdout or ""
    return [json.loads(line) for line in output.splitlines(keepends=True) if line.endswith("\n")]


def _visits(document: Mapping[str, Any], kind: Kind) -> list[Visit]:
    """What a rule of this kind is shown, one by one: before and after. Objects that go are shown with `changes` only."""
    before, after = document["before"], document["after"]
    if kind == "model":
        return [(document, before, after)]
    if kind != "changes":
        return [(item, before[kind].get(key), item) for key, item in after[kind].items()]
    return [(one, _by_key(before, one["key"]), _by_key(after, one["key"])) for one in document["changes"]]


def _by_key(side: Mapping[str, Mapping[str, object]], key: str) -> object:
    return next((objects[key] for objects in side.values() if key in objects), None)


def _finding(rule: UserRule, visit: Visit, verdict: str, why: str) -> Finding:
    named = visit[0] if isinstance(visit[0], Mapping) and rule.kind != "model" else {}
    key = str(named.get("key", "plan"))
    name = str(named.get("name") or named.get("address") or "the whole change")
    message = rule.message if verdict == "fail" else f"{rule.title}: {why}"
    return Finding(
        rule.id,
        "fail" if verdict == "fail" else "unknown",
        rule.how_bad,
        Direction.NEUTRAL,
        key,
        str(named.get("address", "")),
        name,
        message,
        resolve=""
        if verdict == "fail"
        else "Let the rule ask for the state of a value first, or make the value known.",
    )


def _unfinished(rule: UserRule, running: UserRule, seconds: int) -> Finding:
    limits = f"all rules of your own together may take {seconds} s and a bounded amount of memory"
    if rule is running:
        why, resolve = f"It was ended while it ran: {limits}", "Write it with fewer loops within each other."
    else:
        why = f"It was not reached, for {running.id} was ended while it ran: {limits}"
        resolve = f"Mend {running.id}, or take it out."
    return replace(_finding(rule, (None, None, None), "error", why), subject=f"rule {rule.id}", resolve=resolve)


def _visible(value: Any) -> Any:
    """A document as conditions see it: a value that only the apply will tell is not there, so that nothing is made of it."""
    if isinstance(value, Mapping):
        # An absent value is null; an unknown one is not there at all.
        known = value.get("state") != "unknown"
        return {
            name: _visible(item)
            for name, item in value.items()
            if item is not None or name not in LEFT_OUT or (name == "value" and known)
        }
    return [_visible(item) for item in value] if isinstance(value, (list, tuple)) else value
