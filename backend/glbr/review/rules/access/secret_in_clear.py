"""DP-SEC-002: a secret that everybody with the plan or the repository can read."""

from collections.abc import Iterator
from dataclasses import replace

from glbr.protection.direction import Direction
from glbr.review.analysis.analysis import Analysis
from glbr.review.rules.about import about_change
from glbr.review.rules.example import Add, Example
from glbr.review.rules.finding import Finding, Severity
from glbr.review.rules.rule import Parameters, Rule


def judge(rule: Rule, analysis: Analysis, parameters: Parameters) -> Iterator[Finding]:
    """Find arguments named like a secret whose value stands there to be read. The value itself is never told."""
    del parameters
    for change in analysis.model.changes:
        if change.secrets_in_clear and not change.deposed:
            paths = " and ".join(change.secrets_in_clear)
            message = (
                f"A secret is in clear at {paths} of {change.address}: whoever can read the repository, the plan or an "
                "artefact of the pipeline can read it."
            )
            found = about_change(rule, change, Direction.NEUTRAL, message)
            yield replace(found, after="in clear", path=change.secrets_in_clear[0])


def _registered(password: str) -> Add:
    """An appliance with this password; in the quiet example it comes from another resource."""
    return Add(
        "glbr_storeonce.second",
        {
            "network_address": "storeonce2.clinic.example",
            "serial_number": "CZ25110099",
            "credentials": {"username": "dcadmin", "password": password},
        },
    )


RULE = Rule(
    id="DP-SEC-002",
    title="Secret in clear",
    severity=Severity.HIGH,
    mode="state",
    applies_to=("appliance", "host", "plan"),
    explain=(
        "The password of an appliance or a vCenter opens what backups are made of and where they are kept. Written as text it "
        "is in the history of the repository for ever, in every plan, and in every artefact that a pipeline keeps; one who "
        "may only read merge requests can then erase copies. Terraform hides a sensitive value on the screen, not in its "
        "files."
    ),
    fix=(
        "Take the value from a variable that is marked as sensitive, or better from an ephemeral one: `password_wo` is never "
        "kept in plan or state. Change the password, since it has been read."
    ),
    sources=("GitLab documentation: Terraform plan artefacts", "diggerhq/terrateam action #702"),
    judge=judge,
    fires=Example(after=(_registered("not-a-real-secret"),)),
    quiet=Example(
        before=(Add("terraform_data.vault", {"input": "from-elsewhere"}),),
        after=(_registered("${terraform_data.vault.output}"),),
    ),
)
