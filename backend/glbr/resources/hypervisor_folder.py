"""Hypervisor folder: where a vCenter sorts its machines; a protection group can follow one, a restore can aim at one."""

from glbr.definition import Observed, Timestamp, parent, result
from glbr.resources.parts.inventory import Linked, PlaceInfo


class HypervisorFolder(Observed):
    """A folder in the inventory of a vCenter. A `NATIVE` protection group follows one."""

    collection = "/virtualization/v1beta1/hypervisor-managers/{hypervisor_manager_id}/folders"
    filterable = ("folderType", "createdAt", "name", "services", "displayName")

    hypervisor_manager_id: str = parent("vCenter that the folder is in.", to="hypervisor_manager")

    name: str | None = result("Name in the vCenter.")
    display_name: str | None = result("Name shown in the console.")
    folder_type: str | None = result("What it holds: `VM`, `HOST` or `DATASTORE`.")
    parent_folder_info: Linked | None = result("Folder above.")
    sub_folders: list[Linked] | None = result("Folders below.")
    hypervisor_manager_info: Linked | None = result("vCenter.")
    app_info: PlaceInfo | None = result("What the hypervisor alone knows of it.")
    services: list[str] | None = result("Services of HPE GreenLake that see it, such as `backup-and-recovery`.")
    created_at: Timestamp | None = result("When it was first seen.")
    resource_uri: str | None = result("API path of the folder.")
