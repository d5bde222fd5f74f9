"""The small language in which the files of `resources/` are written."""

from glbr.definition.block import Block
from glbr.definition.fields import argument, reference, result, secret
from glbr.definition.resource import Observed, Resource, Timeouts, Update
from glbr.definition.tree import UNKNOWN, Tree, Unknown
from glbr.definition.types import AssetKind, Period, TimeOfDay, Timestamp, Wait

__all__ = [
    "UNKNOWN",
    "AssetKind",
    "Block",
    "Observed",
    "Period",
    "Resource",
    "TimeOfDay",
    "Timeouts",
    "Timestamp",
    "Tree",
    "Unknown",
    "Update",
    "Wait",
    "argument",
    "reference",
    "result",
    "secret",
]
