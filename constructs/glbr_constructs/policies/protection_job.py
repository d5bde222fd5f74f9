"""Puts a policy to work on something."""

import re
from datetime import datetime
from typing import Final

from constructs import Construct

from glbr_constructs import roles
from glbr_constructs.existing import Existing
from glbr_constructs.given import Given, is_expression
from glbr_constructs.l1.protection_job import ProtectionJob as ProtectionJobL1
from glbr_constructs.l1.protection_job import ProtectionJobAssetInfo
from glbr_constructs.managed import Managed
from glbr_constructs.policies.override import Overrides, overrides_in_hpes_words
from glbr_constructs.synthesis.resource import INNER

_RFC_3339: Final = re.compile(r"\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(\.\d+)?([Zz]|[+-]\d{2}:\d{2})")
_MOMENT: Final = "a moment with its zone, such as '2026-12-01T00:00:00Z' or datetime(2026, 12, 1, tzinfo=UTC)"


class ProtectionJob(Managed[ProtectionJobL1]):
    """Protects one asset or group by one policy. `policy.protect(group)` makes one, too, and names it after both.

    HPE cannot change a job: another policy, asset or override makes a new one.

    Example:
        silver = ProtectionPolicy.from_protection_policy_name(self, "silver", "silver")
        erp = VirtualMachine.from_virtual_machine_name(self, "erp", "erp-db-01")

        ProtectionJob(self, "nightly", policy=silver, asset=erp, effective_from="2026-12-01T00:00:00Z")
    """

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        policy: roles.Policy,
        asset: roles.Protectable,
        effective_from: str | datetime | None = None,
        overrides: Overrides = (),
    ) -> None:
        """Describe it.

        Args:
            scope: Where the construct belongs.
            id_: Name of the construct in that place.
            policy: How to protect.
            asset: What to protect.
            effective_from: Moment from which the schedules count, RFC 3339 or a datetime with a zone; at once without it.
            overrides: What differs from the policy for this asset: `Override(nightly).keep(weeks=4)`, or everything in
                HPE's own words.

        Raises:
            Refused: an argument is none that HPE takes, or an override does not fit the policy.
        """
        super().__init__(scope, id_)
        given = Given.to("making job", self)
        policies = "ProtectionPolicy(...), or ProtectionPolicy.from_protection_policy_name(...)"
        given.part("policy", policy, ("protection_policy_id",), "a policy", policies)
        check_asset(given, asset)
        self.resource = ProtectionJobL1(
            self,
            INNER,
            asset_info=ProtectionJobAssetInfo(id=asset.asset_id, type=asset.asset_type),
            protection_policy_id=policy.protection_policy_id,
            effective_from_date_time=moment(given, effective_from),
            overrides=overrides_in_hpes_words(given, policy, overrides),
        )

    @property
    def protection_job_id(self) -> str:
        """Identifier of the job."""
        return self.resource.id

    @staticmethod
    def from_protection_job_id(scope: Construct, id_: str, job_id: str) -> "ExistingProtectionJob":
        """The job with this identifier; HPE is not asked. Jobs have no name to look them up by."""
        return ExistingProtectionJob(scope, id_, job_id)


class ExistingProtectionJob(Existing):
    """A job that HPE has already."""

    @property
    def protection_job_id(self) -> str:
        """Identifier of the job."""
        return self.identifier


def check_asset(given: Given, asset: object) -> None:
    """Refuse what no policy can protect."""
    cure = (
        "a group, a virtual machine, or whatever has an asset_id and an asset_type. Volumes and databases go into a "
        "VolumeProtectionGroup or MssqlDatabaseProtectionGroup first; several machines into a group or a Fleet"
    )
    given.part("asset", asset, ("asset_id", "asset_type", "node"), "an asset", cure)


def moment(given: Given, written: object) -> str | None:
    """A moment as Terraform takes it.

    Raises:
        Refused: it is none, or has no zone.
    """
    if written is None or (isinstance(written, str) and is_expression(written)):
        return written
    if isinstance(written, datetime) and written.tzinfo is not None:
        return written.isoformat().replace("+00:00", "Z")
    if isinstance(written, str) and _RFC_3339.fullmatch(written):
        try:
            datetime.fromisoformat(written.upper())
        except ValueError as wrong:
            raise given.refused(f"effective_from={written!r} is no moment: {wrong}", f"Allowed: {_MOMENT}") from None
        return written
    raise given.refused(f"effective_from={written!r} is no moment with a zone", f"Allowed: {_MOMENT}")
