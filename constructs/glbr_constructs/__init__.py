"""Data protection as constructs: what is copied, how often, where to, for how long, and what nobody may delete.

    from glbr_constructs import Daily, Every, ProtectionPolicy

Each name is imported when it is first used, so that a program pays only for what it needs.
"""

import importlib
from typing import TYPE_CHECKING, Final

from glbr_constructs.node import provide_node

if __name__ != "glbr_constructs":
    raise ImportError(
        f"importing {__name__}: write glbr_constructs. Through the folder that holds it, it would be here twice, and what "
        "one makes is no instance of the other's classes."
    )

if TYPE_CHECKING:
    from glbr_constructs.app import App
    from glbr_constructs.appliances.adapters import NetworkAdapter, OrchestratorAdapter, Route
    from glbr_constructs.appliances.application_host import ApplicationHost
    from glbr_constructs.appliances.data_orchestrator import DataOrchestrator
    from glbr_constructs.appliances.gateway_size import FixedSize, Workload
    from glbr_constructs.appliances.hypervisor_manager import HypervisorManager
    from glbr_constructs.appliances.login import Login
    from glbr_constructs.appliances.mssql_instance_credentials import MssqlInstanceCredentials
    from glbr_constructs.appliances.network import Clock, Proxy
    from glbr_constructs.appliances.protection_store_gateway import ProtectionStoreGateway
    from glbr_constructs.appliances.storeonce import StoreOnce
    from glbr_constructs.assets.datastore import Datastore
    from glbr_constructs.assets.mssql_database import MssqlDatabase, MssqlDatabases
    from glbr_constructs.assets.mssql_instance import AvailabilityGroup, MssqlInstance
    from glbr_constructs.assets.place import HypervisorCluster, HypervisorFolder, HypervisorHost, ResourcePool
    from glbr_constructs.assets.virtual_machine import VirtualMachine, VirtualMachines
    from glbr_constructs.assets.volume import Volume, Volumes
    from glbr_constructs.assets.volume_set import StorageSystem, VolumeSet
    from glbr_constructs.cdk import TerraformStack, TerraformVariable
    from glbr_constructs.checks.acknowledgement import acknowledge
    from glbr_constructs.checks.protection_checks import ProtectionChecks
    from glbr_constructs.groups.mssql_database_protection_group import MssqlDatabaseProtectionGroup
    from glbr_constructs.groups.virtual_machine_protection_group import VirtualMachineProtectionGroup
    from glbr_constructs.groups.volume_protection_group import VolumeProtectionGroup
    from glbr_constructs.groups.volume_protection_group_backup import VolumeProtectionGroupBackup
    from glbr_constructs.groups.volume_protection_group_snapshot import VolumeProtectionGroupSnapshot
    from glbr_constructs.l1.provider import GlbrProvider
    from glbr_constructs.patterns.fleet import Fleet
    from glbr_constructs.patterns.fleet_of_stacks import FleetOfStacks
    from glbr_constructs.patterns.policy_class import BRONZE, GOLD, SILVER, PolicyClass
    from glbr_constructs.patterns.proof import Proof
    from glbr_constructs.patterns.protected_site import ProtectedSite
    from glbr_constructs.patterns.three_two_one_one_zero import ThreeTwoOneOneZero
    from glbr_constructs.policies.copies import Copies
    from glbr_constructs.policies.override import Override
    from glbr_constructs.policies.protection_job import ProtectionJob
    from glbr_constructs.policies.protection_policy import ProtectionPolicy
    from glbr_constructs.policies.retention import Retention
    from glbr_constructs.policies.rhythm import Daily, Every, Monthly, Weekly
    from glbr_constructs.policies.schedule import Schedule
    from glbr_constructs.policies.script import Script
    from glbr_constructs.refusal import Refused
    from glbr_constructs.stores.protection_store import ProtectionStore
    from glbr_constructs.stores.storage_location import StorageLocation

__all__ = [
    "BRONZE",
    "GOLD",
    "SILVER",
    "App",
    "ApplicationHost",
    "AvailabilityGroup",
    "Clock",
    "Copies",
    "Daily",
    "DataOrchestrator",
    "Datastore",
    "Every",
    "FixedSize",
    "Fleet",
    "FleetOfStacks",
    "GlbrProvider",
    "HypervisorCluster",
    "HypervisorFolder",
    "HypervisorHost",
    "HypervisorManager",
    "Login",
    "Monthly",
    "MssqlDatabase",
    "MssqlDatabaseProtectionGroup",
    "MssqlDatabases",
    "MssqlInstance",
    "MssqlInstanceCredentials",
    "NetworkAdapter",
    "OrchestratorAdapter",
    "Override",
    "PolicyClass",
    "Proof",
    "ProtectedSite",
    "ProtectionChecks",
    "ProtectionJob",
    "ProtectionPolicy",
    "ProtectionStore",
    "ProtectionStoreGateway",
    "Proxy",
    "Refused",
    "ResourcePool",
    "Retention",
    "Route",
    "Schedule",
    "Script",
    "StorageLocation",
    "StorageSystem",
    "StoreOnce",
    "TerraformStack",
    "TerraformVariable",
    "ThreeTwoOneOneZero",
    "VirtualMachine",
    "VirtualMachineProtectionGroup",
    "VirtualMachines",
    "Volume",
    "VolumeProtectionGroup",
    "VolumeProtectionGroupBackup",
    "VolumeProtectionGroupSnapshot",
    "VolumeSet",
    "Volumes",
    "Weekly",
    "Workload",
    "acknowledge",
]

_HOMES: Final = {
    "BRONZE": "patterns.policy_class",
    "GOLD": "patterns.policy_class",
    "SILVER": "patterns.policy_class",
    "App": "app",
    "ApplicationHost": "appliances.application_host",
    "AvailabilityGroup": "assets.mssql_instance",
    "Clock": "appliances.network",
    "Copies": "policies.copies",
    "Daily": "policies.rhythm",
    "DataOrchestrator": "appliances.data_orchestrator",
    "Datastore": "assets.datastore",
    "Every": "policies.rhythm",
    "FixedSize": "appliances.gateway_size",
    "Fleet": "patterns.fleet",
    "FleetOfStacks": "patterns.fleet_of_stacks",
    "GlbrProvider": "l1.provider",
    "HypervisorCluster": "assets.place",
    "HypervisorFolder": "assets.place",
    "HypervisorHost": "assets.place",
    "HypervisorManager": "appliances.hypervisor_manager",
    "Login": "appliances.login",
    "Monthly": "policies.rhythm",
    "MssqlDatabase": "assets.mssql_database",
    "MssqlDatabaseProtectionGroup": "groups.mssql_database_protection_group",
    "MssqlDatabases": "assets.mssql_database",
    "MssqlInstance": "assets.mssql_instance",
    "MssqlInstanceCredentials": "appliances.mssql_instance_credentials",
    "NetworkAdapter": "appliances.adapters",
    "OrchestratorAdapter": "appliances.adapters",
    "Override": "policies.override",
    "PolicyClass": "patterns.policy_class",
    "Proof": "patterns.proof",
    "ProtectedSite": "patterns.protected_site",
    "ProtectionChecks": "checks.protection_checks",
    "ProtectionJob": "policies.protection_job",
    "ProtectionPolicy": "policies.protection_policy",
    "ProtectionStore": "stores.protection_store",
    "ProtectionStoreGateway": "appliances.protection_store_gateway",
    "Proxy": "appliances.network",
    "Refused": "refusal",
    "ResourcePool": "assets.place",
    "Retention": "policies.retention",
    "Route": "appliances.adapters",
    "Schedule": "policies.schedule",
    "Script": "policies.script",
    "StorageLocation": "stores.storage_location",
    "StorageSystem": "assets.volume_set",
    "StoreOnce": "appliances.storeonce",
    "TerraformStack": "cdk",
    "TerraformVariable": "cdk",
    "ThreeTwoOneOneZero": "patterns.three_two_one_one_zero",
    "VirtualMachine": "assets.virtual_machine",
    "VirtualMachineProtectionGroup": "groups.virtual_machine_protection_group",
    "VirtualMachines": "assets.virtual_machine",
    "Volume": "assets.volume",
    "VolumeProtectionGroup": "groups.volume_protection_group",
    "VolumeProtectionGroupBackup": "groups.volume_protection_group_backup",
    "VolumeProtectionGroupSnapshot": "groups.volume_protection_group_snapshot",
    "VolumeSet": "assets.volume_set",
    "Volumes": "assets.volume",
    "Weekly": "policies.rhythm",
    "Workload": "appliances.gateway_size",
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
