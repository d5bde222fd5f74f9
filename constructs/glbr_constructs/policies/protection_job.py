"""Puts a policy to work on something."""

from collections.abc import Mapping

from constructs import Construct

from glbr_constructs import roles
from glbr_constructs.l1.protection_job import ProtectionJob as ProtectionJobL1
from glbr_constructs.l1.protection_job import ProtectionJobAssetInfo, ProtectionJobOverrides
from glbr_constructs.managed import Managed
from glbr_constructs.synthesis.resource import INNER


class ProtectionJob(Managed[ProtectionJobL1]):
    """Protects one asset or group by one policy. `policy.protect(group)` makes one, too."""

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        policy: roles.Policy,
        asset: roles.Protectable,
        effective_from: str | None = None,
        overrides: ProtectionJobOverrides | Mapping[str, object] | None = None,
    ) -> None:
        """Describe it.

        Args:
            scope: Where the construct belongs.
            id_: Name of the construct in that place.
            policy: How to protect.
            asset: What to protect.
            effective_from: Moment from which the schedules count, RFC 3339; at once without it.
            overrides: What differs from the policy for this asset. `copies.tier_id` and `copies.schedule_id` name a tier
                and a schedule.
        """
        super().__init__(scope, id_)
        self.resource = ProtectionJobL1(
            self,
            INNER,
            asset_info=ProtectionJobAssetInfo(id=asset.asset_id, type=asset.asset_type),
            protection_policy_id=policy.protection_policy_id,
            effective_from_date_time=effective_from,
            overrides=overrides,
        )

    @property
    def protection_job_id(self) -> str:
        """Identifier of the job."""
        return self.resource.id
