"""Examples of rules, made into configurations and plans as Terraform writes them, and judged."""

import copy
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from glbr.definition.resource import Resource
from glbr.definition.tree import Unknown, is_fully_known
from glbr.resources import definition
from glbr.review.analysis.analysis import Analysis
from glbr.review.gate.gate import gate
from glbr.review.gate.judging import judge as review
from glbr.review.ingest.read import read
from glbr.review.rules.estate import DATA, ESTATE
from glbr.review.rules.example import Add, Edit, Example, Move, Remove, Set
from glbr.review.rules.finding import Finding
from glbr.review.rules.rule import Rule
from glbr.views.terraform_schema import Attributes, resource_schema
from pretend_terraform import META, Instance, Json, World, base, data_of, references, steps, type_of

NOW = "2026-01-05T08:00:00Z"
TERRAFORM = "1.11.4"
_PROVIDERS = {"glbr": "registry.terraform.io/glbr/glbr", "terraform": "terraform.io/builtin/terraform"}


@dataclass
class Writing:
    """A configuration on its way: resources by address, and the blocks that tell what became of the others."""

    resources: dict[str, Json]
    moved: dict[str, str] = field(default_factory=dict)
    forgotten: set[str] = field(default_factory=set)

    def edit(self, edits: tuple[Edit, ...]) -> "Writing":
        """Write these edits into it."""
        for edit in edits:
            match edit:
                case Set(address, path, value):
                    assert address in self.resources, f"there is no {address} in the estate to set {path} of"
                    write(self.resources[address], path, value)
                case Add(address, arguments):
                    self.resources[address] = copy.deepcopy(dict(arguments))
                case Remove(address, forget):
                    del self.resources[address]
                    self.forgotten |= {address} if forget else set()
                case Move():
                    self._move(edit)
        return self

    def _move(self, move: Move) -> None:
        if move.block:
            self.moved[move.to] = move.address
        if base(move.to) == base(move.address):
            return
        self.resources[base(move.to)] = self.resources.pop(base(move.address))
        for address, arguments in self.resources.items():
            self.resources[address] = _renamed(arguments, base(move.address), base(move.to))


def written(example: Example, side: Literal["before", "after"]) -> Writing:
    """What a person has written on one side."""
    estate = Writing(copy.deepcopy({**DATA, **ESTATE})).edit(example.before)
    # What led to the estate of before is history: only the blocks of the change itself stand in its configuration.
    return estate if side == "before" else Writing(estate.resources).edit(example.after)


def configuration(example: Example, side: Literal["before", "after"]) -> Json:
    """The same as Terraform's JSON; `terraform` and `provider` are for whoever runs it."""
    return as_document(written(example, side))


def as_document(writing: Writing) -> Json:
    """A configuration as Terraform's JSON."""
    whole: Json = {"resource": {}, "data": {}}
    for address, arguments in writing.resources.items():
        kind, name = address.removeprefix("data.").split(".")
        whole["data" if address.startswith("data.") else "resource"].setdefault(kind, {})[name] = arguments
    if writing.moved:
        whole["moved"] = [{"from": old, "to": new} for new, old in writing.moved.items()]
    if writing.forgotten:
        whole["removed"] = [{"from": old, "lifecycle": {"destroy": False}} for old in sorted(writing.forgotten)]
    return whole


def plan_document(example: Example) -> Json:
    """The plan of the change of an example, as `terraform show -json` prints it."""
    before, after = written(example, "before"), written(example, "after")
    state = {item.address: item.values for item in World(before.resources, applied=True).instances().values()}
    reality = _as_changed_outside(state, example.outside)
    world = World(after.resources, reality, after.moved)
    instances = world.instances()
    stays = {item.previous_address or item.address: item.address for item in instances.values() if item.prior}
    changes = [_change(item, after.resources) for item in instances.values()]
    changes += [_end(address, values, after) for address, values in reality.items() if address not in stays]
    document: Json = {
        "format_version": "1.2",
        "terraform_version": TERRAFORM,
        "planned_values": _values({item.address: _known(item.values) for item in instances.values()}),
        "resource_changes": sorted(changes, key=lambda change: change["address"]),
        "prior_state": {
            "format_version": "1.0",
            "terraform_version": TERRAFORM,
            "values": _values(_data(before) | {stays.get(name, name): values for name, values in reality.items()}),
        },
        "configuration": _expressions(after),
        "timestamp": NOW,
        "applyable": True,
        "complete": True,
        "errored": False,
    }
    if drift := [_drifted(name, old, reality.get(name)) for name, old in state.items() if old != reality.get(name)]:
        document["resource_drift"] = drift
    # As it comes from a file: lists for tuples, and nothing shared.
    whole: Json = json.loads(json.dumps(document | dict(example.plan)))
    return whole


def inventory_document(example: Example) -> Json:
    """The inventory of an example; references in it are followed to the ids of the state before the change."""
    world = World(written(example, "before").resources, applied=True)
    return {"format": "glbr-inventory", "version": 1, "taken_at": NOW, **world.told(example.inventory)}


def analysis_of(example: Example) -> Analysis:
    """An example, read and worked out as a review does."""
    without_plan = example.only_state or example.two_configurations
    document = configuration(example, "after") if without_plan else plan_document(example)
    data, now = json.dumps(document).encode(), datetime.fromisoformat(NOW)
    with TemporaryDirectory() as folder:
        inventory = _file(folder, "inventory.json", inventory_document(example)) if example.inventory else None
        base = _file(folder, "base.json", configuration(example, "before")) if example.two_configurations else None
        return Analysis(read(data, name="example", now=now, inventory=inventory, base=base), today=now)


def _file(folder: str, name: str, document: Json) -> Path:
    file = Path(folder) / name
    file.write_text(json.dumps(document), encoding="utf-8")
    return file


def judged(rule: Rule, example: Example) -> list[Finding]:
    """What a rule finds in an example, with its own parameters unless the example has others.

    With settings of the gate, what the whole review says by this rule: some findings only the gate can make.
    """
    assert example.parameters.keys() <= rule.parameters.keys(), f"{rule.id} has no such parameter"
    analysis = analysis_of(example)
    if example.settings:
        with TemporaryDirectory() as folder:
            own = gate(_file(folder, "gate.yaml", dict(example.settings)))
        judgements = review(analysis.model, own, today=analysis.today).judged
        return [one.finding for one in judgements if one.finding.rule == rule.id]
    parameters = {name: parameter.default for name, parameter in rule.parameters.items()}
    return list(rule.judge(rule, analysis, {**parameters, **example.parameters}))


def by_address(part: Json) -> Json:
    """Resources of a part of a plan by address, with one word for every id and name that HPE makes: to compare two plans."""
    found = part["root_module"]["resources"] if "root_module" in part else part
    text = re.sub(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID", json.dumps(found))
    text = re.sub(r"hpegreenlake_ID|/backup-recovery/[a-z0-9/-]*/ID", "ID", text)
    return {one["address"]: one for one in json.loads(text)}


def write(tree: Json, path: str, value: object) -> None:
    """Put a value at a place of plain lists and dicts; None takes away what is there."""
    *above, last = steps(path)
    place: object = tree
    for step in above:
        place = place.setdefault(step, {}) if isinstance(place, dict) else place[step]
    if value is None:
        del place[last]
    elif isinstance(place, list) and last == len(place):
        place.append(copy.deepcopy(value))
    else:
        place[last] = copy.deepcopy(value)


def _renamed(value: object, old: str, new: str) -> object:
    if isinstance(value, str):
        for mark in (".", "["):
            value = value.replace("${" + old + mark, "${" + new + mark)
        return value
    if isinstance(value, dict):
        return {name: _renamed(item, old, new) for name, item in value.items()}
    return [_renamed(item, old, new) for item in value] if isinstance(value, list) else value


def _as_changed_outside(state: Mapping[str, Json], edits: tuple[Edit, ...]) -> dict[str, Json]:
    reality = copy.deepcopy(dict(state))
    for edit in edits:
        if isinstance(edit, Set) and edit.value is None:
            *_, last = steps(edit.path)
            # HPE's answer lacks it, and the state then holds null; an element of a list is gone.
            write(reality[edit.address], edit.path, None)
            if isinstance(last, str) and "." not in edit.path:
                reality[edit.address][last] = None
        elif isinstance(edit, Set):
            write(reality[edit.address], edit.path, edit.value)
        else:
            assert isinstance(edit, Remove), "outside of Terraform, examples change or remove what it made"
            del reality[edit.address]
    return reality


def _change(item: Instance, resources: Mapping[str, Json]) -> Json:
    lifecycle = resources[base(item.address)].get("lifecycle") or {}
    if item.prior is None:
        actions = ["create"]
    elif item.replace:
        actions = ["create", "delete"] if lifecycle.get("create_before_destroy") else ["delete", "create"]
    else:
        actions = ["update"] if item.changed else ["no-op"]
    entry = _entry(item.address, actions, item.prior, item.values)
    if item.replace:
        entry["change"]["replace_paths"] = [list(path) for path in item.replace]
        entry["action_reason"] = "replace_because_cannot_update"
    if item.previous_address:
        entry["previous_address"] = item.previous_address
    return entry


def _end(address: str, state: Json, after: Writing) -> Json:
    if base(address) in after.forgotten:
        entry = _entry(address, ["forget"], state, None)
        return entry | {"action_reason": "delete_because_no_resource_config"}
    reason = "no_resource_config"
    if base(address) in after.resources:
        reason = "each_key" if '["' in address else "count_index" if "[" in address else "wrong_repetition"
    return _entry(address, ["delete"], state, None) | {"action_reason": f"delete_because_{reason}"}


def _drifted(address: str, state: Json, reality: Json | None) -> Json:
    return _entry(address, ["delete"] if reality is None else ["update"], state, reality)


def _entry(address: str, actions: list[str], before: Json | None, after: Json | None) -> Json:
    kind = type_of(address)
    index = steps(address)[2:]
    change: Json = {"actions": actions, "before": before, "after": None if after is None else _known(after)}
    change["after_unknown"] = {} if is_fully_known(after) else _unknown(after)
    schema = _schema(kind)
    change["before_sensitive"] = _sensitive(schema, before) if before is not None else False
    change["after_sensitive"] = _sensitive(schema, after) if after is not None else False
    return {
        "address": address,
        "mode": "managed",
        "type": kind,
        "name": str(steps(address)[1]),
        **({"index": index[0]} if index else {}),
        "provider_name": _provider(kind),
        "change": change,
    }


def _known(value: object) -> object:
    """As a plan prints what is known: unknown attributes are left out, unknown elements are null."""
    if isinstance(value, Mapping):
        return {name: _known(item) for name, item in value.items() if not isinstance(item, Unknown)}
    if isinstance(value, list):
        return [None if isinstance(item, Unknown) else _known(item) for item in value]
    return value


def _unknown(value: object) -> object:
    """`true` where a value is unknown, with only so much of the shape as leads there."""
    if isinstance(value, Mapping):
        inner = {name: _unknown(item) for name, item in value.items()}
        return {name: item for name, item in inner.items() if item is not False}
    return [_unknown(item) for item in value] if isinstance(value, list) else isinstance(value, Unknown)


def _sensitive(schema: Attributes | None, value: object) -> object:
    if not isinstance(value, Mapping) or schema is None:
        return {}
    marks: Json = {}
    for name, item in value.items():
        attribute = schema.get(name)
        if attribute is not None and attribute.field.sensitive and (item is not None or attribute.field.write_only):
            marks[name] = True
        elif attribute is None or isinstance(item, Unknown):
            continue
        elif isinstance(item, Mapping):
            marks[name] = _sensitive(attribute.attributes, item)
        elif isinstance(item, list):
            inner = attribute.attributes
            marks[name] = [_sensitive(inner, one) if inner else False for one in item]
    return marks


def _schema(kind: str) -> Attributes | None:
    if not kind.startswith("glbr_"):
        return None
    found = definition(kind.removeprefix("glbr_"))
    assert issubclass(found, Resource)
    return resource_schema(found)


def _provider(kind: str) -> str:
    prefix = kind.split("_", 1)[0]
    return _PROVIDERS.get(prefix, f"registry.terraform.io/hashicorp/{prefix}")


def _data(writing: Writing) -> dict[str, Json]:
    return {name: data_of(name, own) for name, own in writing.resources.items() if name.startswith("data.")}


def _values(found: Mapping[str, Json]) -> Json:
    resources = []
    for address, values in sorted(found.items()):
        index = steps(address.removeprefix("data."))[2:]
        kind = type_of(address)
        one: Json = {"address": address, "mode": "data" if address.startswith("data.") else "managed", "type": kind}
        one |= {"name": str(steps(address.removeprefix("data."))[1])} | ({"index": index[0]} if index else {})
        one |= {"provider_name": _provider(kind), "schema_version": 0, "values": values}
        one |= {"sensitive_values": {} if address.startswith("data.") else _sensitive(_schema(kind), values)}
        resources.append(one)
    return {"root_module": {"resources": resources}}


def _expressions(writing: Writing) -> Json:
    resources = []
    for address, arguments in sorted(writing.resources.items()):
        kind = type_of(address)
        one: Json = {"address": address, "mode": "data" if address.startswith("data.") else "managed", "type": kind}
        one |= {"name": address.rsplit(".", 1)[1], "provider_config_key": kind.split("_", 1)[0]}
        if found := {name: _expression(value) for name, value in arguments.items() if name not in META}:
            one["expressions"] = found
        one["schema_version"] = 0
        for meta in ("count", "for_each"):
            if meta in arguments:
                one[f"{meta}_expression"] = _expression(arguments[meta])
        resources.append(one)
    config = {"glbr": {"name": "glbr", "full_name": _PROVIDERS["glbr"]}}
    return {"provider_config": config, "root_module": {"resources": resources}}


def _expression(value: object) -> Json:
    """Terraform tells every step of a reference: `a.b.c[0].id`, `a.b.c[0]`, `a.b.c`, `a.b`."""
    found = []
    for reference in references(value):
        length = 1 if reference.startswith(("each.", "count.")) else 3 if reference.startswith("data.") else 2
        ends = [at for at in range(1, len(reference)) if reference[at] in ".["]
        whole = [reference, *(reference[:at] for at in reversed(ends))]
        found += [part for part in whole if len(steps(part)) >= max(length, 2)]
    return {"constant_value": value} | ({"references": found} if found else {})
