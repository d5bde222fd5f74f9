# Generated from glbr/resources/mssql_database_protection_group.py by `python -m glbr.views.generate_l1`: do not edit.
# ruff: noqa: A002 - arguments have HPE's names, and HPE says id and type.
"""Mssql database protection group: the same arguments and attributes as in Terraform."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from constructs import Construct

from glbr_constructs.cdk import cdk
from glbr_constructs.synthesis import kinds
from glbr_constructs.synthesis.arguments import Flag, Many, Nested, One
from glbr_constructs.synthesis.attributes import Attribute, Reference, References, each, flag, number, one, text, texts
from glbr_constructs.synthesis.meta import Connection, Count, DependsOn, ForEach, Lifecycle, ProviderBlock, Provisioners
from glbr_constructs.synthesis.resource import DataSource, Resource


class MssqlDatabaseProtectionGroupGroupedDatabaseReference(Reference):
    """A member."""

    resource_uri: Attribute[str] = text()


class MssqlDatabaseProtectionGroupDatabaseGroupSourceReference(Reference):
    """The SQL Server object whose databases are the group."""

    type: Attribute[str] = text()
    id: Attribute[str] = text()
    uid: Attribute[str] = text()
    exclude_system_databases: Attribute[cdk.IResolvable] = flag()


class MssqlDatabaseProtectionGroupTimeoutsReference(Reference):
    """How long Terraform waits for HPE to finish. What HPE has begun goes on all the same."""

    create: Attribute[str] = text()
    update: Attribute[str] = text()
    delete: Attribute[str] = text()


@dataclass(frozen=True, slots=True, kw_only=True)
class MssqlDatabaseProtectionGroupGroupedDatabase(Nested):
    """A member.

    Attributes:
        resource_uri: API path of the database, as its data source tells it.
    """

    shape: ClassVar[Mapping[str, kinds.Convert]] = {"resource_uri": kinds.text}

    resource_uri: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MssqlDatabaseProtectionGroupDatabaseGroupSource(Nested):
    """The SQL Server object whose databases are the group.

    Attributes:
        type: Kind of that object. Allowed: `AVAILABILITY_GROUP`, `MSSQL_INSTANCE`.
        id: Identifier of the instance: for `MSSQL_INSTANCE`.
        uid: Identifier of the availability group: for `AVAILABILITY_GROUP`.
        exclude_system_databases: Leave the system databases of an instance out: `master`, `model` and `msdb`. HPE
            decides when it is left out.
    """

    shape: ClassVar[Mapping[str, kinds.Convert]] = {
        "type": kinds.choice("AVAILABILITY_GROUP", "MSSQL_INSTANCE"),
        "id": kinds.text,
        "uid": kinds.text,
        "exclude_system_databases": kinds.flag,
    }

    type: str
    id: str | None = None
    uid: str | None = None
    exclude_system_databases: Flag | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MssqlDatabaseProtectionGroupTimeouts(Nested):
    """How long Terraform waits for HPE to finish. What HPE has begun goes on all the same.

    Attributes:
        create: Wait this long for it to be made, such as `30m`; `60m` when left out.
        update: Wait this long for a change; `60m` when left out.
        delete: Wait this long for its removal; `60m` when left out.
    """

    shape: ClassVar[Mapping[str, kinds.Convert]] = {"create": kinds.text, "update": kinds.text, "delete": kinds.text}

    create: str | None = None
    update: str | None = None
    delete: str | None = None


class MssqlDatabaseProtectionGroup(Resource):
    """SQL Server databases protected together by one job.

    A `CUSTOM` group lists its databases, a `NATIVE` one follows an instance or an availability group. All databases of
    a group run under one vCenter.
    """

    terraform_type: ClassVar[str] = "glbr_mssql_database_protection_group"

    shape: ClassVar[Mapping[str, kinds.Convert]] = {
        "name": kinds.text,
        "description": kinds.text,
        "protection_group_type": kinds.choice("NATIVE", "CUSTOM"),
        "members": kinds.each(MssqlDatabaseProtectionGroupGroupedDatabase.of),
        "native_app_info": MssqlDatabaseProtectionGroupDatabaseGroupSource.of,
        "timeouts": MssqlDatabaseProtectionGroupTimeouts.of,
    }

    id: Attribute[str] = text()
    """Identifier made by HPE."""

    name: Attribute[str] = text()
    description: Attribute[str] = text()
    protection_group_type: Attribute[str] = text()
    members: Attribute[References[MssqlDatabaseProtectionGroupGroupedDatabaseReference]] = each(
        MssqlDatabaseProtectionGroupGroupedDatabaseReference, of_set=True
    )
    native_app_info: Attribute[MssqlDatabaseProtectionGroupDatabaseGroupSourceReference] = one(
        MssqlDatabaseProtectionGroupDatabaseGroupSourceReference
    )
    created_at: Attribute[str] = text()
    """When it was made."""

    resource_uri: Attribute[str] = text()
    """API path of the group."""

    timeouts: Attribute[MssqlDatabaseProtectionGroupTimeoutsReference] = one(
        MssqlDatabaseProtectionGroupTimeoutsReference
    )

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        name: str,
        description: str | None = None,
        protection_group_type: str,
        members: Many[MssqlDatabaseProtectionGroupGroupedDatabase] | None = None,
        native_app_info: One[MssqlDatabaseProtectionGroupDatabaseGroupSource] | None = None,
        timeouts: One[MssqlDatabaseProtectionGroupTimeouts] | None = None,
        count: Count | None = None,
        depends_on: DependsOn | None = None,
        for_each: ForEach | None = None,
        lifecycle: Lifecycle | None = None,
        provider: ProviderBlock | None = None,
        connection: Connection | None = None,
        provisioners: Provisioners | None = None,
    ) -> None:
        """Describe it.

        Args:
            scope: Where the construct belongs.
            id_: Name of the construct in that place.
            name: Name shown in the console.
            description: Free-text note.
            protection_group_type: How members are named. Allowed: `NATIVE`, `CUSTOM`.
            members: Databases of a `CUSTOM` group.
            native_app_info: Object that a `NATIVE` group follows.
            timeouts: How long to wait for HPE.
            count: How many of it there are.
            depends_on: What must be there first, where no reference says so.
            for_each: One for each entry of a list or map.
            lifecycle: How Terraform replaces and destroys it: `{"prevent_destroy": True}`.
            provider: Provider block that manages it, where there are several.
            connection: How provisioners reach a machine.
            provisioners: What Terraform runs on a machine once the object is made.
        """
        super().__init__(
            scope,
            id_,
            {
                "name": name,
                "description": description,
                "protection_group_type": protection_group_type,
                "members": members,
                "native_app_info": native_app_info,
                "timeouts": timeouts,
            },
            count=count,
            depends_on=depends_on,
            for_each=for_each,
            lifecycle=lifecycle,
            provider=provider,
            connection=connection,
            provisioners=provisioners,
        )


class DataMssqlDatabaseProtectionGroupLinkedReference(Reference):
    """Another object that goes with it."""

    id: Attribute[str] = text()
    """Identifier."""

    name: Attribute[str] = text()
    """Name."""


class DataMssqlDatabaseProtectionGroupGroupedDatabaseReference(Reference):
    """A member."""

    resource_uri: Attribute[str] = text()
    """API path of the database, as its data source tells it."""

    id: Attribute[str] = text()
    """Identifier of the database."""

    name: Attribute[str] = text()
    """Name of the database."""

    instance_info: Attribute[DataMssqlDatabaseProtectionGroupLinkedReference] = one(
        DataMssqlDatabaseProtectionGroupLinkedReference
    )
    """Instance that holds the database."""


class DataMssqlDatabaseProtectionGroupGroupedReplicaReference(Reference):
    """An instance that holds a replica of an availability group."""

    id: Attribute[str] = text()
    """Identifier of the instance."""

    name: Attribute[str] = text()
    """Name of the instance."""

    role: Attribute[str] = text()
    """`PRIMARY`, `SECONDARY` or `UNAVAILABLE`."""


class DataMssqlDatabaseProtectionGroupDatabaseGroupSourceReference(Reference):
    """The SQL Server object whose databases are the group."""

    type: Attribute[str] = text()
    """Kind of that object."""

    id: Attribute[str] = text()
    """Identifier of the instance: for `MSSQL_INSTANCE`."""

    uid: Attribute[str] = text()
    """Identifier of the availability group: for `AVAILABILITY_GROUP`."""

    exclude_system_databases: Attribute[cdk.IResolvable] = flag()
    """Leave the system databases of an instance out: `master`, `model` and `msdb`. HPE decides when it is left out."""

    name: Attribute[str] = text()
    """Name of the instance or availability group."""

    instance_info: Attribute[DataMssqlDatabaseProtectionGroupLinkedReference] = one(
        DataMssqlDatabaseProtectionGroupLinkedReference
    )
    """Instance that is followed."""

    availability_group_replicas: Attribute[References[DataMssqlDatabaseProtectionGroupGroupedReplicaReference]] = each(
        DataMssqlDatabaseProtectionGroupGroupedReplicaReference
    )
    """Instances that hold a replica of the availability group."""


class DataMssqlDatabaseProtectionGroupJobInfoReference(Reference):
    """The job that protects it."""

    id: Attribute[str] = text()
    """Identifier of the job."""

    name: Attribute[str] = text()
    """Name of the job."""

    protection_policy_info: Attribute[DataMssqlDatabaseProtectionGroupLinkedReference] = one(
        DataMssqlDatabaseProtectionGroupLinkedReference
    )
    """Policy of that job."""


class DataMssqlDatabaseProtectionGroupDatabaseGroupPlaceReference(Reference):
    """Where the databases run, if on virtual machines."""

    hypervisor_manager_info: Attribute[DataMssqlDatabaseProtectionGroupLinkedReference] = one(
        DataMssqlDatabaseProtectionGroupLinkedReference
    )
    """vCenter."""


class DataMssqlDatabaseProtectionGroup(DataSource):
    """SQL Server databases protected together by one job.

    A `CUSTOM` group lists its databases, a `NATIVE` one follows an instance or an availability group. All databases of
    a group run under one vCenter.
    """

    terraform_type: ClassVar[str] = "glbr_mssql_database_protection_group"

    shape: ClassVar[Mapping[str, kinds.Convert]] = {"id": kinds.text, "name": kinds.text}

    id: Attribute[str] = text()
    name: Attribute[str] = text()
    description: Attribute[str] = text()
    """Free-text note."""

    protection_group_type: Attribute[str] = text()
    """How members are named."""

    members: Attribute[References[DataMssqlDatabaseProtectionGroupGroupedDatabaseReference]] = each(
        DataMssqlDatabaseProtectionGroupGroupedDatabaseReference, of_set=True
    )
    """Databases of a `CUSTOM` group."""

    native_app_info: Attribute[DataMssqlDatabaseProtectionGroupDatabaseGroupSourceReference] = one(
        DataMssqlDatabaseProtectionGroupDatabaseGroupSourceReference
    )
    """Object that a `NATIVE` group follows."""

    created_at: Attribute[str] = text()
    """When it was made."""

    resource_uri: Attribute[str] = text()
    """API path of the group."""

    protection_job_info: Attribute[DataMssqlDatabaseProtectionGroupJobInfoReference] = one(
        DataMssqlDatabaseProtectionGroupJobInfoReference
    )
    """Job that protects it."""

    virtualization_info: Attribute[DataMssqlDatabaseProtectionGroupDatabaseGroupPlaceReference] = one(
        DataMssqlDatabaseProtectionGroupDatabaseGroupPlaceReference
    )
    """Where its databases run."""

    state: Attribute[str] = text()
    """Lifecycle state, such as `OK`, `CREATING` or `ERROR`."""

    status: Attribute[str] = text()
    """Health: `OK`, `WARNING` or `ERROR`."""

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
            name: Name shown in the console.
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


class DataMssqlDatabaseProtectionGroupFilterReference(Reference):
    """One condition of a list."""

    property_: Attribute[str] = text("property")
    values: Attribute[list[str]] = texts()
    comparison: Attribute[str] = text()


class DataMssqlDatabaseProtectionGroupReference(Reference):
    """SQL Server databases protected together by one job.

    A `CUSTOM` group lists its databases, a `NATIVE` one follows an instance or an availability group. All databases of
    a group run under one vCenter.
    """

    id: Attribute[str] = text()
    """Identifier made by HPE."""

    name: Attribute[str] = text()
    """Name shown in the console."""

    description: Attribute[str] = text()
    """Free-text note."""

    protection_group_type: Attribute[str] = text()
    """How members are named."""

    members: Attribute[References[DataMssqlDatabaseProtectionGroupGroupedDatabaseReference]] = each(
        DataMssqlDatabaseProtectionGroupGroupedDatabaseReference, of_set=True
    )
    """Databases of a `CUSTOM` group."""

    native_app_info: Attribute[DataMssqlDatabaseProtectionGroupDatabaseGroupSourceReference] = one(
        DataMssqlDatabaseProtectionGroupDatabaseGroupSourceReference
    )
    """Object that a `NATIVE` group follows."""

    created_at: Attribute[str] = text()
    """When it was made."""

    resource_uri: Attribute[str] = text()
    """API path of the group."""

    protection_job_info: Attribute[DataMssqlDatabaseProtectionGroupJobInfoReference] = one(
        DataMssqlDatabaseProtectionGroupJobInfoReference
    )
    """Job that protects it."""

    virtualization_info: Attribute[DataMssqlDatabaseProtectionGroupDatabaseGroupPlaceReference] = one(
        DataMssqlDatabaseProtectionGroupDatabaseGroupPlaceReference
    )
    """Where its databases run."""

    state: Attribute[str] = text()
    """Lifecycle state, such as `OK`, `CREATING` or `ERROR`."""

    status: Attribute[str] = text()
    """Health: `OK`, `WARNING` or `ERROR`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MssqlDatabaseProtectionGroupFilter(Nested):
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


class DataMssqlDatabaseProtectionGroups(DataSource):
    """Every mssql database protection group that the API client may see, or those that meet all `filters`."""

    terraform_type: ClassVar[str] = "glbr_mssql_database_protection_groups"

    filterable: ClassVar[tuple[str, ...]] = (
        "createdAt",
        "name",
    )

    shape: ClassVar[Mapping[str, kinds.Convert]] = {
        "filters": kinds.each(MssqlDatabaseProtectionGroupFilter.of),
        "sort": kinds.text,
        "limit": kinds.whole,
    }

    filters: Attribute[References[DataMssqlDatabaseProtectionGroupFilterReference]] = each(
        DataMssqlDatabaseProtectionGroupFilterReference
    )
    sort: Attribute[str] = text()
    limit: Attribute[float] = number()
    items: Attribute[References[DataMssqlDatabaseProtectionGroupReference]] = each(
        DataMssqlDatabaseProtectionGroupReference
    )
    """What was found, by name, or as `sort` says. Each has the attributes of `glbr_mssql_database_protection_group`."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        filters: Many[MssqlDatabaseProtectionGroupFilter] | None = None,
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
            filters: Conditions that all must hold. Properties: `createdAt`, `name`.
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
