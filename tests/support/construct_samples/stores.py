"""Where backups are kept."""

from glbr_constructs import ProtectionStore, StorageLocation, StoreOnce, TerraformStack


def protection_store(stack: TerraformStack) -> None:
    """A store on an appliance, stores in a cloud, and two that are there already."""
    appliance = StoreOnce.from_storeonce_name(stack, "store-appliance", "clinic-storeonce-1")
    place = StorageLocation.from_storage_location_name(stack, "store-place", "East US 2")
    known = StorageLocation.from_storage_location_id(stack, "store-known-place", "aws:eu-central-1")
    ProtectionStore.on_premises(stack, "store-local", name="Local_clinic", on=appliance, force=True)
    ProtectionStore.in_cloud(stack, "store-azure", name="Cloud_eastus2", on=appliance, location="azure:eastus2")
    ProtectionStore(stack, "store-aws", name="Cloud_frankfurt", on=appliance, location=known)
    ProtectionStore(stack, "store-named", name="Cloud_named", on=appliance, location=place)
    ProtectionStore.from_protection_store_name(stack, "store-old", "Local_old")
    ProtectionStore.from_protection_store_id(stack, "store-older", "8a5fb5a1-0d0b-4a6b-a0d4-7b2d8b7f3c11")


def storage_location(stack: TerraformStack) -> None:
    """A place in a cloud, by name and by identifier."""
    StorageLocation.from_storage_location_name(stack, "location-named", "East US 2")
    StorageLocation.from_storage_location_id(stack, "location-known", "azure:eastus2")
