"""Something that exists already and is looked up while Terraform plans."""

from collections.abc import Mapping
from typing import ClassVar

from constructs import Construct

from glbr_constructs.cdk import cdk
from glbr_constructs.synthesis.element import Element
from glbr_constructs.synthesis.meta import Count, DependsOn, ForEach, Lifecycle, ProviderBlock


class DataSource(Element, cdk.TerraformDataSource):
    """Something that exists already and is looked up while Terraform plans."""

    _section: ClassVar = "data"

    def __init__(
        self,
        scope: Construct,
        id_: str,
        arguments: Mapping[str, object],
        *,
        count: Count | None = None,
        depends_on: DependsOn | None = None,
        for_each: ForEach | None = None,
        lifecycle: Lifecycle | None = None,
        provider: ProviderBlock | None = None,
    ) -> None:
        # The CDK's own constructor would only check and make the same element.
        meta = {
            "count": count,
            "depends_on": depends_on,
            "for_each": for_each,
            "lifecycle": lifecycle,
            "provider": provider,
        }
        self._make(scope, id_, arguments, meta)
