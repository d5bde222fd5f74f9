"""The clinic's ERP system is protected 3-2-1-1-0, with rhythms of its own and in stores that are there already."""

from constructs import Construct

from glbr_constructs import (
    App,
    Daily,
    Every,
    GlbrProvider,
    ProtectionChecks,
    ProtectionStore,
    StoreOnce,
    TerraformStack,
    ThreeTwoOneOneZero,
    VirtualMachine,
    VirtualMachineProtectionGroup,
    Weekly,
)


class Erp(TerraformStack):
    """How the ERP system is protected."""

    def __init__(self, scope: Construct, id_: str) -> None:
        super().__init__(scope, id_)
        GlbrProvider(self, "glbr")

        appliance = StoreOnce.from_storeonce_name(self, "appliance", "clinic-storeonce-1")
        vault = ProtectionStore.in_cloud(self, "vault", name="Vault_eastus2", on=appliance, location="azure:eastus2")
        local = ProtectionStore.on_premises(self, "local", name="Local_erp", on=appliance)

        names = ["erp-db-01", "erp-app-01"]
        machines = [VirtualMachine.from_virtual_machine_name(self, name, name) for name in names]
        group = VirtualMachineProtectionGroup(self, "group", name="erp", virtual_machines=machines)

        erp = ThreeTwoOneOneZero(
            self,
            "erp",
            name="erp",
            local_store=local,
            cloud_store=vault,
            snapshots=Every.hours(1).keep(days=3),
            backups=Daily.at("02:00").keep(weeks=6).lock(weeks=2),
            cloud_backups=Weekly.on("sunday", at="05:00").keep(years=1).lock(months=3),
            assets=[group],
        )
        print(erp.proof)


app = App()
Erp(app, "three-two-one-one-zero")
ProtectionChecks.baseline().add_to(app)
app.synth()
