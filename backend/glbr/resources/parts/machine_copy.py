"""What a copy of a virtual machine tells of the machine: what is needed to restore it, or single disks of it."""

from glbr.definition import Block, result
from glbr.resources.parts.recovery_point import NumberedCopySchedule, VmwareCopy


class CopiedDisk(Block):
    """A virtual disk inside a copy."""

    id: str | None = result("Identifier of the disk.")
    name: str | None = result("Name of the disk.")
    type: str | None = result("`VMFS`, `VVOL`, `PRDM` or `VRDM`.")
    capacity_in_bytes: int | None = result("Size, bytes.")
    consistency: str | None = result("`CRASH`, `APPLICATION` or `CRASH_CONSISTENT_ON_FAILURE`.")
    datastore_id: str | None = result("Identifier of the datastore that held the disk.")
    file_path: str | None = result("File of the disk in that datastore.")


class CopiedCompute(Block):
    """Memory and processors that the machine had."""

    memory_size_in_mib: int | None = result("Memory, MiB.")
    num_cpu_cores: int | None = result("Number of processor cores.")
    num_cpu_threads: int | None = result("Number of processor threads.")


class CopiedNetwork(Block):
    """The network that a network adapter was connected to."""

    id: str | None = result("Identifier of the network.")
    name: str | None = result("Name of the network.")
    connect_at_power_on: bool | None = result("Whether the adapter is connected when the machine starts.")
    state: str | None = result("Whether the network is still there: `AVAILABLE` or `DELETED`.")


class CopiedNetworkAdapter(Block):
    """A network adapter that the machine had."""

    name: str | None = result("Name of the adapter.")
    mac_address: str | None = result("MAC address.")
    mac_address_type: str | None = result("How the MAC address was given: `MANUAL` or `AUTOMATIC`.")
    network_details: CopiedNetwork | None = result("Network that it was connected to.")


class CopiedMachine(Block):
    """How the machine was set up."""

    compute_info: CopiedCompute | None = result("Memory and processors.")
    network_adapters: list[CopiedNetworkAdapter] | None = result("Network adapters.")


class MachineCopy(VmwareCopy):
    """A copy of one virtual machine."""

    schedule_info: NumberedCopySchedule | None = result("Schedule that made it.")
    indexed: str | None = result(
        "Whether files can be searched for in it: `INDEXED`, `PARTIALLY_INDEXED` or `NOT_INDEXED`."
    )
    virtual_disks: list[CopiedDisk] | None = result("Virtual disks inside.")
    vm_config_info: CopiedMachine | None = result("How the machine was set up when the copy was made.")
