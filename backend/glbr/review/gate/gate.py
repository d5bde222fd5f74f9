"""The gate of one review: pack, settings, rules of the team's own and waivers, and which branch they came from."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from glbr.review.gate.documents import mistakes, suggestion
from glbr.review.gate.packs import DEFAULT, SEVERITIES, Pack, check_names, read_pack
from glbr.review.gate.parameters import parameter_mistakes
from glbr.review.gate.settings import (
    FILE_NAME,
    RULE_ID,
    Approval,
    OnExisting,
    OnUnknown,
    Settings,
    SettingsFile,
    read_settings,
)
from glbr.review.gate.waivers import same_waiver
from glbr.review.model.model import Waiver
from glbr.review.problem import ReviewProblem
from glbr.review.rules.catalogue import catalogue
from glbr.review.rules.rule import Rule

if TYPE_CHECKING:
    from glbr.review.gate.user_rules import UserRule

DIRECTIONS: Final = ("weakening", "destructive")
"""Directions that `--fail-on` takes."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the command line asks for: it comes before every file, since whoever runs the review owns it.

    Attributes:
        pack: Name or path of a pack, relative to the working directory; None for the settings' own.
        require_approval: As in the settings.
        unknown: As in the settings.
        fail_on: Directions, severities and rules whose findings block.
        exit_zero: Whether the exit code is 0 whatever the outcome.
    """

    pack: str | None = None
    require_approval: Approval | None = None
    unknown: OnUnknown | None = None
    fail_on: tuple[str, ...] = ()
    exit_zero: bool = False


@dataclass(frozen=True)
class Gate:
    """Everything that findings are judged by.

    Attributes:
        pack: The pack.
        settings: The settings that count.
        rules: The catalogue.
        user_rules: Rules of the team's own.
        waivers: Waivers in files that count.
        unmerged: Waivers in files that only the change under review has; they do not count.
        has_base: Whether the base branch decides. Then a waiver that travels with the configuration counts only if the base
            has it, too.
        source: Where settings and waivers came from, in words.
        wishes: What the command line asks for.
    """

    pack: Pack
    settings: Settings = field(default_factory=Settings)
    rules: Mapping[str, Rule] = field(default_factory=catalogue)
    user_rules: "tuple[UserRule, ...]" = ()
    waivers: tuple[Waiver, ...] = ()
    unmerged: tuple[Waiver, ...] = ()
    has_base: bool = False
    source: str = "defaults"
    wishes: Wishes = field(default_factory=Wishes)

    @property
    def require_approval(self) -> Approval:
        """From which direction on somebody has to approve."""
        return self.wishes.require_approval or self.settings.require_approval or self.pack.require_approval

    @property
    def unknown(self) -> OnUnknown:
        """What becomes of a rule that cannot decide."""
        return self.wishes.unknown or self.settings.unknown or self.pack.unknown

    @property
    def existing(self) -> OnExisting:
        """What becomes of what was so before the change."""
        return self.settings.existing or self.pack.existing

    @cached_property
    def zone(self) -> ZoneInfo:
        """Zone of start times."""
        return ZoneInfo(self.settings.zone or "UTC")

    @cached_property
    def names(self) -> frozenset[str]:
        """Ids of all rules."""
        return frozenset(self.rules) | {rule.id for rule in self.user_rules}


def gate(config: Path | None = None, base_config: Path | None = None, wishes: Wishes = Wishes()) -> Gate:
    """Put a gate together.

    Args:
        config: The settings that the change under review has; None when it has none.
        base_config: The settings of the base branch, or the folder that may hold them; then these count alone. None when
            nobody gave any.
        wishes: What the command line asks for.

    Raises:
        ReviewProblem: A file is missing or wrong.
    """
    head = read_settings(config) if config else SettingsFile()
    counting = _base(base_config) if base_config else head
    found = _assembled(counting, wishes)
    if base_config is None:
        source = f"{config} of this change" if config else "defaults"
        return replace(found, waivers=head.waivers, source=source)
    merged = {same_waiver(waiver) for waiver in counting.waivers}
    return replace(
        found,
        waivers=counting.waivers,
        unmerged=tuple(waiver for waiver in head.waivers if same_waiver(waiver) not in merged),
        has_base=True,
        source=_told(counting, head),
    )


def _base(given: Path) -> SettingsFile:
    if given.is_dir() and not (given / FILE_NAME).exists():
        return SettingsFile()  # the change brings the first settings: they count once they are merged
    return read_settings(given)


def _told(base: SettingsFile, head: SettingsFile) -> str:
    where = f"base branch ({base.path.name})" if base.path else f"base branch (defaults, for it has no {FILE_NAME})"
    without = [replace(file.settings, waivers=(), waiver_files=()) for file in (base, head)]
    differs = head.path is not None and without[0] != without[1]
    return f"{where}; other settings in this change do not count yet" if differs else where


def _assembled(file: SettingsFile, wishes: Wishes) -> Gate:
    settings, rules = file.settings, catalogue()
    doing = f"Reading the gate's settings in {file.path}"
    own: tuple[UserRule, ...] = ()
    if settings.user_rules:
        from glbr.review.gate.user_rules import read_user_rules

        own = read_user_rules(file.beside(name) for name in settings.user_rules)
    if wishes.pack:
        pack = read_pack(wishes.pack, Path())
    else:
        pack = read_pack(settings.pack or DEFAULT, file.path.parent if file.path else Path())
    names = frozenset(rule.id for rule in own)
    known = {**rules, **dict.fromkeys(names)}
    check_names(settings.enforcement, known, doing, "enforcement")
    # A pack may be used with rules of several teams: those it names need not be here, GLBR's own have to.
    foreign = {name for name in pack.enforcement if RULE_ID.fullmatch(name) and not name.startswith("DP-")}
    of_ours = {name: level for name, level in pack.enforcement.items() if name not in foreign}
    check_names(of_ours, rules, f"Reading the pack {pack.name}", "enforcement")
    check_names(dict.fromkeys(pack.never_waived), known, f"Reading the pack {pack.name}", "never_waived")
    mistakes(f"Reading the pack {pack.name}", parameter_mistakes(pack.parameters, rules, names, "parameters"))
    mistakes(doing, parameter_mistakes(settings.parameters, rules, names, "parameters"))
    for data_class, given in settings.objectives.items():
        mistakes(doing, parameter_mistakes(given, rules, names, f"objectives.{data_class}"))
    _check_fail_on(wishes.fail_on, known)
    return Gate(pack, settings, rules, own, wishes=wishes)


def _check_fail_on(given: tuple[str, ...], known: Mapping[str, object]) -> None:
    allowed = [*DIRECTIONS, *SEVERITIES, *known]
    for word in given:
        if word not in allowed:
            raise ReviewProblem(
                f"--fail-on does not know {word}",
                f"{suggestion(word, allowed)}Give a direction ({', '.join(DIRECTIONS)}), a severity "
                f"({', '.join(SEVERITIES)}) or the id of a rule (--list-rules shows them).",
            )
