"""StoreOnce backup appliances."""

from typing import Literal

from constructs import Construct

from glbr_constructs import roles
from glbr_constructs.appliances.data_orchestrator import after
from glbr_constructs.appliances.login import Login, credentials_once
from glbr_constructs.existing import Existing
from glbr_constructs.given import Given
from glbr_constructs.l1.storeonce import DataStoreonce, Storeonce
from glbr_constructs.managed import Managed
from glbr_constructs.synthesis.arguments import Flag
from glbr_constructs.synthesis.resource import INNER


class StoreOnce(Managed[Storeonce]):
    """A StoreOnce backup appliance, registered with HPE GreenLake. Destroying it gives up the stores on it.

    Example:
        password = TerraformVariable(self, "password", type="string", sensitive=True)
        appliance = StoreOnce(
            self,
            "main",
            network_address="storeonce.clinic.example",
            serial_number="CZ25110099",
            login=Login(username="dcadmin", password=password),
        )
        ProtectionStore.on_premises(self, "local", name="Local_clinic", on=appliance)
    """

    storage_system_type: Literal["STOREONCE"] = "STOREONCE"

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        network_address: str,
        serial_number: str,
        login: Login,
        name: str | None = None,
        description: str | None = None,
        orchestrator: roles.Orchestrator | None = None,
        force: Flag = False,
    ) -> None:
        """Register it.

        Args:
            scope: Where the construct belongs.
            id_: Name of the construct in that place.
            network_address: IP address or host name of the appliance.
            serial_number: Serial number of the appliance.
            login: An administrator of the appliance. HPE takes it at the registration only.
            name: Name of the appliance; HPE chooses one when left out.
            description: Free-text note.
            orchestrator: Data Orchestrator of the site: one that is made by the same program must be there first.
            force: Allow the appliance to be taken out although it carries stores.

        Raises:
            Refused: an argument is wrong; the message says which, and what is allowed.
        """
        super().__init__(scope, id_)
        given = Given.to("registering StoreOnce", self)
        given.host("network_address", network_address)
        given.text("serial_number", serial_number, "the serial number of the appliance, such as 'CZ25110099'")
        if name is not None:
            given.text("name", name, "a name of at most 255 characters, or none", at_most=255)
        given.note(description)
        given.flag("force", force)
        self.resource = Storeonce(
            self,
            INNER,
            network_address=network_address,
            serial_number=serial_number,
            credentials=credentials_once(given, login),
            name=name,
            description=description,
            force=force or None,
            depends_on=after(given, orchestrator),
        )

    @property
    def storage_system_id(self) -> str:
        """Identifier of the appliance."""
        return self.resource.id

    @staticmethod
    def from_storeonce_id(scope: Construct, id_: str, storeonce_id: str) -> roles.Appliance:
        """The appliance with this identifier; HPE is not asked."""
        return _ExistingStoreOnce(scope, id_, storeonce_id)

    @staticmethod
    def from_storeonce_name(scope: Construct, id_: str, name: str) -> roles.Appliance:
        """The appliance with this name, looked up by Terraform."""
        return _ExistingStoreOnce(scope, id_, lambda own: DataStoreonce(own, INNER, name=name).id, name=name)


class _ExistingStoreOnce(Existing):
    storage_system_type: Literal["STOREONCE"] = "STOREONCE"

    @property
    def storage_system_id(self) -> str:
        return self.identifier
