"""What makes no sense stops the synthesis, and the message starts with the construct's path."""

from pathlib import Path

import pytest
from constructs import Construct

from glbr_constructs import Every, GlbrProvider, ProtectionPolicy
from glbr_constructs.cdk import cdk

SAID = "clinic/site/gold: .*clinic/silver: "


def half_done(stack: cdk.TerraformStack) -> None:
    """Two policies that copy nothing yet."""
    GlbrProvider(stack, "glbr")
    ProtectionPolicy(Construct(stack, "site"), "gold", name="gold")
    ProtectionPolicy(stack, "silver", name="silver")


def test_testing_stops_at_all_of_them(stack: cdk.TerraformStack) -> None:
    ProtectionPolicy(stack, "bronze", name="bronze").add_snapshot(Every.hours(4).keep(days=2))
    ProtectionPolicy(Construct(stack, "site"), "gold", name="gold")
    ProtectionPolicy(stack, "silver", name="silver")

    with pytest.raises(RuntimeError, match=f"(?s){SAID}") as stopped:
        cdk.Testing.synth(stack, True)

    assert "bronze" not in str(stopped.value)


def test_an_app_stops_at_all_of_them(tmp_path: Path) -> None:
    app = cdk.App(outdir=str(tmp_path))
    half_done(cdk.TerraformStack(app, "clinic"))

    with pytest.raises(RuntimeError, match=f"(?s){SAID}"):
        app.synth()


def test_a_stack_is_not_asked_for_what_another_lacks(tmp_path: Path) -> None:
    app = cdk.Testing.app(outdir=str(tmp_path))
    half_done(cdk.TerraformStack(app, "clinic"))
    whole = cdk.TerraformStack(app, "whole")
    GlbrProvider(whole, "glbr")
    ProtectionPolicy(whole, "gold", name="gold").add_snapshot(Every.hours(4).keep(days=2))

    assert "glbr_protection_policy" in cdk.Testing.synth(whole, True)


def test_what_is_mended_late_passes(stack: cdk.TerraformStack) -> None:
    gold = ProtectionPolicy(stack, "gold", name="gold")
    with pytest.raises(RuntimeError, match="clinic/gold: "):
        cdk.Testing.synth(stack, True)

    gold.add_snapshot(Every.hours(4).keep(days=2))

    assert "SNAPSHOT" in cdk.Testing.synth(stack, True)
