# Generated from glbr/resources/hypervisor_manager.py by `python -m glbr.views.generate_l1`: do not edit.
# ruff: noqa: A002 - arguments have HPE's names, and HPE says id and type.
"""Hypervisor manager: the same arguments and attributes as in Terraform."""

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


class HypervisorManagerVcenterLoginReference(Reference):
    """Who signs in to the vCenter."""

    username: Attribute[str] = text()
    password: Attribute[str] = text()
    password_wo_version: Attribute[float] = number()


class HypervisorManagerTimeoutsReference(Reference):
    """How long Terraform waits for HPE to finish. What HPE has begun goes on all the same."""

    create: Attribute[str] = text()
    update: Attribute[str] = text()
    delete: Attribute[str] = text()


@dataclass(frozen=True, slots=True, kw_only=True)
class HypervisorManagerVcenterLogin(Nested):
    """Who signs in to the vCenter.

    Attributes:
        username: Login name, such as `backup@vsphere.local`.
        password: Password.
        password_wo: Password. Write-only: kept in no plan and no state; needs Terraform 1.11.
        password_wo_version: Change this number to send a new password_wo.
    """

    shape: ClassVar[Mapping[str, kinds.Convert]] = {
        "username": kinds.text,
        "password": kinds.text,
        "password_wo": kinds.text,
        "password_wo_version": kinds.whole,
    }

    username: str
    password: str | None = None
    password_wo: str | None = None
    password_wo_version: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HypervisorManagerTimeouts(Nested):
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


class HypervisorManager(Resource):
    """A vCenter that is registered with HPE GreenLake through a Data Orchestrator.

    Destroying it takes the vCenter out of HPE GreenLake: its virtual machines and datastores disappear from the
    inventory, and nothing in them can be protected or restored from there until it is registered again. The vCenter
    itself and the machines in it are not touched. HPE never tells the password back: an import takes the one in the
    configuration for the one in use.
    """

    terraform_type: ClassVar[str] = "glbr_hypervisor_manager"

    shape: ClassVar[Mapping[str, kinds.Convert]] = {
        "network_address": kinds.text,
        "hypervisor_manager_type": kinds.choice("VMWARE_VCENTER"),
        "data_orchestrator_id": kinds.text,
        "credentials": HypervisorManagerVcenterLogin.of,
        "display_name": kinds.text,
        "description": kinds.text,
        "force": kinds.flag,
        "timeouts": HypervisorManagerTimeouts.of,
    }

    id: Attribute[str] = text()
    """Identifier made by HPE."""

    network_address: Attribute[str] = text()
    hypervisor_manager_type: Attribute[str] = text()
    data_orchestrator_id: Attribute[str] = text()
    credentials: Attribute[HypervisorManagerVcenterLoginReference] = one(HypervisorManagerVcenterLoginReference)
    display_name: Attribute[str] = text()
    description: Attribute[str] = text()
    force: Attribute[cdk.IResolvable] = flag()
    name: Attribute[str] = text()
    """Name of the vCenter, as HPE found it."""

    created_at: Attribute[str] = text()
    """When it was registered."""

    resource_uri: Attribute[str] = text()
    """API path of the vCenter."""

    timeouts: Attribute[HypervisorManagerTimeoutsReference] = one(HypervisorManagerTimeoutsReference)

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        network_address: str,
        hypervisor_manager_type: str,
        data_orchestrator_id: str,
        credentials: One[HypervisorManagerVcenterLogin],
        display_name: str | None = None,
        description: str | None = None,
        force: Flag | None = None,
        timeouts: One[HypervisorManagerTimeouts] | None = None,
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
            network_address: IP address or host name of the vCenter.
            hypervisor_manager_type: Kind of hypervisor manager. Allowed: `VMWARE_VCENTER`.
            data_orchestrator_id: Data Orchestrator that talks to the vCenter.
            credentials: Login by which HPE reaches the vCenter.
            display_name: Name shown in the console; HPE chooses one when left out.
            description: Free-text note.
            force: Allow the vCenter to be taken out although something in it is still in use. Default: `False`.
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
                "network_address": network_address,
                "hypervisor_manager_type": hypervisor_manager_type,
                "data_orchestrator_id": data_orchestrator_id,
                "credentials": credentials,
                "display_name": display_name,
                "description": description,
                "force": force,
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


class DataHypervisorManagerDatacenterReference(Reference):
    """A datacenter of the vCenter."""

    id: Attribute[str] = text()
    """Identifier."""

    name: Attribute[str] = text()
    """Name."""

    moref: Attribute[str] = text()
    """VMware's own reference."""


class DataHypervisorManager(DataSource):
    """A vCenter that is registered with HPE GreenLake through a Data Orchestrator.

    Destroying it takes the vCenter out of HPE GreenLake: its virtual machines and datastores disappear from the
    inventory, and nothing in them can be protected or restored from there until it is registered again. The vCenter
    itself and the machines in it are not touched. HPE never tells the password back: an import takes the one in the
    configuration for the one in use.
    """

    terraform_type: ClassVar[str] = "glbr_hypervisor_manager"

    shape: ClassVar[Mapping[str, kinds.Convert]] = {"id": kinds.text, "name": kinds.text}

    id: Attribute[str] = text()
    network_address: Attribute[str] = text()
    """IP address or host name of the vCenter."""

    hypervisor_manager_type: Attribute[str] = text()
    """Kind of hypervisor manager."""

    data_orchestrator_id: Attribute[str] = text()
    """Data Orchestrator that talks to the vCenter."""

    display_name: Attribute[str] = text()
    """Name shown in the console; HPE chooses one when left out."""

    description: Attribute[str] = text()
    """Free-text note."""

    name: Attribute[str] = text()
    created_at: Attribute[str] = text()
    """When it was registered."""

    resource_uri: Attribute[str] = text()
    """API path of the vCenter."""

    username: Attribute[str] = text()
    """Login name by which HPE reaches the vCenter."""

    release_version: Attribute[str] = text()
    """Version of the vCenter."""

    build_version: Attribute[str] = text()
    """Build of that version."""

    state: Attribute[str] = text()
    """`OK`, `ERROR`, `INITIALIZING`, `CREATING`, `DELETING`, `UPDATING`, `REFRESHING` or `CONFIGURED`."""

    status: Attribute[str] = text()
    """Health: `OK`, `WARNING` or `ERROR`."""

    services: Attribute[list[str]] = texts()
    """Services of HPE GreenLake that use it, such as `backup-and-recovery`."""

    datacenters: Attribute[References[DataHypervisorManagerDatacenterReference]] = each(
        DataHypervisorManagerDatacenterReference
    )
    """Datacenters in it."""

    last_refreshed: Attribute[str] = text()
    """When its inventory was last read."""

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
            name: Name of the vCenter, as HPE found it.
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


class DataHypervisorManagerFilterReference(Reference):
    """One condition of a list."""

    property_: Attribute[str] = text("property")
    values: Attribute[list[str]] = texts()
    comparison: Attribute[str] = text()


class DataHypervisorManagerReference(Reference):
    """A vCenter that is registered with HPE GreenLake through a Data Orchestrator.

    Destroying it takes the vCenter out of HPE GreenLake: its virtual machines and datastores disappear from the
    inventory, and nothing in them can be protected or restored from there until it is registered again. The vCenter
    itself and the machines in it are not touched. HPE never tells the password back: an import takes the one in the
    configuration for the one in use.
    """

    id: Attribute[str] = text()
    """Identifier made by HPE."""

    network_address: Attribute[str] = text()
    """IP address or host name of the vCenter."""

    hypervisor_manager_type: Attribute[str] = text()
    """Kind of hypervisor manager."""

    data_orchestrator_id: Attribute[str] = text()
    """Data Orchestrator that talks to the vCenter."""

    display_name: Attribute[str] = text()
    """Name shown in the console; HPE chooses one when left out."""

    description: Attribute[str] = text()
    """Free-text note."""

    name: Attribute[str] = text()
    """Name of the vCenter, as HPE found it."""

    created_at: Attribute[str] = text()
    """When it was registered."""

    resource_uri: Attribute[str] = text()
    """API path of the vCenter."""

    username: Attribute[str] = text()
    """Login name by which HPE reaches the vCenter."""

    release_version: Attribute[str] = text()
    """Version of the vCenter."""

    build_version: Attribute[str] = text()
    """Build of that version."""

    state: Attribute[str] = text()
    """`OK`, `ERROR`, `INITIALIZING`, `CREATING`, `DELETING`, `UPDATING`, `REFRESHING` or `CONFIGURED`."""

    status: Attribute[str] = text()
    """Health: `OK`, `WARNING` or `ERROR`."""

    services: Attribute[list[str]] = texts()
    """Services of HPE GreenLake that use it, such as `backup-and-recovery`."""

    datacenters: Attribute[References[DataHypervisorManagerDatacenterReference]] = each(
        DataHypervisorManagerDatacenterReference
    )
    """Datacenters in it."""

    last_refreshed: Attribute[str] = text()
    """When its inventory was last read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HypervisorManagerFilter(Nested):
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


class DataHypervisorManagers(DataSource):
    """Every hypervisor manager that the API client may see, or those that meet all `filters`."""

    terraform_type: ClassVar[str] = "glbr_hypervisor_managers"

    filterable: ClassVar[tuple[str, ...]] = (
        "hypervisorManagerType",
        "state",
        "status",
        "releaseVersion",
        "createdAt",
        "name",
        "services",
        "dataOrchestratorInfo/id",
        "username",
        "networkAddress",
        "displayName",
    )

    shape: ClassVar[Mapping[str, kinds.Convert]] = {
        "filters": kinds.each(HypervisorManagerFilter.of),
        "sort": kinds.text,
        "limit": kinds.whole,
    }

    filters: Attribute[References[DataHypervisorManagerFilterReference]] = each(DataHypervisorManagerFilterReference)
    sort: Attribute[str] = text()
    limit: Attribute[float] = number()
    items: Attribute[References[DataHypervisorManagerReference]] = each(DataHypervisorManagerReference)
    """What was found, by name, or as `sort` says. Each has the attributes of `glbr_hypervisor_manager`."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        filters: Many[HypervisorManagerFilter] | None = None,
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
            filters: Conditions that all must hold. Properties: `hypervisorManagerType`, `state`, `status`,
                `releaseVersion`, `createdAt`, `name`, `services`, `dataOrchestratorInfo/id`, `username`,
                `networkAddress`, `displayName`.
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
