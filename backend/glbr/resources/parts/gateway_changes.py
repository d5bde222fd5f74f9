"""A change of a Protection Store Gateway → the calls that take its parts."""

from collections.abc import Iterable, Iterator, Mapping

from glbr.definition import Step, Tree, Unknown, changes
from glbr.definition.fields import Field
from glbr.protection.gateway import FIGURES, PLACES
from glbr.protection.problem import Path
from glbr.resources.parts.gateway_parts import AdapterSettings, FixedSize, VmConfig
from glbr.resources.parts.gateway_reading import PLACED, in_order, tree_of, trees_of

SIZE = ("datastore_ids", *FIGURES, "override")
NO_OVERRIDE = dict.fromkeys(FixedSize.fields(), 0)
"""Zeros are how HPE tells that there is none; what it makes of a new size that names none, it does not say."""
LIKENESS = (("id",), ("network_name", "network_address"), ("network_address",), ("network_name",))
"""By what an adapter is known, the surest first. By an address alone even in another network: no two can have it at once."""


def differing_places(prior: Tree, planned: Tree) -> dict[Path, tuple[object, object]]:
    """What no call changes and yet differs: each path with what was and what is wanted.

    Where one of the two is missing the change may be none: an import cannot tell what was written.
    """
    before, wanted = tree_of(prior.get("vm_config")), tree_of(planned.get("vm_config"))
    pairs: dict[Path, tuple[object, object]] = {
        ("hypervisor_manager_id",): (prior.get("hypervisor_manager_id"), planned.get("hypervisor_manager_id")),
        **{("vm_config", name): (before.get(name), wanted.get(name)) for name in PLACED},
    }
    # Empty text says as much as nothing.
    given = {path: (before or None, wanted or None) for path, (before, wanted) in pairs.items()}
    # An id that is not known yet is not a move as yet: the apply looks again.
    return {path: pair for path, pair in given.items() if pair[0] != pair[1] and not isinstance(pair[1], Unknown)}


def moved(prior: Tree, planned: Tree) -> tuple[Path, ...]:
    """What would put the gateway elsewhere: another value, or another kind of place."""
    paths = [path for path, pair in differing_places(prior, planned).items() if None not in pair]
    before, wanted = _places(prior), _places(planned)
    if before and wanted and not set(before) & set(wanted):
        paths += [("vm_config", name) for name in (*before, *wanted)]
    return tuple(paths)


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
        size = {name: wanted.get(name) for name in SIZE} | _zeros(FIGURES, before, wanted)
        fixed, wanted_fixed = before.get("override"), size["override"]
        if fixed is not None and wanted_fixed is None:
            size["override"] = NO_OVERRIDE
        elif isinstance(wanted_fixed, Mapping):
            size["override"] = {**wanted_fixed, **_zeros(FixedSize.fields(), tree_of(fixed), wanted_fixed)}
        yield Step("resize", size)


def connected(prior: Tree, planned: Tree, live: Tree) -> tuple[Step, ...]:
    """The calls for all adapters, and what else is set up, so that an address is given up before another takes it.

    Args:
        prior: The last state.
        planned: What is wanted.
        live: The gateway as HPE holds it now.
    """
    first, others = tuple(_first_connected(prior, planned, live)), tuple(set_up(prior, planned))
    address = _first_adapter(planned).get("network_address")
    held = [one.get("network_address") for one in trees_of(prior.get("nics"))]
    return (*others, *first) if address is not None and address in held else (*first, *others)


def _first_connected(prior: Tree, planned: Tree, live: Tree) -> Iterator[Step]:
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


def _places(tree: Tree) -> list[str]:
    """The kinds of place that are named."""
    machine = tree_of(tree.get("vm_config"))
    return [name for name in PLACES if machine.get(name)]


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
    pairs = list(zip(wanted, _partners(wanted, left), strict=True))
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


def _partners(wanted: list[Tree], left: list[Tree]) -> list[Tree | None]:
    """For each adapter the one that becomes it, taken from those left: each likeness over all before the next one."""
    partners: list[Tree | None] = [None] * len(wanted)
    for names in LIKENESS:
        for position, adapter in enumerate(wanted):
            found = None if partners[position] else next((one for one in left if _alike(one, adapter, names)), None)
            if found is not None:
                left.remove(found)
                partners[position] = found
    return partners


def _alike(one: Tree, other: Tree, names: tuple[str, ...]) -> bool:
    return one.get(names[0]) is not None and all(one.get(name) == other.get(name) for name in names)


def _zeros(names: Iterable[str], before: Tree, wanted: Tree) -> dict[str, object]:
    """Zeros for the figures that were there and shall be no more."""
    return {name: 0 for name in names if before.get(name) is not None and wanted.get(name) is None}


def _differs(entry: Field, before: object, wanted: object) -> bool:
    """Whether a change is asked for. What is unknown is left to HPE."""
    if isinstance(wanted, Unknown):
        return False
    if entry.block is not None and isinstance(before, Mapping) and isinstance(wanted, Mapping):
        inner = entry.block.fields()
        return any(_differs(part, before.get(name), wanted.get(name)) for name, part in inner.items())
    return not entry.same(before, wanted)
