"""What HPE's replies show beside, or against, their own description."""

import json
import re
import zlib

from glbr.simulator.contract.document import JsonObject
from glbr.simulator.dialect import spoken
from glbr.simulator.liberties import arranged
from glbr.simulator.settings import Settings

# Times written by the simulator; only fields that hold times, never a text a person wrote.
_TIME = re.compile(
    r'"(\w*(?:At|Until|Time|timestamp|pointInTime|lastRefreshed))":"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d+))?Z"'
)
_PRECISIONS = (0, 3, 6, 9)
# What a machine without a job shows (NOTES, section 4): objects of empty texts.
_BLANK_POLICY = {"id": "", "name": "", "resourceUri": "", "type": ""}
_BLANK_JOB = {**_BLANK_POLICY, "protectionPolicyInfo": _BLANK_POLICY}


def blanked(item: JsonObject, settings: Settings) -> JsonObject:
    """A virtual machine the way the inventory shows one that no job protects."""
    if (
        settings.no_job == "absent"
        or "protectionJobInfo" in item
        or item.get("type") != "virtualization/virtual-machine"
    ):
        return item
    return {**item, "protectionJobInfo": _BLANK_JOB, "protectionPolicyAppliedAtInfo": _BLANK_POLICY}


def listed(reply: JsonObject, settings: Settings) -> JsonObject:
    """A list reply with HPE's liberties: null for no items, no total."""
    if not reply["items"] and settings.empty_items == "null":
        reply = {**reply, "items": None}
    if not settings.totals:
        reply = {name: value for name, value in reply.items() if name != "total"}
    return reply


def decoded(text: bytes) -> object:
    """A request's body; ValueError for what is not JSON, or what no JSON reply could hold."""
    try:
        body: object = json.loads(text, parse_constant=_no_number)
    except RecursionError as problem:
        raise ValueError("it is nested too deeply") from problem
    # A lone surrogate is spelt by an escape, and no text that can be sent back has it.
    json.dumps(body, ensure_ascii=False).encode()
    return body


def _no_number(constant: str) -> object:
    raise ValueError(f"{constant} is no JSON number")


def encoded(body: JsonObject, settings: Settings) -> bytes:
    """The body as sent, in the dialect in force.

    With `timestamps` mixed, times have 0, 3, 6 or 9 digits, and none is lost.
    """
    text = json.dumps(arranged(spoken(body, settings), settings), separators=(",", ":"), ensure_ascii=False)
    if settings.timestamps == "mixed":
        text = _TIME.sub(_mixed, text)
    return text.encode()


def _mixed(match: re.Match[str]) -> str:
    name, whole, fraction = match[1], match[2], (match[3] or "").rstrip("0")
    fitting = [digits for digits in _PRECISIONS if digits >= len(fraction)] or [len(fraction)]
    digits = fitting[zlib.crc32(f"{name}{whole}".encode()) % len(fitting)]
    return f'"{name}":"{whole}{"." + fraction.ljust(digits, "0") if digits else ""}Z"'
