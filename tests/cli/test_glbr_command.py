"""The command as a whole: its help, its exit codes, and what it says when things go wrong."""

import sys

import pytest

SUBCOMMANDS = ("comment", "demo", "doctor", "drift", "install", "inventory", "review", "simulate", "terraform")


def test_help_lists_every_subcommand(person):
    shown = person.glbr("--help")

    assert shown.returncode == 0
    assert [line.split()[0] for line in shown.stdout.split("Commands:\n")[1].split("\n\n")[0].splitlines()] == list(
        SUBCOMMANDS
    )


@pytest.mark.parametrize("subcommand", SUBCOMMANDS)
def test_help_of_a_subcommand_holds_an_example(person, subcommand):
    shown = person.glbr(subcommand, "--help")

    assert shown.returncode == 0
    assert f"Examples:\n    glbr {subcommand}" in shown.stdout


@pytest.mark.parametrize("wrong", ["bogus", "install --bogus", "simulate --port many", "demo --keep --stop"])
def test_wrong_usage_ends_with_exit_code_2(person, wrong):
    refused = person.glbr(*wrong.split())

    assert refused.returncode == 2
    assert "Error:" in refused.stderr
    assert "Traceback" not in refused.stderr


def test_nothing_heavy_is_imported_before_a_subcommand_is_known(person):
    heavy = {"pydantic", "httpx", "rich", "uvicorn", "cdktf"}
    probe = "import sys; from glbr.cli.command import run; run(['--version']); print(*sys.modules)"

    ran = person.run(sys.executable, "-c", probe)

    version, modules = ran.stdout.splitlines()
    assert version == "glbr, version 0.1.0"
    assert not heavy & set(modules.split())


def test_what_the_operating_system_refuses_is_told_without_a_traceback(person):
    (person.folder / "taken").write_text("a file, where a folder is wanted")

    refused = person.glbr("install", "--into", "taken/mirror")

    assert refused.returncode == 1
    assert refused.stderr.startswith("Error: Not a directory")
    assert "Traceback" not in refused.stderr


def test_a_forced_engine_that_is_missing_is_named(person):
    person.environment["GLBR_TERRAFORM"] = "/nowhere/terraform"

    refused = person.glbr("terraform", "version")

    assert refused.returncode == 1
    assert "GLBR_TERRAFORM names no program" in refused.stderr
    assert "/nowhere/terraform" in refused.stderr
