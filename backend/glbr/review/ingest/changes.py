"""What Terraform will do to each object of ours, as the model has it."""

from collections.abc import Iterator

from glbr.review.ingest.addresses import parsed
from glbr.review.ingest.kinds import kind_of, noun_of
from glbr.review.ingest.shapes import Checked, Planned
from glbr.review.ingest.values import HIDDEN, Place, at, covered, differences, secrets_in_clear, written
from glbr.review.ingest.written import WrittenReferences
from glbr.review.model.model import Change, Check


def change_of(item: Planned, references: WrittenReferences | None = None) -> Change:
    """One change.

    Args:
        item: The change as the plan has it.
        references: The configuration, for what is written there in clear; None for what changed outside of it.
    """
    change, noun = item["change"], noun_of(item.get("type") or "")
    actions = tuple(change.get("actions") or ())
    paths = change.get("replace_paths") or ()
    return Change(
        item["address"],
        item["address"],
        noun,
        actions,
        item.get("previous_address") or "",
        bool(item.get("deposed")),
        item.get("action_reason") or "",
        tuple(sorted(written(_place(path)) for path in paths)),
        bool(change.get("importing")),
        () if set(actions) <= {"no-op", "read"} else tuple(_changed(item, noun, references)),
        tuple(sorted(set(_in_clear(item, noun, references)))),
    )


def _place(path: object) -> Place:
    return tuple(step for step in path if isinstance(step, (str, int))) if isinstance(path, list) else (str(path),)


def _changed(item: Planned, noun: str, references: WrittenReferences | None) -> Iterator[str]:
    """Paths of what a person set and that will differ; what HPE fills in is left out."""
    change, kind = item["change"], kind_of(noun)
    before = change.get("before")
    # Sensitive values are compared as well: only that they differ is told.
    after = covered(change.get("after") or {}, change.get("after_unknown"))
    if not isinstance(before, dict) or not isinstance(after, dict) or change.get("after") is None:
        return
    for name in kind.arguments or sorted(before.keys() | after.keys()):
        if after.get(name) is HIDDEN and references and references.expression(parsed(item["address"]), name) is None:
            continue  # nobody wrote it: HPE fills it in
        for place in differences(before.get(name), after.get(name), (name,)):
            if ".".join(str(step) for step in place if isinstance(step, str)) not in kind.filled:
                yield written(place)


def _in_clear(item: Planned, noun: str, references: WrittenReferences | None) -> Iterator[str]:
    if not kind_of(noun).has_secrets:
        return
    change = item["change"]
    yield from secrets_in_clear(change.get("after"), change.get("after_unknown"), change.get("after_sensitive"))
    for name, node in (references.attributes(parsed(item["address"])) if references else {}).items():
        yield from secrets_in_clear({name: _literal(node)})


def _literal(node: object) -> object:
    """What is written literally in an expression: also within nested blocks."""
    if isinstance(node, dict):
        return (
            node["constant_value"] if "constant_value" in node else {key: _literal(part) for key, part in node.items()}
        )
    return [_literal(part) for part in node] if isinstance(node, list) else None


def check_of(item: Checked) -> Check | None:
    """A check that did not pass; None for one that did."""
    status = item.get("status") or "unknown"
    if status == "pass":
        return None
    problems = [problem for instance in item.get("instances") or () for problem in instance.get("problems") or ()]
    address = at(item.get("address"), ("to_display",))
    return Check(str(address or ""), status, tuple(problem.get("message") or "" for problem in problems))
