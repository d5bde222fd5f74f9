"""What a benchmark yields: samples, the baselines they stand beside, and the budgets they are held to."""

import statistics
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from glbr.api.errors import GlbrError

Unit = Literal["ms", "s", "MB", "calls"]


class NotMeasured(GlbrError):
    """Something that is measured failed, so there is no figure."""


@dataclass(frozen=True, slots=True)
class Sample:
    """Figures of one thing measured several times, all in one unit."""

    name: str
    unit: Unit
    values: tuple[float, ...]

    @property
    def median(self) -> float:
        """The figure to go by: other work on the machine hardly moves it."""
        return statistics.median(self.values)

    @property
    def minimum(self) -> float:
        """What the machine can do when nothing disturbs it."""
        return min(self.values)

    def less(self, floor: "Sample", name: str) -> "Sample":
        """What this takes beyond a floor, which is taken at its median."""
        return Sample(name, self.unit, tuple(max(value - floor.median, 0.0) for value in self.values))


@dataclass(frozen=True, slots=True)
class Budget:
    """The most that the design allows.

    Attributes:
        of: `ratio` limits the median as a multiple of the baseline's, `median` limits it as it is.
        most: The limit, in the unit of the sample unless it is a ratio.
        origin: Where the number comes from.
    """

    of: Literal["ratio", "median"]
    most: float
    origin: str


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the report.

    Attributes:
        sample: What was measured.
        baseline: What it stands beside, measured in the same run; `None` for a baseline itself.
        budget: The design's limit; `None` where it sets none.
        judged: Whether the budget means anything at the size that was measured.
        note: What a reader must know to understand the figure.
    """

    sample: Sample
    baseline: Sample | None = None
    budget: Budget | None = None
    judged: bool = True
    note: str = ""

    @property
    def ratio(self) -> float | None:
        """Median over the baseline's median."""
        if self.baseline is None or self.baseline.median == 0:
            return None
        return self.sample.median / self.baseline.median

    @property
    def holds(self) -> bool | None:
        """Whether the budget holds; `None` where there is none, or nothing to judge it by."""
        if self.budget is None or not self.judged:
            return None
        figure = self.ratio if self.budget.of == "ratio" else self.sample.median
        return None if figure is None else figure <= self.budget.most


@dataclass(frozen=True, slots=True)
class Skipped:
    """A benchmark that this machine cannot run, and why."""

    name: str
    reason: str


Line = Row | Skipped


def alternating(runs: int, unit: Unit, measured: Mapping[str, Callable[[], float]]) -> dict[str, Sample]:
    """Measure several things in turn, so that a busy spell of the machine meets all of them alike.

    Each gives its own figure, in `unit`. Nothing is warmed up here: whoever has caches to fill fills them before.
    """
    values: dict[str, list[float]] = {name: [] for name in measured}
    for _ in range(runs):
        for name, measure in measured.items():
            values[name].append(measure())
    return {name: Sample(name, unit, tuple(found)) for name, found in values.items()}


def seconds(work: Callable[[], object]) -> float:
    """How long some work takes."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started
