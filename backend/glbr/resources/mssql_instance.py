"""SQL Server instance: what an application host turned out to run, and what its databases belong to."""

from glbr.definition import Block, Observed, Timestamp, result
from glbr.resources.parts.inventory import Linked


class InstanceCredentials(Block):
    """How backups log in to the instance. The password is never told."""

    mode: str | None = result("`WINDOWS` or `SQL`.")
    username: str | None = result("User name.")


class AvailabilityReplica(Block):
    """An instance that takes part in an availability group."""

    id: str | None = result("Identifier of the instance.")
    name: str | None = result("Name of the instance.")
    role: str | None = result("`PRIMARY`, `SECONDARY` or `UNAVAILABLE`.")


class InstanceAvailabilityGroup(Block):
    """An availability group that the instance takes part in."""

    uid: str | None = result("SQL Server's own identifier of the group, by which a protection group follows it.")
    name: str | None = result("Name of the availability group.")
    role: str | None = result("Part of this instance: `PRIMARY`, `SECONDARY` or `UNAVAILABLE`.")
    replicas: list[AvailabilityReplica] | None = result("All instances that take part.")


class SqlMachine(Block):
    """A virtual machine that runs SQL Server."""

    name: str | None = result("Name of the virtual machine.")
    resource_uri: str | None = result("API path of the virtual machine; its last part is the identifier.")


class SqlVirtualization(Block):
    """Where the host runs, when it is a virtual machine."""

    hypervisor_manager_info: Linked | None = result("vCenter.")
    virtual_machine_info: SqlMachine | None = result("Virtual machine.")


class MssqlInstance(Observed):
    """A SQL Server instance on a registered application host. HPE discovers it; nobody makes it."""

    collection = "/backup-recovery/v1beta1/mssql-instances"
    filterable = (
        "state",
        "status",
        "createdAt",
        "name",
        "productName",
        "productVersion",
        "applicationHostInfo/id",
        "applicationHostInfo/name",
    )

    name: str | None = result("Name of the instance.")
    product_name: str | None = result("Product, such as `Microsoft SQL Server 2022`.")
    product_version: str | None = result("Version of the product.")
    clustered: bool | None = result("Whether it is part of a failover cluster.")
    state: str | None = result("Lifecycle state, such as `OK` or `UNAVAILABLE`.")
    status: str | None = result("Health: `OK`, `WARNING` or `ERROR`.")
    application_host_info: Linked | None = result("Host that it runs on.")
    credentials: InstanceCredentials | None = result("How backups log in.")
    availability_groups_info: list[InstanceAvailabilityGroup] | None = result("Availability groups it takes part in.")
    virtualization_info: SqlVirtualization | None = result("Where the host runs, when it is a virtual machine.")
    created_at: Timestamp | None = result("When it was first seen.")
    resource_uri: str | None = result("API path of the instance.")
