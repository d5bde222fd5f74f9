"""Write what the review and the constructs have to agree on, or with `--check` tell whether it is out of date.

python -m glbr_constructs.checks.generate_review_terms [--check]
"""

import sys
from pathlib import Path
from typing import Final

from glbr.review.gate.packs import shipped_names
from glbr.review.gate.waivers import SHORTEST_REASON
from glbr.review.rules.catalogue import catalogue

COMMAND: Final = "python -m glbr_constructs.checks.generate_review_terms"
FILE: Final = Path(__file__).parent / "review_terms.py"


def module() -> str:
    """The file's text: ids of all rules and names of packs, for completion, and the least that a reason has to say."""
    packs = ", ".join(f'"{pack}"' for pack in shipped_names())
    rules = "\n".join(f'    "{rule}",' for rule in catalogue())
    return f'''"""What constructs need of the review, without loading it. Generated: `{COMMAND}`."""

from typing import Final, Literal, TypeAlias

RuleId: TypeAlias = Literal[
{rules}
]
"""Identifiers of the review's rules. Its pages say what each looks for: `glbr review --explain DP-LOCK-001`."""

PackName: TypeAlias = Literal[{packs}]
"""Packs that come with GLBR."""

SHORTEST_REASON: Final = {SHORTEST_REASON}
"""So many characters a reason has at least."""
'''


def main(arguments: list[str]) -> int:
    """Write, or check. Returns the exit code: 1 when the file is out of date."""
    wanted = module()
    if "--check" not in arguments:
        FILE.write_text(wanted, encoding="utf-8")
        return 0
    stale = not FILE.exists() or FILE.read_text(encoding="utf-8") != wanted
    if stale:
        print(f"out of date: {FILE.name}; run `{COMMAND}`", file=sys.stderr)  # noqa: T201 - a command
    return int(stale)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
