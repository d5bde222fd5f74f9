"""An example of the registry pages, which is HCL, told with the constructs that mirror it."""

import builtins
import keyword
import re
from collections.abc import Iterable, Mapping
from typing import Final

from glbr.construct_pages.hcl_example import Block, Expression, Refer, Value, blocks
from glbr.construct_pages.snippet import Snippet
from glbr.views.l1_construct import member

CLASSES: Final = "glbr_constructs.l1"
_CDK: Final = "glbr_constructs.cdk"
_WIDTH: Final = 100
_VARIABLE: Final = re.compile(r"var\.(\w+)")
_FOR: Final = re.compile(r"\[\s*for (\w+) in ((?:data\.)?glbr_\w+\.\w+)\.(\w+) : (.*?)\s*\]")


def told(name: str, example: str, classes: Mapping[str, tuple[str, str]]) -> Snippet:
    """The Python of an example.

    Args:
        name: What the snippet is about, as a name in Python.
        example: The HCL.
        classes: By `resource glbr_setting` or `data glbr_setting`, the module and name of the class.

    Raises:
        ValueError: the example has something that cannot be told.
    """
    return _Telling([block for block in blocks(example) if block.kind not in ("terraform", "output")], classes).snippet(
        name
    )


class _Telling:
    """One snippet while it is written."""

    def __init__(self, found: list[Block], classes: Mapping[str, tuple[str, str]]) -> None:
        self._blocks = found
        self._classes = classes
        self._imports: dict[str, set[str]] = {}
        self._names = _names(found)

    def snippet(self, name: str) -> Snippet:
        lines = [line for block in self._blocks for line in self._statements(block)]
        imports = {module: tuple(sorted(names)) for module, names in sorted(self._imports.items())}
        return Snippet(name, imports, "\n".join(lines).strip())

    def _statements(self, block: Block) -> Iterable[str]:
        yield from ("", *(f"# {line}" for line in block.comment)) if block.comment else ()
        own = self._names[block.address]
        arguments = [(member(key), self._python(value)) for key, value in block.arguments.items() if key != "for_each"]
        repeated = block.arguments.get("for_each")
        if block.kind == "variable":
            self._imports.setdefault(_CDK, set()).add("cdk")
            # What stands in for a secret in a test is nothing to copy.
            arguments = [(key, value.strip()) for key, value in arguments if key != "default"]
            made = _call("cdk.TerraformVariable", own, arguments)
        else:
            made = _call(self._class(block), own, arguments)
        is_used = repeated is not None or any(_uses(other, block) for other in self._blocks)
        yield f"{own} = {made}" if is_used else made
        if isinstance(repeated, Expression):
            yield f'{own}.add_override("for_each", {self._expression(repeated.text)})'

    def _class(self, block: Block) -> str:
        key = "provider" if block.kind == "provider" else f"{block.kind} {block.type_name}"
        if key not in self._classes:
            raise ValueError(f"an example uses {key}, for which there is no construct")
        module, name = self._classes[key]
        self._imports.setdefault(module, set()).add(name)
        return name

    def _python(self, value: Value, indent: int = 4) -> str:
        inline = self._inline(value)
        if len(inline) + indent <= _WIDTH - 25 or not isinstance(value, list | dict):
            return inline
        pad = " " * (indent + 4)
        if isinstance(value, list):
            items = [f"{pad}{self._python(item, indent + 4)},\n" for item in value]
            return f"[\n{''.join(items)}{' ' * indent}]"
        entries = [f'{pad}"{key}": {self._python(item, indent + 4)},\n' for key, item in value.items()]
        return f"{{\n{''.join(entries)}{' ' * indent}}}"

    def _inline(self, value: Value) -> str:
        if isinstance(value, list):
            return f"[{', '.join(map(self._inline, value))}]"
        if isinstance(value, dict):
            return f"{{{', '.join(f'{_quoted(key)}: {self._inline(item)}' for key, item in value.items())}}}"
        if isinstance(value, Refer):
            path = re.sub(r"\.(\w+)", lambda found: f".{member(found[1])}", value.path)
            return f"{self._names[value.block]}{path}"
        if isinstance(value, Expression):
            return self._expression(value.text)
        return _quoted(value) if isinstance(value, str) else repr(value)

    def _expression(self, text: str) -> str:
        if variable := _VARIABLE.fullmatch(text):
            return f"{self._names[f'.{variable[1]}']}.string_value"
        if text in ("string", "number", "bool"):  # the type of a variable
            return _quoted(text)
        if found := _FOR.fullmatch(text):
            self._imports.setdefault(_CDK, set()).add("cdk")
            item, block, path, each = found.groups()
            each = re.sub(rf"\b{item}\.", "val.", each)
            listed = f"cdk.Token.as_any_map({self._names[block]}.{member(path)})"
            return f"cdk.TerraformIterator.from_map({listed}).for_expression_for_list(\n        {_quoted(each)}\n    )"
        return self._text(f"${{{text}}}")

    def _text(self, text: str) -> str:
        """A text with the addresses in it as the CDK gives them."""
        parts = [text]
        for address, name in self._names.items():
            kind, _, _ = address.rpartition(".")
            mark = f"{kind}."
            for part in parts:
                if f"{address}." in part:
                    before, _, after = part.partition(f"{address}.")
                    at = parts.index(part)
                    parts[at : at + 1] = [f"{before}{mark}", f"{name}.friendly_unique_id", f".{after}"]
                    break
        return " + ".join(_quoted(part) if position % 2 == 0 else part for position, part in enumerate(parts))


def _names(found: list[Block]) -> dict[str, str]:
    """A name in Python for each block, which is also that of the construct: two in one place cannot share one."""
    taken: dict[str, str] = {}
    for block in found:
        name = block.name or "glbr"
        if name in taken.values() or keyword.iskeyword(name) or hasattr(builtins, name):
            name = f"{name}_{block.type_name.removeprefix('glbr_')}"
        taken[block.address] = name
    return taken


def _uses(other: Block, block: Block) -> bool:
    """Whether a block refers to another one."""
    words = {block.address, f"var.{block.name}"} if block.kind == "variable" else {block.address}
    return any(re.search(rf"(?<![\w.]){re.escape(word)}\b", text) for word in words for text in _texts(other.arguments))


def _texts(value: Value) -> list[str]:
    """Every reference and expression in a value."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        return [text for item in value for text in _texts(item)]
    if isinstance(value, Refer):
        return [value.block]
    return [value.text] if isinstance(value, Expression) else []


def _call(name: str, own: str, arguments: list[tuple[str, str]]) -> str:
    parts = [f"{key}={value}" for key, value in arguments]
    line = f"{name}({', '.join(['self', _quoted(own), *parts])})"
    if len(line) <= _WIDTH and "\n" not in line:
        return line
    return f"{name}(\n    self,\n    {_quoted(own)},\n" + "".join(f"    {part},\n" for part in parts) + ")"


def _quoted(text: str) -> str:
    written = repr(text)
    return f'"{written[1:-1]}"' if written.startswith("'") and '"' not in text else written
