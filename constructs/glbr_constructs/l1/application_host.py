# Generated from glbr/resources/application_host.py by `python -m glbr.views.generate_l1`: do not edit.
# ruff: noqa: A002 - arguments have HPE's names, and HPE says id and type.
"""Application host: the same arguments and attributes as in Terraform."""

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


class ApplicationHostHostLoginReference(Reference):
    """Who signs in to the host."""

    username: Attribute[str] = text()
    password: Attribute[str] = text()
    password_wo_version: Attribute[float] = number()


class ApplicationHostTimeoutsReference(Reference):
    """How long Terraform waits for HPE to finish. What HPE has begun goes on all the same."""

    create: Attribute[str] = text()
    update: Attribute[str] = text()
    delete: Attribute[str] = text()


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationHostHostLogin(Nested):
    """Who signs in to the host.

    Attributes:
        username: Login name of a Windows account that may read the host and its instances.
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
class ApplicationHostTimeouts(Nested):
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


class ApplicationHost(Resource):
    """A SQL Server host that is registered with HPE GreenLake.

    HPE discovers its instances and databases; those are looked up, not made. Destroying it takes the host, its
    instances and its databases out of HPE GreenLake: they are protected no more. The databases themselves are not
    touched. HPE never tells the password back: an import takes the one in the configuration for the one in use.
    """

    terraform_type: ClassVar[str] = "glbr_application_host"

    shape: ClassVar[Mapping[str, kinds.Convert]] = {
        "network_address": kinds.text,
        "credentials": ApplicationHostHostLogin.of,
        "name": kinds.text,
        "description": kinds.text,
        "force": kinds.flag,
        "timeouts": ApplicationHostTimeouts.of,
    }

    id: Attribute[str] = text()
    """Identifier made by HPE."""

    network_address: Attribute[str] = text()
    credentials: Attribute[ApplicationHostHostLoginReference] = one(ApplicationHostHostLoginReference)
    name: Attribute[str] = text()
    description: Attribute[str] = text()
    force: Attribute[cdk.IResolvable] = flag()
    created_at: Attribute[str] = text()
    """When it was registered."""

    resource_uri: Attribute[str] = text()
    """API path of the host."""

    timeouts: Attribute[ApplicationHostTimeoutsReference] = one(ApplicationHostTimeoutsReference)

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        network_address: str,
        credentials: One[ApplicationHostHostLogin],
        name: str | None = None,
        description: str | None = None,
        force: Flag | None = None,
        timeouts: One[ApplicationHostTimeouts] | None = None,
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
            network_address: IP address or host name of the host.
            credentials: Login by which HPE reaches the host.
            name: Name of the host; HPE chooses one when left out.
            description: Free-text note.
            force: Allow the host to be taken out although databases of it are still protected. They are protected no
                more. Default: `False`.
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
                "credentials": credentials,
                "name": name,
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


class DataApplicationHostOperatingSystemReference(Reference):
    """What runs on the host."""

    name: Attribute[str] = text()
    """Name of the operating system."""

    release_version: Attribute[str] = text()
    """Release."""

    build_version: Attribute[str] = text()
    """Build of that release."""


class DataApplicationHostHardwareReference(Reference):
    """What the host has to compute with."""

    memory_size_in_mib: Attribute[float] = number()
    """Memory, MiB."""

    num_cpu_cores: Attribute[float] = number()
    """Processor cores."""

    num_cpu_threads: Attribute[float] = number()
    """Processor threads."""


class DataApplicationHostHostAdapterReference(Reference):
    """A network adapter of the host."""

    name: Attribute[str] = text()
    """Name of the adapter."""

    address: Attribute[str] = text()
    """Its address."""


class DataApplicationHostClusterMemberReference(Reference):
    """A node of the Windows cluster."""

    name: Attribute[str] = text()
    """Host name."""

    resource_uri: Attribute[str] = text()
    """API path of the node, where it is registered as well."""


class DataApplicationHostWindowsClusterReference(Reference):
    """The Windows failover cluster of the host."""

    name: Attribute[str] = text()
    """Name."""

    cluster_ip: Attribute[str] = text()
    """Address of the cluster."""

    members: Attribute[References[DataApplicationHostClusterMemberReference]] = each(
        DataApplicationHostClusterMemberReference
    )
    """Its nodes."""


class DataApplicationHostFibreChannelPortReference(Reference):
    """A port to the storage network."""

    port_wwpn: Attribute[str] = text()
    """World-wide name of the port."""

    vendor: Attribute[str] = text()
    """Maker of the adapter."""


class DataApplicationHostStorageInitiatorsReference(Reference):
    """How the host reaches array volumes."""

    fc_hba: Attribute[References[DataApplicationHostFibreChannelPortReference]] = each(
        DataApplicationHostFibreChannelPortReference
    )
    """Fibre Channel ports."""

    iscsi: Attribute[list[str]] = texts()
    """iSCSI names."""


class DataApplicationHostHostVcenterReference(Reference):
    """The vCenter of a virtual host."""

    id: Attribute[str] = text()
    """Identifier of the vCenter."""

    name: Attribute[str] = text()
    """Name of the vCenter."""


class DataApplicationHostHostMachineReference(Reference):
    """The virtual machine that is the host."""

    name: Attribute[str] = text()
    """Name of the virtual machine."""

    resource_uri: Attribute[str] = text()
    """API path of the virtual machine; it ends with its id."""


class DataApplicationHostVirtualizationReference(Reference):
    """Where a virtual host runs."""

    hypervisor_manager_info: Attribute[DataApplicationHostHostVcenterReference] = one(
        DataApplicationHostHostVcenterReference
    )
    """vCenter that it runs in."""

    virtual_machine_info: Attribute[DataApplicationHostHostMachineReference] = one(
        DataApplicationHostHostMachineReference
    )
    """Virtual machine that it is."""


class DataApplicationHost(DataSource):
    """A SQL Server host that is registered with HPE GreenLake.

    HPE discovers its instances and databases; those are looked up, not made. Destroying it takes the host, its
    instances and its databases out of HPE GreenLake: they are protected no more. The databases themselves are not
    touched. HPE never tells the password back: an import takes the one in the configuration for the one in use.
    """

    terraform_type: ClassVar[str] = "glbr_application_host"

    shape: ClassVar[Mapping[str, kinds.Convert]] = {"id": kinds.text, "name": kinds.text}

    id: Attribute[str] = text()
    network_address: Attribute[str] = text()
    """IP address or host name of the host."""

    name: Attribute[str] = text()
    description: Attribute[str] = text()
    """Free-text note."""

    created_at: Attribute[str] = text()
    """When it was registered."""

    resource_uri: Attribute[str] = text()
    """API path of the host."""

    display_name: Attribute[str] = text()
    """Name shown in the console."""

    username: Attribute[str] = text()
    """Login name by which HPE reaches the host."""

    data_orchestrator_id: Attribute[str] = text()
    """Data Orchestrator that talks to it; HPE chooses it."""

    state: Attribute[str] = text()
    """`OK`, `ERROR`, `INITIALIZING`, `CREATING`, `DELETING`, `UPDATING` or `REFRESHING`."""

    status: Attribute[str] = text()
    """Health: `OK`, `WARNING` or `ERROR`."""

    manufacturer: Attribute[str] = text()
    """Maker of the machine."""

    os_info: Attribute[DataApplicationHostOperatingSystemReference] = one(DataApplicationHostOperatingSystemReference)
    """What runs on it."""

    compute_info: Attribute[DataApplicationHostHardwareReference] = one(DataApplicationHostHardwareReference)
    """What it has to compute with."""

    network_interfaces: Attribute[References[DataApplicationHostHostAdapterReference]] = each(
        DataApplicationHostHostAdapterReference
    )
    """Its network adapters."""

    cluster_info: Attribute[DataApplicationHostWindowsClusterReference] = one(
        DataApplicationHostWindowsClusterReference
    )
    """Windows failover cluster that it is a node of."""

    storage_initiators: Attribute[DataApplicationHostStorageInitiatorsReference] = one(
        DataApplicationHostStorageInitiatorsReference
    )
    """How it reaches array volumes."""

    virtual: Attribute[cdk.IResolvable] = flag()
    """Whether it is a virtual machine."""

    virtualization_info: Attribute[DataApplicationHostVirtualizationReference] = one(
        DataApplicationHostVirtualizationReference
    )
    """Where a virtual host runs."""

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
            name: Name of the host; HPE chooses one when left out.
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


class DataApplicationHostFilterReference(Reference):
    """One condition of a list."""

    property_: Attribute[str] = text("property")
    values: Attribute[list[str]] = texts()
    comparison: Attribute[str] = text()


class DataApplicationHostReference(Reference):
    """A SQL Server host that is registered with HPE GreenLake.

    HPE discovers its instances and databases; those are looked up, not made. Destroying it takes the host, its
    instances and its databases out of HPE GreenLake: they are protected no more. The databases themselves are not
    touched. HPE never tells the password back: an import takes the one in the configuration for the one in use.
    """

    id: Attribute[str] = text()
    """Identifier made by HPE."""

    network_address: Attribute[str] = text()
    """IP address or host name of the host."""

    name: Attribute[str] = text()
    """Name of the host; HPE chooses one when left out."""

    description: Attribute[str] = text()
    """Free-text note."""

    created_at: Attribute[str] = text()
    """When it was registered."""

    resource_uri: Attribute[str] = text()
    """API path of the host."""

    display_name: Attribute[str] = text()
    """Name shown in the console."""

    username: Attribute[str] = text()
    """Login name by which HPE reaches the host."""

    data_orchestrator_id: Attribute[str] = text()
    """Data Orchestrator that talks to it; HPE chooses it."""

    state: Attribute[str] = text()
    """`OK`, `ERROR`, `INITIALIZING`, `CREATING`, `DELETING`, `UPDATING` or `REFRESHING`."""

    status: Attribute[str] = text()
    """Health: `OK`, `WARNING` or `ERROR`."""

    manufacturer: Attribute[str] = text()
    """Maker of the machine."""

    os_info: Attribute[DataApplicationHostOperatingSystemReference] = one(DataApplicationHostOperatingSystemReference)
    """What runs on it."""

    compute_info: Attribute[DataApplicationHostHardwareReference] = one(DataApplicationHostHardwareReference)
    """What it has to compute with."""

    network_interfaces: Attribute[References[DataApplicationHostHostAdapterReference]] = each(
        DataApplicationHostHostAdapterReference
    )
    """Its network adapters."""

    cluster_info: Attribute[DataApplicationHostWindowsClusterReference] = one(
        DataApplicationHostWindowsClusterReference
    )
    """Windows failover cluster that it is a node of."""

    storage_initiators: Attribute[DataApplicationHostStorageInitiatorsReference] = one(
        DataApplicationHostStorageInitiatorsReference
    )
    """How it reaches array volumes."""

    virtual: Attribute[cdk.IResolvable] = flag()
    """Whether it is a virtual machine."""

    virtualization_info: Attribute[DataApplicationHostVirtualizationReference] = one(
        DataApplicationHostVirtualizationReference
    )
    """Where a virtual host runs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationHostFilter(Nested):
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


class DataApplicationHosts(DataSource):
    """Every application host that the API client may see, or those that meet all `filters`."""

    terraform_type: ClassVar[str] = "glbr_application_hosts"

    filterable: ClassVar[tuple[str, ...]] = (
        "osInfo/name",
        "state",
        "status",
        "osInfo/releaseVersion",
        "createdAt",
        "name",
        "dataOrchestratorInfo/id",
    )

    shape: ClassVar[Mapping[str, kinds.Convert]] = {
        "filters": kinds.each(ApplicationHostFilter.of),
        "sort": kinds.text,
        "limit": kinds.whole,
    }

    filters: Attribute[References[DataApplicationHostFilterReference]] = each(DataApplicationHostFilterReference)
    sort: Attribute[str] = text()
    limit: Attribute[float] = number()
    items: Attribute[References[DataApplicationHostReference]] = each(DataApplicationHostReference)
    """What was found, by name, or as `sort` says. Each has the attributes of `glbr_application_host`."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        filters: Many[ApplicationHostFilter] | None = None,
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
            filters: Conditions that all must hold. Properties: `osInfo/name`, `state`, `status`,
                `osInfo/releaseVersion`, `createdAt`, `name`, `dataOrchestratorInfo/id`.
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
