"""Secrets where people put them: in variables, defaults, outputs, logins and scripts. None may come out of a review."""

from corpus.cases.case import Case, Json, change, configured
from glbr.review.rules.estate import BACKUP, POLICY
from glbr.review.rules.example import Add, Set
from workspace import Workspace

CANARY = "CANARY-4c1d"
"""Every planted secret begins with it. It opens nothing."""

VCENTER = "glbr_hypervisor_manager.second"
STOREONCE = "glbr_storeonce.second"
_ORCHESTRATORS = Add("data.glbr_data_orchestrators.all", {"sort": "createdAt", "limit": 1})
_SCRIPT = {"host_id": "host-1", "path": "/opt/quiesce.sh", "params": "--password ${var.token}"}
_WEAKER = Set(POLICY, f"{BACKUP}.schedules[0].lock_for", "3 days")
_SAYS = f"DP-LOCK-002 fail {POLICY} BACKUP: locked 2 weeks → locked 3 days"


def _vcenter(**login: object) -> Add:
    return Add(
        VCENTER,
        {
            "network_address": "vcenter2.clinic.example",
            "hypervisor_manager_type": "VMWARE_VCENTER",
            "data_orchestrator_id": "${data.glbr_data_orchestrators.all.items[0].id}",
            "credentials": {"username": "backup@vsphere.local", **login},
        },
    )


def _storeonce(**login: object) -> Add:
    arguments = {"network_address": "storeonce2.clinic.example", "serial_number": "CZ25110099", "credentials": login}
    return Add(STOREONCE, arguments)


def _with_variables(default: str) -> Json:
    """Variables: one sensitive, one with a secret as its default, one in a policy's script; an output of each."""
    return {
        "variable": {
            "token": {"sensitive": True, "type": "string", "default": f"{CANARY}-token-{default}"},
            "plain": {"default": f"{CANARY}-plain-{default}"},
        },
        "output": {
            "token": {"value": "${var.token}", "sensitive": True},
            "plain": {"value": "${var.plain}"},
            "login": {"value": "${terraform_data.login.output}", "sensitive": True},
        },
    }


def _variables(default: str, *edits: Set) -> Json:
    return configured(
        Add("terraform_data.login", {"input": {"user": "backup", "password": "${var.token}", "note": "${var.plain}"}}),
        Set(POLICY, f"{BACKUP}.schedules[0].pre_script_info", _SCRIPT),
        Set(POLICY, "description", "${var.token}"),
        *edits,
        **_with_variables(default),
    )


def _by_variable(workspace: Workspace) -> Json:
    """The values come from the environment, as in a pipeline."""
    workspace.apply(_variables("before"))
    workspace.write(_variables("after", _WEAKER))
    return workspace.plan(f"-var=token={CANARY}-given", f"-var=plain={CANARY}-given-plain")


def _unchanged(workspace: Workspace) -> Json:
    """The secret in a script stays as it is, while the lock beside it gets shorter."""
    workspace.apply(_variables("same"))
    workspace.write(_variables("same", _WEAKER))
    return workspace.plan()


_WRITE_ONLY = {"token": {"ephemeral": True, "type": "string", "default": f"{CANARY}-ephemeral"}}

CASES = (
    Case(
        "secrets-in-variables",
        "sensitive variables and outputs, a script's parameters, and what another provider keeps",
        _by_variable,
        says=(_SAYS,),
    ),
    Case(
        "secrets-that-stay",
        "a sensitive argument of a script that is the same on both sides: nothing about it is undecided",
        _unchanged,
        says=(_SAYS,),
        silent=("DP-PLAN-001", "DP-SEC-005"),
        outcome="needs approval",
    ),
    Case(
        "secrets-in-logins",
        "passwords as plain arguments, which the state keeps, of a vCenter and of a StoreOnce",
        change(
            configured(
                _ORCHESTRATORS,
                _vcenter(password=f"{CANARY}-old"),
                _storeonce(username="dcadmin", password=f"{CANARY}-old"),
            ),
            configured(
                _ORCHESTRATORS,
                _vcenter(password=f"{CANARY}-new"),
                _storeonce(username="dcadmin", password=f"{CANARY}-new"),
                _WEAKER,
            ),
        ),
        says=(_SAYS,),
    ),
    Case(
        "secrets-write-only",
        "passwords by write-only arguments and an ephemeral variable: Terraform keeps none of them",
        change(
            configured(
                _ORCHESTRATORS,
                _vcenter(password_wo="${var.token}", password_wo_version=1),
                _storeonce(username_wo="dcadmin", password_wo="${var.token}"),
                variable=_WRITE_ONLY,
            ),
            configured(
                _ORCHESTRATORS,
                _vcenter(password_wo="${var.token}", password_wo_version=2),
                _storeonce(username_wo="dcadmin", password_wo="${var.token}"),
                _WEAKER,
                variable=_WRITE_ONLY,
            ),
        ),
        says=(_SAYS,),
    ),
    Case(
        "secrets-write-only-newest",
        "the same, by the newest Terraform of the matrix",
        change(
            configured(
                _ORCHESTRATORS, _vcenter(password_wo="${var.token}", password_wo_version=1), variable=_WRITE_ONLY
            ),
            configured(
                _ORCHESTRATORS,
                _vcenter(password_wo="${var.token}", password_wo_version=2),
                _WEAKER,
                variable=_WRITE_ONLY,
            ),
        ),
        says=(_SAYS,),
        version="1.15.5",
    ),
)
