"""The network adapters of a gateway: how each is checked and made, and how they change."""

import ipaddress

from glbr.simulator.call import Behaviour, Call, Reply
from glbr.simulator.contract.document import JsonObject
from glbr.simulator.errors import ApiError
from glbr.simulator.kinds.protection_store_gateway.work import accept, changed, current, reachable, usable
from glbr.simulator.operations import Effect
from glbr.simulator.world import World
from glbr.simulator.worlds.appliances import MASK, ROUTER, address_of

_FIELDS = ("networkName", "networkType", "networkAddress", "subnetMask", "gateway")
_CREATING = "PSG_STATE_VM_CREATING_NIC"
_UPDATING = "PSG_STATE_UPDATING"


def adapter_of(world: World, given: JsonObject, identifier: str, index: int) -> JsonObject:
    """A whole adapter from what was asked: DHCP gives what a STATIC one was told."""
    asked = {name: given[name] for name in _FIELDS if given.get(name)}
    kind = asked.get("networkType") or ("STATIC" if asked.get("networkAddress") else "DHCP")
    if kind == "DHCP":
        leased = {"networkAddress": address_of(world.options.seed, identifier), "subnetMask": MASK, "gateway": ROUTER}
        asked = {"networkName": asked["networkName"], **leased}
    return {"id": identifier, "networkIndex": index, **asked, "networkType": kind}


def check_adapter(
    world: World, manager: str | None, given: JsonObject, what: str, *, others: list[JsonObject] | None = None
) -> None:
    """400 for an adapter that cannot be: its network, its address.

    Args:
        world: where the networks are.
        manager: id of the hypervisor manager whose networks count.
        given: `networkName` and the rest of an adapter.
        what: what is being done, for the message.
        others: the adapters the gateway has beside this one.
    """
    name = given.get("networkName")
    networks = [network["name"] for network in world.objects.all("networks", manager)] if manager else []
    if name not in networks:
        known = ", ".join(networks) or "none"
        raise ApiError(
            400, f"{what}: no network of the hypervisor manager is called {name!r}; its networks are {known}"
        )
    address = given.get("networkAddress")
    if given.get("networkType") == "DHCP" or (not address and given.get("networkType") is None):
        if address:
            raise ApiError(400, f"{what}: a DHCP network adapter gets its networkAddress; leave {address!r} out")
        return
    missing = [field for field in ("networkAddress", "subnetMask") if not given.get(field)]
    if missing:
        raise ApiError(400, f"{what}: a STATIC network adapter needs {' and '.join(missing)}")
    try:
        ipaddress.IPv4Address(address or "")
    except ValueError as problem:
        raise ApiError(400, f"{what}: networkAddress is {address!r}; give an IPv4 address") from problem
    for other in others or ():
        if other.get("networkAddress") == address:
            raise ApiError(400, f"{what}: networkAddress {address} belongs to network adapter {other['id']} already")


def _adapters(gateway: JsonObject) -> list[JsonObject]:
    found: list[JsonObject] = gateway["network"].get("nics", [])
    return found


def _connected(world: World, gateway: JsonObject, adapters: list[JsonObject]) -> list[JsonObject]:
    """The gateway with other adapters; its machine in the inventory shows the address of the first."""
    machine = world.objects.find("virtual-machines", gateway.get("vmId") or "")
    if machine is not None:
        world.store_change("virtual-machines", {**machine, "networkAddress": adapters[0]["networkAddress"]})
    return changed(world, {**gateway, "network": {**gateway["network"], "nics": adapters}})


def _asked(call: Call, *, with_id: bool) -> JsonObject:
    asked: JsonObject | None = call.body.get("nic")
    if not asked:
        raise call.refuse(400, "nic must be given: the network adapter this is about")
    if with_id and not asked.get("id"):
        raise call.refuse(400, "nic.id must be given; GET of the gateway shows the ids under network.nics")
    return asked


def _adapter(gateway: JsonObject, identifier: str, what: str) -> JsonObject:
    for adapter in _adapters(gateway):
        if adapter["id"] == identifier:
            return adapter
    known = ", ".join(adapter["id"] for adapter in _adapters(gateway))
    raise ApiError(400, f"{what}: the gateway has no network adapter {identifier!r}; it has {known}")


def _create(call: Call) -> Reply:
    gateway = reachable(call)
    asked = _asked(call, with_id=False)
    check_adapter(call.world, gateway.get("hypervisorManagerId"), asked, call.operation.id, others=_adapters(gateway))
    return accept(call, gateway, "Create network adapter of", "gateway.create_nic", {"nic": asked}, (_CREATING,))


def _created(world: World, arguments: JsonObject) -> list[JsonObject]:
    what = "creating a network adapter"
    gateway = current(world, arguments, what)
    nics = _adapters(gateway)
    check_adapter(world, gateway.get("hypervisorManagerId"), arguments["nic"], what, others=nics)
    index = max((nic["networkIndex"] for nic in nics), default=-1) + 1
    made = adapter_of(world, arguments["nic"], world.identities.fresh("gateway-nic"), index)
    return _connected(world, gateway, [*nics, made])


def _update(call: Call) -> Reply:
    asked = _asked(call, with_id=True)
    # force=false changes what the cloud knows only, so the gateway need not answer (NOTES, section 9).
    gateway = reachable(call) if call.body.get("force", True) else usable(call)
    _check_update(call.world, gateway, asked, call.operation.id)
    return accept(call, gateway, "Update network adapter of", "gateway.update_nic", {"nic": asked}, (_UPDATING,))


def _check_update(world: World, gateway: JsonObject, asked: JsonObject, what: str) -> JsonObject:
    """The adapter as it shall be: what is asked, and for the rest what it is."""
    adapter = _adapter(gateway, asked["id"], what)
    # An address that DHCP gave is not kept when the adapter becomes STATIC.
    leased = "DHCP" in (adapter["networkType"], asked.get("networkType"))
    kept_fields = ("networkName", "networkType") if leased else _FIELDS
    kept = {name: adapter[name] for name in kept_fields if name in adapter}
    wanted = {**kept, **asked}
    others = [other for other in _adapters(gateway) if other["id"] != adapter["id"]]
    check_adapter(world, gateway.get("hypervisorManagerId"), wanted, what, others=others)
    return adapter_of(world, wanted, adapter["id"], adapter["networkIndex"])


def _updated(world: World, arguments: JsonObject) -> list[JsonObject]:
    what = "updating a network adapter"
    gateway = current(world, arguments, what)
    wanted = _check_update(world, gateway, arguments["nic"], what)
    nics = [wanted if nic["id"] == wanted["id"] else nic for nic in _adapters(gateway)]
    return _connected(world, gateway, nics)


def _delete(call: Call) -> Reply:
    gateway = reachable(call)
    asked = _asked(call, with_id=True)
    _check_delete(gateway, asked["id"], call.operation.id)
    return accept(call, gateway, "Delete network adapter of", "gateway.delete_nic", {"nic": asked}, (_UPDATING,))


def _check_delete(gateway: JsonObject, identifier: str, what: str) -> None:
    _adapter(gateway, identifier, what)
    if len(_adapters(gateway)) == 1:
        raise ApiError(412, f"{what}: {identifier} is the last network adapter; without it nobody reaches the gateway")


def _deleted(world: World, arguments: JsonObject) -> list[JsonObject]:
    what = "deleting a network adapter"
    gateway = current(world, arguments, what)
    _check_delete(gateway, arguments["nic"]["id"], what)
    nics = [nic for nic in _adapters(gateway) if nic["id"] != arguments["nic"]["id"]]
    return _connected(world, gateway, nics)


BEHAVIOURS: dict[str, Behaviour] = {
    "ProtectionStoreGatewayNicCreate": _create,
    "ProtectionStoreGatewayNicUpdate": _update,
    "ProtectionStoreGatewayNicDelete": _delete,
}
EFFECTS: dict[str, Effect] = {
    "gateway.create_nic": _created,
    "gateway.update_nic": _updated,
    "gateway.delete_nic": _deleted,
}
