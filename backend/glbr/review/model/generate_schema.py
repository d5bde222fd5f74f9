"""Write the JSON Schema of the protection model, or with `--check` tell whether it is out of date.

python -m glbr.review.model.generate_schema [--check]
"""

import json
import sys
from pathlib import Path

from glbr.review.model.document import schema

COMMAND = "python -m glbr.review.model.generate_schema"
FILE = Path(__file__).parents[4] / "docs" / "protection-model.schema.json"


def text() -> str:
    """The file as it should be."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def main(arguments: list[str], file: Path = FILE) -> int:
    """Write, or check. Returns the exit code: 1 when the file is out of date."""
    if "--check" not in arguments:
        file.write_text(text(), encoding="utf-8")
        return 0
    if file.exists() and file.read_text(encoding="utf-8") == text():
        return 0
    print(f"out of date: {file.name}; run `{COMMAND}`", file=sys.stderr)  # noqa: T201 - a command
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
