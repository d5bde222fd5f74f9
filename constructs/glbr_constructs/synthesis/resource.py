"""How an L1 class becomes Terraform: what every resource, data source and the provider block have in common.

The classes are written in Python alone, over the CDK's generic elements. The CDK calls `_synthesize_attributes` back
while it writes the configuration, so a change made after construction counts.
"""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, Final, TypeAlias, TypedDict, Unpack

import jsii
from constructs import Construct

from glbr import __version__
from glbr_constructs.cdk import cdk
from glbr_constructs.synthesis.arguments import Convert, InvalidArgument, converted, to_terraform

PROVIDER_NAME: Final = "glbr"
PROVIDER_SOURCE: Final = "glbr/glbr"
PROVIDER_VERSION: Final = f"~> {__version__}"
"""The provider that these classes were made with, or a later patch of it."""

INNER: Final = "Default"
"""Name of the resource inside of a construct. The CDK leaves this name out of addresses, so that a policy called `gold`
is `glbr_protection_policy.gold` in every plan, and finds it as `node.default_child`."""

_METADATA: Final = {"provider_name": PROVIDER_NAME, "provider_version": PROVIDER_VERSION}


Provisioner: TypeAlias = (
    "cdk.FileProvisioner | cdk.LocalExecProvisioner | cdk.RemoteExecProvisioner | Mapping[str, object]"
)


class DataSourceMeta(TypedDict, total=False):
    """What Terraform itself takes in every data source."""

    count: "float | cdk.TerraformCount | None"
    depends_on: "Sequence[cdk.ITerraformDependable] | None"
    for_each: "cdk.ITerraformIterator | None"
    lifecycle: "cdk.TerraformResourceLifecycle | Mapping[str, object] | None"
    provider: "cdk.TerraformProvider | None"


class ResourceMeta(DataSourceMeta, total=False):
    """What Terraform itself takes in every resource."""

    connection: "cdk.SSHProvisionerConnection | cdk.WinrmProvisionerConnection | Mapping[str, object] | None"
    provisioners: "Sequence[Provisioner] | None"


class Configured:
    """Something with arguments that ends up in the configuration."""

    shape: ClassVar[Mapping[str, Convert]] = {}
    """How arguments that are more than plain values are converted."""

    _arguments: dict[str, object]

    def set_argument(self, name: str, value: object) -> None:
        """Take another value for an argument, by its name in Terraform; `None` leaves it out.

        Raises:
            AttributeError: there is no such argument.
        """
        if name not in self._arguments:
            raise AttributeError(
                f"{type(self).__name__}.{name} is no argument and cannot be set. Arguments: {', '.join(self._arguments)}."
            )
        self._arguments[name] = converted(type(self).__name__, self.shape, name, value)

    def _take(self, scope: Construct, id_: str, arguments: Mapping[str, object]) -> None:
        """Keep the arguments. The CDK needs them before its own constructor runs."""
        kind = type(self).__name__
        try:
            self._arguments = {name: converted(kind, self.shape, name, value) for name, value in arguments.items()}
        except InvalidArgument as error:
            raise InvalidArgument(f"making {scope.node.path}/{id_}: {error}") from None

    def _synthesize_attributes(self) -> Mapping[str, Any]:
        return {name: to_terraform(value) for name, value in self._arguments.items() if value is not None}

    def _synthesize_hcl_attributes(self) -> Mapping[str, Any]:
        # "any" makes the CDK write each value by what it is; only `cdktf synth --hcl` asks.
        return {
            name: {"value": value, "isBlock": False, "type": "any", "storageClassType": "any"}
            for name, value in self._synthesize_attributes().items()
        }


@jsii.implements(cdk.IImportableConfig)
class _Importable:
    def __init__(self, terraform_type: str, import_id: str, provider: "cdk.TerraformProvider | None") -> None:
        self._terraform_type = terraform_type
        self._import_id = import_id
        self._provider = provider

    @property
    def terraform_resource_type(self) -> str:
        return self._terraform_type

    @property
    def import_id(self) -> str:
        return self._import_id

    @property
    def provider(self) -> "cdk.TerraformProvider | None":
        return self._provider


class Resource(Configured, cdk.TerraformResource):
    """A managed resource."""

    terraform_type: ClassVar[str]
    """Its type in Terraform, such as `glbr_protection_policy`."""

    def __init__(
        self, scope: Construct, id_: str, arguments: Mapping[str, object], **meta: Unpack[ResourceMeta]
    ) -> None:
        self._take(scope, id_, arguments)
        super().__init__(
            scope,
            id_,
            terraform_resource_type=self.terraform_type,
            terraform_generator_metadata=_METADATA,
            **meta,  # type: ignore[arg-type]  # the CDK's own signature says dict where any mapping will do
        )

    @classmethod
    def generate_config_for_import(
        cls, scope: Construct, id_: str, import_id: str, provider: "cdk.TerraformProvider | None" = None
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
            _Importable(cls.terraform_type, import_id, provider),  # type: ignore[arg-type]  # the CDK reads it and sets nothing
        )


class DataSource(Configured, cdk.TerraformDataSource):
    """Something that exists already and is looked up while Terraform plans."""

    terraform_type: ClassVar[str]
    """Its type in Terraform, such as `glbr_virtual_machines`."""

    def __init__(
        self, scope: Construct, id_: str, arguments: Mapping[str, object], **meta: Unpack[DataSourceMeta]
    ) -> None:
        self._take(scope, id_, arguments)
        super().__init__(
            scope,
            id_,
            terraform_resource_type=self.terraform_type,
            terraform_generator_metadata=_METADATA,
            **meta,  # type: ignore[arg-type]  # the CDK's own signature says dict where any mapping will do
        )


class Provider(Configured, cdk.TerraformProvider):
    """The provider block."""

    def __init__(self, scope: Construct, id_: str, arguments: Mapping[str, object], *, alias: str | None) -> None:
        self._alias = alias
        self._take(scope, id_, arguments)
        super().__init__(
            scope,
            id_,
            terraform_resource_type=PROVIDER_NAME,
            terraform_generator_metadata=_METADATA,
            terraform_provider_source=PROVIDER_SOURCE,
        )

    @property
    def alias(self) -> str | None:
        """Name that tells this block from others of the same provider."""
        return self._alias

    @alias.setter
    def alias(self, value: str | None) -> None:
        self._alias = value
