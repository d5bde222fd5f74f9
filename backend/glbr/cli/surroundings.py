"""The environment variables through which Terraform, the constructs and the doctor meet one simulator."""

import re
from collections.abc import Mapping

from glbr.simulator.options import Options

_STEERING = re.compile(r"^(GLBR_(?!TERRAFORM$)|TF_(?!LOG))")


def settings_for(options: Options, url: str) -> dict[str, str]:
    """Give the provider's variables for a simulator at this address."""
    return {
        "GLBR_ENDPOINT": url,
        "GLBR_WORKSPACE_ID": options.workspace_id,
        "GLBR_CLIENT_ID": options.client_id,
        "GLBR_CLIENT_SECRET": options.client_secret,
    }


def without_steering(inherited: Mapping[str, str]) -> dict[str, str]:
    """Leave out what would steer Terraform or the provider elsewhere; logging stays as the person wants it."""
    return {name: value for name, value in inherited.items() if not _STEERING.match(name)}
