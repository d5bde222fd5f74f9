"""Write the pages of the constructs, or with `--check` tell which of them are out of date.

python -m glbr.construct_pages.generate [--check]
"""

import os
import sys
from pathlib import Path
from typing import Final

from glbr.cli.node import find_node
from glbr.construct_pages.index import index, place
from glbr.construct_pages.l1_page import is_terraforms_own, kind_of, l1_page
from glbr.construct_pages.l1_snippet import told
from glbr.construct_pages.page import page
from glbr.construct_pages.snippet import Snippet, from_docstring, synthesized
from glbr.construct_pages.sources import Public, l1_modules, public_names
from glbr.review.generate_rule_pages import differences, write

COMMAND: Final = "python -m glbr.construct_pages.generate"
PROJECT: Final = Path(__file__).parents[3]
FOLDER: Final = PROJECT / "docs" / "constructs"
_EXAMPLE: Final = {"resource": "resources/{}/resource.tf", "data": "data-sources/{}/data-source.tf"}


def documented() -> list[Public]:
    """The public names that have a page of their own: not those of L1 and of the CDK."""
    return [found for found in public_names() if found.own and place(found) == f"{found.name}.md"]


def snippets() -> dict[str, Snippet]:
    """The snippet of every public name, from its docstring, by that name.

    Raises:
        ValueError: a docstring has none.
    """
    homes = {found.name: "glbr_constructs" for found in public_names()}
    if missing := [found.name for found in documented() if not found.example]:
        raise ValueError(f"no `Example:` in the docstring of {', '.join(missing)}. Write a few lines that use it.")
    return {found.name: from_docstring(found.name, found.example, homes) for found in documented()}


def l1_snippets() -> dict[str, Snippet]:
    """The snippet of every class of L1, from the example of its registry page, by `module.class`."""
    elements = [found for _, _, classes in l1_modules() for found in classes if "Nested" not in found.bases]
    known = {f"{kind_of(found)} {found.terraform_type}".strip() or "provider": found for found in elements}
    homes = {key: (found.module, found.name) for key, found in known.items()}
    made = {}
    for found in known.values():
        example = _EXAMPLE[kind_of(found)].format(found.terraform_type) if kind_of(found) else "provider/provider.tf"
        module = found.module.rpartition(".")[2]
        text = (PROJECT / "examples" / example).read_text(encoding="utf-8")
        made[f"{module}.{found.name}"] = told(f"l1_{module}_{found.name}", text, homes)
    return made


def pages() -> dict[str, str]:
    """Every page by its path below the folder of the pages."""
    # As everywhere in the project, a Node that is old but works says nothing of its age.
    os.environ.update(find_node().environment(os.environ))
    shown = snippets()
    outcomes = synthesized(shown.values())
    found = {place(public): page(public, shown[public.name], outcomes[public.name]) for public in documented()}
    of_l1, modules = l1_snippets(), {}
    of_terraform: dict[str, None] = {}
    for module, about, classes in l1_modules():
        modules[module] = about
        made = [element.made for element in classes if element.made is not None]
        of_terraform |= {entry.name: None for call in made for entry in call.arguments if is_terraforms_own(entry)}
        own = {key.partition(".")[2]: snippet.text() for key, snippet in of_l1.items() if key.startswith(f"{module}.")}
        found[f"l1/{module}.md"] = l1_page(module, about, classes, own)
    return found | {"README.md": index(public_names(), modules, of_terraform)}


def folders(wanted: dict[str, str]) -> dict[Path, dict[str, str]]:
    """The pages by folder, then by file."""
    return {
        folder: {Path(path).name: text for path, text in wanted.items() if (FOLDER / path).parent == folder}
        for folder in (FOLDER, FOLDER / "l1")
    }


def main(arguments: list[str]) -> int:
    """Write, or check. Returns the exit code: 1 when something is out of date."""
    wanted = folders(pages())
    if "--check" not in arguments:
        for folder, files in wanted.items():
            write(folder, files)
        return 0
    stale = [f"{folder.name}/{name}" for folder, files in wanted.items() for name in differences(folder, files)]
    if stale:
        print(f"out of date: {', '.join(stale)}; run `{COMMAND}`", file=sys.stderr)  # noqa: T201 - a command
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
