"""Two policies, or two protection groups, cannot have one name.

Whether HPE's service refuses this is not published: the setting `duplicate_names` decides.
"""

from glbr.simulator.call import Call, Guard
from glbr.simulator.errors import ApiError
from glbr.simulator.world import World


def refuse_taken_name(
    world: World, collection: str, name: str, what: str, *, status: int, own: str | None = None
) -> None:
    """Refuse a name that another object of the collection (not `own`) has."""
    if world.settings.duplicate_names == "allow":
        return
    for item in world.objects.where(collection, "name", [name]):
        if item["id"] != own:
            raise ApiError(status, f"{what}: the name {name!r} is taken by {item['id']}; choose another name")


def _guard(collection: str) -> Guard:
    def refuse(call: Call) -> None:
        name = call.body.get("name")
        if name is not None:
            own = call.id if call.path else None
            refuse_taken_name(call.world, collection, name, call.operation.id, status=call.conflict_status, own=own)

    return refuse


GUARDS: dict[str, Guard] = {
    "DataManagementTemplateCreate": _guard("protection-policies"),
    "DataManagementTemplateReplace": _guard("protection-policies"),
    "DataManagementTemplateUpdate": _guard("protection-policies"),
    "VmProtectionGroupCreate": _guard("virtual-machine-protection-groups"),
    "VmProtectionGroupUpdate": _guard("virtual-machine-protection-groups"),
}
