"""The zone an appliance is set to must be one that exists."""

from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from glbr.simulator.call import Call, Guard


def _guard(call: Call) -> None:
    name = (call.body.get("dateTime") or {}).get("timezone")
    if name is None:
        return
    try:
        ZoneInfo(name)
    # OSError: zoneinfo takes a folder of its data, such as "Europe", for a file.
    except (ZoneInfoNotFoundError, ValueError, OSError) as problem:
        raise call.refuse(
            400, f"dateTime.timezone is {name!r}, no zone of the IANA list; write it like Europe/Berlin"
        ) from problem


GUARDS: dict[str, Guard] = {"DataOrchestratorModify": _guard, "ProtectionStoreGatewayUpdate": _guard}
