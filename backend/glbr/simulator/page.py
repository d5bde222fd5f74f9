"""The simulator's page: stores, policies, jobs, and recovery points over time."""

from collections.abc import Iterable, Sequence
from html import escape

from glbr.simulator.curve import Curve, draw, legend
from glbr.simulator.plan import schedules_of
from glbr.simulator.recovery_summary import summary
from glbr.simulator.scheduler import states_of
from glbr.simulator.world import World

_STYLE = """
:root { color-scheme: light dark; --ink: #1c2733; --soft: #5d6b7a; --line: #d5dce3; --paper: #fff; --band: #f4f6f8;
  --c0: #01776a; --c1: #7a4fc9; --c2: #b25c00; --c3: #1f6fb5; --c4: #b0305c; --c5: #4f7a1c; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6ecf2; --soft: #9fb0c0; --line: #33414f; --paper: #12181f;
  --band: #1a222b; --c0: #2fd0b5; --c1: #b79bff; --c2: #ffb067; --c3: #7cc0ff; --c4: #ff8fb4; --c5: #a8d66b; } }
body { font: 15px/1.45 system-ui, sans-serif; color: var(--ink); background: var(--paper); margin: 2rem auto;
  max-width: 64rem; padding: 0 1rem; }
h1 { font-size: 1.4rem; margin: 0; } h2 { font-size: 1.05rem; margin: 2rem 0 .5rem; }
p { color: var(--soft); margin: .25rem 0; } table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: .3rem .6rem; border-bottom: 1px solid var(--line); }
th { color: var(--soft); font-weight: 500; } tr:nth-child(even) td { background: var(--band); }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
svg { width: 100%; height: auto; } svg text { fill: var(--soft); font-size: 11px; }
svg .grid { stroke: var(--line); } svg .curve { fill: none; stroke-width: 2; }
.key { display: inline-block; margin-right: 1.2rem; } .key i { display: inline-block; width: .8rem; height: .8rem;
  border-radius: 2px; margin-right: .35rem; vertical-align: -1px; }
"""
_PAGE = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width"><title>GLBR simulator</title>'
    "<style>{style}</style></head><body>{body}</body></html>"
)
_NUMERIC = ("Copies", "Locked")


def render(world: World) -> str:
    """One self-contained HTML page: no script, nothing loaded, light and dark."""
    points = summary(world)
    curves = _curves(world)
    when = f"{escape(world.now.strftime('%A %Y-%m-%d %H:%M:%S'))} UTC, clock {world.clock.mode}"
    body = [
        "<h1>HPE's backup API, simulated</h1>",
        f"<p>{when}, world {escape(str(world.database.fact('world')))}</p>",
        "<h2>Recovery points held, at each midnight</h2>",
        draw(curves) if curves else "<p>No midnight has passed yet: advance the clock.</p>",
        f"<p>{legend(curves)}</p>",
        "<h2>Recovery points now</h2>",
        _table(
            ("Asset", "Policy", "Tier", "Store", "Copies", "Locked", "Oldest", "Newest"),
            (
                (
                    point["assetName"],
                    point["policyName"],
                    f"{point['tierType']} {point['scheduleId']}",
                    point["storeName"] or "",
                    point["count"],
                    point["locked"],
                    _short(point["oldest"]),
                    _short(point["newest"]),
                )
                for point in points
            ),
        ),
        "<h2>Protection stores</h2>",
        _table(("Name", "Kind", "State", "Copies"), _store_rows(world)),
        "<h2>Protection policies</h2>",
        _table(("Name", "Tiers", "Jobs"), _policy_rows(world)),
        "<h2>Protection jobs</h2>",
        _table(("Asset", "Policy", "Schedules", "Suspended"), _job_rows(world)),
    ]
    return _PAGE.format(style=_STYLE, body="".join(body))


def _curves(world: World) -> list[Curve]:
    held: dict[str, dict[int, int]] = {}
    for day, number, count in world.history.curve():
        track = world.copies.track(number)
        per_day = held.setdefault(f"{track.policy_name}: {track.tier_type}", {})
        per_day[day] = per_day.get(day, 0) + count
    return [Curve(name, sorted(per_day.items())) for name, per_day in sorted(held.items())]


def _store_rows(world: World) -> Iterable[Sequence[object]]:
    for store in world.objects.all("protection-stores"):
        count, _ = world.copies.in_store(store["id"])
        yield store["displayName"], store["protectionStoreType"], store["state"], count


def _policy_rows(world: World) -> Iterable[Sequence[object]]:
    jobs = [job["protectionPolicyId"] for job in world.objects.all("protection-jobs")]
    for policy in world.objects.all("protection-policies"):
        tiers = ", ".join(tier["type"] for tier in policy["protections"])
        yield policy["name"], tiers, jobs.count(policy["id"])


def _job_rows(world: World) -> Iterable[Sequence[object]]:
    policies = {policy["id"]: policy for policy in world.objects.all("protection-policies")}
    for job in world.objects.all("protection-jobs"):
        policy = policies.get(job["protectionPolicyId"])
        states = world.scheduler.states(job["id"])
        planned = schedules_of(policy, job) if policy else []
        resting = [str(schedule.id) for schedule in planned if states_of(states, schedule.id).suspended]
        yield job["assetInfo"]["name"], job["policyName"], len(planned), ", ".join(resting) or "none"


def _table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    marks = ['class="number"' if head in _NUMERIC else "" for head in heads]
    head = "".join(f"<th {mark}>{escape(text)}</th>" for text, mark in zip(heads, marks, strict=True))
    lines = [
        "".join(f"<td {mark}>{escape(str(cell))}</td>" for cell, mark in zip(row, marks, strict=True)) for row in rows
    ]
    if not lines:
        return "<p>None yet.</p>"
    return f"<table><tr>{head}</tr>{''.join(f'<tr>{line}</tr>' for line in lines)}</table>"


def _short(instant: str) -> str:
    return instant[:16].replace("T", " ")
