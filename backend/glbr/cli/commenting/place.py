"""Where to post, from options and from what the CI job says of itself."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from typing import Final, Literal
from urllib.parse import urlsplit

from glbr.cli.commenting.forge import Forge, NotPosted, quoted

Kind = Literal["github", "gitlab"]

_TOKENS = {"github": ("GITHUB_TOKEN", "GH_TOKEN"), "gitlab": ("GITLAB_TOKEN",)}


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person asked for; empty where the job is to tell."""

    kind: Kind | None = None
    repository: str = ""
    number: str = ""
    address: str = ""


def forge_of(asked: Asked, environment: Mapping[str, str]) -> Forge:
    """Find the pull or merge request.

    Raises:
        NotPosted: something is missing or wrong; the message names it and where it usually comes from.
    """
    kind = asked.kind or ("gitlab" if environment.get("GITLAB_CI") else "github")
    token = _token(kind, environment)
    if kind == "gitlab":
        from glbr.cli.commenting.gitlab import GitLab

        return GitLab(
            _address(asked.address or environment.get("CI_API_V4_URL") or "https://gitlab.com/api/v4", token),
            token,
            _PROJECT.read(asked.repository or environment.get("CI_PROJECT_ID", ""), token),
            _MERGE_REQUEST.read(asked.number or environment.get("CI_MERGE_REQUEST_IID", ""), token),
        )
    from glbr.cli.commenting.github import GitHub

    return GitHub(
        _address(asked.address or environment.get("GITHUB_API_URL") or "https://api.github.com", token),
        token,
        _REPOSITORY.read(asked.repository or environment.get("GITHUB_REPOSITORY", ""), token),
        _PULL_REQUEST.read(asked.number or _pull_request(environment), token),
    )


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of an address: what it is called, where it comes from, and how it looks. Nothing else gets into a path."""

    called: str
    origin: str
    form: re.Pattern[str]
    looks: str

    def read(self, value: str, token: str) -> str:
        """The value, checked."""
        value = value.strip()
        if not value:
            raise NotPosted(f"The {self.called} is not known", f"It comes from: {self.origin}.")
        if not self.form.fullmatch(value) or not {".", ".."}.isdisjoint(value.split("/")):
            given = f"Given: {quoted(value, token)}. It looks like {self.looks}, and comes from: {self.origin}."
            raise NotPosted(f"That is no {self.called}", given)
        return value


_NUMBER: Final = re.compile("[0-9]{1,18}")
_REPOSITORY: Final = _Part(
    "repository", "--repository, GITHUB_REPOSITORY", re.compile("[A-Za-z0-9._-]+/[A-Za-z0-9._-]+"), "owner/name"
)
_PULL_REQUEST: Final = _Part(
    "number of the pull request", "--number, or the event of a workflow that runs on pull_request", _NUMBER, "12"
)
_PROJECT: Final = _Part(
    "project",
    "--repository, CI_PROJECT_ID",
    re.compile("[0-9]{1,18}|[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)+"),
    "group/name or 34",
)
_MERGE_REQUEST: Final = _Part("number of the merge request", "--number, CI_MERGE_REQUEST_IID", _NUMBER, "12")


def _token(kind: Kind, environment: Mapping[str, str]) -> str:
    names = " or ".join(_TOKENS[kind])
    # Files that tokens are read from end with a line break.
    found = next((value for name in _TOKENS[kind] if (value := environment.get(name, "").strip())), "")
    if not found:
        raise NotPosted(
            "There is no token to post with", f"Set {names} to one that may write comments; it is never shown."
        )
    if not found.isascii() or not found.isprintable() or " " in found:
        raise NotPosted(
            f"What {names} holds is no token",
            "A token is one word of ASCII letters, digits and signs; this has others. It is not shown.",
        )
    return found


def _address(text: str, token: str) -> str:
    """The address of the API, if a token may go there: encrypted, or without leaving this machine."""
    try:
        parts = urlsplit(text.strip())
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        parts, host = urlsplit(""), ""
    is_plain = parts.scheme in ("http", "https") and host and not (parts.query or parts.fragment or "@" in parts.netloc)
    if not is_plain or not text.isprintable() or any(letter.isspace() for letter in text.strip()):
        advice = "It looks like https://gitlab.example/api/v4, and comes from: --api, GITHUB_API_URL, CI_API_V4_URL."
        # A password may stand before the @.
        given = quoted(text.rpartition("@")[2], token)
        raise NotPosted("That is no address of an API", f"Given: {given}. {advice}")
    if parts.scheme == "http" and not _is_loopback(host):
        raise NotPosted(
            f"The token does not go to {quoted(host, token)} in clear",
            "Everybody on the way could read it. Give an address that begins with https://.",
        )
    return text.strip().rstrip("/")


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _pull_request(environment: Mapping[str, str]) -> str:
    event = Path(environment.get("GITHUB_EVENT_PATH") or "/dev/null")
    try:
        told = json.loads(event.read_text(encoding="utf-8") or "{}")
    except (OSError, ValueError, RecursionError):
        return ""
    request = told.get("pull_request") if isinstance(told, dict) else None
    number = request.get("number") if isinstance(request, dict) else None
    return str(number) if isinstance(number, int) else ""
