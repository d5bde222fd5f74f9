"""Wrong arguments of what can be protected, and of the places where it stands."""

from collections.abc import Callable

from glbr_constructs import ApplicationHost, HypervisorManager, MssqlInstance
from glbr_constructs.cdk import cdk
from wrong_arguments import Trial, Trials
from wrong_arguments.stores import IDENTIFIER

NOUNS = {
    "VirtualMachine": "virtual_machine",
    "Datastore": "datastore",
    "Volume": "volume",
    "VolumeSet": "volume_set",
    "StorageSystem": "storage_system",
    "MssqlInstance": "mssql_instance",
    "HypervisorCluster": "hypervisor_cluster",
    "HypervisorHost": "hypervisor_host",
    "ResourcePool": "resource_pool",
    "HypervisorFolder": "hypervisor_folder",
}
INSIDE = ("ResourcePool", "HypervisorFolder")
"""Looked up by name inside of one vCenter."""


def _known(noun: str) -> Callable[[cdk.TerraformStack], Trial]:
    return lambda _: Trial({f"{noun}_id": "x-1"}, {f"{noun}_id": IDENTIFIER})


def _named(stack: cdk.TerraformStack) -> Trial:
    return Trial({"name": "some"})


def _named_inside(stack: cdk.TerraformStack) -> Trial:
    vcenter = HypervisorManager.from_hypervisor_manager_id(stack, "vcenter", "vc-1")
    return Trial({"name": "some", "hypervisor_manager": vcenter})


def _named_on_host(stack: cdk.TerraformStack) -> Trial:
    host = ApplicationHost.from_application_host_id(stack, "host", "h-1")
    said = r"host='sql-01' is not an application host\. Allowed: an ApplicationHost"
    return Trial({"name": "some", "host": host}, {"host": ("sql-01", said)})


def _availability_group(stack: cdk.TerraformStack) -> Trial:
    return Trial({"name": "AG-01"}, receiver=MssqlInstance.from_mssql_instance_id(stack, "instance", "i-1"))


def _machines(stack: cdk.TerraformStack) -> Trial:
    where = {"name": ["a", "b"], "powerState": "POWERED_ON"}
    unknown = ({"colour": "red"}, r"where='colour' is not known\. Allowed: status, state, appType, .*powerState")
    infrastructure = ("yes", r"infrastructure='yes' is not yes or no\. Allowed: True or False")
    return Trial({"where": where}, {"where": unknown, "infrastructure": infrastructure})


def _database(stack: cdk.TerraformStack) -> Trial:
    said = (
        r"a database is found in one way\. Given: mssql_database_id and name\. Allowed: one of mssql_database_id, name"
    )
    return Trial({"name": "erp"}, {"mssql_database_id": ("db-1", said)})


TRIALS: Trials = {
    **{f"{name}.from_{noun}_id": _known(noun) for name, noun in NOUNS.items()},
    **{f"{name}.from_{noun}_name": _named_inside if name in INSIDE else _named for name, noun in NOUNS.items()},
    "MssqlInstance.from_mssql_instance_name": _named_on_host,
    "AvailabilityGroup.from_availability_group_uid": lambda _: Trial({"uid": "ag-1"}, {"uid": IDENTIFIER}),
    "MssqlInstance.availability_group": _availability_group,
    "MssqlDatabase": _database,
    "MssqlDatabase.from_mssql_database_id": lambda _: Trial(
        {"mssql_database_id": "db-1"}, {"mssql_database_id": ("", r"mssql_database_id is empty\. Given: ''\. Allowed")}
    ),
    "MssqlDatabase.from_mssql_database_name": _named,
    "VirtualMachines": _machines,
    "Volumes": lambda _: Trial({"where": {"name": "erp"}}),
    "MssqlDatabases": lambda _: Trial({"where": {"name": "erp"}}),
}
