"""The examples of the registry pages, read as far as they go: blocks, values, references. The rest stays an expression."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias

_TOKEN: Final = re.compile(r'\s*(?:(#[^\n]*)\n?|("(?:[^"\\]|\\.)*")|(-?\d+(?:\.\d+)?)\b|([A-Za-z_][\w-]*)|(\S))')
_REFERENCE: Final = re.compile(r"(data\.)?(glbr_\w+)\.(\w+)((?:\.[A-Za-z_]\w*|\[\d+\])+)")
_TEXT: Final = re.compile(r'"(?:[^"\\]|\\.)*"')
_OPEN, _CLOSE = "([{", ")]}"
_KINDS: Final = ("terraform", "provider", "variable", "data", "resource", "output")


@dataclass(frozen=True, slots=True)
class Refer:
    """An attribute of another block.

    Attributes:
        block: The block, as `glbr_protection_store.local` or `data.glbr_storeonce.main`.
        path: What is read from it, as `.protections[0].id`.
    """

    block: str
    path: str


@dataclass(frozen=True, slots=True)
class Expression:
    """What only Terraform can work out, as it is written."""

    text: str


Value: TypeAlias = "str | int | float | bool | list[Value] | dict[str, Value] | Refer | Expression | None"


@dataclass(frozen=True, slots=True)
class Block:
    """A block at the top of an example.

    Attributes:
        kind: `resource`, `data`, `variable`, `output`, `provider` or `terraform`.
        type_name: Type in Terraform, such as `glbr_protection_store`; nothing but for the first two kinds.
        name: Its name.
        comment: What is said above it.
        arguments: What it is given.
    """

    kind: str
    type_name: str
    name: str
    comment: tuple[str, ...]
    arguments: dict[str, Value]

    @property
    def address(self) -> str:
        """How others refer to it."""
        return f"{'data.' if self.kind == 'data' else ''}{self.type_name}.{self.name}"


def blocks(text: str) -> Iterator[Block]:
    """Every block of an example, in order.

    Raises:
        ValueError: something stands there that examples do not use.
    """
    reader = _Reader(text)
    while (comment := reader.comments()) or reader.peek():
        if not reader.peek():
            return
        kind = reader.take()
        labels = []
        while reader.peek().startswith('"'):
            labels.append(reader.take()[1:-1])
        if kind not in _KINDS:
            raise ValueError(f"an example has a block {kind!r}, which cannot be told in Python yet")
        type_name, name = ["", "", *labels][-2:]
        yield Block(kind, type_name, name, tuple(comment), reader.object_())


class _Reader:
    """Goes over a text, word by word."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0

    def peek(self) -> str:
        """The next word that is no comment; nothing at the end."""
        return self._next()[0]

    def take(self) -> str:
        """The next word that is no comment, passed over."""
        word, self._at = self._next()
        return word

    def comments(self) -> list[str]:
        """Comments from here on, passed over."""
        found = []
        while (match := _TOKEN.match(self._text, self._at)) and match[1]:
            found.append(match[1].lstrip("# "))
            self._at = match.end()
        return found

    def object_(self) -> dict[str, Value]:
        """An object or the body of a block."""
        self._expect("{")
        found: dict[str, Value] = {}
        while self.peek() != "}":
            name = self.take().strip('"')
            if self.peek() == "{":  # a block within the block
                found[name] = self.object_()
                continue
            self._expect("=")
            found[name] = self._value()
            if self.peek() == ",":
                self.take()
        self.take()
        return found

    def _value(self) -> Value:
        word = self.peek()
        if word == "{" and not self._is_for():
            return self.object_()
        if word == "[" and not self._is_for():
            return self._list()
        whole = self._until_end()
        if _TEXT.fullmatch(whole) and "${" not in whole:
            text: str = json.loads(whole)
            return text
        if whole in ("true", "false", "null"):
            return {"true": True, "false": False, "null": None}[whole]
        if re.fullmatch(r"-?\d+", whole):
            return int(whole)
        if re.fullmatch(r"-?\d+\.\d+", whole):
            return float(whole)
        if reference := _REFERENCE.fullmatch(whole):
            return Refer(f"{reference[1] or ''}{reference[2]}.{reference[3]}", reference[4])
        return Expression(whole)

    def _list(self) -> list[Value]:
        self._expect("[")
        found: list[Value] = []
        while self.peek() != "]":
            found.append(self._value())
            if self.peek() == ",":
                self.take()
        self.take()
        return found

    def _is_for(self) -> bool:
        return re.match(r"\s*[\[{]\s*for\b", self._text[self._at :]) is not None

    def _until_end(self) -> str:
        """An expression, up to the comma, bracket or line end that ends it; in one line."""
        depth, start = 0, self._at
        while self._at < len(self._text):
            word, behind = self._next()
            gap = self._text[self._at : behind - len(word)]
            if depth == 0 and (word in {",", *_CLOSE} or ("\n" in gap and self._at > start)):
                break
            depth += (word in _OPEN) - (word in _CLOSE)
            self._at = behind
        lines = self._text[start : self._at].splitlines()
        return " ".join(" ".join(line.partition(" #")[0].split()) for line in lines).strip()

    def _next(self) -> tuple[str, int]:
        at = self._at
        while match := _TOKEN.match(self._text, at):
            if not match[1]:
                return next(group for group in match.groups() if group is not None), match.end()
            at = match.end()
        return "", len(self._text)

    def _expect(self, wanted: str) -> None:
        if (word := self.take()) != wanted:
            raise ValueError(f"an example has {word!r} where {wanted!r} was expected")
