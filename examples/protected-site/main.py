"""A clinic is protected 3-2-1-1-0: every machine by the vSphere tag it carries, gold, silver or bronze."""

from constructs import Construct

from glbr_constructs import App, GlbrProvider, ProtectedSite, ProtectionChecks, StoreOnce, TerraformStack


class Clinic(TerraformStack):
    """What the clinic has in HPE GreenLake for Backup and Recovery."""

    def __init__(self, scope: Construct, id_: str) -> None:
        super().__init__(scope, id_)
        GlbrProvider(self, "glbr")

        appliance = StoreOnce.from_storeonce_name(self, "appliance", "clinic-storeonce-1")
        site = ProtectedSite(self, "clinic", name="clinic", on=appliance, location="azure:westeurope")

        print(*site.proofs.values(), sep="\n\n")


app = App()
Clinic(app, "protected-site")
ProtectionChecks.baseline().add_to(app)
app.synth()
