"""A change of a Protection Store Gateway → the calls that take its parts."""

from collections.abc import Iterator, Mapping

from glbr.definition import Step, Tree, Unknown, changes
from glbr.definition.fields import Field
from glbr.protection.gateway import FIGURES
from glbr.protection.problem import Path
from glbr.resources.parts.gateway_parts import AdapterSettings, FixedSize, VmConfig
from glbr.resources.parts.gateway_reading import PLACED, in_order, tree_of, trees_of

SIZE = ("datastore_ids", *FIGURES, "override")
NO_OVERRIDE = dict.fromkeys(FixedSize.fields(), 0)
"""Zeros are how HPE tells that there is none; what it makes of a new size that names none, it does not say."""


def differing_places(prior: Tree, planned: Tree) -> dict[Path, tuple[object, object]]:
    """What no call changes and yet differs: each path with what was and what is wanted.

    Where one of the two is missing the change may be none: an import cannot tell what was written.
    """
    before, wanted = tree_of(prior.get("vm_config")), tree_of(planned.get("vm_config"))
    pairs: dict[Path, tuple[object, object]] = {
        ("hypervisor_manager_id",): (prior.get("hypervisor_manager_id"), planned.get("hypervisor_manager_id")),
        **{("vm_config", name): (before.get(name), wanted.get(name)) for name in PLACED},
    }
    # An id that is not known yet is not a move as yet: the apply looks again.
    return {path: pair for path, pair in pairs.items() if pair[0] != pair[1] and not isinstance(pair[1], Unknown)}


def patched(fields: Mapping[str, Field], prior: Tree, planned: Tree) -> dict[str, object]:
    """What goes by PATCH. What is unknown was left to HPE."""
    found = changes({name: fields[name] for name in ("ntp", "proxy")}, prior, planned)
    changed = {name: value for name, value in found.items() if not isinstance(value, Unknown)}
    servers = _servers(planned)
    if isinstance(servers, list) and servers != _servers(prior):
        changed["dns"] = servers
    clock = planned.get("date_time")
    if isinstance(clock, Mapping) and clock != prior.get("date_time"):
        changed["date_time"] = clock
    return changed


def resized(prior: Tree, planned: Tree) -> Iterator[Step]:
    """The call for a new size, if one is wanted: it takes the whole list of datastores."""
    before, wanted = tree_of(prior.get("vm_config")), tree_of(planned.get("vm_config"))
    if any(_differs(VmConfig.fields()[name], before.get(name), wanted.get(name)) for name in SIZE):
        size = {name: wanted.get(name) for name in SIZE}
        if before.get("override") is not None and wanted.get("override") is None:
            size["override"] = NO_OVERRIDE
        yield Step("resize", size)


def connected(prior: Tree, planned: Tree, live: Tree) -> Iterator[Step]:
    """The call for the adapter that the gateway was deployed with, if it shall be another.

    Args:
        prior: The last state.
        planned: What is wanted.
        live: The gateway as HPE holds it now: only there the adapter has its id.
    """
    wanted = _first_adapter(planned)
    if wanted and _settings_differ(_first_adapter(prior), wanted):
        first = next(iter(in_order(live.get("nics"))), {})
        yield _adapter_change(first, wanted)


def set_up(prior: Tree, planned: Tree) -> Iterator[Step]:
    """The calls for the adapters beside the first, and for the access of HPE's support."""
    if not isinstance(planned.get("nics"), Unknown):
        yield from _adapter_steps(trees_of(prior.get("nics")), trees_of(planned.get("nics")))
    allowed = planned.get("remote_access_enabled")
    if isinstance(allowed, bool) and allowed != prior.get("remote_access_enabled"):
        yield Step("set-remote-support", {"enabled": allowed})


def _servers(tree: Tree) -> object:
    """The DNS servers that count."""
    own = tree.get("dns")
    return tree_of(tree_of(tree.get("vm_config")).get("network")).get("dns") if own is None else own


def _first_adapter(tree: Tree) -> dict[str, object]:
    """The adapter of the machine, in the words of the other adapters."""
    network = tree_of(tree_of(tree.get("vm_config")).get("network"))
    return _settings({**network, "network_name": network.get("name")}) if network else {}


def _adapter_steps(present: list[Tree], wanted: list[Tree]) -> Iterator[Step]:
    """New adapters first, so that stores stay within reach, and those nobody wants last."""
    left = list(present)
    pairs = [(adapter, _partner(adapter, left)) for adapter in wanted]
    for adapter, partner in pairs:
        if partner is None:
            yield Step("createNic", {"nic": _settings(adapter)})
    for adapter, partner in pairs:
        if partner and _settings_differ(partner, adapter):
            yield _adapter_change(partner, adapter)
    for adapter in left:
        yield Step("deleteNic", {"nic": {"id": adapter.get("id")}})


def _settings(adapter: Tree) -> dict[str, object]:
    return {name: adapter.get(name) for name in AdapterSettings.fields()}


def _settings_differ(before: Tree, wanted: Tree) -> bool:
    entries = AdapterSettings.fields().items()
    return any(_differs(entry, before.get(name), wanted.get(name)) for name, entry in entries)


def _adapter_change(present: Tree, wanted: Tree) -> Step:
    """The call that makes an adapter what is wanted."""
    settings = _settings(wanted)
    if settings["network_type"] == "STATIC" and settings["gateway"] is None:
        settings["gateway"] = ""  # left out, it might stay as it was
    return Step("updateNic", {"nic": {"id": present.get("id"), **settings}})


def _partner(adapter: Tree, left: list[Tree]) -> Tree | None:
    """The adapter in the same network, of several the one with the same address; it is taken from those left."""
    near = [one for one in left if one.get("network_name") == adapter.get("network_name")]
    near.sort(key=lambda one: one.get("network_address") != adapter.get("network_address"))
    if near:
        left.remove(near[0])
    return near[0] if near else None


def _differs(entry: Field, before: object, wanted: object) -> bool:
    """Whether a change is asked for. What is unknown is left to HPE."""
    if isinstance(wanted, Unknown):
        return False
    if entry.block is not None and isinstance(before, Mapping) and isinstance(wanted, Mapping):
        inner = entry.block.fields()
        return any(_differs(part, before.get(name), wanted.get(name)) for name, part in inner.items())
    return not entry.same(before, wanted)
