"""SQL Server databases that are protected together."""

from collections.abc import Sequence
from typing import Final

from constructs import Construct

from glbr.protection.group import database_group_problems
from glbr_constructs import roles
from glbr_constructs.assets.mssql_database import MssqlDatabase, MssqlDatabases
from glbr_constructs.assets.mssql_instance import AvailabilityGroup, MssqlInstance
from glbr_constructs.existing import Existing
from glbr_constructs.given import Given
from glbr_constructs.groups.membership import Group, Membership, one_way
from glbr_constructs.l1.mssql_database_protection_group import (
    DataMssqlDatabaseProtectionGroup,
)
from glbr_constructs.l1.mssql_database_protection_group import (
    MssqlDatabaseProtectionGroup as MssqlDatabaseProtectionGroupL1,
)
from glbr_constructs.synthesis.arguments import Flag
from glbr_constructs.synthesis.resource import INNER

ASSET_TYPE: Final = "backup-recovery/mssql-database-protection-group"

_DATABASES: Final[Membership[MssqlDatabase]] = Membership(
    argument="members",
    kind=MssqlDatabase,
    plural="databases",
    cure="MssqlDatabase.from_mssql_database_name(...)",
    identify=lambda database: database.resource_uri,
    entry=lambda database: {"resource_uri": database.resource_uri},
)


class MssqlDatabaseProtectionGroup(Group[MssqlDatabaseProtectionGroupL1, MssqlDatabase]):
    """A SQL Server group: databases named one by one or looked up, or those of an instance or availability group.

    Example:
        instance = MssqlInstance.from_mssql_instance_name(self, "instance", "REPORTING")
        MssqlDatabaseProtectionGroup(self, "group", name="reporting", instance=instance, exclude_system_databases=True)
    """

    asset_type: str = ASSET_TYPE
    _membership = _DATABASES

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        name: str,
        databases: MssqlDatabases | Sequence[MssqlDatabase] | None = None,
        instance: MssqlInstance | None = None,
        availability_group: AvailabilityGroup | None = None,
        exclude_system_databases: Flag | None = None,
        description: str | None = None,
    ) -> None:
        """Describe it. Exactly one of `databases`, `instance` and `availability_group` names the members.

        Args:
            scope: Where the construct belongs.
            id_: Name of the construct in that place.
            name: Name shown in the console.
            databases: The members, listed or looked up by conditions.
            instance: A SQL Server instance: HPE takes every database of it.
            availability_group: A SQL Server availability group: HPE takes every database of it.
            exclude_system_databases: Leave `master`, `model` and `msdb` of an instance out. HPE decides when left out.
            description: Free-text note.

        Raises:
            Refused: no way of naming members was given, or several were, or an argument is wrong.
        """
        super().__init__(scope, id_)
        given = Given.to("making group", self)
        given.text("name", name, "the name shown in the console, such as 'erp'")
        given.note(description)
        ways = {"databases": databases, "instance": instance, "availability_group": availability_group}
        self._named_by = one_way(given, ways)
        if exclude_system_databases is not None:
            given.flag("exclude_system_databases", exclude_system_databases)
            if instance is None:
                wrong = f"exclude_system_databases is for the group of an instance. Given: {self._named_by}"
                raise given.refused(wrong, "Allowed: together with instance only")
        kind, argument, members = self._membership_of(given, databases, instance, availability_group)
        if isinstance(members, dict):
            members["exclude_system_databases"] = exclude_system_databases
        given.sound(database_group_problems({"protection_group_type": kind, argument: members}))
        self.resource = MssqlDatabaseProtectionGroupL1(
            self, INNER, name=name, description=description, protection_group_type=kind
        )
        self.resource.set_argument(argument, members)

    def _membership_of(
        self,
        given: Given,
        databases: MssqlDatabases | Sequence[MssqlDatabase] | None,
        instance: MssqlInstance | None,
        availability_group: AvailabilityGroup | None,
    ) -> tuple[str, str, object]:
        """HPE's type of the group, its argument for the members, and the members."""
        if instance is not None:
            cure = "MssqlInstance.from_mssql_instance_name(...)"
            given.instance("instance", instance, (MssqlInstance,), "a SQL Server instance", cure)
            return "NATIVE", "native_app_info", {"type": "MSSQL_INSTANCE", "id": instance.mssql_instance_id}
        if availability_group is not None:
            cure = "MssqlInstance.from_mssql_instance_name(...).availability_group('ag', 'AG-01')"
            given.instance(
                "availability_group", availability_group, (AvailabilityGroup,), "an availability group", cure
            )
            uid = availability_group.availability_group_uid
            return "NATIVE", "native_app_info", {"type": "AVAILABILITY_GROUP", "uid": uid}
        if isinstance(databases, MssqlDatabases):
            self._named_by = "conditions, under which they are looked up"
            return "CUSTOM", "members", databases.assets
        self._members = self._membership.listed(given, "databases", databases or ())
        return "CUSTOM", "members", [self._membership.entry(database) for database in self._members]

    @property
    def asset_id(self) -> str:
        """Identifier of the group."""
        return self.resource.id

    @staticmethod
    def from_mssql_database_protection_group_id(scope: Construct, id_: str, group_id: str) -> roles.Protectable:
        """The group with this identifier; HPE is not asked."""
        return _ExistingMssqlDatabaseProtectionGroup(scope, id_, group_id)

    @staticmethod
    def from_mssql_database_protection_group_name(scope: Construct, id_: str, name: str) -> roles.Protectable:
        """The group with this name, looked up by Terraform."""
        return _ExistingMssqlDatabaseProtectionGroup(
            scope, id_, lambda own: DataMssqlDatabaseProtectionGroup(own, INNER, name=name).id, name=name
        )


class _ExistingMssqlDatabaseProtectionGroup(Existing):
    asset_type: str = ASSET_TYPE

    @property
    def asset_id(self) -> str:
        return self.identifier
