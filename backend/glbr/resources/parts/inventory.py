"""What objects of a vCenter's inventory tell alike: what they belong to, where VMware keeps them, what protects them."""

from glbr.definition import Block, result


class Linked(Block):
    """Another object that goes with it."""

    id: str | None = result("Identifier.")
    name: str | None = result("Name.")


class Datacenter(Block):
    """A datacenter of the vCenter."""

    id: str | None = result("Identifier of the datacenter.")
    name: str | None = result("Name of the datacenter.")
    moref: str | None = result("The vCenter's own reference to the datacenter, such as `datacenter-2`.")


class VmwarePlace(Block):
    """Where VMware keeps it."""

    moref: str | None = result("The vCenter's own reference to the object, as VMware's tools write it.")
    datacenter_info: Datacenter | None = result("Datacenter that it stands in.")


class PlaceInfo(Block):
    """What the hypervisor alone knows."""

    vmware: VmwarePlace | None = result("What VMware knows.")


class JobInfo(Block):
    """The job that protects it."""

    id: str | None = result("Identifier of the job.")
    name: str | None = result("Name of the job.")
    protection_policy_info: Linked | None = result("Policy of that job.")


class AppliedAt(Block):
    """Where the policy was assigned, when not to the object itself."""

    id: str | None = result("Identifier of the machine, datastore or group.")
    name: str | None = result("Name of the machine, datastore or group.")
    type: str | None = result("`DATASTORE`, `VIRTUAL_MACHINE` or `VM_PROTECTION_GROUP`.")


class VolumeStorageSystem(Block):
    """The array that holds a volume."""

    id: str | None = result("Identifier of the array.")
    name: str | None = result("Name of the array.")
    type: str | None = result("`NIMBLE`, `THREEPAR`, `PRIMERA`, `ALLETRA_6000` or `ALLETRA_9000`.")
    serial_number: str | None = result("Serial number of the array.")
    vendor_name: str | None = result("Maker of the array.")
    managed: bool | None = result("Whether HPE GreenLake manages the array.")


class ArrayVolume(Block):
    """A volume of an array, on which the data lies."""

    id: str | None = result("Identifier of the volume.")
    name: str | None = result("Name of the volume.")
    scsi_identifier: str | None = result("WWN of the volume.")
    size_in_bytes: int | None = result("Size of the volume, bytes.")
    storage_system_info: VolumeStorageSystem | None = result("Array that holds the volume.")
    storage_pool_info: Linked | None = result("Pool of the array.")
    storage_folder_info: Linked | None = result("Folder of the array.")
    volume_set_info: Linked | None = result("Volume set that the volume belongs to.")
