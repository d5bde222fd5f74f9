"""Examples at the end of a command's help."""


def examples(*lines: str) -> str:
    """Lay out example command lines for click's `epilog`, one below the other."""
    # The backspace is click's sign for a paragraph that keeps its line breaks.
    return "\b\n" + "\n".join(["Examples:", *(f"  {line}" for line in lines)])
