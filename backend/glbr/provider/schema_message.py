"""Schema views → the messages Terraform asks a provider for."""

import json
from typing import Final

from glbr.provider.offer import sources
from glbr.provider.protocol import tfplugin6_pb2 as pb
from glbr.resources import managed
from glbr.views.terraform_schema import (
    VERSION,
    Attribute,
    Attributes,
    provider_schema,
    resource_schema,
)

_NESTINGS: Final = {
    "single": pb.Schema.Object.SINGLE,
    "list": pb.Schema.Object.LIST,
    "set": pb.Schema.Object.SET,
    "map": pb.Schema.Object.MAP,
}


def provider_schema_response() -> pb.GetProviderSchema.Response:
    """Everything the provider offers."""
    response = pb.GetProviderSchema.Response(
        provider=_schema(provider_schema(), "Manage HPE GreenLake for Backup and Recovery."),
        server_capabilities=capabilities(),
    )
    for definition in managed().values():
        text = (definition.__doc__ or "").strip()
        response.resource_schemas[definition.type_name()].CopyFrom(_schema(resource_schema(definition), text))
    for source in sources():
        response.data_source_schemas[source.type_name].CopyFrom(_schema(source.schema, source.description))
    return response


def capabilities() -> pb.ServerCapabilities:
    """What Terraform may do with us: skip asking for the schema again, and ask about destroys too."""
    return pb.ServerCapabilities(plan_destroy=True, get_provider_schema_optional=True)


def _schema(attributes: Attributes, text: str) -> pb.Schema:
    block = pb.Schema.Block(attributes=_attributes(attributes), description=text, description_kind=pb.MARKDOWN)
    return pb.Schema(version=VERSION, block=block)


def _attributes(attributes: Attributes) -> list[pb.Schema.Attribute]:
    return [_attribute(attribute) for attribute in attributes.values()]


def _attribute(attribute: Attribute) -> pb.Schema.Attribute:
    field = attribute.field
    message = pb.Schema.Attribute(
        name=field.name,
        description=field.description,
        description_kind=pb.MARKDOWN,
        required=attribute.required,
        optional=attribute.optional,
        computed=attribute.computed,
        sensitive=field.sensitive,
        write_only=field.write_only,
    )
    if attribute.attributes is None:
        message.type = json.dumps(attribute.terraform_type()).encode()
    else:
        nested = pb.Schema.Object(
            attributes=_attributes(attribute.attributes), nesting=_NESTINGS[field.nesting or "single"]
        )
        message.nested_type.CopyFrom(nested)
    return message
