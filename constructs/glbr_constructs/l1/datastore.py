# Generated from glbr/resources/datastore.py by `python -m glbr.views.generate_l1`: do not edit.
# ruff: noqa: A002 - arguments have HPE's names, and HPE says id and type.
"""Datastore: the same arguments and attributes as in Terraform."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Unpack

from constructs import Construct

from glbr_constructs.arguments import Many, Nested
from glbr_constructs.attributes import Reference, each, flag, number, one, text, texts
from glbr_constructs.synthesis import DataSource, DataSourceMeta


class DataDatastoreLinkedReference(Reference):
    """Another object that the datastore belongs to."""

    id = text()
    """Identifier."""

    name = text()
    """Name."""


class DataDatastoreJobInfoReference(Reference):
    """The job that protects it."""

    id = text()
    """Identifier of the job."""

    name = text()
    """Name of the job."""

    protection_policy_info = one(DataDatastoreLinkedReference)
    """Policy of that job."""


class DataDatastore(DataSource):
    """A datastore in the inventory of a vCenter."""

    terraform_type: ClassVar = "glbr_datastore"

    id = text()
    name = text()
    display_name = text()
    """Name shown in the console."""

    datastore_type = text()
    """`VMFS`, `VVOL`, `NFS` or `VSAN`."""

    datastore_classification = text()
    """Set on datastores of the infrastructure, such as `PROTECTION_STORE_GATEWAY`; these cannot be protected."""

    state = text()
    """Lifecycle state."""

    status = text()
    """Health: `OK`, `WARNING` or `ERROR`."""

    protection_status = text()
    """`UNPROTECTED`, `PENDING`, `PARTIAL`, `PROTECTED`, `LAPSED`, `PAUSED` or `UNSUPPORTED`."""

    recovery_points_exist = flag()
    """Whether it can be restored from anything."""

    capacity_in_bytes = number()
    """Size, bytes."""

    capacity_free = number()
    """Space left, bytes."""

    vm_count = number()
    """Number of virtual machines on it."""

    hypervisor_manager_info = one(DataDatastoreLinkedReference)
    """vCenter."""

    cluster_info = one(DataDatastoreLinkedReference)
    """Cluster."""

    hosts_info = each(DataDatastoreLinkedReference)
    """Hosts that use it."""

    folder_info = one(DataDatastoreLinkedReference)
    """Folder."""

    protection_job_info = one(DataDatastoreJobInfoReference)
    """Job that protects it."""

    vm_protection_groups_info = each(DataDatastoreLinkedReference)
    """Protection groups it belongs to."""

    created_at = text()
    """When it was first seen."""

    resource_uri = text()
    """API path of the datastore."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        id: str | None = None,
        name: str | None = None,
        **meta: Unpack[DataSourceMeta],
    ) -> None:
        """Describe it.

        Args:
            scope: Where the construct belongs.
            id_: Name of the construct in that place.
            id: Identifier made by HPE.
            name: Name in the vCenter.
            **meta: What Terraform itself takes: `count`, `for_each`, `depends_on`, `lifecycle`, `provider`.
        """
        super().__init__(
            scope,
            id_,
            {
                "id": id,
                "name": name,
            },
            **meta,
        )


class DataDatastoreFilterReference(Reference):
    """One condition of a list."""

    property_ = text("property")
    values = texts()


class DataDatastoreReference(Reference):
    """A datastore in the inventory of a vCenter."""

    id = text()
    """Identifier made by HPE."""

    name = text()
    """Name in the vCenter."""

    display_name = text()
    """Name shown in the console."""

    datastore_type = text()
    """`VMFS`, `VVOL`, `NFS` or `VSAN`."""

    datastore_classification = text()
    """Set on datastores of the infrastructure, such as `PROTECTION_STORE_GATEWAY`; these cannot be protected."""

    state = text()
    """Lifecycle state."""

    status = text()
    """Health: `OK`, `WARNING` or `ERROR`."""

    protection_status = text()
    """`UNPROTECTED`, `PENDING`, `PARTIAL`, `PROTECTED`, `LAPSED`, `PAUSED` or `UNSUPPORTED`."""

    recovery_points_exist = flag()
    """Whether it can be restored from anything."""

    capacity_in_bytes = number()
    """Size, bytes."""

    capacity_free = number()
    """Space left, bytes."""

    vm_count = number()
    """Number of virtual machines on it."""

    hypervisor_manager_info = one(DataDatastoreLinkedReference)
    """vCenter."""

    cluster_info = one(DataDatastoreLinkedReference)
    """Cluster."""

    hosts_info = each(DataDatastoreLinkedReference)
    """Hosts that use it."""

    folder_info = one(DataDatastoreLinkedReference)
    """Folder."""

    protection_job_info = one(DataDatastoreJobInfoReference)
    """Job that protects it."""

    vm_protection_groups_info = each(DataDatastoreLinkedReference)
    """Protection groups it belongs to."""

    created_at = text()
    """When it was first seen."""

    resource_uri = text()
    """API path of the datastore."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DatastoreFilter(Nested):
    """One condition of a list.

    Attributes:
        property_: HPE's name of the property, with `/` between the parts: `assetInfo/name`.
        values: Value, or several of which one must match.
    """

    property_: str
    values: Sequence[str]


class DataDatastores(DataSource):
    """Every datastore that the API client may see, or those that meet all `filters`."""

    terraform_type: ClassVar = "glbr_datastores"

    shape: ClassVar = {"filters": DatastoreFilter.of}

    filters = each(DataDatastoreFilterReference)
    items = each(DataDatastoreReference)
    """What was found, in the order of the list. Each has the attributes of `glbr_datastore`."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        filters: Many[DatastoreFilter] | None = None,
        **meta: Unpack[DataSourceMeta],
    ) -> None:
        """Describe it.

        Args:
            scope: Where the construct belongs.
            id_: Name of the construct in that place.
            filters: Conditions that all must hold. Properties: `status`, `state`, `appType`,
                `hypervisorManagerInfo/name`, `hypervisorManagerInfo/displayName`, `hypervisorManagerInfo/id`,
                `hostsInfo/id`, `hostsInfo/name`, `hostsInfo/displayName`, `clusterInfo/id`, `clusterInfo/name`,
                `clusterInfo/displayName`, `protectionJobInfo/protectionPolicyInfo/id`,
                `protectionJobInfo/protectionPolicyInfo/name`, `vmProtectionGroupsInfo/id`,
                `vmProtectionGroupsInfo/name`, `volumesInfo/id`, `volumesInfo/storageSystemInfo/id`,
                `volumesInfo/storageSystemInfo/serialNumber`, `volumesInfo/storageSystemInfo/name`,
                `volumesInfo/storageSystemInfo/vendorName`, `volumesInfo/storageFolderInfo/id`,
                `volumesInfo/storageFolderInfo/name`, `volumesInfo/storagePoolInfo/id`,
                `volumesInfo/storagePoolInfo/name`, `datastoreType`, `createdAt`, `name`, `services`,
                `allowedOperations`, `capacityInBytes`, `capacityFree`, `displayName`, `replicationInfo/name`,
                `replicationInfo/id`, `hciClusterUuid`.
            **meta: What Terraform itself takes: `count`, `for_each`, `depends_on`, `lifecycle`, `provider`.
        """
        super().__init__(
            scope,
            id_,
            {
                "filters": filters,
            },
            **meta,
        )
