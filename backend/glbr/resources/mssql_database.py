"""SQL Server database: an asset that can be protected."""

from glbr.definition import Block, Observed, Timestamp, result
from glbr.resources.mssql_instance import SqlVirtualization
from glbr.resources.parts.inventory import JobInfo, Linked


class DatabaseAvailabilityGroup(Block):
    """The availability group that the database is in."""

    uid: str | None = result("SQL Server's own identifier of the group.")
    name: str | None = result("Name of the availability group.")
    role: str | None = result("Part of this copy of the database: `PRIMARY`, `SECONDARY` or `UNAVAILABLE`.")


class DatabaseCluster(Block):
    """The failover cluster that the database is in."""

    clustered: bool | None = result("Whether it is in one.")
    # HPE misspells the last of its values, so none is named.
    role: str | None = result("Part of this node.")


class MssqlDatabase(Observed):
    """A database of a SQL Server instance. HPE discovers it; nobody makes it."""

    collection = "/backup-recovery/v1beta1/mssql-databases"
    filterable = (
        "state",
        "status",
        "applicationHostInfo/id",
        "applicationHostInfo/name",
        "mssqlDatabaseProtectionGroupInfo/id",
        "mssqlDatabaseProtectionGroupInfo/name",
        "virtualizationInfo/hypervisorManagerInfo/id",
        "createdAt",
        "name",
    )

    name: str | None = result("Name of the database.")
    size_in_bytes: int | None = result("Size, bytes.")
    state: str | None = result("Lifecycle state, such as `OK`, `UNAVAILABLE` or `RESTORING`.")
    status: str | None = result("Health: `OK`, `WARNING` or `ERROR`.")
    protection_status: str | None = result(
        "`UNPROTECTED`, `PENDING`, `PARTIAL`, `PROTECTED`, `LAPSED`, `PAUSED` or `UNSUPPORTED`."
    )
    recovery_points_exist: bool | None = result("Whether it can be restored from anything.")
    application_host_info: Linked | None = result("Host that it is on.")
    instance_info: Linked | None = result("Instance that it belongs to.")
    availability_group_info: DatabaseAvailabilityGroup | None = result("Availability group that it is in.")
    cluster_info: DatabaseCluster | None = result("Failover cluster that it is in.")
    mssql_database_protection_group_info: Linked | None = result("Protection group that it belongs to.")
    protection_job_info: JobInfo | None = result("Job that protects it.")
    virtualization_info: SqlVirtualization | None = result("Where its host runs, when that is a virtual machine.")
    created_at: Timestamp | None = result("When it was first seen.")
    resource_uri: str | None = result("API path of the database.")
