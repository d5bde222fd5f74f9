"""Application hosts: SQL Server machines, from which HPE knows the instances and databases there are."""

from constructs import Construct

from glbr_constructs import roles
from glbr_constructs.appliances.data_orchestrator import after
from glbr_constructs.appliances.login import Login, credentials
from glbr_constructs.existing import Existing
from glbr_constructs.given import Given
from glbr_constructs.l1.application_host import ApplicationHost as ApplicationHostL1
from glbr_constructs.l1.application_host import DataApplicationHost
from glbr_constructs.managed import Managed
from glbr_constructs.synthesis.arguments import Flag
from glbr_constructs.synthesis.resource import INNER


class ApplicationHost(Managed[ApplicationHostL1]):
    """A SQL Server host, registered with HPE GreenLake, which then finds its instances and databases.

    Example:
        password = TerraformVariable(self, "password", type="string", sensitive=True)
        login = Login(username="backup@clinic.example", password=password)
        ApplicationHost(self, "sql", network_address="sql-01.clinic.example", login=login)
    """

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        network_address: str,
        login: Login,
        name: str | None = None,
        description: str | None = None,
        orchestrator: roles.Orchestrator | None = None,
        force: Flag = False,
    ) -> None:
        """Register it.

        Args:
            scope: Where the construct belongs.
            id_: Name of the construct in that place.
            network_address: IP address or host name of the host.
            login: A Windows account that may read the host and its instances.
            name: Name of the host; HPE chooses one when left out.
            description: Free-text note.
            orchestrator: Data Orchestrator of the site: one that is made by the same program must be there first.
            force: Allow the host to be taken out although databases of it are still protected.

        Raises:
            Refused: an argument is wrong; the message says which, and what is allowed.
        """
        super().__init__(scope, id_)
        given = Given.to("registering host", self)
        given.host("network_address", network_address)
        if name is not None:
            given.text("name", name, "a name of at most 255 characters, or none", at_most=255)
        given.note(description)
        given.flag("force", force)
        self.resource = ApplicationHostL1(
            self,
            INNER,
            network_address=network_address,
            credentials=credentials(given, login),
            name=name,
            description=description,
            force=force or None,
            depends_on=after(given, orchestrator),
        )

    @property
    def application_host_id(self) -> str:
        """Identifier of the host."""
        return self.resource.id

    @staticmethod
    def from_application_host_id(scope: Construct, id_: str, application_host_id: str) -> roles.Host:
        """The host with this identifier; HPE is not asked."""
        return _ExistingApplicationHost(scope, id_, application_host_id)

    @staticmethod
    def from_application_host_name(scope: Construct, id_: str, name: str) -> roles.Host:
        """The host with this name, looked up by Terraform."""
        return _ExistingApplicationHost(
            scope, id_, lambda own: DataApplicationHost(own, INNER, name=name).id, name=name
        )


class _ExistingApplicationHost(Existing):
    @property
    def application_host_id(self) -> str:
        return self.identifier
