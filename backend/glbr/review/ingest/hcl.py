"""The little of Terraform's own language that the review needs: where a block starts, and the lifecycle in it.

No value is read: those are in the plan. So lines, braces and comments are enough.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from glbr.review.ingest.sources import Guard

_HEAD: Final = re.compile(r'\s*(resource|module)\s+"([^"]+)"(?:\s+"([^"]+)")?\s*\{')
_TEXT: Final = re.compile(r'"(?:[^"\\]|\\.)*"')
_HEREDOC: Final = re.compile(r"<<[-~]?\s*([A-Za-z_]\w*)\s*$")
_LIFECYCLE: Final = re.compile(r"\blifecycle\s*\{([^{}]*)")
_PREVENTED: Final = re.compile(r"\bprevent_destroy\s*=\s*true\b")
_IGNORED: Final = re.compile(r"\bignore_changes\s*=\s*(?:\[([^\]]*)\]|(all)\b)")
_SOURCE: Final = re.compile(r'\bsource\s*=\s*"([^"]*)"')


@dataclass(frozen=True, slots=True)
class Block:
    """A `resource` or `module` block.

    Attributes:
        name: `glbr_protection_store.cloud`, or `module.site`.
        line: Where it starts, from 1.
        guard: Its lifecycle.
        source: Of a module, where it comes from.
    """

    name: str
    line: int
    guard: Guard
    source: str = ""


def blocks_of(text: str) -> Iterator[Block]:
    """Every resource and every call of a module in a file, in order."""
    name, start, depth = "", 0, 0
    body: list[str] = []
    for number, line in _lines(text):
        head = _HEAD.match(line) if depth == 0 else None
        if head is not None:
            name = f"module.{head[2]}" if head[1] == "module" else f"{head[2]}.{head[3]}"
            start, body = number, []
        body.append(line)
        bare = _TEXT.sub("", line)
        depth = max(0, depth + bare.count("{") - bare.count("}"))
        if name and depth == 0:
            yield _block(name, start, "\n".join(body))
            name = ""


def _block(name: str, line: int, body: str) -> Block:
    lifecycle = _LIFECYCLE.search(body)
    inner = lifecycle[1] if lifecycle else ""
    ignored = _IGNORED.search(inner)
    names = re.findall(r"[\w.\[\]\"-]+", ignored[1] or ignored[2] or "") if ignored else []
    source = _SOURCE.search(body) if name.startswith("module.") else None
    guard = Guard(bool(_PREVENTED.search(inner)), tuple(sorted(names)))
    return Block(name, line, guard, source[1] if source else "")


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Lines without comments and without the text of heredocs, with their numbers."""
    until, commented = "", False
    for number, whole in enumerate(text.splitlines(), 1):
        if until:
            until = "" if whole.strip() == until else until
            continue
        if commented and "*/" not in whole:
            continue
        line = _without_comments(whole.partition("*/")[2] if commented else whole)
        commented = False
        if "/*" in _TEXT.sub("", line):
            commented = True
        heredoc = _HEREDOC.search(line)
        until = heredoc[1] if heredoc else ""
        yield number, line.partition("/*")[0] if commented else line


def _without_comments(line: str) -> str:
    """A line without what is commented out; a `#` within a text is none."""
    kept, position = "", 0
    for found in re.finditer(r'"(?:[^"\\]|\\.)*"|#.*|//.*|/\*.*?\*/', line):
        kept += line[position : found.start()] + (found[0] if found[0].startswith('"') else "")
        position = found.end()
    return kept + line[position:]
