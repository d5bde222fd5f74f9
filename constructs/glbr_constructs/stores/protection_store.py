"""Where backups are kept."""

from typing import Literal

from constructs import Construct

from glbr.protection.location import location_problems
from glbr.protection.store import store_problems
from glbr_constructs import roles
from glbr_constructs.existing import Existing
from glbr_constructs.given import Given, is_expression
from glbr_constructs.l1.protection_store import DataProtectionStore
from glbr_constructs.l1.protection_store import ProtectionStore as ProtectionStoreL1
from glbr_constructs.managed import Managed
from glbr_constructs.synthesis.arguments import Flag
from glbr_constructs.synthesis.resource import INNER

_APPLIANCE = "a StoreOnce or a ProtectionStoreGateway, made here or looked up: StoreOnce.from_storeonce_name(...)"
_LOCATION = "a text such as 'azure:eastus2', or StorageLocation.from_storage_location_name(...)"


class ProtectionStore(Managed[ProtectionStoreL1]):
    """A store for backups: on an appliance, or, with a `location`, in a cloud behind that appliance.

    Example:
        appliance = StoreOnce.from_storeonce_name(self, "main", "clinic-storeonce-1")
        ProtectionStore.on_premises(self, "local", name="Local_clinic", on=appliance)
        ProtectionStore.in_cloud(self, "cloud", name="Cloud_eastus2", on=appliance, location="azure:eastus2")
    """

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        name: str,
        on: roles.Appliance,
        location: str | roles.Location | None = None,
        force: Flag = False,
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
            Refused: an argument is wrong; the message says which, and what is allowed.
        """
        super().__init__(scope, id_)
        given = Given.to("making store", self)
        given.text("name", name, "the name shown in the console, such as 'Local_clinic'")
        given.part(
            "on", on, ("storage_system_id", "storage_system_type"), "an appliance that carries stores", _APPLIANCE
        )
        given.flag("force", force)
        place = None if location is None else _location_id(given, location)
        self.protection_store_type: Literal["ON_PREMISES", "CLOUD"] = "ON_PREMISES" if place is None else "CLOUD"
        arguments = {
            "protection_store_type": self.protection_store_type,
            "storage_system_id": on.storage_system_id,
            "storage_system_type": on.storage_system_type,
            "storage_location_id": place,
        }
        given.sound(store_problems(arguments))
        self.resource = ProtectionStoreL1(
            self,
            INNER,
            display_name=name,
            protection_store_type=self.protection_store_type,
            storage_system_id=on.storage_system_id,
            storage_system_type=on.storage_system_type,
            storage_location_id=place,
            force=force or None,
        )

    @classmethod
    def on_premises(
        cls, scope: Construct, id_: str, *, name: str, on: roles.Appliance, force: Flag = False
    ) -> "ProtectionStore":
        """A store on the appliance itself: quick to restore from, and lost with the site.

        Args:
            scope: Where the construct belongs.
            id_: Name of the construct in that place.
            name: Name shown in the console.
            on: Appliance that carries the store.
            force: Allow the store to be destroyed together with the backups in it.

        Raises:
            Refused: an argument is wrong; the message says which, and what is allowed.
        """
        return cls(scope, id_, name=name, on=on, force=force)

    @classmethod
    def in_cloud(
        cls,
        scope: Construct,
        id_: str,
        *,
        name: str,
        on: roles.Appliance,
        location: str | roles.Location,
        force: Flag = False,
    ) -> "ProtectionStore":
        """A store in a cloud, which survives the site. The appliance sends the backups there.

        Args:
            scope: Where the construct belongs.
            id_: Name of the construct in that place.
            name: Name shown in the console.
            on: Appliance that backups go through.
            location: Cloud location such as `azure:eastus2`, or one that is looked up.
            force: Allow the store to be destroyed together with the backups in it.

        Raises:
            Refused: an argument is wrong; the message says which, and what is allowed.
        """
        # Without one the constructor would make a store on premises.
        _location_id(Given(f"making store {id_}"), location)
        return cls(scope, id_, name=name, on=on, location=location, force=force)

    @property
    def protection_store_id(self) -> str:
        """Identifier of the store."""
        return self.resource.id

    @staticmethod
    def from_protection_store_id(scope: Construct, id_: str, store_id: str) -> roles.Store:
        """The store with this identifier; HPE is not asked."""
        return _ExistingProtectionStore(scope, id_, store_id)

    @staticmethod
    def from_protection_store_name(scope: Construct, id_: str, name: str) -> roles.Store:
        """The store with this name in the console, looked up by Terraform."""
        return _ExistingProtectionStore(
            scope, id_, lambda own: DataProtectionStore(own, INNER, display_name=name).id, name=name
        )


class _ExistingProtectionStore(Existing):
    protection_store_type: None = None

    @property
    def protection_store_id(self) -> str:
        return self.identifier


def _location_id(given: Given, location: str | roles.Location) -> str:
    """The identifier of a location. A text is checked; what was looked up is HPE's own."""
    if isinstance(location, str):
        given.text("location", location, _LOCATION)
        if not is_expression(location):
            given.sound(location_problems(location))
        return location
    given.part("location", location, ("storage_location_id",), "a cloud location", _LOCATION)
    return location.storage_location_id
