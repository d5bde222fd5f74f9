"""RFC 7396: what a merge patch makes of an object."""

from typing import Any


def merged(target: Any, patch: Any) -> Any:
    """The object after the patch: absent keeps, null clears, lists are replaced whole.

    In one thing it goes past the RFC: what is null within the objects of a list is left out, as HPE
    leaves out unset fields everywhere.
    """
    if isinstance(patch, list):
        return [merged({}, item) for item in patch]
    if not isinstance(patch, dict):
        return patch
    result = dict(target) if isinstance(target, dict) else {}
    for name, value in patch.items():
        if value is None:
            result.pop(name, None)
        else:
            result[name] = merged(result.get(name), value)
    return result
