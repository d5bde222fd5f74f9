"""Terraform's part in a plan, acted in a few milliseconds: expands, resolves, applies and plans a configuration.

The provider's own planner and definitions decide what changes in place and what is replaced; only Terraform's own work and
HPE's answers are made up here. It knows references and templates, `count`, `for_each`, `ignore_changes`, `moved` and
`removed`; no functions and no modules.
"""

import copy
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from uuid import NAMESPACE_URL, uuid5

from glbr.definition.resource import Resource
from glbr.definition.tree import UNKNOWN, Unknown
from glbr.provider.planner import planned, without_results
from glbr.resources import definition
from glbr.resources.protection_job import FROM_POLICY, ScheduleOverride
from glbr.views.terraform_schema import resource_schema

Json = dict[str, object]
Written = Mapping[str, Mapping[str, object]]
"""Arguments by address, as Terraform's JSON has them."""

META = ("lifecycle", "count", "for_each", "depends_on", "provider", "//")
HELD_MACHINES = 24
_TEMPLATE = re.compile(r"\$\{([^}]*)\}")
_STEP = re.compile(r'\.?([A-Za-z_][\w-]*)|\[(\d+)\]|\["((?:[^"\\]|\\.)*)"\]')


def steps(path: str) -> list[str | int]:
    """`protections[1].schedules` in parts: names, positions and quoted keys."""
    found: list[str | int] = []
    at = 0
    while at < len(path):
        match = _STEP.match(path, at)
        assert match is not None, f"{path!r} is no path that examples can use"
        name, position, key = match.groups()
        found.append(int(position) if position is not None else name if name is not None else key.replace('\\"', '"'))
        at = match.end()
    return found


def base(address: str) -> str:
    """The resource an instance belongs to: `glbr_x.y["k"]` is one of `glbr_x.y`."""
    return address.split("[", 1)[0]


def type_of(address: str) -> str:
    """`glbr_protection_store`."""
    return address.removeprefix("data.").split(".", 1)[0]


def references(value: object) -> list[str]:
    """Every reference in a value, in the order of writing."""
    if isinstance(value, str):
        return [found.strip() for found in _TEMPLATE.findall(value)]
    inner = value.values() if isinstance(value, Mapping) else value if isinstance(value, (list, tuple)) else ()
    return [found for item in inner for found in references(item)]


def made_up(address: str, path: str) -> str | None:
    """What HPE would say for a value that it makes: the same at every run.

    Inside of nested objects it mostly says nothing where a person did not either.
    """
    above, _, name = path.rpartition(".")
    if name.endswith("_at"):
        return "2026-01-05T00:00:00Z"
    return (
        None if above and name not in ("id", "name", "resource_uri") else str(uuid5(NAMESPACE_URL, f"{address}/{path}"))
    )


@dataclass
class Instance:
    """One instance with its values; unknown ones are `UNKNOWN`."""

    address: str
    values: Json
    prior: Json | None = None
    changed: bool = True
    replace: tuple[tuple[object, ...], ...] = ()
    previous_address: str = ""


@dataclass
class World:
    """One evaluation of a configuration, on top of a state.

    Attributes:
        written: Arguments by address.
        prior: State by address of the instance.
        moved: Old address by new one.
        applied: Whether what only an apply tells is told: made up at once.
    """

    written: Written
    prior: Mapping[str, Json] = field(default_factory=dict)
    moved: Mapping[str, str] = field(default_factory=dict)
    applied: bool = False
    _made: dict[str, Instance] = field(default_factory=dict)

    def instances(self) -> dict[str, Instance]:
        """Every managed instance, by address."""
        for address in self.written:
            if not address.startswith("data."):
                for instance, each in self._expanded(address):
                    self._instance(instance, each)
        return dict(sorted(self._made.items()))

    def _expanded(self, address: str) -> Iterator[tuple[str, Json]]:
        arguments = self.written[address]
        if "count" in arguments:
            number = self._resolved(arguments["count"], {})
            assert isinstance(number, int), f"{address}: count must be a number"
            yield from ((f"{address}[{index}]", {"count": {"index": index}}) for index in range(number))
        elif "for_each" in arguments:
            over = self._resolved(arguments["for_each"], {})
            assert isinstance(over, Mapping), f"{address}: for_each must be a map; Terraform takes no list"
            for key, value in over.items():
                quoted = str(key).replace("\\", "\\\\").replace('"', '\\"')
                yield f'{address}["{quoted}"]', {"each": {"key": key, "value": value}}
        else:
            yield address, {}

    def _instance(self, address: str, each: Json) -> Instance:
        if address not in self._made:
            arguments = {name: value for name, value in self.written[base(address)].items() if name not in META}
            config = {name: self._resolved(value, each) for name, value in arguments.items()}
            self._made[address] = self._planned(address, config)
        return self._made[address]

    def _planned(self, address: str, config: Json) -> Instance:
        was = self.moved.get(address, self.moved.get(base(address), ""))
        if was and "[" in address and "[" not in was and address not in self.moved:
            was += address.removeprefix(base(address))
        prior = self.prior.get(was) if was else self.prior.get(address)
        lifecycle = self.written[base(address)].get("lifecycle")
        for name in lifecycle.get("ignore_changes", ()) if isinstance(lifecycle, Mapping) and prior else ():
            config = config | {name: prior.get(name)} if prior else config
        if not type_of(address).startswith("glbr_"):
            made = self._foreign(address, prior, config)
        else:
            made = self._ours(address, prior, config)
        made.previous_address = was if prior is not None else ""
        if self.applied:
            made.values = {name: _told(address, name, value) for name, value in made.values.items()}
        return made

    def _foreign(self, address: str, prior: Json | None, config: Json) -> Instance:
        values = {"id": prior["id"] if prior else UNKNOWN, **config}
        if type_of(address) == "terraform_data":
            stays = self.applied or (prior is not None and prior.get("input") == config.get("input"))
            values |= {"output": config.get("input") if stays else UNKNOWN, "triggers_replace": None}
        return Instance(address, values, prior, changed=values != prior)

    def _ours(self, address: str, prior: Json | None, config: Json) -> Instance:
        kind = definition(type_of(address).removeprefix("glbr_"))
        assert issubclass(kind, Resource)
        schema = resource_schema(kind)
        plan = planned(schema, prior, config)
        if prior is None or not plan.changed:
            return Instance(address, plan.state, prior, changed=plan.changed)
        state, replace = plan.state, plan.replace
        if not replace:
            update = kind.update(prior, state, self._live(type_of(address), prior))
            replace = update.replace
            if update.method == "PUT":
                state = without_results(schema, state) | {"id": state["id"]}
        if replace:
            state = planned(schema, None, config).state
        return Instance(address, state, prior, replace=replace)

    def _live(self, kind: str, prior: Json) -> Json:
        """What HPE adds to the state of a policy or job: whether it is used, and the values in force."""
        jobs = [state for address, state in self.prior.items() if type_of(address) == "glbr_protection_job"]
        if kind == "glbr_protection_policy":
            return prior | {"assigned": any(job["protection_policy_id"] == prior["id"] for job in jobs)}
        if kind != "glbr_protection_job":
            return prior
        policies = [state for state in self.prior.values() if state.get("id") == prior["protection_policy_id"]]
        return prior | {"protections": [_in_force(tier, prior) for state in policies for tier in state["protections"]]}

    def _resolved(self, value: object, each: Json) -> object:
        if isinstance(value, Mapping):
            return {name: self._resolved(item, each) for name, item in value.items()}
        if isinstance(value, (list, tuple)):
            return [self._resolved(item, each) for item in value]
        if not isinstance(value, str) or "${" not in value:
            return value
        if whole := _TEMPLATE.fullmatch(value):
            return copy.deepcopy(self._looked_up(whole[1].strip(), each))
        parts = [self._looked_up(name.strip(), each) for name in _TEMPLATE.findall(value)]
        if any(isinstance(part, Unknown) for part in parts):
            return UNKNOWN
        told = iter(parts)
        return _TEMPLATE.sub(lambda _: str(next(told)), value)

    def told(self, value: object) -> object:
        """A value with its references followed."""
        return self._resolved(value, {})

    def _looked_up(self, reference: str, each: Json) -> object:
        path = steps(reference)
        if path[0] in ("each", "count"):
            return _followed(each, path, reference)
        if path[0] == "data":
            address = ".".join(map(str, path[:3]))
            return _followed(data_of(address, self.written[address]), path[3:], reference)
        address = f"{path[0]}.{path[1]}"
        assert address in self.written, f"{reference} names a resource that is not in the example"
        for instance, own in self._expanded(address):
            if steps(instance) == path[: len(steps(instance))]:
                values = self._instance(instance, own).values
                return _followed(values, path[len(steps(instance)) :], reference)
        raise AssertionError(f"{reference} names an instance that is not in the example")


def data_of(address: str, arguments: Mapping[str, object]) -> Json:
    """What a data source finds: one object, or a list of 24 where its type is written in the plural."""
    noun = type_of(address).removeprefix("glbr_")
    one = dict(arguments) | {"id": arguments.get("id") or made_up(address, "id")}
    if not noun.endswith("s") or "name" in arguments or "display_name" in arguments:
        return one
    # The same order, whatever asks for them: two data sources of a kind find the same objects.
    single = noun.removesuffix("s").replace("_", "-")
    named = [f"{single}-{number:04d}" for number in range(1, HELD_MACHINES + 1)]
    items = [{"id": made_up(f"{noun}/{name}", "id"), "name": name, "display_name": name} for name in named]
    return dict(arguments) | {"items": items}


def _followed(value: object, path: list[str | int], reference: str) -> object:
    for step in path:
        if isinstance(value, Unknown):
            return value
        assert isinstance(value, (Mapping, list)), f"{reference} leads nowhere in the example"
        there = step in value if isinstance(value, Mapping) else isinstance(step, int) and step < len(value)
        assert there, f"{reference} leads nowhere in the example"
        value = value[step]
    return value


def _told(address: str, path: str, value: object) -> object:
    """A value after the apply: HPE has told what was unknown."""
    if isinstance(value, Unknown):
        return made_up(address, path)
    if isinstance(value, Mapping):
        return {name: _told(address, f"{path}.{name}", item) for name, item in value.items()}
    if isinstance(value, list):
        return [_told(address, f"{path}[{position}]", item) for position, item in enumerate(value)]
    return value


def _in_force(tier: Json, job: Json) -> Json:
    """A tier of the policy as a job runs it, with its own values on top."""
    chosen = [own for own in (job["overrides"] or {"protections": []})["protections"] if own["id"] == tier["id"]]
    per_schedule = {entry["schedule_id"]: entry for own in chosen for entry in own["schedules"] or ()}
    schedules = []
    for entry in tier["schedules"]:
        own = per_schedule.get(entry["schedule_id"], {})
        usual = {name: entry.get(name) for name in ("schedule_id", *FROM_POLICY)}
        schedules.append(usual | {"overrides": {name: own.get(name) for name in ScheduleOverride.fields()}})
    store = next((own["protection_store_id"] for own in chosen if own["protection_store_id"]), None)
    return {"id": tier["id"], "protection_store_id": store or tier["protection_store_id"], "schedules": schedules}
