"""SQL Server database protection group: databases that are protected together."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from glbr.definition import Block, Resource, Timestamp, Tree, Unknown, Update, argument, changes, result
from glbr.protection.group import database_group_problems
from glbr.protection.problem import Path, Problem
from glbr.protection.weakening import Weakening, group_weakenings, value_at
from glbr.resources.parts.inventory import JobInfo, Linked


class GroupedDatabase(Block):
    """A member."""

    told_apart_by = ("resource_uri",)

    resource_uri: str = argument("API path of the database, as its data source tells it.")
    id: str | None = result("Identifier of the database.", volatile=True)
    name: str | None = result("Name of the database.", volatile=True)
    instance_info: Linked | None = result("Instance that holds the database.", volatile=True)


class GroupedReplica(Block):
    """An instance that holds a replica of an availability group."""

    id: str | None = result("Identifier of the instance.")
    name: str | None = result("Name of the instance.")
    role: str | None = result("`PRIMARY`, `SECONDARY` or `UNAVAILABLE`.")


class DatabaseGroupSource(Block):
    """The SQL Server object whose databases are the group."""

    type: Literal["AVAILABILITY_GROUP", "MSSQL_INSTANCE"] = argument("Kind of that object.")
    id: str | None = argument("Identifier of the instance: for `MSSQL_INSTANCE`.", computed=True)
    uid: str | None = argument("Identifier of the availability group: for `AVAILABILITY_GROUP`.", computed=True)
    exclude_system_databases: bool | None = argument(
        "Leave the system databases of an instance out: `master`, `model` and `msdb`. HPE decides when it is left out.",
        computed=True,
    )
    name: str | None = result("Name of the instance or availability group.", volatile=True)
    instance_info: Linked | None = result("Instance that is followed.", volatile=True)
    availability_group_replicas: list[GroupedReplica] | None = result(
        "Instances that hold a replica of the availability group.", volatile=True
    )


class DatabaseGroupPlace(Block):
    """Where the databases run, if on virtual machines."""

    hypervisor_manager_info: Linked | None = result("vCenter.")


class MssqlDatabaseProtectionGroup(Resource):
    """SQL Server databases protected together by one job.

    A `CUSTOM` group lists its databases, a `NATIVE` one follows an instance or an availability group. All databases of a
    group run under one vCenter.
    """

    collection = "/backup-recovery/v1beta1/mssql-database-protection-groups"
    filterable = ("createdAt", "name")
    kept_while = "A protection job protects the group. Destroy the job first."

    name: str = argument("Name shown in the console.", at_least=1)
    description: str | None = argument("Free-text note.", at_most=255)
    protection_group_type: Literal["NATIVE", "CUSTOM"] = argument("How members are named.", replace=True)
    members: set[GroupedDatabase] | None = argument("Databases of a `CUSTOM` group.")
    native_app_info: DatabaseGroupSource | None = argument("Object that a `NATIVE` group follows.")

    created_at: Timestamp | None = result("When it was made.", stable=True)
    resource_uri: str | None = result("API path of the group.", stable=True)
    protection_job_info: JobInfo | None = result("Job that protects it.", volatile=True)
    virtualization_info: DatabaseGroupPlace | None = result("Where its databases run.", volatile=True)
    state: str | None = result("Lifecycle state, such as `OK`, `CREATING` or `ERROR`.", volatile=True)
    status: str | None = result("Health: `OK`, `WARNING` or `ERROR`.", volatile=True)

    @classmethod
    def problems(cls, tree: Tree) -> Iterator[Problem]:
        """Each type names its members in its own way."""
        return database_group_problems(tree)

    @classmethod
    def weakenings(
        cls, prior: Tree, planned: Tree | None, replacing: Sequence[Path], beside: tuple[Tree, Tree]
    ) -> Iterator[Weakening]:
        """Databases that leave, and system databases that are left out."""
        del beside
        path: Path = ("native_app_info", "exclude_system_databases")
        if planned is not None and value_at(planned, path) is True and value_at(prior, path) is False:
            yield Weakening(
                "system databases in the group → left out", "They get no more recovery points by its jobs.", path
            )
        yield from group_weakenings(prior, planned, replacing, {("members",): "resource_uri"})

    @classmethod
    def managed(cls, tree: Tree, prior: Tree | None, beside: Tree) -> Tree:
        """HPE lists the members of every group; only those of a `CUSTOM` one were written by a person."""
        del prior, beside
        if tree.get("protection_group_type") == "CUSTOM":
            return {**tree, "native_app_info": None}
        return {**tree, "members": None}

    @classmethod
    def update(cls, prior: Tree, planned: Tree, live: Tree) -> Update:
        """Of what a group follows, HPE takes only whether system databases are left out."""
        del live
        changed = changes(cls.fields(), prior, planned)
        before, wanted = prior.get("native_app_info"), planned.get("native_app_info")
        if "native_app_info" not in changed or not isinstance(before, Mapping) or not isinstance(wanted, Mapping):
            return Update.patch(changed)
        del changed["native_app_info"]
        differing = [
            name for name, value in wanted.items() if value != before.get(name) and not isinstance(value, Unknown)
        ]
        fixed = tuple(("native_app_info", name) for name in differing if name != "exclude_system_databases")
        if fixed:
            return Update.impossible(fixed, "HPE cannot let a group follow another object.")
        if differing:
            changed["native_app_info"] = {"exclude_system_databases": wanted["exclude_system_databases"]}
        return Update.patch(changed)
