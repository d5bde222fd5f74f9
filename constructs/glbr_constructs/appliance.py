"""Appliances that carry protection stores. They exist already and are looked up."""

from typing import Literal, Self

from constructs import Construct

from glbr_constructs.existing import Existing
from glbr_constructs.l1.protection_store_gateway import DataProtectionStoreGateway
from glbr_constructs.l1.storeonce import DataStoreonce
from glbr_constructs.synthesis import INNER


class _Appliance(Existing):
    @property
    def storage_system_id(self) -> str:
        """Identifier of the appliance."""
        return self.identifier


class StoreOnce(_Appliance):
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


class ProtectionStoreGateway(_Appliance):
    """A Protection Store Gateway, which is a virtual machine."""

    storage_system_type: Literal["PROTECTION_STORE_GATEWAY"] = "PROTECTION_STORE_GATEWAY"

    @classmethod
    def from_gateway_id(cls, scope: Construct, id_: str, gateway_id: str) -> Self:
        """The gateway with this identifier; HPE is not asked."""
        return cls(scope, id_, gateway_id)

    @classmethod
    def from_gateway_name(cls, scope: Construct, id_: str, name: str) -> Self:
        """The gateway with this name, looked up by Terraform."""
        return cls(scope, id_, lambda own: DataProtectionStoreGateway(own, INNER, name=name).id)
