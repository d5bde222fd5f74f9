"""Makes the constructs that hold others."""

from collections.abc import Callable
from functools import cache

import jsii
from constructs import Construct

from glbr_constructs.synthesis import kernel
from glbr_constructs.synthesis.place import is_unusual, remember
from glbr_constructs.synthesis.way import is_fast


def make(construct: Construct, scope: Construct, id_: str, failed: Callable[[str], Exception]) -> None:
    """Give a construct its place among the others.

    Args:
        construct: The construct, while it is made.
        scope: Where it belongs.
        id_: Its name there.
        failed: Makes the error that is raised where the CDK refuses, of what the CDK says.

    Raises:
        Exception: the CDK refuses the name; what `failed` made.
    """
    if is_fast() and not _replaces(type(construct)):
        kernel.create(construct, [scope, id_], (), failed, wait=is_unusual(id_))
    else:
        try:
            jsii.create(type(construct), construct, [scope, id_])
        except RuntimeError as error:
            raise failed(str(error)) from None
    remember(construct, scope, id_)


@cache
def _replaces(kind: type) -> bool:
    """Whether a class replaces something of the library's own construct, which Node has to know then."""
    return bool(kernel.replaced(Construct, kind))
