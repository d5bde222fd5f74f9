"""Cloud locations, as HPE writes them: `azure:eastus2`."""

import re
from collections.abc import Iterator
from typing import Final

from glbr.protection.problem import Problem

CLOUDS: Final = ("aws", "azure", "gcp")
"""Cloud providers in which HPE keeps stores."""

_FORM: Final = re.compile(r"([a-z]+):([a-z][a-z0-9-]*)")


def location_problems(location: str) -> Iterator[Problem]:
    """Check the form of a location's identifier: the cloud provider, a colon, and the provider's own name of the region."""
    form = _FORM.fullmatch(location)
    if form is None or form[1] not in CLOUDS:
        yield Problem(
            ("storage_location_id",),
            "This is no cloud location",
            f"Given: {location!r}. Write the cloud provider ({', '.join(CLOUDS)}), a colon and its region: 'azure:eastus2', "
            "'aws:eu-central-1'.",
        )
