"""The small language in which the files of `resources/` are written."""

from glbr.definition.block import Block
from glbr.definition.computation import Computation
from glbr.definition.fields import argument, parent, reference, result, secret
from glbr.definition.resource import Observed, Resource, Timeouts
from glbr.definition.thing import Thing
from glbr.definition.tree import UNKNOWN, Tree, Unknown
from glbr.definition.types import AssetKind, Period, TimeOfDay, Timestamp, Wait
from glbr.definition.update import Step, Update, changes

__all__ = [
    "UNKNOWN",
    "AssetKind",
    "Block",
    "Computation",
    "Observed",
    "Period",
    "Resource",
    "Step",
    "Thing",
    "TimeOfDay",
    "Timeouts",
    "Timestamp",
    "Tree",
    "Unknown",
    "Update",
    "Wait",
    "argument",
    "changes",
    "parent",
    "reference",
    "result",
    "secret",
]
