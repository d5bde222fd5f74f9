# Generated from glbr/resources/virtual_machine_protection_group.py by `python -m glbr.views.generate_l1`: do not edit.
# ruff: noqa: A002 - arguments have HPE's names, and HPE says id and type.
"""Virtual machine protection group: the same arguments and attributes as in Terraform."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Unpack

from constructs import Construct

from glbr_constructs.synthesis.arguments import Many, Nested, One
from glbr_constructs.synthesis.attributes import Reference, each, number, one, text, texts
from glbr_constructs.synthesis.resource import DataSource, DataSourceMeta, Resource, ResourceMeta


class VirtualMachineProtectionGroupAssetReference(Reference):
    """A member."""

    id = text()
    type = text()


class VirtualMachineProtectionGroupNativeAppInfoReference(Reference):
    """The object whose content is the group."""

    id = text()
    type = text()


class VirtualMachineProtectionGroupTagReference(Reference):
    """A vSphere tag; every virtual machine that carries it is a member."""

    name = text()
    resource_uri = text()
    type = text()


class VirtualMachineProtectionGroupDynamicMemberFilterReference(Reference):
    """Tags that decide who is a member."""

    type = text()
    members = each(VirtualMachineProtectionGroupTagReference)


class VirtualMachineProtectionGroupTimeoutsReference(Reference):
    """How long Terraform waits for HPE to finish. What HPE has begun goes on all the same."""

    create = text()
    update = text()
    delete = text()


@dataclass(frozen=True, slots=True, kw_only=True)
class VirtualMachineProtectionGroupAsset(Nested):
    """A member.

    Attributes:
        id: Identifier of the virtual machine or datastore.
        type: `virtualization/virtual-machine` or `virtualization/datastore`.
    """

    id: str
    type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VirtualMachineProtectionGroupNativeAppInfo(Nested):
    """The object whose content is the group.

    Attributes:
        id: Identifier of the folder, vVol container or replication group.
        type: Kind of that object. Allowed: `VMWARE_FOLDER`, `VMWARE_VVOL_CONTAINER`, `STORAGE_REPLICATION_GROUP`.
    """

    id: str
    type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VirtualMachineProtectionGroupTag(Nested):
    """A vSphere tag; every virtual machine that carries it is a member.

    Attributes:
        name: Name of the tag.
        resource_uri: API path of the tag, where the name alone does not tell; HPE fills it in.
        type: Kind of the tag, `virtualization/hypervisor-tag`; HPE fills it in.
    """

    name: str
    resource_uri: str | None = None
    type: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class VirtualMachineProtectionGroupDynamicMemberFilter(Nested):
    """Tags that decide who is a member.

    Attributes:
        type: Kind of the filter.
        members: Tags.
    """

    shape: ClassVar = {"members": VirtualMachineProtectionGroupTag.of}

    type: str | None = None
    members: Many[VirtualMachineProtectionGroupTag]


@dataclass(frozen=True, slots=True, kw_only=True)
class VirtualMachineProtectionGroupTimeouts(Nested):
    """How long Terraform waits for HPE to finish. What HPE has begun goes on all the same.

    Attributes:
        create: Wait this long for it to be made, such as `30m`; `60m` when left out.
        update: Wait this long for a change; `60m` when left out.
        delete: Wait this long for its removal; `60m` when left out.
    """

    create: str | None = None
    update: str | None = None
    delete: str | None = None


class VirtualMachineProtectionGroup(Resource):
    """Virtual machines or datastores protected together by one job.

    A `CUSTOM` group lists its members, a `NATIVE` one follows a folder, vVol container or replication group, a
    `DYNAMIC` one follows tags. HPE cannot change the type, the category or the native object of a group.
    """

    terraform_type: ClassVar = "glbr_virtual_machine_protection_group"

    shape: ClassVar = {
        "assets": VirtualMachineProtectionGroupAsset.of,
        "native_app_info": VirtualMachineProtectionGroupNativeAppInfo.of,
        "dynamic_member_filter": VirtualMachineProtectionGroupDynamicMemberFilter.of,
        "timeouts": VirtualMachineProtectionGroupTimeouts.of,
    }

    id = text()
    """Identifier made by HPE."""

    name = text()
    description = text()
    vm_protection_group_type = text()
    assets_category = text()
    assets = each(VirtualMachineProtectionGroupAssetReference, of_set=True)
    native_app_info = one(VirtualMachineProtectionGroupNativeAppInfoReference)
    dynamic_member_filter = one(VirtualMachineProtectionGroupDynamicMemberFilterReference)
    created_at = text()
    """When it was made."""

    resource_uri = text()
    """API path of the group."""

    timeouts = one(VirtualMachineProtectionGroupTimeoutsReference)

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        name: str,
        description: str | None = None,
        vm_protection_group_type: str,
        assets_category: str,
        assets: Many[VirtualMachineProtectionGroupAsset] | None = None,
        native_app_info: One[VirtualMachineProtectionGroupNativeAppInfo] | None = None,
        dynamic_member_filter: One[VirtualMachineProtectionGroupDynamicMemberFilter] | None = None,
        timeouts: One[VirtualMachineProtectionGroupTimeouts] | None = None,
        **meta: Unpack[ResourceMeta],
    ) -> None:
        """Describe it.

        Args:
            scope: Where the construct belongs.
            id_: Name of the construct in that place.
            name: Name shown in the console.
            description: Free-text note.
            vm_protection_group_type: How members are named. Allowed: `NATIVE`, `CUSTOM`, `DYNAMIC`.
            assets_category: Kind of member. Allowed: `VVOL_VMS`, `VMFS_DATASTORES`, `VMFS_VMS`.
            assets: Members of a `CUSTOM` group.
            native_app_info: Object that a `NATIVE` group follows.
            dynamic_member_filter: Tags that a `DYNAMIC` group follows.
            timeouts: How long to wait for HPE.
            **meta: What Terraform itself takes: `count`, `for_each`, `depends_on`, `lifecycle`, `provider`,
                `connection`, `provisioners`.
        """
        super().__init__(
            scope,
            id_,
            {
                "name": name,
                "description": description,
                "vm_protection_group_type": vm_protection_group_type,
                "assets_category": assets_category,
                "assets": assets,
                "native_app_info": native_app_info,
                "dynamic_member_filter": dynamic_member_filter,
                "timeouts": timeouts,
            },
            **meta,
        )


class DataVirtualMachineProtectionGroup(DataSource):
    """Virtual machines or datastores protected together by one job.

    A `CUSTOM` group lists its members, a `NATIVE` one follows a folder, vVol container or replication group, a
    `DYNAMIC` one follows tags. HPE cannot change the type, the category or the native object of a group.
    """

    terraform_type: ClassVar = "glbr_virtual_machine_protection_group"

    id = text()
    name = text()
    description = text()
    """Free-text note."""

    vm_protection_group_type = text()
    """How members are named."""

    assets_category = text()
    """Kind of member."""

    assets = each(VirtualMachineProtectionGroupAssetReference, of_set=True)
    """Members of a `CUSTOM` group."""

    native_app_info = one(VirtualMachineProtectionGroupNativeAppInfoReference)
    """Object that a `NATIVE` group follows."""

    dynamic_member_filter = one(VirtualMachineProtectionGroupDynamicMemberFilterReference)
    """Tags that a `DYNAMIC` group follows."""

    created_at = text()
    """When it was made."""

    resource_uri = text()
    """API path of the group."""

    state = text()
    """Lifecycle state, such as `OK`, `CREATING` or `ERROR`."""

    status = text()
    """Health: `OK`, `WARNING` or `ERROR`."""

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
            name: Name shown in the console.
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


class DataVirtualMachineProtectionGroupFilterReference(Reference):
    """One condition of a list."""

    property_ = text("property")
    values = texts()
    comparison = text()


class DataVirtualMachineProtectionGroupReference(Reference):
    """Virtual machines or datastores protected together by one job.

    A `CUSTOM` group lists its members, a `NATIVE` one follows a folder, vVol container or replication group, a
    `DYNAMIC` one follows tags. HPE cannot change the type, the category or the native object of a group.
    """

    id = text()
    """Identifier made by HPE."""

    name = text()
    """Name shown in the console."""

    description = text()
    """Free-text note."""

    vm_protection_group_type = text()
    """How members are named."""

    assets_category = text()
    """Kind of member."""

    assets = each(VirtualMachineProtectionGroupAssetReference, of_set=True)
    """Members of a `CUSTOM` group."""

    native_app_info = one(VirtualMachineProtectionGroupNativeAppInfoReference)
    """Object that a `NATIVE` group follows."""

    dynamic_member_filter = one(VirtualMachineProtectionGroupDynamicMemberFilterReference)
    """Tags that a `DYNAMIC` group follows."""

    created_at = text()
    """When it was made."""

    resource_uri = text()
    """API path of the group."""

    state = text()
    """Lifecycle state, such as `OK`, `CREATING` or `ERROR`."""

    status = text()
    """Health: `OK`, `WARNING` or `ERROR`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VirtualMachineProtectionGroupFilter(Nested):
    """One condition of a list.

    Attributes:
        property_: HPE's name of the property, with `/` between the parts: `assetInfo/name`.
        values: Value, or several of which one must match.
        comparison: How the property compares with the value: `eq` (equal, also when left out), `gt` (greater, later),
            `lt` (less, earlier) or `ne` (not equal; HPE takes it for inventory and tags). All but `eq` take one value.
            Allowed: `eq`, `ne`, `gt`, `lt`.
    """

    property_: str
    values: Sequence[str]
    comparison: str | None = None


class DataVirtualMachineProtectionGroups(DataSource):
    """Every virtual machine protection group that the API client may see, or those that meet all `filters`."""

    terraform_type: ClassVar = "glbr_virtual_machine_protection_groups"

    shape: ClassVar = {"filters": VirtualMachineProtectionGroupFilter.of}

    filters = each(DataVirtualMachineProtectionGroupFilterReference)
    sort = text()
    limit = number()
    items = each(DataVirtualMachineProtectionGroupReference)
    """What was found, by name, or as `sort` says. Each has the attributes of `glbr_virtual_machine_protection_group`."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        filters: Many[VirtualMachineProtectionGroupFilter] | None = None,
        sort: str | None = None,
        limit: float | None = None,
        **meta: Unpack[DataSourceMeta],
    ) -> None:
        """Describe it.

        Args:
            scope: Where the construct belongs.
            id_: Name of the construct in that place.
            filters: Conditions that all must hold. Properties: `hypervisorManagerInfo/name`,
                `hypervisorManagerInfo/id`, `vmProtectionGroupType`, `dataOrchestratorInfo/id`, `createdAt`, `name`.
            sort: HPE's name of the property to sort by, with ` desc` behind it for the greatest first: `createdAt
                desc`.
            limit: Take at most so many: the first by `sort`, else those that HPE lists first.
            **meta: What Terraform itself takes: `count`, `for_each`, `depends_on`, `lifecycle`, `provider`.
        """
        super().__init__(
            scope,
            id_,
            {
                "filters": filters,
                "sort": sort,
                "limit": limit,
            },
            **meta,
        )
