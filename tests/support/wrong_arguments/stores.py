"""Wrong arguments of what keeps backups."""

from glbr_constructs import HypervisorManager, StoreOnce
from glbr_constructs.cdk import cdk
from wrong_arguments import Trial, Trials

IDENTIFIER = ("", r"the identifier is empty\. Given: ''\. Allowed: the identifier that HPE made")


def _store(stack: cdk.TerraformStack) -> Trial:
    vcenter = HypervisorManager.from_hypervisor_manager_id(stack, "vcenter", "vc-1")
    return Trial(
        {"name": "Local", "on": StoreOnce.from_storeonce_id(stack, "appliance", "so-1")},
        {
            "on": (
                vcenter,
                r"on=HypervisorManager \S+/vcenter is not an appliance that carries stores\. Allowed: a StoreOnce",
            )
        },
    )


def _anywhere(stack: cdk.TerraformStack) -> Trial:
    return _located(stack, {})


def _in_cloud(stack: cdk.TerraformStack) -> Trial:
    return _located(stack, {"location": "azure:eastus2"})


def _located(stack: cdk.TerraformStack, right: dict[str, object]) -> Trial:
    trial = _store(stack)
    said = r"This is no cloud location .*Given: 'eastus2'\. Write the cloud provider \(aws, azure, gcp\), a colon"
    return Trial({**trial.right, **right}, {**trial.wrong, "location": ("eastus2", said)})


TRIALS: Trials = {
    "ProtectionStore": _anywhere,
    "ProtectionStore.on_premises": _store,
    "ProtectionStore.in_cloud": _in_cloud,
    "ProtectionStore.from_protection_store_id": lambda _: Trial({"store_id": "s-1"}, {"store_id": IDENTIFIER}),
    "ProtectionStore.from_protection_store_name": lambda _: Trial({"name": "Local"}),
    "StorageLocation.from_storage_location_id": lambda _: Trial(
        {"storage_location_id": "azure:eastus2"}, {"storage_location_id": IDENTIFIER}
    ),
    "StorageLocation.from_storage_location_name": lambda _: Trial({"name": "East US 2"}),
}
