# Generated from glbr/resources/tag.py by `python -m glbr.views.generate_l1`: do not edit.
"""Tag: the same arguments and attributes as in Terraform."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Unpack

from constructs import Construct

from glbr_constructs.synthesis.arguments import Many, Nested
from glbr_constructs.synthesis.attributes import Reference, each, number, text, texts
from glbr_constructs.synthesis.resource import DataSource, DataSourceMeta


class DataTagFilterReference(Reference):
    """One condition of a list."""

    property_ = text("property")
    values = texts()
    comparison = text()


class DataTagReference(Reference):
    """A tag of the workspace: a key and a value. For the tags of a vCenter see `glbr_hypervisor_tags`."""

    id = text()
    """Identifier made by HPE."""

    key = text()
    """Key, such as `environment`."""

    value = text()
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

    property_: str
    values: Sequence[str]
    comparison: str | None = None


class DataTags(DataSource):
    """Every tag that the API client may see, or those that meet all `filters`."""

    terraform_type: ClassVar = "glbr_tags"

    shape: ClassVar = {"filters": TagFilter.of}

    filters = each(DataTagFilterReference)
    limit = number()
    items = each(DataTagReference)
    """What was found, by name."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        filters: Many[TagFilter] | None = None,
        limit: float | None = None,
        **meta: Unpack[DataSourceMeta],
    ) -> None:
        """Describe it.

        Args:
            scope: Where the construct belongs.
            id_: Name of the construct in that place.
            filters: Conditions that all must hold. Properties: `key`, `value`.
            limit: Take at most so many: those that HPE lists first.
            **meta: What Terraform itself takes: `count`, `for_each`, `depends_on`, `lifecycle`, `provider`.
        """
        super().__init__(
            scope,
            id_,
            {
                "filters": filters,
                "limit": limit,
            },
            **meta,
        )
