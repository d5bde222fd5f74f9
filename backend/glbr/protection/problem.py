"""What is wrong with something a person wrote, and where."""

from dataclasses import dataclass

Path = tuple[str | int, ...]
"""Where a value stands: attribute names, and positions in lists. `("protections", 1, "type")`."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake, told so that the reader can mend it.

    Attributes:
        path: Where it stands, from the object's top.
        summary: What is wrong, in a few words.
        detail: The value given, the values allowed, what to do next.
    """

    path: Path
    summary: str
    detail: str


def written(path: Path) -> str:
    """A path in the notation of Terraform: `protections[1].type`."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text
