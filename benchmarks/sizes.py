"""How much is measured: all of it, or so little that only the benchmarks themselves are tried out."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Size:
    """How often, and how many of each.

    Attributes:
        judged: Whether the design's budgets, which are for the full size, can be judged.
        starts: Runs of what takes milliseconds.
        commands: Runs of a Terraform command.
        slow_commands: Runs of a Terraform command that takes 10 seconds and more.
        policies: Policies of one configuration, beside the configuration with a single one.
        days: Length of the simulated year.
        constructs: Policies of one synthesis, beside as many by jsii, at each of these sizes.
        alike: Policies of one synthesis, beside as many by `for_each`.
        reviewed: Resources of the large plan that is reviewed.
    """

    judged: bool
    starts: int
    commands: int
    slow_commands: int
    policies: int
    days: int
    constructs: tuple[int, ...]
    alike: int
    reviewed: int


FULL: Final = Size(
    judged=True,
    starts=21,
    commands=3,
    slow_commands=3,
    policies=1000,
    days=365,
    constructs=(100, 1000, 5000),
    alike=1000,
    reviewed=10_000,
)
QUICK: Final = Size(
    judged=False, starts=2, commands=1, slow_commands=1, policies=5, days=2, constructs=(5,), alike=5, reviewed=200
)
