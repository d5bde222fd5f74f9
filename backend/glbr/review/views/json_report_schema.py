"""What is in the JSON of a review, as a JSON Schema (draft 2020-12)."""

from typing import get_args

from glbr.protection.comparison import What
from glbr.protection.direction import Direction
from glbr.review.model.model import Origin
from glbr.review.report import Enforcement, Outcome, Result
from glbr.review.rules.finding import Severity
from glbr.review.views.json_report import FORMAT, VERSION

Schema = dict[str, object]


def json_schema() -> Schema:
    """The schema of the version of today. A later 1.x may have more keys, so readers must let them pass."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A review of a change to data protection",
        **_object(
            {
                "format": {"const": FORMAT},
                "version": {"const": VERSION, "description": "Same first number: nothing was taken away."},
                "outcome": _one_of(get_args(Outcome)),
                "exit_code": {"enum": [0, 2, 3, 4]},
                "headline": _text("One sentence for whoever reads nothing else."),
                "pack": _text("Name of the pack that was used."),
                "gate": _text("Where the gate's settings and waivers came from."),
                "provenance": _provenance(),
                "caveats": _list(_text("What makes the review less than the whole truth.")),
                "counts": _counts(),
                "rules": {"type": "object", "additionalProperties": _rule(), "description": "By id; each that found."},
                "findings": {**_list(_finding()), "description": "Worst first, waived ones last."},
                "changes": {**_list(_unit()), "description": "Units for which something changes, in order of unit."},
                "passed": _list(_text("Id of a rule that looked and found nothing.")),
                "not_applicable": _list(_text("Id of a rule that had nothing to look at.")),
            }
        ),
    }


def _provenance() -> Schema:
    return _object(
        {
            "origin": _one_of(get_args(Origin)),
            "at": {"type": "string", "format": "date-time", "description": "The plan's own moment."},
            "stack": _text("A folder, or the CDK's stack."),
            "engine": _text("Such as Terraform 1.15.5; empty for a configuration."),
            "complete": {"type": ["boolean", "null"], "description": "Null when Terraform does not say."},
            "errored": {"type": "boolean"},
            "base": _text("File of the base configuration."),
            "head": _text("File that was read."),
            "inventory_at": {"type": ["string", "null"], "format": "date-time"},
        }
    )


def _counts() -> Schema:
    severities = tuple(level.word for level in Severity)
    return _object(
        {
            "findings": _number("All of them."),
            "by_result": _object({word: _number() for word in get_args(Result)}),
            "by_severity": _object({word: _number() for word in severities}, "Without those that are waived."),
            "by_enforcement": _object({word: _number() for word in get_args(Enforcement)}, "The same."),
            "units": _number("Units that a job reaches on either side."),
            "units_changed": _number("Those for which something changes."),
            "assets": _number("Assets of all units, as far as can be told."),
            "resources": _object(
                {word: _number() for word in ("create", "update", "delete")}, "A replacement is in two of them."
            ),
        }
    )


def _rule() -> Schema:
    return _object(
        {
            "title": _text("What happened, in a few words."),
            "explain": _text("Why it matters."),
            "fix": _text("What to do."),
            "documentation": _text("Address of its page; empty for none."),
            "sources": _list(_text("Where the rule comes from.")),
        }
    )


def _finding() -> Schema:
    place = _object({"file": _text(), "line": _number("0 when unknown."), "construct": _text()})
    waiver = {name: _text() for name in ("rule", "address", "reason", "owner", "until", "value", "ticket", "tier")}
    return _object(
        {
            "rule": _text("Key of `rules`."),
            "result": _one_of(get_args(Result)),
            "severity": _one_of(tuple(level.word for level in Severity)),
            "enforcement": _one_of(get_args(Enforcement)),
            "existing": {"type": "boolean"},
            "direction": _one_of(tuple(direction.word for direction in Direction)),
            "key": _text("Key of the object or unit."),
            "address": _text("Terraform address to write to; empty for the plan as a whole."),
            "subject": _text("What people call it."),
            "message": _text("What will happen."),
            "before": _text("The value before; empty for a state of things."),
            "after": _text("The value after."),
            "tier": _text("Kind of the tier, such as CLOUD_BACKUP; empty for none."),
            "schedule": {"type": ["integer", "null"]},
            "path": _text("Attribute to write to."),
            "assets": _number("How many it touches, as far as can be told."),
            "resolve": _text("What makes it decidable."),
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{16}$", "description": "The same in every run."},
            "location": {"anyOf": [place, {"type": "null"}]},
            "waiver": {
                "anyOf": [
                    _object({**waiver, "schedule": {"type": ["integer", "null"]}, "written_in": _text()}),
                    {"type": "null"},
                ]
            },
        }
    )


def _unit() -> Schema:
    shift = _object(
        {
            "what": _one_of(get_args(What)),
            "direction": _one_of(tuple(direction.word for direction in Direction)),
            "tier": _text(),
            "store": _text(),
            "schedule": {"type": ["integer", "null"]},
            "before": _text(),
            "after": _text(),
            "path": _text("Where it stands in the policy."),
            "note": _text(),
        }
    )
    return _object(
        {
            "unit": _text("Stable name of the unit."),
            "name": _text("What people call it."),
            "target": _text("Key of the group or asset that the jobs name."),
            "assets": _number("At least one."),
            "countable": {"type": "boolean", "description": "Whether that is really the number."},
            "direction": _one_of(tuple(direction.word for direction in Direction)),
            "protected_before": {"type": "boolean"},
            "protected_after": {"type": "boolean"},
            "shifts": _list(shift),
        }
    )


def _object(properties: dict[str, Schema], says: str = "") -> Schema:
    described = {"description": says} if says else {}
    return {"type": "object", **described, "properties": properties, "required": list(properties)}


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _text(says: str = "") -> Schema:
    return {"type": "string", "description": says} if says else {"type": "string"}


def _number(says: str = "") -> Schema:
    return {"type": "integer", "minimum": 0, **({"description": says} if says else {})}


def _one_of(words: tuple[str, ...]) -> Schema:
    return {"enum": list(words)}
