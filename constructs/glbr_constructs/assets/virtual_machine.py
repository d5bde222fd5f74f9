"""Virtual machines of a vCenter. They exist already and are looked up."""

from constructs import Construct

from glbr_constructs.assets.conditions import Assets, Where, filters
from glbr_constructs.cdk import cdk
from glbr_constructs.existing import Existing
from glbr_constructs.given import Given
from glbr_constructs.l1.virtual_machine import DataVirtualMachine, DataVirtualMachines
from glbr_constructs.synthesis.resource import INNER


class VirtualMachine(Existing):
    """One virtual machine.

    Example:
        erp = VirtualMachine.from_virtual_machine_name(self, "erp", "erp-db-01")
        VirtualMachineProtectionGroup(self, "group", name="erp", virtual_machines=[erp])
    """

    asset_type: str = "virtualization/virtual-machine"

    @property
    def asset_id(self) -> str:
        """Identifier of the machine."""
        return self.identifier

    @classmethod
    def from_virtual_machine_id(cls, scope: Construct, id_: str, virtual_machine_id: str) -> "VirtualMachine":
        """The machine with this identifier; HPE is not asked."""
        return cls(scope, id_, virtual_machine_id)

    @classmethod
    def from_virtual_machine_name(cls, scope: Construct, id_: str, name: str) -> "VirtualMachine":
        """The machine with this name in the vCenter, looked up by Terraform."""
        return cls(scope, id_, lambda own: DataVirtualMachine(own, INNER, name=name).id, name=name)


class VirtualMachines(Assets[DataVirtualMachines]):
    """All virtual machines that meet conditions, looked up again at each plan: a new machine joins by itself.

    Example:
        machines = VirtualMachines(self, "machines", where={"hypervisorManagerInfo/name": "vcenter.clinic.example"})
        VirtualMachineProtectionGroup(self, "group", name="clinic", virtual_machines=machines)
    """

    asset_type: str = VirtualMachine.asset_type

    def __init__(self, scope: Construct, id_: str, *, where: Where | None = None, infrastructure: bool = False) -> None:
        """Describe them.

        Args:
            scope: Where the construct belongs.
            id_: Name of the construct in that place.
            where: HPE's properties and the value, or several of which one must match:
                `{"hypervisorManagerInfo/name": "vcenter.clinic.example"}`. All conditions must hold.
            infrastructure: Also machines of the infrastructure, such as gateways and orchestrators. HPE marks them, and
                they are not protected like others.

        Raises:
            Refused: HPE cannot look for such a property, or a value is empty.
        """
        super().__init__(scope, id_)
        given = Given.to("looking up virtual machines", self)
        given.instance("infrastructure", infrastructure, (bool,), "yes or no", "True or False")
        self._infrastructure = infrastructure
        conditions = filters(given, where, DataVirtualMachines.filterable)
        self.resource = DataVirtualMachines(self, INNER, filters=conditions)

    @property
    def assets(self) -> cdk.IResolvable:
        """The machines as members of a group, an expression of Terraform."""
        condition = "" if self._infrastructure else "val.vm_classification == null"
        return self._each(f'{{ id = val.id, type = "{VirtualMachine.asset_type}" }}', condition)

    @property
    def ids_by_name(self) -> cdk.IResolvable:
        """The identifiers of the machines by their names, an expression of Terraform: what a `Fleet` goes over."""
        return self._ids_by_name("" if self._infrastructure else "val.vm_classification == null")
