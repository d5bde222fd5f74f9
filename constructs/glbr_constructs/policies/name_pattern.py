"""How copies are named."""

import re
from typing import Final

from glbr_constructs.given import Given, is_expression

PLACEHOLDERS: Final = ("{SourceAssetName}", "{DateFormat}")
"""What HPE fills in."""

_LONGEST: Final = 255
_CURE: Final = (
    f"letters and digits with {' and '.join(PLACEHOLDERS)}, such as 'nightly_{{SourceAssetName}}_{{DateFormat}}'"
)


def check_name_pattern(given: Given, pattern: object) -> None:
    """Refuse a pattern that HPE cannot fill in."""
    given.text("name_pattern", pattern, _CURE, at_most=_LONGEST)
    if not isinstance(pattern, str) or is_expression(pattern):
        return
    unknown = [found for found in re.findall(r"\{[^}]*\}?|\}", pattern) if found not in PLACEHOLDERS]
    if unknown:
        raise given.refused(
            f"name_pattern={pattern!r} has {unknown[0]!r}, which HPE does not fill in", f"Allowed: {_CURE}"
        )
