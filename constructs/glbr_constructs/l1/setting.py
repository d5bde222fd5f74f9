# Generated from glbr/resources/setting.py by `python -m glbr.views.generate_l1`: do not edit.
# ruff: noqa: A002 - arguments have HPE's names, and HPE says id and type.
"""Setting: the same arguments and attributes as in Terraform."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from constructs import Construct

from glbr_constructs.synthesis import kinds
from glbr_constructs.synthesis.arguments import Many, Nested, One
from glbr_constructs.synthesis.attributes import Attribute, Reference, References, each, number, one, text, texts
from glbr_constructs.synthesis.meta import Connection, Count, DependsOn, ForEach, Lifecycle, ProviderBlock, Provisioners
from glbr_constructs.synthesis.resource import DataSource, Resource


class SettingTimeoutsReference(Reference):
    """How long Terraform waits for HPE to finish. What HPE has begun goes on all the same."""

    create: Attribute[str] = text()
    update: Attribute[str] = text()
    delete: Attribute[str] = text()


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingTimeouts(Nested):
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


class Setting(Resource):
    """A setting of the workspace, such as whether deletions wait for a second person.

    It is there without Terraform: destroying this leaves the value as it is.
    """

    terraform_type: ClassVar[str] = "glbr_setting"

    shape: ClassVar[Mapping[str, kinds.Convert]] = {
        "name": kinds.text,
        "current_value": kinds.text,
        "timeouts": SettingTimeouts.of,
    }

    id: Attribute[str] = text()
    """Identifier made by HPE."""

    name: Attribute[str] = text()
    current_value: Attribute[str] = text()
    description: Attribute[str] = text()
    """What the setting is for."""

    possible_values: Attribute[str] = text()
    """Values that HPE takes, as JSON: read it with `jsondecode`."""

    external_application_name: Attribute[str] = text()
    """Service that the setting belongs to."""

    created_at: Attribute[str] = text()
    """When it was made."""

    resource_uri: Attribute[str] = text()
    """API path of the setting."""

    timeouts: Attribute[SettingTimeoutsReference] = one(SettingTimeoutsReference)

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        name: str,
        current_value: str,
        timeouts: One[SettingTimeouts] | None = None,
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
            name: Name of the setting, as HPE gives it.
            current_value: Value in force: one of `possible_values`, always as text.
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
                "current_value": current_value,
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


class DataSetting(DataSource):
    """A setting of the workspace, such as whether deletions wait for a second person.

    It is there without Terraform: destroying this leaves the value as it is.
    """

    terraform_type: ClassVar[str] = "glbr_setting"

    shape: ClassVar[Mapping[str, kinds.Convert]] = {"id": kinds.text, "name": kinds.text}

    id: Attribute[str] = text()
    name: Attribute[str] = text()
    current_value: Attribute[str] = text()
    """Value in force: one of `possible_values`, always as text."""

    description: Attribute[str] = text()
    """What the setting is for."""

    possible_values: Attribute[str] = text()
    """Values that HPE takes, as JSON: read it with `jsondecode`."""

    next_value: Attribute[str] = text()
    """Value that is about to come into force, if HPE tells of one."""

    external_application_name: Attribute[str] = text()
    """Service that the setting belongs to."""

    last_updated_at: Attribute[str] = text()
    """When the value was last changed."""

    last_updated_by: Attribute[str] = text()
    """Who last changed the value."""

    created_at: Attribute[str] = text()
    """When it was made."""

    resource_uri: Attribute[str] = text()
    """API path of the setting."""

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
            name: Name of the setting, as HPE gives it.
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


class DataSettingFilterReference(Reference):
    """One condition of a list."""

    property_: Attribute[str] = text("property")
    values: Attribute[list[str]] = texts()
    comparison: Attribute[str] = text()


class DataSettingReference(Reference):
    """A setting of the workspace, such as whether deletions wait for a second person.

    It is there without Terraform: destroying this leaves the value as it is.
    """

    id: Attribute[str] = text()
    """Identifier made by HPE."""

    name: Attribute[str] = text()
    """Name of the setting, as HPE gives it."""

    current_value: Attribute[str] = text()
    """Value in force: one of `possible_values`, always as text."""

    description: Attribute[str] = text()
    """What the setting is for."""

    possible_values: Attribute[str] = text()
    """Values that HPE takes, as JSON: read it with `jsondecode`."""

    next_value: Attribute[str] = text()
    """Value that is about to come into force, if HPE tells of one."""

    external_application_name: Attribute[str] = text()
    """Service that the setting belongs to."""

    last_updated_at: Attribute[str] = text()
    """When the value was last changed."""

    last_updated_by: Attribute[str] = text()
    """Who last changed the value."""

    created_at: Attribute[str] = text()
    """When it was made."""

    resource_uri: Attribute[str] = text()
    """API path of the setting."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingFilter(Nested):
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


class DataSettings(DataSource):
    """Every setting that the API client may see, or those that meet all `filters`."""

    terraform_type: ClassVar[str] = "glbr_settings"

    filterable: ClassVar[tuple[str, ...]] = (
        "customerId",
        "id",
        "name",
        "possibleValues",
        "currentValue",
        "settingDescription",
        "lastUpdatedBy",
        "lastUpdatedAt",
        "externalApplicationName",
    )

    shape: ClassVar[Mapping[str, kinds.Convert]] = {
        "filters": kinds.each(SettingFilter.of),
        "sort": kinds.text,
        "limit": kinds.whole,
    }

    filters: Attribute[References[DataSettingFilterReference]] = each(DataSettingFilterReference)
    sort: Attribute[str] = text()
    limit: Attribute[float] = number()
    items: Attribute[References[DataSettingReference]] = each(DataSettingReference)
    """What was found, by name, or as `sort` says. Each has the attributes of `glbr_setting`."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        filters: Many[SettingFilter] | None = None,
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
            filters: Conditions that all must hold. Properties: `customerId`, `id`, `name`, `possibleValues`,
                `currentValue`, `settingDescription`, `lastUpdatedBy`, `lastUpdatedAt`, `externalApplicationName`.
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
