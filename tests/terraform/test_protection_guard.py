"""The plan itself says where protection gets weaker: with before and after, as a warning or as an error."""

import pytest

from glbr.review.rules.estate import BACKUP, CLOUD, CLOUD_BACKUP, ESTATE, GROUP, JOB, POLICY, SNAPSHOT, member
from glbr.review.rules.example import Add, Edit, Example, Remove, Set
from rule_examples import configuration
from workspace import Workspace

SILVER = "glbr_protection_policy.silver"
WEAKER, IRREVERSIBLE = "Weaker protection: ", "Irreversible: "
SHORT_LIVED = {
    **ESTATE[POLICY],
    "name": "silver",
    "protections": [
        {
            "type": "SNAPSHOT",
            "schedules": [
                {
                    "schedule_id": 1,
                    "expire_after": "2 days",
                    "schedule": {"recurrence": "DAILY", "repeat_interval": {"every": 1}},
                }
            ],
        }
    ],
}


def without_tier(position: int) -> list[object]:
    return [tier for place, tier in enumerate(ESTATE[POLICY]["protections"]) if place != position]


WEAKENINGS: dict[str, tuple[tuple[Edit, ...], tuple[str, ...]]] = {
    "retention cut": (
        (Set(POLICY, f"{BACKUP}.schedules[0].expire_after", "3 weeks"),),
        (
            f"{WEAKER}protection policy gold: BACKUP, schedule 2: kept 5 weeks → kept 3 weeks",
            "protections[1].schedules[0].expire_after",
        ),
    ),
    "lock shortened": (
        (Set(POLICY, f"{CLOUD_BACKUP}.schedules[0].lock_for", "1 week"),),
        (f"{WEAKER}protection policy gold: CLOUD_BACKUP, schedule 3: locked 1 month → locked 1 week",),
    ),
    "lock removed": (
        (Set(POLICY, f"{BACKUP}.schedules[0].lock_for", None),),
        (f"{WEAKER}protection policy gold: BACKUP, schedule 2: locked 2 weeks → ",),
    ),
    "tier lost": (
        (Set(POLICY, "protections", without_tier(2)),),
        (f"{WEAKER}protection policy gold: CLOUD_BACKUP: ",),
    ),
    "store lost": (
        (Set(POLICY, "protections", without_tier(2)), Remove(CLOUD)),
        (f"{WEAKER}protection store Cloud_eastus2: a CLOUD store → nothing", "Every recovery point in it is lost"),
    ),
    "store replaced": (
        (Set(CLOUD, "storage_location_id", "azure:westeurope"),),
        (
            f"{WEAKER}protection store Cloud_eastus2: replaced, since it changes storage_location_id",
            "azure:eastus2 → azure:westeurope",
        ),
    ),
    "used policy and job destroyed": (
        (Remove(JOB), Remove(POLICY)),
        (
            f"{WEAKER}protection policy gold: in use by protection jobs → nothing",
            f"{WEAKER}protection job clinic: clinic protected by policy gold → nothing",
        ),
    ),
    "schedule rarer": (
        (Set(POLICY, f"{SNAPSHOT}.schedules[0].schedule.repeat_interval.every", 12),),
        (f"{WEAKER}protection policy gold: SNAPSHOT, schedule 1: every 4 hours", "every 12 hours"),
    ),
    "group narrowed": (
        (Set(GROUP, "assets", [member(0), member(1)]),),
        (f"{WEAKER}virtual machine protection group clinic: 6 members → 2", "At: assets"),
    ),
    "job to a weaker policy": (
        (
            Add(SILVER, SHORT_LIVED),
            Set(JOB, "protection_policy_id", "${glbr_protection_policy.silver.id}"),
        ),
        (f"{WEAKER}protection job clinic: BACKUP: ", "At: protection_policy_id"),
    ),
    "overrides that weaken": (
        (
            Set(
                JOB,
                "overrides",
                {
                    "protections": [
                        {
                            "id": "${glbr_protection_policy.gold.protections[1].id}",
                            "schedules": [{"schedule_id": 2, "expire_after": "2 weeks", "lock_for": "1 day"}],
                        }
                    ]
                },
            ),
        ),
        (
            f"{WEAKER}protection job clinic: BACKUP, schedule 2: kept 5 weeks → kept 2 weeks",
            f"{WEAKER}protection job clinic: BACKUP, schedule 2: locked 2 weeks → locked 1 day",
            "At: overrides",
        ),
    ),
}
STRENGTHENINGS: dict[str, tuple[Edit, ...]] = {
    "kept for longer": (Set(POLICY, f"{BACKUP}.schedules[0].expire_after", "8 weeks"),),
    "more often": (Set(POLICY, f"{SNAPSHOT}.schedules[0].schedule.repeat_interval.every", 1),),
    "more members": (Set(GROUP, "assets", [member(position) for position in range(9)]),),
    "another name": (Set(POLICY, "name", "golden"), Set(CLOUD, "display_name", "Cloud")),
}
LONGER_LOCK = (Set(POLICY, f"{BACKUP}.schedules[0].lock_for", "3 weeks"),)


def planned(workspace: Workspace, *edits: Edit, **variables: str) -> tuple[int, str]:
    workspace.write(configuration(Example(after=edits), "after"))
    done = workspace.run("plan", "-no-color", "-detailed-exitcode", **variables)
    return done.code, done.text


def test_a_plan_tells_each_weakening_with_before_and_after_and_is_silent_about_the_rest(workspace: Workspace) -> None:
    edits, _ = WEAKENINGS["job to a weaker policy"]
    # A second policy stands already: only one that HPE knows can be compared.
    workspace.apply(configuration(Example(after=edits[:1]), "after"))
    for name, (edits, told) in WEAKENINGS.items():
        with_silver = (
            edits if edits[0] == WEAKENINGS["job to a weaker policy"][0][0] else (Add(SILVER, SHORT_LIVED), *edits)
        )

        code, said = planned(workspace, *with_silver)

        assert code == 2, said
        assert [words for words in told if words not in said] == [], f"{name}: {said}"
        assert IRREVERSIBLE not in said
    for name, edits in STRENGTHENINGS.items():
        code, said = planned(workspace, Add(SILVER, SHORT_LIVED), *edits)
        assert code == 2, said
        assert "Warning" not in said, f"{name}: {said}"
    code, said = planned(workspace, Add(SILVER, SHORT_LIVED), *LONGER_LOCK)
    assert f"{IRREVERSIBLE}protection policy gold: BACKUP, schedule 2: locked 2 weeks → locked 3 weeks" in said
    assert WEAKER not in said


@pytest.mark.parametrize(("guard", "code"), [("error", 1), ("off", 2), ("warn", 2)])
def test_the_guard_stops_a_plan_that_weakens_protection_or_lets_it_pass(
    workspace: Workspace, guard: str, code: int
) -> None:
    workspace.apply(configuration(Example(), "after"))
    workspace.provider["protection_guard"] = guard

    weaker = planned(workspace, *WEAKENINGS["retention cut"][0])
    stronger = planned(workspace, *STRENGTHENINGS["kept for longer"])
    for_ever = planned(workspace, *LONGER_LOCK)
    destroyed = planned(workspace, Remove(JOB))

    assert (weaker[0], stronger[0], for_ever[0], destroyed[0]) == (code, 2, 2, code)
    assert (WEAKER in weaker[1]) == (WEAKER in destroyed[1]) == (guard != "off")
    assert (IRREVERSIBLE in for_ever[1]) == (guard != "off")
    assert ("GLBR_PROTECTION_GUARD=warn" in weaker[1]) == (guard == "error")


def refused(workspace: Workspace, *edits: Edit, **variables: str) -> str:
    code, said = planned(workspace, *edits, **variables)
    assert code == 1, said
    return said


def test_what_nobody_will_judge_later_stops_a_plan_too(workspace: Workspace) -> None:
    workspace.apply(configuration(Example(), "after"))
    workspace.provider["protection_guard"] = "error"
    late = Add("terraform_data.lock", {"input": "3 days"})
    unknown = Set(POLICY, f"{BACKUP}.schedules[0].lock_for", "${terraform_data.lock.output}")
    replaced = Set(POLICY, f"{BACKUP}.schedules[0].source_protection_schedule_id", None)

    said = refused(workspace, late, unknown, replaced)
    assert "Protection cannot be judged: protection policy gold: BACKUP, schedule 2" in said
    assert "nobody will judge it then" in said

    moved = Set(JOB, "asset_info", {"id": "${terraform_data.lock.output}", "type": "virtualization/virtual-machine"})
    said = refused(workspace, late, moved)
    assert "clinic protected by policy gold → known only after the apply" in said

    far = Set(JOB, "effective_from_date_time", "2099-01-01T00:00:00Z")
    assert "from 2099-01-01T00:00:00Z on" in refused(workspace, far)

    # The policy of a job may be the same one, made anew: its own plan tells.
    code, said = planned(workspace, Set(POLICY, "application_type", "AWS"))
    assert "by one that is not known yet" in said
    assert code == 2, said


def test_a_store_that_is_replaced_on_request_is_told_and_stopped(workspace: Workspace) -> None:
    workspace.apply(configuration(Example(), "after"))
    workspace.provider["protection_guard"] = "error"
    workspace.write(configuration(Example(), "after"))

    stopped = workspace.run("plan", "-no-color", f"-replace={CLOUD}")

    assert stopped.code == 1
    assert f"{WEAKER}protection store Cloud_eastus2: replaced, as somebody asked for" in stopped.text
    assert "Every recovery point in the old store is lost" in stopped.text
    workspace.must_be_settled()


def test_many_jobs_of_one_policy_cost_a_handful_of_requests(workspace: Workspace) -> None:
    jobs = [
        Add(
            f"glbr_protection_job.machine_{number}",
            {
                "protection_policy_id": "${glbr_protection_policy.gold.id}",
                "asset_info": {"id": member(number)["id"], "type": "virtualization/virtual-machine"},
            },
        )
        for number in range(12)
    ]
    workspace.apply(configuration(Example(after=tuple(jobs)), "after"))
    before = sum(workspace.simulator.request_counts.values())

    code, said = planned(workspace)

    assert code == 2
    assert said.count("protected by policy gold → nothing") == len(jobs)
    assert sum(workspace.simulator.request_counts.values()) - before <= 30


def test_what_is_gone_at_hpe_loses_nothing_and_what_cannot_be_read_is_said(workspace: Workspace) -> None:
    workspace.apply(configuration(Example(), "after"))
    job = workspace.state(JOB)["id"]
    workspace.control("POST", "faults", {"kind": "status", "operation": "DataManagementTemplateDetail", "status": 403})
    code, said = planned(workspace, Remove(JOB), TF_CLI_ARGS_plan="-refresh=false")
    assert code == 2, said
    assert (
        "Protection cannot be judged: protection job clinic: what the change takes away could not be looked up" in said
    )
    workspace.control("DELETE", "faults")
    workspace.hpe("DELETE", f"/backup-recovery/v1beta1/protection-jobs/{job}")

    code, said = planned(workspace, Remove(JOB), TF_CLI_ARGS_plan="-refresh=false")

    assert code == 2, said
    assert WEAKER not in said


def test_a_lock_that_only_the_apply_tells_is_said_to_be_open_and_judged_by_the_apply(workspace: Workspace) -> None:
    workspace.apply(configuration(Example(), "after"))
    workspace.provider["protection_guard"] = "error"
    late = Add("terraform_data.lock", {"input": "3 days"})
    written = (late, Set(POLICY, f"{BACKUP}.schedules[0].lock_for", "${terraform_data.lock.output}"))

    code, said = planned(workspace, *written)
    assert code == 2, said
    assert "Protection cannot be judged yet: protection policy gold: BACKUP, schedule 2" in said

    refused = workspace.run("apply", "-auto-approve", "-no-color")
    assert refused.code == 1
    assert f"{WEAKER}protection policy gold: BACKUP, schedule 2: locked 2 weeks → locked 3 days" in refused.text
    policy = workspace.state(POLICY)
    assert policy["protections"][1]["schedules"][0]["lock_for"] == "2 weeks"
