"""Places in a cloud where HPE can keep backups."""

from constructs import Construct

from glbr_constructs.existing import Existing
from glbr_constructs.l1.storage_location import DataStorageLocation
from glbr_constructs.synthesis.resource import INNER


class StorageLocation(Existing):
    """A region of a cloud provider. HPE lists those that it offers; they are looked up, not made.

    Example:
        appliance = StoreOnce.from_storeonce_name(self, "main", "clinic-storeonce-1")
        place = StorageLocation.from_storage_location_name(self, "virginia", "East US 2")
        ProtectionStore.in_cloud(self, "cloud", name="Cloud_eastus2", on=appliance, location=place)
    """

    @property
    def storage_location_id(self) -> str:
        """Identifier of the location, such as `azure:eastus2`."""
        return self.identifier

    @classmethod
    def from_storage_location_id(cls, scope: Construct, id_: str, storage_location_id: str) -> "StorageLocation":
        """The location with this identifier, whatever its form; HPE is not asked."""
        return cls(scope, id_, storage_location_id)

    @classmethod
    def from_storage_location_name(cls, scope: Construct, id_: str, name: str) -> "StorageLocation":
        """The location with this name, looked up by Terraform."""
        return cls(scope, id_, lambda own: DataStorageLocation(own, INNER, name=name).id, name=name)
