"""What makes a protection group contradict itself: each type takes its own way of naming members."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from glbr.protection.problem import Problem


@dataclass(frozen=True, slots=True)
class _Naming:
    """How one kind of group names its members.

    Attributes:
        type_argument: The argument that says which type of group it is.
        arguments: The argument that names the members, by type.
        cures: What to write there, by type.
        may_be_empty: Whether a list of no members may be meant. Whoever empties a group is warned of what it does.
    """

    type_argument: str
    arguments: Mapping[str, str]
    cures: Mapping[str, str]
    may_be_empty: bool = False

    def problems(self, group: Mapping[str, object]) -> Iterator[Problem]:
        """Members that are named in no way, or in that of another type."""
        kind = group.get(self.type_argument)
        if not isinstance(kind, str) or kind not in self.arguments:
            return
        cure = self.cures[kind]
        for other, argument in self.arguments.items():
            value = group.get(argument)
            if other == kind and (value is None or (value == [] and not self.may_be_empty)):
                yield Problem((argument,), f"A {kind} group needs {argument}", f"Given: no {argument}. {cure}")
            if other != kind and value is not None:
                yield Problem(
                    (argument,),
                    f"A {kind} group takes no {argument}",
                    f"{argument} is for {other} groups. Remove it, or set {self.type_argument} = {other!r}. {cure}",
                )


MACHINES: Final = _Naming(
    "vm_protection_group_type",
    {"CUSTOM": "assets", "NATIVE": "native_app_info", "DYNAMIC": "dynamic_member_filter"},
    {
        "CUSTOM": "List the members in assets.",
        "NATIVE": "Name the folder, vVol container or replication group in native_app_info.",
        "DYNAMIC": "Name at least one tag in dynamic_member_filter.members.",
    },
    # HPE publishes no least number of members, and replaces the whole list by a change (api/NOTES section 12).
    may_be_empty=True,
)
VOLUMES: Final = _Naming(
    "volume_protection_group_type",
    {"CUSTOM": "assets", "NATIVE": "native_group_info"},
    {
        "CUSTOM": "List the volumes in assets.",
        "NATIVE": "Name the volume collection or application set in native_group_info.",
    },
)
DATABASES: Final = _Naming(
    "protection_group_type",
    {"CUSTOM": "members", "NATIVE": "native_app_info"},
    {
        "CUSTOM": "List the databases in members.",
        "NATIVE": "Name the instance or availability group in native_app_info.",
    },
)
MEMBERS: Final = {
    "VMFS_VMS": "virtualization/virtual-machine",
    "VVOL_VMS": "virtualization/virtual-machine",
    "VMFS_DATASTORES": "virtualization/datastore",
}
"""Kind of asset that a VM protection group of each category lists."""
_NAMED_BY: Final = {"MSSQL_INSTANCE": "id", "AVAILABILITY_GROUP": "uid"}
"""What names each kind of SQL Server object."""


def category_problems(category: object, kind: str) -> Iterator[Problem]:
    """Check that a VM protection group of a category may list assets of a kind."""
    wanted = MEMBERS.get(category) if isinstance(category, str) else None
    if wanted is not None and wanted != kind:
        fitting = " or ".join(repr(name) for name, listed in MEMBERS.items() if listed == kind)
        yield Problem(
            ("assets_category",),
            f"A group of category {category} lists assets of type {wanted}",
            f"Given: assets of type {kind}. Use {fitting or 'another kind of group'} for them.",
        )


def group_problems(group: Mapping[str, object]) -> Iterator[Problem]:
    """Check that a VM protection group names its members in the way of its type, and in no other."""
    yield from MACHINES.problems(group)
    kind, tags = group.get(MACHINES.type_argument), group.get("dynamic_member_filter")
    if kind == "DYNAMIC" and isinstance(tags, Mapping) and tags.get("members") in (None, []):
        detail = f"Given: no members. {MACHINES.cures['DYNAMIC']}"
        yield Problem(("dynamic_member_filter", "members"), "A DYNAMIC group needs tags", detail)


def volume_group_problems(group: Mapping[str, object]) -> Iterator[Problem]:
    """Check that a volume protection group names its members in the way of its type, and in no other."""
    yield from VOLUMES.problems(group)
    native = group.get("native_group_info")
    if isinstance(native, Mapping) and native.get("id") is None and native.get("name") is None:
        detail = "Given: neither id nor name. Write the id of the volume collection or application set, or its name."
        yield Problem(("native_group_info",), "A NATIVE group needs a group on the array", detail)


def database_group_problems(group: Mapping[str, object]) -> Iterator[Problem]:
    """Check that a SQL Server group names its members in the way of its type, and an object in the way of its kind."""
    yield from DATABASES.problems(group)
    native = group.get("native_app_info")
    kind = native.get("type") if isinstance(native, Mapping) else None
    if not isinstance(native, Mapping) or not isinstance(kind, str) or kind not in _NAMED_BY:
        return
    wanted = _NAMED_BY[kind]
    cure = f"A group that follows an object of type {kind} names it by {wanted}."
    if native.get(wanted) is None:
        yield Problem(("native_app_info", wanted), f"{kind} needs {wanted}", f"Given: no {wanted}. {cure}")
    for other, argument in _NAMED_BY.items():
        if other != kind and native.get(argument) is not None:
            detail = f"{argument} is for {other}. Remove it. {cure}"
            yield Problem(("native_app_info", argument), f"{kind} takes no {argument}", detail)
