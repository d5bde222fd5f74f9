"""How constructs reach Node: the fast way, or the CDK's own."""

import os
from typing import Final

from glbr_constructs.synthesis import kernel
from glbr_constructs.synthesis.invalid import InvalidArgument

SWITCH: Final = "GLBR_SYNTHESIS"
"""Environment variable that decides: `fast`, also when it is not set, saves calls to Node; `plain` makes each of them."""

_WAYS: Final = ("fast", "plain")


def is_fast() -> bool:
    """Whether calls to Node are saved.

    Raises:
        InvalidArgument: `GLBR_SYNTHESIS` says something else than `fast` or `plain`.
    """
    found = os.environ.get(SWITCH) or "fast"
    if found not in _WAYS:
        raise InvalidArgument(
            f"choosing how attributes are written: {SWITCH}={found!r} is no way to do it; allowed are {' and '.join(_WAYS)}. "
            "Set it to one of them, or unset it."
        )
    return found == "fast" and kernel.AVAILABLE and not kernel.tells_where()
