"""A policy is made for one application, and protects assets of that application only.

HPE does not publish this rule; it follows from `applicationType` being one per policy (inferred).
"""

from glbr.simulator.contract.document import JsonObject
from glbr.simulator.errors import ApiError
from glbr.simulator.references import SQL_GROUP_TYPE, VOLUME_GROUP_TYPE

_APPLICATIONS = {VOLUME_GROUP_TYPE: "HPE_ARRAY_VOLUME", SQL_GROUP_TYPE: "MSSQL"}


def refuse_unfit_policy(policy: JsonObject, kind: str, what: str) -> None:
    """400 for a policy of another application than the asset's."""
    wanted = _APPLICATIONS.get(kind, "VMWARE")
    if policy["applicationType"] != wanted:
        raise ApiError(
            400,
            f"{what}: policy {policy['name']} is for {policy['applicationType']}; an asset of type {kind} needs a"
            f" policy with applicationType {wanted}",
        )
