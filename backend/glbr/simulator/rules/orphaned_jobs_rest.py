"""Jobs stop with the Data Orchestrator that runs them, and rest while it is gone."""

from glbr.simulator.call import Call, Guard
from glbr.simulator.plan import planned_schedules
from glbr.simulator.world import World


def stop_jobs_of(world: World, orchestrator: str) -> None:
    """Suspend every schedule that this Data Orchestrator runs (HPE: they stop with its deletion)."""
    for job in world.objects.all("protection-jobs"):
        if job.get("dataOrchestratorId") == orchestrator:
            schedules = [planned.id for planned in planned_schedules(world.objects, job)]
            world.scheduler.suspend(job["id"], schedules, suspended=True)
            world.store_change("protection-jobs", job)


def _guard(call: Call) -> None:
    job = call.world.objects.find("protection-jobs", call.id)
    orchestrator = (job or {}).get("dataOrchestratorId")
    if orchestrator and call.world.objects.find("data-orchestrators", orchestrator) is None:
        raise call.refuse(
            400, f"Data Orchestrator {orchestrator}, which ran this job, was deleted; delete the job and create it anew"
        )


GUARDS: dict[str, Guard] = {"DataManagementJobResume": _guard}
