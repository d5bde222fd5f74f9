"""Data protection as constructs: what is copied, how often, where to, for how long, and what nobody may delete.

    from glbr_constructs import Daily, Every, ProtectionPolicy

Each name is imported when it is first used, so that a program pays only for what it needs.
"""

import importlib
from typing import TYPE_CHECKING, Final

from glbr_constructs.node import provide_node

if TYPE_CHECKING:
    from glbr_constructs.appliances.protection_store_gateway import ProtectionStoreGateway
    from glbr_constructs.appliances.storeonce import StoreOnce
    from glbr_constructs.assets.virtual_machine import VirtualMachine, VirtualMachines
    from glbr_constructs.cdk import App, TerraformStack
    from glbr_constructs.checks.acknowledgement import acknowledge
    from glbr_constructs.groups.virtual_machine_protection_group import VirtualMachineProtectionGroup
    from glbr_constructs.l1.provider import GlbrProvider
    from glbr_constructs.policies.protection_job import ProtectionJob
    from glbr_constructs.policies.protection_policy import Copies, ProtectionPolicy
    from glbr_constructs.policies.schedule import Daily, Every, Monthly, Schedule, Weekly
    from glbr_constructs.refusal import Refused
    from glbr_constructs.stores.protection_store import ProtectionStore

__all__ = [
    "App",
    "Copies",
    "Daily",
    "Every",
    "GlbrProvider",
    "Monthly",
    "ProtectionJob",
    "ProtectionPolicy",
    "ProtectionStore",
    "ProtectionStoreGateway",
    "Refused",
    "Schedule",
    "StoreOnce",
    "TerraformStack",
    "VirtualMachine",
    "VirtualMachineProtectionGroup",
    "VirtualMachines",
    "Weekly",
    "acknowledge",
]

_HOMES: Final = {
    "App": "cdk",
    "Copies": "policies.protection_policy",
    "Daily": "policies.schedule",
    "Every": "policies.schedule",
    "GlbrProvider": "l1.provider",
    "Monthly": "policies.schedule",
    "ProtectionJob": "policies.protection_job",
    "ProtectionPolicy": "policies.protection_policy",
    "ProtectionStore": "stores.protection_store",
    "ProtectionStoreGateway": "appliances.protection_store_gateway",
    "Refused": "refusal",
    "Schedule": "policies.schedule",
    "StoreOnce": "appliances.storeonce",
    "TerraformStack": "cdk",
    "VirtualMachine": "assets.virtual_machine",
    "VirtualMachineProtectionGroup": "groups.virtual_machine_protection_group",
    "VirtualMachines": "assets.virtual_machine",
    "Weekly": "policies.schedule",
    "acknowledge": "checks.acknowledgement",
}


# Before anything here imports the CDK, which starts Node.
provide_node()


def __getattr__(name: str) -> object:
    """Import a public name from the module that holds it."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}; it offers {', '.join(__all__)}")
    return getattr(importlib.import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return list(__all__)
