# Generated from glbr/resources/mssql_instance.py by `python -m glbr.views.generate_l1`: do not edit.
# ruff: noqa: A002 - arguments have HPE's names, and HPE says id and type.
"""Mssql instance: the same arguments and attributes as in Terraform."""

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


class DataMssqlInstanceLinkedReference(Reference):
    """Another object that goes with it."""

    id: Attribute[str] = text()
    """Identifier."""

    name: Attribute[str] = text()
    """Name."""


class DataMssqlInstanceInstanceCredentialsReference(Reference):
    """How backups log in to the instance. The password is never told."""

    mode: Attribute[str] = text()
    """`WINDOWS` or `SQL`."""

    username: Attribute[str] = text()
    """User name."""


class DataMssqlInstanceAvailabilityReplicaReference(Reference):
    """An instance that takes part in an availability group."""

    id: Attribute[str] = text()
    """Identifier of the instance."""

    name: Attribute[str] = text()
    """Name of the instance."""

    role: Attribute[str] = text()
    """`PRIMARY`, `SECONDARY` or `UNAVAILABLE`."""


class DataMssqlInstanceInstanceAvailabilityGroupReference(Reference):
    """An availability group that the instance takes part in."""

    uid: Attribute[str] = text()
    """SQL Server's own identifier of the group, by which a protection group follows it."""

    name: Attribute[str] = text()
    """Name of the availability group."""

    role: Attribute[str] = text()
    """Part of this instance: `PRIMARY`, `SECONDARY` or `UNAVAILABLE`."""

    replicas: Attribute[References[DataMssqlInstanceAvailabilityReplicaReference]] = each(
        DataMssqlInstanceAvailabilityReplicaReference
    )
    """All instances that take part."""


class DataMssqlInstanceSqlMachineReference(Reference):
    """A virtual machine that runs SQL Server."""

    name: Attribute[str] = text()
    """Name of the virtual machine."""

    resource_uri: Attribute[str] = text()
    """API path of the virtual machine; its last part is the identifier."""


class DataMssqlInstanceSqlVirtualizationReference(Reference):
    """Where the host runs, when it is a virtual machine."""

    hypervisor_manager_info: Attribute[DataMssqlInstanceLinkedReference] = one(DataMssqlInstanceLinkedReference)
    """vCenter."""

    virtual_machine_info: Attribute[DataMssqlInstanceSqlMachineReference] = one(DataMssqlInstanceSqlMachineReference)
    """Virtual machine."""


class DataMssqlInstance(DataSource):
    """A SQL Server instance on a registered application host. HPE discovers it; nobody makes it."""

    terraform_type: ClassVar[str] = "glbr_mssql_instance"

    shape: ClassVar[Mapping[str, kinds.Convert]] = {"id": kinds.text, "name": kinds.text}

    id: Attribute[str] = text()
    name: Attribute[str] = text()
    product_name: Attribute[str] = text()
    """Product, such as `Microsoft SQL Server 2022`."""

    product_version: Attribute[str] = text()
    """Version of the product."""

    clustered: Attribute[cdk.IResolvable] = flag()
    """Whether it is part of a failover cluster."""

    state: Attribute[str] = text()
    """Lifecycle state, such as `OK` or `UNAVAILABLE`."""

    status: Attribute[str] = text()
    """Health: `OK`, `WARNING` or `ERROR`."""

    application_host_info: Attribute[DataMssqlInstanceLinkedReference] = one(DataMssqlInstanceLinkedReference)
    """Host that it runs on."""

    credentials: Attribute[DataMssqlInstanceInstanceCredentialsReference] = one(
        DataMssqlInstanceInstanceCredentialsReference
    )
    """How backups log in."""

    availability_groups_info: Attribute[References[DataMssqlInstanceInstanceAvailabilityGroupReference]] = each(
        DataMssqlInstanceInstanceAvailabilityGroupReference
    )
    """Availability groups it takes part in."""

    virtualization_info: Attribute[DataMssqlInstanceSqlVirtualizationReference] = one(
        DataMssqlInstanceSqlVirtualizationReference
    )
    """Where the host runs, when it is a virtual machine."""

    created_at: Attribute[str] = text()
    """When it was first seen."""

    resource_uri: Attribute[str] = text()
    """API path of the instance."""

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
            name: Name of the instance.
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


class DataMssqlInstanceFilterReference(Reference):
    """One condition of a list."""

    property_: Attribute[str] = text("property")
    values: Attribute[list[str]] = texts()
    comparison: Attribute[str] = text()


class DataMssqlInstanceReference(Reference):
    """A SQL Server instance on a registered application host. HPE discovers it; nobody makes it."""

    id: Attribute[str] = text()
    """Identifier made by HPE."""

    name: Attribute[str] = text()
    """Name of the instance."""

    product_name: Attribute[str] = text()
    """Product, such as `Microsoft SQL Server 2022`."""

    product_version: Attribute[str] = text()
    """Version of the product."""

    clustered: Attribute[cdk.IResolvable] = flag()
    """Whether it is part of a failover cluster."""

    state: Attribute[str] = text()
    """Lifecycle state, such as `OK` or `UNAVAILABLE`."""

    status: Attribute[str] = text()
    """Health: `OK`, `WARNING` or `ERROR`."""

    application_host_info: Attribute[DataMssqlInstanceLinkedReference] = one(DataMssqlInstanceLinkedReference)
    """Host that it runs on."""

    credentials: Attribute[DataMssqlInstanceInstanceCredentialsReference] = one(
        DataMssqlInstanceInstanceCredentialsReference
    )
    """How backups log in."""

    availability_groups_info: Attribute[References[DataMssqlInstanceInstanceAvailabilityGroupReference]] = each(
        DataMssqlInstanceInstanceAvailabilityGroupReference
    )
    """Availability groups it takes part in."""

    virtualization_info: Attribute[DataMssqlInstanceSqlVirtualizationReference] = one(
        DataMssqlInstanceSqlVirtualizationReference
    )
    """Where the host runs, when it is a virtual machine."""

    created_at: Attribute[str] = text()
    """When it was first seen."""

    resource_uri: Attribute[str] = text()
    """API path of the instance."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MssqlInstanceFilter(Nested):
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


class DataMssqlInstances(DataSource):
    """Every mssql instance that the API client may see, or those that meet all `filters`."""

    terraform_type: ClassVar[str] = "glbr_mssql_instances"

    filterable: ClassVar[tuple[str, ...]] = (
        "state",
        "status",
        "createdAt",
        "name",
        "productName",
        "productVersion",
        "applicationHostInfo/id",
        "applicationHostInfo/name",
    )

    shape: ClassVar[Mapping[str, kinds.Convert]] = {
        "filters": kinds.each(MssqlInstanceFilter.of),
        "sort": kinds.text,
        "limit": kinds.whole,
    }

    filters: Attribute[References[DataMssqlInstanceFilterReference]] = each(DataMssqlInstanceFilterReference)
    sort: Attribute[str] = text()
    limit: Attribute[float] = number()
    items: Attribute[References[DataMssqlInstanceReference]] = each(DataMssqlInstanceReference)
    """What was found, by name, or as `sort` says. Each has the attributes of `glbr_mssql_instance`."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        filters: Many[MssqlInstanceFilter] | None = None,
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
            filters: Conditions that all must hold. Properties: `state`, `status`, `createdAt`, `name`, `productName`,
                `productVersion`, `applicationHostInfo/id`, `applicationHostInfo/name`.
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
