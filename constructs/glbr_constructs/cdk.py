"""The CDK that the application uses: `cdktf`, or its successor `cdktn`. No other module names either.

Both in one program would not do: a struct of one is refused by the other. So the library follows the application.
"""

import importlib
import importlib.util
import os
import sys
from typing import TYPE_CHECKING, Final

FLAVOURS: Final = ("cdktf", "cdktn")
"""Packages this library works with, the default first."""

SWITCH: Final = "GLBR_CDK"
"""Environment variable that decides between them."""


def flavour() -> str:
    """Name the package to use: the one asked for, else the one imported already, else the one installed.

    Raises:
        ImportError: `GLBR_CDK` names something else, or none is installed.
    """
    if wanted := os.environ.get(SWITCH):
        if wanted not in FLAVOURS:
            raise ImportError(
                f"choosing the CDK: {SWITCH}={wanted!r} is no CDK this library works with; allowed are "
                f"{' and '.join(FLAVOURS)}. Set it to one of them, or unset it."
            )
        return wanted
    for name in FLAVOURS:
        if name in sys.modules:
            return name
    for name in FLAVOURS:
        if importlib.util.find_spec(name):
            return name
    raise ImportError(f"choosing the CDK: none is installed. Install one of {', '.join(FLAVOURS)}.")


if TYPE_CHECKING:
    import cdktf as cdk
else:
    cdk = importlib.import_module(flavour())

App = cdk.App
TerraformStack = cdk.TerraformStack

__all__ = ["App", "TerraformStack", "cdk"]
