"""What the generated classes stand on: resources, data sources and the provider block.

The classes are written in Python alone, over the CDK's generic elements. The attributes are read while the configuration
is written, so a change made after construction counts.
"""

from collections.abc import Mapping
from typing import ClassVar, Final

from constructs import Construct

from glbr_constructs.cdk import cdk
from glbr_constructs.synthesis.data_source import DataSource
from glbr_constructs.synthesis.element import PROVIDER_NAME, PROVIDER_SOURCE, PROVIDER_VERSION, Element
from glbr_constructs.synthesis.importing import Importable
from glbr_constructs.synthesis.meta import Connection, Count, DependsOn, ForEach, Lifecycle, ProviderBlock, Provisioners
from glbr_constructs.synthesis.provider import Provider

INNER: Final = "Default"
"""Name of the resource inside of a construct. The CDK leaves this name out of addresses, so that a policy called `gold`
is `glbr_protection_policy.gold` in every plan, and finds it as `node.default_child`."""


class Resource(Element, cdk.TerraformResource):
    """A managed resource."""

    _section: ClassVar = "resource"

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
        connection: Connection | None = None,
        provisioners: Provisioners | None = None,
    ) -> None:
        # The CDK's own constructor would only check and make the same element.
        meta = {
            "count": count,
            "depends_on": depends_on,
            "for_each": for_each,
            "lifecycle": lifecycle,
            "provider": provider,
            "connection": connection,
            "provisioners": provisioners,
        }
        self._make(scope, id_, arguments, meta)

    def move_to(self, move_target: str, index: str | float | None = None) -> None:
        """Say that this resource is another one now, so that Terraform moves it in place of making it anew.

        Args:
            move_target: What `add_move_target` called the other one.
            index: Key of the other one among several that were made by `for_each`, or its number by `count`.
        """
        super().move_to(move_target, index)
        self._moved = True

    def move_to_id(self, id: str) -> None:  # noqa: A002 - the CDK's name
        """Say that this resource is another one now, by its address.

        Args:
            id: The address, such as `glbr_protection_policy.gold`.
        """
        super().move_to_id(id)
        self._moved = True

    @classmethod
    def generate_config_for_import(
        cls, scope: Construct, id_: str, import_id: str, provider: ProviderBlock | None = None
    ) -> cdk.ImportableResource:
        """Ask Terraform to write the configuration of an existing object: `terraform plan -generate-config-out`.

        Args:
            scope: Where the construct belongs.
            id_: Name that the resource gets in the configuration.
            import_id: Identifier of the existing object, or its name.
            provider: Provider block to use, where there are several.
        """
        return cdk.ImportableResource(
            scope,
            id_,
            Importable(cls.terraform_type, import_id, provider),  # type: ignore[arg-type]  # the CDK reads it and sets nothing
        )


__all__ = ["INNER", "PROVIDER_NAME", "PROVIDER_SOURCE", "PROVIDER_VERSION", "DataSource", "Provider", "Resource"]
