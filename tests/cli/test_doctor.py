"""`glbr doctor`: what it finds and how it ends."""

import json
from pathlib import Path


def examined(person, *options):
    ran = person.glbr("doctor", "--json", *options)
    report = json.loads(ran.stdout)
    return ran.returncode, {finding["check"]: finding for finding in report["checks"]}


def test_without_any_configuration_nothing_fails(person):
    code, found = examined(person)

    assert code == 0
    assert found["Settings"]["status"] == found["Provider"]["status"] == "skipped"
    assert found["Provider"]["todo"] == "Run: glbr install"
    assert found["Python"]["status"] == "ok"


def test_strictly_what_cannot_be_checked_counts_as_failed(person):
    code, _ = examined(person, "--strict")

    assert code == 1


def test_an_installed_provider_and_a_reachable_service_are_ok(person, connection):
    person.glbr("install")
    person.environment |= connection

    code, found = examined(person, "--strict")

    assert code == 0
    assert {found[check]["status"] for check in ("Provider", "Settings", "Service")} == {"ok"}


def test_wrong_credentials_fail_and_no_secret_is_shown(person, connection):
    person.environment |= connection | {"GLBR_CLIENT_SECRET": "canary-7c1f"}

    ran = person.glbr("doctor")

    assert ran.returncode == 1
    assert "GLBR_CLIENT_SECRET" in ran.stdout
    assert "canary-7c1f" not in ran.stdout + ran.stderr


def test_settings_that_exclude_each_other_fail_before_anything_is_sent(person, connection, simulator):
    person.environment |= connection | {"GLBR_REGION": "us-west"}

    code, found = examined(person)

    assert code == 1
    assert "exclude each other" in found["Settings"]["found"]
    assert simulator.request_counts == {}


def test_a_provider_whose_python_is_gone_fails(person):
    person.glbr("install")
    for launcher in Path(person.environment["HOME"]).rglob("terraform-provider-*"):
        launcher.write_bytes(b"#!/gone/bin/python -I\n")

    code, found = examined(person)

    assert code == 1
    assert "/gone/bin/python, which is gone" in found["Provider"]["found"]


def test_an_engine_older_than_protocol_6_fails(person):
    old = person.folder / "old-terraform"
    old.write_text("#!/bin/sh\necho 'Terraform v0.14.11'\n")
    old.chmod(0o755)
    person.environment["GLBR_TERRAFORM"] = str(old)

    code, found = examined(person)

    assert code == 1
    assert "1.0 or later" in found["Terraform"]["todo"]


def test_a_feature_that_needs_a_newer_engine_is_named(person):
    older = person.folder / "older-terraform"
    older.write_text("#!/bin/sh\necho 'Terraform v1.4.6'\n")
    older.chmod(0o755)
    person.environment["GLBR_TERRAFORM"] = str(older)

    code, found = examined(person)

    assert code == 0
    assert found["Terraform"]["status"] == "warn"
    assert "import blocks (1.5)" in found["Terraform"]["todo"]
