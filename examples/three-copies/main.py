"""A clinic protects its 24 virtual machines with three copies, each made from the one before."""

from constructs import Construct

from glbr_constructs import (
    App,
    Daily,
    Every,
    GlbrProvider,
    ProtectionPolicy,
    ProtectionStore,
    StoreOnce,
    TerraformStack,
    VirtualMachineProtectionGroup,
    VirtualMachines,
    Weekly,
)


class Clinic(TerraformStack):
    """What the clinic has in HPE GreenLake for Backup and Recovery."""

    def __init__(self, scope: Construct, id_: str) -> None:
        super().__init__(scope, id_)
        GlbrProvider(self, "glbr")

        appliance = StoreOnce.from_storeonce_name(self, "main", "clinic-storeonce-1")
        local = ProtectionStore(self, "local", name="Local_clinic", on=appliance)
        cloud = ProtectionStore(self, "cloud", name="Cloud_eastus2", on=appliance, location="azure:eastus2")

        gold = ProtectionPolicy(self, "gold", name="gold", description="Array, then appliance, then cloud")
        snapshots = gold.add_snapshot(Every.hours(4).keep(days=2))
        backups = gold.add_backup(Daily.at("01:30").keep(weeks=2).lock(weeks=1), to=local, source=snapshots)
        gold.add_cloud_backup(Weekly.on("saturday", at="03:00").keep(months=6), to=cloud, source=backups)

        machines = VirtualMachines(self, "clinic", where={"hypervisorManagerInfo/name": "vcenter.clinic.example"})
        everything = VirtualMachineProtectionGroup(self, "everything", name="clinic", virtual_machines=machines)
        gold.protect(everything)


app = App()
Clinic(app, "three-copies")
app.synth()
