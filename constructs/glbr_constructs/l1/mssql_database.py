# Generated from glbr/resources/mssql_database.py by `python -m glbr.views.generate_l1`: do not edit.
# ruff: noqa: A002 - arguments have HPE's names, and HPE says id and type.
"""Mssql database: the same arguments and attributes as in Terraform."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from constructs import Construct

from glbr_constructs.cdk import cdk
from glbr_constructs.synthesis import kinds
from glbr_constructs.synthesis.arguments import Many, Nested
from glbr_constructs.synthesis.attributes import Attribute, Reference, References, each, flag, number, one, text, texts
from glbr_constructs.synthesis.meta import Count, DependsOn, ForEach, Lifecycle, ProviderBlock
from glbr_constructs.synthesis.resource import DataSource


class DataMssqlDatabaseLinkedReference(Reference):
    """Another object that goes with it."""

    id: Attribute[str] = text()
    """Identifier."""

    name: Attribute[str] = text()
    """Name."""


class DataMssqlDatabaseDatabaseAvailabilityGroupReference(Reference):
    """The availability group that the database is in."""

    uid: Attribute[str] = text()
    """SQL Server's own identifier of the group."""

    name: Attribute[str] = text()
    """Name of the availability group."""

    role: Attribute[str] = text()
    """Part of this copy of the database: `PRIMARY`, `SECONDARY` or `UNAVAILABLE`."""


class DataMssqlDatabaseDatabaseClusterReference(Reference):
    """The failover cluster that the database is in."""

    clustered: Attribute[cdk.IResolvable] = flag()
    """Whether it is in one."""

    role: Attribute[str] = text()
    """Part of this node."""


class DataMssqlDatabaseJobInfoReference(Reference):
    """The job that protects it."""

    id: Attribute[str] = text()
    """Identifier of the job."""

    name: Attribute[str] = text()
    """Name of the job."""

    protection_policy_info: Attribute[DataMssqlDatabaseLinkedReference] = one(DataMssqlDatabaseLinkedReference)
    """Policy of that job."""


class DataMssqlDatabaseSqlMachineReference(Reference):
    """A virtual machine that runs SQL Server."""

    name: Attribute[str] = text()
    """Name of the virtual machine."""

    resource_uri: Attribute[str] = text()
    """API path of the virtual machine; its last part is the identifier."""


class DataMssqlDatabaseSqlVirtualizationReference(Reference):
    """Where the host runs, when it is a virtual machine."""

    hypervisor_manager_info: Attribute[DataMssqlDatabaseLinkedReference] = one(DataMssqlDatabaseLinkedReference)
    """vCenter."""

    virtual_machine_info: Attribute[DataMssqlDatabaseSqlMachineReference] = one(DataMssqlDatabaseSqlMachineReference)
    """Virtual machine."""


class DataMssqlDatabase(DataSource):
    """A database of a SQL Server instance. HPE discovers it; nobody makes it."""

    terraform_type: ClassVar[str] = "glbr_mssql_database"

    shape: ClassVar[Mapping[str, kinds.Convert]] = {"id": kinds.text, "name": kinds.text}

    id: Attribute[str] = text()
    name: Attribute[str] = text()
    size_in_bytes: Attribute[float] = number()
    """Size, bytes."""

    state: Attribute[str] = text()
    """Lifecycle state, such as `OK`, `UNAVAILABLE` or `RESTORING`."""

    status: Attribute[str] = text()
    """Health: `OK`, `WARNING` or `ERROR`."""

    protection_status: Attribute[str] = text()
    """`UNPROTECTED`, `PENDING`, `PARTIAL`, `PROTECTED`, `LAPSED`, `PAUSED` or `UNSUPPORTED`."""

    recovery_points_exist: Attribute[cdk.IResolvable] = flag()
    """Whether it can be restored from anything."""

    application_host_info: Attribute[DataMssqlDatabaseLinkedReference] = one(DataMssqlDatabaseLinkedReference)
    """Host that it is on."""

    instance_info: Attribute[DataMssqlDatabaseLinkedReference] = one(DataMssqlDatabaseLinkedReference)
    """Instance that it belongs to."""

    availability_group_info: Attribute[DataMssqlDatabaseDatabaseAvailabilityGroupReference] = one(
        DataMssqlDatabaseDatabaseAvailabilityGroupReference
    )
    """Availability group that it is in."""

    cluster_info: Attribute[DataMssqlDatabaseDatabaseClusterReference] = one(DataMssqlDatabaseDatabaseClusterReference)
    """Failover cluster that it is in."""

    mssql_database_protection_group_info: Attribute[DataMssqlDatabaseLinkedReference] = one(
        DataMssqlDatabaseLinkedReference
    )
    """Protection group that it belongs to."""

    protection_job_info: Attribute[DataMssqlDatabaseJobInfoReference] = one(DataMssqlDatabaseJobInfoReference)
    """Job that protects it."""

    virtualization_info: Attribute[DataMssqlDatabaseSqlVirtualizationReference] = one(
        DataMssqlDatabaseSqlVirtualizationReference
    )
    """Where its host runs, when that is a virtual machine."""

    created_at: Attribute[str] = text()
    """When it was first seen."""

    resource_uri: Attribute[str] = text()
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

    property_: Attribute[str] = text("property")
    values: Attribute[list[str]] = texts()
    comparison: Attribute[str] = text()


class DataMssqlDatabaseReference(Reference):
    """A database of a SQL Server instance. HPE discovers it; nobody makes it."""

    id: Attribute[str] = text()
    """Identifier made by HPE."""

    name: Attribute[str] = text()
    """Name of the database."""

    size_in_bytes: Attribute[float] = number()
    """Size, bytes."""

    state: Attribute[str] = text()
    """Lifecycle state, such as `OK`, `UNAVAILABLE` or `RESTORING`."""

    status: Attribute[str] = text()
    """Health: `OK`, `WARNING` or `ERROR`."""

    protection_status: Attribute[str] = text()
    """`UNPROTECTED`, `PENDING`, `PARTIAL`, `PROTECTED`, `LAPSED`, `PAUSED` or `UNSUPPORTED`."""

    recovery_points_exist: Attribute[cdk.IResolvable] = flag()
    """Whether it can be restored from anything."""

    application_host_info: Attribute[DataMssqlDatabaseLinkedReference] = one(DataMssqlDatabaseLinkedReference)
    """Host that it is on."""

    instance_info: Attribute[DataMssqlDatabaseLinkedReference] = one(DataMssqlDatabaseLinkedReference)
    """Instance that it belongs to."""

    availability_group_info: Attribute[DataMssqlDatabaseDatabaseAvailabilityGroupReference] = one(
        DataMssqlDatabaseDatabaseAvailabilityGroupReference
    )
    """Availability group that it is in."""

    cluster_info: Attribute[DataMssqlDatabaseDatabaseClusterReference] = one(DataMssqlDatabaseDatabaseClusterReference)
    """Failover cluster that it is in."""

    mssql_database_protection_group_info: Attribute[DataMssqlDatabaseLinkedReference] = one(
        DataMssqlDatabaseLinkedReference
    )
    """Protection group that it belongs to."""

    protection_job_info: Attribute[DataMssqlDatabaseJobInfoReference] = one(DataMssqlDatabaseJobInfoReference)
    """Job that protects it."""

    virtualization_info: Attribute[DataMssqlDatabaseSqlVirtualizationReference] = one(
        DataMssqlDatabaseSqlVirtualizationReference
    )
    """Where its host runs, when that is a virtual machine."""

    created_at: Attribute[str] = text()
    """When it was first seen."""

    resource_uri: Attribute[str] = text()
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

    shape: ClassVar[Mapping[str, kinds.Convert]] = {
        "property_": kinds.text,
        "values": kinds.each(kinds.text),
        "comparison": kinds.choice("eq", "ne", "gt", "lt"),
    }

    property_: str
    values: Sequence[str]
    comparison: str | None = None


class DataMssqlDatabases(DataSource):
    """Every mssql database that the API client may see, or those that meet all `filters`."""

    terraform_type: ClassVar[str] = "glbr_mssql_databases"

    filterable: ClassVar[tuple[str, ...]] = (
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

    shape: ClassVar[Mapping[str, kinds.Convert]] = {
        "filters": kinds.each(MssqlDatabaseFilter.of),
        "sort": kinds.text,
        "limit": kinds.whole,
    }

    filters: Attribute[References[DataMssqlDatabaseFilterReference]] = each(DataMssqlDatabaseFilterReference)
    sort: Attribute[str] = text()
    limit: Attribute[float] = number()
    items: Attribute[References[DataMssqlDatabaseReference]] = each(DataMssqlDatabaseReference)
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
