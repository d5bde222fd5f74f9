"""DP-LOSS-003: the last guard of something that holds recovery points is disarmed."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from glbr.protection.direction import Direction
from glbr.protection.setting import Setting
from glbr.review.analysis.analysis import Analysis
from glbr.review.model.objects import Group, Managed, Side, Store, Thing
from glbr.review.rules.about import about, undecided
from glbr.review.rules.estate import LOCAL
from glbr.review.rules.example import Example, Set
from glbr.review.rules.finding import Finding, Severity
from glbr.review.rules.loss.holdings import holds
from glbr.review.rules.rule import Parameters, Rule
from glbr.review.rules.wording import kind_word, subject

_OFF: Final[Setting[bool]] = Setting("absent")


def judge(rule: Rule, analysis: Analysis, parameters: Parameters) -> Iterator[Finding]:
    """Flags that become true, and flags that are true where something is destroyed."""
    del parameters
    was = _flags(analysis.model.before)
    for key, (item, name, flag) in _flags(analysis.model.after).items():
        before = was[key][2] if key in was else _OFF
        if before.value is True or flag.value is False or flag.is_absent:
            continue
        found = about(rule, item, Direction.WEAKENING, _turned_on(analysis, item, name, flag))
        found = replace(found, before=_word(before), after=_word(flag), path=name)
        if flag.is_unknown:
            found = undecided(found, f"Write {name} as true or false, or leave it out.")
        yield replace(found, covers=("DP-PLAN-001",))
    for key, (item, name, flag) in was.items():
        change = analysis.changes.get(key)
        if change is not None and change.deletes and flag.value is True:
            message = (
                f"{subject(item)} is {'replaced' if change.replaces else 'destroyed'} with {name} = true: HPE refuses "
                f"nothing any more. {_at_stake(analysis, item)}"
            )
            found = about(rule, item, Direction.DESTRUCTIVE, message)
            yield replace(found, before=f"{name} = true", after="destroyed", path=name)


def _flags(side: Side) -> dict[str, tuple[Managed, str, Setting[bool]]]:
    """Every flag that lets HPE destroy more than it would by itself, by key of its object."""
    found: dict[str, tuple[Managed, str, Setting[bool]]] = {}
    for store in side.stores.values():
        found[store.key] = store, "force", store.force
    for group in side.groups.values():
        found[group.key] = group, "cascade_delete", group.cascade
    for thing in side.things.values():
        if "force" in thing.settings:
            found[thing.key] = thing, "force", thing.settings["force"].map(lambda text: text.lower() == "true")
    return found


def _turned_on(analysis: Analysis, item: Managed, name: str, flag: Setting[bool]) -> str:
    value, when = ("true", "") if flag.is_known else ("a value that only the apply tells", "if that is true, ")
    return (
        f"{subject(item)} gets {name} = {value}: {when}HPE no longer refuses to destroy this {kind_word(item)}, nor to "
        f"replace it. {_at_stake(analysis, item)}"
    )


def _at_stake(analysis: Analysis, item: Managed) -> str:
    match item:
        case Store():
            return f"At stake: {holds(analysis, item)}."
        case Group():
            return "At stake: the job that protects the group, and every snapshot and backup of it."
        case Thing(noun="storeonce" | "protection_store_gateway"):
            return "At stake: the stores that the appliance carries."
    return "At stake: whatever still depends on it."


def _word(flag: Setting[bool]) -> str:
    if flag.is_unknown:
        return "known only after the apply"
    return "on" if flag.value else "off"


RULE = Rule(
    id="DP-LOSS-003",
    title="Guard against destruction disarmed",
    severity=Severity.CRITICAL,
    mode="both",
    applies_to=("store", "group", "appliance"),
    explain=(
        "HPE refuses to delete a store with backups in it, a group with copies, an appliance with stores. `force` and "
        "`cascade_delete` take that refusal away. Such a flag often arrives one pull request before the deletion, where "
        "nobody sees what it is for; and once it is there, a replacement that nobody meant goes through as well."
    ),
    fix="Remove the flag, or set it to false. Set it only in the change that is meant to delete, and have that one reviewed.",
    sources=("hashicorp/terraform-provider-aws #13247", "hashicorp/terraform-provider-aws #37774", "NCSC principle 1"),
    judge=judge,
    fires=Example(after=(Set(LOCAL, "force", True),)),
    quiet=Example(before=(Set(LOCAL, "force", True),), after=(Set(LOCAL, "force", False),)),
)
