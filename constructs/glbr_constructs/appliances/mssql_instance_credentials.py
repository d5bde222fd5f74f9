"""The login by which HPE reaches a SQL Server instance."""

from typing import Literal

from constructs import Construct

from glbr_constructs.appliances.login import Login, credentials
from glbr_constructs.assets.mssql_instance import MssqlInstance
from glbr_constructs.given import Given
from glbr_constructs.l1.mssql_instance_credentials import MssqlInstanceCredentials as MssqlInstanceCredentialsL1
from glbr_constructs.managed import Managed
from glbr_constructs.synthesis.resource import INNER


class MssqlInstanceCredentials(Managed[MssqlInstanceCredentialsL1]):
    """The login that HPE uses for a SQL Server instance. Destroying it leaves the instance and its login as they are.

    Example:
        password = TerraformVariable(self, "password", type="string", sensitive=True)
        MssqlInstanceCredentials(
            self,
            "login",
            instance=MssqlInstance.from_mssql_instance_name(self, "instance", "REPORTING"),
            login=Login(username="backup", password=password),
            mode="SQL",
        )
    """

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        instance: MssqlInstance,
        login: Login,
        mode: Literal["WINDOWS", "SQL"] = "WINDOWS",
    ) -> None:
        """Set it.

        Args:
            scope: Where the construct belongs.
            id_: Name of the construct in that place.
            instance: The instance.
            login: The login.
            mode: Who checks it: `WINDOWS`, or the SQL Server itself, `SQL`.

        Raises:
            Refused: an argument is wrong; the message says which, and what is allowed.
        """
        super().__init__(scope, id_)
        given = Given.to("setting the login", self)
        cure = "MssqlInstance.from_mssql_instance_name(...)"
        given.instance("instance", instance, (MssqlInstance,), "a SQL Server instance", cure)
        given.choice("mode", mode, ("WINDOWS", "SQL"))
        self.resource = MssqlInstanceCredentialsL1(
            self,
            INNER,
            mssql_instance_id=instance.mssql_instance_id,
            credentials={"mode": mode, **credentials(given, login)},
        )
