# Generated from glbr/resources/mssql_instance_credentials.py by `python -m glbr.views.generate_l1`: do not edit.
"""Mssql instance credentials: the same arguments and attributes as in Terraform."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from constructs import Construct

from glbr_constructs.synthesis import kinds
from glbr_constructs.synthesis.arguments import Nested, One
from glbr_constructs.synthesis.attributes import Attribute, Reference, number, one, text
from glbr_constructs.synthesis.meta import Connection, Count, DependsOn, ForEach, Lifecycle, ProviderBlock, Provisioners
from glbr_constructs.synthesis.resource import Resource


class MssqlInstanceCredentialsInstanceCredentialsReference(Reference):
    """A login of the instance."""

    mode: Attribute[str] = text()
    username: Attribute[str] = text()
    password: Attribute[str] = text()
    password_wo_version: Attribute[float] = number()


class MssqlInstanceCredentialsTimeoutsReference(Reference):
    """How long Terraform waits for HPE to finish. What HPE has begun goes on all the same."""

    create: Attribute[str] = text()
    update: Attribute[str] = text()
    delete: Attribute[str] = text()


@dataclass(frozen=True, slots=True, kw_only=True)
class MssqlInstanceCredentialsInstanceCredentials(Nested):
    """A login of the instance.

    Attributes:
        mode: Who checks the login: Windows, or the SQL Server itself. Allowed: `WINDOWS`, `SQL`.
        username: Name of the login.
        password: Password of the login.
        password_wo: Password of the login. Write-only: kept in no plan and no state; needs Terraform 1.11.
        password_wo_version: Change this number to send a new password_wo.
    """

    shape: ClassVar[Mapping[str, kinds.Convert]] = {
        "mode": kinds.choice("WINDOWS", "SQL"),
        "username": kinds.text,
        "password": kinds.text,
        "password_wo": kinds.text,
        "password_wo_version": kinds.whole,
    }

    mode: str
    username: str
    password: str | None = None
    password_wo: str | None = None
    password_wo_version: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MssqlInstanceCredentialsTimeouts(Nested):
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


class MssqlInstanceCredentials(Resource):
    """The login that HPE uses for a SQL Server instance, which it has found on an application host.

    The instance and its login are there without Terraform: destroying this leaves both as they are.
    """

    terraform_type: ClassVar[str] = "glbr_mssql_instance_credentials"

    shape: ClassVar[Mapping[str, kinds.Convert]] = {
        "mssql_instance_id": kinds.text,
        "credentials": MssqlInstanceCredentialsInstanceCredentials.of,
        "timeouts": MssqlInstanceCredentialsTimeouts.of,
    }

    id: Attribute[str] = text()
    """Identifier made by HPE."""

    mssql_instance_id: Attribute[str] = text()
    credentials: Attribute[MssqlInstanceCredentialsInstanceCredentialsReference] = one(
        MssqlInstanceCredentialsInstanceCredentialsReference
    )
    timeouts: Attribute[MssqlInstanceCredentialsTimeoutsReference] = one(MssqlInstanceCredentialsTimeoutsReference)

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        mssql_instance_id: str,
        credentials: One[MssqlInstanceCredentialsInstanceCredentials],
        timeouts: One[MssqlInstanceCredentialsTimeouts] | None = None,
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
            mssql_instance_id: SQL Server instance.
            credentials: Login.
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
                "mssql_instance_id": mssql_instance_id,
                "credentials": credentials,
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
