"""The states an object passes through while an operation works on it."""

from collections.abc import Mapping

from glbr.simulator.call import Show
from glbr.simulator.contract.document import JsonObject
from glbr.simulator.world import World


def passing(states: Mapping[str, str]) -> Show:
    """Shows an object in the state that belongs to the effect it waits for, else as it is stored.

    Args:
        states: name of an effect to the `state` that HPE shows until the effect has come.
    """

    def show(world: World, items: list[JsonObject]) -> list[JsonObject]:
        shown = []
        for item in items:
            state = states.get(world.operations.under_way(item["resourceUri"]) or "")
            shown.append(item if state is None else {**item, "state": state})
        return shown

    return show
