"""Sets of volumes on a storage array, and the array. They exist already and are looked up."""

from constructs import Construct

from glbr_constructs.existing import Existing
from glbr_constructs.l1.storage_system import DataStorageSystem
from glbr_constructs.l1.volume_set import DataVolumeSet
from glbr_constructs.synthesis.resource import INNER


class VolumeSet(Existing):
    """A volume collection or application set of an array, which a protection group can follow.

    Example:
        erp = VolumeSet.from_volume_set_name(self, "erp", "erp")
        VolumeProtectionGroup(self, "group", name="erp", volume_set=erp)
    """

    @property
    def volume_set_id(self) -> str:
        """Identifier of the set."""
        return self.identifier

    @classmethod
    def from_volume_set_id(cls, scope: Construct, id_: str, volume_set_id: str) -> "VolumeSet":
        """The set with this identifier; HPE is not asked."""
        return cls(scope, id_, volume_set_id)

    @classmethod
    def from_volume_set_name(cls, scope: Construct, id_: str, name: str) -> "VolumeSet":
        """The set with this name on its array, looked up by Terraform."""
        return cls(scope, id_, lambda own: DataVolumeSet(own, INNER, name=name).id, name=name)


class StorageSystem(Existing):
    """A storage array.

    Example:
        data = Volume.from_volume_name(self, "data", "erp-db-data-01")
        array = StorageSystem.from_storage_system_name(self, "array", "clinic-array-1")
        VolumeProtectionGroup(self, "group", name="erp", volumes=[data], storage_system=array)
    """

    @property
    def array_id(self) -> str:
        """Identifier of the array."""
        return self.identifier

    @classmethod
    def from_storage_system_id(cls, scope: Construct, id_: str, storage_system_id: str) -> "StorageSystem":
        """The array with this identifier; HPE is not asked."""
        return cls(scope, id_, storage_system_id)

    @classmethod
    def from_storage_system_name(cls, scope: Construct, id_: str, name: str) -> "StorageSystem":
        """The array with this name, looked up by Terraform."""
        return cls(scope, id_, lambda own: DataStorageSystem(own, INNER, name=name).id, name=name)
