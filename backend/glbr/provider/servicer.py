"""Terraform's calls by name: each RPC of the protocol that one of the `…_calls` modules answers.

There is no list to edit: a method named like an RPC, in snake_case, serves it; one that nobody names is not implemented.
"""

import functools
import os
import re
from collections.abc import Awaitable, Callable, Mapping

from google.protobuf.descriptor import MethodDescriptor
from google.protobuf.message import Message

from glbr.provider.configuration import Configuration
from glbr.provider.data_source_calls import DataSourceCalls
from glbr.provider.diagnostics import from_exception, warning
from glbr.provider.protocol import tfplugin6_pb2 as pb
from glbr.provider.provider_calls import ProviderCalls
from glbr.provider.resource_calls import ResourceCalls

Unary = Callable[[bytes], Awaitable[bytes]]
Answer = Callable[[Message], Awaitable[Message]]


class Servicer:
    """Answers Terraform, for the life of the process."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._configuration = Configuration(environment)
        answering = [calls(self._configuration) for calls in (ProviderCalls, ResourceCalls, DataSourceCalls)]
        self.methods: Mapping[str, Unary] = {
            f"/{rpc.containing_service.full_name}/{rpc.name}": self._served(rpc, answer)
            for rpc in pb.DESCRIPTOR.services_by_name["Provider"].methods
            for calls in answering
            if (answer := getattr(calls, _snake(rpc.name), None)) is not None
        }

    async def shutdown(self) -> None:
        """Close what is open."""
        await self._configuration.close()

    def _served(self, rpc: MethodDescriptor, answer: Answer) -> Unary:
        request_class, response_class = _message(rpc.input_type.full_name), _message(rpc.output_type.full_name)
        tells = "diagnostics" in rpc.output_type.fields_by_name

        async def serve(data: bytes) -> bytes:
            try:
                response = await answer(request_class.FromString(data))
            except Exception as failure:  # noqa: BLE001 - Terraform shows diagnostics; a bare gRPC error tells a person nothing
                doing = _snake(rpc.name).replace("_", " ")
                response = response_class(diagnostics=from_exception(failure, f"answering Terraform's call to {doing}"))
            if tells:
                notices = [warning(*notice) for notice in self._configuration.notices()]
                response.diagnostics.extend(notices)  # type: ignore[attr-defined]  # every such response has them
            return response.SerializeToString()

        return serve


def load_methods() -> Servicer:
    """Make the servicer; called after the handshake, since it loads protobuf and the definitions' language."""
    return Servicer(os.environ)


def _message(full_name: str) -> type[Message]:
    """The class of a message, such as `tfplugin6.ReadResource.Request`; protobuf's own look-up takes 30 ms to load."""
    _, *names = full_name.split(".")
    found: type[Message] = functools.reduce(getattr, names, pb)  # type: ignore[assignment]  # a name inside the module
    return found


def _snake(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()
