"""Rules of the reference that cannot be judged by what HPE's API tells, and why; better than rules that never fire."""

from collections.abc import Mapping
from typing import Final

UNBUILT: Final[Mapping[str, str]] = {
    "DP-COPY-011": (
        "Whether all copies belong to one account cannot be told: HPE's API shows no owner or account of a store, and every "
        "object it lists belongs to the one workspace that is asked."
    ),
    "DP-SEC-001": (
        "Encryption cannot be judged: no store, policy or job of HPE's API has an attribute for it, so there is nothing that "
        "a configuration could turn off."
    ),
    "DP-SEC-004": (
        "That alerts are removed cannot be seen: HPE's API has issues to read and to snooze, and no object for "
        "notifications, recipients or webhooks that Terraform could delete."
    ),
    "DP-VER-001": (
        "Verification cannot be judged: `verify` is in samples of HPE's guide only, the API's reference does not have it, and "
        "so the provider has no such argument."
    ),
}
"""By id of the rule, in order."""
