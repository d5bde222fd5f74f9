"""The CDK that the application uses: `cdktf`, or its successor `cdktn`. No other module names either.

Both in one program would not do: a struct of one is refused by the other. So the library follows the application:
what `GLBR_CDK` names, else the one that the application has imported, else the one that is installed.
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
        ImportError: `GLBR_CDK` names something else or what is not installed, the program imports both, or none is
            installed.
    """
    if wanted := os.environ.get(SWITCH):
        return _asked_for(wanted)
    imported = [name for name in FLAVOURS if name in sys.modules]
    if len(imported) > 1:
        raise ImportError(
            f"choosing the CDK: this program imports {' and '.join(imported)}, and what one makes the other refuses. "
            f"Import one of them, or take App and TerraformStack from glbr_constructs; if both must stay, set {SWITCH} "
            "to the one that makes the stacks."
        )
    installed = imported or [name for name in FLAVOURS if importlib.util.find_spec(name)]
    if not installed:
        raise ImportError(f"choosing the CDK: none is installed. Install one of {', '.join(FLAVOURS)}.")
    return installed[0]


def _asked_for(wanted: str) -> str:
    if wanted not in FLAVOURS:
        raise ImportError(
            f"choosing the CDK: {SWITCH}={wanted!r} is no CDK this library works with; allowed are "
            f"{' and '.join(FLAVOURS)}. Set it to one of them, or unset it."
        )
    if wanted not in sys.modules and importlib.util.find_spec(wanted) is None:
        raise ImportError(
            f"choosing the CDK: {SWITCH}={wanted!r} is not installed. Run `pip install 'glbr[{wanted}]'`, or unset {SWITCH}."
        )
    return wanted


if TYPE_CHECKING:
    import cdktf as cdk
else:
    cdk = importlib.import_module(flavour())


TerraformStack = cdk.TerraformStack
TerraformVariable = cdk.TerraformVariable

__all__ = ["TerraformStack", "TerraformVariable", "cdk"]
