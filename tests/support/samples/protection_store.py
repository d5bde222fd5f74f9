"""A store on the clinic's StoreOnce."""

from samples import Sample, Together

STOREONCE = "${data.glbr_storeonces.all.items[0].id}"
GATEWAY = "${data.glbr_protection_store_gateways.all.items[0].id}"
PLACES = [f"${{data.glbr_storage_locations.all.items[{position}].id}}" for position in (0, 1)]
ON_GATEWAY = Together(storage_system_id=GATEWAY, storage_system_type="PROTECTION_STORE_GATEWAY")
ON_STOREONCE = Together(storage_system_id=STOREONCE, storage_system_type="STOREONCE")
IN_CLOUD = [Together(protection_store_type="CLOUD", storage_location_id=place) for place in PLACES]

SAMPLE = Sample(
    around={
        "data": {
            "glbr_storeonces": {"all": {}},
            "glbr_protection_store_gateways": {"all": {}},
            "glbr_storage_locations": {"all": {}},
        }
    },
    minimal={
        "display_name": "Local",
        "protection_store_type": "ON_PREMISES",
        "storage_system_id": STOREONCE,
        "storage_system_type": "STOREONCE",
    },
    arguments={
        "display_name": ("Local_1", "Local_2"),
        "protection_store_type": (IN_CLOUD[0], "ON_PREMISES"),
        "storage_system_id": (ON_GATEWAY, ON_STOREONCE),
        "storage_system_type": (ON_GATEWAY, ON_STOREONCE),
        "storage_location_id": (IN_CLOUD[0], IN_CLOUD[1]),
        "force": (True, False),
        "timeouts.create": ("20m", "30m"),
        "timeouts.update": ("20m", "30m"),
        "timeouts.delete": ("20m", "30m"),
    },
    drift={"displayName": "renamed by somebody"},
)
