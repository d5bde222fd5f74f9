"""Snippets of the pages: each runs inside of a stack that is called `self`, all of them in one program."""

import ast
import importlib.util
import json
import os
import tempfile
import textwrap
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from glbr_constructs import App

Json = dict[str, object]

_IN: Final = "    "
_WIDTH: Final = 100

PROVIDER: Final = "GlbrProvider"
"""Without it nothing can be synthesized; a snippet that is about it makes its own."""


APP: Final = "app"


@dataclass(frozen=True, slots=True)
class Snippet:
    """A few lines of Python.

    Attributes:
        name: What it is about, as a name in Python; no other has the same.
        imports: From a module, the names that the lines use.
        body: The lines.
    """

    name: str
    imports: Mapping[str, tuple[str, ...]]
    body: str

    @property
    def wants_app(self) -> bool:
        """Whether it speaks of the whole application, which is then called `app`."""
        return any(isinstance(node, ast.Name) and node.id == APP for node in ast.walk(ast.parse(self.body)))

    def text(self) -> str:
        """The snippet as a page shows it."""
        lines = [imported(module, names) for module, names in sorted(self.imports.items())]
        return "\n".join([*lines, "", self.body]) if lines else self.body


@dataclass(frozen=True, slots=True)
class Outcome:
    """What comes of a snippet.

    Attributes:
        becomes: Terraform's JSON, without what every stack has.
        printed: What it prints.
    """

    becomes: Json
    printed: str


def imported(module: str, names: Sequence[str]) -> str:
    """An import, over several lines where one would be too long."""
    line = f"from {module} import {', '.join(names)}"
    return (
        line
        if len(line) <= _WIDTH
        else f"from {module} import (\n{''.join(f'    {name},{chr(10)}' for name in names)})"
    )


def from_docstring(name: str, example: str, homes: Mapping[str, str]) -> Snippet:
    """The snippet of a docstring, which leaves out its imports.

    Args:
        name: What it is about.
        example: The lines, or a page's text with the lines between fences.
        homes: The module that each public name is imported from.
    """
    lines = example.split("```")[1].partition("\n")[2] if "```" in example else example
    body = textwrap.dedent(lines).strip()
    used = {node.id for node in ast.walk(ast.parse(body)) if isinstance(node, ast.Name)}
    modules = sorted({homes[word] for word in used & homes.keys()})
    imports = {module: tuple(sorted(word for word in used if homes.get(word) == module)) for module in modules}
    return Snippet(name, imports, body)


def program(snippets: Iterable[Snippet]) -> str:
    """A module with a function for each snippet, which takes the stack, or another place to build in."""
    snippets = list(snippets)
    parts = [
        '"""Every snippet of the pages of the constructs."""',
        "from constructs import Construct\n\nfrom glbr_constructs import App",
        *map(_function, snippets),
    ]
    return "\n\n\n".join(parts) + "\n"


def _function(snippet: Snippet) -> str:
    return f"def make_{snippet.name}(self: Construct, {APP}: App) -> None:\n{textwrap.indent(snippet.text(), _IN)}"


def builders(snippets: Iterable[Snippet], folder: Path) -> dict[str, Callable[[object, object], None]]:
    """Import all snippets from one module; each function builds one of them where it is told to.

    Args:
        snippets: The snippets.
        folder: Where the module is written to, so that a traceback shows its lines.
    """
    snippets = list(snippets)
    file = folder / "snippets_of_the_pages.py"
    file.write_text(program(snippets), encoding="utf-8")
    spec = importlib.util.spec_from_file_location(file.stem, file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return {snippet.name: getattr(module, f"make_{snippet.name}") for snippet in snippets}


def synthesized(snippets: Iterable[Snippet]) -> dict[str, Outcome]:
    """What each snippet becomes in a stack of its own, without what every stack has.

    Raises:
        RuntimeError: a snippet does not run; names it.
    """
    # Imported only here: the CDK starts Node, and reading pages needs none.
    from glbr_constructs import App, GlbrProvider, TerraformStack

    snippets = list(snippets)
    found: dict[str, Outcome] = {}
    with tempfile.TemporaryDirectory() as folder:
        build = builders(snippets, Path(folder))
        for snippet in snippets:
            app = App(outdir=folder)
            stack = TerraformStack(app, "clinic")
            try:
                if f"{PROVIDER}(" not in snippet.body:
                    GlbrProvider(stack, "glbr")
                with redirect_stdout(StringIO()) as printed:
                    build[snippet.name](stack, app)
                found[snippet.name] = Outcome(_shown(json.loads(_synthesis(app))), printed.getvalue())
            except Exception as error:
                raise RuntimeError(f"the snippet of {snippet.name} does not run: {error}\n\n{snippet.body}") from error
    return found


def _synthesis(app: "App") -> str:
    """The configuration of an application's stack; where a snippet makes further ones, of the last: they are what is shown."""
    # Not `Testing.synth`: references between stacks come about only in a synthesis of the whole, and it drops what
    # `acknowledge` writes.
    app.synth()
    written = Path(app.outdir) / "stacks" / app.node.children[-1].node.id / "cdk.tf.json"
    # The place of a state that is left to this machine is nothing for a page.
    return written.read_text(encoding="utf-8").replace(f"{Path.cwd()}{os.sep}", "")


def _shown(document: Json) -> Json:
    """What a snippet itself brought about; the CDK's notes on where each block comes from are left out."""
    kept = {key: value for key, value in document.items() if key not in ("//", "terraform")}
    if kept.get("provider") == {"glbr": [{}]}:
        del kept["provider"]
    for kind in ("resource", "data"):
        for named in _objects(kept.get(kind)):
            for block in _objects(named):
                notes = block.pop("//", None)
                if isinstance(notes, dict) and (
                    ours := {key: value for key, value in notes.items() if key != "metadata"}
                ):
                    block["//"] = ours
    return kept


def _objects(holder: object) -> list[Json]:
    return [value for value in holder.values() if isinstance(value, dict)] if isinstance(holder, dict) else []
