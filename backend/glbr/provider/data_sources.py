"""Reading what is there: one object by id or name, or many by conditions."""

from glbr.api.errors import GlbrError
from glbr.api.filters import Equal, Filter, In, all_of
from glbr.definition.resource import Observed
from glbr.definition.tree import Tree
from glbr.provider.lookup_problems import conditions
from glbr.provider.reading import Reading, at
from glbr.views.rest_body import reply_tree
from glbr.views.terraform_schema import data_source_schema, list_schema, lookup_name


async def one(definition: type[Observed], reading: Reading, config: Tree) -> dict[str, object]:
    """The state of a data source for one object.

    Raises:
        GlbrError: there is none, or more than one.
    """
    identifier, name = config.get("id"), config.get(lookup_name(definition))
    if identifier is not None:
        reply = await reading.by_id(definition, str(identifier))
        if reply is None:
            raise GlbrError(
                f"No {definition.words()} has the id {identifier}",
                f"Given: id = {identifier!r}. HPE knows none of that id in this workspace and region.",
            )
    else:
        reply = await reading.named(definition, str(name))
    return reply_tree(data_source_schema(definition), reply)


async def many(definition: type[Observed], reading: Reading, config: Tree) -> dict[str, object]:
    """The state of a data source for many objects, by name, so that HPE's order never shows as a change."""
    schema = list_schema(definition)
    found = [item async for item in reading.listed(definition, condition=_filter(config))]
    found.sort(key=lambda item: (str(at(item, definition.named_by)), str(item.get("id"))))
    items = [reply_tree(schema["items"].attributes or {}, item) for item in found]
    return {"filters": config.get("filters"), "items": items}


def _filter(config: Tree) -> Filter | None:
    return all_of(map(_condition, conditions(config)))


def _condition(given: Tree) -> Filter:
    values = given.get("values")
    texts = [_literal(str(value)) for value in values] if isinstance(values, list) else []
    return Equal(str(given["property"]), texts[0]) if len(texts) == 1 else In(str(given["property"]), texts)


def _literal(text: str) -> str | bool:
    """HPE compares truth values without quotes; everything else in Terraform's list of text stays text."""
    return {"true": True, "false": False}.get(text, text)
