"""`glbr install`: where the provider goes, and that Terraform takes it from there."""

import json
import os
import sys
from pathlib import Path

from glbr.cli.launcher import launcher_bytes, python_of

HOSTS = ("registry.terraform.io", "registry.opentofu.org")


def launchers(mirror):
    return sorted(path for path in mirror.rglob("*") if path.is_file())


def home_mirror(person):
    return Path(person.environment["HOME"], ".terraform.d", "plugins")


def test_installing_fills_the_implied_mirror_of_both_registries(person):
    installed = person.glbr("install")

    found = launchers(home_mirror(person))
    assert installed.returncode == 0
    assert {path.relative_to(home_mirror(person)).parts[:4] for path in found} == {
        (host, "glbr", "glbr", "0.1.0") for host in HOSTS
    }
    assert {path.name for path in found} == {"terraform-provider-glbr_v0.1.0"}
    assert all(os.access(path, os.X_OK) for path in found)


def test_installing_again_changes_nothing(person):
    person.glbr("install")
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in launchers(home_mirror(person))}

    again = person.glbr("install", "--json")

    assert json.loads(again.stdout)["changed"] is False
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in launchers(home_mirror(person))} == before


def test_a_damaged_provider_is_repaired(person):
    person.glbr("install")
    whole = launchers(home_mirror(person))[0].read_bytes()
    launchers(home_mirror(person))[0].write_bytes(b"#!/bin/sh\nexit 3\n")

    again = person.glbr("install", "--json")

    assert json.loads(again.stdout)["changed"] is True
    assert launchers(home_mirror(person))[0].read_bytes() == whole


def test_uninstalling_leaves_an_empty_mirror_and_other_providers(person):
    person.glbr("install")
    other = home_mirror(person) / "registry.terraform.io" / "somebody" / "else"
    other.mkdir(parents=True)

    removed = person.glbr("install", "--uninstall")

    assert removed.returncode == 0
    assert launchers(home_mirror(person)) == []
    assert sorted(path.name for path in home_mirror(person).rglob("*")) == ["else", "registry.terraform.io", "somebody"]


def test_terraform_init_takes_the_installed_provider_and_locks_it(person, terraform):
    report = json.loads(person.glbr("install", "--json").stdout)
    (person.folder / "main.tf").write_text(
        'terraform {\n  required_providers {\n    glbr = { source = "glbr/glbr" }\n  }\n}\n'
    )

    initialized = person.run(*terraform, "init", "-no-color")

    assert initialized.returncode == 0, initialized.stderr
    assert report["hash"] in (person.folder / ".terraform.lock.hcl").read_text()


def test_a_lock_file_with_another_build_is_warned_about(person):
    (person.folder / ".terraform.lock.hcl").write_text(
        'provider "registry.terraform.io/glbr/glbr" {\n  version = "0.1.0"\n  hashes = [\n    "h1:another",\n  ]\n}\n'
    )

    installed = person.glbr("install")

    assert installed.returncode == 0
    assert "terraform init -upgrade" in installed.stderr


def test_a_provider_installation_block_is_warned_about(person):
    Path(person.environment["HOME"], ".terraformrc").write_text("provider_installation {\n  direct {}\n}\n")

    installed = person.glbr("install", "--json")

    assert "filesystem_mirror" in json.loads(installed.stdout)["warnings"][0]


def test_an_empty_home_variable_falls_back_to_what_the_system_knows(person):
    import pwd

    probe = "from glbr.cli.plugin_folders import default_mirror; print(default_mirror())"
    person.environment["HOME"] = ""

    shown = person.run(sys.executable, "-c", probe)

    assert shown.stdout.strip() == f"{pwd.getpwuid(os.getuid()).pw_dir}/.terraform.d/plugins"


def test_a_python_that_would_not_find_glbr_is_refused(person):
    import glbr

    copy = person.folder / "packages"
    copy.mkdir()
    (copy / "glbr").symlink_to(Path(glbr.__path__[0]))
    person.environment["PYTHONPATH"] = str(copy)

    refused = person.glbr("install")

    assert refused.returncode == 1
    assert "ignores PYTHONPATH" in refused.stderr
    assert launchers(Path(person.environment["HOME"])) == []


def test_a_launcher_starts_a_python_whose_path_no_interpreter_line_can_hold(person):
    long = person.folder / "a folder with blanks" / ("x" * 120) / "python"
    long.parent.mkdir(parents=True)
    long.symlink_to(sys.executable)
    launcher = person.folder / "launcher"
    # The real body imports glbr, which a bare link to the interpreter does not find.
    launcher.write_bytes(
        launcher_bytes(long).split(b"from glbr")[0] + b"import sys\nprint(sys.flags.isolated, sys.argv[1:])\n"
    )
    launcher.chmod(0o755)

    ran = person.run(str(launcher), "a b", "-debug")

    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.strip() == "1 ['a b', '-debug']"
    assert python_of(launcher) == long
