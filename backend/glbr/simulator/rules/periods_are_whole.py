"""A period says a unit and a value; HPE's schema requires neither, and half a period means nothing."""

from collections.abc import Iterator

from glbr.simulator.call import Call, Guard

_PERIODS = ("expireAfter", "lockFor")


def _check(call: Call) -> None:
    for name, period in _periods(call.body):
        if period is not None and (period.get("unit") is None or period.get("value") is None):
            raise call.refuse(400, f"{name} is {period}; give both unit and value, or leave {name} out")


def _periods(part: object) -> Iterator[tuple[str, dict[str, object] | None]]:
    if isinstance(part, list):
        for one in part:
            yield from _periods(one)
    if isinstance(part, dict):
        for name, below in part.items():
            if name in _PERIODS:
                yield name, below
            else:
                yield from _periods(below)


GUARDS: dict[str, Guard] = dict.fromkeys(
    (
        "DataManagementTemplateCreate",
        "DataManagementTemplateReplace",
        "DataManagementTemplateUpdate",
        "DataManagementJobCreate",
        "VpgBackupCreate",
        "VpgSnapshotCreate",
    ),
    _check,
)
