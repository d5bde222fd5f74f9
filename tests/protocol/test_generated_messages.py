"""The committed messages are what the .proto gives, and the .proto has the names and numbers of the protocol."""

from pathlib import Path

from google.protobuf.descriptor import FieldDescriptor

from glbr.provider.protocol import generate, tfplugin6_pb2

FACTS = Path(__file__).with_name("tfplugin6-facts.txt")
PREFIX = "tfplugin6."
SCALARS = {
    FieldDescriptor.TYPE_STRING: "string",
    FieldDescriptor.TYPE_BYTES: "bytes",
    FieldDescriptor.TYPE_BOOL: "bool",
    FieldDescriptor.TYPE_INT64: "int64",
}


def type_of(field):
    if field.enum_type:
        return field.enum_type.full_name.removeprefix(PREFIX)
    if not field.message_type:
        return SCALARS[field.type]
    if field.message_type.GetOptions().map_entry:
        key, value = field.message_type.fields
        return f"map<{type_of(key)},{type_of(value)}>"
    return field.message_type.full_name.removeprefix(PREFIX)


def marks_of(field):
    is_map = field.message_type and field.message_type.GetOptions().map_entry
    oneof = field.containing_oneof
    # proto3 writes "optional" down as a oneof of one field, named with an underscore in front.
    optional = bool(oneof) and oneof.name == f"_{field.name}"
    yield from ["repeated"] if field.is_repeated and not is_map else []
    yield from ["optional"] if optional else []
    yield from [f"oneof:{oneof.name}"] if oneof and not optional else []


def facts_of_enum(enum):
    values = " ".join(f"{value.name}={value.number}" for value in enum.values)
    yield f"enum {enum.full_name.removeprefix(PREFIX)} {values}"


def facts_of_message(message):
    name = message.full_name.removeprefix(PREFIX)
    if not message.fields:
        yield f"message {name}"
    for field in message.fields:
        yield " ".join(["field", name, str(field.number), field.name, type_of(field), *marks_of(field)])
    for enum in message.enum_types:
        yield from facts_of_enum(enum)
    for nested in message.nested_types:
        if not nested.GetOptions().map_entry:
            yield from facts_of_message(nested)


def facts_of_method(method):
    types = [method.input_type.full_name.removeprefix(PREFIX), method.output_type.full_name.removeprefix(PREFIX)]
    yield " ".join(
        ["rpc", method.name, *types]
        + (["client_streaming"] if method.client_streaming else [])
        + (["server_streaming"] if method.server_streaming else [])
    )


def test_the_committed_modules_are_what_the_proto_gives():
    committed = {name: (generate.HERE / name).read_bytes() for name in ("tfplugin6_pb2.py", "tfplugin6_pb2.pyi")}

    assert generate.generated() == committed


def test_the_check_passes_on_what_was_just_generated(tmp_path):
    generate.main([], tmp_path)

    assert generate.main(["--check"], tmp_path) == 0


def test_the_check_names_a_module_that_was_edited_and_leaves_it_alone(tmp_path, capsys):
    generate.main([], tmp_path)
    edited = tmp_path / "tfplugin6_pb2.pyi"
    edited.write_text("# edited by hand\n")

    assert generate.main(["--check"], tmp_path) == 1
    assert "tfplugin6_pb2.pyi differs" in capsys.readouterr().err
    assert edited.read_text() == "# edited by hand\n"


def test_every_message_field_enumeration_and_method_has_its_number_and_type():
    described = tfplugin6_pb2.DESCRIPTOR
    facts = [fact for message in described.message_types_by_name.values() for fact in facts_of_message(message)]
    facts += [fact for enum in described.enum_types_by_name.values() for fact in facts_of_enum(enum)]
    facts += [fact for method in described.services_by_name["Provider"].methods for fact in facts_of_method(method)]

    assert sorted(facts) == FACTS.read_text().splitlines()
