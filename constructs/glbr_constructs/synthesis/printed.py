"""Texts into which something was printed that only Terraform knows: what Python writes of it means nothing to anybody."""

import re
from collections.abc import Mapping
from typing import Final

from glbr_constructs.synthesis.invalid import InvalidArgument
from glbr_constructs.synthesis.number_token import number_token_in

_OBJECT: Final = re.compile(r"<[\w.]+ object at 0x[0-9A-Fa-f]+>")


def misprint(text: str) -> str | None:
    """Tell what is wrong with a text.

    Returns:
        What was printed into it, and what to write; `None` for a text as it should be.
    """
    cure = "Write cdk.Token.as_string(...) around"
    if number := number_token_in(text):
        return (
            f"{text!r} has {number} in it, which stands for a number that only Terraform knows and was printed by mistake. "
            f"{cure} the number before it goes into a text"
        )
    if " object at 0x" in text and (found := _OBJECT.search(text)):
        return (
            f"{text!r} has {found[0]} in it, an object that was printed by mistake. {cure} a value that only Terraform knows "
            "before it goes into a text; of a construct give one of its attributes, such as .id"
        )
    return None


def check(written: object) -> None:
    """Check all texts of a value, however deep.

    Raises:
        InvalidArgument: something was printed into one of them.
    """
    if isinstance(written, str):
        if wrong := misprint(written):
            raise InvalidArgument(wrong)
    elif isinstance(written, Mapping):
        for item in written.values():
            check(item)
    elif isinstance(written, list | tuple | set | frozenset):
        for item in written:
            check(item)
