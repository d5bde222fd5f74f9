"""A whole site: its stores, a policy for each class of protection, and a group that fills itself by tag."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final, Literal

from constructs import Construct

from glbr.protection.problem import Problem
from glbr_constructs import roles
from glbr_constructs.given import Given
from glbr_constructs.groups.virtual_machine_protection_group import VirtualMachineProtectionGroup
from glbr_constructs.patterns.policy_class import BRONZE, GOLD, SILVER, PolicyClass, add_copies
from glbr_constructs.patterns.proof import Proof, jobs_of, prove
from glbr_constructs.patterns.site_stores import CLOUD, LOCAL, site_stores
from glbr_constructs.placed import Placed
from glbr_constructs.policies.protection_job import ProtectionJob
from glbr_constructs.policies.protection_policy import ProtectionPolicy
from glbr_constructs.refusal import check_at_synthesis

CLASSES: Final[Mapping[str, PolicyClass]] = MappingProxyType({"gold": GOLD, "silver": SILVER, "bronze": BRONZE})
"""The classes of a site that names none."""

_CLASSES: Final = 'classes by name: {"gold": GOLD, "silver": SILVER}'


class ProtectedSite(Placed):
    """A site in which a vSphere tag says how dear a machine is, and nothing else needs to be written.

    For each class there is a policy, a group of all machines that carry the tag of the class, and a job. A machine that is
    tagged tomorrow is protected from then on, with no change here. One that carries two tags is protected twice.

    Attributes:
        policies: The policies by class: `site.policies["gold"]`.
        groups: The groups by class.
        jobs: The jobs by class.
        local_store: Store on premises.

    Example:
        appliance = StoreOnce.from_storeonce_name(self, "appliance", "clinic-storeonce-1")
        site = ProtectedSite(
            self,
            "clinic",
            name="clinic",
            on=appliance,
            location="azure:westeurope",
            classes={
                "gold": GOLD,
                "scratch": PolicyClass(snapshots=Every.hours(6).keep(days=1), exempt="made anew from the images each night"),
            },
        )
        site.policies["gold"].add_cloud_backup(Monthly.on_last_day().keep(years=7).lock(years=1), to=site.cloud_store)
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
        classes: Mapping[str, PolicyClass] = CLASSES,
        assets_category: Literal["VMFS_VMS", "VVOL_VMS"] = "VMFS_VMS",
    ) -> None:
        """Describe it.

        Args:
            scope: Where the construct belongs.
            id_: Name of the construct in that place.
            name: Name of the site: all names in the console start with it, such as `clinic-gold`.
            on: Appliance that carries the stores that are made.
            location: Cloud location such as `azure:eastus2` in which the cloud store is made.
            local_store: Store on premises, in place of one that is made.
            cloud_store: Cloud store, in place of one that is made.
            classes: The classes in use by name, which is the tag where the class says no other. `GOLD`, `SILVER` and `BRONZE`
                when left out; each meets the 3-2-1-1-0 rule.
            assets_category: `VMFS_VMS`, or `VVOL_VMS` for machines on virtual volumes.

        Raises:
            Refused: the arguments contradict each other, or a class that is not exempt does not meet the 3-2-1-1-0 rule.
        """
        super().__init__(scope, id_)
        given = Given.to("protecting site", self)
        given.text("name", name, "the name of the site")
        _check_classes(given, classes)
        self._stores = site_stores(
            self, given, name=name, on=on, location=location, local_store=local_store, cloud_store=cloud_store
        )
        self._classes = dict(classes)
        self.local_store = self._stores[LOCAL]
        self.policies: dict[str, ProtectionPolicy] = {}
        self.groups: dict[str, VirtualMachineProtectionGroup] = {}
        self.jobs: dict[str, ProtectionJob] = {}
        for class_name, copies in classes.items():
            self.policies[class_name] = ProtectionPolicy(self, class_name, name=f"{name}-{class_name}")
            add_copies(self.policies[class_name], copies, given, self._stores)
            if not copies.exempt:
                given.sound(self._proof(class_name).problems())
            self.groups[class_name] = VirtualMachineProtectionGroup(
                self,
                f"{class_name}_machines",
                name=f"{name}-{class_name}",
                tags=[copies.tag or class_name],
                assets_category=assets_category,
            )
            self.jobs[class_name] = ProtectionJob(
                self, f"{class_name}_job", policy=self.policies[class_name], asset=self.groups[class_name]
            )
        check_at_synthesis(self, self._problems)

    @property
    def cloud_store(self) -> roles.Store:
        """Store off-site.

        Raises:
            Refused: the site has none.
        """
        if CLOUD not in self._stores:
            cure = "Give the site location='azure:eastus2' to make one, or cloud_store= to bring one"
            raise Given.to("reading cloud_store of site", self).refused("the site has none", cure)
        return self._stores[CLOUD]

    @property
    def proofs(self) -> dict[str, Proof]:
        """What speaks for the 3-2-1-1-0 rule, by class, as things are written now."""
        return {name: self._proof(name) for name in self.policies}

    def protect(self, asset: roles.Protectable, *, as_: str) -> ProtectionJob:
        """Protect something that carries no tag: another kind of group, or a single machine.

        Args:
            asset: What to protect.
            as_: Name of its class.

        Raises:
            Refused: it is no asset, or there is no such class.
        """
        given = Given.to("protecting site", self)
        given.choice("as_", as_, tuple(self.policies))
        return self.policies[as_].protect(asset)

    def _proof(self, name: str) -> Proof:
        return prove(self.policies[name].resource, self._stores)

    def _problems(self) -> Iterator[Problem]:
        for name, policy in self.policies.items():
            if self._classes[name].exempt:
                continue
            yield from self._proof(name).problems()
            for job in jobs_of(policy):
                yield from prove(policy.resource, self._stores, job).problems()


def _check_classes(given: Given, classes: Mapping[str, PolicyClass]) -> None:
    if not isinstance(classes, Mapping) or not classes:
        raise given.refused(f"classes={classes!r} names no class", f"Allowed: {_CLASSES}")
    for name, copies in classes.items():
        given.text("the name of a class", name, "a text, such as 'gold'")
        given.instance(f"classes[{name!r}]", copies, (PolicyClass,), "a class of protection", _CLASSES)
    tags = [copies.tag or name for name, copies in classes.items()]
    given.unlike("the tags of classes", tags)
