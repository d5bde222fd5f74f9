"""Write the pages of the Terraform registry, or with `--check` tell which of them are out of date.

python -m glbr.views.generate_docs [--check]
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from glbr.definition.resource import Resource
from glbr.resources import computations, definitions, managed
from glbr.views.docs_page import Links, computation_page, data_source_page, list_page, provider_page, resource_page

COMMAND = "python -m glbr.views.generate_docs"
PROJECT = Path(__file__).parents[3]


def pages(examples: Path) -> Iterator[tuple[str, str]]:
    """Every generated page: its path below the folder of pages, and its text.

    Args:
        examples: Folder with `provider/`, `resources/<type>/` and `data-sources/<type>/`.

    Raises:
        FileNotFoundError: an object has no example.
    """
    yield "index.md", provider_page(_read(examples / "provider" / "provider.tf"), _links(""))
    links = _links("../")
    for resource in managed().values():
        folder = examples / "resources" / resource.type_name()
        example, taken_over = _read(folder / "resource.tf"), _read(folder / "import.tf")
        yield f"resources/{resource.noun()}.md", resource_page(resource, example, taken_over, links)
    folder = examples / "data-sources"
    for definition in definitions().values():
        if "one" in definition.sources:
            example = _read(folder / definition.type_name() / "data-source.tf")
            yield f"data-sources/{definition.noun()}.md", data_source_page(definition, example, links)
        if "many" in definition.sources:
            example = _read(folder / f"glbr_{definition.plural()}" / "data-source.tf")
            yield f"data-sources/{definition.plural()}.md", list_page(definition, example, links)
    for question in computations().values():
        example = _read(folder / question.type_name() / "data-source.tf")
        yield f"data-sources/{question.noun()}.md", computation_page(question, example, links)


def differences(folder: Path, wanted: dict[str, str]) -> list[str]:
    """Pages of a folder that are not as they would be generated: changed, missing or left over."""
    files = [folder / "index.md", *folder.glob("resources/*.md"), *folder.glob("data-sources/*.md")]
    found = {file.relative_to(folder).as_posix(): _read(file) for file in files if file.exists()}
    return sorted(path for path in wanted.keys() | found.keys() if wanted.get(path) != found.get(path))


def write(folder: Path, wanted: dict[str, str]) -> None:
    """Make a folder hold exactly these pages; guides and other pages in it stay."""
    for path in differences(folder, wanted):
        file = folder / path
        if path in wanted:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(wanted[path], encoding="utf-8")
        else:
            file.unlink()


def main(arguments: list[str]) -> int:
    """Write, or check. Returns the exit code: 1 when something is out of date."""
    wanted = dict(pages(PROJECT / "examples"))
    if "--check" not in arguments:
        write(PROJECT / "docs", wanted)
        return 0
    stale = differences(PROJECT / "docs", wanted)
    if stale:
        print(f"out of date: {', '.join(stale)}; run `{COMMAND}`", file=sys.stderr)  # noqa: T201 - a command
    return 1 if stale else 0


def _links(up: str) -> Links:
    """Links to the pages of objects, from a page that is `up` from the folder of pages."""
    known = definitions()

    def link(noun: str) -> str:
        folder = "resources" if issubclass(known[noun], Resource) else "data-sources"
        return f"[{known[noun].type_name()}]({up}{folder}/{noun}.md)"

    return link


def _read(file: Path) -> str:
    return file.read_text(encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
