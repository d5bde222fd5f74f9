"""Write the pages of the review's rules, or with `--check` tell which of them are out of date.

python -m glbr.review.generate_rule_pages [--check]
"""

import sys
from collections.abc import Mapping
from pathlib import Path

from glbr.review.rules.catalogue import catalogue
from glbr.review.rules.unbuilt import UNBUILT
from glbr.review.views.rule_pages import index, page

COMMAND = "python -m glbr.review.generate_rule_pages"
FOLDER = Path(__file__).parents[3] / "docs" / "review" / "rules"


def pages() -> dict[str, str]:
    """Every page by its file name: one for each rule, and the index."""
    rules = catalogue()
    return {f"{rule.id}.md": page(rule) for rule in rules.values()} | {"README.md": index(rules.values(), UNBUILT)}


def differences(folder: Path, wanted: Mapping[str, str]) -> list[str]:
    """Pages of the folder that are not as they would be generated: changed, missing or left over."""
    found = {file.name: file.read_text(encoding="utf-8") for file in folder.glob("*.md")}
    return sorted(name for name in wanted.keys() | found.keys() if wanted.get(name) != found.get(name))


def write(folder: Path, wanted: Mapping[str, str]) -> None:
    """Make the folder hold exactly these pages."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in differences(folder, wanted):
        if name in wanted:
            (folder / name).write_text(wanted[name], encoding="utf-8")
        else:
            (folder / name).unlink()


def main(arguments: list[str]) -> int:
    """Write, or check. Returns the exit code: 1 when something is out of date."""
    wanted = pages()
    if "--check" not in arguments:
        write(FOLDER, wanted)
        return 0
    stale = differences(FOLDER, wanted)
    if stale:
        print(f"out of date: {', '.join(stale)}; run `{COMMAND}`", file=sys.stderr)  # noqa: T201 - a command
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
