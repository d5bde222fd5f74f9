"""SQL Server instances and availability groups. HPE finds them on application hosts."""

from collections.abc import Mapping
from typing import Final

from constructs import Construct

from glbr_constructs import roles
from glbr_constructs.assets.conditions import literal
from glbr_constructs.cdk import cdk
from glbr_constructs.existing import Existing
from glbr_constructs.given import Given
from glbr_constructs.l1.mssql_instance import DataMssqlInstance, DataMssqlInstances
from glbr_constructs.placed import beside
from glbr_constructs.synthesis.resource import INNER

_HOST: Final = "an ApplicationHost, made here or looked up: ApplicationHost.from_application_host_name(...)"


class MssqlInstance(Existing):
    """One SQL Server instance, whose databases a group can follow.

    Example:
        instance = MssqlInstance.from_mssql_instance_name(self, "instance", "REPORTING")
        MssqlDatabaseProtectionGroup(self, "group", name="reporting", instance=instance)
    """

    @property
    def mssql_instance_id(self) -> str:
        """Identifier of the instance."""
        return self.identifier

    @classmethod
    def from_mssql_instance_id(cls, scope: Construct, id_: str, mssql_instance_id: str) -> "MssqlInstance":
        """The instance with this identifier; HPE is not asked."""
        return cls(scope, id_, mssql_instance_id)

    @classmethod
    def from_mssql_instance_name(
        cls, scope: Construct, id_: str, name: str, *, host: roles.Host | None = None
    ) -> "MssqlInstance":
        """The instance with this name, looked up by Terraform.

        Args:
            scope: Where the construct belongs.
            id_: Name of the construct in that place.
            name: Name of the instance. Many hosts have one that is called `MSSQLSERVER`: then say the host, too.
            host: Application host that it is on.

        Raises:
            Refused: the name is empty, or the host is something else.
        """
        if host is None:
            return cls(scope, id_, lambda own: DataMssqlInstance(own, INNER, name=name).id, name=name)
        given = Given(f"looking up instance {id_}")
        given.part("host", host, ("application_host_id",), "an application host", _HOST)
        return cls(scope, id_, lambda own: _on_host(own, name, host), name=name)

    def availability_group(self, id_: str, name: str) -> "AvailabilityGroup":
        """An availability group that the instance takes part in.

        Args:
            id_: Name of the construct; it stands beside the instance, whose name comes before.
            name: Name of the availability group in SQL Server. Terraform fails when the instance is in no such group.

        Raises:
            Refused: a name is empty.
        """
        place = f"{self.node.id}_{id_}" if id_ else id_
        return AvailabilityGroup(beside(self), place, lambda own: _uid(own, self.mssql_instance_id, name), name=name)


class AvailabilityGroup(Existing):
    """A SQL Server availability group, whose databases a group can follow.

    Example:
        instance = MssqlInstance.from_mssql_instance_name(self, "instance", "REPORTING")
        followed = instance.availability_group("followed", "AG-01")
        MssqlDatabaseProtectionGroup(self, "group", name="AG-01", availability_group=followed)
    """

    @property
    def availability_group_uid(self) -> str:
        """SQL Server's own identifier of the group."""
        return self.identifier

    @classmethod
    def from_availability_group_uid(cls, scope: Construct, id_: str, uid: str) -> "AvailabilityGroup":
        """The availability group with SQL Server's own identifier; HPE is not asked."""
        return cls(scope, id_, uid)


def _on_host(own: Construct, name: str, host: roles.Host) -> str:
    """The identifier of the one instance with this name on a host."""
    on_it: list[Mapping[str, object]] = [
        {"property": "name", "values": [name]},
        {"property": "applicationHostInfo/id", "values": [host.application_host_id]},
    ]
    found = DataMssqlInstances(own, INNER, filters=on_it)
    instances = cdk.TerraformIterator.from_map(cdk.Token.as_any_map(found.items))
    return cdk.Token.as_string(cdk.Fn.one(instances.for_expression_for_list("val.id")))


def _uid(own: Construct, instance_id: str, name: str) -> str:
    """The identifier of the one group with this name among those of the instance."""
    instance = DataMssqlInstance(own, INNER, id=instance_id)
    groups = cdk.TerraformIterator.from_map(cdk.Token.as_any_map(instance.availability_groups_info))
    return cdk.Token.as_string(cdk.Fn.one(groups.for_expression_for_list(f"val.uid if val.name == {literal(name)}")))
