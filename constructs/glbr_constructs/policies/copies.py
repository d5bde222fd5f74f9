"""The copies that one schedule of a policy makes."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

import jsii
from constructs import Construct

from glbr.protection.schedule import RECURRENCES
from glbr_constructs import roles
from glbr_constructs.cdk import cdk
from glbr_constructs.given import Given, called, is_expression
from glbr_constructs.policies.numbering import Content, Kind
from glbr_constructs.policies.schedule import Schedule
from glbr_constructs.synthesis.place import path_of

if TYPE_CHECKING:
    from glbr_constructs.policies.protection_policy import ProtectionPolicy

FROM_ASSET: Final = "asset"
"""Copies that are made from the asset itself, whatever else the policy makes."""

Source: TypeAlias = "Copies | Literal['asset'] | None"
"""What copies are made from; `None` has it worked out."""

NEAREST: Final[dict[Kind, tuple[Kind, ...]]] = {"BACKUP": ("SNAPSHOT",), "CLOUD_BACKUP": ("BACKUP", "SNAPSHOT")}
"""From which kinds copies are made where nobody says otherwise: the way HPE's own example goes, from the array to the
appliance to the cloud."""


_STORES: Final = {"BACKUP": "ON_PREMISES", "CLOUD_BACKUP": "CLOUD"}
"""Type of store that each kind of copy goes to; backups of logs go to either."""


class Copies:
    """The copies that one schedule of a policy makes. Others can be made from them: `source=`.

    Example:
        local = ProtectionStore.from_protection_store_name(self, "local", "Local_clinic")
        replica = ProtectionStore.from_protection_store_name(self, "replica", "Local_branch")

        policy = ProtectionPolicy(self, "gold", name="gold")
        backups = policy.add_backup(Daily.at("01:30").keep(weeks=2), to=local)
        policy.add_backup(Daily.at("05:30").keep(weeks=5), to=replica, source=backups)

    Attributes:
        policy: The policy.
        kind: HPE's kind of copy.
        schedule: When they are made and how long each lives.
        store: Store that takes them; `None` for those that stay on the array.
        wanted_source: What was given for `source`.
        chosen_id: The number that was given for the schedule, if any.
    """

    def __init__(
        self,
        policy: "ProtectionPolicy",
        kind: Kind,
        schedule: Schedule,
        *,
        store: roles.Store | None,
        source: Source,
        schedule_id: int | None,
    ) -> None:
        """Made by `add_snapshot`, `add_backup` and the like."""
        self.policy = policy
        self.kind = kind
        self.schedule = schedule
        self.store = store
        self.wanted_source = source
        self.chosen_id = schedule_id
        self.was_read = False
        self._tier_ids: dict[int, str] = {}

    def __str__(self) -> str:
        return f"{self.kind} {str(self.schedule)!r}"

    def __repr__(self) -> str:
        return f"<{self}>"

    @property
    def schedule_id(self) -> int:
        """Number of the schedule in the policy.

        Once it was read, no schedule that would change it can be added any more: say `schedule_id=` for such a pair.
        """
        self.was_read = True
        return self.policy.arrangement.numbers[self]

    @property
    def source(self) -> "Copies | None":
        """The copies that these are made from, given or worked out; `None` for the asset itself."""
        return self.policy.arrangement.sources[self]

    @property
    def schedule_number(self) -> float:
        """The same number as a token, which stays right whatever is added later."""
        return cdk.Lazy.number_value(_Number(lambda: self.policy.arrangement.numbers[self]))

    @property
    def tier_id(self) -> str:
        """Identifier that HPE gives the tier, as a token that stays right whatever is added later."""
        return cdk.Lazy.string_value(_Text(self._tier_id))

    @property
    def place(self) -> tuple[str, str | None]:
        """What makes a tier of HPE's: kind of copy and store."""
        return self.kind, None if self.store is None else self.store.protection_store_id

    def _tier_id(self) -> str:
        position = self.policy.arrangement.position_of(self)
        # Always the same token: the CDK marks the very one that another stack refers to.
        if position not in self._tier_ids:
            self._tier_ids[position] = self.policy.resource.protections[position].id
        return self._tier_ids[position]

    def content(self) -> Content:
        """What tells the schedule from others of its kind. A value of Terraform has no place in an order."""
        path = "" if self.store is None else where(self.store)
        source = self.wanted_source
        made_from = source.content() if isinstance(source, Copies) else source
        schedule = self.schedule
        family = list(RECURRENCES).index(schedule.recurrence)
        times = schedule.start_time, schedule.window
        rest = str(schedule.retention), schedule.name, schedule.name_pattern, made_from
        return _known(path), family, schedule.every, schedule.on, _known((times, rest))

    def comes_from(self, other: "Copies") -> bool:
        """Whether these are made from others, directly or by way of some in between, as far as that was given."""
        source = self.wanted_source
        return isinstance(source, Copies) and (source is other or source.comes_from(other))


def candidates(copies: Copies, all_copies: Iterable[Copies]) -> list[Copies]:
    """What copies can be made from where nobody says: those of the nearest kind that the policy has."""
    others = [other for other in all_copies if other is not copies and not other.comes_from(copies)]
    for kind in NEAREST.get(copies.kind, ()):
        if found := [other for other in others if other.kind == kind]:
            return found
    return []


def check_store(given: Given, argument: str, kind: Kind, store: object) -> None:
    """Refuse what is no store, or one of a type that these copies do not go to."""
    cure = "ProtectionStore(...), or ProtectionStore.from_protection_store_name(...)"
    given.part(argument, store, ("protection_store_id", "protection_store_type"), "a store", cure)
    place, wanted = getattr(store, "protection_store_type", None), _STORES.get(kind)
    if place is not None and wanted is not None and place != wanted:
        verb = {"ON_PREMISES": "add_backup", "CLOUD": "add_cloud_backup"}[place]
        raise given.refused(
            f"{kind} goes to a store of type {wanted}. Given: {argument}={called(store)}, of type {place}",
            f"Use policy.{verb}(...) for it",
        )


def where(store: roles.Store) -> str:
    """A store in the words of a table: the place of its construct, or its identifier."""
    return path_of(store) if isinstance(store, Construct) else store.protection_store_id


def _known(value: object) -> str:
    """A value as text, without what only Terraform knows."""
    if isinstance(value, tuple):
        return repr([_known(item) for item in value])
    return "" if value is None or is_expression(value) else str(value)


@jsii.implements(cdk.INumberProducer)
class _Number:
    def __init__(self, tell: Callable[[], int]) -> None:
        self._tell = tell

    def produce(self, context: Any) -> float:
        del context
        return self._tell()


@jsii.implements(cdk.IStringProducer)
class _Text:
    def __init__(self, tell: Callable[[], str]) -> None:
        self._tell = tell

    def produce(self, context: Any) -> str:
        del context
        return self._tell()
