"""DP-SEC-003: one person alone can delete copies again."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from glbr.protection.direction import Direction
from glbr.protection.setting import Setting
from glbr.review.analysis.analysis import Analysis
from glbr.review.model.objects import Side, Thing
from glbr.review.rules.about import about, undecided
from glbr.review.rules.example import Add, Example, Set
from glbr.review.rules.finding import Finding, Severity
from glbr.review.rules.rule import Parameter, Parameters, Rule, Value

_SETTING = "glbr_setting.second_person"
_PATH = "current_value"
_ON = {"name": "DualAuth", "current_value": "ON"}


def judge(rule: Rule, analysis: Analysis, parameters: Parameters) -> Iterator[Finding]:
    """Find settings for dual authorization that are on before, or not managed, and not on after the change."""
    names, on = _texts(parameters["settings"]), _texts(parameters["on"])
    before = _watched(analysis.model.before, names)
    for key, thing in _watched(analysis.model.after, names).items():
        change = analysis.changes.get(key)
        if change is None or change.is_none:
            continue
        was, now = _value(before.get(key)), _value(thing)
        if _is(now, on) or (was.is_known and not _is(was, on)):
            continue
        yield _found(rule, thing, was, now)


def _found(rule: Rule, thing: Thing, was: Setting[str], now: Setting[str]) -> Finding:
    earlier = "not managed" if was.is_absent else str(was)
    message = (
        f"{_value(thing, 'name')} is set to {now} (before: {earlier}): deletions of stores and copies no longer wait for a "
        "second person."
    )
    found = replace(about(rule, thing, Direction.WEAKENING, message), before=earlier, after=str(now), path=_PATH)
    if now.is_known:
        return found
    asked = f"Whether {_value(thing, 'name')} stays on is not known: one person alone may be able to delete copies."
    return replace(undecided(found, f"Write {_PATH} as a value that is known while planning."), message=asked)


def _watched(side: Side, names: tuple[str, ...]) -> Mapping[str, Thing]:
    """Settings of these names, and those whose name only the apply will tell."""
    wanted = {name.lower() for name in names}
    settings = {key: thing for key, thing in side.things.items() if thing.noun == "setting"}
    return {
        key: thing
        for key, thing in settings.items()
        if _value(thing, "name").is_unknown or str(_value(thing, "name")).lower() in wanted
    }


def _value(thing: Thing | None, name: str = _PATH) -> Setting[str]:
    return thing.settings.get(name, Setting("absent")) if thing is not None else Setting("absent")


def _is(value: Setting[str], on: tuple[str, ...]) -> bool:
    return value.value is not None and value.value.lower() in {word.lower() for word in on}


def _texts(value: Value) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (str(value),)


RULE = Rule(
    id="DP-SEC-003",
    title="Second person no longer needed",
    severity=Severity.CRITICAL,
    mode="change",
    applies_to=("setting",),
    explain=(
        "With dual authorization, a deletion waits until somebody else has agreed to it: one stolen password, or one angry "
        "administrator, is not enough. To turn it off is the first step of whoever wants to erase everything, and it looks "
        "like housekeeping. A setting that this configuration takes over with the value off counts too, since it may have "
        "been on. To stop managing the setting changes nothing at HPE, so it is not told here."
    ),
    fix="Leave the setting on. If it has to go off for a piece of work, let a second person see to it, and for that day only.",
    sources=("NCSC principle 1", "AWS Audit Manager BACKUP_RECOVERY_POINT_MANUAL_DELETION_DISABLED"),
    judge=judge,
    parameters={
        "settings": Parameter(
            ("DualAuth",),
            "Names of the settings that ask for a second person, as `glbr_setting` has them.",
            "HPE publishes no names of settings: this is the simulator's. Look at `data.glbr_settings` of your workspace",
        ),
        "on": Parameter(
            ("ON", "ENABLED", "TRUE"),
            "Values that mean that it is on, in capitals or not.",
            "HPE publishes no values: these are the usual words",
        ),
    },
    fires=Example(before=(Add(_SETTING, _ON),), after=(Set(_SETTING, _PATH, "OFF"),)),
    quiet=Example(before=(Add(_SETTING, {**_ON, _PATH: "OFF"}),), after=(Set(_SETTING, _PATH, "ON"),)),
)
