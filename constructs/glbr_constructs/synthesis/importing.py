"""Objects that exist already and get a configuration of their own."""

import jsii

from glbr_constructs.cdk import cdk


@jsii.implements(cdk.IImportableConfig)
class Importable:
    """What the CDK asks of an existing object for which Terraform shall write the configuration."""

    def __init__(self, terraform_type: str, import_id: str, provider: cdk.TerraformProvider | None) -> None:
        """Name the object.

        Args:
            terraform_type: Its type in Terraform.
            import_id: Its identifier, or its name.
            provider: Provider block to use, where there are several.
        """
        self._terraform_type = terraform_type
        self._import_id = import_id
        self._provider = provider

    @property
    def terraform_resource_type(self) -> str:
        """Its type in Terraform."""
        return self._terraform_type

    @property
    def import_id(self) -> str:
        """Its identifier, or its name."""
        return self._import_id

    @property
    def provider(self) -> cdk.TerraformProvider | None:
        """Provider block to use."""
        return self._provider
