"""Application host: a SQL Server machine, from which HPE GreenLake knows the instances and databases there are."""

from collections.abc import Mapping

from glbr.definition import Block, Resource, Timestamp, Tree, Update, argument, changes, result, secret


class HostLogin(Block):
    """Who signs in to the host."""

    username: str = argument("Login name of a Windows account that may read the host and its instances.")
    password: str = secret("Password.")


class OperatingSystem(Block):
    """What runs on the host."""

    name: str | None = result("Name of the operating system.")
    release_version: str | None = result("Release.")
    build_version: str | None = result("Build of that release.")


class Hardware(Block):
    """What the host has to compute with."""

    memory_size_in_mib: int | None = result("Memory, MiB.", api="memorySizeInMiB")
    num_cpu_cores: int | None = result("Processor cores.")
    num_cpu_threads: int | None = result("Processor threads.")


class HostAdapter(Block):
    """A network adapter of the host."""

    name: str | None = result("Name of the adapter.")
    address: str | None = result("Its address.")


class ClusterMember(Block):
    """A node of the Windows cluster."""

    name: str | None = result("Host name.")
    resource_uri: str | None = result("API path of the node, where it is registered as well.")


class WindowsCluster(Block):
    """The Windows failover cluster of the host."""

    name: str | None = result("Name.")
    cluster_ip: str | None = result("Address of the cluster.")
    members: list[ClusterMember] | None = result("Its nodes.")


class FibreChannelPort(Block):
    """A port to the storage network."""

    port_wwpn: str | None = result("World-wide name of the port.")
    vendor: str | None = result("Maker of the adapter.")


class StorageInitiators(Block):
    """How the host reaches array volumes."""

    fc_hba: list[FibreChannelPort] | None = result("Fibre Channel ports.")
    iscsi: list[str] | None = result("iSCSI names.")


class HostVcenter(Block):
    """The vCenter of a virtual host."""

    id: str | None = result("Identifier of the vCenter.")
    name: str | None = result("Name of the vCenter.")


class HostMachine(Block):
    """The virtual machine that is the host."""

    name: str | None = result("Name of the virtual machine.")
    resource_uri: str | None = result("API path of the virtual machine; it ends with its id.")


class Virtualization(Block):
    """Where a virtual host runs."""

    hypervisor_manager_info: HostVcenter | None = result("vCenter that it runs in.")
    virtual_machine_info: HostMachine | None = result("Virtual machine that it is.")


class ApplicationHost(Resource):
    """A SQL Server host that is registered with HPE GreenLake.

    HPE discovers its instances and databases; those are looked up, not made. Destroying it takes the host, its instances
    and its databases out of HPE GreenLake: they are protected no more. The databases themselves are not touched. HPE never
    tells the password back: an import takes the one in the configuration for the one in use.
    """

    collection = "/backup-recovery/v1beta1/application-hosts"
    filterable = (
        "osInfo/name",
        "state",
        "status",
        "osInfo/releaseVersion",
        "createdAt",
        "name",
        "dataOrchestratorInfo/id",
    )
    lost_when_replaced = (
        "The databases of the old host leave HPE GreenLake: they are unprotected until a new job protects them."
    )
    kept_while = (
        "Databases or instances of the host are still protected: by a protection job, or as members of a SQL Server protection "
        "group. Destroy those first. Where they cannot be removed, set force = true, apply, then destroy."
    )

    network_address: str = argument("IP address or host name of the host.", at_most=255)
    credentials: HostLogin = argument("Login by which HPE reaches the host.", returned=False)
    name: str | None = argument("Name of the host; HPE chooses one when left out.", computed=True, at_most=255)
    description: str | None = argument("Free-text note.", at_most=255)
    force: bool | None = argument(
        "Allow the host to be taken out although databases of it are still protected. They are protected no more.",
        default=False,
        sent=False,
        returned=False,
    )

    created_at: Timestamp | None = result("When it was registered.", stable=True)
    resource_uri: str | None = result("API path of the host.", stable=True)
    display_name: str | None = result("Name shown in the console.", volatile=True)
    username: str | None = result("Login name by which HPE reaches the host.", volatile=True)
    data_orchestrator_id: str | None = result(
        "Data Orchestrator that talks to it; HPE chooses it.",
        read_from="dataOrchestratorInfo.id",
        to="data_orchestrator",
        volatile=True,
    )
    state: str | None = result(
        "`OK`, `ERROR`, `INITIALIZING`, `CREATING`, `DELETING`, `UPDATING` or `REFRESHING`.", volatile=True
    )
    status: str | None = result("Health: `OK`, `WARNING` or `ERROR`.", volatile=True)
    manufacturer: str | None = result("Maker of the machine.", volatile=True)
    os_info: OperatingSystem | None = result("What runs on it.", volatile=True)
    compute_info: Hardware | None = result("What it has to compute with.", volatile=True)
    network_interfaces: list[HostAdapter] | None = result("Its network adapters.", volatile=True)
    cluster_info: WindowsCluster | None = result("Windows failover cluster that it is a node of.", volatile=True)
    storage_initiators: StorageInitiators | None = result("How it reaches array volumes.", volatile=True)
    virtual: bool | None = result("Whether it is a virtual machine.", volatile=True)
    virtualization_info: Virtualization | None = result("Where a virtual host runs.", volatile=True)

    @classmethod
    def twin(cls, planned: Tree) -> Mapping[str, object]:
        """A host is registered once, whatever it is called."""
        return {"networkAddress": planned.get("network_address")}

    @classmethod
    def managed(cls, tree: Tree, prior: Tree | None, beside: Tree) -> Tree:
        """HPE tells the login name beside the host, not where it was written."""
        del prior, beside
        return {**tree, "credentials": {"username": tree["username"]}} if tree.get("username") else tree

    @classmethod
    def update(cls, prior: Tree, planned: Tree, live: Tree) -> Update:
        """With another address the name is sent again: one that HPE chose may follow the address otherwise."""
        del live
        changed = changes(cls.fields(), prior, planned)
        return Update.patch({"name": planned.get("name")} | changed if "network_address" in changed else changed)
