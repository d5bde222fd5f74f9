"""Beginnings and ends: everything made, everything destroyed, replaced on request, left over from a failure."""

from corpus.cases.case import Case, Json, change, configured
from glbr.review.rules.estate import CLOUD, GROUP, JOB, POLICY
from glbr.review.rules.example import Add, Set
from workspace import Workspace

BESIDE = Add("terraform_data.beside", {"input": {"size": 1}})


def _from_nothing(workspace: Workspace) -> Json:
    workspace.write(configured())
    return workspace.plan()


def _tainted(workspace: Workspace) -> Json:
    workspace.apply(configured())
    assert workspace.run("taint", CLOUD).code == 0
    return workspace.plan()


def _triggered(number: int) -> Json:
    trigger = Set(CLOUD, "lifecycle", {"replace_triggered_by": ["terraform_data.trigger"]})
    return configured(trigger, Add("terraform_data.trigger", {"input": number}))


def _left_over(workspace: Workspace) -> Json:
    """The new store is made, the old one cannot be deleted: Terraform keeps it as a deposed object."""
    first = Set(CLOUD, "lifecycle", {"create_before_destroy": True})
    workspace.apply(configured(first))
    second = (first, Set(CLOUD, "storage_location_id", "azure:westeurope"), Set(CLOUD, "display_name", "Cloud_west"))
    workspace.control("POST", "faults", {"kind": "status", "operation": "ProtectionStoreDelete", "status": 409})
    workspace.refused(configured(*second))
    workspace.control("DELETE", "faults")
    workspace.write(configured(*second))
    return workspace.plan()


CASES = (
    Case(
        "from-nothing",
        "the estate is made for the first time: every id is unknown",
        _from_nothing,
        silent=("DP-PLAN-001", "DP-PLAN-002", "DP-COV-001", "DP-LOSS-002"),
        outcome="clean",
    ),
    Case(
        "destroyed",
        "planned with -destroy: nothing is left",
        change(configured(), configured(), "-destroy"),
        says=("DP-LOSS-005 fail", f"DP-LOSS-001 fail {CLOUD}"),
        outcome="blocked",
    ),
    Case(
        "nothing-left-in-the-configuration",
        "the configuration is emptied: the same as a destruction, without the word",
        change(configured(), {"data": configured()["data"]}),
        says=("DP-LOSS-005 fail", f"DP-LOSS-001 fail {CLOUD}"),
        outcome="blocked",
    ),
    Case(
        "no-changes",
        "planned again after the apply: nothing to do",
        change(configured(), configured()),
        outcome="clean",
    ),
    Case(
        "replaced-on-request",
        "planned with -replace: the store's attributes are as before",
        change(configured(), configured(), f"-replace={CLOUD}"),
        says=(f"DP-LOSS-002 fail {CLOUD}",),
        silent=("DP-PLAN-001", "DP-COPY-001"),
        outcome="blocked",
    ),
    Case(
        "replaced-when-tainted",
        "somebody called the store tainted: the next plan replaces it",
        _tainted,
        says=(f"DP-LOSS-002 fail {CLOUD}",),
        outcome="blocked",
    ),
    Case(
        "replaced-by-a-trigger",
        "the store is replaced whenever something else changes: nothing of its own does",
        change(_triggered(1), _triggered(2)),
        says=(f"DP-LOSS-002 fail {CLOUD}",),
        outcome="blocked",
    ),
    Case(
        "replaced-made-first",
        "a store is replaced with create_before_destroy: the new one is there before the old one goes, with its copies",
        change(
            configured(Set(CLOUD, "lifecycle", {"create_before_destroy": True})),
            configured(
                Set(CLOUD, "lifecycle", {"create_before_destroy": True}),
                Set(CLOUD, "storage_location_id", "azure:westeurope"),
                Set(CLOUD, "display_name", "Cloud_west"),
            ),
        ),
        says=(f"DP-LOSS-002 fail {CLOUD}",),
        outcome="blocked",
    ),
    Case(
        "left-over",
        "a store was replaced, and the old one could not be deleted: it is destroyed by the next apply",
        _left_over,
        says=(f"DP-LOSS-001 fail {CLOUD} (deposed)",),
        outcome="blocked",
    ),
    Case(
        "another-provider",
        "resources of another provider beside ours change, too: they are not ours to judge",
        change(
            configured(BESIDE, Set(GROUP, "description", "all")),
            configured(
                Add("terraform_data.beside", {"input": {"size": 2}, "triggers_replace": ["x"]}),
                Add("terraform_data.new", {"input": "${glbr_protection_policy.gold.id}"}),
                Set(GROUP, "description", "all of them"),
            ),
        ),
        outcome="clean",
        silent=("DP-PLAN-001",),
    ),
    Case(
        "job-and-policy-destroyed",
        "job and policy go, group and stores stay: nobody is protected any more",
        change(
            configured(),
            {
                **configured(),
                "resource": {
                    kind: named
                    for kind, named in configured()["resource"].items()
                    if kind not in (JOB.split(".")[0], POLICY.split(".")[0])
                },
            },
        ),
        says=("DP-LOSS-004 fail", "DP-LOSS-005 fail"),
        outcome="blocked",
    ),
)
