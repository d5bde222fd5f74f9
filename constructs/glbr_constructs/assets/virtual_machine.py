"""Virtual machines of a vCenter. They exist already and are looked up."""

from collections.abc import Mapping, Sequence
from typing import Final, Self

from constructs import Construct

from glbr_constructs.cdk import cdk
from glbr_constructs.existing import Existing
from glbr_constructs.l1.virtual_machine import DataVirtualMachine, DataVirtualMachines
from glbr_constructs.synthesis.resource import INNER

ASSET_TYPE: Final = "virtualization/virtual-machine"


class VirtualMachine(Existing):
    """One virtual machine."""

    asset_type = ASSET_TYPE

    @property
    def asset_id(self) -> str:
        """Identifier of the machine."""
        return self.identifier

    @classmethod
    def from_virtual_machine_id(cls, scope: Construct, id_: str, virtual_machine_id: str) -> Self:
        """The machine with this identifier; HPE is not asked."""
        return cls(scope, id_, virtual_machine_id)

    @classmethod
    def from_virtual_machine_name(cls, scope: Construct, id_: str, name: str) -> Self:
        """The machine with this name in the vCenter, looked up by Terraform."""
        return cls(scope, id_, lambda own: DataVirtualMachine(own, INNER, name=name).id)


class VirtualMachines(Construct):
    """All virtual machines that meet conditions, looked up again at each plan: a new machine joins by itself."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        where: Mapping[str, str | Sequence[str]] | None = None,
        infrastructure: bool = False,
    ) -> None:
        """Describe them.

        Args:
            scope: Where the construct belongs.
            id_: Name of the construct in that place.
            where: HPE's properties and the value, or several of which one must match:
                `{"hypervisorManagerInfo/name": "vcenter.clinic.example"}`. All conditions must hold.
            infrastructure: Also machines of the infrastructure, such as gateways and orchestrators. HPE marks them, and
                they are not protected like others.
        """
        super().__init__(scope, id_)
        self._infrastructure = infrastructure
        filters = [
            {"property": name, "values": [wanted] if isinstance(wanted, str) else list(wanted)}
            for name, wanted in (where or {}).items()
        ]
        self.resource = DataVirtualMachines(self, INNER, filters=filters or None)

    @property
    def assets(self) -> cdk.IResolvable:
        """The machines as members of a group, an expression of Terraform."""
        condition = "" if self._infrastructure else " if val.vm_classification == null"
        # As a map, since the CDK would turn a list into a set first, and Terraform would unify 24 large objects for it.
        machines = cdk.TerraformIterator.from_map(cdk.Token.as_any_map(self.resource.items))
        return machines.for_expression_for_list(f'{{ id = val.id, type = "{ASSET_TYPE}" }}{condition}')
