"""Data protection as constructs: what is copied, how often, where to, for how long, and what nobody may delete.

    from glbr_constructs import Daily, Every, ProtectionPolicy

Each name is imported when it is first used, so that a program pays only for what it needs.
"""

import importlib
from typing import TYPE_CHECKING, Final

from glbr_constructs.node import provide_node

if TYPE_CHECKING:
    from glbr_constructs.appliance import ProtectionStoreGateway, StoreOnce
    from glbr_constructs.group import ProtectionGroup
    from glbr_constructs.job import ProtectionJob
    from glbr_constructs.l1.provider import GlbrProvider
    from glbr_constructs.policy import Copies, ProtectionPolicy
    from glbr_constructs.refusal import Refused
    from glbr_constructs.schedule import Daily, Every, Monthly, Schedule, Weekly
    from glbr_constructs.store import ProtectionStore
    from glbr_constructs.virtual_machine import VirtualMachine, VirtualMachines

__all__ = [
    "Copies",
    "Daily",
    "Every",
    "GlbrProvider",
    "Monthly",
    "ProtectionGroup",
    "ProtectionJob",
    "ProtectionPolicy",
    "ProtectionStore",
    "ProtectionStoreGateway",
    "Refused",
    "Schedule",
    "StoreOnce",
    "VirtualMachine",
    "VirtualMachines",
    "Weekly",
]

_HOMES: Final = {
    "Copies": "policy",
    "Daily": "schedule",
    "Every": "schedule",
    "GlbrProvider": "l1.provider",
    "Monthly": "schedule",
    "ProtectionGroup": "group",
    "ProtectionJob": "job",
    "ProtectionPolicy": "policy",
    "ProtectionStore": "store",
    "ProtectionStoreGateway": "appliance",
    "Refused": "refusal",
    "Schedule": "schedule",
    "StoreOnce": "appliance",
    "VirtualMachine": "virtual_machine",
    "VirtualMachines": "virtual_machine",
    "Weekly": "schedule",
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
