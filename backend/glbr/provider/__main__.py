"""Terraform's provider as a program: `python -m glbr.provider`, with `-debug` to keep it running by hand."""

from __future__ import annotations

import os
import sys

from glbr.provider.transport.methods import Servicer
from glbr.provider.transport.serve import Surroundings, serve


def _load() -> Servicer:
    from glbr.provider.front import Front

    return Front(_load_all)


def _load_all() -> Servicer:
    from glbr.provider.servicer import load_methods

    return load_methods()


def main() -> int:
    """Serve GLBR's provider and return the exit code."""
    return serve(_load, Surroundings(sys.argv[1:], os.environ, sys.stdout, sys.stderr))


if __name__ == "__main__":
    sys.exit(main())
