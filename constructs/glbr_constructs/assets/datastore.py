"""Datastores of a vCenter. They exist already and are looked up."""

from constructs import Construct

from glbr_constructs.existing import Existing
from glbr_constructs.l1.datastore import DataDatastore
from glbr_constructs.synthesis.resource import INNER


class Datastore(Existing):
    """One datastore: protected as a whole, or the place of a gateway's disks.

    Example:
        datastore = Datastore.from_datastore_name(self, "datastore", "vmfs-clinic-01")
        VirtualMachineProtectionGroup(self, "group", name="datastores", datastores=[datastore])
    """

    asset_type: str = "virtualization/datastore"

    @property
    def asset_id(self) -> str:
        """Identifier of the datastore."""
        return self.identifier

    @classmethod
    def from_datastore_id(cls, scope: Construct, id_: str, datastore_id: str) -> "Datastore":
        """The datastore with this identifier; HPE is not asked."""
        return cls(scope, id_, datastore_id)

    @classmethod
    def from_datastore_name(cls, scope: Construct, id_: str, name: str) -> "Datastore":
        """The datastore with this name in the vCenter, looked up by Terraform."""
        return cls(scope, id_, lambda own: DataDatastore(own, INNER, name=name).id, name=name)
