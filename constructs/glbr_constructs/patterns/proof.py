"""Whether copies meet the 3-2-1-1-0 rule: worked out from what will be written, and told digit by digit."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from glbr.protection.effective import Tiers, tiers_of
from glbr.protection.period import Period
from glbr.protection.problem import Problem
from glbr.protection.setting import Setting
from glbr.review.analysis.score import Digit, score
from glbr.review.model.objects import Store
from glbr_constructs import roles
from glbr_constructs.cdk import cdk
from glbr_constructs.given import is_expression
from glbr_constructs.l1.protection_job import ProtectionJob
from glbr_constructs.patterns.site_stores import TYPES
from glbr_constructs.policies.protection_policy import ProtectionPolicy
from glbr_constructs.stores.protection_store import ProtectionStore
from glbr_constructs.synthesis.place import path_of
from glbr_constructs.synthesis.resource import Resource

LEAST_LOCK: Final = Period(7, "DAYS")
"""Shortest lock that counts, as in the review's rule DP-LOCK-003: an attack over a long weekend is noticed in time."""

_RESTORABLE: Final = ("BACKUP", "CLOUD_BACKUP")
_CURES: Final = {
    "copies": "Wanted: 3 or more, with the data itself. Add a backup or a cloud backup, to a store of its own.",
    "media": "Wanted: 2 or more of array, appliance and cloud. Add a backup on premises or a cloud backup.",
    "off-site": "Wanted: 1 or more. Add a cloud backup, to a store with a cloud location.",
    "locked": f"Wanted: a backup or cloud backup that is locked for {LEAST_LOCK} or longer: .keep(months=6).lock(weeks=4).",
}
_UNTOLD: Final = "HPE's API tells of no verified restore. Try one, and note the day (DP-VER-002)."


@dataclass(frozen=True, slots=True)
class ProofLine:
    """One digit of the rule.

    Attributes:
        digit: The digit as the rule's name has it: `3`.
        name: What it counts: `copies`, `media`, `off-site`, `locked` or `errors`.
        holds: Whether it is met; None when that cannot be told here.
        found: What was counted, in words.
    """

    digit: int
    name: str
    holds: bool | None
    found: str

    def __str__(self) -> str:
        word = {True: "yes", False: "NO", None: "not told"}[self.holds]
        return f"{self.digit} {self.name:<8}  {word:<8}  {self.found}"


@dataclass(frozen=True, slots=True)
class Proof:
    """What speaks for the rule, and what against it.

    Attributes:
        of: Path of the policy, or of the job whose own values differ.
        lines: The five digits, in the order of the rule's name.

    Example:
        appliance = StoreOnce.from_storeonce_name(self, "appliance", "clinic-storeonce-1")
        erp = ThreeTwoOneOneZero(self, "erp", name="erp", on=appliance, location="azure:eastus2")
        for line in erp.proof.lines:
            print(line.digit, line.name, line.holds, line.found)
    """

    of: str
    lines: tuple[ProofLine, ...]

    def __str__(self) -> str:
        return "\n".join((f"3-2-1-1-0 of {self.of}", *map(str, self.lines)))

    @property
    def holds(self) -> bool:
        """Whether everything holds that HPE's API can tell: the last digit is for people to see to."""
        return all(line.holds for line in self.lines[:-1])

    def problems(self) -> Iterator[Problem]:
        """Each digit that does not hold, or that nobody can tell, with what to do about it."""
        for line in self.lines[:-1]:
            if not line.holds:
                doubt = "is not met" if line.holds is False else "cannot be told"
                yield Problem(
                    (),
                    f"3-2-1-1-0 {doubt}: the digit {line.digit}, {line.name}, of {self.of}",
                    f"Given: {line.found}. {_CURES[line.name]}",
                )


def written(resource: Resource) -> Mapping[str, object]:
    """The arguments of a resource as they will be synthesized, with what an escape hatch changed."""
    kinds: Mapping[str, Mapping[str, Mapping[str, object]]] = resource.to_terraform()["resource"]
    ((_, named),) = kinds.items()
    ((_, changed),) = named.items()
    found = _merged(resource.written(), changed)
    assert isinstance(found, Mapping)
    return found


def _merged(value: object, change: object) -> object:
    """A value with an override on top, which names positions of a list by number."""
    if isinstance(value, list) and isinstance(change, Mapping):
        by_position = {str(position): item for position, item in enumerate(value)}
        merged = _merged(by_position, change)
        return list(merged.values()) if isinstance(merged, Mapping) else merged
    if isinstance(value, Mapping) and isinstance(change, Mapping):
        return {**value, **{name: _merged(value.get(name), inner) for name, inner in change.items()}}
    return change


def prove(policy: Resource, stores: Mapping[str, roles.Store], job: Resource | None = None) -> Proof:
    """Work out whether a policy meets the rule.

    Args:
        policy: The policy's resource.
        stores: The stores that it may use, by what people call them.
        job: A job with values of its own, which count in place of the policy's.
    """
    overrides = None if job is None else _numbered(job, written(job).get("overrides"))
    tiers = tiers_of(written(policy), overrides)
    named = {store.protection_store_id: name for name, store in stores.items()}
    counts = score(tiers, {store.protection_store_id: _counted(name, store) for name, store in stores.items()})
    of = job or policy
    lines = (
        _line(of, 3, "copies", counts.copies),
        _line(of, 2, "media", counts.media),
        _line(of, 1, "off-site", counts.off_site),
        _locked(of, tiers, named),
        ProofLine(0, "errors", None, _UNTOLD),
    )
    return Proof(_path(of), lines)


def _numbered(job: Resource, overrides: object) -> object:
    """The overrides of a job with the numbers that tokens stand for. Identifiers of tiers are not known yet: left out."""
    if isinstance(overrides, Mapping):
        return {
            name: _numbered(job, inner)
            for name, inner in overrides.items()
            if not (name == "id" and is_expression(inner))
        }
    if isinstance(overrides, list):
        return [_numbered(job, inner) for inner in overrides]
    if isinstance(overrides, float) and cdk.Token.is_unresolved(overrides):
        resolver = cdk.DefaultTokenResolver(cdk.StringConcat())
        return cdk.Tokenization.resolve(overrides, scope=job, resolver=resolver)
    return overrides


def jobs_of(policy: ProtectionPolicy) -> Iterator[ProtectionJob]:
    """The jobs anywhere in the program that put a policy to work with values of their own."""
    for construct in policy.node.root.node.find_all():
        if isinstance(construct, ProtectionJob):
            job = construct.written()
            if job.get("overrides") and job["protection_policy_id"] == policy.protection_policy_id:
                yield construct


def _path(of: Resource) -> str:
    return path_of(of).removesuffix("/Default").removesuffix("/Default")


def _counted(name: str, store: roles.Store) -> Store:
    unasked: Setting[str] = Setting("unknown")
    # What will be written counts, for an escape hatch may have made the store one of another type.
    own = written(store.resource)["protection_store_type"] if isinstance(store, ProtectionStore) else None
    kind = str(own or store.protection_store_type or TYPES[name])
    return Store(
        key=store.protection_store_id,
        address=name,
        name=name if store.protection_store_type else f"{name} (Terraform asks its type)",
        identifier=unasked,
        kind=unasked if is_expression(kind) else Setting("known", kind),
        system=unasked,
        location=unasked,
        force=Setting("absent"),
    )


def _line(of: Resource, digit: int, name: str, counted: Digit) -> ProofLine:
    named = ", ".join(_called(of, place) for place in counted.of)
    return ProofLine(digit, name, counted.is_met, f"{counted}: {named}" if named else str(counted))


def _locked(of: Resource, tiers: Tiers, names: Mapping[str, str]) -> ProofLine:
    """Snapshots do not count, locked or not: they live and die with the array that holds the data."""
    backups = [tier for tier in tiers.value or () if tier.kind.value in _RESTORABLE]
    schedules = [(tier, schedule) for tier in backups for schedule in tier.known_schedules()]
    locks = [(tier, schedule.lock.value) for tier, schedule in schedules if schedule.lock.value is not None]
    told = [
        f"{names.get(place, '') or _called(of, place)} for {lock} from each copy on"
        for tier, lock in locks
        if (place := tier.store.value or "a store")
    ]
    hidden = tiers.is_unknown or any(not tier.schedules.is_known for tier in backups)
    hidden |= any(schedule.lock.is_unknown for _, schedule in schedules)
    holds = any(not LEAST_LOCK.can_outlast(lock) for _, lock in locks) or (None if hidden else False)
    return ProofLine(1, "locked", holds, ", ".join(dict.fromkeys(told)) or "no backup is locked")


def _called(of: Resource, place: str) -> str:
    """A place as people call it. What is no store of the pattern's own is looked for among all constructs."""
    if "${" not in place:
        return place
    every = of.node.root.node.find_all()
    found = (path_of(one) for one in every if getattr(one, "protection_store_id", None) == place)
    return next(found, "a store that only Terraform knows")
