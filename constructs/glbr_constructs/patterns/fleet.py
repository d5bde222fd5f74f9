"""One policy over thousands of assets, in one resource."""

from datetime import datetime
from typing import Final

from constructs import Construct

from glbr_constructs import roles
from glbr_constructs.cdk import cdk
from glbr_constructs.given import Given
from glbr_constructs.l1.protection_job import ProtectionJob as ProtectionJobL1
from glbr_constructs.l1.protection_job import ProtectionJobAssetInfo
from glbr_constructs.managed import Managed
from glbr_constructs.patterns.assets_by_name import Written, asset_type_of, for_each
from glbr_constructs.policies.protection_job import moment
from glbr_constructs.synthesis.resource import INNER

POLICY: Final = "a ProtectionPolicy, or ProtectionPolicy.from_protection_policy_name(self, 'gold', 'gold')"


class Fleet(Managed[ProtectionJobL1]):
    """A protection job for each of many assets, all by the same policy.

    There is one resource with `for_each`, so that five thousand jobs take a fraction of a second to write. The address of a job
    carries the name of its asset, `glbr_protection_job.fleet["erp-db-01"]`: adding or removing another one changes nothing
    else. Assets that differ in more than their identifier belong to another policy, or into jobs of their own.

    `FleetOfStacks` takes a fleet that is too large for one state.

    Example:
        gold = ProtectionPolicy.from_protection_policy_name(self, "gold", "gold")
        vcenter = VirtualMachines(self, "vcenter", where={"hypervisorManagerInfo/name": "vcenter.fleet.example"})
        Fleet(self, "everything", policy=gold, assets=vcenter)

        silver = ProtectionPolicy.from_protection_policy_name(self, "silver", "silver")
        Fleet(self, "named", policy=silver, assets=["erp-db-01", "erp-app-01"])
    """

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        policy: roles.Policy,
        assets: Written | roles.Protectables,
        asset_type: str | None = None,
        effective_from: str | datetime | None = None,
    ) -> None:
        """Describe it.

        Args:
            scope: Where the construct belongs.
            id_: Name of the construct in that place.
            policy: How to protect them all.
            assets: Identifiers by name, `{"erp-db-01": "…"}`; or names of virtual machines, which Terraform looks up at each
                plan and stops at one that is missing; or `VirtualMachines`, looked up together, where a new one joins by itself.
            asset_type: HPE's kind of the assets where identifiers are given, such as `backup-recovery/mssql-database`; virtual
                machines without it.
            effective_from: Moment from which the schedules count, RFC 3339 or a datetime with a zone; at once without it.

        Raises:
            Refused: there is no asset, the same one stands there twice, or an argument is wrong.
        """
        super().__init__(scope, id_)
        given = Given.to("protecting fleet", self)
        given.part("policy", policy, ("protection_policy_id",), "a policy", POLICY)
        kind = asset_type_of(given, assets, asset_type)
        starts = moment(given, effective_from)
        each = for_each(self, given, assets)
        self.resource = ProtectionJobL1(
            self,
            INNER,
            for_each=each,
            asset_info=ProtectionJobAssetInfo(id=cdk.Token.as_string(each.value), type=kind),
            protection_policy_id=policy.protection_policy_id,
            effective_from_date_time=starts,
        )
