"""Addresses that change while the object stays, or that only look so: moved, count, removed, import."""

from corpus.cases.case import Case, Json, change, configured
from glbr.review.rules.estate import BACKUP, CLOUD, GROUP, JOB, POLICY, member
from glbr.review.rules.example import Add, Edit, Move, Remove, Set
from workspace import Workspace

PARTS = "glbr_virtual_machine_protection_group.part"
WORK = "glbr_protection_job.part"


def counted(number: int) -> tuple[Edit, ...]:
    """So many groups of one machine each, with a job each."""
    machine = "${data.glbr_virtual_machines.clinic.items[count.index + 10].id}"
    group = {
        "count": number,
        "name": "part ${count.index}",
        "vm_protection_group_type": "CUSTOM",
        "assets_category": "VMFS_VMS",
        "assets": [{"id": machine, "type": "virtualization/virtual-machine"}],
    }
    work = {
        "count": number,
        "protection_policy_id": "${glbr_protection_policy.gold.id}",
        "asset_info": {
            "id": "${glbr_virtual_machine_protection_group.part[count.index].id}",
            "type": "backup-recovery/virtual-machine-protection-group",
        },
    }
    return Add(PARTS, group), Add(WORK, work)


def by_name(*names: str) -> tuple[Edit, ...]:
    """The same groups and jobs, by name instead of number."""
    group, work = (dict(edit.arguments) for edit in counted(0) if isinstance(edit, Add))
    keys = {name: number for number, name in enumerate(names)}
    machine = "${data.glbr_virtual_machines.clinic.items[each.value + 10].id}"
    group |= {"name": "part ${each.value}", "assets": [{"id": machine, "type": "virtualization/virtual-machine"}]}
    work["asset_info"] = {
        "id": "${glbr_virtual_machine_protection_group.part[each.key].id}",
        "type": "backup-recovery/virtual-machine-protection-group",
    }
    for arguments in (group, work):
        del arguments["count"]
        arguments["for_each"] = keys
    return Add(PARTS, group), Add(WORK, work)


def _renumbered(block: bool) -> Json:
    """From numbers to names, with `moved` blocks or without."""
    whole = configured(*by_name("ward", "lab"))
    if block:
        names = {0: "ward", 1: "lab"}
        whole["moved"] = [
            {"from": f"{kind}[{number}]", "to": f'{kind}["{name}"]'}
            for kind in (PARTS, WORK)
            for number, name in names.items()
        ]
    return whole


def _import(workspace: Workspace) -> Json:
    """A policy that Terraform lost sight of is imported with a shorter lock than HPE has."""
    workspace.apply(configured())
    identifier = workspace.state(POLICY)["id"]
    assert workspace.run("state", "rm", POLICY).code == 0
    weaker = configured(Set(POLICY, f"{BACKUP}.schedules[0].lock_for", "3 days"))
    workspace.write({**weaker, "import": [{"to": POLICY, "id": identifier}]})
    return workspace.plan()


def _moved(*edits: Edit) -> Json:
    """The estate with its cloud store and policy under other names, by `moved` blocks."""
    renamed = {CLOUD: "glbr_protection_store.offsite", POLICY: "glbr_protection_policy.platinum"}
    moves = [Move(old, new) for old, new in renamed.items()]
    return configured(*moves, *edits, moved=[{"from": old, "to": new} for old, new in renamed.items()])


CASES = (
    Case(
        "moved-with-block",
        "store and policy get other addresses by moved blocks: the same objects, nothing lost",
        change(configured(), _moved()),
        outcome="clean",
        silent=("DP-LOSS-001", "DP-LOSS-009", "DP-COPY-001"),
        central=True,
    ),
    Case(
        "moved-and-weakened",
        "a policy gets another address and a shorter lock in one change",
        change(
            configured(), _moved(Set("glbr_protection_policy.platinum", f"{BACKUP}.schedules[0].lock_for", "3 days"))
        ),
        says=("DP-LOCK-002 fail glbr_protection_policy.platinum BACKUP: locked 2 weeks → locked 3 days",),
        silent=("DP-LOSS-009", "DP-COPY-001"),
    ),
    Case(
        "moved-without-block",
        "a store is renamed in the configuration only: Terraform destroys it and makes another",
        change(configured(), configured(Move(CLOUD, "glbr_protection_store.offsite", block=False))),
        says=("DP-LOSS-001 fail glbr_protection_store.cloud",),
        outcome="blocked",
    ),
    Case(
        "count-to-names",
        "groups and jobs by number get names, by moved blocks: the same objects",
        change(configured(*counted(2)), _renumbered(block=True)),
        silent=("DP-LOSS-005", "DP-LOSS-009", "DP-COV-001"),
        outcome="clean",
    ),
    Case(
        "count-to-names-without-blocks",
        "the same without moved blocks: every group and job is destroyed and made anew",
        change(configured(*counted(2)), _renumbered(block=False)),
        says=("DP-LOSS-009 fail glbr_protection_job.part[0]",),
        silent=("DP-COV-001", "DP-LOSS-005"),
        outcome="needs approval",
    ),
    Case(
        "count-lowered",
        "of three groups with a job each the last goes: its machine is not protected any more",
        change(configured(*counted(3)), configured(*counted(2))),
        says=("DP-LOSS-005 fail glbr_virtual_machine_protection_group.part[2]",),
        outcome="blocked",
    ),
    Case(
        "count-and-one-in-the-middle",
        "a counted list loses its first entry: every instance is another one now, and the last goes",
        change(
            configured(*counted(3)),
            configured(
                *counted(2),
                Set(
                    PARTS,
                    "assets[0].id",
                    "${data.glbr_virtual_machines.clinic.items[count.index + 11].id}",
                ),
            ),
        ),
        says=("DP-COV-001 fail",),
        outcome="blocked",
    ),
    Case(
        "forgotten",
        "job, group and policy are forgotten by removed blocks: HPE keeps them, and they go on",
        change(
            configured(),
            configured(
                *(Remove(address) for address in (JOB, GROUP, POLICY)),
                removed=[{"from": address, "lifecycle": {"destroy": False}} for address in (JOB, GROUP, POLICY)],
            ),
        ),
        says=("DP-LOSS-007 fail glbr_protection_job.gold_everything",),
        silent=("DP-COV-001", "DP-LOSS-005", "DP-LOSS-004"),
    ),
    Case(
        "imported-and-weakened",
        "a policy is imported, and made weaker than HPE has it in the same change",
        _import,
        says=("DP-LOCK-002 fail glbr_protection_policy.gold BACKUP: locked 2 weeks → locked 3 days",),
    ),
    Case(
        "one-machine-changes-groups",
        "a machine goes from one group to another of the same policy",
        change(
            configured(*counted(1)),
            configured(
                *counted(1),
                Set(GROUP, "assets", [member(place) for place in range(5)]),
                Set(PARTS, "assets[1]", member(5)),
            ),
        ),
        silent=("DP-COV-001",),
        outcome="clean",
    ),
)
