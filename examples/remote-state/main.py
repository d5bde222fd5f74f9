"""One clinic, and four places where a team can keep its Terraform state: each lets one person at a time change it.

The stacks differ in their backend alone; take the one you have. What logs in to it comes from the environment.
"""

from collections.abc import Callable

from constructs import Construct

from glbr_constructs import (
    App,
    Daily,
    Every,
    GlbrProvider,
    ProtectionPolicy,
    ProtectionStore,
    StoreOnce,
    TerraformStack,
)
from glbr_constructs.cdk import cdk


def on_postgresql(stack: TerraformStack) -> None:
    """Keep the state in a PostgreSQL database, which locks it by an advisory lock. PG_CONN_STR says where and who."""
    backend = cdk.PgBackend(stack, conn_str="", schema_name="clinic")
    # The CDK wants an address, and would write it where everybody reads it. Left out, Terraform takes PG_CONN_STR.
    backend.add_override("conn_str", None)


def on_s3(stack: TerraformStack) -> None:
    """Keep the state in an S3 bucket, locked by a file beside it (Terraform 1.10 or later). AWS_… say who."""
    backend = cdk.S3Backend(
        stack, bucket="clinic-terraform-state", key="protection.tfstate", region="us-west-2", encrypt=True
    )
    # Only the successor of cdktf has an argument for it.
    backend.add_override("use_lockfile", True)


def over_http(stack: TerraformStack) -> None:
    """Keep the state at any server that speaks Terraform's HTTP, such as GitLab. TF_HTTP_USERNAME, TF_HTTP_PASSWORD say who."""
    state = "https://git.clinic.example/api/v4/projects/7/terraform/state/protection"
    cdk.HttpBackend(
        stack,
        address=state,
        lock_address=f"{state}/lock",
        lock_method="POST",
        unlock_address=f"{state}/lock",
        unlock_method="DELETE",
    )


def in_hcp_terraform(stack: TerraformStack) -> None:
    """Keep the state, and run Terraform, at HCP Terraform. `terraform login` or TF_TOKEN_app_terraform_io say who."""
    cdk.CloudBackend(
        stack,
        hostname="app.terraform.io",
        organization="clinic",
        workspaces=cdk.NamedCloudWorkspace("protection"),
    )


class Clinic(TerraformStack):
    """What is protected, wherever its state is kept."""

    def __init__(self, scope: Construct, id_: str, *, state: Callable[[TerraformStack], None]) -> None:
        super().__init__(scope, id_)
        GlbrProvider(self, "glbr")
        state(self)

        appliance = StoreOnce.from_storeonce_name(self, "main", "clinic-storeonce-1")
        local = ProtectionStore(self, "local", name="Local_clinic", on=appliance)
        gold = ProtectionPolicy(self, "gold", name="gold")
        snapshots = gold.add_snapshot(Every.hours(4).keep(days=2))
        gold.add_backup(Daily.at("01:30").keep(weeks=2).lock(weeks=1), to=local, source=snapshots)


app = App()
Clinic(app, "clinic-on-postgresql", state=on_postgresql)
Clinic(app, "clinic-on-s3", state=on_s3)
Clinic(app, "clinic-over-http", state=over_http)
Clinic(app, "clinic-in-hcp-terraform", state=in_hcp_terraform)
app.synth()
