"""Where backups are kept."""

from typing import Literal

from constructs import Construct

from glbr.protection.store import store_problems
from glbr_constructs import roles
from glbr_constructs.existing import Existing
from glbr_constructs.l1.protection_store import DataProtectionStore
from glbr_constructs.l1.protection_store import ProtectionStore as ProtectionStoreL1
from glbr_constructs.managed import Managed
from glbr_constructs.refusal import refuse
from glbr_constructs.synthesis.resource import INNER


class ProtectionStore(Managed[ProtectionStoreL1]):
    """A store for backups: on an appliance, or, with a `location`, in a cloud behind that appliance."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        name: str,
        on: roles.Appliance,
        location: str | None = None,
        force: bool = False,
    ) -> None:
        """Describe it.

        Args:
            scope: Where the construct belongs.
            id_: Name of the construct in that place.
            name: Name shown in the console.
            on: Appliance that carries the store, also for a store in a cloud.
            location: Cloud location such as `azure:eastus2`; without it backups stay on the appliance.
            force: Allow the store to be destroyed together with the backups in it.

        Raises:
            Refused: the arguments contradict each other.
        """
        super().__init__(scope, id_)
        self.protection_store_type: Literal["ON_PREMISES", "CLOUD"] = "ON_PREMISES" if location is None else "CLOUD"
        arguments = {
            "protection_store_type": self.protection_store_type,
            "storage_system_id": on.storage_system_id,
            "storage_system_type": on.storage_system_type,
            "storage_location_id": location,
        }
        refuse(f"making store {self.node.path}", store_problems(arguments))
        self.resource = ProtectionStoreL1(
            self,
            INNER,
            display_name=name,
            protection_store_type=self.protection_store_type,
            storage_system_id=on.storage_system_id,
            storage_system_type=on.storage_system_type,
            storage_location_id=location,
            force=force or None,
        )

    @property
    def protection_store_id(self) -> str:
        """Identifier of the store."""
        return self.resource.id

    @staticmethod
    def from_protection_store_id(scope: Construct, id_: str, store_id: str) -> roles.Store:
        """The store with this identifier; HPE is not asked."""
        return _ExistingStore(scope, id_, store_id)

    @staticmethod
    def from_protection_store_name(scope: Construct, id_: str, name: str) -> roles.Store:
        """The store with this name in the console, looked up by Terraform."""
        return _ExistingStore(scope, id_, lambda own: DataProtectionStore(own, INNER, display_name=name).id)


class _ExistingStore(Existing):
    protection_store_type: None = None

    @property
    def protection_store_id(self) -> str:
        return self.identifier
