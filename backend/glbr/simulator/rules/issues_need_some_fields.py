"""`select` on issues must always name some fields, else HPE answers 422.

That was seen live (NOTES, section 8). Which fields is not published; the most careful reading is
all that the contract requires of an issue.
"""

from glbr.simulator.call import Call, Guard

_NEEDED = ("createdAt", "customerId", "generation", "id", "resourceUri", "type", "updatedAt")


def _guard(call: Call) -> None:
    wanted = call.query.get("select")
    if not wanted:
        return
    named = {name.strip() for name in wanted.split(",")}
    missing = [name for name in _NEEDED if name not in named]
    if missing:
        raise call.refuse(422, f"select={wanted!r} leaves out {', '.join(missing)}; on issues they must be named")


GUARDS: dict[str, Guard] = {"ListIssues": _guard, "GetIssue": _guard}
