"""Write the generated constructs, or with `--check` tell which of them are out of date.

python -m glbr.views.generate_l1 [--check]
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from glbr.resources import computations, definitions
from glbr.views.l1_construct import COMMAND, noun_module, provider_module, question_module

FOLDER = Path(__file__).parents[3] / "constructs" / "glbr_constructs" / "l1"


def sources() -> Iterator[tuple[str, str]]:
    """Every generated file: its name and its text."""
    yield "provider.py", provider_module()
    for noun, definition in definitions().items():
        yield f"{noun}.py", noun_module(definition)
    for noun, question in computations().items():
        yield f"{noun}.py", question_module(question)


def differences(folder: Path) -> list[str]:
    """Files of a folder that are not as they would be generated: changed, missing or left over."""
    wanted = dict(sources())
    found = {file.name: file.read_text(encoding="utf-8") for file in folder.glob("[a-z]*.py")}
    return sorted(name for name in wanted.keys() | found.keys() if wanted.get(name) != found.get(name))


def main(arguments: list[str]) -> int:
    """Write, or check. Returns the exit code: 1 when something is out of date, 2 outside of a checkout."""
    if not FOLDER.is_dir():
        sys.stderr.write(f"{COMMAND} writes into a checkout of the project, and {FOLDER} is none. Run it from one.\n")
        return 2
    stale = differences(FOLDER)
    if "--check" in arguments:
        if stale:
            sys.stderr.write(f"out of date: {', '.join(stale)}; run `{COMMAND}`\n")
        return 1 if stale else 0
    wanted = dict(sources())
    for name in stale:
        if name in wanted:
            (FOLDER / name).write_text(wanted[name], encoding="utf-8")
        else:
            (FOLDER / name).unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
