"""Debugging: what a person may ask of a provider started by hand, and what Terraform needs to find it."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence

from glbr.provider.transport.handshake import PLUGIN_PROTOCOL

_SOURCE = "registry.terraform.io/glbr/glbr"


def debugging_source(arguments: Sequence[str]) -> str | None:
    """Read the command line: the source address to debug as, or None when Terraform is to start us.

    Exits by itself for `--help` and for arguments that it does not know.
    """
    parser = argparse.ArgumentParser(
        prog="terraform-provider-glbr",
        description="GLBR's Terraform provider. Terraform starts it by itself; by hand it is started to be debugged.",
        allow_abbrev=False,
    )
    parser.add_argument("-debug", "--debug", action="store_true", help="run until Ctrl-C; Terraform attaches to it")
    parser.add_argument(
        "-source",
        "--source",
        default=_SOURCE,
        metavar="ADDRESS",
        help="stand in for this source address (default: %(default)s; OpenTofu: registry.opentofu.org/glbr/glbr)",
    )
    asked = parser.parse_args(arguments)
    source: str = asked.source
    return source if asked.debug else None


def announcement(source: str, pid: int, path: str) -> str:
    """Write what to set so that Terraform uses the running provider; for people, and for scripts that look for `=`."""
    reattach = {
        source: {
            "Protocol": "grpc",
            "ProtocolVersion": PLUGIN_PROTOCOL,
            "Pid": pid,
            "Test": True,
            "Addr": {"Network": "unix", "String": path},
        }
    }
    value = json.dumps(reattach, separators=(",", ":"))
    return (
        "GLBR's provider is running. Set this where you run Terraform, and end the provider with Ctrl-C:\n\n"
        f"TF_REATTACH_PROVIDERS='{value}'\n"
    )
