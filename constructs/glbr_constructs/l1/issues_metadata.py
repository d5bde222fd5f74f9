# Generated from glbr/resources/issues_metadata.py by `python -m glbr.views.generate_l1`: do not edit.
"""Issues metadata: the same arguments and attributes as in Terraform."""

from collections.abc import Mapping
from typing import ClassVar

from constructs import Construct

from glbr_constructs.synthesis import kinds
from glbr_constructs.synthesis.attributes import Attribute, Reference, References, each, number, text
from glbr_constructs.synthesis.meta import Count, DependsOn, ForEach, Lifecycle, ProviderBlock
from glbr_constructs.synthesis.resource import DataSource


class DataIssuesMetadataIssueWordReference(Reference):
    """One word, and how people read it."""

    key: Attribute[str] = text()
    """The word, as filters of issues take it."""

    value: Attribute[str] = text()
    """The word, as the console shows it."""


class DataIssuesMetadataReference(Reference):
    """The categories, services and severities that issues can have."""

    id: Attribute[str] = text()
    """Identifier made by HPE."""

    name: Attribute[str] = text()
    """Name of the set of words."""

    categories: Attribute[References[DataIssuesMetadataIssueWordReference]] = each(DataIssuesMetadataIssueWordReference)
    """What an issue can concern."""

    services: Attribute[References[DataIssuesMetadataIssueWordReference]] = each(DataIssuesMetadataIssueWordReference)
    """Services that raise issues."""

    severities: Attribute[References[DataIssuesMetadataIssueWordReference]] = each(DataIssuesMetadataIssueWordReference)
    """How bad an issue can be."""

    created_at: Attribute[str] = text()
    """When it was made."""

    resource_uri: Attribute[str] = text()
    """API path of the set of words."""


class DataIssuesMetadata(DataSource):
    """Every issues metadata that the API client may see, or those that meet all `filters`."""

    terraform_type: ClassVar[str] = "glbr_issues_metadata"

    shape: ClassVar[Mapping[str, kinds.Convert]] = {"limit": kinds.whole}

    limit: Attribute[float] = number()
    items: Attribute[References[DataIssuesMetadataReference]] = each(DataIssuesMetadataReference)
    """What was found, by name."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
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
                "limit": limit,
            },
            count=count,
            depends_on=depends_on,
            for_each=for_each,
            lifecycle=lifecycle,
            provider=provider,
        )
