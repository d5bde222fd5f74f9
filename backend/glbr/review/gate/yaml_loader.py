"""YAML without its surprises, for files that may come out of a pull request."""

import re
from typing import TYPE_CHECKING, Any, Final

import yaml

if TYPE_CHECKING:
    from yaml import SafeLoader as Quickest
else:
    Quickest = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_TAG: Final = "tag:yaml.org,2002:"


class PlainLoader(Quickest):
    """`off` is a word, `01:30` and a date are the text that was written, and a key stands once."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012 (PyYAML's, filled below)

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = True) -> dict[Any, Any]:  # noqa: ARG002, FBT001, FBT002, RUF100
        """Build a mapping whose keys are text; one that stands twice is refused, for the second would win in silence."""
        found: dict[Any, Any] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise yaml.constructor.ConstructorError(None, None, "a key has to be a text", key.start_mark)
            if key.value in found:
                raise yaml.constructor.ConstructorError(
                    None, None, f"the key {key.value!r} stands twice", key.start_mark
                )
            found[key.value] = self.construct_object(value, deep=True)
        return found


for _name, _pattern, _first in (
    ("bool", r"true|false", "tf"),
    ("int", r"[-+]?(?:0|[1-9][0-9]{0,17})", "-+0123456789"),
    ("float", r"[-+]?(?:0|[1-9][0-9]{0,17})\.[0-9]{1,17}", "-+0123456789"),
    ("null", r"~|null|", "~n"),
):
    PlainLoader.add_implicit_resolver(
        _TAG + _name, re.compile(f"(?:{_pattern})$"), [*_first, *([""] * (_name == "null"))]
    )
