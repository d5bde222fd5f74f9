"""Reads the files a gate is made of and tells every mistake in them with its place, its value and what is allowed."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from difflib import get_close_matches
from itertools import islice
from pathlib import Path
from typing import Any, Final, TypeVar, get_type_hints

from glbr.review.problem import ReviewProblem

T = TypeVar("T")

_MOST_BYTES: Final = 1_000_000
_MOST_VALUES: Final = 50_000
_DEEPEST: Final = 40


def read_document(path: Path, what: str) -> Mapping[str, Any]:
    """Read a YAML file that holds one mapping; an empty file is an empty one.

    Args:
        path: The file.
        what: What it is, for messages: `the gate's settings`.

    Raises:
        ReviewProblem: It cannot be read, is too large, no YAML, or no mapping.
    """
    doing = f"Reading {what} in {path}"
    try:
        content = path.read_bytes()
    except OSError as problem:
        raise ReviewProblem(
            f"{doing}: {problem.strerror or problem}", "Check the path and whether it may be read."
        ) from None
    if len(content) > _MOST_BYTES:
        raise ReviewProblem(
            f"{doing}: the file is too large", f"It has {len(content):,} bytes; {_MOST_BYTES:,} is the most."
        )
    tree = _parsed(content, doing)
    if tree is None:
        return {}
    if not isinstance(tree, dict):
        raise ReviewProblem(
            f"{doing}: a mapping is expected at the top", f"It is a {type(tree).__name__}. Write `name: value` lines."
        )
    return tree


def _parsed(content: bytes, doing: str) -> object:
    import yaml

    from glbr.review.gate.yaml_loader import PlainLoader

    try:
        # By its events first: building a tree from thousands of brackets would overrun the stack of the library in C.
        depth = 0
        for event in yaml.parse(content, Loader=PlainLoader):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > _DEEPEST:
                raise RecursionError
        tree = yaml.load(content, Loader=PlainLoader)  # noqa: S506 (made of the safe loader)
        if sum(1 for _ in islice(_values(tree), _MOST_VALUES + 1)) > _MOST_VALUES:
            raise ReviewProblem(f"{doing}: too much in it", f"It holds more than {_MOST_VALUES:,} values.")
    except yaml.MarkedYAMLError as problem:
        mark = problem.problem_mark
        where = f" (line {mark.line + 1}, column {mark.column + 1})" if mark else ""
        raise ReviewProblem(f"{doing}: it is not valid YAML{where}", f"{problem.problem or problem.context}.") from None
    except (yaml.YAMLError, UnicodeDecodeError, ValueError) as problem:
        raise ReviewProblem(f"{doing}: it is not valid YAML", f"{str(problem).splitlines()[0]}.") from None
    except RecursionError:
        raise ReviewProblem(f"{doing}: it is nested too deeply", f"{_DEEPEST} levels are the most.") from None
    return tree


def _values(tree: object, depth: int = 0) -> Iterator[None]:
    """Count what a reader would meet, with aliases written out; a handful of lines can stand for billions of values."""
    if depth > _DEEPEST:
        raise RecursionError
    for item in tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ():
        yield
        yield from _values(item, depth + 1)


def checked(tree: object, kind: type[T], doing: str) -> T:
    """Make a settings record out of a plain tree, strictly: no unknown name, no value of another type.

    Args:
        tree: Mappings, lists and plain values.
        kind: A dataclass whose annotations say what is allowed.
        doing: Words that a message starts with: `Reading the gate's settings in glbr-review.yaml`.

    Raises:
        ReviewProblem: Something in it is wrong; every mistake is told.
    """
    # Late: pydantic costs more than a tenth of a second, and a gate without files of its own needs none of it.
    from pydantic import TypeAdapter, ValidationError

    try:
        return TypeAdapter(kind).validate_json(json.dumps(tree), strict=True)
    except ValidationError as refused:
        # Of a value that may be of several types, each type complains: the first complaint tells the place.
        told: dict[str, tuple[str, str, str]] = {}
        for error in refused.errors(include_url=False):
            mistake = _mistake(error, kind)
            told.setdefault(mistake[0], mistake)
    mistakes(doing, told.values())
    raise AssertionError("a refusal without a mistake")


def mistakes(doing: str, told: Iterable[tuple[str, str, str]]) -> None:
    """Raise all mistakes in a file as one problem, if there are any.

    Args:
        doing: What was being read.
        told: For each mistake its place, what is wrong, and the value given with what is allowed.

    Raises:
        ReviewProblem: There is one.
    """
    found = list(told)
    if not found:
        return
    (place, wrong, detail), *others = found
    more = f" (and {len(others)} more)" if others else ""
    summary = f"{doing}: {place}: {wrong}{more}" if place else f"{doing}: {wrong}{more}"
    raise ReviewProblem(summary, "\n".join([detail, *(f"{at}: {what}. {rest}" for at, what, rest in others)]))


_TYPE_NAMES: Final = re.compile(r"^(?:bool|int|float|str|tuple\[.*\]|dict\[.*\]|function-.*)$")


def _mistake(error: Mapping[str, Any], kind: type) -> tuple[str, str, str]:
    *above, last = error["loc"] or ("",)
    steps = [step for step in (*above, last) if not (isinstance(step, str) and _TYPE_NAMES.match(step))]
    place = dotted(steps)
    given = f"Given: {shown(error['input'])}."
    match error["type"]:
        case "missing" | "missing_argument":
            return place, "it is missing", "Write it."
        case "unexpected_keyword_argument" | "extra_forbidden":
            names = _names_at(kind, above)
            return place, "there is no such name", f"{suggestion(str(last), names)}Allowed: {', '.join(sorted(names))}."
        case "literal_error":
            allowed = str(error["ctx"]["expected"]).replace("'", "`")
            return place, "the value is not allowed", f"{given} Allowed: {allowed}."
        case "dataclass_type" | "dict_type":
            return place, "a mapping is expected", f"{given} Write `name: value` lines below it."
        case "tuple_type" | "list_type":
            return place, "a list is expected", f"{given} Write one `- …` line for each entry."
        case _:
            return place, str(error["msg"]).replace("Input should be", "it should be"), given


def _names_at(kind: type, steps: list[str | int]) -> list[str]:
    """Names that a record takes; of the records in a list, when a step leads into one."""
    record = kind
    for step in (step for step in steps if isinstance(step, str)):
        inner = getattr(get_type_hints(record).get(step), "__args__", ())
        record = next((one for one in inner if is_dataclass(one) or hasattr(one, "model_fields")), record)
    if is_dataclass(record):
        return [field.name for field in fields(record)]
    models: Mapping[str, Any] = getattr(record, "model_fields", {})
    return [field.alias or name for name, field in models.items()]


def dotted(steps: Iterable[str | int]) -> str:
    """A place in a document: `waivers[0].until`."""
    text = ""
    for step in steps:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text


def shown(value: object) -> str:
    """A value of a file in a message: short, on one line."""
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= 80 else f"{text[:77]}..."


def suggestion(given: str, allowed: Iterable[str]) -> str:
    """The nearest name, as the start of a sentence; nothing when none is near."""
    near = get_close_matches(given, list(allowed), n=1)
    return f"Did you mean {near[0]}? " if near else ""
