"""The code an appliance shows after its first-run wizard activates one Data Orchestrator."""

import hashlib

from glbr.simulator.call import Call, Guard
from glbr.simulator.errors import ApiError
from glbr.simulator.world import World

# The stored field, which is never shown.
ACTIVATION = "activation"


def digest_of(code: str) -> str:
    """What is kept of an activation code: enough to know it again, not to use it."""
    return hashlib.blake2b(code.lower().encode(), person=b"glbr-activation", digest_size=16).hexdigest()


def refuse_used_code(world: World, digest: str, what: str, *, status: int) -> None:
    """Refuse a code (its digest) by which a registered Data Orchestrator was activated or recovered.

    A deleted one frees its code: its appliance is as before the activation.
    """
    for item in world.objects.all("data-orchestrators"):
        if item.get(ACTIVATION) == digest:
            raise ApiError(
                status,
                f"{what}: this activation code was used for Data Orchestrator {item['id']};"
                " take the one that the new appliance shows",
            )


def _activating(call: Call) -> None:
    refuse_used_code(call.world, digest_of(call.body["activationCode"]), call.operation.id, status=412)


def _recovering(call: Call) -> None:
    # HPE lists no 412 here.
    refuse_used_code(call.world, digest_of(call.body["sid"]), call.operation.id, status=400)


GUARDS: dict[str, Guard] = {"DataOrchestratorCreate": _activating, "DataOrchestratorRecover": _recovering}
