"""SQL Server databases. HPE finds them on application hosts; protected they are as members of a group."""

from constructs import Construct

from glbr_constructs.assets.conditions import Assets, Where, filters
from glbr_constructs.cdk import cdk
from glbr_constructs.given import Given
from glbr_constructs.l1.mssql_database import DataMssqlDatabase, DataMssqlDatabases
from glbr_constructs.placed import Placed
from glbr_constructs.synthesis.resource import INNER


class MssqlDatabase(Placed):
    """One database. Terraform looks it up also by its identifier, since a group wants its path in HPE's API.

    Example:
        erp = MssqlDatabase.from_mssql_database_name(self, "erp", "erp")
        MssqlDatabaseProtectionGroup(self, "group", name="erp", databases=[erp])

    Attributes:
        resource: The data source that looks it up.
    """

    def __init__(
        self, scope: Construct, id_: str, *, mssql_database_id: str | None = None, name: str | None = None
    ) -> None:
        """Look it up. Exactly one of `mssql_database_id` and `name` says which.

        Args:
            scope: Where the construct belongs.
            id_: Name of the construct in that place.
            mssql_database_id: Identifier of the database.
            name: Name of the database.

        Raises:
            Refused: neither was given, both were, or it says nothing.
        """
        super().__init__(scope, id_)
        given = Given.to("looking up database", self)
        ways = {"mssql_database_id": mssql_database_id, "name": name}
        written = {way: value for way, value in ways.items() if value is not None}
        if len(written) != 1:
            raise given.refused(
                f"a database is found in one way. Given: {' and '.join(written) or 'none'}",
                f"Allowed: one of {', '.join(ways)}",
            )
        for way, value in written.items():
            given.text(way, value, "HPE's identifier of the database, or its name")
        self.resource = DataMssqlDatabase(self, INNER, id=mssql_database_id, name=name)

    @property
    def resource_uri(self) -> str:
        """Path of the database in HPE's API, by which groups know their members."""
        return self.resource.resource_uri

    @property
    def mssql_database_id(self) -> str:
        """Identifier of the database."""
        return self.resource.id

    @classmethod
    def from_mssql_database_id(cls, scope: Construct, id_: str, mssql_database_id: str) -> "MssqlDatabase":
        """The database with this identifier."""
        return cls(scope, id_, mssql_database_id=mssql_database_id)

    @classmethod
    def from_mssql_database_name(cls, scope: Construct, id_: str, name: str) -> "MssqlDatabase":
        """The database with this name, looked up by Terraform."""
        return cls(scope, id_, name=name)


class MssqlDatabases(Assets[DataMssqlDatabases]):
    """All databases that meet conditions, looked up again at each plan: a new database joins by itself.

    Example:
        databases = MssqlDatabases(self, "databases", where={"applicationHostInfo/name": "sql-01"})
        MssqlDatabaseProtectionGroup(self, "group", name="sql-01", databases=databases)
    """

    def __init__(self, scope: Construct, id_: str, *, where: Where | None = None) -> None:
        """Describe them.

        Args:
            scope: Where the construct belongs.
            id_: Name of the construct in that place.
            where: HPE's properties and the value, or several of which one must match:
                `{"applicationHostInfo/name": "sql-01"}`. All conditions must hold.

        Raises:
            Refused: HPE cannot look for such a property, or a value is empty.
        """
        super().__init__(scope, id_)
        conditions = filters(Given.to("looking up databases", self), where, DataMssqlDatabases.filterable)
        self.resource = DataMssqlDatabases(self, INNER, filters=conditions)

    @property
    def assets(self) -> cdk.IResolvable:
        """The databases as members of a group, an expression of Terraform."""
        return self._each("{ resource_uri = val.resource_uri }", "")
