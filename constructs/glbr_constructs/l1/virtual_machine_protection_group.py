# Generated from glbr/resources/virtual_machine_protection_group.py by `python -m glbr.views.generate_l1`: do not edit.
# ruff: noqa: A002 - arguments have HPE's names, and HPE says id and type.
"""Virtual machine protection group: the same arguments and attributes as in Terraform."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from constructs import Construct

from glbr_constructs.synthesis import kinds
from glbr_constructs.synthesis.arguments import Many, Nested, One
from glbr_constructs.synthesis.attributes import Attribute, Reference, References, each, number, one, text, texts
from glbr_constructs.synthesis.meta import Connection, Count, DependsOn, ForEach, Lifecycle, ProviderBlock, Provisioners
from glbr_constructs.synthesis.resource import DataSource, Resource


class VirtualMachineProtectionGroupAssetReference(Reference):
    """A member."""

    id: Attribute[str] = text()
    type: Attribute[str] = text()


class VirtualMachineProtectionGroupNativeAppInfoReference(Reference):
    """The object whose content is the group."""

    id: Attribute[str] = text()
    type: Attribute[str] = text()


class VirtualMachineProtectionGroupTagReference(Reference):
    """A vSphere tag; every virtual machine that carries it is a member."""

    name: Attribute[str] = text()
    resource_uri: Attribute[str] = text()
    type: Attribute[str] = text()


class VirtualMachineProtectionGroupDynamicMemberFilterReference(Reference):
    """Tags that decide who is a member."""

    type: Attribute[str] = text()
    members: Attribute[References[VirtualMachineProtectionGroupTagReference]] = each(
        VirtualMachineProtectionGroupTagReference
    )


class VirtualMachineProtectionGroupTimeoutsReference(Reference):
    """How long Terraform waits for HPE to finish. What HPE has begun goes on all the same."""

    create: Attribute[str] = text()
    update: Attribute[str] = text()
    delete: Attribute[str] = text()


@dataclass(frozen=True, slots=True, kw_only=True)
class VirtualMachineProtectionGroupAsset(Nested):
    """A member.

    Attributes:
        id: Identifier of the virtual machine or datastore.
        type: `virtualization/virtual-machine` or `virtualization/datastore`.
    """

    shape: ClassVar[Mapping[str, kinds.Convert]] = {"id": kinds.text, "type": kinds.text}

    id: str
    type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VirtualMachineProtectionGroupNativeAppInfo(Nested):
    """The object whose content is the group.

    Attributes:
        id: Identifier of the folder, vVol container or replication group.
        type: Kind of that object. Allowed: `VMWARE_FOLDER`, `VMWARE_VVOL_CONTAINER`, `STORAGE_REPLICATION_GROUP`.
    """

    shape: ClassVar[Mapping[str, kinds.Convert]] = {
        "id": kinds.text,
        "type": kinds.choice("VMWARE_FOLDER", "VMWARE_VVOL_CONTAINER", "STORAGE_REPLICATION_GROUP"),
    }

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

    shape: ClassVar[Mapping[str, kinds.Convert]] = {"name": kinds.text, "resource_uri": kinds.text, "type": kinds.text}

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

    shape: ClassVar[Mapping[str, kinds.Convert]] = {
        "type": kinds.text,
        "members": kinds.each(VirtualMachineProtectionGroupTag.of),
    }

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

    shape: ClassVar[Mapping[str, kinds.Convert]] = {"create": kinds.text, "update": kinds.text, "delete": kinds.text}

    create: str | None = None
    update: str | None = None
    delete: str | None = None


class VirtualMachineProtectionGroup(Resource):
    """Virtual machines or datastores protected together by one job.

    A `CUSTOM` group lists its members, a `NATIVE` one follows a folder, vVol container or replication group, a
    `DYNAMIC` one follows tags. HPE cannot change the type, the category or the native object of a group.
    """

    terraform_type: ClassVar[str] = "glbr_virtual_machine_protection_group"

    shape: ClassVar[Mapping[str, kinds.Convert]] = {
        "name": kinds.text,
        "description": kinds.text,
        "vm_protection_group_type": kinds.choice("NATIVE", "CUSTOM", "DYNAMIC"),
        "assets_category": kinds.choice("VVOL_VMS", "VMFS_DATASTORES", "VMFS_VMS"),
        "assets": kinds.each(VirtualMachineProtectionGroupAsset.of),
        "native_app_info": VirtualMachineProtectionGroupNativeAppInfo.of,
        "dynamic_member_filter": VirtualMachineProtectionGroupDynamicMemberFilter.of,
        "timeouts": VirtualMachineProtectionGroupTimeouts.of,
    }

    id: Attribute[str] = text()
    """Identifier made by HPE."""

    name: Attribute[str] = text()
    description: Attribute[str] = text()
    vm_protection_group_type: Attribute[str] = text()
    assets_category: Attribute[str] = text()
    assets: Attribute[References[VirtualMachineProtectionGroupAssetReference]] = each(
        VirtualMachineProtectionGroupAssetReference, of_set=True
    )
    native_app_info: Attribute[VirtualMachineProtectionGroupNativeAppInfoReference] = one(
        VirtualMachineProtectionGroupNativeAppInfoReference
    )
    dynamic_member_filter: Attribute[VirtualMachineProtectionGroupDynamicMemberFilterReference] = one(
        VirtualMachineProtectionGroupDynamicMemberFilterReference
    )
    created_at: Attribute[str] = text()
    """When it was made."""

    resource_uri: Attribute[str] = text()
    """API path of the group."""

    timeouts: Attribute[VirtualMachineProtectionGroupTimeoutsReference] = one(
        VirtualMachineProtectionGroupTimeoutsReference
    )

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
            name: Name shown in the console.
            description: Free-text note.
            vm_protection_group_type: How members are named. Allowed: `NATIVE`, `CUSTOM`, `DYNAMIC`.
            assets_category: Kind of member. Allowed: `VVOL_VMS`, `VMFS_DATASTORES`, `VMFS_VMS`.
            assets: Members of a `CUSTOM` group.
            native_app_info: Object that a `NATIVE` group follows.
            dynamic_member_filter: Tags that a `DYNAMIC` group follows.
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
                "name": name,
                "description": description,
                "vm_protection_group_type": vm_protection_group_type,
                "assets_category": assets_category,
                "assets": assets,
                "native_app_info": native_app_info,
                "dynamic_member_filter": dynamic_member_filter,
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


class DataVirtualMachineProtectionGroup(DataSource):
    """Virtual machines or datastores protected together by one job.

    A `CUSTOM` group lists its members, a `NATIVE` one follows a folder, vVol container or replication group, a
    `DYNAMIC` one follows tags. HPE cannot change the type, the category or the native object of a group.
    """

    terraform_type: ClassVar[str] = "glbr_virtual_machine_protection_group"

    shape: ClassVar[Mapping[str, kinds.Convert]] = {"id": kinds.text, "name": kinds.text}

    id: Attribute[str] = text()
    name: Attribute[str] = text()
    description: Attribute[str] = text()
    """Free-text note."""

    vm_protection_group_type: Attribute[str] = text()
    """How members are named."""

    assets_category: Attribute[str] = text()
    """Kind of member."""

    assets: Attribute[References[VirtualMachineProtectionGroupAssetReference]] = each(
        VirtualMachineProtectionGroupAssetReference, of_set=True
    )
    """Members of a `CUSTOM` group."""

    native_app_info: Attribute[VirtualMachineProtectionGroupNativeAppInfoReference] = one(
        VirtualMachineProtectionGroupNativeAppInfoReference
    )
    """Object that a `NATIVE` group follows."""

    dynamic_member_filter: Attribute[VirtualMachineProtectionGroupDynamicMemberFilterReference] = one(
        VirtualMachineProtectionGroupDynamicMemberFilterReference
    )
    """Tags that a `DYNAMIC` group follows."""

    created_at: Attribute[str] = text()
    """When it was made."""

    resource_uri: Attribute[str] = text()
    """API path of the group."""

    state: Attribute[str] = text()
    """Lifecycle state, such as `OK`, `CREATING` or `ERROR`."""

    status: Attribute[str] = text()
    """Health: `OK`, `WARNING` or `ERROR`."""

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
            name: Name shown in the console.
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


class DataVirtualMachineProtectionGroupFilterReference(Reference):
    """One condition of a list."""

    property_: Attribute[str] = text("property")
    values: Attribute[list[str]] = texts()
    comparison: Attribute[str] = text()


class DataVirtualMachineProtectionGroupReference(Reference):
    """Virtual machines or datastores protected together by one job.

    A `CUSTOM` group lists its members, a `NATIVE` one follows a folder, vVol container or replication group, a
    `DYNAMIC` one follows tags. HPE cannot change the type, the category or the native object of a group.
    """

    id: Attribute[str] = text()
    """Identifier made by HPE."""

    name: Attribute[str] = text()
    """Name shown in the console."""

    description: Attribute[str] = text()
    """Free-text note."""

    vm_protection_group_type: Attribute[str] = text()
    """How members are named."""

    assets_category: Attribute[str] = text()
    """Kind of member."""

    assets: Attribute[References[VirtualMachineProtectionGroupAssetReference]] = each(
        VirtualMachineProtectionGroupAssetReference, of_set=True
    )
    """Members of a `CUSTOM` group."""

    native_app_info: Attribute[VirtualMachineProtectionGroupNativeAppInfoReference] = one(
        VirtualMachineProtectionGroupNativeAppInfoReference
    )
    """Object that a `NATIVE` group follows."""

    dynamic_member_filter: Attribute[VirtualMachineProtectionGroupDynamicMemberFilterReference] = one(
        VirtualMachineProtectionGroupDynamicMemberFilterReference
    )
    """Tags that a `DYNAMIC` group follows."""

    created_at: Attribute[str] = text()
    """When it was made."""

    resource_uri: Attribute[str] = text()
    """API path of the group."""

    state: Attribute[str] = text()
    """Lifecycle state, such as `OK`, `CREATING` or `ERROR`."""

    status: Attribute[str] = text()
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

    shape: ClassVar[Mapping[str, kinds.Convert]] = {
        "property_": kinds.text,
        "values": kinds.each(kinds.text),
        "comparison": kinds.choice("eq", "ne", "gt", "lt"),
    }

    property_: str
    values: Sequence[str]
    comparison: str | None = None


class DataVirtualMachineProtectionGroups(DataSource):
    """Every virtual machine protection group that the API client may see, or those that meet all `filters`."""

    terraform_type: ClassVar[str] = "glbr_virtual_machine_protection_groups"

    filterable: ClassVar[tuple[str, ...]] = (
        "hypervisorManagerInfo/name",
        "hypervisorManagerInfo/id",
        "vmProtectionGroupType",
        "dataOrchestratorInfo/id",
        "createdAt",
        "name",
    )

    shape: ClassVar[Mapping[str, kinds.Convert]] = {
        "filters": kinds.each(VirtualMachineProtectionGroupFilter.of),
        "sort": kinds.text,
        "limit": kinds.whole,
    }

    filters: Attribute[References[DataVirtualMachineProtectionGroupFilterReference]] = each(
        DataVirtualMachineProtectionGroupFilterReference
    )
    sort: Attribute[str] = text()
    limit: Attribute[float] = number()
    items: Attribute[References[DataVirtualMachineProtectionGroupReference]] = each(
        DataVirtualMachineProtectionGroupReference
    )
    """What was found, by name, or as `sort` says. Each has the attributes of `glbr_virtual_machine_protection_group`."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        filters: Many[VirtualMachineProtectionGroupFilter] | None = None,
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
            filters: Conditions that all must hold. Properties: `hypervisorManagerInfo/name`,
                `hypervisorManagerInfo/id`, `vmProtectionGroupType`, `dataOrchestratorInfo/id`, `createdAt`, `name`.
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
