"""What a team decides about its gate: the file `glbr-review.yaml`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Literal

from glbr.review.gate.documents import checked, mistakes, read_document
from glbr.review.model.model import Waiver

FILE_NAME: Final = "glbr-review.yaml"

Level = Literal["off", "advisory", "soft", "hard"]
"""What a rule's finding leads to; `off` says nothing at all."""

Approval = Literal["never", "destructive", "weakening", "any-change"]
"""From which direction on a change needs somebody's approval. `never`: nobody is asked, not even for a soft finding."""

OnUnknown = Literal["fail", "pass-advisory"]
"""What becomes of a rule that cannot decide: it counts like one that fails, or it is only said."""

OnExisting = Literal["report", "enforce"]
"""What becomes of a state of things that was as bad before the change: it is only said, or counts like a new one."""

Given = bool | int | float | str | tuple[str, ...]
"""A rule's parameter as a file gives it."""

RULE_ID: Final = re.compile(r"[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)+")
"""What ids of rules look like, GLBR's (`DP-LOCK-001`) and others' (`ACME-1`)."""

STRICT: Final = {"extra": "forbid"}


@dataclass(frozen=True)
class WaiverEntry:
    """A waiver as a file has it. What is missing but for rule and address makes it a finding, and no error."""

    rule: str
    address: str
    value: str = ""
    tier: str = ""
    schedule: int | None = None
    reason: str = ""
    owner: str = ""
    until: str = ""
    ticket: str = ""

    __pydantic_config__ = STRICT

    def waiver(self, written_in: str) -> Waiver:
        """The same as the model has it."""
        return Waiver(
            self.rule,
            self.address,
            self.reason,
            self.owner,
            self.until,
            self.value,
            self.ticket,
            self.tier,
            written_in,
            self.schedule,
        )


@dataclass(frozen=True)
class WaiverFile:
    """A file of waivers alone."""

    waivers: tuple[WaiverEntry, ...] = ()

    __pydantic_config__ = STRICT


@dataclass(frozen=True)
class Settings:
    """The file as it is written; what it leaves out is None or empty.

    Attributes:
        pack: Name of a shipped pack, or path of one of the team's, relative to this file.
        enforcement: By rule id or by severity: `{"DP-COV-006": "off", "high": "hard"}`.
        parameters: By rule id and parameter.
        objectives: By data class, then as `parameters`: stricter or looser thresholds for assets of that class.
        require_approval: From which direction on somebody has to approve.
        unknown: What becomes of a rule that cannot decide.
        existing: What becomes of what was so before the change.
        zone: Zone of the start times in schedules, such as `Europe/Berlin`.
        longest_lock: By name of a store: the longest lock that it takes.
        user_rules: Files of rules of the team's own, relative to this file.
        waivers: Accepted findings.
        waiver_files: Files of more of them, relative to this file.
        documentation: Address below which each rule has its page.
    """

    pack: str | None = None
    enforcement: dict[str, Level] = field(default_factory=dict)
    parameters: dict[str, dict[str, Given]] = field(default_factory=dict)
    objectives: dict[str, dict[str, dict[str, Given]]] = field(default_factory=dict)
    require_approval: Approval | None = None
    unknown: OnUnknown | None = None
    existing: OnExisting | None = None
    zone: str | None = None
    longest_lock: dict[str, str] = field(default_factory=dict)
    user_rules: tuple[str, ...] = ()
    waivers: tuple[WaiverEntry, ...] = ()
    waiver_files: tuple[str, ...] = ()
    documentation: str = ""

    __pydantic_config__ = STRICT


@dataclass(frozen=True, slots=True)
class SettingsFile:
    """Settings, where they came from, and the waivers of all their files.

    Attributes:
        settings: The settings; all defaults without a file.
        path: The file; None for none.
        waivers: Waivers written in it and in the files that it names.
    """

    settings: Settings = field(default_factory=Settings)
    path: Path | None = None
    waivers: tuple[Waiver, ...] = ()

    def beside(self, name: str) -> Path:
        """A path that the file gives, seen from where the file is."""
        return (self.path.parent / name) if self.path else Path(name)


def read_settings(path: Path) -> SettingsFile:
    """Read a gate's settings, and the waivers that belong to it.

    Args:
        path: The file, or the folder that holds `glbr-review.yaml`.

    Raises:
        ReviewProblem: A file is missing or wrong.
    """
    if path.is_dir():
        path = path / FILE_NAME
    tree = read_document(path, "the gate's settings")
    settings = settings_of(tree, f"Reading the gate's settings in {path}")
    found = SettingsFile(settings, path)
    waivers = [entry.waiver(path.name) for entry in settings.waivers]
    for name in settings.waiver_files:
        where = found.beside(name)
        extra = checked(read_document(where, "waivers"), WaiverFile, f"Reading waivers in {where}")
        waivers += [entry.waiver(name) for entry in extra.waivers]
    return SettingsFile(settings, path, tuple(waivers))


def settings_of(tree: Mapping[str, Any], doing: str) -> Settings:
    """Make settings out of a plain tree.

    Raises:
        ReviewProblem: A name or value in it is wrong.
    """
    settings = checked(tree, Settings, doing)
    mistakes(doing, _beyond_types(settings))
    return settings


def _beyond_types(settings: Settings) -> list[tuple[str, str, str]]:
    from zoneinfo import ZoneInfo

    from glbr.protection.period import InvalidPeriod, Period

    found = []
    if settings.zone is not None:
        try:
            ZoneInfo(settings.zone)
        except (OSError, ValueError, LookupError):
            found.append(
                ("zone", "there is no such zone", f"Given: {settings.zone}. Write a name such as Europe/Berlin or UTC.")
            )
    for store, period in settings.longest_lock.items():
        try:
            Period.parse(period)
        except InvalidPeriod as problem:
            found.append((f"longest_lock.{store}", "it is not a period", f"{problem}."))
    if settings.documentation and not settings.documentation.startswith(("https://", "http://")):
        found.append(
            (
                "documentation",
                "it is not an address",
                f"Given: {settings.documentation}. Write one that starts with https://.",
            )
        )
    return found
