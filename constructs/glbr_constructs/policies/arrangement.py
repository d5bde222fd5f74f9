"""All schedules of a policy together: what each is made from, its number, and the tiers they make."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from glbr_constructs.given import Given
from glbr_constructs.policies.copies import Copies, candidates, where
from glbr_constructs.policies.numbering import Alike, numbers


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The schedules of a policy, put in order. The same schedules give the same, whatever the order they were added in.

    Attributes:
        copies: The copies, by number.
        numbers: Number of each schedule.
        sources: What each copy is made from; `None` for the asset.
    """

    copies: tuple[Copies, ...]
    numbers: dict[Copies, int]
    sources: dict[Copies, Copies | None]

    @classmethod
    def of(cls, copies: Iterable[Copies], given: Given) -> "Arrangement":
        """Arrange copies.

        Raises:
            Refused: what one is made from, or the number of one, cannot be worked out.
        """
        everything = tuple(copies)
        sources = {one: _source(one, everything, given) for one in everything}
        try:
            numbered = numbers(everything, lambda one: one.chosen_id, lambda one: one.kind, Copies.content)
        except Alike:
            raise given.refused(
                f"another schedule of the same kind says the same. Given: {everything[-1]}",
                "Allowed: schedules that differ in store, rhythm, time, retention or name, as far as that is known "
                "before Terraform runs. Remove one, or tell them apart with schedule_id=",
            ) from None
        return cls(tuple(sorted(everything, key=numbered.__getitem__)), numbered, sources)

    def protections(self) -> list[dict[str, object]]:
        """The tiers in HPE's words, in the order of their first schedule: so does an import tell them."""
        tiers: dict[tuple[str, str | None], list[dict[str, object]]] = {}
        for one in self.copies:
            source = self.sources[one]
            entry = one.schedule.entry(self.numbers[one], None if source is None else self.numbers[source])
            tiers.setdefault(one.place, []).append(entry)
        return [
            {"type": kind, "protection_store_id": store_id, "schedules": schedules}
            for (kind, store_id), schedules in tiers.items()
        ]

    def position_of(self, copies: Copies) -> int:
        """Position of the tier that holds them."""
        return list(dict.fromkeys(one.place for one in self.copies)).index(copies.place)

    def table(self) -> str:
        """One line for each schedule, for people."""
        rows = [
            ("id", "kind", "when", "kept", "locked", "made from", "store"),
            *(self._row(one) for one in self.copies),
        ]
        widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
        return "\n".join("  ".join(map(str.ljust, row, widths)).rstrip() for row in rows)

    def _row(self, one: Copies) -> tuple[str, ...]:
        source, schedule = self.sources[one], one.schedule
        return (
            str(self.numbers[one]),
            one.kind,
            schedule.rhythm(),
            str(schedule.kept_for or "for ever"),
            str(schedule.locked_for or "-"),
            "the asset" if source is None else str(self.numbers[source]),
            "-" if one.store is None else where(one.store),
        )


def renumbered(before: Arrangement, after: Arrangement) -> Iterator[tuple[Copies, int, int]]:
    """Schedules whose number somebody has read, and which would get another one: with both."""
    for one, old in before.numbers.items():
        if one.was_read and after.numbers[one] != old:
            yield one, old, after.numbers[one]


def _source(one: Copies, everything: tuple[Copies, ...], given: Given) -> Copies | None:
    if isinstance(one.wanted_source, Copies):
        return one.wanted_source
    found = [] if one.wanted_source is not None else candidates(one, everything)
    if len(found) > 1:
        raise given.refused(
            f"what {one} is made from cannot be worked out: the policy has {' and '.join(map(str, found))}",
            "Say it with source=: what the call that added one of these returned, or source='asset' for a copy of the asset "
            "itself",
        )
    return found[0] if found else None
