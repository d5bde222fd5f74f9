"""Terraform's calls about the provider as a whole."""

from glbr.definition.provider_block import ProviderBlock
from glbr.provider.checks import configuration_problems
from glbr.provider.configuration import Configuration
from glbr.provider.diagnostics import from_problems
from glbr.provider.offer import sources
from glbr.provider.protocol import tfplugin6_pb2 as pb
from glbr.provider.schema_message import capabilities, provider_schema_response
from glbr.provider.values import decode
from glbr.resources import managed
from glbr.views.terraform_schema import provider_schema


class ProviderCalls:
    """What the provider offers, how it is configured, when it stops."""

    def __init__(self, configuration: Configuration) -> None:
        self._configuration = configuration

    async def get_metadata(self, request: pb.GetMetadata.Request) -> pb.GetMetadata.Response:
        """Names only, for Terraform's that need no schema yet."""
        del request
        resources = [definition.type_name() for definition in managed().values()]
        return pb.GetMetadata.Response(
            server_capabilities=capabilities(),
            data_sources=[pb.GetMetadata.DataSourceMetadata(type_name=source.type_name) for source in sources()],
            resources=[pb.GetMetadata.ResourceMetadata(type_name=name) for name in resources],
        )

    async def get_provider_schema(self, request: pb.GetProviderSchema.Request) -> pb.GetProviderSchema.Response:
        """Everything the provider offers."""
        del request
        return provider_schema_response()

    async def validate_provider_config(
        self, request: pb.ValidateProviderConfig.Request
    ) -> pb.ValidateProviderConfig.Response:
        """Check what the block says. What it leaves to the environment is checked when the provider is configured."""
        config = decode(provider_schema(), request.config) or {}
        problems = configuration_problems(ProviderBlock, provider_schema(), config)
        return pb.ValidateProviderConfig.Response(diagnostics=from_problems(problems))

    async def configure_provider(self, request: pb.ConfigureProvider.Request) -> pb.ConfigureProvider.Response:
        """Take the block over."""
        await self._configuration.configure(decode(provider_schema(), request.config) or {})
        return pb.ConfigureProvider.Response()

    async def stop_provider(self, request: pb.StopProvider.Request) -> pb.StopProvider.Response:
        """End all waits; calls in flight answer with what they reached."""
        del request
        self._configuration.stopping.set()
        return pb.StopProvider.Response()
