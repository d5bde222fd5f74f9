"""A Protection Store Gateway as HPE tells it → what a person wrote of it.

HPE takes the machine of a gateway in one piece, `vm_config`, and tells size, datastores and network beside each other, as they
are now. Where the machine was placed it does not tell at all.
"""

from collections.abc import Mapping

from glbr.definition import Tree
from glbr.definition.tree import is_fully_known
from glbr.protection.gateway import ADDRESS, FIGURES, PLACES
from glbr.resources.parts.gateway_parts import FixedSize

PLACED = (*PLACES, "folder_id", "content_library_id")
"""What counts at the deployment only, and is told nowhere."""


def told_as_written(tree: Tree, prior: Tree) -> dict[str, object]:
    """The gateway in the shape in which it was written.

    Args:
        tree: All that HPE tells.
        prior: The last state, or the plan that was carried out.
    """
    written = _known(prior)
    adapters = in_order(tree.get("nics"))
    return {
        **tree,
        "vm_config": _machine(tree, adapters, written),
        "nics": [_addressed(adapter) for adapter in adapters[1:]] if adapters else written.get("nics"),
        # Without DNS servers of its own, those of the machine count.
        "dns": None if written.get("dns") is None else _or(tree.get("dns"), written["dns"]),
        "ntp": _or(tree.get("ntp"), written.get("ntp")),
        "remote_access_enabled": _or(tree.get("remote_access_enabled"), written.get("remote_access_enabled")),
    }


def told_at_import(tree: Tree, machine: Tree) -> dict[str, object]:
    """The gateway as somebody is likely to have written it.

    Args:
        tree: All that HPE tells.
        machine: The virtual machine that it is.
    """
    told = told_as_written(tree, {})
    cluster = _id_of(machine, "cluster_info")
    place = {"cluster_id": cluster, "host_id": None if cluster else _id_of(machine, "host_info")}
    return {
        **told,
        "hypervisor_manager_id": _id_of(machine, "hypervisor_manager_info"),
        "vm_config": {**tree_of(told["vm_config"]), **place},
    }


def tree_of(value: object) -> Tree:
    """An object, or an empty one."""
    return value if isinstance(value, Mapping) else {}


def trees_of(value: object) -> list[Tree]:
    """The objects of a list, or an empty one."""
    return [item for item in value if isinstance(item, Mapping)] if isinstance(value, list) else []


def in_order(adapters: object) -> list[Tree]:
    """The one that the gateway was deployed with first; as HPE lists them where no place is told."""
    return sorted(trees_of(adapters), key=_index)


def _machine(tree: Tree, adapters: list[Tree], written: Tree) -> dict[str, object]:
    before, size = tree_of(written.get("vm_config")), tree_of(tree.get("size"))
    stores = [store.get("id") for store in trees_of(tree.get("datastores_info"))]
    return {
        **{name: before.get(name) for name in PLACED},
        **{name: _figure(name, size.get(name), before) for name in FIGURES},
        "datastore_ids": stores or before.get("datastore_ids"),
        "override": _override(tree.get("override"), before.get("override")),
        "network": _network(tree, adapters, written),
    }


def _network(tree: Tree, adapters: list[Tree], written: Tree) -> object:
    before = tree_of(tree_of(written.get("vm_config")).get("network"))
    if not adapters:
        return before or None
    first = _addressed(adapters[0])
    servers = before.get("dns")
    if not before:
        servers = tree.get("dns") if first.get("network_type") == "STATIC" else None
    elif servers is not None and written.get("dns") is None:
        servers = _or(tree.get("dns"), servers)
    return {**first, "name": first.get("network_name"), "dns": servers}


def _index(adapter: Tree) -> int:
    index = adapter.get("network_index")
    return index if isinstance(index, int) else 0


def _addressed(adapter: Tree) -> dict[str, object]:
    """An adapter without an address that is only lent to it."""
    lent = adapter.get("network_type") == "DHCP"
    return {name: None if lent and name in ADDRESS else value for name, value in adapter.items()}


def _figure(name: str, told: object, before: Tree) -> object:
    """A figure of a size. HPE writes zero for none; one that was left out is HPE's, whatever it makes of it."""
    written = before.get(name)
    if told is None or (name in before and written is None):
        return written
    return told or (written if written == 0 else None)


def _override(told: object, written: object) -> object:
    if not isinstance(told, Mapping):
        return written
    figures = {name: _figure(name, told.get(name) or 0, tree_of(written)) for name in FixedSize.fields()}
    return figures if any(value is not None for value in figures.values()) else None


def _known(plan: Tree) -> dict[str, object]:
    """A plan without what only HPE can tell."""
    known = {name: _known(value) if isinstance(value, Mapping) else value for name, value in plan.items()}
    return {name: value for name, value in known.items() if is_fully_known(value)}


def _or(told: object, written: object) -> object:
    """What HPE leaves out is as it was written."""
    return written if told is None else told


def _id_of(tree: Tree, name: str) -> object:
    return tree_of(tree.get(name)).get("id")
