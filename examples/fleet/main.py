"""Forty machines by one policy, in three stacks: one with what they share, two that are planned side by side."""

from constructs import Construct

from glbr_constructs import (
    App,
    FleetOfStacks,
    GlbrProvider,
    ProtectionChecks,
    StoreOnce,
    TerraformStack,
    ThreeTwoOneOneZero,
)


class Shared(TerraformStack):
    """The policy of the fleet and its stores; applied first."""

    def __init__(self, scope: Construct, id_: str) -> None:
        super().__init__(scope, id_)
        GlbrProvider(self, "glbr")

        appliance = StoreOnce.from_storeonce_name(self, "appliance", "fleet-storeonce-1")
        self.policy = ThreeTwoOneOneZero(self, "gold", name="gold", on=appliance, location="aws:eu-central-1")


app = App()
shared = Shared(app, "shared")
machines = [f"vm-{number:05}" for number in range(1, 41)]
FleetOfStacks(app, "fleet", policy=shared.policy, assets=machines, stacks=2)
ProtectionChecks.baseline().add_to(app)
app.synth()
