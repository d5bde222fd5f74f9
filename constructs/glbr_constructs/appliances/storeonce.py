"""StoreOnce backup appliances."""

from typing import Literal, Self

from constructs import Construct

from glbr_constructs.appliances.appliance import ExistingAppliance
from glbr_constructs.l1.storeonce import DataStoreonce
from glbr_constructs.synthesis.resource import INNER


class StoreOnce(ExistingAppliance):
    """A StoreOnce backup appliance."""

    storage_system_type: Literal["STOREONCE"] = "STOREONCE"

    @classmethod
    def from_storeonce_id(cls, scope: Construct, id_: str, storeonce_id: str) -> Self:
        """The appliance with this identifier; HPE is not asked."""
        return cls(scope, id_, storeonce_id)

    @classmethod
    def from_storeonce_name(cls, scope: Construct, id_: str, name: str) -> Self:
        """The appliance with this name, looked up by Terraform."""
        return cls(scope, id_, lambda own: DataStoreonce(own, INNER, name=name).id)
