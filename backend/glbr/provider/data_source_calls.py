"""Terraform's calls about data sources."""

from glbr.protection.problem import Problem
from glbr.provider.checks import configuration_problems
from glbr.provider.configuration import Configuration
from glbr.provider.diagnostics import from_problems
from glbr.provider.lookup_problems import search_problems
from glbr.provider.offer import source_of
from glbr.provider.protocol import tfplugin6_pb2 as pb
from glbr.provider.values import decode, encode


class DataSourceCalls:
    """Checking and reading."""

    def __init__(self, configuration: Configuration) -> None:
        self._configuration = configuration

    async def validate_data_resource_config(
        self, request: pb.ValidateDataResourceConfig.Request
    ) -> pb.ValidateDataResourceConfig.Response:
        """Check how objects are looked for."""
        source = source_of(request.type_name)
        config = decode(source.schema, request.config) or {}
        problems: list[Problem] = list(configuration_problems(source.checks, source.schema, config))
        problems += search_problems(source, config)
        return pb.ValidateDataResourceConfig.Response(diagnostics=from_problems(problems))

    async def read_data_source(self, request: pb.ReadDataSource.Request) -> pb.ReadDataSource.Response:
        """Look for one object or for many."""
        from glbr.provider.data_sources import read  # httpx is loaded by now

        source = source_of(request.type_name)
        config = decode(source.schema, request.config) or {}
        state = await read(source, self._configuration.session, config)
        return pb.ReadDataSource.Response(state=encode(source.schema, state))
