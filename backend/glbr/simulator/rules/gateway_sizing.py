"""How large a gateway must be for a workload.

HPE publishes the question and the answer, not the formula. This one is the simulator's own: made
up, but steady and never smaller for more work. Deduplication leaves a twentieth of what is kept
on premises; of what goes to the cloud, a day is staged here and a hundredth stays as catalogue.
"""

import math
from collections.abc import Mapping

from glbr.simulator.contract.document import JsonObject

FIGURES = (
    "maxOnPremDailyProtectedDataInTiB",
    "maxOnPremRetentionDays",
    "maxInCloudDailyProtectedDataInTiB",
    "maxInCloudRetentionDays",
)
# The largest this simulator sizes: data per day in TiB, days kept, and the disk of one gateway.
_MOST = dict(zip(FIGURES, (100, 3650, 100, 3650), strict=True))
_MOST_STORAGE_IN_TIB = 500
_MOST_FIXED = {"cpu": 128, "ramInGiB": 2048, "storageInTiB": _MOST_STORAGE_IN_TIB}

_SYSTEM_IN_TIB = 0.5
_KEPT = 0.05
_CATALOGUE = 0.01
_STEP_IN_TIB = 0.1


def refusals(figures: Mapping[str, float]) -> list[str]:
    """Why a workload cannot be sized; empty when it can."""
    reasons = [
        f"{name} is {figures[name]}; it must be between 0 and {most}"
        for name, most in _MOST.items()
        if not 0 <= figures.get(name, 0) <= most
    ]
    if not reasons and (storage := _storage(figures)) > _MOST_STORAGE_IN_TIB:
        reasons.append(f"this needs {storage} TiB of disk; one gateway has at most {_MOST_STORAGE_IN_TIB}")
    return reasons


def override_refusals(override: Mapping[str, float]) -> list[str]:
    """Why a fixed size cannot be had; empty when it can."""
    return [
        f"override.{name} is {override[name]}; it must be between 0 (computed) and {most}"
        for name, most in _MOST_FIXED.items()
        if not 0 <= override.get(name, 0) <= most
    ]


def sized(figures: Mapping[str, float]) -> JsonObject:
    """HPE's `SizeResults` for a workload that can be sized."""
    daily = figures.get(FIGURES[0], 0) + figures.get(FIGURES[2], 0)
    storage = _storage(figures)
    return {
        "vCpu": 4 + 2 * math.ceil(daily),
        "ramInGiB": 16 + 2 * math.ceil(storage),
        "storageInTiB": storage,
        "iops": 500 + math.ceil(250 * daily),
    }


def in_force(size: Mapping[str, float], override: Mapping[str, float]) -> JsonObject:
    """The size a gateway has: computed, but for what its override fixes (zero fixes nothing)."""
    computed = sized(size)
    return {
        "vCpu": math.ceil(override.get("cpu") or computed["vCpu"]),
        "ramInGiB": math.ceil(override.get("ramInGiB") or computed["ramInGiB"]),
        "storageInTiB": override.get("storageInTiB") or computed["storageInTiB"],
    }


def _storage(figures: Mapping[str, float]) -> float:
    daily, days, cloud_daily, cloud_days = (figures.get(name, 0) for name in FIGURES)
    wanted = _SYSTEM_IN_TIB + daily * days * _KEPT + cloud_daily * (1 + cloud_days * _CATALOGUE)
    # Rounded first, so that 2.0000000001 of floating arithmetic is not a step more.
    return round(math.ceil(round(wanted / _STEP_IN_TIB, 6)) * _STEP_IN_TIB, 1)
