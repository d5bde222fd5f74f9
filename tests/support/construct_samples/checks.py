"""What is judged while a program is synthesized, and what somebody accepts."""

from datetime import date

from glbr_constructs import (
    App,
    Daily,
    ProtectionChecks,
    ProtectionPolicy,
    ProtectionStore,
    StoreOnce,
    TerraformStack,
    acknowledge,
)


def protection_checks(app: App) -> None:
    """Checks of a whole program, by two packs, the second one stricter than it is."""
    day = date(2026, 11, 23)
    ProtectionChecks.baseline(today=day).add_to(app)
    ProtectionChecks("lab", fail_on=["DP-RET-002", "DP-LOCK-003"], today=day).add_to(app)


def acknowledgements(stack: TerraformStack) -> None:
    """Three findings of one policy that are accepted, and one of a store's resource."""
    appliance = StoreOnce.from_storeonce_id(stack, "accepted-appliance", "storeonce-1")
    local = ProtectionStore(stack, "accepted-local", name="Local", on=appliance, force=True)
    test = ProtectionPolicy(stack, "accepted-test", name="test")
    test.add_backup(Daily.at("01:30").keep(weeks=2), to=local)
    why = "Test machines are made anew every week."
    test.acknowledge("DP-RET-002", why, "2027-03-31", "platform-team", value="2 weeks", ticket="CHG-4711")
    test.acknowledge("DP-COPY-002", why, "2027-03-31", "platform-team", value="no off-site copy")
    test.acknowledge("DP-LOCK-003", why, date(2027, 3, 31), "platform-team", value="not locked")
    acknowledge(local.resource, "DP-LOSS-003", "It goes with the next change.", "2026-12-31", "ana", value="on")
