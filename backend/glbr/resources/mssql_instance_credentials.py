"""SQL Server instance credentials: how HPE signs in to an instance."""

from collections.abc import Mapping
from typing import Literal

from glbr.definition import Block, Resource, Tree, argument, reference, secret


class InstanceCredentials(Block):
    """A login of the instance."""

    mode: Literal["WINDOWS", "SQL"] = argument("Who checks the login: Windows, or the SQL Server itself.")
    username: str = argument("Name of the login.")
    password: str = secret("Password of the login.")


class MssqlInstanceCredentials(Resource):
    """The login that HPE uses for a SQL Server instance, which it has found on an application host.

    The instance and its login are there without Terraform: destroying this leaves both as they are.
    """

    collection = "/backup-recovery/v1beta1/mssql-instances"
    sources = ()
    stands = True
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

    mssql_instance_id: str = reference(
        "SQL Server instance.", to="mssql_instance", replace=True, sent=False, read_from="id"
    )
    credentials: InstanceCredentials = argument("Login.")

    @classmethod
    def twin(cls, planned: Tree) -> Mapping[str, object]:
        """An instance has one login for HPE: its id is the name of it."""
        return {"id": planned.get("mssql_instance_id")}

    @classmethod
    def standing_id(cls, planned: Tree) -> str | None:
        """The instance whose login it is."""
        instance = planned.get("mssql_instance_id")
        return instance if isinstance(instance, str) else None
