"""Protection store gateways."""

from typing import Literal, Self

from constructs import Construct

from glbr_constructs.appliances.appliance import ExistingAppliance
from glbr_constructs.l1.protection_store_gateway import DataProtectionStoreGateway
from glbr_constructs.synthesis.resource import INNER


class ProtectionStoreGateway(ExistingAppliance):
    """A Protection Store Gateway, which is a virtual machine."""

    storage_system_type: Literal["PROTECTION_STORE_GATEWAY"] = "PROTECTION_STORE_GATEWAY"

    @classmethod
    def from_protection_store_gateway_id(cls, scope: Construct, id_: str, gateway_id: str) -> Self:
        """The gateway with this identifier; HPE is not asked."""
        return cls(scope, id_, gateway_id)

    @classmethod
    def from_protection_store_gateway_name(cls, scope: Construct, id_: str, name: str) -> Self:
        """The gateway with this name, looked up by Terraform."""
        return cls(scope, id_, lambda own: DataProtectionStoreGateway(own, INNER, name=name).id)
