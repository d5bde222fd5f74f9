"""Account-wide settings: named values, one of which switches dual authorization."""

import json

from glbr.simulator.call import Behaviour, Call, Reply, Show
from glbr.simulator.clock import text_of
from glbr.simulator.contract.document import JsonObject
from glbr.simulator.world import World
from glbr.simulator.worlds.account import DUAL_AUTHORIZATION

_COLLECTION = "settings"


def _change(call: Call) -> Reply:
    setting = call.subject(_COLLECTION)
    wanted = call.body["currentValue"]
    allowed = json.loads(setting["possibleValues"])
    if wanted not in allowed:
        raise call.refuse(422, f"currentValue of {setting['name']} is {wanted!r}; allowed are {', '.join(allowed)}")
    world = call.world
    by = {"lastUpdatedBy": call.user, "lastUpdatedAt": text_of(world.now)}
    changed = world.store_change(_COLLECTION, {**setting, "currentValue": wanted, **by})
    if setting["name"] == DUAL_AUTHORIZATION:
        world.settings = world.settings.changed({"dual_authorization": wanted == "ON"})
    return Reply(200, changed, _COLLECTION)


def _show(world: World, items: list[JsonObject]) -> list[JsonObject]:
    return [_shown(world, item) for item in items]


def _shown(world: World, setting: JsonObject) -> JsonObject:
    """The simulator's own setting decides about dual authorization, whoever switched it."""
    if setting["name"] != DUAL_AUTHORIZATION:
        return setting
    return {**setting, "currentValue": "ON" if world.settings.dual_authorization else "OFF"}


BEHAVIOURS: dict[str, Behaviour] = {"SettingUpdate": _change}
SHOWN: dict[str, Show] = {_COLLECTION: _show}
