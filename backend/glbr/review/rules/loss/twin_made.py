"""DP-LOSS-009: something is destroyed and made anew with the same content, because its address changed."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import fields, replace
from itertools import chain
from typing import Final

from glbr.protection.direction import Direction
from glbr.protection.effective import Tiers
from glbr.protection.setting import Setting
from glbr.review.analysis.analysis import Analysis
from glbr.review.model.model import Change
from glbr.review.model.objects import Group, Job, Managed, Thing
from glbr.review.rules.about import about
from glbr.review.rules.estate import CLOUD
from glbr.review.rules.example import Example, Move
from glbr.review.rules.finding import Finding, Severity
from glbr.review.rules.rule import Parameters, Rule
from glbr.review.rules.wording import kind_word, objects

_ORDER: Final = ("protection_store", "protection_policy", "protection_group", "protection_job")
"""What others refer to comes first, so that their twins are known when it is compared."""

_SELF: Final = frozenset(
    {"key", "address", "identifier", "prevent_destroy", "ignore_changes", "holdings", "in_use_elsewhere", "suspended"}
)
"""What tells an object from its twin, or is nobody's choice."""

_COPY_MOMENTS: Final = ("expires_at", "locked_until", "point_in_time")


def judge(rule: Rule, analysis: Analysis, parameters: Parameters) -> Iterator[Finding]:
    """Pairs of one that is destroyed and one that is created, of the same type, name and content."""
    del parameters
    before, after = objects(analysis.model.before), objects(analysis.model.after)
    created: dict[Hashable, list[Managed]] = defaultdict(list)
    destroyed: list[tuple[Managed, Change]] = []
    for change in analysis.changes.values():
        if change.actions == ("create",) and (item := after.get(change.key)) is not None:
            created[_likeness(item, {})].append(item)
        elif change.actions == ("delete",) and (item := before.get(change.key)) is not None:
            destroyed.append((item, change))
    renamed: dict[str, str] = {}
    ordered = [item for item, _ in sorted(destroyed, key=lambda pair: _rank(pair[1].noun))]
    jobs = [item for item in ordered if isinstance(item, Job)]
    twins = _twins([item for item in ordered if not isinstance(item, Job)], created, renamed)
    # Jobs refer to groups, so that these come first, under whatever name.
    for old, new in chain(twins, _renamed_groups(ordered, created, renamed), _twins(jobs, created, renamed)):
        renamed[old.key] = new.key
        yield _finding(rule, old, new)


def _twins(
    lost: Iterable[Managed], created: Mapping[Hashable, list[Managed]], renamed: Mapping[str, str]
) -> Iterator[tuple[Managed, Managed]]:
    for item in lost:
        alike = created.get(_likeness(item, renamed), [])
        found = next((new for new in alike if _same(item, new, renamed)), None)
        if found is not None:
            alike.remove(found)
            yield item, found


def _renamed_groups(
    lost: Iterable[Managed], created: Mapping[Hashable, list[Managed]], renamed: Mapping[str, str]
) -> Iterator[tuple[Managed, Managed]]:
    """Groups whose twin got another name along with its address: what they hold is told by their members, or what they follow."""
    free: dict[Hashable, list[Group]] = defaultdict(list)
    for new in chain.from_iterable(created.values()):
        if isinstance(new, Group):
            free[_content(new)].append(new)
    for old in lost:
        if isinstance(old, Group) and old.key not in renamed and (old.members.value or old.follows.value):
            alike = free[_content(old)]
            found = next((new for new in alike if _same(replace(old, name=new.name), new, renamed)), None)
            if found is not None:
                alike.remove(found)
                yield old, found


def _content(group: Group) -> Hashable:
    return group.noun, group.kind.value, group.members.value, group.follows.value


def _finding(rule: Rule, old: Managed, new: Managed) -> Finding:
    called = old.name if old.name == old.address else f"{old.name} ({old.address})"
    address = "its address changed" if new.name == old.name or isinstance(old, Job) else "its address and name changed"
    hang = " Copies made so far hang on the id of the old group, and jobs start anew with the new one." * isinstance(
        old, Group
    )
    message = (
        f"{kind_word(old)} {called} is destroyed, and made anew with the same content at {new.address}: {address}, and "
        f"Terraform was not told.{hang} Write moved {{ from = {old.address} to = {new.address} }}, and nothing is destroyed."
    )
    return replace(about(rule, old, Direction.DESTRUCTIVE, message), before=old.address, after=new.address)


def _rank(noun: str) -> int:
    return next((place for place, part in enumerate(_ORDER) if noun.endswith(part)), len(_ORDER))


def _likeness(item: Managed, renamed: Mapping[str, str]) -> Hashable:
    """What twins must have in common for certain, so that few pairs have to be compared. A job has no name of its own."""
    if isinstance(item, Job):
        return Job, *(renamed.get(end.value or "", end.value) for end in (item.asset, item.policy))
    return type(item), item.noun if isinstance(item, (Group, Thing)) else "", item.name


def _same(old: Managed, new: Managed, renamed: Mapping[str, str]) -> bool:
    """Whether everything that a person chose is the same, as far as it is known."""
    own = {"name"} if isinstance(old, Job) else set()
    skipped = _SELF | own | ({"tiers"} if isinstance(old, Job) else set())
    names = [one.name for one in fields(old) if one.name not in skipped]
    return all(_equal(getattr(old, name), getattr(new, name), renamed) for name in names)


def _equal(old: object, new: object, renamed: Mapping[str, str]) -> bool:
    if isinstance(old, Setting) and isinstance(new, Setting):
        if old.is_unknown or new.is_unknown:
            return True
        if _is_tiers(old):
            return _as_renamed(old, renamed) == _as_renamed(new, {})
        return renamed.get(str(old.value), old.value) == new.value and old.state == new.state
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        names = (old.keys() | new.keys()) - set(_COPY_MOMENTS)
        absent: Setting[str] = Setting("absent")
        return all(_equal(old.get(name, absent), new.get(name, absent), renamed) for name in names)
    return old == new


def _is_tiers(value: Setting[object]) -> bool:
    return isinstance(value.value, tuple) and any(hasattr(part, "schedules") for part in value.value)


def _as_renamed(tiers: Tiers, renamed: Mapping[str, str]) -> object:
    """Tiers without what only the apply tells: the stores under their new names, None for one that is unknown."""
    return [
        (
            tier.kind.value,
            renamed.get(tier.store.value, tier.store.value) if tier.store.value else None,
            tier.schedules,
        )
        for tier in tiers.value or ()
    ]


RULE = Rule(
    id="DP-LOSS-009",
    title="Destroyed because its address changed",
    severity=Severity.HIGH,
    mode="change",
    applies_to=("store", "policy", "group", "job", "copy", "appliance"),
    explain=(
        "Whoever renames a resource, puts it into a module or changes a `for_each` key means to tidy up. Terraform sees one "
        "object that is gone and another one that is new: it deletes the store with every recovery point in it, and makes an "
        "empty one with the same name."
    ),
    fix="Write a `moved` block from the old address to the new one, as the message has it; keep it until every state knows.",
    sources=("Terraform: moved blocks", "NIST SP 800-209"),
    judge=judge,
    fires=Example(after=(Move(CLOUD, "glbr_protection_store.offsite", block=False),)),
    quiet=Example(after=(Move(CLOUD, "glbr_protection_store.offsite"),)),
)
