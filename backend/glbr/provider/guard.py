"""The protection guard: a plan itself says where protection gets weaker, before anything is applied."""

from typing import Final

from glbr.api.settings import Guard
from glbr.protection.weakening import Weakening
from glbr.provider import diagnostics
from glbr.provider.protocol import tfplugin6_pb2 as pb

_LEADS: Final = {
    "weaker": "Weaker protection",
    "irreversible": "Irreversible",
    "undecided": "Protection cannot be judged yet",
    "unjudged": "Protection cannot be judged",
}
_STOPS: Final = frozenset({"weaker", "unjudged"})
"""What is irreversible is said; what is open until the apply is judged then. What nobody will judge counts as weaker."""
_CONSENT: Final = (
    'The provider has protection_guard = "error", so this stops here. If it is meant: set it to "warn" for one run, in the '
    "provider block or, where that leaves it out, by GLBR_PROTECTION_GUARD=warn."
)


def guarded(guard: Guard, called: str, weakenings: list[Weakening]) -> list[pb.Diagnostic]:
    """Tell what gets weaker: as warnings, or as errors that stop the plan.

    Terraform folds warnings of one summary into one line, so each summary says what it is about: `protection policy gold`.
    """
    told = []
    for one in weakenings:
        stops = guard == "error" and one.sort in _STOPS
        detail = f"{one.detail}\n\n{_CONSENT}" if stops else one.detail
        tell = diagnostics.error if stops else diagnostics.warning
        told.append(tell(f"{_LEADS[one.sort]}: {called}: {one.what}", detail, one.path))
    return told
