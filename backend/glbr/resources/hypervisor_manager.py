"""Hypervisor manager: a vCenter, from which HPE GreenLake knows what there is to protect."""

from collections.abc import Mapping
from typing import Literal

from glbr.definition import Block, Resource, Timestamp, Tree, Update, argument, changes, reference, result, secret


class VcenterLogin(Block):
    """Who signs in to the vCenter."""

    username: str = argument("Login name, such as `backup@vsphere.local`.")
    password: str = secret("Password.")


class Datacenter(Block):
    """A datacenter of the vCenter."""

    id: str | None = result("Identifier.")
    name: str | None = result("Name.")
    moref: str | None = result("VMware's own reference.")


class HypervisorManager(Resource):
    """A vCenter that is registered with HPE GreenLake through a Data Orchestrator.

    Destroying it takes the vCenter out of HPE GreenLake: its virtual machines and datastores disappear from the inventory,
    and nothing in them can be protected or restored from there until it is registered again. The vCenter itself and the
    machines in it are not touched. HPE never tells the password back: an import takes the one in the configuration for
    the one in use.
    """

    collection = "/virtualization/v1beta1/hypervisor-managers"
    written_at = "/backup-recovery/v1alpha1/hypervisor-managers"
    filterable = (
        "hypervisorManagerType",
        "state",
        "status",
        "releaseVersion",
        "createdAt",
        "name",
        "services",
        "dataOrchestratorInfo/id",
        "username",
        "networkAddress",
        "displayName",
    )
    lost_when_replaced = (
        "The machines and datastores of the old vCenter leave the inventory: none of them is protected, or can be restored "
        "there, until it is registered again."
    )
    kept_while = (
        "Something of the vCenter is still in use: a protection job or group of its machines or datastores, or a Protection "
        "Store Gateway that runs in it. Destroy those first. Where they cannot be removed, set force = true, apply, then "
        "destroy: what depends on the vCenter is protected no more."
    )

    network_address: str = argument("IP address or host name of the vCenter.")
    hypervisor_manager_type: Literal["VMWARE_VCENTER"] = argument("Kind of hypervisor manager.", replace=True)
    data_orchestrator_id: str = reference(
        "Data Orchestrator that talks to the vCenter.",
        to="data_orchestrator",
        replace=True,
        read_from="dataOrchestratorInfo.id",
    )
    credentials: VcenterLogin = argument("Login by which HPE reaches the vCenter.", returned=False)
    display_name: str | None = argument("Name shown in the console; HPE chooses one when left out.", computed=True)
    description: str | None = argument("Free-text note.")
    force: bool | None = argument(
        "Allow the vCenter to be taken out although something in it is still in use.",
        default=False,
        sent=False,
        returned=False,
    )

    name: str | None = result("Name of the vCenter, as HPE found it.")
    created_at: Timestamp | None = result("When it was registered.", stable=True)
    resource_uri: str | None = result("API path of the vCenter.", stable=True)
    username: str | None = result("Login name by which HPE reaches the vCenter.", volatile=True)
    release_version: str | None = result("Version of the vCenter.", volatile=True)
    build_version: str | None = result("Build of that version.", volatile=True)
    state: str | None = result(
        "`OK`, `ERROR`, `INITIALIZING`, `CREATING`, `DELETING`, `UPDATING`, `REFRESHING` or `CONFIGURED`.",
        volatile=True,
    )
    status: str | None = result("Health: `OK`, `WARNING` or `ERROR`.", volatile=True)
    services: list[str] | None = result(
        "Services of HPE GreenLake that use it, such as `backup-and-recovery`.", volatile=True
    )
    datacenters: list[Datacenter] | None = result(
        "Datacenters in it.", read_from="appInfo.vmware.datacenters", volatile=True
    )
    last_refreshed: Timestamp | None = result("When its inventory was last read.", volatile=True)

    @classmethod
    def twin(cls, planned: Tree) -> Mapping[str, object]:
        """A vCenter is registered once, whatever it is called."""
        return {"networkAddress": planned.get("network_address")}

    @classmethod
    def managed(cls, tree: Tree, prior: Tree | None, beside: Tree) -> Tree:
        """HPE tells the login name beside the vCenter, not where it was written."""
        del prior, beside
        return {**tree, "credentials": {"username": tree["username"]}} if tree.get("username") else tree

    @classmethod
    def update(cls, prior: Tree, planned: Tree, live: Tree) -> Update:
        """With another address the name shown is sent again: one that HPE chose may follow the address otherwise."""
        del live
        changed = changes(cls.fields(), prior, planned)
        return Update.patch(
            {"display_name": planned.get("display_name")} | changed if "network_address" in changed else changed
        )
