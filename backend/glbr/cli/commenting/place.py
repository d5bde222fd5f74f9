"""Where to post, from options and from what the CI job says of itself."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from glbr.cli.commenting.forge import Forge, NotPosted

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
        NotPosted: something is missing; the message names it and where it usually comes from.
    """
    kind = asked.kind or ("gitlab" if environment.get("GITLAB_CI") else "github")
    token = next((value for name in _TOKENS[kind] if (value := environment.get(name))), None)
    if token is None:
        names = " or ".join(_TOKENS[kind])
        raise NotPosted(
            "There is no token to post with", f"Set {names} to one that may write comments; it is never shown."
        )
    if kind == "gitlab":
        from glbr.cli.commenting.gitlab import GitLab

        return GitLab(
            asked.address or environment.get("CI_API_V4_URL") or "https://gitlab.com/api/v4",
            token,
            _needed(asked.repository or environment.get("CI_PROJECT_ID", ""), "project", "--repository, CI_PROJECT_ID"),
            _needed(
                asked.number or environment.get("CI_MERGE_REQUEST_IID", ""),
                "number of the merge request",
                "--number, CI_MERGE_REQUEST_IID",
            ),
        )
    from glbr.cli.commenting.github import GitHub

    return GitHub(
        asked.address or environment.get("GITHUB_API_URL") or "https://api.github.com",
        token,
        _needed(
            asked.repository or environment.get("GITHUB_REPOSITORY", ""),
            "repository",
            "--repository, GITHUB_REPOSITORY",
        ),
        _needed(
            asked.number or _pull_request(environment),
            "number of the pull request",
            "--number, or the event of a workflow that runs on pull_request",
        ),
    )


def _needed(value: str, what: str, where: str) -> str:
    if not value:
        raise NotPosted(f"The {what} is not known", f"It comes from: {where}.")
    return value


def _pull_request(environment: Mapping[str, str]) -> str:
    event = Path(environment.get("GITHUB_EVENT_PATH") or "/dev/null")
    try:
        told = json.loads(event.read_text(encoding="utf-8") or "{}")
    except (OSError, ValueError):
        return ""
    request = told.get("pull_request") if isinstance(told, dict) else None
    number = request.get("number") if isinstance(request, dict) else None
    return str(number) if isinstance(number, int) else ""
