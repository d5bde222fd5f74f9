"""The provider block."""

from collections.abc import Mapping

from constructs import Construct

from glbr_constructs.cdk import cdk
from glbr_constructs.synthesis.configured import Configured
from glbr_constructs.synthesis.element import METADATA, PROVIDER_NAME, PROVIDER_SOURCE


class Provider(Configured, cdk.TerraformProvider):
    """The provider block."""

    def __init__(
        self, scope: Construct, id_: str, arguments: Mapping[str, object], *, alias: str | None = None
    ) -> None:
        self._take(scope, id_, arguments)
        self._alias = alias
        super().__init__(
            scope,
            id_,
            terraform_resource_type=PROVIDER_NAME,
            terraform_generator_metadata=METADATA,
            terraform_provider_source=PROVIDER_SOURCE,
        )

    @property
    def alias(self) -> str | None:
        """Name that tells this block from others of the same provider."""
        return self._alias

    @alias.setter
    def alias(self, value: str | None) -> None:
        self._alias = value
