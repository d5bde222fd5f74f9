"""The demonstration itself, step by step."""

import os
import sys
from pathlib import Path

from rich.console import Console

from glbr.cli.demonstration.ending import ending_like_an_interrupt
from glbr.cli.demonstration.recovery_table import table, tiers
from glbr.cli.demonstration.reviews import review_proposals
from glbr.cli.demonstration.simulator_process import SimulatorProcess
from glbr.cli.demonstration.steps import Steps
from glbr.cli.demonstration.workplace import NoDemonstration, Workplace
from glbr.cli.engine import Engine, find_engine
from glbr.cli.install import install_into
from glbr.cli.launcher import this_python
from glbr.cli.node import Node, find_node

_DAYS = 30


def show(place: Workplace, console: Console, *, keep: bool) -> None:
    """Protect the simulated clinic, look at its recovery points a month later, and review two changes of it.

    Raises:
        GlbrError: When a step does not succeed; nothing is left behind then.
    """
    engine, node = find_engine(), find_node()
    console.print(f"[dim]{engine.version()} ({engine.origin}), Node {node.version} ({node.origin})[/dim]")
    stop_remembered(place)
    with ending_like_an_interrupt():
        _show(place, engine, node, console, keep=keep)


def _show(place: Workplace, engine: Engine, node: Node, console: Console, *, keep: bool) -> None:
    place.prepare()
    simulator, kept = None, False
    try:
        simulator = SimulatorProcess.start("--world=clinic", "--clock=frozen")
        # Should this process be killed outright, `glbr demo --stop` finds it by this note.
        simulator.remember(place.note)
        steps = Steps(console, place.environment(node.environment(os.environ), simulator.environment))
        _protect(place, steps, engine)
        _wait(steps, simulator, console)
        review_proposals(place, steps, engine, console)
        if keep:
            _synthesize(place, steps)  # not the last proposal: what is there
            kept = True
            _how_to_go_on(place, simulator, engine, console)
        else:
            _what_next(console)
    finally:
        if not kept:
            if simulator is not None:
                simulator.stop()
            place.note.unlink(missing_ok=True)
            place.clear()


def stop_remembered(place: Workplace) -> bool:
    """End the simulator that an earlier demonstration left running; False if there is none."""
    simulator = SimulatorProcess.remembered(place.note)
    if place.note.exists():
        place.note.unlink()
    if simulator is None:
        return False
    simulator.stop()
    return True


def _protect(place: Workplace, steps: Steps, engine: Engine) -> None:
    with steps.step("Installing the provider into a local mirror"):
        install_into(place.mirror)
    _synthesize(place, steps)
    stack = place.stack()

    def terraform(title: str, *arguments: str) -> None:
        steps.run(title, [*engine.command, *arguments], stack)

    name = Path(engine.command[0]).name if len(engine.command) == 1 else "terraform"
    terraform(f"{name} init", "init", "-input=false", "-no-color", f"-plugin-dir={place.mirror}")
    terraform(f"{name} plan", "plan", "-input=false", "-no-color", "-out=demo.tfplan")
    terraform(f"{name} apply", "apply", "-input=false", "-no-color", "demo.tfplan")
    terraform(
        f"{name} plan again: nothing may be left to do", "plan", "-input=false", "-no-color", "-detailed-exitcode"
    )


def _synthesize(place: Workplace, steps: Steps) -> None:
    steps.run("Synthesizing examples/three-copies/main.py", [sys.executable, place.example], place.folder)


def _wait(steps: Steps, simulator: SimulatorProcess, console: Console) -> None:
    with steps.step(f"Moving the clock on by {_DAYS} days"):
        simulator.ask("POST", "clock/advance", {"days": _DAYS})
    answer = simulator.ask("GET", "recovery-points")
    found = tiers(answer["items"])
    if not found:
        raise NoDemonstration(
            "No recovery points exist", f"{_DAYS} simulated days went by, and no schedule made a copy."
        )
    console.print()
    console.print(table(found, answer["now"]))


def _how_to_go_on(place: Workplace, simulator: SimulatorProcess, engine: Engine, console: Console) -> None:
    here, node = Path(sys.executable).parent, find_node().path
    by_hand = "terraform" if engine.command[0].endswith("terraform") else "tofu"
    if len(engine.command) > 1:
        by_hand = f"{here / 'glbr'} terraform"
    lines = [
        f"The simulator stays up: {simulator.url}/_simulator/ (process {simulator.pid}). To go on by hand, paste:",
        "",
        *(f"  export {name}={value}" for name, value in simulator.environment.items()),
        f"  cd {place.stack()}",
        f"  {by_hand} plan",
        "",
        f"After a change of {place.example}, synthesize anew before the next plan:",
        f"  (cd {place.folder} && JSII_NODE={node} CDKTF_OUTDIR={place.synthesized} {this_python()} {place.example})",
        "Move the clock on:",
        f"  curl -X POST {simulator.url}/_simulator/clock/advance -d '{{\"days\": 7}}'",
        "Stop the simulator and remove what was written:",
        f"  {here / 'glbr'} demo --stop",
    ]
    console.print()
    console.print("\n".join(lines), highlight=False, markup=False, soft_wrap=True)


def _what_next(console: Console) -> None:
    lines = [
        "Try next:",
        "  make demo KEEP=1                  the same, and the simulator stays up for you to go on by hand",
        "  examples/three-copies/main.py     what you have just seen, in Python constructs; main.tf beside it in HCL",
        "  .glbr/reviews/dangerous.html      the page of the review that stopped the first pull request",
        "  .venv/bin/glbr simulate           HPE's service on this machine, with a page to look at",
        "  .venv/bin/glbr install            put the provider where terraform init finds it",
        "  .venv/bin/glbr doctor             check this machine, and your HPE credentials if they are set",
    ]
    console.print()
    console.print("\n".join(lines), highlight=False, markup=False, soft_wrap=True)
