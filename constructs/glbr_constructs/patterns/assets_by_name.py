"""Many assets as one map, from name to identifier: what `for_each` goes over."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, TypeAlias

from constructs import Construct

from glbr_constructs import roles
from glbr_constructs.assets.virtual_machine import VirtualMachine
from glbr_constructs.cdk import cdk
from glbr_constructs.given import Given, called, is_expression
from glbr_constructs.l1.virtual_machine import DataVirtualMachines
from glbr_constructs.synthesis.place import path_of

Written: TypeAlias = Mapping[str, str] | Sequence[str]
"""Identifiers by name, or names of virtual machines."""

WRITTEN: Final = "identifiers by name, {'erp-db-01': '…'}; or names of virtual machines, ['erp-db-01']"
_LOOKED_UP: Final = f"{WRITTEN}; or what is looked up together, VirtualMachines(self, …)"

VIRTUAL_MACHINE: Final = VirtualMachine.asset_type

ASSET_TYPES: Final = (
    VIRTUAL_MACHINE,
    "backup-recovery/virtual-machine-protection-group",
    "backup-recovery/volume-protection-group",
    "backup-recovery/mssql-database-protection-group",
)
"""What a job can protect."""


def check_written(given: Given, assets: object, allowed: str = WRITTEN) -> Written:
    """The assets as they were written, if each stands there once.

    Raises:
        Refused: there is none, one stands there twice, or a name is none.
    """
    if isinstance(assets, Mapping):
        _check_names(given, assets)
        for name, identifier in assets.items():
            if not isinstance(identifier, str) or not identifier:
                given.text(f"assets[{name!r}]", identifier, "the identifier of an asset")
        _check_identifiers(given, assets)
        return assets
    if isinstance(assets, str) or not isinstance(assets, Sequence):
        raise given.refused(f"assets={called(assets)} are no assets", f"Allowed: {allowed}")
    _check_names(given, assets)
    return assets


def asset_type_of(given: Given, assets: object, asset_type: str | None) -> str:
    """HPE's kind of all of the assets.

    Raises:
        Refused: HPE has no such kind, or what is looked up together is of another one.
    """
    own = getattr(assets, "asset_type", None)
    if asset_type is not None:
        given.choice("asset_type", asset_type, ASSET_TYPES)
    if isinstance(own, str) and asset_type not in (None, own):
        raise given.refused(
            f"asset_type={asset_type!r}, and the assets are {own!r}", "Allowed: what they are. Leave it out"
        )
    kind = asset_type or own or VIRTUAL_MACHINE
    if kind != VIRTUAL_MACHINE and isinstance(assets, Sequence):
        wrong = f"asset_type={kind!r}, and assets has names, by which only virtual machines are found"
        raise given.refused(wrong, "Allowed: identifiers by name, {'erp': '…'}")
    return str(kind)


def for_each(scope: Construct, given: Given, assets: Written | roles.Protectables) -> cdk.MapTerraformIterator:
    """What Terraform goes over: the key is a name, the value an identifier.

    Args:
        scope: Where a look-up belongs, if there is one.
        given: Tells what is wrong with the assets.
        assets: The assets.

    Raises:
        Refused: there is none, one stands there twice, or something else was given.
    """
    if not isinstance(assets, Mapping | Sequence) and hasattr(type(assets), "ids_by_name"):
        return cdk.TerraformIterator.from_map(cdk.Token.as_any_map(assets.ids_by_name))
    written = check_written(given, assets, _LOOKED_UP)
    if isinstance(written, Mapping):
        return cdk.TerraformIterator.from_map(dict(written))
    return cdk.TerraformIterator.from_map(cdk.Token.as_any_map(_looked_up(scope, written)))


def _looked_up(scope: Construct, names: Sequence[str]) -> str:
    """Identifiers of machines by name, found at each plan; it stops at a name that is missing, or that two machines have."""
    wanted = cdk.TerraformLocal(scope, "names", sorted(names)).fqn
    found = "{for vm in self.items : vm.name => vm.id...}"
    missing = f"setsubtract({wanted}, keys({found}))"
    twice = f"setintersection({wanted}, [for name, ids in {found} : name if length(ids) > 1])"
    fleet = f"Fleet {path_of(scope)}"
    stops = {
        missing: f'{fleet} names machines that HPE does not know: ${{join(", ", {missing})}}. Correct the name, take it out, or '
        "have HPE refresh the vCenter.",
        twice: f'{fleet} names machines that are there more than once: ${{join(", ", {twice})}}. Give identifiers by name '
        "instead: assets={'erp-db-01': '…'}.",
    }
    conditions = [
        cdk.Postcondition(condition=f"${{length({names}) == 0}}", error_message=told) for names, told in stops.items()
    ]
    lifecycle = cdk.TerraformResourceLifecycle(postcondition=conditions)
    machines = DataVirtualMachines(scope, "machines", lifecycle=lifecycle)
    # A map, since each look into an object of thousands of names costs Terraform a walk over all of them.
    ids = cdk.TerraformLocal(scope, "ids", f"${{tomap({{for vm in {machines.fqn}.items : vm.name => vm.id...}})}}").fqn
    return f"${{{{for name in {wanted} : name => {ids}[name][0]}}}}"


def _check_names(given: Given, names: Iterable[object]) -> None:
    seen: set[object] = set()
    for name in names:
        if not isinstance(name, str) or not name.strip() or is_expression(name):
            why = "; only Terraform knows it, and a job is called by it" if is_expression(name) else ""
            raise given.refused(f"assets has the name {called(name)}{why}", f"Allowed: {WRITTEN}")
        if name in seen:
            raise given.refused(f"assets has the name {name!r} twice", "Allowed: each once. Remove one of them")
        seen.add(name)
    if not seen:
        raise given.refused("assets is empty, which protects nothing", f"Allowed: {WRITTEN}")


def _check_identifiers(given: Given, assets: Mapping[str, str]) -> None:
    names: dict[str, str] = {}
    for name, identifier in assets.items():
        if identifier in names:
            wrong = f"assets has one asset under two names: {names[identifier]!r} and {name!r} are {identifier!r}"
            raise given.refused(wrong, "Allowed: each once, since HPE takes one job for an asset. Remove one of them")
        names[identifier] = name
