"""What every policy does, made here or looked up: it protects."""

from collections.abc import Mapping
from datetime import datetime
from typing import cast

from constructs import Construct

from glbr_constructs import roles
from glbr_constructs.given import Given, called
from glbr_constructs.policies.override import Overrides
from glbr_constructs.policies.protection_job import ProtectionJob, check_asset
from glbr_constructs.synthesis.place import path_of


class Protecting(Construct):
    """A policy that can be put to work."""

    @property
    def protection_policy_id(self) -> str:
        """Identifier of the policy."""
        raise NotImplementedError

    def protect(
        self,
        asset: roles.Protectable,
        *,
        effective_from: str | datetime | None = None,
        overrides: Overrides = (),
    ) -> ProtectionJob:
        """Protect an asset or a group: makes a job beside the policy, named after both.

        Args:
            asset: What to protect.
            effective_from: Moment from which the schedules count, RFC 3339 or a datetime with a zone; at once without it.
            overrides: What differs from the policy for this asset: `Override(nightly).keep(weeks=4)`.

        Raises:
            Refused: this policy protects it already, or an argument is none that HPE takes.
        """
        given = Given(lambda: f"protecting {called(asset)} by policy {path_of(self)}")
        check_asset(given, asset)
        jobs: dict[str, tuple[str, ProtectionJob]] = vars(self).setdefault("_jobs", {})
        name = f"{self.node.id}_{asset.node.id}"
        _check_new(given, asset, name, jobs)
        # Whatever holds a construct is one, though jsii promises only the interface.
        beside = cast("Construct", self.node.scope)
        job = ProtectionJob(beside, name, policy=self, asset=asset, effective_from=effective_from, overrides=overrides)
        jobs[asset.asset_id] = name, job
        return job


def _check_new(
    given: Given, asset: roles.Protectable, name: str, jobs: Mapping[str, tuple[str, ProtectionJob]]
) -> None:
    """One asset needs no second job of the same policy, and each job a name of its own."""
    if known := jobs.get(asset.asset_id):
        raise given.refused(
            f"this policy protects it already, by job {path_of(known[1])}",
            "Remove one of the two; what is to differ for this asset goes into overrides= of the one that stays",
        )
    for other, job in jobs.values():
        if other == name:
            raise given.refused(
                f"job {path_of(job)}, for another asset of that name, is called {name!r} already",
                "Name one yourself: ProtectionJob(scope, 'another_name', policy=..., asset=...), or give the asset's "
                "construct another name",
            )
