"""What makes a VM protection group contradict itself: each type takes its own way of naming members."""

from collections.abc import Iterator, Mapping
from typing import Final

from glbr.protection.problem import Problem

MEMBERSHIP: Final = {"CUSTOM": "assets", "NATIVE": "native_app_info", "DYNAMIC": "dynamic_member_filter"}
"""The argument that names the members, by group type."""

_CURE: Final = {
    "CUSTOM": "List the members in assets.",
    "NATIVE": "Name the folder, vVol container or replication group in native_app_info.",
    "DYNAMIC": "Name at least one tag in dynamic_member_filter.members.",
}


def group_problems(group: Mapping[str, object]) -> Iterator[Problem]:
    """Check that a group names its members in the way of its type, and in no other."""
    kind = group.get("vm_protection_group_type")
    if not isinstance(kind, str) or kind not in MEMBERSHIP:
        return
    for other, argument in MEMBERSHIP.items():
        value = group.get(argument)
        if other == kind and (value is None or value == []):
            yield Problem((argument,), f"A {kind} group needs {argument}", f"Given: no {argument}. {_CURE[kind]}")
        if other != kind and value is not None:
            yield Problem(
                (argument,),
                f"A {kind} group takes no {argument}",
                f"{argument} is for {other} groups. Remove it, or set vm_protection_group_type = {other!r}. {_CURE[kind]}",
            )
    tags = group.get("dynamic_member_filter")
    if kind == "DYNAMIC" and isinstance(tags, Mapping) and tags.get("members") in (None, []):
        yield Problem(
            ("dynamic_member_filter", "members"), "A DYNAMIC group needs tags", f"Given: no members. {_CURE[kind]}"
        )
