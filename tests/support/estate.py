"""One of every managed object in one configuration, and a look at what is there by data sources of the main kinds."""

import json
from collections.abc import Mapping

from glbr.definition.resource import Observed
from glbr.resources import definitions, managed
from glbr.views.terraform_schema import lookup_name
from samples import Json, Together, sample
from samples.data_orchestrator import NIC
from samples.protection_job import override
from samples.protection_policy import FIRST, SCRIPT, SECOND
from workspace import Workspace

RICH: Mapping[str, Together] = {
    "application_host": Together(name="his-db-02", description="the second one"),
    "data_orchestrator": Together(
        network={
            "hostname": "do-2",
            "name_servers": [{"network_address": "10.20.9.53"}, {"network_address": "10.20.9.54"}],
            "search_domains": ["b.example", "a.example"],
            "nic": [NIC],
        },
        ntp={"ntp_servers": [{"network_address": "10.20.9.124"}, {"network_address": "10.20.9.123"}]},
    ),
    "protection_job": Together(
        effective_from_date_time="2026-01-05T06:00:00Z",
        overrides=override(consistency="APPLICATION", expire_after="8 weeks", lock_for="2 days"),
    ),
    "protection_policy": Together(
        {
            "name": "tested",
            "description": "all of it",
            f"{FIRST}.name": "four-hourly",
            f"{FIRST}.expire_after": "36 hours",
            f"{FIRST}.schedule.active_time": {"active_from_time": "06:00", "active_until_time": "22:00"},
            f"{FIRST}.pre_script_info": {**SCRIPT, "params": "--one", "timeout_in_seconds": 60},
            f"{SECOND}.lock_for": "1 week",
            f"{SECOND}.source_protection_schedule_id": 1,
            f"{SECOND}.schedule.start_time": "01:30",
        }
    ),
    "protection_store": Together(display_name="Tested"),
    "virtual_machine_protection_group": Together(name="tested"),
    "volume_protection_group": Together(name="tested"),
    "volume_protection_group_backup": Together(expire_after="2 weeks"),
    "volume_protection_group_snapshot": Together(expire_after="2 weeks"),
}
"""Beyond the least of each sample: lists within lists, periods and moments; and names of their own."""

GROWING = ("virtual_machines", "datastores", "mssql_databases", "mssql_instances")
"""Lists of which the samples take the first, and in which a gateway or a host of the estate shows up: sorted by age."""

PLACES: Mapping[str, str] = {
    "hypervisor_manager_id": "${data.glbr_hypervisor_managers.all.items[0].id}",
    "volume_protection_group_id": "${glbr_volume_protection_group.erp.id}",
    "virtual_machine_protection_group_id": "${glbr_virtual_machine_protection_group.erp.id}",
}
"""Objects of the estate below which others are looked for."""
UNNAMED = ("async_operation", "issue", "mssql_instance")
"""Kinds of which several have one name."""
EMPTY = ("dual_auth_operation",)
"""Kinds of which the estate has none."""


def address(noun: str) -> str:
    """Where the object under test is in Terraform."""
    return f"glbr_{noun}.tested"


def estate() -> Json:
    """Terraform JSON of one of every managed object, with what they need around them."""
    whole: Json = {}
    for noun in managed():
        _merge(whole, sample(noun).configuration(f"glbr_{noun}", RICH.get(noun)))
    for plural in GROWING:
        whole["data"][f"glbr_{plural}"]["all"]["sort"] = "createdAt"
    return whole


def watched_estate() -> Json:
    """The estate with data sources for what it holds: each list, and its first object again, by id and by name."""
    whole = estate()
    _merge(whole, {"data": _look_ups()})
    return whole


def _look_ups() -> Json:
    sources: Json = {}
    for noun, definition in definitions().items():
        if noun in EMPTY or not issubclass(definition, Observed) or "one" not in definition.sources:
            continue
        if set(definition.above()) - PLACES.keys():
            continue
        places = {name: PLACES[name] for name in definition.above()}
        first = f"data.glbr_{definition.plural()}.every.items[0]"
        name = lookup_name(definition)
        by_name = first + (".asset_info.name" if noun == "protection_job" else f".{name}")
        sources[f"glbr_{definition.plural()}"] = {"every": places}
        sources[f"glbr_{noun}"] = {"by_id": {**places, "id": f"${{{first}.id}}"}}
        if noun not in UNNAMED:
            sources[f"glbr_{noun}"]["by_name"] = {**places, name: f"${{{by_name}}}"}
    return sources


def states(workspace: Workspace, mode: str = "managed") -> dict[str, Json]:
    """The attributes of everything in the state, by address."""
    shown = json.loads(workspace.run("show", "-json").output)
    resources = shown["values"]["root_module"].get("resources", [])
    return {item["address"]: item["values"] for item in resources if item["mode"] == mode}


def imports(tested: Mapping[str, Json]) -> list[Json]:
    """Import blocks for the objects under test; `tested` holds their states by address."""
    above = {address(noun): definition.above() for noun, definition in managed().items()}
    return [
        {"to": place, "id": "/".join(str(state[name]) for name in (*above[place], "id"))}
        for place, state in tested.items()
    ]


def _merge(whole: Json, part: Mapping[str, object]) -> None:
    """Join configurations; what two of them name alike must be the same."""
    for name, value in part.items():
        before = whole.setdefault(name, value)
        if isinstance(before, dict) and isinstance(value, Mapping) and before is not value:
            _merge(before, value)
        else:
            assert before == value, f"{name}: {before} and {value}"
