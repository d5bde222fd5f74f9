"""What HPE announces in the head of its answers: that a part of its API will go (`Deprecation`, `Sunset`, `Link`)."""

import re
from collections.abc import Mapping

_IDENTIFIER = re.compile(r"/(?!v[0-9])[^/]*[0-9][^/]*")


class Notices:
    """Announcements by the part of the API they are about, each told once."""

    def __init__(self) -> None:
        self._known: set[str] = set()
        self._untold: list[tuple[str, str]] = []

    def note(self, path: str, headers: Mapping[str, str]) -> None:
        """Look at the head of one answer.

        Args:
            path: What was asked for.
            headers: Head of the answer, in lower case or in any.
        """
        deprecated, sunset = headers.get("deprecation"), headers.get("sunset")
        # Objects differ, the part of the API is the same: `/protection-jobs/{id}`. A version such as v1beta1 stays.
        part = _IDENTIFIER.sub("/{id}", path)
        if (deprecated is None and sunset is None) or part in self._known:
            return
        self._known.add(part)
        until = f" It will be gone after {sunset}." if sunset else " No date is announced for its end."
        link = f" HPE points to {headers['link']}." if headers.get("link") else ""
        detail = (
            f"Every answer from there says so (Deprecation: {deprecated or 'not given'}).{until}{link} What is managed keeps "
            "working until then. Look for a newer version of the glbr provider before that date."
        )
        self._untold.append((f"HPE is going to retire {part}", detail))

    def take(self) -> list[tuple[str, str]]:
        """Announcements nobody has been told yet: summary and detail of each."""
        untold, self._untold = self._untold, []
        return untold
