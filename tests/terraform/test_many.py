"""Two hundred objects at once, at a service that refuses every tenth call."""

from samples import sample
from workspace import Workspace

COUNT = 200


def test_two_hundred_at_once_need_one_sign_in_for_each_start(workspace: Workspace) -> None:
    configuration = sample("protection_policy").configuration("glbr_protection_policy")
    body = configuration["resource"]["glbr_protection_policy"]["tested"]
    body |= {"count": COUNT, "name": "policy-${count.index}"}
    workspace.write(configuration)
    workspace.simulator.add_fault("status", probability=0.1, status=503)

    done = workspace.run("apply", "-auto-approve", "-no-color", "-parallelism=50")

    counts = workspace.simulator.request_counts
    assert done.code == 0, done.output[-3000:]
    assert workspace.control("GET", "health")["objects"]["protection-policies"] == COUNT
    # Terraform configures the provider once to plan and once to apply; each signs in once, if it is not refused.
    assert counts["GetWorkspaceToken"] <= 2 * 6
    # One look for the name and one creation each, and a tenth of them repeated.
    assert counts["DataManagementTemplateCreate"] <= COUNT * 1.3
    workspace.simulator.service.faults.clear()
    workspace.must_be_settled()
