"""Three copies on two media, one off-site, one that nobody can delete, and no errors."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from constructs import Construct

from glbr.protection.problem import Problem
from glbr_constructs import roles
from glbr_constructs.given import Given
from glbr_constructs.patterns.policy_class import GOLD, PolicyClass, add_copies
from glbr_constructs.patterns.proof import Proof, jobs_of, prove
from glbr_constructs.patterns.site_stores import CLOUD, LOCAL, site_stores
from glbr_constructs.placed import Placed
from glbr_constructs.policies.override import Overrides
from glbr_constructs.policies.protection_job import ProtectionJob, check_asset
from glbr_constructs.policies.protection_policy import ApplicationType, ProtectionPolicy
from glbr_constructs.policies.schedule import Schedule
from glbr_constructs.refusal import check_at_synthesis
from glbr_constructs.synthesis.resource import INNER

_ASSETS = 'assets and groups: [VirtualMachine.from_virtual_machine_name(self, "erp", "erp-db-01")]'


class ThreeTwoOneOneZero(Placed):
    """One policy that meets the 3-2-1-1-0 rule, with its stores and jobs; it proves that, or says what is missing.

    The digits, as the review counts them:

    * 3 copies: the data itself is the first; each place that keeps copies of it is one more, however many schedules fill it.
    * 2 media: array, appliance and cloud are three.
    * 1 off-site: in a cloud store.
    * 1 locked: backups that nobody can delete for 7 days or longer. Locked snapshots do not count, for they die with the array.
    * 0 errors: HPE's API tells of no verified restore. It is never claimed: restore something, and note the day.

    What is proven is what will be written, also after changes to `policy` or its resource, and the values of each job.

    Attributes:
        policy: The policy; more copies can be added.
        local_store: Store on premises.
        cloud_store: Store off-site.
        jobs: The jobs, by the name of the asset among the constructs.

    Example:
        appliance = StoreOnce.from_storeonce_name(self, "appliance", "clinic-storeonce-1")
        erp = VirtualMachineProtectionGroup(self, "erp-machines", name="erp", tags=["erp"])

        protected = ThreeTwoOneOneZero(
            self,
            "erp",
            name="erp",
            on=appliance,
            location="azure:eastus2",
            cloud_backups=Weekly.on("sunday").keep(years=1).lock(months=3),
            assets=[erp],
        )
        print(protected.proof)
    """

    def __init__(
        self,
        scope: Construct,
        id_: str,
        *,
        name: str,
        on: roles.Appliance | None = None,
        location: str | roles.Location | None = None,
        local_store: roles.Store | None = None,
        cloud_store: roles.Store | None = None,
        assets: Sequence[roles.Protectable] = (),
        snapshots: Schedule | None = GOLD.snapshots,
        backups: Schedule | None = GOLD.backups,
        cloud_backups: Schedule | None = GOLD.cloud_backups,
        application_type: ApplicationType = "VMWARE",
        description: str | None = None,
    ) -> None:
        """Describe it.

        Args:
            scope: Where the construct belongs.
            id_: Name of the construct in that place.
            name: Name of the policy in the console, and start of the names of stores that are made.
            on: Appliance that carries the stores that are made.
            location: Cloud location such as `azure:eastus2` in which the cloud store is made.
            local_store: Store on premises, in place of one that is made.
            cloud_store: Cloud store, in place of one that is made.
            assets: What to protect; `protect(...)` adds more.
            snapshots: Rhythm of snapshots on the array: every 4 hours, kept 2 days. None for no snapshots.
            backups: Rhythm of backups on premises: daily at 01:30, kept 4 weeks, locked for 1.
            cloud_backups: Rhythm of cloud backups: daily at 05:00, kept 6 months, locked for 4 weeks.
            application_type: Family of the assets: `VMWARE`, `HPE_ARRAY_VOLUME` or `MSSQL`.
            description: Free-text note.

        Raises:
            Refused: the arguments contradict each other, or what they come to does not meet the rule.
        """
        super().__init__(scope, id_)
        given = Given.to("protecting 3-2-1-1-0:", self)
        given.text("name", name, "the name shown in the console")
        given.several("assets", assets, _ASSETS)
        copies = PolicyClass(snapshots=snapshots, backups=backups, cloud_backups=cloud_backups)
        stores = site_stores(
            self, given, name=name, on=on, location=location, local_store=local_store, cloud_store=cloud_store
        )
        self.policy = ProtectionPolicy(
            self, INNER, name=name, description=description, application_type=application_type
        )
        add_copies(self.policy, copies, given, stores)
        self._stores = stores
        self.jobs: dict[str, ProtectionJob] = {}
        given.sound(self.proof.problems())
        # The proof holds, so there is a cloud store.
        self.local_store, self.cloud_store = stores[LOCAL], stores[CLOUD]
        for asset in assets:
            self.protect(asset)
        check_at_synthesis(self, self._problems)

    @property
    def protection_policy_id(self) -> str:
        """Identifier of the policy: the pattern can stand where a policy is wanted."""
        return self.policy.protection_policy_id

    @property
    def proof(self) -> Proof:
        """What speaks for the rule as things are written now; `print(pattern.proof)` shows a line for each digit."""
        return prove(self.policy.resource, self._stores)

    def protect(
        self,
        asset: roles.Protectable,
        *,
        effective_from: str | datetime | None = None,
        overrides: Overrides = (),
    ) -> ProtectionJob:
        """Protect one more asset or group.

        Args:
            asset: What to protect.
            effective_from: Moment from which the schedules count, RFC 3339 or a datetime with a zone; at once without it.
            overrides: What differs from the policy for this asset. The rule is proven for it, too.

        Raises:
            Refused: it is no asset, it is protected here already, or an argument is none that HPE takes.
        """
        given = Given.to("protecting 3-2-1-1-0:", self)
        check_asset(given, asset)
        name = asset.node.id
        if name in self.jobs:
            raise given.refused(
                f"an asset called {name!r} is protected already", "Allowed: each once, by a name of its own"
            )
        self.jobs[name] = ProtectionJob(
            self, name, policy=self.policy, asset=asset, effective_from=effective_from, overrides=overrides
        )
        return self.jobs[name]

    def _problems(self) -> Iterator[Problem]:
        yield from self.proof.problems()
        for job in jobs_of(self.policy):
            yield from prove(self.policy.resource, self._stores, job).problems()
