"""Reading what is there: one object by id or name, many by conditions, or the answer to a question."""

from typing import Final

from glbr.api.client import Client
from glbr.api.errors import Conflict, GlbrError
from glbr.api.filters import Equal, Filter, GreaterThan, In, LessThan, NotEqual, all_of
from glbr.api.request import Request
from glbr.definition.collection import filled
from glbr.definition.computation import Computation
from glbr.definition.resource import Observed
from glbr.definition.tree import Tree
from glbr.definition.types import TEXT
from glbr.provider.lookup_problems import conditions
from glbr.provider.offer import Source
from glbr.provider.reading import Reading, at
from glbr.provider.session import Session
from glbr.views.rest_body import question_body, reply_tree
from glbr.views.terraform_schema import computation_schema, data_source_schema, list_schema, lookup_name

NO_ANSWER: Final = (
    "HPE has no answer to this as it was asked. Change the arguments that its message names, then plan again. Asking "
    "changes nothing at HPE."
)
_COMPARISONS = {"ne": NotEqual, "gt": GreaterThan, "lt": LessThan}


async def read(source: Source, session: Session, config: Tree) -> dict[str, object]:
    """The state of a data source."""
    definition = source.definition
    if issubclass(definition, Computation):
        return await _answer(definition, session.client, config)
    assert issubclass(definition, Observed)
    return await (_many if source.gives == "many" else _one)(definition, session.reading, config)


async def _one(definition: type[Observed], reading: Reading, config: Tree) -> dict[str, object]:
    """The state of a data source for one object.

    Raises:
        GlbrError: there is none, or more than one.
    """
    collection = definition.within(config)
    identifier, name = config.get("id"), config.get(lookup_name(definition))
    if identifier is not None:
        reply = await reading.by_id(collection, str(identifier))
        if reply is None:
            raise GlbrError(
                f"No {definition.words()} has the id {identifier}",
                f"Given: id = {identifier!r}. HPE knows none of that id in this workspace and region.",
            )
    else:
        reply = await reading.named(collection, str(name))
    return reply_tree(data_source_schema(definition), reply) | _above(definition, config)


async def _many(definition: type[Observed], reading: Reading, config: Tree) -> dict[str, object]:
    """The state of a data source for many objects: by name, so that HPE's order never shows as a change, or sorted."""
    schema, sort, limit = list_schema(definition), config.get("sort"), config.get("limit")
    found = []
    wanted = reading.listed(
        definition.within(config), condition=_filter(definition, config), sort=None if sort is None else str(sort)
    )
    async for item in wanted:
        found.append(item)
        if limit is not None and len(found) == limit:
            break
    if sort is None:
        found.sort(key=lambda item: (str(at(item, definition.named_by)), str(item.get("id"))))
    items = [reply_tree(schema["items"].attributes or {}, item) for item in found]
    asked = {name: config.get(name) for name in ("filters", "sort", "limit")}
    return _above(definition, config) | asked | {"items": items}


async def _answer(definition: type[Computation], client: Client, config: Tree) -> dict[str, object]:
    """The state of a data source for a question: what was asked, and HPE's answer.

    Raises:
        GlbrError: HPE refused the question, or could not be reached.
    """
    path = filled(definition.path_for(config), config)
    question = Request("POST", path, f"asking for {definition.words()}", body=question_body(definition, config))
    try:
        reply = await client.send(question)
    except Conflict as refusal:
        # No object stands in the way of a question: by 409 HPE says that it cannot be answered (NOTES section 5).
        raise refusal.advise(NO_ANSWER) from None
    schema = computation_schema(definition)
    told = reply_tree(schema, reply.body or {})
    results = {name: told[name] for name, attribute in schema.items() if not (attribute.required or attribute.optional)}
    return {**config, **results}


def _above(definition: type[Observed], config: Tree) -> dict[str, object]:
    return {name: config.get(name) for name in definition.above()}


def _filter(definition: type[Observed], config: Tree) -> Filter | None:
    return all_of(_condition(definition, condition) for condition in conditions(config))


def _condition(definition: type[Observed], given: Tree) -> Filter:
    values, name = given.get("values"), str(given["property"])
    is_text = any(field.plain is TEXT and "/".join(field.read_from) == name for field in definition.fields().values())
    given_texts = map(str, values) if isinstance(values, list) else ()
    literals = [text if is_text else _literal(text) for text in given_texts]
    if (comparison := _COMPARISONS.get(str(given.get("comparison")))) is not None:
        return comparison(name, _number(literals[0]))
    return Equal(name, literals[0]) if len(literals) == 1 else In(name, literals)


def _literal(text: str) -> str | bool:
    """HPE compares truth values without quotes, however a person writes them; all else in Terraform's list stays text."""
    return {"true": True, "false": False}.get(text.lower(), text)


def _number(value: str | bool) -> str | bool | int:
    """What is greater or less is a number without quotes, or a moment as text."""
    return int(value) if isinstance(value, str) and value.isdecimal() else value
