"""Reads the provider's arguments, and says everything that is wrong with them at once."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast, get_args
from urllib.parse import urlsplit

from pydantic import SecretStr

from glbr.api.errors import ConfigurationProblem, InvalidConfiguration
from glbr.api.settings import Guard, RefreshMode, Region, Settings, is_loopback

ARGUMENTS = {
    "client_id": "the id of an API client of the workspace",
    "client_secret": "the secret shown once when that API client was made",
    "workspace_id": "the id of the workspace, 32 hex digits; only API clients of the older service do without",
    "region": "the region that holds the workspace's data",
    "endpoint": "in place of a region: another address, such as http://127.0.0.1:8930 of the simulator",
    "token_endpoint": "where tokens come from, if neither HPE nor the endpoint gives them",
    "array_endpoint": "where storage arrays are read, if not where HPE reads those of the region",
    "refresh_mode": "how objects are read: coalesced (the default) or single",
    "protection_guard": "what a plan that weakens protection leads to: off, warn (the default) or error",
}

_PLATFORM_TOKENS = "https://global.api.greenlake.hpe.com"
_OLDER_TOKENS = "https://sso.common.cloud.hpe.com"
# Storage arrays are published at the older hosts only (NOTES section 2). Which of them serves a region is not: by the name.
_ARRAY_HOSTS: dict[Region, str] = {"us-west": "us1", "eu-west": "eu1", "eu-central": "eu1", "ap-northeast": "jp1"}
_REGIONS: tuple[Region, ...] = get_args(Region)


def variable(argument: str) -> str:
    """Name the environment variable that stands in for an argument."""
    return f"GLBR_{argument.upper()}"


def settings_from(arguments: Mapping[str, object], environment: Mapping[str, str]) -> Settings:
    """Check the arguments together; see `Settings.from_arguments`."""
    given = _Given(arguments, environment)
    client_id = given.required("client_id")
    client_secret = given.required("client_secret")
    workspace_id = _workspace_id(given)
    region, endpoint = _place(given)
    token_endpoint = _address(given, "token_endpoint")
    array_endpoint = _address(given, "array_endpoint")
    refresh_mode = given.one_of("refresh_mode", get_args(RefreshMode)) or "coalesced"
    protection_guard = given.one_of("protection_guard", get_args(Guard)) or "warn"
    if given.nothing:
        raise InvalidConfiguration([_nothing_set()])
    if given.problems:
        raise InvalidConfiguration(given.problems)
    hpe_tokens = _PLATFORM_TOKENS if workspace_id else _OLDER_TOKENS
    return Settings(
        region=region,
        endpoint=endpoint,
        token_endpoint=token_endpoint or (hpe_tokens if region else endpoint),
        array_endpoint=array_endpoint or _array_endpoint(region, endpoint),
        workspace_id=workspace_id or None,
        client_id=client_id,
        client_secret=SecretStr(client_secret),
        refresh_mode=cast("RefreshMode", refresh_mode),
        protection_guard=cast("Guard", protection_guard),
    )


class _Given:
    """The values as given, and the problems found so far."""

    def __init__(self, arguments: Mapping[str, object], environment: Mapping[str, str]) -> None:
        self.problems: list[ConfigurationProblem] = []
        self._texts: dict[str, str] = {}
        self._from_environment: set[str] = set()
        for name in ARGUMENTS:
            value = arguments.get(name)
            if value is None or value == "":
                value = environment.get(variable(name), "")
                self._from_environment.add(name)
            if isinstance(value, str):
                # A line break at the end is what secrets read from files come with.
                self._texts[name] = value.strip()
            else:
                self.complain(name, f"{name} must be text", f"It was given as {type(value).__name__}.")

    @property
    def nothing(self) -> bool:
        """Whether no argument and no variable is set at all."""
        return not any(self._texts.values()) and len(self._texts) == len(ARGUMENTS)

    def text(self, name: str) -> str:
        """Give a value, empty if it is absent."""
        return self._texts.get(name, "")

    def required(self, name: str) -> str:
        """Give a value that must be there."""
        if not self._texts.get(name, " "):
            self.complain(
                name, f"{name} is missing", f"Set the argument or the environment variable: {ARGUMENTS[name]}."
            )
        return self.text(name)

    def one_of(self, name: str, allowed: tuple[str, ...]) -> str:
        """Give a value that must be one of these, or absent."""
        value = self.text(name)
        if value and value not in allowed:
            words = ", ".join(f'"{word}"' for word in allowed)
            self.complain(name, f"Unknown {name}", f'It is "{value}"; allowed are {words}.')
        return value

    def source(self, name: str) -> str:
        """Say where a value was found."""
        return f"the environment variable {variable(name)}" if name in self._from_environment else "the argument"

    def complain(self, name: str | None, summary: str, detail: str) -> None:
        """Note a problem; the details of one about an argument start with both its names."""
        start = f"{name} (or {variable(name)}): " if name else ""
        self.problems.append(ConfigurationProblem(name, summary, start + detail))


def _nothing_set() -> ConfigurationProblem:
    lines = "\n".join(f"  {name:<15} {variable(name):<20} {meaning}" for name, meaning in ARGUMENTS.items())
    return ConfigurationProblem(
        None,
        "The glbr provider is not configured",
        "Neither an argument nor an environment variable is set. At least client_id, client_secret, and one of region "
        "and endpoint are needed; with HPE's own service workspace_id too. Each argument has its environment variable:"
        f"\n\n{lines}\n\nRegions: {', '.join(_REGIONS)}.",
    )


def _workspace_id(given: _Given) -> str:
    # The console shows ids without hyphens, other places write the same as a UUID.
    value = given.text("workspace_id").replace("-", "").lower()
    if value and not re.fullmatch(r"[0-9a-f]{32}", value):
        given.complain(
            "workspace_id",
            "workspace_id is not a workspace id",
            f'It is "{given.text("workspace_id")}"; a workspace id has 32 hex digits, with or without hyphens.',
        )
    return value


def _place(given: _Given) -> tuple[Region | None, str]:
    """Find the endpoint, and the region if it is one of HPE's."""
    region = given.one_of("region", _REGIONS)
    endpoint = _address(given, "endpoint")
    if given.text("region") and given.text("endpoint"):
        given.complain(
            None,
            "region and endpoint exclude each other",
            f"A region stands for its endpoint at HPE, so only one can be meant. region comes from {given.source('region')}"
            f", endpoint from {given.source('endpoint')}. Remove one of them.",
        )
    elif not given.text("region") and not given.text("endpoint"):
        given.complain(
            None,
            "region or endpoint is missing",
            f"Set region (or GLBR_REGION) to {ARGUMENTS['region']}: {', '.join(_REGIONS)}. Or set endpoint (or "
            f"GLBR_ENDPOINT) {ARGUMENTS['endpoint']}.",
        )
    # HPE's own address written out means its region: tokens do not come from there.
    found = next((name for name in _REGIONS if name == region or _region_endpoint(name) == endpoint), None)
    return found, _region_endpoint(found) if found else endpoint


def _region_endpoint(region: Region) -> str:
    return f"https://{region}.api.greenlake.hpe.com"


def _array_endpoint(region: Region | None, endpoint: str) -> str:
    return f"https://{_ARRAY_HOSTS[region]}.data.cloud.hpe.com" if region else endpoint


@dataclass(frozen=True, slots=True)
class _Wrong:
    summary: str
    detail: str


def _address(given: _Given, name: str) -> str:
    """Read an address and give it without a slash at its end, empty if it is absent or wrong."""
    text = given.text(name)
    if not text:
        return ""
    wrong = _address_problem(text)
    if wrong:
        given.complain(name, f"{name} {wrong.summary}", wrong.detail)
        return ""
    return text.rstrip("/").lower()


def _address_problem(text: str) -> _Wrong | None:
    """Say what is wrong with an address, without quoting the parts in which people put secrets."""
    form = "The form is https://host or https://host:port, with nothing behind it."
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return _Wrong("is not an address", f"Its host or port cannot be read. {form}")
    if parts.scheme not in ("http", "https") or not host:
        return _Wrong(
            "is not an address", f"It must start with https:// (or http:// on this machine) and name a host. {form}"
        )
    if "@" in parts.netloc:
        return _Wrong("holds credentials", f"A user name or password may not stand in the address of {host}. {form}")
    if parts.path.strip("/") or parts.query or parts.fragment:
        return _Wrong(
            "is more than a host", f"Something follows the host {host}. {form} Paths are added by the provider."
        )
    if parts.scheme == "http" and not is_loopback(host):
        return _Wrong(
            "is not encrypted",
            f"With http the client secret and all tokens would cross the network to {host} in clear text. Use https; "
            "http is for this machine alone (127.0.0.1, ::1, localhost).",
        )
    return None
