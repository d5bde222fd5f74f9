"""From a model to an exit code: has it judged, and writes what there is to say."""

import gc
from collections.abc import Callable, Iterable
from datetime import datetime

from glbr.cli.reviewing.options import Judging
from glbr.cli.reviewing.outputs import Output
from glbr.review.gate.gate import Gate
from glbr.review.gate.judging import judge
from glbr.review.model.model import Model, Waiver


def verdict(
    model: Model,
    gate: Gate,
    wanted: Iterable[Output],
    judging: Judging,
    *,
    now: datetime,
    base_waivers: Callable[[], tuple[Waiver, ...]] = tuple,
) -> int:
    """Judge a change, and write the reports that were asked for.

    Args:
        model: The change.
        gate: What it is judged by.
        wanted: What to write.
        judging: The options given.
        now: The moment of the review.
        base_waivers: Reads the waivers that travel with the configuration of the base branch.

    Returns:
        The exit code.

    Raises:
        ReviewProblem: A rule of the team's own is no CEL, or a report cannot be written.
    """
    # The model lives as long as the process: looking for garbage in it takes a third of the time of a large plan.
    gc.freeze()
    report = judge(model, gate, today=now, base_waivers=base_waivers)
    for output in wanted:
        if not (output.to_terminal and judging.given["quiet_if_clean"] and report.outcome == "clean"):
            output.write(report, judging.given["markdown_for"])
    return report.exit_code
