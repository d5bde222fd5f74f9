"""What planning costs: one policy and many, new and existing, with a slow service and without."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from benchmarks.configurations import data, policies
from benchmarks.figures import Budget, Line, Row, Sample, Skipped, alternating
from benchmarks.service_calls import Caller
from benchmarks.sizes import Size
from benchmarks.terraform_folders import Folder, Home

from glbr.cli.surroundings import settings_for
from glbr.simulator.server import RunningSimulator, running

# No Go provider is built here. One was: the schema of a policy on terraform-plugin-go, doing the least that the protocol
# asks (decode, encode, unknowns), 1,000 policies, Terraform 1.11.4, in turn with terraform_data and with ours, three
# times 3 runs. Its plans took 5.3 to 8.3 times as long as terraform_data's; the least is taken, so that the budget is strict.
# On terraform-plugin-framework, which most providers use, new policies took 5 times the processor time of the lean one.
_LEAN_GO: Final = 5.3
_PLAN: Final = Budget("ratio", 2.5 * _LEAN_GO, "2.5 times a lean Go provider with this schema")
_COALESCED: Final = Budget("ratio", 1 / 5, "5 times faster than one GET per resource")
_CALL_SECONDS: Final = 0.05

_SINGLE: Final = {"GLBR_REFRESH_MODE": "single"}


def plans(home: Home, size: Size) -> Iterator[Line]:
    """Everything about plans, against one simulated clinic."""
    with running(world="clinic", clock="frozen") as simulator:
        store = Caller(simulator.url, simulator.options).store()
        settings = settings_for(simulator.options, simulator.url)

        def folder(name: str, count: int) -> Folder:
            return home.working_directory(f"{name}-{count}", policies(count, store), settings)

        def floor(name: str, count: int) -> Folder:
            return home.working_directory(f"{name}-{count}", data(count), {})

        yield from _new(folder("policies", 1), floor("data", 1), "1", size.commands)
        many, many_floor = folder("policies", size.policies), floor("data", size.policies)
        yield from _new(many, many_floor, f"{size.policies:,}", size.commands, _PLAN, judged=size.judged)
        yield from _applied(many, many_floor, size)
        yield from _existing(many, many_floor, simulator, size)


def _new(
    folder: Folder, floor: Folder, count: str, runs: int, budget: Budget | None = None, *, judged: bool = True
) -> Iterator[Line]:
    ours, theirs = f"plan of {count} new: policies", f"plan of {count} new: terraform_data"
    times = alternating(runs, "s", {theirs: lambda: floor.run("plan"), ours: lambda: folder.run("plan")})
    yield Row(times[theirs])
    yield Row(times[ours], times[theirs], budget, judged=judged)


def _applied(folder: Folder, floor: Folder, size: Size) -> Iterator[Line]:
    count = f"{size.policies:,}"
    ours, theirs = f"apply of {count} new: policies", f"apply of {count} new: terraform_data"
    measured = {theirs: lambda: _apply(floor), ours: lambda: _apply(folder)}
    times = alternating(1, "s", measured)
    yield Row(times[theirs], note="one run")
    yield Row(times[ours], times[theirs], note="one run; the simulator shares the processors")


def _apply(folder: Folder) -> float:
    return folder.run("apply", "-auto-approve")


def _existing(folder: Folder, floor: Folder, simulator: RunningSimulator, size: Size) -> Iterator[Line]:
    count = f"{size.policies:,}"
    theirs, ours = f"plan of {count} existing: terraform_data", f"plan of {count} existing: policies"
    blind = f"plan of {count} existing, -refresh=false: policies"
    measured = {
        theirs: lambda: floor.run("plan"),
        ours: lambda: folder.run("plan"),
        blind: lambda: folder.run("plan", "-refresh=false"),
    }
    times = alternating(size.commands, "s", measured)
    yield Row(times[theirs])
    yield Row(times[ours], times[theirs], _PLAN, judged=size.judged)
    yield Row(times[blind], times[theirs])
    yield _peak(folder, count, size)
    yield from _slow(folder, simulator, times[blind], size)


def _peak(folder: Folder, count: str, size: Size) -> Line:
    name = f"plan of {count} existing: peak memory of the provider"
    peaks = tuple(folder.peak_megabytes("plan") for _ in range(size.slow_commands))
    if not all(peaks):
        return Skipped(name, "only Linux tells the memory of a running process's children")
    return Row(Sample(name, "MB", peaks))


def _slow(folder: Folder, simulator: RunningSimulator, blind: Sample, size: Size) -> Iterator[Line]:
    calls = f"{_CALL_SECONDS * 1000:.0f} ms a call"
    single, coalesced = f"plan with {calls}: refresh_mode single", f"plan with {calls}: refresh_mode coalesced"
    with _latency(simulator):
        measured = {single: lambda: folder.run("plan", **_SINGLE), coalesced: lambda: folder.run("plan")}
        times = alternating(size.slow_commands, "s", measured)
    yield Row(times[single])
    yield Row(times[coalesced], times[single])
    one_by_one = times[single].less(blind, f"of that reading, {calls}: refresh_mode single")
    together = times[coalesced].less(blind, f"of that reading, {calls}: refresh_mode coalesced")
    what = "what it takes beyond the plan with -refresh=false"
    yield Row(one_by_one, note=what)
    yield Row(together, one_by_one, _COALESCED, judged=size.judged, note=what)


@contextmanager
def _latency(simulator: RunningSimulator) -> Iterator[None]:
    simulator.add_fault("slow", seconds=_CALL_SECONDS)
    try:
        yield
    finally:
        with simulator.service.lock:
            simulator.service.faults.clear()
