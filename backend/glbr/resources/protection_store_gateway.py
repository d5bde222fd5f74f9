"""Protection Store Gateway: a virtual backup appliance that carries protection stores."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import ClassVar, Final

from glbr.definition import Block, Resource, Timestamp, Tree, Update, argument, reference, result
from glbr.protection.gateway import gateway_problems
from glbr.protection.problem import Problem, written
from glbr.resources.parts.gateway_changes import connected, differing_places, moved, patched, resized, set_up
from glbr.resources.parts.gateway_parts import (
    ChangedAdapter,
    DroppedAdapter,
    FixedSize,
    GatewayClock,
    GatewayDatastore,
    Health,
    NameServer,
    NewAdapter,
    Nic,
    Proxy,
    RemoteSupport,
    Resize,
    TimeServer,
    VmConfig,
    Workload,
)
from glbr.resources.parts.gateway_reading import told_as_written, told_at_import

MOVED: Final = (
    "Where a gateway is deployed is not changed on one that is there: a new gateway is deployed. For one that was imported, "
    "write the place that the import told."
)
UNSENT: Final = (
    "Nothing is sent for {}: that counts when a gateway is deployed, and HPE does not tell it. It is taken over into the state, "
    "and the gateway stays as it is."
)


class ProtectionStoreGateway(Resource):
    """A Protection Store Gateway: a virtual machine that takes backups and passes them on to a cloud.

    Destroying it deletes the virtual machine with its disks. The on-premises stores on it are lost with every recovery point
    in them; a cloud store that outlives it can be attached to another appliance. A change of its name or its place plans a
    new gateway, with the same loss.

    A change of datastores, workload or fixed size resizes the gateway in place; adapters, the first one included, DNS, time,
    proxy and the access of HPE's support are changed in place, too. HPE GreenLake reaches the gateway by its first adapter:
    make sure that a new address can be reached before you apply it.

    HPE does not tell where a gateway was deployed, only the virtual machine it is: an import takes the vCenter and the
    cluster (or the host, where there is no cluster) of that machine. Write that place for an imported gateway, whatever it
    was deployed into: another place, or another kind of place, plans a new gateway. What HPE tells nowhere is empty after
    an import until it is applied once, which sends nothing for `folder_id` and `content_library_id`, and sends `date_time`
    again.
    """

    collection = "/backup-recovery/v1beta1/protection-store-gateways"
    filterable = ("state", "health/state", "health/status")
    imported_beside = "vm_id"
    needs_live = True
    actions: ClassVar[Mapping[str, type[Block]]] = {
        "resize": Resize,
        "createNic": NewAdapter,
        "updateNic": ChangedAdapter,
        "deleteNic": DroppedAdapter,
        "set-remote-support": RemoteSupport,
    }
    lost_when_replaced = "The on-premises stores on the old gateway are lost with every recovery point in them."
    kept_while = (
        "The gateway still carries protection stores. Destroy them first, and what uses them: policies and jobs. To give up "
        "every recovery point on it: set force = true, apply, then destroy."
    )

    name: str = argument("Name of the gateway and of its virtual machine.", replace=True, at_least=1)
    hypervisor_manager_id: str = reference(
        "vCenter that it runs in. A change plans a new gateway.", to="hypervisor_manager", returned=False
    )
    vm_config: VmConfig = argument(
        "Virtual machine of the gateway. Datastores, workload, fixed size and network are changed in place; a change of the "
        "place it is deployed in plans a new gateway.",
        returned=False,
    )
    nics: list[Nic] | None = argument(
        "Network adapters beside the one of `vm_config.network`. Data sources tell them all, that one included.",
        later=True,
        read_from="network.nics",
    )
    dns: list[NameServer] | None = argument(
        "DNS servers, the first asked first; those of `vm_config.network` when left out.",
        later=True,
        read_from="network.dns",
    )
    ntp: list[TimeServer] | None = argument(
        "Time servers, the first asked first. Left as they are when left out.",
        computed=True,
        later=True,
        read_from="network.ntp",
    )
    proxy: Proxy | None = argument(
        "Proxy on the way to HPE GreenLake and to cloud stores.", later=True, read_from="network.proxy"
    )
    date_time: GatewayClock | None = argument(
        "Where it takes its time from. HPE does not tell it back.", later=True, returned=False
    )
    remote_access_enabled: bool | None = argument(
        "Whether HPE's support may connect to the gateway. Left as it is when left out.", computed=True, later=True
    )
    force: bool | None = argument(
        "Allow the gateway to be destroyed although its stores hold backups. Every recovery point on it is lost.",
        default=False,
        sent=False,
        returned=False,
    )

    vm_id: str | None = result("Virtual machine that it is.", to="virtual_machine", stable=True)
    serial_number: str | None = result("Serial number.", stable=True)
    created_at: Timestamp | None = result("When it was deployed.", stable=True)
    resource_uri: str | None = result("API path of the gateway.", stable=True)
    data_orchestrator_id: str | None = result("Data Orchestrator that serves it.", to="data_orchestrator")
    display_name: str | None = result("Name shown in the console.", volatile=True)
    software_version: str | None = result("Version of its software.", volatile=True)
    state: str | None = result("Lifecycle state, such as `PSG_STATE_OK`.", volatile=True)
    health: Health | None = result("How the gateway is.", volatile=True)
    hostname: str | None = result("Host name.", read_from="network.hostname", volatile=True)
    size: Workload | None = result("Workload that it is sized for.", volatile=True)
    override: FixedSize | None = result("Fixed size; zeros mean none.", volatile=True)
    datastores_info: list[GatewayDatastore] | None = result("Datastores that hold its disks.", volatile=True)
    remote_access_station_id: str | None = result("Station by which HPE's support knows it.", volatile=True)

    @classmethod
    def problems(cls, tree: Tree) -> Iterator[Problem]:
        """One place, one size, and adapters that either have an address or ask for one."""
        return gateway_problems(tree)

    @classmethod
    def managed(cls, tree: Tree, prior: Tree | None, beside: Tree) -> Tree:
        """HPE tells the parts of a gateway beside each other, as they are now, and not where it was deployed."""
        return told_as_written(tree, prior) if prior is not None else told_at_import(tree, beside)

    @classmethod
    def update(cls, prior: Tree, planned: Tree, live: Tree) -> Update:
        """Each part by the call that takes it; what none takes needs a new gateway."""
        if elsewhere := moved(prior, planned):
            return Update.impossible(elsewhere, MOVED)
        differing = differing_places(prior, planned)
        steps = (*resized(prior, planned), *connected(prior, planned, live))
        update = Update.patch(patched(cls.fields(), prior, planned), *steps)
        return replace(update, reason=UNSENT.format(", ".join(map(written, differing)))) if differing else update

    @classmethod
    def completion(cls, made: Tree, planned: Tree) -> Update:
        """A deployment takes the machine with its first adapter: all else is set on the gateway that runs."""
        begun = told_as_written(made, {name: value for name, value in planned.items() if not cls.fields()[name].later})
        return Update.patch(patched(cls.fields(), begun, planned), *set_up(begun, planned))
