"""HPE announces that a part of its API will go: Terraform says so once, in the plan and in the apply."""

from samples import sample
from workspace import Workspace

STORES = "/backup-recovery/v1beta1/protection-stores"


def test_a_plan_warns_once_of_a_part_of_the_api_that_will_go(workspace: Workspace) -> None:
    configuration = sample("protection_store").configuration("glbr_protection_store")
    body = configuration["resource"]["glbr_protection_store"]["tested"]
    body |= {"count": 3, "display_name": "Local_${count.index}"}
    workspace.apply(configuration)

    workspace.control("PATCH", "settings", {"sunset": STORES})

    told = workspace.run("plan", "-no-color", "-detailed-exitcode")
    assert told.code == 0, told.output
    assert told.text.count("HPE is going to retire") == 1
    assert "/backup-recovery/v1beta1/protection-stores/{id}" in told.text
    assert "Fri, 01 Jan 2027" in told.text
