"""JSON as text that any reader takes: strict, safe to print, one element of a long list per line."""

import json
import re
from collections.abc import Iterable, Mapping
from typing import Final

_ESCAPED: Final = re.compile(
    "[\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]"
)


def as_json(document: Mapping[str, object], *, long: tuple[str, ...] = ()) -> str:
    """Write an object in the order of its keys, each key on its own line, and so each element of the values named `long`.

    Those are objects, or elements that are made one by one: 15,000 of them are never in memory as values at once.
    """
    lines = [f"{_text(key)}: {_elements(value) if key in long else _text(value)}" for key, value in document.items()]
    return _ESCAPED.sub(_escape, "{\n " + ",\n ".join(lines) + "\n}\n")


def _elements(value: object) -> str:
    if isinstance(value, Mapping):
        start, end = "{}"
        inner = [f"{_text(key)}: {_text(item)}" for key, item in value.items()]
    elif isinstance(value, Iterable):
        start, end = "[]"
        inner = [_text(item) for item in value]
    else:
        return _text(value)
    return f"{start}\n  " + ",\n  ".join(inner) + f"\n {end}" if inner else start + end


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _escape(found: re.Match[str]) -> str:
    # Half a character has no meaning to anybody, and some readers refuse the whole document for it.
    return "\ufffd" if "\ud800" <= found[0] <= "\udfff" else f"\\u{ord(found[0]):04x}"
