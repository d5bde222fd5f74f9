"""What makes a protection store contradict itself: a cloud store needs a place, an on-premises one has none."""

from collections.abc import Iterator, Mapping

from glbr.protection.problem import Problem


def store_problems(store: Mapping[str, object]) -> Iterator[Problem]:
    """Check that a store names the appliance that carries it, and a cloud store its location."""
    kind, location = store.get("protection_store_type"), store.get("storage_location_id")
    if kind == "CLOUD" and location is None:
        yield Problem(
            ("storage_location_id",),
            "A CLOUD store needs a location",
            "Given: protection_store_type = 'CLOUD' without storage_location_id. Set it to the id of a "
            "glbr_storage_location, such as 'azure:eastus2'.",
        )
    if kind == "ON_PREMISES" and location is not None:
        yield Problem(
            ("storage_location_id",),
            "An ON_PREMISES store takes no location",
            "Given: protection_store_type = 'ON_PREMISES' with storage_location_id. Remove it, or use 'CLOUD'.",
        )
    for argument in ("storage_system_id", "storage_system_type"):
        if store.get(argument) is None and isinstance(kind, str):
            yield Problem(
                (argument,),
                f"{'An' if kind == 'ON_PREMISES' else 'A'} {kind} store needs an appliance",
                f"Given: no {argument}. Every store is carried by a StoreOnce or a Protection Store Gateway: set "
                "storage_system_id to its id and storage_system_type to 'STOREONCE' or 'PROTECTION_STORE_GATEWAY'.",
            )
