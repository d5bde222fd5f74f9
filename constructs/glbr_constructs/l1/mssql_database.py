# Generated from glbr/resources/mssql_database.py by `python -m glbr.views.generate_l1`: do not edit.
# ruff: noqa: A002 - arguments have HPE's names, and HPE says id and type.
"""Mssql database: the same arguments and attributes as in Terraform."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from constructs import Construct

from glbr_constructs.synthesis import kinds
from glbr_constructs.synthesis.arguments import Many, Nested
from glbr_constructs.synthesis.attributes import Reference, each, flag, number, one, text, texts
from glbr_constructs.synthesis.meta import Count, DependsOn, ForEach, Lifecycle, ProviderBlock
from glbr_constructs.synthesis.resource import DataSource


class DataMssqlDatabaseLinkedReference(Reference):
    """Another object that goes with it."""

    id = text()
    """Identifier."""

    name = text()
    """Name."""


class DataMssqlDatabaseDatabaseAvailabilityGroupReference(Reference):
    """The availability group that the database is in."""

    uid = text()
    """SQL Server's own identifier of the group."""

    name = text()
    """Name of the availability group."""

    role = text()
    """Part of this copy of the database: `PRIMARY`, `SECONDARY` or `UNAVAILABLE`."""


class DataMssqlDatabaseDatabaseClusterReference(Reference):
    """The failover cluster that the database is in."""

    clustered = flag()
    """Whether it is in one."""

    role = text()
    """Part of this node."""


class DataMssqlDatabaseJobInfoReference(Reference):
    """The job that protects it."""

    id = text()
    """Identifier of the job."""

    name = text()
    """Name of the job."""

    protection_policy_info = one(DataMssqlDatabaseLinkedReference)
    """Policy of that job."""


class DataMssqlDatabaseSqlMachineReference(Reference):
    """A virtual machine that runs SQL Server."""

    name = text()
    """Name of the virtual machine."""

    resource_uri = text()
    """API path of the virtual machine; its last part is the identifier."""


class DataMssqlDatabaseSqlVirtualizationReference(Reference):
    """Where the host runs, when it is a virtual machine."""

    hypervisor_manager_info = one(DataMssqlDatabaseLinkedReference)
    """vCenter."""

    virtual_machine_info = one(DataMssqlDatabaseSqlMachineReference)
    """Virtual machine."""


class DataMssqlDatabase(DataSource):
    """A database of a SQL Server instance. HPE discovers it; nobody makes it."""

    terraform_type: ClassVar = "glbr_mssql_database"

    shape: ClassVar = {"id": kinds.text, "name": kinds.text}

    id = text()
    name = text()
    size_in_bytes = number()
    """Size, bytes."""

    state = text()
    """Lifecycle state, such as `OK`, `UNAVAILABLE` or `RESTORING`."""

    status = text()
    """Health: `OK`, `WARNING` or `ERROR`."""

    protection_status = text()
    """`UNPROTECTED`, `PENDING`, `PARTIAL`, `PROTECTED`, `LAPSED`, `PAUSED` or `UNSUPPORTED`."""

    recovery_points_exist = flag()
    """Whether it can be restored from anything."""

    application_host_info = one(DataMssqlDatabaseLinkedReference)
    """Host that it is on."""

    instance_info = one(DataMssqlDatabaseLinkedReference)
    """Instance that it belongs to."""

    availability_group_info = one(DataMssqlDatabaseDatabaseAvailabilityGroupReference)
    """Availability group that it is in."""

    cluster_info = one(DataMssqlDatabaseDatabaseClusterReference)
    """Failover cluster that it is in."""

    mssql_database_protection_group_info = one(DataMssqlDatabaseLinkedReference)
    """Protection group that it belongs to."""

    protection_job_info = one(DataMssqlDatabaseJobInfoReference)
    """Job that protects it."""

    virtualization_info = one(DataMssqlDatabaseSqlVirtualizationReference)
    """Where its host runs, when that is a virtual machine."""

    created_at = text()
    """When it was first seen."""

    resource_uri = text()
    """API path of the database."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        id: str | None = None,
        name: str | None = None,
        count: Count | None = None,
        depends_on: DependsOn | None = None,
        for_each: ForEach | None = None,
        lifecycle: Lifecycle | None = None,
        provider: ProviderBlock | None = None,
    ) -> None:
        """Describe it.

        Args:
            scope: Where the construct belongs.
            id_: Name of the construct in that place.
            id: Identifier made by HPE.
            name: Name of the database.
            count: How many of it there are.
            depends_on: What must be there first, where no reference says so.
            for_each: One for each entry of a list or map.
            lifecycle: How Terraform replaces and destroys it: `{"prevent_destroy": True}`.
            provider: Provider block that manages it, where there are several.
        """
        super().__init__(
            scope,
            id_,
            {
                "id": id,
                "name": name,
            },
            count=count,
            depends_on=depends_on,
            for_each=for_each,
            lifecycle=lifecycle,
            provider=provider,
        )


class DataMssqlDatabaseFilterReference(Reference):
    """One condition of a list."""

    property_ = text("property")
    values = texts()
    comparison = text()


class DataMssqlDatabaseReference(Reference):
    """A database of a SQL Server instance. HPE discovers it; nobody makes it."""

    id = text()
    """Identifier made by HPE."""

    name = text()
    """Name of the database."""

    size_in_bytes = number()
    """Size, bytes."""

    state = text()
    """Lifecycle state, such as `OK`, `UNAVAILABLE` or `RESTORING`."""

    status = text()
    """Health: `OK`, `WARNING` or `ERROR`."""

    protection_status = text()
    """`UNPROTECTED`, `PENDING`, `PARTIAL`, `PROTECTED`, `LAPSED`, `PAUSED` or `UNSUPPORTED`."""

    recovery_points_exist = flag()
    """Whether it can be restored from anything."""

    application_host_info = one(DataMssqlDatabaseLinkedReference)
    """Host that it is on."""

    instance_info = one(DataMssqlDatabaseLinkedReference)
    """Instance that it belongs to."""

    availability_group_info = one(DataMssqlDatabaseDatabaseAvailabilityGroupReference)
    """Availability group that it is in."""

    cluster_info = one(DataMssqlDatabaseDatabaseClusterReference)
    """Failover cluster that it is in."""

    mssql_database_protection_group_info = one(DataMssqlDatabaseLinkedReference)
    """Protection group that it belongs to."""

    protection_job_info = one(DataMssqlDatabaseJobInfoReference)
    """Job that protects it."""

    virtualization_info = one(DataMssqlDatabaseSqlVirtualizationReference)
    """Where its host runs, when that is a virtual machine."""

    created_at = text()
    """When it was first seen."""

    resource_uri = text()
    """API path of the database."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MssqlDatabaseFilter(Nested):
    """One condition of a list.

    Attributes:
        property_: HPE's name of the property, with `/` between the parts: `assetInfo/name`.
        values: Value, or several of which one must match.
        comparison: How the property compares with the value: `eq` (equal, also when left out), `gt` (greater, later),
            `lt` (less, earlier) or `ne` (not equal; HPE takes it for inventory and tags). All but `eq` take one value.
            Allowed: `eq`, `ne`, `gt`, `lt`.
    """

    shape: ClassVar = {
        "property_": kinds.text,
        "values": kinds.each(kinds.text),
        "comparison": kinds.choice("eq", "ne", "gt", "lt"),
    }

    property_: str
    values: Sequence[str]
    comparison: str | None = None


class DataMssqlDatabases(DataSource):
    """Every mssql database that the API client may see, or those that meet all `filters`."""

    terraform_type: ClassVar = "glbr_mssql_databases"

    filterable: ClassVar = (
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

    shape: ClassVar = {"filters": kinds.each(MssqlDatabaseFilter.of), "sort": kinds.text, "limit": kinds.whole}

    filters = each(DataMssqlDatabaseFilterReference)
    sort = text()
    limit = number()
    items = each(DataMssqlDatabaseReference)
    """What was found, by name, or as `sort` says. Each has the attributes of `glbr_mssql_database`."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        filters: Many[MssqlDatabaseFilter] | None = None,
        sort: str | None = None,
        limit: float | None = None,
        count: Count | None = None,
        depends_on: DependsOn | None = None,
        for_each: ForEach | None = None,
        lifecycle: Lifecycle | None = None,
        provider: ProviderBlock | None = None,
    ) -> None:
        """Describe it.

        Args:
            scope: Where the construct belongs.
            id_: Name of the construct in that place.
            filters: Conditions that all must hold. Properties: `state`, `status`, `applicationHostInfo/id`,
                `applicationHostInfo/name`, `mssqlDatabaseProtectionGroupInfo/id`,
                `mssqlDatabaseProtectionGroupInfo/name`, `virtualizationInfo/hypervisorManagerInfo/id`, `createdAt`,
                `name`.
            sort: HPE's name of the property to sort by, with ` desc` behind it for the greatest first: `createdAt
                desc`.
            limit: Take at most so many: the first by `sort`, else those that HPE lists first.
            count: How many of it there are.
            depends_on: What must be there first, where no reference says so.
            for_each: One for each entry of a list or map.
            lifecycle: How Terraform replaces and destroys it: `{"prevent_destroy": True}`.
            provider: Provider block that manages it, where there are several.
        """
        super().__init__(
            scope,
            id_,
            {
                "filters": filters,
                "sort": sort,
                "limit": limit,
            },
            count=count,
            depends_on=depends_on,
            for_each=for_each,
            lifecycle=lifecycle,
            provider=provider,
        )
