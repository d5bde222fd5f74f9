# Generated from glbr/resources/tag.py by `python -m glbr.views.generate_l1`: do not edit.
"""Tag: the same arguments and attributes as in Terraform."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from constructs import Construct

from glbr_constructs.synthesis import kinds
from glbr_constructs.synthesis.arguments import Many, Nested
from glbr_constructs.synthesis.attributes import Attribute, Reference, References, each, number, text, texts
from glbr_constructs.synthesis.meta import Count, DependsOn, ForEach, Lifecycle, ProviderBlock
from glbr_constructs.synthesis.resource import DataSource


class DataTagFilterReference(Reference):
    """One condition of a list."""

    property_: Attribute[str] = text("property")
    values: Attribute[list[str]] = texts()
    comparison: Attribute[str] = text()


class DataTagReference(Reference):
    """A tag of the workspace: a key and a value. For the tags of a vCenter see `glbr_hypervisor_tags`."""

    id: Attribute[str] = text()
    """Identifier made by HPE."""

    key: Attribute[str] = text()
    """Key, such as `environment`."""

    value: Attribute[str] = text()
    """Value, such as `production`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TagFilter(Nested):
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


class DataTags(DataSource):
    """Every tag that the API client may see, or those that meet all `filters`."""

    terraform_type: ClassVar[str] = "glbr_tags"

    filterable: ClassVar[tuple[str, ...]] = (
        "key",
        "value",
    )

    shape: ClassVar[Mapping[str, kinds.Convert]] = {"filters": kinds.each(TagFilter.of), "limit": kinds.whole}

    filters: Attribute[References[DataTagFilterReference]] = each(DataTagFilterReference)
    limit: Attribute[float] = number()
    items: Attribute[References[DataTagReference]] = each(DataTagReference)
    """What was found, by name."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        filters: Many[TagFilter] | None = None,
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
            filters: Conditions that all must hold. Properties: `key`, `value`.
            limit: Take at most so many: those that HPE lists first.
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
                "limit": limit,
            },
            count=count,
            depends_on=depends_on,
            for_each=for_each,
            lifecycle=lifecycle,
            provider=provider,
        )
