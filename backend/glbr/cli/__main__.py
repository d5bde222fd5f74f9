"""The `glbr` command as `python -m glbr.cli`."""

import sys

from glbr.cli import main

if __name__ == "__main__":
    sys.exit(main())
