"""httpx without its command line, which a provider would pay for at every start.

`import httpx` also imports its command line and with it click, rich and pygments wherever those are installed, as
they are here: two thirds of the import time, several times per Terraform command. httpx does without when that one
module cannot be imported, so it is made unavailable for just as long as the import takes.
"""

import sys

_COMMAND_LINE = "httpx._main"

if "httpx" not in sys.modules:
    # None is Python's own mark for "do not import this": the import then fails with ImportError.
    sys.modules[_COMMAND_LINE] = None  # type: ignore[assignment]  # typeshed leaves that mark out

import httpx  # noqa: E402  the mark has to be set first

if sys.modules.get(_COMMAND_LINE, httpx) is None:
    del sys.modules[_COMMAND_LINE]

__all__ = ["httpx"]
