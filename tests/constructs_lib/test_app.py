"""How a program ends that must not become a plan."""

from pathlib import Path

import pytest

from glbr_constructs import App, GlbrProvider, ProtectionPolicy, TerraformStack


def test_what_a_validation_finds_is_told_and_nothing_around_it(tmp_path: Path) -> None:
    app = App(outdir=str(tmp_path))
    stack = TerraformStack(app, "clinic")
    GlbrProvider(stack, "glbr")
    ProtectionPolicy(stack, "gold", name="gold")

    with pytest.raises(RuntimeError, match="A policy without copies protects nothing") as refused:
        app.synth()

    assert str(refused.value).startswith("Validation failed with the following errors:\n  [clinic] clinic/gold: ")
    assert "skipValidation" not in str(refused.value)
    assert refused.value.__suppress_context__
    assert not (tmp_path / "stacks" / "clinic" / "cdk.tf.json").exists()
