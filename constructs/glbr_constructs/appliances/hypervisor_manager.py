"""Hypervisor managers: vCenters, from which HPE knows what there is to protect."""

from constructs import Construct

from glbr_constructs import roles
from glbr_constructs.appliances.data_orchestrator import orchestrator_id
from glbr_constructs.appliances.login import Login, credentials
from glbr_constructs.existing import Existing
from glbr_constructs.given import Given
from glbr_constructs.l1.hypervisor_manager import DataHypervisorManager
from glbr_constructs.l1.hypervisor_manager import HypervisorManager as HypervisorManagerL1
from glbr_constructs.managed import Managed
from glbr_constructs.synthesis.arguments import Flag
from glbr_constructs.synthesis.resource import INNER


class HypervisorManager(Managed[HypervisorManagerL1]):
    """A vCenter, registered with HPE GreenLake through a Data Orchestrator.

    Example:
        password = TerraformVariable(self, "password", type="string", sensitive=True)
        HypervisorManager(
            self,
            "vcenter",
            network_address="vcenter.clinic.example",
            orchestrator=DataOrchestrator.from_data_orchestrator_name(self, "orchestrator", "clinic-do-1"),
            login=Login(username="backup@vsphere.local", password=password),
        )
    """

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        network_address: str,
        orchestrator: roles.Orchestrator,
        login: Login,
        name: str | None = None,
        description: str | None = None,
        force: Flag = False,
    ) -> None:
        """Register it.

        Args:
            scope: Where the construct belongs.
            id_: Name of the construct in that place.
            network_address: IP address or host name of the vCenter.
            orchestrator: Data Orchestrator that talks to the vCenter.
            login: Login by which HPE reaches the vCenter.
            name: Name shown in the console; HPE chooses one when left out.
            description: Free-text note.
            force: Allow the vCenter to be taken out although something in it is still protected.

        Raises:
            Refused: an argument is wrong; the message says which, and what is allowed.
        """
        super().__init__(scope, id_)
        given = Given.to("registering vCenter", self)
        given.host("network_address", network_address)
        if name is not None:
            given.text("name", name, "the name shown in the console, or none")
        given.note(description)
        given.flag("force", force)
        self.resource = HypervisorManagerL1(
            self,
            INNER,
            network_address=network_address,
            hypervisor_manager_type="VMWARE_VCENTER",
            data_orchestrator_id=orchestrator_id(given, orchestrator),
            credentials=credentials(given, login),
            display_name=name,
            description=description,
            force=force or None,
        )

    @property
    def hypervisor_manager_id(self) -> str:
        """Identifier of the vCenter."""
        return self.resource.id

    @staticmethod
    def from_hypervisor_manager_id(scope: Construct, id_: str, hypervisor_manager_id: str) -> roles.Hypervisor:
        """The vCenter with this identifier; HPE is not asked."""
        return _ExistingHypervisorManager(scope, id_, hypervisor_manager_id)

    @staticmethod
    def from_hypervisor_manager_name(scope: Construct, id_: str, name: str) -> roles.Hypervisor:
        """The vCenter with this name, looked up by Terraform."""
        return _ExistingHypervisorManager(
            scope, id_, lambda own: DataHypervisorManager(own, INNER, name=name).id, name=name
        )


class _ExistingHypervisorManager(Existing):
    @property
    def hypervisor_manager_id(self) -> str:
        return self.identifier
