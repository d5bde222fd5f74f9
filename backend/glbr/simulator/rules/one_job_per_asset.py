"""One asset has at most one protection job of its own; to change it, delete and create."""

from glbr.simulator.call import Call, Guard
from glbr.simulator.errors import ApiError
from glbr.simulator.world import World


def refuse_second_job(world: World, asset: str, what: str) -> None:
    """400 (the contract lists no 409) when the asset has a job."""
    for job in world.objects.where("protection-jobs", "assetInfo.id", [asset]):
        raise ApiError(
            400,
            f"{what}: {job['assetInfo']['name']} is protected by job {job['id']} with policy {job['policyName']};"
            " delete that job first",
        )


def _guard(call: Call) -> None:
    refuse_second_job(call.world, call.body["assetInfo"]["id"], call.operation.id)


GUARDS: dict[str, Guard] = {"DataManagementJobCreate": _guard}
