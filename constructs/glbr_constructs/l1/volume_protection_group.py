# Generated from glbr/resources/volume_protection_group.py by `python -m glbr.views.generate_l1`: do not edit.
# ruff: noqa: A002 - arguments have HPE's names, and HPE says id and type.
"""Volume protection group: the same arguments and attributes as in Terraform."""

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


class VolumeProtectionGroupGroupedVolumeReference(Reference):
    """A member."""

    id: Attribute[str] = text()


class VolumeProtectionGroupNativeGroupInfoReference(Reference):
    """The group on the storage array that is followed."""

    id: Attribute[str] = text()
    name: Attribute[str] = text()
    type: Attribute[str] = text()
    """`VOLUME_COLLECTION` or `APPLICATION_SET`."""


class VolumeProtectionGroupGroupStorageSystemReference(Reference):
    """The storage array that holds the volumes."""

    id: Attribute[str] = text()
    name: Attribute[str] = text()
    """Name of the storage array."""

    type: Attribute[str] = text()
    """Kind of the storage array, in HPE's words."""

    product_family: Attribute[str] = text()
    """Product family of the storage array."""


class VolumeProtectionGroupTimeoutsReference(Reference):
    """How long Terraform waits for HPE to finish. What HPE has begun goes on all the same."""

    create: Attribute[str] = text()
    update: Attribute[str] = text()
    delete: Attribute[str] = text()


@dataclass(frozen=True, slots=True, kw_only=True)
class VolumeProtectionGroupGroupedVolume(Nested):
    """A member.

    Attributes:
        id: Identifier of the volume.
    """

    shape: ClassVar[Mapping[str, kinds.Convert]] = {"id": kinds.text}

    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VolumeProtectionGroupNativeGroupInfo(Nested):
    """The group on the storage array that is followed.

    Attributes:
        id: Identifier of the volume collection or application set; HPE fills it in where only the name is given.
        name: Name of it; HPE fills it in where only the identifier is given.
    """

    shape: ClassVar[Mapping[str, kinds.Convert]] = {"id": kinds.text, "name": kinds.text}

    id: str | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class VolumeProtectionGroupGroupStorageSystem(Nested):
    """The storage array that holds the volumes.

    Attributes:
        id: Identifier of the storage array.
    """

    shape: ClassVar[Mapping[str, kinds.Convert]] = {"id": kinds.text}

    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VolumeProtectionGroupTimeouts(Nested):
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


class VolumeProtectionGroup(Resource):
    """Volumes of one storage array, protected together by one job, or copied together by hand.

    A `CUSTOM` group lists its volumes. A `NATIVE` one follows a volume collection or application set of the storage
    array; HPE changes nothing of it, so each change makes a new group.
    """

    terraform_type: ClassVar[str] = "glbr_volume_protection_group"

    shape: ClassVar[Mapping[str, kinds.Convert]] = {
        "name": kinds.text,
        "description": kinds.text,
        "volume_protection_group_type": kinds.choice("NATIVE", "CUSTOM"),
        "assets": kinds.each(VolumeProtectionGroupGroupedVolume.of),
        "native_group_info": VolumeProtectionGroupNativeGroupInfo.of,
        "storage_system_info": VolumeProtectionGroupGroupStorageSystem.of,
        "cascade_delete": kinds.flag,
        "timeouts": VolumeProtectionGroupTimeouts.of,
    }

    id: Attribute[str] = text()
    """Identifier made by HPE."""

    name: Attribute[str] = text()
    description: Attribute[str] = text()
    volume_protection_group_type: Attribute[str] = text()
    assets: Attribute[References[VolumeProtectionGroupGroupedVolumeReference]] = each(
        VolumeProtectionGroupGroupedVolumeReference, of_set=True
    )
    native_group_info: Attribute[VolumeProtectionGroupNativeGroupInfoReference] = one(
        VolumeProtectionGroupNativeGroupInfoReference
    )
    storage_system_info: Attribute[VolumeProtectionGroupGroupStorageSystemReference] = one(
        VolumeProtectionGroupGroupStorageSystemReference
    )
    cascade_delete: Attribute[cdk.IResolvable] = flag()
    created_at: Attribute[str] = text()
    """When it was made."""

    resource_uri: Attribute[str] = text()
    """API path of the group."""

    timeouts: Attribute[VolumeProtectionGroupTimeoutsReference] = one(VolumeProtectionGroupTimeoutsReference)

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        name: str,
        description: str | None = None,
        volume_protection_group_type: str,
        assets: Many[VolumeProtectionGroupGroupedVolume] | None = None,
        native_group_info: One[VolumeProtectionGroupNativeGroupInfo] | None = None,
        storage_system_info: One[VolumeProtectionGroupGroupStorageSystem] | None = None,
        cascade_delete: Flag | None = None,
        timeouts: One[VolumeProtectionGroupTimeouts] | None = None,
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
            volume_protection_group_type: How members are named. Allowed: `NATIVE`, `CUSTOM`.
            assets: Volumes of a `CUSTOM` group.
            native_group_info: Group that a `NATIVE` group follows.
            storage_system_info: Storage array that holds the volumes; HPE fills it in.
            cascade_delete: When the group is destroyed, delete the job that protects it, and every snapshot and backup
                of it, too. Default: `False`.
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
                "volume_protection_group_type": volume_protection_group_type,
                "assets": assets,
                "native_group_info": native_group_info,
                "storage_system_info": storage_system_info,
                "cascade_delete": cascade_delete,
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


class DataVolumeProtectionGroupGroupedVolumeReference(Reference):
    """A member."""

    id: Attribute[str] = text()
    """Identifier of the volume."""

    display_name: Attribute[str] = text()
    """Name shown in the console."""

    protection_status: Attribute[str] = text()
    """`UNPROTECTED`, `LAPSED`, `PENDING`, `PARTIAL`, `PROTECTED` or `PAUSED`."""


class DataVolumeProtectionGroupLinkedReference(Reference):
    """Another object that goes with it."""

    id: Attribute[str] = text()
    """Identifier."""

    name: Attribute[str] = text()
    """Name."""


class DataVolumeProtectionGroupJobInfoReference(Reference):
    """The job that protects it."""

    id: Attribute[str] = text()
    """Identifier of the job."""

    name: Attribute[str] = text()
    """Name of the job."""

    protection_policy_info: Attribute[DataVolumeProtectionGroupLinkedReference] = one(
        DataVolumeProtectionGroupLinkedReference
    )
    """Policy of that job."""


class DataVolumeProtectionGroup(DataSource):
    """Volumes of one storage array, protected together by one job, or copied together by hand.

    A `CUSTOM` group lists its volumes. A `NATIVE` one follows a volume collection or application set of the storage
    array; HPE changes nothing of it, so each change makes a new group.
    """

    terraform_type: ClassVar[str] = "glbr_volume_protection_group"

    shape: ClassVar[Mapping[str, kinds.Convert]] = {"id": kinds.text, "name": kinds.text}

    id: Attribute[str] = text()
    name: Attribute[str] = text()
    description: Attribute[str] = text()
    """Free-text note."""

    volume_protection_group_type: Attribute[str] = text()
    """How members are named."""

    assets: Attribute[References[DataVolumeProtectionGroupGroupedVolumeReference]] = each(
        DataVolumeProtectionGroupGroupedVolumeReference, of_set=True
    )
    """Volumes of a `CUSTOM` group."""

    native_group_info: Attribute[VolumeProtectionGroupNativeGroupInfoReference] = one(
        VolumeProtectionGroupNativeGroupInfoReference
    )
    """Group that a `NATIVE` group follows."""

    storage_system_info: Attribute[VolumeProtectionGroupGroupStorageSystemReference] = one(
        VolumeProtectionGroupGroupStorageSystemReference
    )
    """Storage array that holds the volumes; HPE fills it in."""

    created_at: Attribute[str] = text()
    """When it was made."""

    resource_uri: Attribute[str] = text()
    """API path of the group."""

    protection_job_info: Attribute[DataVolumeProtectionGroupJobInfoReference] = one(
        DataVolumeProtectionGroupJobInfoReference
    )
    """Job that protects it."""

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


class DataVolumeProtectionGroupFilterReference(Reference):
    """One condition of a list."""

    property_: Attribute[str] = text("property")
    values: Attribute[list[str]] = texts()
    comparison: Attribute[str] = text()


class DataVolumeProtectionGroupReference(Reference):
    """Volumes of one storage array, protected together by one job, or copied together by hand.

    A `CUSTOM` group lists its volumes. A `NATIVE` one follows a volume collection or application set of the storage
    array; HPE changes nothing of it, so each change makes a new group.
    """

    id: Attribute[str] = text()
    """Identifier made by HPE."""

    name: Attribute[str] = text()
    """Name shown in the console."""

    description: Attribute[str] = text()
    """Free-text note."""

    volume_protection_group_type: Attribute[str] = text()
    """How members are named."""

    assets: Attribute[References[DataVolumeProtectionGroupGroupedVolumeReference]] = each(
        DataVolumeProtectionGroupGroupedVolumeReference, of_set=True
    )
    """Volumes of a `CUSTOM` group."""

    native_group_info: Attribute[VolumeProtectionGroupNativeGroupInfoReference] = one(
        VolumeProtectionGroupNativeGroupInfoReference
    )
    """Group that a `NATIVE` group follows."""

    storage_system_info: Attribute[VolumeProtectionGroupGroupStorageSystemReference] = one(
        VolumeProtectionGroupGroupStorageSystemReference
    )
    """Storage array that holds the volumes; HPE fills it in."""

    created_at: Attribute[str] = text()
    """When it was made."""

    resource_uri: Attribute[str] = text()
    """API path of the group."""

    protection_job_info: Attribute[DataVolumeProtectionGroupJobInfoReference] = one(
        DataVolumeProtectionGroupJobInfoReference
    )
    """Job that protects it."""

    state: Attribute[str] = text()
    """Lifecycle state, such as `OK`, `CREATING` or `ERROR`."""

    status: Attribute[str] = text()
    """Health: `OK`, `WARNING` or `ERROR`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VolumeProtectionGroupFilter(Nested):
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


class DataVolumeProtectionGroups(DataSource):
    """Every volume protection group that the API client may see, or those that meet all `filters`."""

    terraform_type: ClassVar[str] = "glbr_volume_protection_groups"

    filterable: ClassVar[tuple[str, ...]] = (
        "volumeProtectionGroupType",
        "createdAt",
        "name",
    )

    shape: ClassVar[Mapping[str, kinds.Convert]] = {
        "filters": kinds.each(VolumeProtectionGroupFilter.of),
        "sort": kinds.text,
        "limit": kinds.whole,
    }

    filters: Attribute[References[DataVolumeProtectionGroupFilterReference]] = each(
        DataVolumeProtectionGroupFilterReference
    )
    sort: Attribute[str] = text()
    limit: Attribute[float] = number()
    items: Attribute[References[DataVolumeProtectionGroupReference]] = each(DataVolumeProtectionGroupReference)
    """What was found, by name, or as `sort` says. Each has the attributes of `glbr_volume_protection_group`."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        filters: Many[VolumeProtectionGroupFilter] | None = None,
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
            filters: Conditions that all must hold. Properties: `volumeProtectionGroupType`, `createdAt`, `name`.
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
