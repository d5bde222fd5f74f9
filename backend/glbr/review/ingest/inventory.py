"""The file that `glbr inventory` writes: what no plan tells. Strict, for people write and edit it, too.

{
  "format": "glbr-inventory", "version": 1, "taken_at": "2026-11-23T04:00:00Z",
  "stores": [{"id": "…", "name": "…", "copies": 142, "locked_until": "2027-03-01T00:00:00Z", "bytes": 1024}],
  "groups": [{"id": "…", "name": "…", "members": ["…"]}],
  "policies": [{"id": "…", "name": "…", "protections": [{"type": "BACKUP", …}], "jobs": ["…"]}],   (*)
  "jobs": [{"id": "…", "asset_id": "…", "policy_id": "…", "operational": "ACTIVE"}],
  "assets": [{"id": "…", "name": "…", "type": "virtualization/virtual-machine", "data_class": "critical"}],
  "restore_tests": [{"asset": "…", "at": "2026-10-01T00:00:00Z"}]
}

(*) Arguments of scripts are not in it: {"mark": "<12 hex digits>"} stands there, the same for the same arguments.
What HPE alone writes is read leniently: a word nobody has heard of, or none, is unknown. Keys are strict.
"""

from datetime import datetime
from pathlib import Path
from typing import Annotated, Final, Literal, Self

import pydantic

from glbr.protection.period import InvalidPeriod, Period
from glbr.review.problem import ReviewProblem


def _moment(value: datetime) -> datetime:
    if value.tzinfo is None:
        raise ValueError("a moment needs a zone, such as 2026-11-23T04:00:00Z")
    return value


def _period(value: str) -> str:
    try:
        return str(Period.parse(value))
    except InvalidPeriod as invalid:
        raise ValueError(str(invalid)) from None


def _said(value: object) -> object:
    return "" if value is None else value


def _operational(value: object) -> object:
    return "" if value is None or (isinstance(value, str) and value not in _OPERATIONAL) else value


_OPERATIONAL: Final = ("ACTIVE", "SUSPENDED", "PARTIALLY_SUSPENDED", "PERMANENTLY_SUSPENDED")
"""HPE's words for how a job is; a new one is unknown, never taken for active."""

Said = Annotated[str, pydantic.BeforeValidator(_said)]
"""A text of HPE's, empty where HPE says nothing."""
Operational = Annotated[str, pydantic.BeforeValidator(_operational)]
Moment = Annotated[datetime, pydantic.Field(strict=False), pydantic.AfterValidator(_moment)]
Name = Annotated[str, pydantic.Field(min_length=1)]
Count = Annotated[int, pydantic.Field(ge=0)]


class Strict(pydantic.BaseModel):
    """A part of the file: nothing unknown in it, and no text where a number belongs."""

    model_config = pydantic.ConfigDict(extra="forbid", strict=True, frozen=True)


class KnownStore(Strict):
    """A store and what it holds."""

    id: Name
    name: str = ""
    copies: Count
    locked_until: Moment | None = None
    bytes: Count | None = None
    longest_lock: Annotated[str, pydantic.AfterValidator(_period)] | None = None
    site: str = ""


class KnownGroup(Strict):
    """A group and its members of that moment."""

    id: Name
    name: str = ""
    members: list[Name]


class KnownPolicy(Strict):
    """A policy; its tiers as the Terraform provider names them, and the jobs that use it."""

    id: Name
    name: str = ""
    protections: list[dict[str, object]] | None = None
    jobs: list[Name] = []


class KnownJob(Strict):
    """A job."""

    id: Name
    asset_id: Said
    policy_id: Said = ""
    operational: Operational = ""


class KnownAsset(Strict):
    """Something that can be protected."""

    id: Name
    name: str = ""
    type: Said
    data_class: str = ""
    site: str = ""
    protected: bool = False


class RestoreTest(Strict):
    """A restore that was tried, of an asset or out of a store."""

    asset: str = ""
    store: str = ""
    at: Moment

    @pydantic.model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if bool(self.asset) == bool(self.store):
            raise ValueError("give the id of either an asset or a store")
        return self


class Inventory(Strict):
    """The whole file."""

    format: Literal["glbr-inventory"]
    version: Literal[1]
    taken_at: Moment
    stores: list[KnownStore] = []
    groups: list[KnownGroup] = []
    policies: list[KnownPolicy] = []
    jobs: list[KnownJob] = []
    assets: list[KnownAsset] = []
    restore_tests: list[RestoreTest] = []


def read_inventory(file: Path) -> Inventory:
    """Read an inventory.

    Raises:
        ReviewProblem: it cannot be read, or something in it is wrong: where, the value given, what is allowed.
    """
    try:
        data = file.read_bytes()
    except OSError as failed:
        raise ReviewProblem(f"the inventory {file} cannot be read: {failed.strerror or failed}", _AGAIN) from None
    try:
        return Inventory.model_validate_json(data.removeprefix(b"\xef\xbb\xbf"))
    except pydantic.ValidationError as invalid:
        problems = invalid.errors(include_url=False)
        first = problems[0]
        place = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in first["loc"]).lstrip(".")
        more = f" ({len(problems) - 1} more problems follow)" if len(problems) > 1 else ""
        if not place:
            raise ReviewProblem(f"the inventory {file} is not an inventory: {first['msg']}", _AGAIN) from None
        given = "" if first["type"] == "missing" else f" Given: {_short(first['input'])}."
        raise ReviewProblem(
            f"the inventory {file} has a mistake at {place}: {first['msg']}{more}", f"{given.strip()} {_AGAIN}".strip()
        ) from None


_AGAIN = "Take it again: glbr inventory > inventory.json"


def _short(value: object) -> str:
    """A value that fits into a line; what is inside of objects and lists is not repeated."""
    if isinstance(value, (dict, list)):
        return "an object" if isinstance(value, dict) else "a list"
    word = repr(value)
    return word if len(word) <= 60 else word[:57] + "…"
