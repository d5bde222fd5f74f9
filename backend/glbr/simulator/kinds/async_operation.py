"""Asynchronous operations, as those who wait for them read them."""

from glbr.simulator.call import Behaviour, Call, Page, Reply


def _list_operations(call: Call) -> Reply:
    return Reply(200, Page.of(call.world.operations.all()))


def _read_operation(call: Call) -> Reply:
    found = call.world.operations.find(call.id)
    if found is None:
        raise call.refuse(404, f"no operation has the id {call.id!r}")
    return Reply(200, found)


BEHAVIOURS: dict[str, Behaviour] = {"ListAsyncOperations": _list_operations, "GetAsyncOperation": _read_operation}
