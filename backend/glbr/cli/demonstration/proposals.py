"""Two pull requests against the clinic: what somebody proposes to write instead."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import unified_diff
from typing import Final

from glbr.cli.demonstration.workplace import NoDemonstration


@dataclass(frozen=True, slots=True)
class Proposal:
    """A change of the example's source.

    Attributes:
        name: Also the name of its files.
        title: What its author calls it.
        edits: Text that stands there now, and what is to stand there.
        exit_code: What the review must end with.
    """

    name: str
    title: str
    edits: tuple[tuple[str, str], ...]
    exit_code: int

    def applied(self, source: str) -> str:
        """The source as proposed.

        Raises:
            NoDemonstration: The example has changed, so that the proposal does not fit it any more.
        """
        for old, new in self.edits:
            if source.count(old) != 1:
                raise NoDemonstration(
                    f"The proposal {self.name} does not fit the example",
                    f"It replaces {old!r}, which stands there {source.count(old)} times instead of once.",
                )
            source = source.replace(old, new)
        return source

    def difference(self, source: str) -> Iterator[str]:
        """The lines that change, as a pull request shows them."""
        lines = unified_diff(source.splitlines(), self.applied(source).splitlines(), lineterm="", n=0)
        return (line for line in lines if not line.startswith(("---", "+++", "@@")))


DANGEROUS: Final = Proposal(
    "dangerous",
    "Save money: cloud copies are not needed",
    (
        (
            '        cloud = ProtectionStore(self, "cloud", name="Cloud_eastus2", on=appliance, location="azure:eastus2")\n',
            "",
        ),
        (
            '        backups = gold.add_backup(Daily.at("01:30").keep(weeks=2).lock(weeks=1)',
            '        gold.add_backup(Daily.at("01:30").keep(weeks=2).lock(days=1)',
        ),
        (
            '        gold.add_cloud_backup(Weekly.on("saturday", at="03:00").keep(months=6), to=cloud, source=backups)\n',
            "",
        ),
        # A slip, and a filter that finds nothing.
        ('"vcenter.clinic.example"', '"vcenter.clinic.exmaple"'),
    ),
    2,
)
"""The cloud tier and its store go, a lock gets shorter, and a misspelt filter empties the group."""

STRONGER: Final = Proposal(
    "stronger",
    "Keep a month of backups, and copy to the cloud daily",
    (
        (".keep(weeks=2)", ".keep(weeks=5)"),
        ('Weekly.on("saturday", at="03:00")', 'Daily.at("03:00")'),
    ),
    0,
)
"""Kept for longer, and copied more often: nobody has to look at it twice."""
